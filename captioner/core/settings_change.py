"""What an edit of the settings changes, and from when on."""

from dataclasses import dataclass
from typing import Final, Literal

import msgspec

from captioner.core.settings import Settings

Effect = Literal["at once", "restart", "next session"]
"""At once; when the running session is restarted; for sessions that begin later."""

_BRANCHES: Final[dict[str, Effect]] = {
    "sound": "restart",
    "recognition": "restart",
    "transcript": "next session",
}
_VALUES: Final[dict[str, Effect]] = {"recognition.mirror": "at once", "transcript.watched_folder": "at once"}


@dataclass(frozen=True, slots=True)
class SettingsChange:
    """The paths of the values that differ, such as ``overlay.size``, by when they take effect."""

    at_once: frozenset[str]
    restart: frozenset[str]
    next_session: frozenset[str]

    def __bool__(self) -> bool:
        return bool(self.at_once or self.restart or self.next_session)


def change_between(old: Settings, new: Settings) -> SettingsChange:
    """What differs between two trees."""
    found: dict[Effect, set[str]] = {"at once": set(), "restart": set(), "next session": set()}
    for branch in Settings.__struct_fields__:
        before, after = getattr(old, branch), getattr(new, branch)
        if before == after or not isinstance(after, msgspec.Struct):
            continue
        for name in after.__struct_fields__:
            if getattr(before, name) != getattr(after, name):
                path = f"{branch}.{name}"
                found[_VALUES.get(path) or _BRANCHES.get(branch, "at once")].add(path)
    return SettingsChange(frozenset(found["at once"]), frozenset(found["restart"]), frozenset(found["next session"]))
