"""The file of the library: opened, asked, written to in transactions, replaced where it is damaged."""

import errno
import logging
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from captioner.core.caption import Notice
from captioner.core.errors import LibraryError
from captioner.core.message import Message
from captioner.transcript.library.failures import DamagedError, busy, failure, is_damage
from captioner.transcript.library.migrations import STEPS, backup_of, migrate, version_of
from captioner.transcript.library.process_lock import alone
from captioner.transcript.library.recovery import fresh_of, identity_of, make, recover
from captioner.transcript.library.schema import connect
from captioner.transcript.save import output_error

T = TypeVar("T")
Work = Callable[[sqlite3.Connection], T]

_log = logging.getLogger(__name__)

_CHECKED_BYTES = 256 << 20
"""Up to this size a library that was not closed is checked whole before it is used: a matter of half a second."""


class Database:
    """One connection. Each piece of work runs in a transaction of its own, all of it or nothing.

    Where the file turns out to be damaged it is set aside, what can be read of it takes its place, and the work is done
    again: work may be called twice.
    """

    def __init__(self, path: Path) -> None:
        """Open the file or make it. Raises OutputError, LibraryError."""
        self.path = path
        self.notices: list[Notice] = []
        self._db: sqlite3.Connection | None = None
        self._identity = (0, 0)
        self._closed = False
        self._guarded(self._open)

    def read(self, work: Work[T]) -> T:
        """What ``work`` finds, in one state of the library."""
        return self._guarded(lambda: self._transaction(work, "BEGIN"))

    def write(self, work: Work[T]) -> T:
        """Do ``work`` and have it on the disk, or leave everything as it was."""
        return self._guarded(lambda: self._transaction(work, "BEGIN IMMEDIATE"))

    def maintain(self, work: Work[T]) -> T:
        """Do what no transaction can hold."""
        return self._guarded(lambda: work(self._connected()))

    def drop_copies(self) -> None:
        """Delete the copy from before the last migration, and what a recovery that was cut off left behind."""

        def drop() -> None:
            with alone(self.path):
                for copy in (backup_of(self.path), fresh_of(self.path)):
                    copy.unlink(missing_ok=True)

        self._guarded(drop)

    def close(self) -> None:
        """Let go. Safe to call twice."""
        self._closed = True
        self._disconnect()

    def _guarded(self, action: Callable[[], T]) -> T:
        """Do something with the file; errors in words, damage mended once."""
        try:
            try:
                return action()
            except sqlite3.Error as error:
                if not is_damage(error):
                    raise
                _log.info("The library is damaged: %s", error)
                self._replace()
                return action()
        except sqlite3.Error as error:
            raise failure(self.path, error) from error
        except BlockingIOError as error:
            raise busy(self.path) from error
        except OSError as error:
            raise output_error(self.path, error) from error

    def _transaction(self, work: Work[T], begin: str) -> T:
        db = self._connected()
        db.execute(begin)
        try:
            result = work(db)
            db.execute("COMMIT")
        except BaseException:
            if db.in_transaction:
                db.execute("ROLLBACK")
            raise
        return result

    def _connected(self) -> sqlite3.Connection:
        """The connection to the file that has the library's name now: another process may have replaced it."""
        if self._closed:
            raise LibraryError(Message("The library {path} is closed.", path=self.path))
        if self._db is not None and self._identity != _identity_or_none(self.path):
            self._disconnect()
        return self._db or self._open()

    def _open(self) -> sqlite3.Connection:
        _make_folder(self.path.parent)
        # A file that is there must not be opened but by SQLite: closing it would take SQLite's locks from this process.
        if not self.path.exists():
            make(self.path)
        self._identity = identity_of(self.path)
        unclean = _size(self.path.with_name(f"{self.path.name}-wal")) > 0
        db = connect(self.path)
        try:
            if version_of(db, self.path, STEPS) < len(STEPS):
                with alone(self.path):
                    notice = migrate(db, self.path, STEPS)
                self.notices += [notice] if notice else []
            if os.name == "posix" and self.path.stat().st_mode & 0o077:
                self.path.chmod(0o600)
            if unclean and _size(self.path) <= _CHECKED_BYTES:
                _check(db)
        except BaseException:
            db.close()
            raise
        self._db = db
        return db

    def _disconnect(self) -> None:
        if self._db is not None:
            self._db.close()
            self._db = None

    def _replace(self) -> None:
        self._disconnect()
        if notice := recover(self.path, self._identity):
            self.notices.append(notice)


def _check(db: sqlite3.Connection) -> None:
    (verdict,) = db.execute("PRAGMA quick_check(1)").fetchone()
    if verdict != "ok":
        raise DamagedError(verdict)


def _make_folder(folder: Path) -> None:
    """Make the folder where it is missing, for this user only."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except FileExistsError as error:
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR)) from error


def _identity_or_none(path: Path) -> tuple[int, int] | None:
    try:
        return identity_of(path)
    except FileNotFoundError:
        return None


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0
