"""Live sessions in the library: cues as they come, a clean end, an end that leaves something."""

import signal
import stat
import time
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from library_runs import only_session, opened, text_of_cues, wait_for_cue
from running import Captioner, interrupted, started
from word_errors import word_error_rate

from captioner.app.folders import folders
from captioner.app.session_files import session_files
from captioner.core.settings import TranscriptSettings
from captioner.transcript.formats.subrip import SubRip


def test_a_session_is_kept_with_the_cues_of_its_subtitles(
    captioner: Captioner, tiny_whisper: Path, speech_dir: Path, manifest: dict[str, Any], tmp_path: Path
) -> None:
    srt = tmp_path / "talk.srt"
    ran = captioner(
        "listen", "--from", speech_dir / "talk_00.flac", "--pace", "0", "--model", tiny_whisper, "--srt", srt,
        "--library", "--title", "A talk",
    )  # fmt: skip
    assert ran.status == 0, ran.errors
    session, cues = only_session()
    assert (session.title, session.phase, session.model, session.cues) == ("A talk", "ended", "tiny-whisper", len(cues))
    assert [cue.cue.text for cue in cues] == [cue.text for cue in SubRip().read(srt.read_text(encoding="utf-8"))]
    said = text_of_cues(cues)
    assert word_error_rate(manifest["talk_00.flac"]["text"], said) <= 0.05
    assert all(cue.cue.words and cue.cue.track == "file" for cue in cues)
    assert session.duration_ms == pytest.approx(1000 * manifest["talk_00.flac"]["duration"], abs=20)
    assert session.subtitles is None, "it is the user's own file, not the session's"
    assert list(folders().spool.iterdir()) == []


def test_what_is_heard_of_a_file_is_kept_only_if_asked_for(
    captioner: Captioner, tiny_whisper: Path, speech_dir: Path
) -> None:
    assert (
        captioner("listen", "--from", speech_dir / "fixed_00.flac", "--pace", "0", "--model", tiny_whisper).status == 0
    )
    assert not folders().library.exists()


def test_a_session_in_which_nothing_is_said_leaves_nothing(
    captioner: Captioner, tiny_whisper: Path, speech_dir: Path
) -> None:
    assert captioner(
        "listen", "--from", speech_dir / "silence.flac", "--pace", "0", "--model", tiny_whisper, "--library"
    ).status == 0  # fmt: skip
    with opened() as library:
        assert library.sessions() == []


def test_only_the_user_can_read_the_library_and_the_sound(tiny_whisper: Path, long_talk: Path) -> None:
    process = started("listen", "--from", long_talk, "--model", tiny_whisper, "--library")
    try:
        wait_for_cue()
        with opened() as library:
            assert [session.phase for session in library.sessions()] == ["running"]
        for folder in (folders().library.parent, folders().spool):
            assert stat.S_IMODE(folder.stat().st_mode) == 0o700
            assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}
    finally:
        assert interrupted(process).status == 0
    assert only_session()[0].phase == "ended"


def test_to_leave_at_once_keeps_the_rest_for_later(tiny_whisper: Path, long_talk: Path) -> None:
    process = started("listen", "--from", long_talk, "--pace", "0", "--model", tiny_whisper, "--library")
    wait_for_cue()
    process.send_signal(signal.SIGINT)
    time.sleep(0.05)
    ran = interrupted(process)
    session, _ = only_session()
    if ran.status == 0:
        pytest.skip("this machine was so quick that nothing was left")
    assert session.phase == "cut off"
    assert "captioner recover" in ran.errors
    assert len(list(folders().spool.iterdir())) == 1


def test_the_folder_of_the_transcripts_is_made_for_the_user_alone(home: Path) -> None:
    files = session_files(TranscriptSettings(folder=str(home / "Captions")), folders(), datetime(2026, 5, 4, 9), "Talk")
    assert stat.S_IMODE(files.srt.parent.stat().st_mode) == 0o700
