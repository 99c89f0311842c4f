"""``captioner devices`` on a real sound server, and without one."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from running import Captioner, command
from sound_server import MIC, MONITOR, SoundServer

from captioner.app.devices import listing, spoken_name
from captioner.audio.devices import find_device, sound_system
from captioner.audio.sound_system import Device, Kind, SoundStream

_CHECKOUT = Path(__file__).parents[2]
_HINT = "Install a virtual device."

_PROGRAM = """
import sys
from captioner.app.command_line import main
status = main(["devices"])
print(status, *sorted({name.partition(".")[0] for name in sys.modules}))
"""


class ListedDevices:
    """A sound system of which only the list matters."""

    no_system_sound_hint = _HINT

    def __init__(self, devices: list[Device]) -> None:
        self._devices = devices

    def devices(self) -> list[Device]:
        return self._devices

    def open(self, device: Device) -> SoundStream:
        raise NotImplementedError

    def refresh(self) -> None:
        raise NotImplementedError


def device(kind: Kind, name: str, label: str, *, default: bool = False) -> Device:
    return Device(kind, name, label, "test", 2, 48_000, default)


def test_people_see_names_and_what_to_type(sound_server: SoundServer, captioner: Captioner) -> None:
    ran = captioner("devices")
    assert (ran.status, ran.errors) == (0, "")
    lines = ran.out.splitlines()
    assert lines[0] == "Microphones"
    assert any(re.fullmatch(r"  \* Virtual_Mic +PulseAudio, 48000 Hz, stereo", line) for line in lines)
    assert any(line.startswith("  * Virtual_Speaker ") for line in lines)
    assert "    captioner listen --mic Virtual_Mic --system Virtual_Speaker" in lines


def test_programs_see_every_field(sound_server: SoundServer, captioner: Captioner) -> None:
    ran = captioner("devices", "--json")
    assert ran.status == 0
    rows = json.loads(ran.out)
    assert {"kind": "system", "name": MONITOR, "label": "Virtual_Speaker", "host": "PulseAudio", "channels": 2,
            "rate": 48_000, "default": True} in rows  # fmt: skip
    assert [row["name"] for row in rows if row["kind"] == "microphone" and row["default"]] == [MIC]


def test_what_is_printed_is_what_listen_understands(sound_server: SoundServer) -> None:
    system = sound_system()
    devices = system.devices()
    for device in devices:
        assert find_device(system, device.kind, spoken_name(device, devices)) == device


def test_neither_is_an_error_with_the_way_out(empty_sound_server: SoundServer, captioner: Captioner) -> None:
    ran = captioner("devices")
    assert (ran.status, ran.out) == (1, "")
    assert "neither a microphone nor a system-audio source" in ran.errors
    assert "Plug a microphone in" in ran.errors
    ran = captioner("devices", "--json")
    assert (ran.status, json.loads(ran.out)) == (1, [])


def test_one_of_the_two_is_enough(empty_sound_server: SoundServer, captioner: Captioner) -> None:
    empty_sound_server.plug_in_speaker()
    ran = captioner("devices")
    assert ran.status == 0
    assert "    none. Plug one in to caption what you say too." in ran.out.splitlines()
    assert "captioner listen --system Virtual_Speaker" in ran.out


def test_without_a_sound_server_the_list_decides_the_status(
    empty_sound_server: SoundServer, captioner: Captioner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PULSE_SERVER", "unix:/nowhere")
    ran = captioner("devices", "--json")
    assert ran.status == (0 if json.loads(ran.out) else 1)
    assert bool(ran.errors) == (ran.status == 1)


def test_without_portaudio_the_error_says_what_to_install(tmp_path: Path) -> None:
    """sounddevice as it is where the system lacks the library: it cannot be imported."""
    (tmp_path / "sounddevice.py").write_text('raise OSError("PortAudio library not found")\n')
    paths = os.pathsep.join([str(tmp_path), str(_CHECKOUT)])
    ran = subprocess.run(
        command("devices"), env=os.environ | {"PYTHONPATH": paths}, capture_output=True, text=True, check=False
    )
    assert (ran.returncode, ran.stdout) == (1, "")
    assert "PortAudio cannot be loaded" in ran.stderr
    assert "nstall" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_no_engine_and_no_window_is_loaded_to_list_devices(sound_server: SoundServer) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", _PROGRAM], cwd=_CHECKOUT, capture_output=True, encoding="utf-8", check=False
    )
    assert ran.returncode == 0, ran.stderr
    assert "* Virtual_Mic" in ran.stdout
    status, *loaded = ran.stdout.splitlines()[-1].split()
    assert status == "0"
    assert {"sounddevice", "pulsectl"} <= set(loaded)
    assert {"PySide6", "faster_whisper", "ctranslate2", "av", "onnxruntime"}.isdisjoint(loaded)


def test_twins_are_called_by_their_names() -> None:
    twins = [device("microphone", "usb.1", "Headset"), device("microphone", "usb.2", "Headset")]
    speaker = device("system", "out", "Headset", default=True)
    assert [spoken_name(one, [*twins, speaker]) for one in (*twins, speaker)] == ["usb.1", "usb.2", "Headset"]
    page = listing([*twins, speaker], _HINT)
    assert "  * Headset  test, 48000 Hz, stereo" in page
    assert "captioner listen --mic usb.1 --system Headset" in page


def test_a_name_with_spaces_is_quoted_and_one_with_commands_for_the_terminal_tamed() -> None:
    page = listing([device("microphone", "x", "Anna's \x1b[2JMic 麦克风", default=True)], _HINT)
    assert "\x1b" not in page
    assert _HINT in page
    assert "--mic '" in page or '--mic "' in page


_LABELS = st.text(st.characters(categories=["L", "N", "P", "Zs"]), min_size=1, max_size=30)


@given(st.lists(st.tuples(st.sampled_from(["microphone", "system"]), _LABELS), min_size=1, max_size=6))
def test_every_device_can_be_called(rows: list[tuple[Kind, str]]) -> None:
    devices = [device(kind, f"\0{number}", label) for number, (kind, label) in enumerate(rows)]
    system = ListedDevices(devices)
    for one in devices:
        assert find_device(system, one.kind, spoken_name(one, devices)) == one
    assert listing(devices, _HINT).count("\n") >= len(devices) + 4
