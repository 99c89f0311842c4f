"""The ``captioner`` command itself: what becomes of bugs, of signals, of a bad place for the log."""

import os
import signal
import subprocess
import time
from pathlib import Path

import pytest
from expected_log import ExpectedLog
from running import Captioner, command, started

from captioner.app import info
from captioner.transcript.formats.subrip import SubRip


def test_a_bug_is_one_line_and_a_traceback_in_the_log(
    captioner: Captioner, home: Path, expect_log: ExpectedLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    def buggy(arguments: object) -> int:
        raise RuntimeError("nobody thought of this")

    monkeypatch.setattr(info, "run", buggy)
    expect_log("bug")
    ran = captioner("info", "x")
    log = home / "state" / "captioner.log"
    assert ran.status == 1
    assert ran.errors.splitlines() == [
        f"captioner: a fault of captioner itself: RuntimeError: nobody thought of this — details are in {log}"
    ]
    assert "Traceback" in log.read_text(encoding="utf-8")


def test_without_a_place_for_the_log_it_goes_on_and_says_so(captioner: Captioner, speech_dir: Path, home: Path) -> None:
    (home / "state").touch()
    ran = captioner("info", speech_dir / "fixed_00.flac")
    assert ran.status == 0
    assert ran.errors.startswith("Warning: The log cannot be written")


def test_a_settings_file_that_was_named_must_be_there(captioner: Captioner, speech_dir: Path, tmp_path: Path) -> None:
    ran = captioner("--settings", tmp_path / "none.toml", "transcribe", speech_dir / "fixed_00.flac", "-o", "-")
    assert (ran.status, ran.out) == (1, "")
    assert ran.errors.startswith("Error: There is no settings file")


def test_output_is_utf8_whatever_the_locale(speech_dir: Path, tmp_path: Path) -> None:
    (tmp_path / "说话.flac").symlink_to(speech_dir / "fixed_00.flac")
    ran = subprocess.run(
        command("info", tmp_path / "说话.flac"),
        env={**os.environ, "PYTHONIOENCODING": "latin-1"},
        capture_output=True,
        check=True,
        timeout=60,
    )
    assert "说话.flac" in ran.stdout.decode("utf-8")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full, as Linux has it")
def test_standard_output_that_takes_nothing_is_one_line(speech_dir: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            command("info", speech_dir / "fixed_00.flac"), stdout=full, stderr=subprocess.PIPE, check=False, timeout=60
        )
    assert ran.returncode == 1
    assert ran.stderr.startswith(b"Error: The disk is full.")
    assert len(ran.stderr.splitlines()) == 2


@pytest.mark.skipif(os.name == "nt", reason="closes streams with a shell")
def test_without_standard_output_and_error_it_works(speech_dir: Path) -> None:
    """As in a program without a console."""
    for name, status in ((speech_dir / "fixed_00.flac", 0), ("missing", 1)):
        closed = ["bash", "-c", 'exec "$@" >&- 2>&-', "bash", *command("info", name)]
        assert subprocess.run(closed, check=False, timeout=60).returncode == status


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
@pytest.mark.parametrize("name", ["SIGTERM", pytest.param("SIGHUP", marks=pytest.mark.slow)])
def test_being_told_to_end_captions_what_was_said(
    name: str, tiny_whisper: Path, long_talk: Path, home: Path, tmp_path: Path
) -> None:
    srt = tmp_path / "talk.srt"
    process = started("listen", "--from", long_talk, "--model", tiny_whisper, "--srt", srt)
    deadline = time.monotonic() + 60
    while not (srt.exists() and srt.stat().st_size) and time.monotonic() < deadline:
        time.sleep(0.1)
    time.sleep(1.5)  # in the middle of a sentence
    process.send_signal(signal.Signals[name])
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 0, errors
    assert len(SubRip().read(srt.read_text(encoding="utf-8"))) >= 2
    assert list((home / "state" / "spool").iterdir()) == []
