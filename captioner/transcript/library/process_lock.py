"""A lock file that shows that a process lives: the system lets go of it however the process ends."""

import os
import sys
import time
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_TRIES = 50
_LOOKS = 3
_PAUSE_S = 0.02


class ProcessLock:
    """Holds a lock file, which others can see, from its making to ``release``."""

    def __init__(self, path: Path) -> None:
        """Waits a second for those who only look. Raises OSError where another holds it, or it cannot be made."""
        self._path = path
        self._file = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOINHERIT", 0), 0o600)
        try:
            _take(self._file)
        except OSError:
            os.close(self._file)
            raise

    def release(self) -> None:
        """Let go, and take the file away. Safe to call twice."""
        if self._file < 0:
            return
        if sys.platform != "win32":  # there nobody can remove an open file
            self._path.unlink(missing_ok=True)
        os.close(self._file)
        self._file = -1
        self._path.unlink(missing_ok=True)


def is_held(path: Path) -> bool:
    """Whether a living process holds this lock file."""
    try:
        file = os.open(path, os.O_RDWR)
    except OSError:
        return False
    try:
        return not _is_free(file)
    finally:
        os.close(file)


def _take(file: int) -> None:
    for _ in range(_TRIES):
        try:
            _lock(file)
        except OSError:
            time.sleep(_PAUSE_S)
        else:
            return
    _lock(file)


if sys.platform == "win32":

    def _lock(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)

    def _is_free(file: int) -> bool:
        # Another process that looks at the same moment is in the way as well, but not for long.
        for _ in range(_LOOKS):
            try:
                msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
            except OSError:
                time.sleep(_PAUSE_S)
            else:
                msvcrt.locking(file, msvcrt.LK_UNLCK, 1)
                return True
        return False

else:

    def _lock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _is_free(file: int) -> bool:
        # Those who only look share the lock, so that none takes another for the process that lives.
        try:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
