"""What the pages about sound need: devices to choose from, and proof that one of them hears something."""

from dataclasses import dataclass
from typing import Literal, Protocol

SoundKind = Literal["microphone", "system"]
SILENCE_DB = -120.0


@dataclass(frozen=True, slots=True)
class SoundDevice:
    """A device; ``name`` is what the settings keep, ``label`` what a person reads."""

    kind: SoundKind
    name: str
    label: str
    default: bool


@dataclass(frozen=True, slots=True)
class SoundDevices:
    """What can be heard, defaults first; ``problem`` tells why where nothing can, ``hint`` the way out.

    ``system_hint`` is the way to hear what the computer plays where no such device is found.
    """

    devices: tuple[SoundDevice, ...]
    problem: str = ""
    hint: str = ""
    system_hint: str = ""

    def of(self, kind: SoundKind) -> tuple[SoundDevice, ...]:
        """Those of a kind."""
        return tuple(device for device in self.devices if device.kind == kind)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a meter shows: dB of full scale. ``problem`` tells why nothing is heard, with its ``hint``.

    ``device`` is the label of what is heard. ``no_signal`` tells of seconds of digital silence.
    """

    rms_db: float = SILENCE_DB
    peak_db: float = SILENCE_DB
    clipped: bool = False
    no_signal: bool = False
    device: str = ""
    problem: str = ""
    hint: str = ""


class Listening(Protocol):
    """A device that is being heard, for its meter only."""

    @property
    def reading(self) -> Reading:
        """How loud it is at this moment; any thread may ask, at once."""

    def close(self) -> None:
        """Let go of the device soon, without waiting."""


class SoundCheck(Protocol):
    """The sound of this machine."""

    def devices(self) -> SoundDevices:
        """What there is now. May take a while: not for the GUI thread."""

    def listen(self, kind: SoundKind, name: str) -> Listening:
        """Begin to hear a device ("" is the system's default); opens it in a thread and returns at once."""
