"""The library keeps sessions: begun, grown, listed, named, merged, thrown away."""

import os
import stat
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from library_sessions import MIC, SYSTEM, begin, cue, names_in, session_of, texts_of

from captioner.core.caption import Cue, CueWord
from captioner.core.errors import LibraryConflict, LibraryError, OutputError
from captioner.core.library import CueChange, SessionFilter
from captioner.transcript.edits import rename_speaker
from captioner.transcript.library import Library

posix = pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "library.sqlite3"


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    library = Library.open(path)
    yield library
    library.close()


def test_a_session_from_its_beginning_to_its_end(library: Library, tmp_path: Path) -> None:
    writer = library.begin(
        title="Monday",
        began_ms=1_700_000_000_000,
        tracks=(MIC, SYSTEM),
        model="small",
        subtitles=tmp_path / "a.srt",
        recording=tmp_path / "a.flac",
        source="https://example.org/talk.mp3",
    )
    (running,) = library.sessions()
    assert (running.phase, running.cues, running.first_words) == ("running", 0, "")
    writer.add([cue(1000, "Good morning."), cue(4000, "你好\nworld", track="system", speaker="Others")], language="en")
    writer.add([])
    writer.describe(model="large", language="en", title="Tuesday")
    writer.describe()
    writer.end(9_000)
    (info,) = library.sessions()
    assert info == library.session(writer.id)
    assert (info.id, info.title, info.phase, info.duration_ms) == (writer.id, "Tuesday", "ended", 9000)
    assert (info.model, info.language, info.tracks) == ("large", "en", (MIC, SYSTEM))
    assert (info.cues, info.words, info.first_words) == (2, 5, "Good morning. 你好 world")
    assert (info.subtitles, info.recording) == (tmp_path / "a.srt", tmp_path / "a.flac")
    assert (info.source, info.began_ms) == ("https://example.org/talk.mp3", 1_700_000_000_000)
    stored = library.cues(writer.id)
    assert [entry.cue for entry in stored] == [
        cue(1000, "Good morning."),
        cue(4000, "你好\nworld", track="system", speaker="Others"),
    ]
    assert {(entry.language, entry.edited) for entry in stored} == {("en", False)}
    assert len({entry.id for entry in stored}) == 2


def test_it_is_all_there_when_it_is_opened_again(path: Path) -> None:
    first = Library.open(path)
    session = session_of(first, ["One.", "Two."])
    before = (first.sessions(), first.cues(session))
    first.close()
    first.close()
    second = Library.open(path)
    assert (second.sessions(), second.cues(session)) == before
    assert second.notices == ()
    second.close()
    assert list(names_in(path.parent)) == ["library.sqlite3"]


def test_an_empty_session_leaves_nothing(library: Library, path: Path) -> None:
    writer = begin(library, "Nothing was said")
    writer.end(60_000)
    assert library.sessions() == []
    assert library.session(writer.id) is None
    assert library.sessions(SessionFilter(text="nothing")) == []
    assert not list(path.parent.glob("*.lock"))


def test_cues_come_in_order_of_time_and_in_parts(library: Library) -> None:
    writer = begin(library)
    writer.add([cue(5000, "later", track="system")])
    writer.add([cue(1000, "earlier"), cue(5000, "as late")])
    assert texts_of(library, writer.id) == ["earlier", "later", "as late"]
    assert [entry.cue.text for entry in library.cues(writer.id, first=1, count=1)] == ["later"]
    assert [entry.cue.text for entry in library.cues(writer.id, first=2)] == ["as late"]
    assert library.cues(writer.id, first=3) == library.cues(99) == []
    session = library.session(writer.id)
    assert session is not None
    assert session.first_words == "earlier later as late"
    writer.end(0)


def test_long_first_words_end_at_a_word(library: Library) -> None:
    session = library.session(session_of(library, ["antidisestablishmentarianism " * 40]))
    assert session is not None
    assert session.first_words == " ".join(["antidisestablishmentarianism"] * 4) + "…"
    chinese = library.session(session_of(library, ["好" * 500]))
    assert chinese is not None
    assert chinese.first_words == "好" * 120 + "…"


def test_halves_of_surrogate_pairs_do_not_stop_a_session(library: Library) -> None:
    writer = begin(library, "\udcff title")
    writer.add([Cue(0, 1000, "half \ud83d a pair", words=(CueWord(" half\ud83d", 0, 500, 1.0),))])
    (stored,) = library.cues(writer.id)
    assert (stored.cue.text, stored.cue.words[0].text) == ("half ? a pair", " half?")
    writer.end(0)


def test_sessions_are_listed_newest_first_and_filtered(library: Library) -> None:
    old = session_of(library, ["apples and pears"], "Old", 1000)
    new = session_of(library, ["oranges"], "New", 3000)
    middle = session_of(library, ["apples"], "Middle of it", 2000)
    library.tag(old, (" fruit ", "fruit", "", "two  words"))
    library.tag(middle, ("fruit",))

    def listed(which: SessionFilter = SessionFilter(), **part: int) -> list[int]:  # noqa: B008 - frozen
        return [session.id for session in library.sessions(which, **part)]

    assert listed() == [new, middle, old]
    assert listed(limit=1) == [new]
    assert listed(limit=5, offset=1) == [middle, old]
    assert listed(SessionFilter(text="Appl")) == [middle, old]
    assert listed(SessionFilter(text="of it")) == [middle]
    assert listed(SessionFilter(text=" ")) == [new, middle, old]
    assert listed(SessionFilter(text="?!")) == []
    assert listed(SessionFilter(tag="fruit")) == [middle, old]
    assert listed(SessionFilter(tag="fruit", began_after_ms=2000)) == [middle]
    assert listed(SessionFilter(began_after_ms=1000, began_before_ms=2000)) == [old]
    assert library.older_than(3000) == [middle, old]
    session = library.session(old)
    assert session is not None
    assert session.tags == ("fruit", "two words")


def test_renaming(library: Library) -> None:
    session = session_of(library, ["words"], "Before")
    library.rename(session, "After")
    assert [found.title for found in library.sessions(SessionFilter(text="after"))] == ["After"]
    assert library.sessions(SessionFilter(text="before")) == []
    with pytest.raises(LibraryError, match="no session 99"):
        library.rename(99, "Nobody")


def test_a_speaker_is_renamed_in_cues_and_tracks_or_in_neither(library: Library) -> None:
    writer = begin(library)
    writer.add([cue(0, "mine"), cue(1000, "hers", speaker="Ada"), cue(2000, "theirs", track="system", speaker="You")])
    writer.end(0)
    change = rename_speaker(library.cues(writer.id), "You", "Grace", (MIC, SYSTEM))
    made = library.change(writer.id, change)

    def names() -> list[str]:
        session = library.session(writer.id)
        assert session is not None
        return [track.speaker for track in session.tracks] + [e.cue.speaker for e in library.cues(writer.id)]

    assert names() == ["Grace", "Others", "Grace", "Ada", "Grace"]
    with pytest.raises(LibraryConflict, match="another window"):
        library.change(writer.id, CueChange(renamed=change.renamed))
    library.change(writer.id, made.inverse)
    assert names() == ["You", "Others", "You", "Ada", "You"]


def test_media_files_that_are_merged_follow_each_other(library: Library) -> None:
    """They are transcribed sooner than they last, or days apart."""

    def of_file(text: str, began_ms: int, source: str) -> int:
        writer = library.begin(title=text, began_ms=began_ms, tracks=(MIC,), model="small", source=source)
        writer.add([cue(1000, text)])
        writer.end(60_000)
        return writer.id

    ids = [
        of_file("one", 1_000, "one.mp4"),
        of_file("two", 3_000, "two.mp4"),
        of_file("live", 5_000, ""),
        of_file("three", 400_000_000, "three.mp4"),
    ]
    merged = library.merge(ids, "All")
    starts = [(entry.cue.text, entry.cue.start_ms) for entry in library.cues(merged)]
    assert starts == [("one", 1000), ("two", 61_000), ("live", 121_000), ("three", 181_000)]
    info = library.session(merged)
    assert info is not None
    assert info.duration_ms == 240_000


def test_merged_sessions_keep_their_distance(library: Library) -> None:
    morning = session_of(library, ["one", "two"], "Morning", 1_000_000)
    afternoon = session_of(library, ["three"], "Afternoon", 5_000_000)
    library.tag(morning, ("work",))
    library.tag(afternoon, ("late", "work"))
    merged = library.merge([afternoon, morning], "Day")
    (info,) = library.sessions()
    assert (info.id, info.title, info.began_ms, info.phase) == (merged, "Day", 1_000_000, "ended")
    assert (info.cues, info.words, info.duration_ms, info.first_words) == (3, 3, 4_010_000, "one two three")
    assert (info.tags, info.tracks, info.model) == (("work", "late"), (MIC, SYSTEM), "small")
    assert [entry.cue for entry in library.cues(merged)] == [cue(0, "one"), cue(10_000, "two"), cue(4_000_000, "three")]
    assert [(hit.session, hit.start_ms) for hit in library.search("three")] == [(merged, 4_000_000)]
    assert [session.id for session in library.discarded()] == [afternoon, morning]
    library.discard([merged])
    library.restore([morning, afternoon])
    assert [session.title for session in library.sessions()] == ["Afternoon", "Morning"]
    with pytest.raises(LibraryError, match="two sessions"):
        library.merge([morning, morning], "One")
    with pytest.raises(LibraryError, match="no session"):
        library.merge([morning, 77], "One")


def test_the_bin_hides_and_gives_back(library: Library) -> None:
    kept = session_of(library, ["kept words"])
    thrown = session_of(library, ["thrown words"], began_ms=2_000_000)
    library.discard([thrown])
    assert [session.id for session in library.sessions()] == [kept]
    assert [hit.session for hit in library.search("words")] == [kept]
    assert library.sessions(SessionFilter(text="thrown")) == []
    assert [session.id for session in library.discarded()] == [thrown]
    assert library.older_than(10**15) == [kept]
    library.restore([thrown])
    assert [session.id for session in library.sessions()] == [thrown, kept]


@posix
def test_nobody_else_can_read_it(library: Library, path: Path) -> None:
    begin(library).end(0)
    modes = {found.name: stat.S_IMODE(found.stat().st_mode) for found in path.parent.iterdir()}
    assert modes == dict.fromkeys(("library.sqlite3", "library.sqlite3-wal", "library.sqlite3-shm"), 384)
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    library.close()
    path.chmod(0o644)
    Library.open(path).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="what should be its folder is a file"):
        Library.open(tmp_path / "file" / "library.sqlite3")


def test_after_closing(library: Library) -> None:
    library.close()
    with pytest.raises(LibraryError, match="closed"):
        library.sessions()


def test_threads_with_a_library_each_lose_nothing(path: Path) -> None:
    def talk(name: str) -> None:
        library = Library.open(path)
        writer = begin(library, name)
        for number in range(40):
            writer.add([cue(1000 * number, f"{name} {number}")])
        writer.end(0)
        library.close()

    threads = [threading.Thread(target=talk, args=(name,)) for name in ("one", "two", "three")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    library = Library.open(path)
    assert {session.title: texts_of(library, session.id) for session in library.sessions()} == {
        name: [f"{name} {number}" for number in range(40)] for name in ("one", "two", "three")
    }
    library.close()


def test_nothing_that_is_asked_often_looks_at_every_cue(library: Library) -> None:
    session = session_of(library, ["some words"])
    asked: list[str] = []
    library._database.maintain(lambda db: db.set_trace_callback(asked.append))
    library.sessions(SessionFilter(text="words", tag="none"), limit=10)
    library.sessions(limit=10)
    library.search("some wor")
    library.cues(session, first=1, count=5)
    library.change(session, CueChange(tuple(library.cues(session))))
    library.cut_off()
    library._database.maintain(lambda db: db.set_trace_callback(None))
    chosen = [statement for statement in asked if "FROM" in statement]
    assert len(chosen) > 10
    plans = {
        statement: library._database.read(
            lambda db, statement=statement: [row[3] for row in db.execute(f"EXPLAIN QUERY PLAN {statement}")]  # type: ignore[misc]
        )
        for statement in chosen
        if not statement.startswith("--")
    }
    for statement, plan in plans.items():
        assert not any(step.startswith("SCAN cue") for step in plan), statement
        if "spoken MATCH" in statement and "LIMIT" in statement:
            assert not any("TEMP B-TREE" in step for step in plan), statement
