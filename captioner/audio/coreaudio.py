"""macOS: inputs through PortAudio's Core Audio; system audio through a virtual device that the user installs.

Core Audio taps (macOS 14.4) have no well-kept Python package yet. Written against the documented names of the virtual
devices; it was not run on macOS.
"""

from captioner.audio.portaudio import PortAudio, PortAudioSystem
from captioner.core.message import Message

HOST = "Core Audio"

_VIRTUAL_DEVICES = (
    "blackhole",
    "loopback audio",
    "soundflower",
    "ishowu audio capture",
    "vb-cable",
    "existential audio",
    "background music",
)
"""Inputs that carry what programs play: BlackHole, Loopback, Soundflower, iShowU, VB-Cable, Background Music."""

_GUIDE = Message(
    "macOS gives no program the sound of others. Install the free virtual device BlackHole "
    "(brew install blackhole-2ch), then in Audio MIDI Setup make a Multi-Output Device of your speakers and BlackHole "
    "and choose it as the sound output."
)


def is_virtual(name: str) -> bool:
    """Whether an input of this name is a virtual device that carries what the computer plays."""
    return any(known in name.casefold() for known in _VIRTUAL_DEVICES)


def core_audio(portaudio: PortAudio) -> PortAudioSystem:
    """The devices of a Mac, virtual ones taken for system audio."""
    return PortAudioSystem(portaudio, HOST, is_system_sound=is_virtual, no_system_sound_hint=_GUIDE)
