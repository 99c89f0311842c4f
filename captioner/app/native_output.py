"""What the sound libraries print by themselves goes to the log's folder, not over the captions.

PortAudio and ALSA write their complaints straight to file descriptor 2, past Python.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import UnsupportedOperation
from pathlib import Path

STDERR = 2


@contextmanager
def libraries_print_to(path: Path) -> Iterator[None]:
    """For as long as the context lasts; what Python itself writes to standard error is seen as before.

    Each time the file begins anew. Where it cannot be written, nothing changes.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        target = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    except OSError:
        yield
        return
    sys.stderr.flush()
    before = os.dup(STDERR)
    ours = sys.stderr
    if _descriptor_of_stderr() == STDERR:
        sys.stderr = os.fdopen(os.dup(before), "w", buffering=1, encoding="utf-8", errors="backslashreplace")
    os.dup2(target, STDERR)
    os.close(target)
    try:
        yield
    finally:
        os.dup2(before, STDERR)
        os.close(before)
        if sys.stderr is not ours:
            sys.stderr.close()
            sys.stderr = ours


def _descriptor_of_stderr() -> int | None:
    try:
        return sys.stderr.fileno()
    except (UnsupportedOperation, ValueError):
        return None
