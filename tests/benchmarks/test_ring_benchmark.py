"""What a 20 ms stereo block at 48 kHz costs through the ring, and through what one would take instead."""

import queue
import threading
from collections import deque
from typing import Any

import numpy as np
import pytest

from captioner.audio.ring import Ring

BLOCK = np.zeros((960, 2), np.float32)
pytestmark = pytest.mark.benchmark


def test_ring(benchmark: Any) -> None:
    ring = Ring(48_000, 2)

    def pass_one() -> None:
        ring.write(BLOCK, 0)
        ring.read()

    benchmark(pass_one)


def test_queue(benchmark: Any) -> None:
    line: queue.Queue[Any] = queue.Queue(50)

    def pass_one() -> None:
        line.put_nowait((0, BLOCK.copy()))  # the callback's buffer is only lent: it must be copied
        line.get_nowait()

    benchmark(pass_one)


def test_locked_deque(benchmark: Any) -> None:
    line: deque[Any] = deque(maxlen=50)
    lock = threading.Lock()

    def pass_one() -> None:
        with lock:
            line.append((0, BLOCK.copy()))
        with lock:
            line.popleft()

    benchmark(pass_one)


def test_ring_write_alone(benchmark: Any) -> None:
    """The callback's side only, on a ring that a reader empties between rounds."""
    ring = Ring(48_000 * 60, 2)

    def empty() -> None:
        while ring.read():
            pass

    benchmark.pedantic(lambda: ring.write(BLOCK, 0), setup=empty, rounds=2_000, iterations=1)
