"""``captioner doctor`` on a healthy computer and on broken ones."""

import json
import platform
import shutil
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from expected_log import ExpectedLog
from running import Captioner
from sound_server import MIC_FEED, SPEAKER, SoundServer, write_wav

from captioner.app.doctor.command import page, without_home
from captioner.app.doctor.sound import examine_sound_apart, findings_of
from captioner.audio.decode import Decoder
from captioner.audio.examination import Finding
from captioner.core.sound import SAMPLE_RATE
from captioner.speech.cuda_probe import ChildEnd
from captioner.transcript.plain_text import columns


@pytest.fixture
def talk_wav(speech_dir: Path, manifest: dict[str, dict[str, Any]], tmp_path: Path) -> Path:
    """Half a minute of speech to play, without a pause in which a second of it would be silent."""
    with Decoder(str(speech_dir / "talk_00.flac")) as decoder:
        talk = np.concatenate(list(decoder.blocks()))
    spoken = [
        talk[round(utterance["start"] * SAMPLE_RATE) : round(utterance["end"] * SAMPLE_RATE)]
        for utterance in manifest["talk_00.flac"]["utterances"]
    ]
    return write_wav(tmp_path / "talk.wav", np.resize(np.concatenate(spoken), 30 * SAMPLE_RATE), SAMPLE_RATE)


def by_subject(findings: list[Finding]) -> dict[str, Finding]:
    return {finding.subject: finding for finding in findings}


def test_a_healthy_computer(
    sound_server: SoundServer,
    captioner: Captioner,
    talk_wav: Path,
    home: Path,
    tiny_whisper: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shutil.copytree(tiny_whisper, home / "data" / "models" / "base")
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    for sink in (SPEAKER, MIC_FEED):
        sound_server.play(talk_wav, sink)
    ran = captioner("doctor", "--json")
    rows = json.loads(ran.out)
    told = by_subject([Finding(**row) for row in rows])
    assert ran.status == 0, ran.out
    assert not [row for row in rows if row["severity"] == "error"]
    assert told["Sound server"].text.startswith("PulseAudio ")
    assert told["Model"].text == f"base, in {home / 'data' / 'models' / 'base'}"
    assert told["Models here"].text.startswith("base (3 MB)")
    assert told["Settings"].text.startswith("the defaults")
    assert told["Log"].severity == "ok"
    for track in ("Microphone", "System audio"):
        assert told[f"{track}, one second"].severity == "ok", told
        heard = told[f"{track}, speech detection"]
        assert heard.severity == "ok"
        assert " 0 lost; 3" in heard.text
        assert "speech in 0," not in heard.text
    assert {"captioner", "Python", "Packages", "Operating system", "PortAudio", "Microphone permission", "Screen",
            "GPU", "Room for sound", "Room for models"} <= set(told)  # fmt: skip
    assert platform.node() not in ran.out


def test_a_computer_without_sound_and_with_broken_settings(
    empty_sound_server: SoundServer, captioner: Captioner, tmp_path: Path
) -> None:
    settings = tmp_path / "mine.toml"
    settings.write_text('version = 1\n[recognition]\ndevice = "gpu"\n')
    ran = captioner("--settings", settings, "doctor")
    assert (ran.status, ran.errors) == (1, "")
    assert all(columns(line) <= 80 for line in ran.out.splitlines() if "/" not in line)
    assert "error    Settings: recognition.device: Invalid enum value 'gpu'" in ran.out
    assert f"The file is {settings}." in ran.out.replace("\n           ", " ")
    assert "error    Microphone: none" in ran.out
    assert "         → Plug one in" in ran.out
    assert "warning  System audio: none" in ran.out
    assert "one second" not in ran.out
    assert "2 errors and " in ran.out.splitlines()[-1]
    assert "\x1b" not in ran.out


def test_a_sound_server_that_hangs_does_not_hang_the_doctor(sound_server: SoundServer, expect_log: ExpectedLog) -> None:
    sound_server.freeze()
    for subject in ("Sound", "Microphone, one second", "System audio, one second"):
        expect_log(f"{subject}: a trial ended with 1; printed: Timeout")
    findings = examine_sound_apart(answer_s=1.5)
    assert [finding.severity for finding in findings] == ["error"] * 3
    assert all(finding.text == "no answer within 2 s" and finding.hint for finding in findings)


def test_without_portaudio_the_rest_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """sounddevice as it is where the system lacks the library: it cannot be imported."""
    (tmp_path / "sounddevice.py").write_text('raise OSError("PortAudio library not found")\n')
    monkeypatch.syspath_prepend(str(tmp_path))
    (finding,) = examine_sound_apart()
    assert (finding.severity, finding.subject) == ("error", "PortAudio")
    assert "nstall" in finding.hint


def test_a_trial_that_crashes_is_a_finding(expect_log: ExpectedLog) -> None:
    expect_log("Sound: a trial ended with -11; printed: Segmentation fault")
    (crashed,) = findings_of(ChildEnd(None, None, -11, "Segmentation fault"), "Sound", 6)
    assert (crashed.severity, crashed.text) == ("error", "the trial crashed (exit code -11)")
    (raised,) = findings_of(ChildEnd(None, "no module named x", 0, ""), "Sound", 6)
    assert raised.text == "the trial failed: no module named x"
    good = Finding("ok", "Sound", "text")
    assert findings_of(ChildEnd((json.dumps(asdict(good)),), None, 0, ""), "Sound", 6) == [good]


def test_the_page_is_80_columns_wide_and_marks_severities_in_colour_on_demand() -> None:
    findings = [
        Finding("ok", "Packages", "numpy 2.4.6, " * 20),
        Finding("warning", "Screen", "none", "Start a desktop session. " * 8),
        Finding("error", "Model", "/a/path/that/" + "is-very-long/" * 10 + "base is damaged", "Fetch it again."),
    ]
    plain = page(findings, colour=False)
    lines = plain.splitlines()
    assert all(len(line) <= 80 or "/a/path" in line or "very-long" in line for line in lines)
    assert [line[:9].strip() for line in lines if line[:9].strip()][:3] == ["ok", "warning", "error"]
    assert "         → Start a desktop" in plain
    assert lines[-1] == "1 error and 1 warning."
    coloured = page(findings, colour=True)
    assert coloured != plain
    for code in ("\x1b[31m", "\x1b[32m", "\x1b[33m", "\x1b[0m"):
        coloured = coloured.replace(code, "")
    assert coloured == plain
    assert page(findings[:1], colour=False).endswith("All is well.\n")


def test_the_terminal_is_safe_from_what_devices_are_called() -> None:
    assert "\x1b" not in page([Finding("ok", "Microphone", "“\x1b[2J\x07”", "\x1b]0;x\x07")], colour=False)


def test_the_users_folder_is_not_named() -> None:
    home = Path("/home/anna")
    finding = Finding("ok", "Log", "/home/anna/log and /home/annabel/x, /home/anna.b, /home/anna.", "cd /home/anna")
    hidden = without_home(finding, home)
    assert hidden.text == "~/log and /home/annabel/x, /home/anna.b, ~."
    assert hidden.hint == "cd ~"
    assert without_home(finding, Path("/")) == finding


def test_help_reads_well(captioner: Captioner) -> None:
    for command in ("devices", "doctor"):
        ran = captioner(command, "--help")
        assert ran.status == 0
        assert "--json" in ran.out
        assert all(len(line) <= 100 for line in ran.out.splitlines())
