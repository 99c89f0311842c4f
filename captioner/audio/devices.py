"""Which devices there are, and which one a name means."""

import difflib
import sys

from captioner.audio.coreaudio import core_audio
from captioner.audio.portaudio import PortAudio, PortAudioSystem
from captioner.audio.pulse import PulseSystem
from captioner.audio.sound_system import Device, Kind, SoundSystem
from captioner.audio.wasapi import HOST as WASAPI
from captioner.audio.wasapi import WasapiSystem
from captioner.core.errors import SourceError

_WORDS: dict[Kind, str] = {"microphone": "microphone", "system": "system-audio source"}


def sound_system(platform: str = sys.platform) -> SoundSystem:
    """The sound system of this computer; one object for the whole process.

    On Linux the sound server where one answers, else bare ALSA. Raises SourceError where PortAudio is missing.
    """
    portaudio = PortAudio()
    if platform == "win32":
        return WasapiSystem(PortAudioSystem(portaudio, WASAPI))
    if platform == "darwin":
        return core_audio(portaudio)
    server = PulseSystem(portaudio)
    try:
        server.server()
    except (SourceError, ImportError):  # no server, or a system for which pulsectl is not installed
        return PortAudioSystem(portaudio, "ALSA")
    return server


def find_device(system: SoundSystem, kind: Kind, name: str = "") -> Device:
    """The device that a name from the settings or the command line means; "" is the system's default.

    The name or the label of a device: exactly, else without regard to case, else as a part that only one device has.
    Raises SourceError that says what there is.
    """
    devices = [device for device in system.devices() if device.kind == kind]
    if not devices:
        raise SourceError(
            f"There is no {_WORDS[kind]}.",
            system.no_system_sound_hint if kind == "system" else "Plug one in, and check the sound settings.",
        )
    if not name:
        return devices[0]  # the default comes first; without one, the first is the best guess
    wanted = name.casefold()
    for matches in (
        [device for device in devices if name in (device.name, device.label)],
        [device for device in devices if wanted in (device.name.casefold(), device.label.casefold())],
        [device for device in devices if wanted in device.name.casefold() or wanted in device.label.casefold()],
    ):
        if len(matches) == 1:
            return matches[0]
        if matches:
            raise SourceError(f"“{name}” may be {_listed(matches, by_name=True)}.", "Give more of the name.")
    raise SourceError(f"There is no {_WORDS[kind]} “{name}”.", _did_you_mean(name, devices))


def _did_you_mean(name: str, devices: list[Device]) -> str:
    wanted = name.casefold()
    keys = {key.casefold(): device for device in reversed(devices) for key in (device.name, device.label)}
    if close := difflib.get_close_matches(wanted, keys, n=1, cutoff=0.5):
        return f"Did you mean “{keys[close[0]].label}”?"
    return f"There is {_listed(devices)}."


def _listed(devices: list[Device], *, by_name: bool = False) -> str:
    quoted = [f"“{device.name if by_name else device.label}”" for device in devices]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} or {quoted[-1]}"
