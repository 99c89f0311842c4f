"""What the doctor tells about disks, left-over sound and the log."""

import os
import shutil
from pathlib import Path

import numpy as np
import pytest
from running import Captioner

from captioner.app.doctor.files import examine_files, examine_room, left_overs
from captioner.app.folders import Folders, folders
from captioner.audio.decode import Decoder
from captioner.audio.spool import DiskSpool
from captioner.core.sound import SAMPLE_RATE


@pytest.mark.parametrize(
    ("free", "severity"),
    [(2_000_000_000, "ok"), (1_999_999_999, "warning"), (200_000_000, "warning"), (199_999_999, "error"), (0, "error")],
)
def test_room_on_the_disk(tmp_path: Path, free: int, severity: str) -> None:
    finding = examine_room("Room", tmp_path / "not" / "there" / "yet", free)
    assert finding.severity == severity
    assert bool(finding.hint) == (severity != "ok")
    assert examine_room("Room", tmp_path).text.endswith(f" free in {tmp_path}")


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    finding = examine_room("Room", tmp_path / "file" / "spool")
    assert finding.severity == "error"
    assert str(tmp_path / "file") in finding.hint
    blocked = Folders(tmp_path, tmp_path, tmp_path / "file" / "state", tmp_path, tmp_path, tmp_path / "library")
    (log,) = (found for found in examine_files(blocked) if found.subject == "Log")
    assert log.severity == "warning"


def test_sound_of_a_session_that_was_killed_is_found_and_can_be_captioned(
    captioner: Captioner, home: Path, speech_dir: Path, tiny_whisper: Path, tmp_path: Path
) -> None:
    places = folders()
    with Decoder(str(speech_dir / "talk_00.flac")) as decoder:
        talk = np.concatenate(list(decoder.blocks()))
    running = DiskSpool(places.spool / "2031-01-01_10-00-00_99_mic.wav")
    try:
        running.append(talk)
        assert left_overs(places.spool) == []
        killed = places.spool / "2030-01-01_10-00-00_42_mic.wav"
        shutil.copy(running.path, killed)  # as kill -9 leaves it: without its length
        now_s = running.path.stat().st_mtime
        os.utime(killed, (now_s - 61,) * 2)
        (found,) = left_overs(places.spool, now_s)
        assert found.path == killed
        assert found.seconds == len(talk) / SAMPLE_RATE
        told = {finding.subject: finding for finding in examine_files(places)}
        finding = told["Left-over sound"]
        assert finding.severity == "warning"
        assert f"{len(talk) / SAMPLE_RATE / 60:.1f} minutes that belong to no session (1 file, " in finding.text
        assert f"captioner transcribe {killed} -o {killed.stem}.srt" in finding.hint
        srt = tmp_path / "out.srt"
        assert captioner("transcribe", killed, "-o", srt, "--model", tiny_whisper).status == 0
        assert srt.stat().st_size > 0
    finally:
        running.close()


def test_nothing_left_is_not_mentioned(home: Path) -> None:
    assert "Left-over sound" not in {finding.subject for finding in examine_files(folders())}
