"""What stays of a live session: cues into the library and the subtitles, also where a disk does not take them."""

import random
import shutil
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from library_runs import only_session

from captioner.app.folders import folders
from captioner.app.library_keeper import LibraryKeeper, library_tracks
from captioner.app.session_transcript import SessionTranscript
from captioner.app.subtitle_file import SubtitleFile
from captioner.core.caption import Caption, Notice
from captioner.core.sound import SAMPLE_RATE, Track
from captioner.core.speech import Word
from captioner.transcript.formats import read_file
from captioner.transcript.library import Library

TRACKS = (Track("mic", "You"), Track("system", "Others"))


def final(number: int, *, track: str = "mic", cut: bool = False, language: str = "en") -> Caption:
    """The caption of an utterance of two words in the five seconds of this number."""
    start = 5 * number * SAMPLE_RATE
    words = (
        Word(" Sentence", start, start + SAMPLE_RATE, 0.9),
        Word(f" {number}" + ("" if cut else "."), start + SAMPLE_RATE, start + 2 * SAMPLE_RATE, 0.9),
    )
    heard = start + 2 * SAMPLE_RATE + 3200
    text = f"Sentence {number}."
    return Caption(number, track, 0, text, "", True, start, words[-1].end, 0.0, words, language, cut, heard)


class Session:
    """A session's transcript with real keepers, and what was told of it."""

    def __init__(self, srt: Path, spools: dict[str, Path] | None = None) -> None:
        self.srt = srt
        self.told: list[Notice] = []
        self.library = LibraryKeeper(
            folders().library,
            lambda library: library.begin(
                title="", began_ms=0, tracks=library_tracks(TRACKS), model="m", spools=spools or {}
            ),
            self.told.append,
        )
        self.subtitles = SubtitleFile(srt)
        self.transcript = SessionTranscript(
            TRACKS, "netflix", self.told.append, library=self.library, subtitles=self.subtitles
        )
        self.transcript.start()

    def end(self) -> bool:
        whole = self.transcript.finish()
        self.transcript.close(ended=whole, duration_ms=1000)
        return whole

    def until(self, done: Callable[[], bool]) -> None:
        deadline = time.monotonic() + 30
        while not done():
            assert time.monotonic() < deadline, "waited in vain"
            time.sleep(0.002)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = Session(tmp_path / "session.srt")
    yield made
    made.transcript.close(ended=False, duration_ms=0)


@contextmanager
def full_disk() -> Iterator[None]:
    """No file of this process can grow: what a full disk, or a quota, does."""
    if sys.platform == "win32":
        pytest.skip("there are no limits of file sizes on Windows")
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def numbers(srt: Path) -> list[str]:
    """The sentences in the file, without who said them."""
    return [cue.text.partition(": ")[2] for cue in read_file(srt)]


def test_library_and_subtitles_get_the_same_cues_and_who_said_them(session: Session) -> None:
    session.transcript.describe("large")
    for number in range(4):
        session.transcript.caption(final(number, track=TRACKS[number % 2].id, language="de" if number else "en"))
    assert session.end()
    info, cues = only_session()
    assert [stored.cue.text for stored in cues] == numbers(session.srt) == [f"Sentence {n}." for n in range(4)]
    assert [stored.cue.speaker for stored in cues] == ["You", "Others", "You", "Others"]
    assert [stored.language for stored in cues] == ["en", "de", "de", "de"]
    assert (info.model, info.language, info.phase) == ("large", "de", "ended")
    assert session.transcript.cues_in_order() == [stored.cue for stored in cues]
    assert session.told == []


def test_words_that_wait_for_the_end_of_a_sentence_count_as_not_heard(tmp_path: Path) -> None:
    spool = tmp_path / "mic.wav"
    spool.write_bytes(bytes(44 + 2 * 30 * SAMPLE_RATE))
    session = Session(tmp_path / "session.srt", {"mic": spool})
    session.transcript.caption(final(0))
    session.transcript.caption(final(1, cut=True))
    session.until(lambda: session.subtitles.cues == 1)
    library = Library.open(folders().library)
    session.until(lambda: library.unheard(1)[0].from_sample > 0)
    assert library.unheard(1)[0].from_sample == 5 * SAMPLE_RATE, "the second sentence begins there"
    library.close()
    assert session.end()
    assert numbers(session.srt) == ["Sentence 0.", "Sentence 1"]


def test_a_full_disk_is_told_once_and_costs_nothing_when_there_is_room_again(session: Session) -> None:
    session.transcript.caption(final(0))
    session.until(lambda: session.subtitles.cues == 1)
    with full_disk():
        for number in range(1, 20):
            session.transcript.caption(final(number))
        session.until(lambda: len(session.told) == 2)
        assert not session.transcript.finish()
    session.transcript.caption(final(20))
    assert session.end()
    _, cues = only_session()
    assert [stored.cue.text for stored in cues] == numbers(session.srt) == [f"Sentence {n}." for n in range(21)]
    assert len(session.told) == 2, "the library and the subtitles, each once"
    assert all(notice.severity == "error" and notice.hint for notice in session.told)
    assert session.transcript.troubled


@pytest.mark.parametrize("seed", range(6))
def test_a_disk_that_is_full_at_random_moments(session: Session, seed: int) -> None:
    draw = random.Random(seed)
    number = 0
    for _ in range(8):
        for _ in range(draw.randrange(6)):
            session.transcript.caption(final(number))
            number += 1
            time.sleep(draw.random() / 200)
        with full_disk():
            for _ in range(draw.randrange(6)):
                session.transcript.caption(final(number))
                number += 1
                time.sleep(draw.random() / 100)
    session.transcript.caption(final(number))
    assert session.end()
    _, cues = only_session()
    assert [stored.cue.text for stored in cues] == numbers(session.srt) == [f"Sentence {n}." for n in range(number + 1)]
    assert len(session.told) <= 2 * 2, "each message of each keeper once"
    check_database()


def test_what_the_library_never_got_counts_as_missing(session: Session) -> None:
    session.transcript.caption(final(0))
    session.until(lambda: session.subtitles.cues == 1)
    with full_disk():
        session.transcript.caption(final(1))
        session.until(lambda: len(session.told) == 2)
        assert not session.end()
    info, cues = only_session()
    assert [stored.cue.text for stored in cues] == numbers(session.srt) == ["Sentence 0."]
    assert info.phase == "cut off"
    check_database()


def test_without_a_library_the_subtitles_go_on_and_the_user_is_told_once(tmp_path: Path) -> None:
    folders().library.parent.parent.mkdir(parents=True)
    folders().library.parent.write_text("a file where the folder should be", encoding="utf-8")
    session = Session(tmp_path / "session.srt")
    for number in range(5):
        session.transcript.caption(final(number))
    assert session.transcript.finish()
    assert numbers(session.srt) == [f"Sentence {n}." for n in range(5)]
    assert len(session.told) == 1
    folders().library.parent.unlink()
    session.transcript.caption(final(5))
    assert session.end()
    _, cues = only_session()
    assert [stored.cue.text for stored in cues] == [f"Sentence {n}." for n in range(6)]


def test_a_folder_for_transcripts_that_vanishes_is_told_once_and_made_up_for(tmp_path: Path) -> None:
    folder = tmp_path / "transcripts"
    folder.mkdir()
    session = Session(folder / "session.srt")
    session.transcript.caption(final(0))
    session.until(lambda: session.subtitles.cues == 1)
    shutil.move(folder, tmp_path / "away")
    for number in range(1, 4):
        session.transcript.caption(final(number))
    assert session.transcript.finish(), "the library has it all"
    assert [notice.remedy for notice in session.told] == ["transcripts"]
    folder.mkdir()
    session.transcript.caption(final(4))
    assert session.end()
    assert numbers(session.srt) == [f"Sentence {n}." for n in range(5)]
    assert len(only_session()[1]) == 5


def check_database() -> None:
    db = sqlite3.connect(folders().library)
    try:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    finally:
        db.close()
