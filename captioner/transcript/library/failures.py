"""What SQLite says went wrong, as an error that the user can act on."""

import logging
import sqlite3
from pathlib import Path

from captioner.core.errors import CaptionerError, LibraryError, OutputError
from captioner.core.message import Message

_log = logging.getLogger(__name__)

_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_NO_TEXT = "Could not decode to UTF-8"
_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_DENIED = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH, sqlite3.SQLITE_CANTOPEN)


class DamagedError(sqlite3.DatabaseError):
    """A check found the file damaged before SQLite stumbled over it."""

    sqlite_errorcode = sqlite3.SQLITE_CORRUPT


def _primary_code(error: sqlite3.Error) -> int:
    """SQLite's result code without its extension; 0 where Python's module itself complains."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def is_damage(error: sqlite3.Error) -> bool:
    """Whether the file is not what SQLite wrote, or a text in it not what we wrote."""
    return _primary_code(error) in _DAMAGED or str(error).startswith(_NO_TEXT)


def failure(path: Path, error: sqlite3.Error) -> CaptionerError:
    """The words for a failure that is no damage."""
    code = _primary_code(error)
    if code == sqlite3.SQLITE_FULL:
        return OutputError(
            Message("The library {path} cannot be written: the disk is full.", path=path),
            "Free some space on this disk.",
        )
    if code in _DENIED:
        return OutputError(
            Message("The library {path} cannot be opened or written: no permission.", path=path),
            "Give yourself access to the file and its folder.",
        )
    if code in _BUSY:
        return busy(path)
    if code == sqlite3.SQLITE_IOERR:
        return OutputError(
            Message("The library {path} cannot be read or written: {reason}.", path=path, reason=str(error)),
            "Look whether the disk is full, failing or gone.",
        )
    _log.error("SQLite cannot do what it was asked", exc_info=error)
    return LibraryError(
        Message("The library {path} cannot be used: {reason}.", path=path, reason=str(error)),
        "Look into the log, and tell the makers of this program.",
    )


def busy(path: Path) -> LibraryError:
    """Another process keeps the library to itself for too long."""
    return LibraryError(
        Message("The library {path} is in use by another program.", path=path), "Try again in a moment."
    )
