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
from captioner.core.message import Message


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
        if kind == "system":
            raise SourceError("There is no system-audio source.", system.no_system_sound_hint)
        raise SourceError("There is no microphone.", "Plug one in, and check the sound settings.")
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
            names = _listed([device.name for device in matches])
            raise SourceError(Message("“{name}” may be {names}.", name=name, names=names), "Give more of the name.")
    if kind == "system":
        text = Message("There is no system-audio source “{name}”.", name=name)
    else:
        text = Message("There is no microphone “{name}”.", name=name)
    raise SourceError(text, _did_you_mean(name, devices))


def _did_you_mean(name: str, devices: list[Device]) -> Message:
    wanted = name.casefold()
    keys = {key.casefold(): device for device in reversed(devices) for key in (device.name, device.label)}
    if close := difflib.get_close_matches(wanted, keys, n=1, cutoff=0.5):
        return Message("Did you mean “{name}”?", name=keys[close[0]].label)
    return Message("There is {names}.", names=_listed([device.label for device in devices]))


def _listed(names: list[str]) -> Message:
    """The names in quotation marks, with "or" before the last."""
    *others, listed = [Message("“{name}”", name=name) for name in names]
    for number, name in enumerate(reversed(others)):
        if number == 0:
            listed = Message("{one} or {other}", one=name, other=listed)
        else:
            listed = Message("{one}, {others}", one=name, others=listed)
    return listed
