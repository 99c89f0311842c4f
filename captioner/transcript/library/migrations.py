"""The steps from one schema to the next, each a transaction of its own, and the copy that is made before."""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from pathlib import Path

from captioner.core.caption import Notice
from captioner.core.errors import LibraryError
from captioner.core.message import Message
from captioner.transcript.library.schema import APPLICATION_ID, PAGE_SIZE, TABLES, connect

Step = Callable[[sqlite3.Connection], None]


def _first(db: sqlite3.Connection) -> None:
    for statement in TABLES.split(";\n"):
        db.execute(statement)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")


STEPS: tuple[Step, ...] = (_first,)
"""The step at index n lifts a library of version n. A step that was shipped is never changed."""


def version_of(db: sqlite3.Connection, path: Path, steps: Sequence[Step]) -> int:
    """The schema of the library that is open; 0 where it has none yet.

    Raises LibraryError for a library of a newer program and for a file that is none, and leaves both as they are;
    sqlite3.Error.
    """
    db.execute("BEGIN")
    try:
        (version,) = db.execute("PRAGMA user_version").fetchone()
        (application,) = db.execute("PRAGMA application_id").fetchone()
        (tables,) = db.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    finally:
        db.execute("COMMIT")
    if application != APPLICATION_ID and (version or application or tables):
        raise LibraryError(
            Message("{path} is not a library of transcripts.", path=path), "Move the file away, or rename it."
        )
    if version > len(steps):
        raise LibraryError(
            Message("The library {path} was made by a newer version of this program.", path=path),
            "Install the newest version. This one leaves the library as it is.",
        )
    return int(version)


def create(path: Path, steps: Sequence[Step]) -> sqlite3.Connection:
    """A new library of the newest schema, open. Raises OSError, sqlite3.Error."""
    path.touch(mode=0o600)
    db = connect(path)
    try:
        _lift(db, 0, steps)
    except BaseException:
        db.close()
        raise
    return db


def migrate(db: sqlite3.Connection, path: Path, steps: Sequence[Step]) -> Notice | None:
    """Bring a library to the newest schema; tells about it. The only process that does. Raises as ``version_of``."""
    version = version_of(db, path, steps)
    if version == len(steps):
        return None
    if version:
        back_up(db, backup_of(path))
    _lift(db, version, steps)
    if not version:
        return None
    return Notice(
        "info",
        "The library was brought to the form that this version uses.",
        Message("What it was is kept in {path}.", path=backup_of(path)),
    )


def _lift(db: sqlite3.Connection, version: int, steps: Sequence[Step]) -> None:
    if not version:
        db.execute(f"PRAGMA page_size = {PAGE_SIZE}")
        db.execute("PRAGMA auto_vacuum = incremental")
        db.execute("PRAGMA journal_mode = wal").fetchone()
    for number, step in enumerate(steps[version:], version + 1):
        db.execute("BEGIN IMMEDIATE")
        try:
            step(db)
            db.execute(f"PRAGMA user_version = {number}")
            db.execute("COMMIT")
        except BaseException:
            if db.in_transaction:
                db.execute("ROLLBACK")
            raise


def backup_of(path: Path) -> Path:
    """Where the copy from before the last migration lies."""
    return path.with_name(f"{path.stem} before update{path.suffix}")


def back_up(db: sqlite3.Connection, copy: Path) -> None:
    """Copy the library whole, in place of an older copy. Raises OSError, sqlite3.Error."""
    with suppress(FileNotFoundError):
        copy.unlink()
    copy.touch(mode=0o600)
    with closing(sqlite3.connect(copy)) as target:
        db.backup(target)
