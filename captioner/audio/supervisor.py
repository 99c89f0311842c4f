"""What to do when a device vanishes, stalls, is moved or comes back: decisions only, by events and time.

The capture's reader tells what it sees about ten times a second; the answers are to go on, to let go of the stream,
or to open one, and what the user is told: one notice for each event, none for each attempt.
"""

from dataclasses import dataclass
from typing import Literal

from captioner.audio.sound_system import Device, Kind, in_words
from captioner.core.caption import Notice
from captioner.core.message import Message

_S = 1_000_000_000

STALL_NS = 2 * _S
"""A microphone always delivers; one that does not for so long is stuck."""
IDLE_NS = 30 * _S
"""System audio delivers nothing while nothing plays; a stream that is quiet for so long is opened anew, unannounced."""
BRIEF_NS = 3 * _S // 2
"""An interruption that is over by then is told once, when it is over."""
_RETRIES_NS = (0, _S // 4, _S // 2)
"""Waits before attempts to open; the last one repeats. An attempt costs some milliseconds."""
_MOST_SEEN_NS = _S // 4
"""Longest time without sound that one look may count: while the reader itself stood still, it cannot know."""

Fault = Literal["gone", "stalled", "moved", "slept"]


@dataclass(frozen=True, slots=True)
class Look:
    """What the reader sees of an open stream.

    ``heard_from`` is the device that it records now, ``default`` the system's own choice now, None where there is none
    of the kind; ``heard`` tells whether sound came since the last look.
    """

    alive: bool
    heard_from: Device | None
    default: Device | None
    heard: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """What to do with the stream, what to tell the user, and whether the sound that came up to now is the track's."""

    action: Literal["keep", "close", "open"]
    notices: tuple[Notice, ...] = ()
    use_sound: bool = False


class Supervisor:
    """Watches over one track's stream. Times are ns of the session's clock."""

    def __init__(self, kind: Kind, track: str, *, named: bool) -> None:
        """A ``named`` device is waited for; otherwise the capture follows the system's default."""
        self._kind = kind
        self._track = track
        self._named = named
        self._device: Device | None = None
        self._replaced = False  # the device is another one than before the fault
        self._seen_default: str | None = None
        self._last_look_ns = 0
        self._silent_ns = 0
        self._fault: Fault | None = None
        self._fault_ns = 0
        self._told = False
        self._attempts = 0
        self._next_attempt_ns = 0

    @property
    def faulty(self) -> bool:
        """Whether sound is being lost: silence that is filled in now stands for it."""
        return self._fault is not None

    @property
    def silent_ns(self) -> int:
        """How long nothing came, the time not counted in which the reader stood still."""
        return self._silent_ns

    def opened(self, device: Device, default: Device | None, now_ns: int) -> None:
        """A stream of ``device`` runs. An interruption is over when its first sound is heard."""
        self._replaced = self._device is not None and self._device.name != device.name
        self._device = device
        self._seen_default = default.name if default else None
        self._silent_ns, self._last_look_ns = 0, now_ns

    def slept(self, now_ns: int, seconds: float) -> Verdict:
        """The computer slept: the stream may be dead without knowing it, so it is opened again."""
        if self._fault is None:
            self._fault, self._fault_ns, self._told = "slept", now_ns, True
        self._again(now_ns)
        text = Message("The computer slept for {time}.", time=_duration(seconds))
        return Verdict("close", (Notice("info", text, "Captions go on from here.", self._track),))

    def look(self, look: Look, now_ns: int) -> Verdict:
        """What to do about an open stream, and about the sound that came since the last look."""
        self._count_silence(now_ns)
        if look.heard:
            self._silent_ns = 0
        if not look.alive or look.heard_from is None or self._device is None:
            return self._lose("gone", now_ns)
        notices: list[Notice] = []
        if look.heard_from.name != self._device.name:
            if self._named or look.heard_from.kind != self._kind:
                return self._lose("moved", now_ns)
            self._device = look.heard_from
            notices.append(self._now_from(look.heard_from))
        default = look.default.name if look.default else None
        if not self._named and look.default is not None and default != self._seen_default:
            self._seen_default = default
            if default != self._device.name:
                notices.append(self._now_from(look.default))
                self._again(now_ns)
                return Verdict("close", tuple(notices), use_sound=True)
        self._seen_default = default
        if look.heard:
            notices += self._sound(now_ns)
        elif self._kind == "microphone" and self._silent_ns >= STALL_NS:
            return self._lose("stalled", now_ns)
        elif self._silent_ns >= IDLE_NS:
            self._again(now_ns)
            return Verdict("close")
        return Verdict("keep", (*notices, *self._tell_if_long(now_ns)), use_sound=True)

    def waiting(self, now_ns: int) -> Verdict:
        """What to do while no stream is open."""
        self._count_silence(now_ns)
        action: Literal["keep", "open"] = "keep"
        if now_ns >= self._next_attempt_ns:
            action = "open"
            self._next_attempt_ns = now_ns + _RETRIES_NS[min(self._attempts + 1, len(_RETRIES_NS) - 1)]
            self._attempts += 1
        return Verdict(action, tuple(self._tell_if_long(now_ns)))

    def failed(self, now_ns: int) -> None:
        """An attempt to open a stream failed; the next one comes by itself."""
        if self._fault is None:
            self._fault, self._fault_ns, self._told = "gone", now_ns, False

    def _lose(self, fault: Fault, now_ns: int) -> Verdict:
        if self._fault is None:
            self._fault_ns = now_ns - (self._silent_ns if fault == "stalled" else 0)
            self._told = False
        if self._fault is None or fault == "moved":
            self._fault = fault
        self._next_attempt_ns = now_ns + _RETRIES_NS[min(self._attempts, len(_RETRIES_NS) - 1)]
        return Verdict("close", tuple(self._tell_if_long(now_ns)))

    def _again(self, now_ns: int) -> None:
        self._next_attempt_ns, self._attempts = now_ns, 0

    def _count_silence(self, now_ns: int) -> None:
        self._silent_ns += min(max(0, now_ns - self._last_look_ns), _MOST_SEEN_NS)
        self._last_look_ns = now_ns

    def _sound(self, now_ns: int) -> list[Notice]:
        if self._fault is None:
            return []
        fault, told, gap_s = self._fault, self._told, (now_ns - self._fault_ns) / _S
        self._fault, self._told, self._attempts = None, False, 0
        if fault == "slept":
            return []
        if self._replaced and self._device is not None:
            return [self._now_from(self._device)]
        name = self._name()
        if told:
            text = Message("{name} is back after {time}.", name=name, time=_duration(gap_s))
        else:
            text = Message("{name} was interrupted for {time}.", name=name, time=_duration(gap_s))
        return [Notice("info", text, "The gap is silent in the recording.", self._track)]

    def _tell_if_long(self, now_ns: int) -> list[Notice]:
        if self._fault is None or self._told or now_ns - self._fault_ns < BRIEF_NS:
            return []
        self._told = True
        name = self._name()
        if self._fault == "stalled":
            hint = Message("Unplug it and plug it in again, or choose another one.")
            return [Notice("warning", Message("{name} delivers no sound.", name=name), hint, self._track)]
        if self._named:
            hint = Message("Captions resume by themselves when it is there again.")
        else:
            hint = Message("Captions resume by themselves when it, or another default, is there again.")
        if self._fault == "moved":
            hint = Message("The sound system put another source in its place; that is not recorded. {hint}", hint=hint)
        return [Notice("warning", Message("{name} is gone.", name=name), hint, self._track)]

    def _now_from(self, device: Device) -> Notice:
        if self._kind == "microphone":
            text = Message("The microphone is now “{device}”.", device=device.label)
        else:
            text = Message("System audio is now “{device}”.", device=device.label)
        return Notice("info", text, "", self._track)

    def _name(self) -> Message:
        return in_words(self._kind, self._device)


def _duration(seconds: float) -> Message:
    if seconds < 10:
        return Message("{seconds:.1f} s", seconds=seconds)
    if seconds < 120:
        return Message("{seconds:.0f} s", seconds=seconds)
    return Message("{minutes:.0f} min", minutes=seconds / 60)
