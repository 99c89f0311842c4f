"""What a computer's sound system offers the capture: devices to choose from and streams to read."""

from dataclasses import dataclass
from typing import Literal, Protocol

from captioner.audio.ring import Ring
from captioner.core.message import Message

Kind = Literal["microphone", "system"]
"""What a device hears: the room, or what the computer itself plays."""

BLOCKS_A_SECOND = 50
"""Streams deliver fixed blocks of 20 ms, or of the host's own period where that is longer. Variable ones lost sound
under load (see the benchmark of the callback)."""

RING_SECONDS = 60
"""Room between callback and reader. A reader held up longer loses sound, counted."""


@dataclass(frozen=True, slots=True)
class Device:
    """A microphone, or a source of what the computer plays.

    ``name`` is what the settings keep: it stays the same from session to session, which an index does not. ``label``
    is what a person reads. ``host`` is the interface through which it is reached ("PulseAudio", "Windows WASAPI").
    ``rate`` (frames a second) and ``channels`` are its native ones. ``default`` marks the system's own choice.
    """

    kind: Kind
    name: str
    label: str
    host: str
    channels: int
    rate: int
    default: bool


class SoundStream(Protocol):
    """An open stream: its callback fills the ring. Read, asked and closed by one thread."""

    @property
    def ring(self) -> Ring:
        """Where the sound arrives. Stamps and arrivals are of the monotonic clock (ns)."""

    @property
    def rate(self) -> int:
        """Frames a second."""

    @property
    def channels(self) -> int:
        """Samples in a frame."""

    def alive(self) -> bool:
        """Whether the stream still runs. A stalled stream does; one whose device or server is gone does not."""

    def heard_from(self) -> str | None:
        """Name of the device that the stream records at this moment; None where it records none any more.

        A sound server may move a stream to another device without a word to the program: ask before using its sound.
        """

    def close(self) -> None:
        """Stop and let go. What the ring holds can still be read. Safe to call twice."""


class SoundSystem(Protocol):
    """The devices of this computer. One object serves all tracks of the process, from any thread."""

    @property
    def no_system_sound_hint(self) -> str:
        """What a user can do to have system audio where no source of it is found."""

    def devices(self) -> list[Device]:
        """What can be recorded now, defaults first. Raises SourceError where the sound system cannot be asked."""

    def open(self, device: Device) -> SoundStream:
        """Start recording. Raises SourceError."""

    def refresh(self) -> None:
        """Look again for devices that came or went, as far as that can be done while others are recording."""


def in_words(kind: Kind, device: Device | None) -> Message:
    """The device of a track as the subject of a sentence."""
    if device is None:
        return Message("The microphone") if kind == "microphone" else Message("System audio")
    if kind == "microphone":
        return Message("The microphone “{device}”", device=device.label)
    return Message("System audio “{device}”", device=device.label)
