"""Media files as sessions: the queue that works through them."""

import multiprocessing
import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from expected_log import ExpectedLog
from library_runs import only_session, opened, text_of_cues
from msgspec.structs import replace
from word_errors import word_error_rate

from captioner.app.file_queue import FileQueue
from captioner.app.folders import folders
from captioner.app.hearings import Hearing, Hearings
from captioner.app.media_files import media_files
from captioner.app.queue_file import QueueFile
from captioner.core.library import SessionTrack
from captioner.core.settings import RecognitionSettings, Settings, TranscriptSettings
from captioner.core.transcription import Job, QueueState

Manifest = dict[str, dict[str, Any]]


class Queue:
    """A queue and what it told."""

    def __init__(self, model: Path, transcripts: Path) -> None:
        self.settings = Settings(
            recognition=RecognitionSettings(engine="whisper", model=str(model), device="cpu"),
            transcript=TranscriptSettings(folder=str(transcripts), formats=("srt", "vtt")),
        )
        self.states: list[QueueState] = []
        self.again: dict[int, Hearing] = {}
        self.queue = FileQueue(
            folders(),
            lambda: self.settings,
            self.states.append,
            lambda session, hearing: self.again.update({session: hearing}),
        )

    def job(self, job: int) -> Job:
        return next(one for one in self.queue.state.jobs if one.id == job)

    def until(self, done: Callable[[], bool], timeout_s: float = 60) -> None:
        deadline = time.monotonic() + timeout_s
        while not done():
            assert time.monotonic() < deadline, f"waited in vain: {self.queue.state}"
            time.sleep(0.01)

    def finish(self) -> None:
        self.until(lambda: all(job.over for job in self.queue.state.jobs))


@pytest.fixture
def files(tiny_whisper: Path, tmp_path: Path) -> Iterator[Queue]:
    made = Queue(tiny_whisper, tmp_path / "transcripts")
    yield made
    made.queue.close()
    for thread in threading.enumerate():
        if thread.name == "file queue":  # one that had nothing more to do ends by itself
            thread.join(20)
            assert not thread.is_alive()


def test_a_file_becomes_a_session_like_any_other(
    files: Queue, speech_dir: Path, manifest: Manifest, tmp_path: Path
) -> None:
    source = tmp_path / "Talk of today.flac"
    shutil.copy(speech_dir / "talk_00.flac", source)
    (job,) = files.queue.add_files([source])
    files.finish()
    done = files.job(job)
    entry = manifest["talk_00.flac"]
    assert (done.state, done.trouble, done.left_s) == ("done", None, None)
    assert done.heard_ms == done.whole_ms == pytest.approx(1000 * entry["duration"], abs=20)
    session, cues = only_session()
    assert (session.id, session.title, session.source) == (done.session, "Talk of today", str(source))
    assert (session.phase, session.model, session.language) == ("ended", "tiny-whisper", "en")
    assert [track.id for track in session.tracks] == ["file"]
    assert word_error_rate(entry["text"], text_of_cues(cues)) <= 0.05
    names = sorted(path.name for path in (tmp_path / "transcripts").iterdir())
    assert [name[20:] for name in names] == ["Talk of today.srt", "Talk of today.vtt"]
    states = [job.state for state in files.states for job in state.jobs]
    assert list(dict.fromkeys(states)) == ["waiting", "loading", "working", "done"]
    with opened() as library:
        library.purge([session.id])
    assert list((tmp_path / "transcripts").iterdir()) == []
    assert source.exists()


def test_broken_files_do_not_stop_the_rest_and_can_be_tried_again(
    files: Queue, speech_dir: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "media"
    (folder / "deeper").mkdir(parents=True)
    (folder / "a broken.mp3").write_bytes(b"not at all" * 99)
    shutil.copy(speech_dir / "fixed_00.flac", folder / "deeper" / "b good.flac")
    shutil.copy(speech_dir / "silence.flac", folder / "c silent.flac")
    (folder / "notes.txt").touch()
    (folder / ".hidden.wav").touch()
    jobs = files.queue.add_files([folder])
    files.finish()
    results = [(files.job(job).name, files.job(job).state, files.job(job).session is not None) for job in jobs]
    assert results == [
        ("a broken.mp3", "failed", False),
        ("c silent.flac", "done", False),
        ("b good.flac", "done", True),
    ]
    broken, silent = files.job(jobs[0]), files.job(jobs[1])
    assert broken.trouble is not None
    assert "a broken.mp3" in broken.trouble.text
    assert silent.trouble is not None
    assert silent.trouble.text == "No speech was found in c silent.flac."
    shutil.copy(speech_dir / "fixed_01.flac", folder / "a broken.mp3")
    files.queue.retry(jobs[0])
    files.finish()
    assert files.job(jobs[0]).state == "done"
    files.queue.forget_over()
    assert files.queue.state.jobs == ()


def test_it_can_be_paused_in_the_middle_of_a_file_and_cancelled(
    files: Queue, long_talk: Path, speech_dir: Path
) -> None:
    first, second, third = files.queue.add_files(
        [long_talk, speech_dir / "fixed_00.flac", speech_dir / "fixed_01.flac"]
    )
    files.until(lambda: files.job(first).heard_ms > 0)
    files.queue.pause(True)
    heard = files.job(first).heard_ms
    time.sleep(1)
    assert files.job(first).heard_ms - heard < 30_000
    heard = files.job(first).heard_ms
    time.sleep(0.5)
    assert files.job(first).heard_ms == heard
    files.queue.cancel(second)
    files.queue.cancel(first)
    files.until(lambda: files.job(first).over)
    assert not files.job(third).over
    files.queue.pause(False)
    files.finish()
    assert [files.job(job).state for job in (first, second, third)] == ["cancelled", "cancelled", "done"]
    with opened() as library:
        assert [session.title for session in library.sessions()] == ["fixed_01"]


def test_an_engine_that_crashes_fails_one_file_and_not_the_next(
    files: Queue, long_talk: Path, speech_dir: Path, expect_log: ExpectedLog
) -> None:
    expect_log("ended with exit code -9")
    first, second = files.queue.add_files([long_talk, speech_dir / "fixed_00.flac"])
    files.until(lambda: files.job(first).heard_ms > 0)
    for engine in multiprocessing.active_children():
        engine.kill()
    files.finish()
    assert [files.job(job).state for job in (first, second)] == ["failed", "done"]
    files.queue.retry(first)
    files.until(lambda: files.job(first).heard_ms > 0)
    files.queue.cancel(first)
    files.finish()


def test_it_rests_while_a_live_session_needs_the_computer(files: Queue, speech_dir: Path) -> None:
    files.queue.hold(True)
    (job,) = files.queue.add_files([speech_dir / "fixed_00.flac"])
    assert files.queue.add_files([speech_dir / "fixed_00.flac"]) == [], "it waits already"
    time.sleep(0.2)
    assert files.job(job).state == "waiting"
    files.queue.hold(False)
    files.finish()
    assert files.job(job).state == "done"


def test_a_session_is_heard_once_more_by_its_tracks(files: Queue, speech_dir: Path, manifest: Manifest) -> None:
    (job,) = files.queue.add_files([speech_dir / "fixed_03.flac"])
    files.finish()
    session = files.job(job).session
    assert session is not None
    again = files.queue.add_again(session, "fixed", files.settings.recognition)
    files.finish()
    assert files.job(again).state == "done"
    said = " ".join(cue.text.replace("\n", " ") for cue in files.again[session].cues)
    assert word_error_rate(manifest["fixed_03.flac"]["text"], said) <= 0.1
    ((kept, hearing),) = Hearings(folders()).kept()
    assert (kept, hearing.language) == (session, "en")
    assert [(cue.text, cue.track, cue.start_ms) for cue in hearing.cues] == [
        (cue.text, cue.track, cue.start_ms) for cue in files.again[session].cues
    ]
    assert [len(cue.words) for cue in hearing.cues] == [len(cue.words) for cue in files.again[session].cues]
    with opened() as library:
        library.purge([session])
    assert list(Hearings(folders()).kept()) == [], "it goes with the session"
    gone = files.queue.add_again(session, "fixed", files.settings.recognition)
    files.finish()
    assert files.job(gone).state == "failed"


def test_the_rest_of_a_session_that_was_cut_off_is_queued_like_a_file(files: Queue, speech_dir: Path) -> None:
    folders().spool.mkdir(parents=True)
    spool = folders().spool / "killed.wav"
    shutil.copy(speech_dir / "fixed_00.flac", spool)  # a decoder looks into it, not at its name
    with opened() as library:
        writer = library.begin(title="Cut", began_ms=0, tracks=[SessionTrack("mic")], model="m", spools={"mic": spool})
        writer.leave()
        files.queue.add_recovery(writer.id, "Cut")
        files.finish()
        (session,) = library.sessions()
    assert session.phase == "ended"
    assert session.cues > 0


def test_what_waits_at_the_end_waits_again_at_the_next_start(
    files: Queue, tiny_whisper: Path, speech_dir: Path, long_talk: Path, tmp_path: Path
) -> None:
    odd = tmp_path / os.fsdecode(b"caf\xe9 no unicode.flac")
    shutil.copy(speech_dir / "fixed_00.flac", odd)
    (long, *_) = files.queue.add_files([long_talk, odd])
    wishes = replace(files.settings.recognition, language="en")
    files.queue.add_again(7, "Meeting", wishes)
    files.until(lambda: files.job(long).heard_ms > 0)
    files.queue.close()
    again = Queue(tiny_whisper, tmp_path / "transcripts")
    try:
        again.queue.pause(True)
        assert again.queue.restore() == 3
        assert [(job.kind, job.source, job.session) for job in again.queue.state.jobs] == [
            ("file", str(long_talk), None),
            ("file", str(odd), None),
            ("again", "", 7),
        ]
        assert again.queue._wishes == {3: wishes}
        again.queue.cancel(1)
        again.queue.pause(False)
        again.finish()
        assert [job.state for job in again.queue.state.jobs] == ["cancelled", "done", "failed"]
    finally:
        again.queue.close()
    assert Queue(tiny_whisper, tmp_path).queue.restore() == 0
    assert not list(folders().state.glob("queue*"))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[",
        "{}",
        "[1]",
        "[" * 100_000,
        '[{"kind": "file", "name": "x", "source": "relative"}]',
        '[{"kind": "file", "name": "x", "source": "/a\\u0000b"}]',
        '[{"kind": "again", "name": "x", "session": 1}]',
        '[{"kind": "recovery", "name": "x"}]',
        '[{"kind": "other", "name": "x"}]',
        '[{"kind": "again", "name": "x", "session": 1, "wishes": {"language": "../../etc"}}]',
        "\u00e9",
    ],
)
def test_a_list_of_waiting_jobs_that_makes_no_sense_is_none(text: str, tmp_path: Path) -> None:
    path = tmp_path / "queue.json"
    path.write_text(text, encoding="utf-8")
    assert QueueFile(path).read() == []


def test_folders_are_searched_for_media(tmp_path: Path) -> None:
    for name in ("b.MP4", "a.wav", "x.txt", ".y.wav", ".git/z.wav", "sub/c.ogg"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    found = [str(path.relative_to(tmp_path)) for path in media_files([tmp_path, tmp_path / "x.txt"])]
    assert found == ["a.wav", "b.MP4", "sub/c.ogg", "x.txt"]
