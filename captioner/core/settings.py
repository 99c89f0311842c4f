"""The settings tree: typed, frozen, strict. An edit gives a new tree; a file never gives a half-valid one."""

from typing import Annotated, Any, Literal

import msgspec

from captioner.core.errors import SettingsError
from captioner.core.message import Message
from captioner.core.speech import Task

VERSION = 1
"""Version of the tree's layout; a migration in ``app`` lifts older files to it."""

EngineChoice = Literal["auto", "whisper", "embedded"]
DeviceChoice = Literal["auto", "cpu", "cuda"]
Standard = Literal["netflix", "bbc", "dcmp", "none"]
TranscriptFormat = Literal["srt", "vtt", "txt", "md", "docx", "json", "ass", "ttml"]
CaptionColour = Literal["white", "black", "red", "green", "blue", "yellow", "magenta", "cyan"]
CaptionFont = Literal["default", "mono-serif", "serif", "mono-sans", "sans", "casual", "cursive", "small-caps"]
CaptionEdge = Literal["none", "raised", "depressed", "uniform", "shadow"]
Dock = Literal["none", "top", "bottom"]
Percent = Annotated[int, msgspec.Meta(ge=0, le=100)]
Shortcut = Annotated[str, msgspec.Meta(pattern=r"^(|([A-Za-z]+\+)*\S+)$", max_length=60)]
Coordinate = Annotated[int, msgspec.Meta(ge=-100_000, le=100_000)]


class _Strict(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base of every branch: immutable, and a misspelt name is an error."""


DeviceName = Annotated[str, msgspec.Meta(max_length=500)]


class SoundSettings(_Strict, frozen=True, kw_only=True):
    """What a session hears. A name is that of a device, empty for the one that the system has as its default."""

    microphone: bool = True
    microphone_name: DeviceName = ""
    system: bool = True
    """Whether to hear what the computer plays."""
    system_name: DeviceName = ""


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
    """How words become subtitles, and where they are kept."""

    standard: Standard = "netflix"
    folder: Annotated[str, msgspec.Meta(max_length=4096)] = ""
    """Where transcripts are saved; empty for the folder "Captions" among the user's documents."""
    formats: tuple[TranscriptFormat, ...] = ("srt",)
    """In which formats each session is saved."""
    keep_recordings: bool = False
    """Whether the sound of each session is kept beside its transcript."""
    watched_folder: Annotated[str, msgspec.Meta(max_length=4096)] = ""
    """Of this folder every new media file becomes a session by itself; empty for none."""


class OverlayPlace(_Strict, frozen=True, kw_only=True):
    """Where the overlay was put on one screen, in logical pixels from the screen's top left corner.

    ``screen`` names the screen by model, serial number, place and size. A docked overlay keeps to its edge, whatever
    its height becomes.
    """

    screen: Annotated[str, msgspec.Meta(min_length=1, max_length=500)]
    left: Coordinate
    top: Coordinate
    width: Annotated[int, msgspec.Meta(ge=1, le=100_000)]
    dock: Dock = "none"


class OverlaySettings(_Strict, frozen=True, kw_only=True):
    """How captions look and behave on the screen: the choices of 47 CFR 79.103(c), and some more."""

    font: CaptionFont = "default"
    size: Annotated[int, msgspec.Meta(ge=50, le=200)] = 100
    """Percent of the standard size."""
    text_colour: CaptionColour = "white"
    text_opacity: Annotated[int, msgspec.Meta(ge=25, le=100)] = 100
    """Percent; text that cannot be seen is none."""
    second_colour: CaptionColour = "yellow"
    """Text colour of the second speaker."""
    background_colour: CaptionColour = "black"
    background_opacity: Percent = 0
    """Percent, of the box behind each line."""
    window_colour: CaptionColour = "black"
    window_opacity: Percent = 78
    """Percent, of the whole overlay."""
    edge: CaptionEdge = "none"
    lines: Annotated[int, msgspec.Meta(ge=1, le=8)] = 2
    fade_after_s: Annotated[int, msgspec.Meta(ge=0, le=600)] = 0
    """Seconds of silence after which the overlay fades out; 0 for never."""
    show_names: bool = True
    """Whether the speaker is named where there are two."""
    hide_from_sharing: bool = False
    """Whether recordings and shared screens should not show the overlay, where the system can do that."""
    locked: bool = False
    """Whether clicks go through."""
    places: Annotated[tuple[OverlayPlace, ...], msgspec.Meta(max_length=16)] = ()
    """One for each screen where the overlay was put, the latest first."""


class ShortcutSettings(_Strict, frozen=True, kw_only=True):
    """Keys that work in every program, as Qt writes them ("Ctrl+Alt+S"); "" for none."""

    start_stop: Shortcut = "Ctrl+Alt+Shift+S"
    show_hide: Shortcut = "Ctrl+Alt+Shift+H"
    lock: Shortcut = "Ctrl+Alt+Shift+L"
    freeze: Shortcut = "Ctrl+Alt+Shift+F"


class InterfaceSettings(_Strict, frozen=True, kw_only=True):
    """The language and the looks of the windows, and how the application starts."""

    language: Literal["auto", "en", "zh_CN", "zh_TW"] = "auto"
    theme: Literal["auto", "light", "dark"] = "auto"
    start_at_login: bool = False
    start_minimized: bool = False
    """Whether the main window stays closed at the start, with the tray as the way to it."""
    welcomed: bool = False
    """Whether the first-run pages were seen or skipped."""


class Settings(_Strict, frozen=True, kw_only=True):
    """Everything that the user can set, with defaults that suit most."""

    version: Literal[1] = 1
    sound: SoundSettings = msgspec.field(default_factory=SoundSettings)
    recognition: RecognitionSettings = msgspec.field(default_factory=RecognitionSettings)
    transcript: TranscriptSettings = msgspec.field(default_factory=TranscriptSettings)
    overlay: OverlaySettings = msgspec.field(default_factory=OverlaySettings)
    shortcuts: ShortcutSettings = msgspec.field(default_factory=ShortcutSettings)
    interface: InterfaceSettings = msgspec.field(default_factory=InterfaceSettings)


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
            Message("Settings: {path}: {what}.", path=path, what=what),
            "Correct the value or delete the line to get the default.",
        ) from error


def tree_of(settings: Settings) -> dict[str, Any]:
    """The plain tree of the settings, as a file holds it."""
    tree: dict[str, Any] = msgspec.to_builtins(settings)
    return tree
