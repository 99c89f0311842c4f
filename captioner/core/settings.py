"""The settings tree: typed, frozen, strict. An edit gives a new tree; a file never gives a half-valid one."""

from typing import Annotated, Any, Literal

import msgspec

from captioner.core.errors import SettingsError
from captioner.core.speech import Task

VERSION = 1
"""Version of the tree's layout; a migration in ``app`` lifts older files to it."""

EngineChoice = Literal["auto", "whisper", "embedded"]
DeviceChoice = Literal["auto", "cpu", "cuda"]
Standard = Literal["netflix", "bbc", "dcmp", "none"]


class _Strict(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base of every branch: immutable, and a misspelt name is an error."""


class RecognitionSettings(_Strict, frozen=True, kw_only=True):
    """What turns speech into words."""

    engine: EngineChoice = "auto"
    model: Annotated[str, msgspec.Meta(min_length=1, max_length=4096)] = "base"
    """A catalogue name such as "small", or the path of a model folder."""
    device: DeviceChoice = "auto"
    language: Annotated[str, msgspec.Meta(pattern="^(auto|[a-z]{2,3})$")] = "auto"
    """A Whisper language code, or "auto" to detect it."""
    task: Task = "transcribe"
    vocabulary: tuple[Annotated[str, msgspec.Meta(min_length=1, max_length=80)], ...] = ()
    """Names and terms that the engine should expect."""
    mirror: Annotated[str, msgspec.Meta(pattern="^(|https?://.+)$", max_length=2048)] = ""
    """Address of a server that mirrors the model hub; empty for the hub itself."""


class TranscriptSettings(_Strict, frozen=True, kw_only=True):
    """How words become subtitles."""

    standard: Standard = "netflix"


class Settings(_Strict, frozen=True, kw_only=True):
    """Everything that the user can set, with defaults that suit most."""

    version: Literal[1] = 1
    recognition: RecognitionSettings = msgspec.field(default_factory=RecognitionSettings)
    transcript: TranscriptSettings = msgspec.field(default_factory=TranscriptSettings)


def settings_from(tree: dict[str, Any]) -> Settings:
    """The settings that a decoded file stands for.

    Raises SettingsError with the path of the offending value, such as ``recognition.device``.
    """
    try:
        return msgspec.convert(tree, Settings, strict=True)
    except msgspec.ValidationError as error:
        what, _, where = str(error).partition(" - at `$.")
        path = where.rstrip("`") or "the top of the file"
        raise SettingsError(
            f"Settings: {path}: {what}.", "Correct the value or delete the line to get the default."
        ) from error


def tree_of(settings: Settings) -> dict[str, Any]:
    """The plain tree of the settings, as a file holds it."""
    tree: dict[str, Any] = msgspec.to_builtins(settings)
    return tree
