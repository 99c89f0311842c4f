"""Which sound a live session hears: the microphone as "You", what the speakers play as "Others", or both."""

from collections.abc import Callable

from captioner.audio.capture import CaptureSource
from captioner.audio.clock import SessionClock
from captioner.audio.devices import find_device, sound_system
from captioner.audio.sound_system import Kind, SoundSystem
from captioner.core.caption import Notice
from captioner.core.errors import SourceError
from captioner.core.sound import Track

MICROPHONE = Track("mic", "You")
SYSTEM = Track("system", "Others")


def live_sources(
    microphone: str | None, system_sound: str | None, on_notice: Callable[[Notice], None]
) -> list[CaptureSource]:
    """The sources with these names, on one clock: "" means the system's default, None none of that kind.

    Where both are None, what there is: both kinds, or the one that the computer has. Raises SourceError.
    """
    system = sound_system()
    if microphone is None and system_sound is None:
        microphone, system_sound = _what_there_is(system)
    wanted: list[tuple[Track, Kind, str]] = []
    if microphone is not None:
        wanted.append((MICROPHONE, "microphone", microphone))
    if system_sound is not None:
        wanted.append((SYSTEM, "system", system_sound))
    clock = SessionClock()
    return [
        CaptureSource(
            track if len(wanted) > 1 else Track(track.id), kind, system, name=name, clock=clock, on_notice=on_notice
        )
        for track, kind, name in wanted
    ]


def _what_there_is(system: SoundSystem) -> tuple[str | None, str | None]:
    """The defaults of both kinds, None for a kind that this computer lacks. Raises SourceError where it has neither."""
    has_microphone = _has(system, "microphone")
    if _has(system, "system"):
        return ("" if has_microphone else None), ""
    if not has_microphone:
        find_device(system, "microphone")  # raises, with the way out
    return "", None


def _has(system: SoundSystem, kind: Kind) -> bool:
    try:
        find_device(system, kind)
    except SourceError:
        return False
    return True
