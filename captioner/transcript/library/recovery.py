"""A damaged library is set aside, and a new one with what can be read of it takes its place.

The new one is made beside the old and gets its name last of all, so that a computer that fails meanwhile finds the one
or the other. One process does it; the others find out that the file is another one and open it.
"""

from contextlib import suppress
from datetime import datetime
from pathlib import Path

from captioner.core.caption import Notice
from captioner.core.message import Message
from captioner.transcript.library.migrations import STEPS, create
from captioner.transcript.library.process_lock import alone
from captioner.transcript.library.salvage import salvage

_SIDE_FILES = ("", "-wal", "-shm")


def recover(path: Path, identity: tuple[int, int]) -> Notice | None:
    """Replace the damaged file; None where another process has done so since it had this identity.

    Raises OSError, sqlite3.Error where the new one cannot be written; the damaged one then stays.
    """
    with alone(path):
        if identity_of(path) != identity:
            return None
        fresh = fresh_of(path)
        _remove(fresh)
        cues = _salvaged(path, fresh)
        aside = _free_name(path)
        # The log goes first: one that is left behind would be taken for the new file's.
        for ending in reversed(_SIDE_FILES):
            with suppress(FileNotFoundError):
                path.with_name(path.name + ending).rename(aside.with_name(aside.name + ending))
        fresh.rename(path)
    return Notice(
        "warning",
        Message("The library was damaged. Cues that could be recovered: {number}.", number=cues),
        Message("The damaged one is kept in {path}. Delete that file when you miss nothing.", path=aside),
    )


def make(path: Path) -> None:
    """Make a library where none is: a whole one appears at once, or what a recovery that was cut off had made.

    Raises OSError, sqlite3.Error.
    """
    with alone(path):
        if path.exists():
            return
        fresh = fresh_of(path)
        # The damaged file was set aside only when this one was complete.
        if not fresh.exists():
            half = path.with_name(f"{path.name}-new")
            _remove(half)
            create(half, STEPS).close()
            half.rename(fresh)
        fresh.rename(path)


def identity_of(path: Path) -> tuple[int, int]:
    """Which file this is, whatever its name. Raises OSError."""
    found = path.stat()
    return found.st_dev, found.st_ino


def _salvaged(damaged: Path, fresh: Path) -> int:
    """Make the new library; how many cues it has."""
    began_ms = round(damaged.stat().st_mtime * 1000)
    db = create(fresh, STEPS)
    try:
        cues = salvage(damaged, db, title="Recovered session", began_ms=began_ms)
        # It is moved alone, so all of it must be in the file, and on the disk.
        db.execute("PRAGMA journal_mode = delete").fetchall()
    finally:
        db.close()
    return cues


def fresh_of(path: Path) -> Path:
    """Where the new library lies until it is whole."""
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
