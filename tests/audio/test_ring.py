"""The ring keeps order, stamps and every frame, and counts exactly what found no room."""

import threading
from collections import deque

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from captioner.audio.ring import Ring, RingChunk

FAR = 2**32 - 50
"""A start just below where a 32-bit counter would wrap."""


def ramp(start: int, count: int, channels: int) -> NDArray[np.float32]:
    """Frames that tell their own index (exact in float32 modulo 2**20) and channel."""
    index = (np.arange(start, start + count) % 2**20).astype(np.float32)
    return np.stack([index + channel / 8 for channel in range(channels)], axis=1)


def check(chunk: RingChunk, channels: int) -> None:
    np.testing.assert_array_equal(chunk.frames, ramp(chunk.index, len(chunk.frames), channels))


@given(
    capacity=st.integers(1, 40),
    blocks=st.integers(1, 8),
    channels=st.integers(1, 3),
    first=st.sampled_from([0, FAR, 2**53]),
    steps=st.lists(st.one_of(st.integers(0, 60), st.none()), max_size=60),
)
def test_behaves_as_a_bounded_queue(
    capacity: int, blocks: int, channels: int, first: int, steps: list[int | None]
) -> None:
    ring = Ring(capacity, channels, blocks=blocks, first_index=first)
    model: deque[tuple[int, int]] = deque()  # (index, count) of what waits
    offered, lost, written, read_to = first, 0, 0, first
    for step in steps:
        if step is None:
            chunk = ring.read()
            if not model:
                assert chunk is None
                continue
            assert chunk is not None
            index, count = model.popleft()
            assert (chunk.index, len(chunk.frames), chunk.time_ns) == (index, count, 3 * index + 7)
            assert chunk.lost == index - read_to
            read_to = chunk.stop
            check(chunk, channels)
        else:
            room = capacity - sum(count for _, count in model) if len(model) < blocks else 0
            kept = min(step, room)
            assert ring.write(ramp(offered, step, channels), 3 * offered + 7) == step - kept
            if kept:
                model.append((offered, kept))
            offered, lost, written = offered + step, lost + step - kept, written + kept
        assert (ring.offered, ring.lost, ring.written) == (offered, lost, written)
        assert ring.available == sum(count for _, count in model)
    assert ring.written + ring.lost == ring.offered - first


def test_reader_learns_where_frames_are_missing() -> None:
    ring = Ring(100, 1)
    assert ring.write(ramp(0, 80, 1), 0) == 0
    assert ring.write(ramp(80, 50, 1), 80) == 30
    assert ring.write(ramp(130, 10, 1), 130) == 10
    assert [(c.index, c.lost, len(c.frames)) for c in (ring.read(), ring.read()) if c] == [(0, 0, 80), (80, 0, 20)]
    assert ring.write(ramp(140, 5, 1), 140) == 0
    chunk = ring.read()
    assert chunk is not None
    assert (chunk.index, chunk.lost, chunk.time_ns) == (140, 40, 140)
    assert ring.lost == 40


def test_what_was_read_is_not_overwritten_later() -> None:
    ring = Ring(8, 2)
    ring.write(ramp(0, 8, 2), 0)
    chunk = ring.read()
    assert chunk is not None
    ring.write(ramp(8, 8, 2), 8)
    check(chunk, 2)


def test_needs_room() -> None:
    with pytest.raises(ValueError, match="room"):
        Ring(0, 1)


@pytest.mark.parametrize("pressed", [False, True], ids=["reader keeps up", "reader is late"])
def test_two_threads_agree_on_every_frame(pressed: bool) -> None:
    """Hours of blocks in no time: the producer never waits, so what the reader can't take must be counted."""
    ring = Ring(4_096 if pressed else 1 << 20, 2, first_index=FAR)
    total, done = 600_000, threading.Event()
    source = ramp(0, 2**20 + 1024, 2)

    def produce() -> None:
        sizes = np.random.default_rng(7).integers(1, 960, 4096)
        at, turn = FAR, 0
        while at < FAR + total:
            count = int(min(sizes[turn % 4096], FAR + total - at))
            where = at % 2**20
            if not pressed and ring.room < count:
                continue
            ring.write(source[where : where + count], at)
            at, turn = at + count, turn + 1
        done.set()

    producer = threading.Thread(target=produce)
    producer.start()
    seen, missing, position = 0, 0, FAR
    while True:
        finished = done.is_set()
        chunk = ring.read()
        if chunk is None:
            if finished:
                break
            continue
        assert chunk.index == position + chunk.lost
        assert chunk.time_ns == chunk.index
        where = chunk.index % 2**20
        np.testing.assert_array_equal(chunk.frames, source[where : where + len(chunk.frames)])
        seen, missing, position = seen + len(chunk.frames), missing + chunk.lost, chunk.stop
    producer.join()
    trailing = ring.offered - position
    assert seen == ring.written
    assert missing + trailing == ring.lost
    assert seen + ring.lost == total
    assert pressed == (ring.lost > 0)
