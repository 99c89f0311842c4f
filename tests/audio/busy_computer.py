"""A computer that has no time for sound."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def everything_busy() -> Iterator[None]:
    """A program that spins on each core, and a thread that spins here."""
    spinning = [
        subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(len(os.sched_getaffinity(0)))
    ]
    done = threading.Event()

    def spin() -> None:
        while not done.is_set():
            sum(range(1000))

    thread = threading.Thread(target=spin, name="spin")
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()
        for program in spinning:
            program.kill()
            program.wait()
