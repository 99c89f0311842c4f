"""Cues as they become final, and what keeps them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from captioner.core.caption import Cue, Remedy


@dataclass(frozen=True, slots=True)
class FinalCues:
    """Cues of one track as they came of a final caption; possibly none.

    ``heard`` is the sample of the track up to which all speech is in the cues given so far.
    """

    track: str
    cues: tuple[Cue, ...]
    language: str | None
    heard: int


class CueKeeper(Protocol):
    """Keeps cues. Every method is called in the writer's thread."""

    @property
    def remedy(self) -> Remedy | None:
        """Where in the settings the way out of a trouble of this keeper lies."""

    @property
    def whole(self) -> bool:
        """Whether it has all that it was given."""

    def keep(self, finals: Sequence[FinalCues]) -> None:
        """Keep these, and what could not be kept before. Without any, only that.

        Raises CaptionerError where that fails, and keeps what is missing for the next call.
        """

    def close(self, ended: bool, duration_ms: int) -> None:
        """Let go; ``ended`` tells that nothing of the session is missing. Raises CaptionerError."""
