"""The library is lifted from schema to schema, and what is not ours is left alone."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from expected_log import ExpectedLog
from library_sessions import begin, cue, session_of, texts_of

from captioner.core.errors import LibraryError
from captioner.transcript.library import Library, database, migrations
from captioner.transcript.library.schema import APPLICATION_ID, connect


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "library.sqlite3"
    library = Library.open(path)
    session_of(library, ["words"])
    library.close()
    return path


def add_column(db: sqlite3.Connection) -> None:
    db.execute("ALTER TABLE tag ADD COLUMN colour TEXT")


def fail(db: sqlite3.Connection) -> None:
    db.execute("DELETE FROM cue")
    raise sqlite3.OperationalError("power failed")


def test_a_new_library_says_what_it_is(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert db.execute("PRAGMA user_version").fetchone() == (len(migrations.STEPS),)
        assert db.execute("PRAGMA auto_vacuum").fetchone() == (2,)
        assert db.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    db = connect(path)
    for pragma, value in {"synchronous": 2, "foreign_keys": 1, "secure_delete": 1, "busy_timeout": 10_000}.items():
        assert db.execute(f"PRAGMA {pragma}").fetchone() == (value,)
    db.close()


def test_each_step_is_done_once_after_a_copy(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = path.read_bytes()
    monkeypatch.setattr(database, "STEPS", (*migrations.STEPS, add_column))
    library = Library.open(path)
    (notice,) = library.notices
    assert notice.severity == "info"
    copy = path.with_name("library before update.sqlite3")
    assert str(copy) in notice.hint
    assert copy.stat().st_mode & 0o077 == 0
    assert texts_of(library, 1) == ["words"]
    library.close()
    again = Library.open(path)
    assert again.notices == ()
    again.close()
    with closing(sqlite3.connect(path)) as db:
        assert [row[1] for row in db.execute("PRAGMA table_info(tag)")][-1] == "colour"
    assert copy.read_bytes()[100:] == before[100:]  # the header counts changes


def test_a_step_that_fails_changes_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch, expect_log: ExpectedLog
) -> None:
    expect_log("SQLite cannot do")
    monkeypatch.setattr(database, "STEPS", (*migrations.STEPS, add_column, fail))
    with pytest.raises(LibraryError, match="power failed"):
        Library.open(path)
    monkeypatch.setattr(database, "STEPS", (*migrations.STEPS, add_column))
    library = Library.open(path)
    assert texts_of(library, 1) == ["words"]
    path.with_name("library.sqlite3-recovered").touch()  # a recovery was cut off
    library.purge([1])
    assert [found.name for found in path.parent.iterdir() if found.suffix == ".sqlite3"] == [path.name]
    assert not path.with_name("library.sqlite3-recovered").exists()
    library.close()


def test_a_library_of_a_newer_program_is_left_as_it_is(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA user_version = 99")
    before = path.read_bytes()
    with pytest.raises(LibraryError, match="newer version"):
        Library.open(path)
    assert path.read_bytes() == before
    assert [found.name for found in path.parent.iterdir()] == [path.name]


def test_a_database_of_another_program_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite3"
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE theirs (x)")
    before = path.read_bytes()
    with pytest.raises(LibraryError, match="not a library"):
        Library.open(path)
    assert path.read_bytes() == before


def test_two_libraries_at_once_make_one(tmp_path: Path) -> None:
    path = tmp_path / "new.sqlite3"
    one, other = Library.open(path), Library.open(path)
    writer = begin(one)
    writer.add([cue(0, "seen by both")])
    assert texts_of(other, writer.id) == ["seen by both"]
    assert other.sessions()[0].phase == "running"
    other.rename(writer.id, "Renamed by the other")
    writer.add([cue(1000, "and goes on")])
    writer.end(0)
    assert [(session.title, session.cues, session.phase) for session in other.sessions()] == [
        ("Renamed by the other", 2, "ended")
    ]
    one.close()
    other.close()
