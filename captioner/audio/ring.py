"""The ring between the thread that must never wait (a sound card's callback) and the one that may."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class RingChunk:
    """What one write left in the ring.

    ``index`` counts the frames offered to the ring before ``frames[0]``, the lost ones included, so that
    ``index / rate`` is the true time since the first frame. ``lost`` frames went missing right before ``frames[0]``.
    ``time_ns`` is the stamp that the producer gave for ``frames[0]``, ``arrived_ns`` the time at which it wrote them, 0
    where it did not say. ``frames`` has the shape (n, channels) and
    belongs to the reader.
    """

    index: int
    lost: int
    frames: NDArray[np.float32]
    time_ns: int
    arrived_ns: int = 0

    @property
    def stop(self) -> int:
        """The index just past the chunk."""
        return self.index + len(self.frames)


class Ring:
    """A lock-free queue of stamped blocks of frames: exactly one thread writes, exactly one other reads.

    Everything is allocated at construction. ``write`` never waits and never touches what is being read: what finds no
    room is dropped and counted, and the reader sees where it is missing. The order of publication keeps the two sides
    apart (Lamport 1977): data and stamp are copied first, then the one counter that tells the other side about them
    is stored. Each counter has one writer, and the interpreter stores a reference indivisibly. The counters only grow.
    """

    def __init__(self, frames: int, channels: int, *, blocks: int | None = None, first_index: int = 0) -> None:
        """Make room for ``frames`` frames of ``channels`` samples in up to ``blocks`` writes (one for each 32 frames).

        ``first_index`` is the index of the first frame that will be offered. Raises ValueError for sizes below 1.
        """
        blocks = frames // 32 + 16 if blocks is None else blocks
        if frames < 1 or channels < 1 or blocks < 1:
            raise ValueError("A ring needs room for at least one frame, channel and block.")
        self._data = np.zeros((frames, channels), np.float32)
        self._index = np.zeros(blocks, np.int64)
        self._count = np.zeros(blocks, np.int64)
        self._time_ns = np.zeros(blocks, np.int64)
        self._arrived_ns = np.zeros(blocks, np.int64)
        self._capacity = frames
        self._blocks = blocks
        # The producer's counters.
        self._frames_in = 0
        self._blocks_in = 0
        self._offered = first_index
        self._lost = 0
        # The consumer's counters.
        self._frames_out = 0
        self._blocks_out = 0
        self._next = first_index

    @property
    def capacity(self) -> int:
        """Frames that fit."""
        return self._capacity

    @property
    def channels(self) -> int:
        """Samples in a frame."""
        return self._data.shape[1]

    @property
    def offered(self) -> int:
        """Index just past the last frame that the producer offered, whether kept or lost."""
        return self._offered

    @property
    def written(self) -> int:
        """Frames taken in so far."""
        return self._frames_in

    @property
    def lost(self) -> int:
        """Frames that found no room so far."""
        return self._lost

    @property
    def available(self) -> int:
        """Frames that wait to be read."""
        return self._frames_in - self._frames_out

    @property
    def room(self) -> int:
        """Frames that a write could take now; 0 also when too many small blocks wait."""
        if self._blocks_in - self._blocks_out >= self._blocks:
            return 0
        return self._capacity - (self._frames_in - self._frames_out)

    def write(self, frames: NDArray[np.float32], time_ns: int, arrived_ns: int = 0) -> int:
        """Add a block, shape (n, channels), whose first frame has the stamp ``time_ns``; the number of frames lost.

        Only the producer's thread calls this. The beginning of a block that fits in part is kept, its end is lost.
        """
        count = len(frames)
        kept = min(count, self.room)
        if kept:
            at = self._frames_in % self._capacity
            first = min(kept, self._capacity - at)
            self._data[at : at + first] = frames[:first]
            self._data[: kept - first] = frames[first:kept]
            slot = self._blocks_in % self._blocks
            self._index[slot] = self._offered
            self._count[slot] = kept
            self._time_ns[slot] = time_ns
            self._arrived_ns[slot] = arrived_ns
            self._frames_in += kept
            self._blocks_in += 1  # publishes the block
        self._lost += count - kept
        self._offered += count
        return count - kept

    def read(self) -> RingChunk | None:
        """The oldest block that waits, or None. Only the consumer's thread calls this."""
        if self._blocks_out == self._blocks_in:
            return None
        slot = self._blocks_out % self._blocks
        index, count = int(self._index[slot]), int(self._count[slot])
        time_ns, arrived_ns = int(self._time_ns[slot]), int(self._arrived_ns[slot])
        at = self._frames_out % self._capacity
        first = min(count, self._capacity - at)
        frames = np.empty((count, self._data.shape[1]), np.float32)
        frames[:first] = self._data[at : at + first]
        frames[first:] = self._data[: count - first]
        lost, self._next = index - self._next, index + count
        self._frames_out += count
        self._blocks_out += 1  # gives the slot back
        return RingChunk(index, lost, frames, time_ns, arrived_ns)
