"""A lock that shows that the process of a session lives: the system takes it away however the process ends."""

import os
import sys
import time
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_TRIES = 5
_PAUSE_S = 0.01


class SessionLock:
    """Holds the lock file of a session from its making to ``release``."""

    def __init__(self, library: Path, session: int) -> None:
        """Raises OSError where the file cannot be made."""
        self._path = lock_file(library, session)
        self._file = os.open(self._path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOINHERIT", 0), 0o600)
        _take(self._file)

    def release(self) -> None:
        """Let others see that the session is over. Safe to call twice."""
        if self._file < 0:
            return
        if sys.platform != "win32":  # there nobody can remove an open file
            self._path.unlink(missing_ok=True)
        os.close(self._file)
        self._file = -1
        self._path.unlink(missing_ok=True)


def lock_file(library: Path, session: int) -> Path:
    """Where the lock of a session lies."""
    return library.with_name(f"{library.name}-session-{session}.lock")


def is_running(library: Path, session: int) -> bool:
    """Whether a living process holds the session's lock."""
    try:
        file = os.open(lock_file(library, session), os.O_RDWR)
    except OSError:
        return False
    try:
        return not _is_free(file)
    finally:
        os.close(file)


if sys.platform == "win32":

    def _take(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_LOCK, 1)

    def _is_free(file: int) -> bool:
        # Another process that looks at the same moment is in the way as well, but not for long.
        for _ in range(_TRIES):
            try:
                msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
            except OSError:
                time.sleep(_PAUSE_S)
            else:
                msvcrt.locking(file, msvcrt.LK_UNLCK, 1)
                return True
        return False

else:

    def _take(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX)

    def _is_free(file: int) -> bool:
        # Those who only look share the lock, so that none takes another for the session's process.
        try:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
