"""A lock file that shows that a process lives: the system lets go of it however the process ends."""

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_LOOK_S = 1.0
"""How long one who only looks can be in the way."""
_WAIT_S = 15.0
_LOOKS = 3
_PAUSE_S = 0.02


class ProcessLock:
    """Holds a lock file, which others can see, from its making to ``release``."""

    def __init__(self, path: Path, wait_s: float = _LOOK_S) -> None:
        """Raises BlockingIOError where another holds it for longer than ``wait_s``, OSError where it cannot be made."""
        self._path = path
        self._file = -1
        until = time.monotonic() + wait_s
        while not self._taken():
            if time.monotonic() > until:
                raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))
            time.sleep(_PAUSE_S)

    def release(self) -> None:
        """Let go, and take the file away where the disk lets us: nobody takes it for held. Safe to call twice."""
        if self._file < 0:
            return
        if sys.platform == "win32":  # there nobody can remove an open file
            os.close(self._file)
            with suppress(OSError):
                self._path.unlink()
        else:  # afterwards it could be another's
            with suppress(OSError):
                self._path.unlink()
            os.close(self._file)
        self._file = -1

    def _taken(self) -> bool:
        file = os.open(self._path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOINHERIT", 0), 0o600)
        try:
            _lock(file)
            # Who held it before took the file away meanwhile: then this lock is seen by nobody.
            if os.path.samestat(os.fstat(file), self._path.stat()):
                self._file = file
        except OSError:
            pass
        finally:
            if self._file < 0:
                os.close(file)
        return self._file >= 0


@contextmanager
def alone(library: Path) -> Iterator[None]:
    """The only process that makes, lifts or replaces this library. Raises BlockingIOError, OSError."""
    lock = ProcessLock(library.with_name(f"{library.name}-maintenance.lock"), _WAIT_S)
    try:
        yield
    finally:
        lock.release()


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
