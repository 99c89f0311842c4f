"""The file of the library: opened, asked, written to in transactions."""

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from captioner.core.caption import Notice
from captioner.core.errors import LibraryError, OutputError
from captioner.core.message import Message
from captioner.transcript.library.failures import failure
from captioner.transcript.library.migrations import migrate
from captioner.transcript.library.schema import connect

T = TypeVar("T")
Work = Callable[[sqlite3.Connection], T]

_BUSY_S = 10.0
"""How long another process's transaction is waited for."""


class Database:
    """One connection. Each piece of work runs in a transaction of its own, all of it or nothing."""

    def __init__(self, path: Path) -> None:
        """Open the file or make it. Raises OutputError, LibraryError."""
        self.path = path
        self.notices: list[Notice] = []
        self._db: sqlite3.Connection | None = self._opened()

    def read(self, work: Work[T]) -> T:
        """What ``work`` finds, in one state of the library."""
        return self._attempt(work, "BEGIN")

    def write(self, work: Work[T]) -> T:
        """Do ``work`` and have it on the disk, or leave everything as it was."""
        return self._attempt(work, "BEGIN IMMEDIATE")

    def close(self) -> None:
        """Let go. Safe to call twice."""
        if self._db is not None:
            self._db.close()
            self._db = None

    def _attempt(self, work: Work[T], begin: str) -> T:
        if self._db is None:
            raise LibraryError(Message("The library {path} is closed.", path=self.path))
        try:
            self._db.execute(begin)
            try:
                result = work(self._db)
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise
        except sqlite3.Error as error:
            raise failure(self.path, error) from error
        return result

    def _opened(self) -> sqlite3.Connection:
        try:
            make_private(self.path)
            db = connect(str(self.path), timeout_s=_BUSY_S)
            migrate(db)
        except OSError as error:
            raise OutputError(
                Message(
                    "The library {path} cannot be made: {reason}.", path=self.path, reason=error.strerror or str(error)
                ),
                "Make room, or give yourself access to the folder.",
            ) from error
        except sqlite3.Error as error:
            raise failure(self.path, error) from error
        return db


def make_private(path: Path) -> None:
    """Make the file and its folder where they are missing, readable by this user only; SQLite's own follow suit."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    if path.stat().st_mode & 0o077 and os.name == "posix":
        path.chmod(0o600)
