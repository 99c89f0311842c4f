"""Finds sound that was lost before it reached the ring, from the stamps and arrivals of the blocks.

PortAudio's overflow flags do not fire where a sound server sits in between; a jump of the stamps is the only sign.
"""

from collections import deque
from collections.abc import Iterator
from statistics import median

from captioner.audio.ring import RingChunk

_JUMP_NS = 40_000_000
"""Stamps of a plain device jitter by microseconds; those of a remapped one wander, in steps of up to 30 ms. A smaller
loss is made good when the track is nudged back to the session's clock."""
_LATE_SHARE = 0.7
"""Sound that follows a loss arrives later than its number says, by the length of the loss."""
_CONFIRMED_NS = 400_000_000
"""A loss must show in everything that arrives for so long. After a standstill of the computer a whole backlog comes at
once, each chunk of it late and, where the sound server's clock has not caught up, wrongly stamped as new."""
_FLOOR_S = 3
"""The promptest arrival of so many seconds is what others are late against."""


class Continuity:
    """Tells how many frames are missing before each chunk.

    Lost sound shows twice: the stamps jump, and from then on nothing arrives as promptly as before. A jump of the
    stamps alone is a whim of the sound server, a late arrival alone a busy computer, and both together the end of a
    standstill unless they last. Chunks that look like the first after a loss are held until what follows tells, which
    delays them by 0.4 s at most, and only then.
    """

    def __init__(self, rate: int) -> None:
        """``rate`` is the number of frames a second."""
        self._rate = rate
        self._offset_ns: float | None = None  # stamp minus nominal time of the last chunk that fitted
        self._prompt_ns: deque[tuple[int, float]] = deque(maxlen=_FLOOR_S)  # by second: the least arrival minus nominal
        self._held: list[RingChunk] = []

    def push(self, chunk: RingChunk) -> Iterator[tuple[int, RingChunk]]:
        """The chunks that are now certain, each with the number of frames missing right before it.

        What the ring itself lost is included.
        """
        if self._offset_ns is None:
            self._offset_ns = self._stamp_offset(chunk)
        lost = self._looks_lost(chunk)
        self._held.append(chunk)
        if not lost:
            yield from self.flush()
        elif chunk.arrived_ns - self._held[0].arrived_ns >= _CONFIRMED_NS:
            jump_ns = median(map(self._stamp_offset, self._held)) - self._offset_ns
            self._prompt_ns.clear()
            yield from self._release(max(0, round(jump_ns * self._rate / 1e9)))

    def flush(self) -> Iterator[tuple[int, RingChunk]]:
        """The chunks still held, if any: where nothing follows, their jump stays unconfirmed."""
        yield from self._release(0)

    def _release(self, missing: int) -> Iterator[tuple[int, RingChunk]]:
        held, self._held = self._held, []
        for chunk in held:
            self._accept(chunk)
            yield chunk.lost + missing, chunk
            missing = 0

    def _stamp_offset(self, chunk: RingChunk) -> float:
        return chunk.time_ns - chunk.index * 1e9 / self._rate

    def _arrival_offset(self, chunk: RingChunk) -> float:
        return chunk.arrived_ns - chunk.stop * 1e9 / self._rate

    def _looks_lost(self, chunk: RingChunk) -> bool:
        if self._offset_ns is None or not self._prompt_ns:
            return False
        jump = self._stamp_offset(chunk) - self._offset_ns
        late = self._arrival_offset(chunk) - min(offset for _, offset in self._prompt_ns)
        return jump > _JUMP_NS and late > _LATE_SHARE * jump

    def _accept(self, chunk: RingChunk) -> None:
        self._offset_ns = self._stamp_offset(chunk)
        second, offset = chunk.index // self._rate, self._arrival_offset(chunk)
        if self._prompt_ns and self._prompt_ns[-1][0] == second:
            self._prompt_ns[-1] = (second, min(offset, self._prompt_ns[-1][1]))
        else:
            self._prompt_ns.append((second, offset))
