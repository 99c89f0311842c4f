"""A damaged library is set aside, and a new one with what can be read of it takes its place.

The new one is made beside the old and gets its name last of all, so that a computer that fails meanwhile finds the one
or the other. One process does it; the others find out that the file is another one and open it.
"""

from contextlib import suppress
from datetime import datetime
from pathlib import Path

from captioner.core.caption import Notice
from captioner.core.message import Message
from captioner.transcript.library.migrations import STEPS, migrate
from captioner.transcript.library.process_lock import ProcessLock
from captioner.transcript.library.salvage import salvage
from captioner.transcript.library.schema import connect

_SIDE_FILES = ("", "-wal", "-shm")


def recover(path: Path, identity: tuple[int, int]) -> Notice | None:
    """Replace the damaged file; None where another process has done so since it had this identity.

    Raises OSError, sqlite3.Error where the new one cannot be written; the damaged one then stays.
    """
    lock = ProcessLock(_lock_file(path))
    try:
        if identity_of(path) != identity:
            return None
        fresh = _fresh(path)
        _remove(fresh)
        cues = _salvaged(path, fresh)
        aside = _free_name(path)
        # The log goes first: one that is left behind would be taken for the new file's.
        for ending in reversed(_SIDE_FILES):
            with suppress(FileNotFoundError):
                path.with_name(path.name + ending).rename(aside.with_name(aside.name + ending))
        fresh.rename(path)
    finally:
        lock.release()
    return Notice(
        "warning",
        Message("The library was damaged. {number} cues could be recovered.", number=cues),
        Message("What it was is kept in {path}. Delete that file when you miss nothing.", path=aside),
    )


def finish_recovery(path: Path) -> None:
    """Complete a replacement that was cut off after the damaged file had been set aside. Raises OSError."""
    fresh = _fresh(path)
    if path.exists() or not fresh.exists():
        return
    lock = ProcessLock(_lock_file(path))
    try:
        if not path.exists() and fresh.exists():
            fresh.rename(path)
    finally:
        lock.release()


def identity_of(path: Path) -> tuple[int, int]:
    """Which file this is, whatever its name. Raises OSError."""
    found = path.stat()
    return found.st_dev, found.st_ino


def _salvaged(damaged: Path, fresh: Path) -> int:
    """Make the new library; how many cues it has."""
    began_ms = round(damaged.stat().st_mtime * 1000)
    fresh.touch(mode=0o600)
    db = connect(fresh)
    try:
        migrate(db, fresh, STEPS)
        cues = salvage(damaged, db, title="Recovered session", began_ms=began_ms)
        # It is moved alone, so all of it must be in the file, and on the disk.
        db.execute("PRAGMA journal_mode = delete").fetchall()
    finally:
        db.close()
    return cues


def _lock_file(path: Path) -> Path:
    return path.with_name(f"{path.name}-recovery.lock")


def _fresh(path: Path) -> Path:
    return path.with_name(f"{path.name}-recovered")


def _free_name(path: Path) -> Path:
    """A name for the damaged file that nothing has yet."""
    stem = f"{path.stem} damaged {datetime.now():%Y-%m-%d %H.%M.%S}"
    name, tries = path.with_name(f"{stem}{path.suffix}"), 1
    while name.exists():
        tries += 1
        name = path.with_name(f"{stem} ({tries}){path.suffix}")
    return name


def _remove(path: Path) -> None:
    for ending in (*_SIDE_FILES, "-journal"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
