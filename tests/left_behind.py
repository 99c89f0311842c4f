"""What a test may leave behind: nothing. A picture of threads, child processes and files before and after."""

import os
import threading
import time
from dataclasses import dataclass
from pathlib import Path

_PATIENCE_S = 10.0
"""For what is already on its way out when the test returns."""

_LASTING_THREADS = ("tqdm_monitor",)
"""Threads of libraries that live once for the whole process."""

_LASTING_CHILDREN = (b"multiprocessing.resource_tracker", b"multiprocessing.forkserver")


@dataclass(frozen=True, slots=True)
class Traces:
    """Threads and processes that run, and files that lie where no test may write."""

    threads: frozenset[threading.Thread]
    children: frozenset[int]
    files: frozenset[Path]


def traces(places: tuple[tuple[Path, str], ...]) -> Traces:
    """What is there now; ``places`` are folders with the glob of what to look at in each. Dot files do not count."""
    return Traces(
        threads=frozenset(thread for thread in threading.enumerate() if not thread.name.startswith(_LASTING_THREADS)),
        children=frozenset(_children()),
        files=frozenset(
            path
            for folder, pattern in places
            for path in folder.glob(pattern)
            if not path.name.startswith(".") and path.name != "__pycache__"
        ),
    )


def left_behind(before: Traces, places: tuple[tuple[Path, str], ...]) -> list[str]:
    """What has come since ``before`` and does not go away within a moment, in words."""
    deadline = time.monotonic() + _PATIENCE_S
    while True:
        now = traces(places)
        new = [f"thread {thread.name}" for thread in now.threads - before.threads]
        new += [f"process {child}: {_command_line(child)!r}" for child in now.children - before.children]
        if not new or time.monotonic() > deadline:
            return sorted(new + [f"file {path}" for path in now.files - before.files])
        time.sleep(0.02)


def _children() -> list[int]:
    """Running children of this process; none where the system has no /proc."""
    us = str(os.getpid())
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, parent = status.read_text().rpartition(")")[2].split()[:2]
        except OSError:  # it has just ended
            continue
        if parent == us and state != "Z":
            found.append(int(status.parent.name))
    return [child for child in found if not any(lasting in _command_line(child) for lasting in _LASTING_CHILDREN)]


def _command_line(child: int) -> bytes:
    try:
        return Path(f"/proc/{child}/cmdline").read_bytes().replace(b"\0", b" ").strip()
    except OSError:
        return b""
