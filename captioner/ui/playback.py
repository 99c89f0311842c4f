"""What the windows need of a kept recording: its sound to draw, and somebody who plays it. ``app`` gives both."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Protocol

from captioner.core.library import SessionInfo
from captioner.core.sound import Pcm

SPEEDS: Final = (0.5, 0.75, 1.0, 1.25, 1.5, 1.75, 2.0)
"""How fast a recording may be played, pitch kept where the player can."""


@dataclass(frozen=True, slots=True)
class Playing:
    """A player at one moment. ``trouble`` is why it does not play, in words a person can act on; else "".

    ``position_ms`` is what is in the air now, since the start of the recording: not what was handed to the device.
    """

    position_ms: int = 0
    playing: bool = False
    trouble: str = ""


class Player(Protocol):
    """Plays one recording. Called in the GUI thread, so every call returns at once; devices open in its own thread."""

    @property
    def now(self) -> Playing:
        """How it stands. The window asks some thirty times a second while it plays."""

    def play(self, from_ms: int) -> None:
        """Play from there on, whatever was played before; stops by itself at the end."""

    def pause(self) -> None:
        """Fall silent and keep the position."""

    def set_speed(self, speed: float) -> None:
        """How fast, 0.5…2; also while it plays."""

    def close(self) -> None:
        """Let go of the device and the file. Safe to call twice."""


class RecordingReader(Protocol):
    """The sound of one recording. Called from one thread at a time, never the GUI's, so that it may take its time."""

    @property
    def duration_ms(self) -> int:
        """Its length."""

    def read(self, start_ms: int, stop_ms: int) -> Pcm:
        """The sound of ``start_ms``…``stop_ms`` at 16 kHz, all tracks mixed; silence outside the recording.

        Raises CaptionerError where the file cannot be read.
        """

    def close(self) -> None:
        """Let go of the file. Safe to call twice."""


@dataclass(frozen=True, slots=True)
class Recording:
    """A kept recording that was opened."""

    player: Player
    reader: RecordingReader


OpenRecording = Callable[[SessionInfo], Recording | None]
"""Opens the recording of a session, None where none was kept or it is gone. Called in a worker thread."""
