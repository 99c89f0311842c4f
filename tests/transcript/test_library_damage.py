"""A damaged library is set aside, what can be read is recovered, and the work goes on."""

import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from library_sessions import begin, cue, names_in, session_of, texts_of

from captioner.core.caption import Cue
from captioner.core.library import SessionFilter
from captioner.transcript.library import Library
from captioner.transcript.library.migrations import STEPS
from captioner.transcript.library.pages import rows_in
from captioner.transcript.library.salvage import _COLUMNS

PAGE = 4096
TEXTS = [f"cue number {at} " + "of many words " * (at % 9) for at in range(400)]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of three sessions, closed; do not change it."""
    path = tmp_path_factory.mktemp("sound") / "library.sqlite3"
    library = Library.open(path)
    for at, title in enumerate(["First", "Second", "Third"]):
        writer = begin(library, title, 1_000_000 * (at + 1))
        writer.add([cue(10_000 * number, text) for number, text in enumerate(TEXTS)])
        writer.add([cue(10_000_000, "very long " * 4000)])
        writer.made(path.with_name(f"{title}.vtt"))
        writer.end(0)
        library.tag(writer.id, ("tagged", title))
    library.close()
    return path


@pytest.fixture
def path(sound: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(sound, tmp_path / "library.sqlite3"))


def overwrite(path: Path, page: int, data: bytes) -> None:
    with path.open("r+b") as file:
        file.seek((page - 1) * PAGE)
        file.write(data)


def pages_of(path: Path) -> int:
    return path.stat().st_size // PAGE


def everything(library: Library) -> list[object]:
    return [(session, library.cues(session.id)) for session in library.sessions()]


def test_every_schema_that_was_shipped_can_be_salvaged(sound: Path) -> None:
    """Rows are told by their columns: whoever changes these teaches ``salvage`` the old ones, too."""
    assert len(STEPS) == 1, "let salvage read the rows of each schema, and this test a damaged library of each"
    with closing(sqlite3.connect(sound)) as db:
        columns = {table: len(db.execute(f"PRAGMA table_info({table})").fetchall()) for table in _COLUMNS}
    assert columns == {table: len(known) for table, known in _COLUMNS.items()}


def test_rows_are_read_as_sqlite_reads_them(sound: Path) -> None:
    db = sqlite3.connect(sound)
    ids = [row for (row,) in db.execute("SELECT id FROM cue")]
    texts = dict(db.execute("SELECT id, text FROM cue"))
    db.close()
    read = {number: values[6] for number, values in rows_in(sound) if len(values) == 10}
    assert read == texts
    assert len(read) == len(ids) == 3 * (len(TEXTS) + 1)


def test_without_its_first_page_all_is_recovered(path: Path, sound: Path) -> None:
    before = Library.open(sound)
    expected = everything(before)
    before.close()
    overwrite(path, 1, bytes(PAGE))
    library = Library.open(path)
    assert everything(library) == expected
    (notice,) = library.notices
    assert notice.severity == "warning"
    assert "recovered: 1203." in notice.text
    (aside,) = (name for name in names_in(path.parent) if "damaged" in name)
    assert aside in notice.hint
    assert [session.title for session in library.sessions(SessionFilter(tag="tagged", text="second"))] == ["Second"]
    assert library.search("number 399")
    writer = begin(library, "Afterwards")
    writer.add([cue(0, "goes on")])
    writer.end(1)
    assert writer.id > 3
    library.close()
    again = Library.open(path)
    assert again.notices == ()
    assert len(again.sessions()) == 4
    again.close()


@pytest.mark.parametrize("contents", [b"", b"no database at all", b"\0" * 5000, b"SQLite format 3\0" + b"\xff" * 9000])
def test_a_file_that_is_no_database(path: Path, contents: bytes) -> None:
    path.write_bytes(contents)
    library = Library.open(path)
    assert library.sessions() == []
    assert len(library.notices) == bool(contents)
    assert session_of(library, ["words"]) == 1
    library.close()


def test_a_lost_session_gives_its_cues_to_a_new_one(path: Path) -> None:
    db = sqlite3.connect(path)
    db.execute("PRAGMA writable_schema = on")
    db.execute("DELETE FROM session WHERE id = 2")
    db.execute("UPDATE sqlite_schema SET sql = 'nonsense' WHERE name = 'track'")
    db.commit()
    db.close()
    library = Library.open(path)
    assert len(library.notices) == 1
    (lost,) = (session for session in library.sessions() if session.id == 2)
    assert (lost.title, lost.cues, lost.phase) == ("Recovered session", 401, "ended")
    assert texts_of(library, 2)[:400] == TEXTS
    assert {hit.session for hit in library.search("number 399")} == {1, 2, 3}
    library.close()


def test_damage_that_shows_later_is_mended_then(path: Path) -> None:
    library = Library.open(path)
    running = begin(library, "Running")
    running.add([cue(0, "before the damage")])
    library.close()
    damage_leaves(path, "cue", range(6, 9))
    library = Library.open(path)
    assert library.notices == ()
    found = [text for session in (1, 2, 3) for text in texts_of(library, session)]
    assert len(library.notices) == 1
    assert set(found) <= {*TEXTS, "very long " * 4000}
    assert len(found) > 1000
    assert texts_of(library, running.id) == ["before the damage"]
    library.close()


def damage_leaves(path: Path, table: str, which: range) -> None:
    """Overwrite some leaves of a table."""
    db = sqlite3.connect(path)
    leaves = [
        page for (page,) in db.execute("SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf'", (table,))
    ]
    db.close()
    for at in which:
        overwrite(path, leaves[at], b"\xa5" * PAGE)


def test_a_session_that_runs_survives_the_damage(path: Path) -> None:
    library = Library.open(path)
    running = begin(library, "Running")
    running.add([cue(0, "before")])
    other = Library.open(path)
    other.cues(1)
    damage_leaves(path, "session", range(1))
    for page in range(1, 3):
        overwrite(path, page, b"\x5a" * PAGE)
    third = Library.open(path)
    assert len(third.notices) == 1
    running.add([cue(1000, "after")])
    assert texts_of(other, running.id) == texts_of(third, running.id) == ["before", "after"]
    running.end(5)
    assert [session.phase for session in third.sessions()] == ["ended"] * len(third.sessions())
    for one in (library, other, third):
        one.close()


def test_damaged_words_leave_the_text(path: Path) -> None:
    db = sqlite3.connect(path)
    db.execute("UPDATE cue SET words = x'c1ffff', text = CAST(x'41ff42' AS TEXT) WHERE id = (SELECT min(id) FROM cue)")
    db.commit()
    db.close()
    library = Library.open(path)
    first = library.cues(1, count=1)[0].cue
    assert (first.text, first.words) == ("A\ufffdB", ())
    assert len(library.notices) == 1
    assert len(library.cues(3)) == 401
    library.close()


@pytest.mark.parametrize("seed", range(24))
def test_whatever_pages_are_overwritten_the_rest_is_there(path: Path, seed: int) -> None:
    lots = random.Random(seed)
    hit = lots.sample(range(1, pages_of(path) + 1), lots.randint(1, 12))
    for page in hit:
        overwrite(path, page, lots.choice([bytes(PAGE), lots.randbytes(PAGE), lots.randbytes(37), b"\x0d" * 200]))
    library = Library.open(path)
    sessions = library.sessions()
    found: list[Cue] = [entry.cue for session in sessions for entry in library.cues(session.id)]
    library.search("number")
    writer = begin(library, "Afterwards")
    writer.add([cue(0, "goes on")])
    writer.end(1)
    assert texts_of(library, writer.id) == ["goes on"]
    # A leaf of this table holds up to 30 rows; a page of the overflow is one cue's.
    assert len(found) >= 3 * 401 - 45 * len(hit)
    library.close()


def test_a_recovery_that_was_cut_off_between_its_renames_is_completed(path: Path) -> None:
    path.rename(path.with_name("library.sqlite3-recovered"))
    library = Library.open(path)
    assert len(library.sessions()) == 3
    library.close()
    assert list(names_in(path.parent)) == ["library.sqlite3"]
