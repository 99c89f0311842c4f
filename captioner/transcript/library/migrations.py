"""The steps from one schema to the next, each a transaction of its own, and the copy that is made before."""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from pathlib import Path

from captioner.core.caption import Notice
from captioner.core.errors import LibraryError
from captioner.core.message import Message
from captioner.transcript.library.schema import APPLICATION_ID, PAGE_SIZE, TABLES

Step = Callable[[sqlite3.Connection], None]


def _first(db: sqlite3.Connection) -> None:
    for statement in TABLES.split(";\n"):
        db.execute(statement)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")


STEPS: tuple[Step, ...] = (_first,)
"""The step at index n lifts a library of version n. A step that was shipped is never changed."""


def migrate(db: sqlite3.Connection, path: Path, steps: Sequence[Step]) -> Notice | None:
    """Bring a library to the newest schema, or make an empty file one; tells where one was lifted.

    Raises LibraryError for a library of a newer program and for a file that is none, and leaves both as they are;
    sqlite3.Error.
    """
    (version,) = db.execute("PRAGMA user_version").fetchone()
    (application,) = db.execute("PRAGMA application_id").fetchone()
    (tables,) = db.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if application != APPLICATION_ID and (version or application or tables):
        raise LibraryError(
            Message("{path} is not a library of transcripts.", path=path), "Move the file away, or rename it."
        )
    if version > len(steps):
        raise LibraryError(
            Message("The library {path} was made by a newer version of this program.", path=path),
            "Install the newest version. This one leaves the library as it is.",
        )
    if not version:
        db.execute(f"PRAGMA page_size = {PAGE_SIZE}")
        db.execute("PRAGMA auto_vacuum = incremental")
    db.execute("PRAGMA journal_mode = wal").fetchone()
    if version == len(steps):
        return None
    if version:
        back_up(db, backup_of(path))
    for number, step in enumerate(steps[version:], version + 1):
        db.execute("BEGIN IMMEDIATE")
        try:
            # Another process may have been quicker.
            if db.execute("PRAGMA user_version").fetchone() == (number - 1,):
                step(db)
                db.execute(f"PRAGMA user_version = {number}")
            db.execute("COMMIT")
        except BaseException:
            if db.in_transaction:
                db.execute("ROLLBACK")
            raise
    if not version:
        return None
    return Notice(
        "info",
        "The library was brought to the form that this version uses.",
        Message("What it was is kept in {path}.", path=backup_of(path)),
    )


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
