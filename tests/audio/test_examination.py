"""What the doctor tells about sound, on a real sound server and without one."""

from pathlib import Path

import pytest
from listening import Noise
from sound_server import MIC_FEED, SoundServer

from captioner.audio.devices import sound_system
from captioner.audio.examination import examine_capture, examine_sound, try_capture
from captioner.audio.permission import _in_flatpak, _on_linux, microphone_permission
from captioner.core.errors import SourceError
from captioner.core.sound import SAMPLE_RATE


def test_a_healthy_computer_has_only_good_findings(sound_server: SoundServer) -> None:
    findings = list(examine_sound())
    assert {finding.severity for finding in findings} == {"ok"}
    told = {finding.subject: finding.text for finding in findings}
    assert told["PortAudio"].startswith("PortAudio V")
    assert told["Sound server"].startswith("PulseAudio ")
    assert "Virtual_Mic" in told["Microphone"]
    assert any("Virtual_Speaker" in finding.text and "default" in finding.text for finding in findings)


def test_missing_devices_come_with_the_way_out(empty_sound_server: SoundServer) -> None:
    findings = {finding.subject: finding for finding in examine_sound()}
    assert findings["Microphone"].severity == "error"
    assert findings["System audio"].severity == "warning"
    assert all(findings[subject].hint for subject in ("Microphone", "System audio"))


def test_a_second_of_a_microphone_is_recorded_and_judged(sound_server: SoundServer, tmp_path: Path) -> None:
    silent, trial = examine_capture(sound_system(), "microphone")
    assert (silent.severity, trial is not None) == ("warning", True)
    sound_server.play(Noise(4.0, seed=40).wav(tmp_path, "noise"), MIC_FEED)
    finding, trial = examine_capture(sound_system(), "microphone")
    assert finding.severity == "ok", finding
    assert trial is not None
    assert trial.pcm.any()
    assert SAMPLE_RATE <= len(trial.pcm) < 1.5 * SAMPLE_RATE


def test_a_device_that_cannot_be_recorded_is_a_finding_and_not_a_crash(sound_server: SoundServer) -> None:
    finding, trial = examine_capture(sound_system(), "microphone", "nothing like it")
    assert finding.severity == "error"
    assert trial is None
    with pytest.raises(SourceError):
        try_capture(sound_system(), "microphone", "nothing like it")


def test_a_sandbox_says_whether_it_has_the_sound_socket(tmp_path: Path) -> None:
    info = tmp_path / ".flatpak-info"
    info.write_text("[Application]\nname=x\n[Context]\nsockets=x11;pulseaudio;\n")
    assert _in_flatpak(info) == "granted"
    info.write_text("[Context]\nsockets=wayland;\n")
    assert _in_flatpak(info) == "denied"
    info.write_text("nonsense")
    assert _in_flatpak(info) == "unknown"


def test_linux_lets_programs_of_the_user_record(tmp_path: Path) -> None:
    assert _on_linux(tmp_path) == "granted"
    assert microphone_permission("linux") in ("granted", "unknown")
