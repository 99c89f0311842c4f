"""Which devices there are, by name, on a real sound server, and which one a name means."""

import pytest
from sound_server import MIC, MONITOR, SinkFormat, SoundServer

from captioner.audio.coreaudio import is_virtual
from captioner.audio.devices import find_device, sound_system
from captioner.audio.portaudio import PortAudio, PortAudioSystem
from captioner.audio.pulse import PulseSystem
from captioner.audio.sound_system import Device, SoundStream
from captioner.core.errors import SourceError


class ListedDevices:
    """A sound system of which only the list matters."""

    no_system_sound_hint = "Install a virtual device."

    def __init__(self, *devices: Device) -> None:
        self._devices = list(devices)

    def devices(self) -> list[Device]:
        return self._devices

    def open(self, device: Device) -> SoundStream:
        raise NotImplementedError

    def refresh(self) -> None:
        raise NotImplementedError


def microphone(name: str, label: str = "") -> Device:
    return Device("microphone", name, label or name, "test", 1, 48_000, False)


MANY = ListedDevices(
    microphone("usb.1", "Blue Yeti"), microphone("usb.2", "Blue Snowball"), microphone("hda", "Internal Microphone")
)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("", "usb.1"),
        ("usb.2", "usb.2"),
        ("Blue Yeti", "usb.1"),
        ("blue yeti", "usb.1"),
        ("YETI", "usb.1"),
        ("intern", "hda"),
    ],
)
def test_a_name_means_a_device(name: str, found: str) -> None:
    assert find_device(MANY, "microphone", name).name == found


def test_an_exact_name_wins_over_a_part_of_others() -> None:
    system = ListedDevices(microphone("mic 2"), microphone("mic"))
    assert find_device(system, "microphone", "mic").name == "mic"


def test_a_name_that_may_be_two_is_refused() -> None:
    with pytest.raises(SourceError, match=r"“blue” may be “usb\.1” or “usb\.2”"):
        find_device(MANY, "microphone", "blue")


def test_a_misspelt_name_gets_a_proposal_and_a_wild_one_the_list() -> None:
    with pytest.raises(SourceError) as refusal:
        find_device(MANY, "microphone", "Blue Yetti")
    assert refusal.value.hint == "Did you mean “Blue Yeti”?"
    with pytest.raises(SourceError) as refusal:
        find_device(MANY, "microphone", "xyzzy")
    assert refusal.value.hint == "There is “Blue Yeti”, “Blue Snowball” or “Internal Microphone”."


def test_no_system_audio_comes_with_the_way_to_it() -> None:
    with pytest.raises(SourceError) as refusal:
        find_device(MANY, "system")
    assert refusal.value.hint == "Install a virtual device."


def test_the_sound_server_tells_microphones_from_monitors_with_their_formats(empty_sound_server: SoundServer) -> None:
    empty_sound_server.plug_in_microphone(SinkFormat(16_000, 1))
    empty_sound_server.plug_in_speaker(SinkFormat(44_100, 2))
    system = sound_system()
    assert find_device(system, "system") == Device("system", MONITOR, "Virtual_Speaker", "PulseAudio", 2, 44_100, True)
    found = find_device(system, "microphone")
    assert (found.name, found.label, found.channels, found.default) == (MIC, "Virtual_Mic", 1, True)
    assert [device.kind for device in system.devices()].count("microphone") == 1


def test_a_server_without_devices_says_so(empty_sound_server: SoundServer) -> None:
    system = sound_system()
    for kind in ("microphone", "system"):
        with pytest.raises(SourceError, match="There is no"):
            find_device(system, kind)


def test_who_answers_is_known(sound_server: SoundServer) -> None:
    server = PulseSystem(PortAudio()).server()
    assert server.name == "PulseAudio"
    assert server.version[0].isdigit()


def test_without_a_server_the_devices_are_portaudios_own(
    empty_sound_server: SoundServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PULSE_SERVER", "unix:/nowhere")
    system = sound_system()
    assert isinstance(system, PortAudioSystem)
    assert all(device.host == "ALSA" for device in system.devices())
    with pytest.raises(SourceError):
        PulseSystem(PortAudio()).devices()


@pytest.mark.parametrize(("name", "virtual"), [("BlackHole 2ch", True), ("MacBook Pro Microphone", False)])
def test_virtual_devices_of_macos_are_known_by_name(name: str, virtual: bool) -> None:
    assert is_virtual(name) is virtual
