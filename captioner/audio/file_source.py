"""A media file, standard input or an address as a track of the live pipeline, at its own pace or the reader's."""

import threading
import time
from collections.abc import Iterator

import numpy as np

from captioner.audio.byte_source import ByteSource, open_bytes
from captioner.audio.decode import Decoder
from captioner.audio.media import MediaInfo
from captioner.audio.ring import Ring, RingChunk
from captioner.core.errors import InputError
from captioner.core.sound import SAMPLE_RATE, AudioBlock, Pcm, Track

_BLOCK = SAMPLE_RATE // 50
"""Samples of a block, as a sound card would give them: 20 ms."""
_LIVE_ROOM_S, _WAITING_ROOM_S = 60, 4
_LONGEST_READ = SAMPLE_RATE // 2
"""Samples of a read when many blocks wait."""
_LONGEST_SILENCE = 10 * SAMPLE_RATE
"""Samples of a read that stand for lost ones."""
_STOP_S = 5.0


class FileSource:
    """An AudioSource that a feeder thread fills through a ring, as a sound card's callback would.

    ``pace`` 1 feeds each block when it would have been in the air, against the monotonic clock, so that no delay adds
    up; 2 feeds twice as fast. A reader that falls back by more than 60 s of sound loses some, as with a microphone.
    ``pace`` 0 is not live: it feeds as fast as the reader takes.
    """

    def __init__(
        self,
        track: Track,
        source: str,
        *,
        pace: float = 1.0,
        start_s: float = 0.0,
        duration_s: float | None = None,
    ) -> None:
        """``source`` is a path, ``-`` or an http(s) address. Nothing is opened before ``start``."""
        if not 0 <= pace < float("inf"):
            raise ValueError("pace must be 0 or positive")
        self._track = track
        self._source, self._start_s, self._duration_s = source, start_s, duration_s
        self._pace = pace
        self._ring = Ring(SAMPLE_RATE * (_LIVE_ROOM_S if pace else _WAITING_ROOM_S), 1)
        self._bytes: ByteSource | None = None
        self._decoder: Decoder | None = None
        self._feeder: threading.Thread | None = None
        self._stopped = threading.Event()
        self._fed = threading.Event()  # set when a block came, cleared by the reader
        self._taken = threading.Event()  # set when the reader made room, cleared by the feeder
        self._finished = threading.Event()  # nothing more will be fed
        self._failure: Exception | None = None
        self._position = 0
        self._held: RingChunk | None = None

    @property
    def track(self) -> Track:
        """The track that this source feeds."""
        return self._track

    @property
    def live(self) -> bool:
        """Whether sound comes at its own pace."""
        return self._pace > 0

    @property
    def info(self) -> MediaInfo:
        """What the input says about itself; after ``start``."""
        if self._decoder is None:
            raise ValueError("not started")
        return self._decoder.info

    @property
    def lost(self) -> int:
        """Samples that the reader was too late for."""
        return self._ring.lost

    def start(self) -> None:
        """Open the input and begin to feed. Raises InputError where nothing can be decoded from it."""
        if self._bytes is not None:
            raise ValueError("started already")
        try:
            self._bytes = open_bytes(self._source)
            if self._stopped.is_set():
                self._bytes.cancel()
            self._decoder = Decoder(self._bytes, start_s=self._start_s, duration_s=self._duration_s)
            blocks = self._decoder.blocks()
            first = next(blocks, None)
        except BaseException:
            if self._decoder is not None:
                self._decoder.close()
            self._finished.set()
            raise
        self._feeder = threading.Thread(
            target=self._feed, args=(first, blocks), name=f"feeder {self._track.id}", daemon=True
        )
        self._feeder.start()

    def read(self, timeout_s: float) -> AudioBlock | None:
        """What waits, at most half a second of it, or None when nothing came within ``timeout_s``.

        Raises once, after everything that was decoded has been read, the InputError that ended the input early.
        """
        deadline = time.monotonic() + timeout_s
        while True:
            self._fed.clear()
            finished = self._finished.is_set()
            block = self._drain()
            if block is not None:
                self._taken.set()
                return block
            if finished:
                return self._last()
            left = deadline - time.monotonic()
            if left <= 0:
                return None
            self._fed.wait(left)

    @property
    def ended(self) -> bool:
        """Whether everything has been read and nothing more will come."""
        return (
            self._finished.is_set()
            and self._failure is None
            and self._held is None
            and self._position == self._ring.offered
        )

    def stop(self) -> None:
        """Feed no more; what was fed can still be read. Safe to call twice and from any thread."""
        self._stopped.set()
        self._taken.set()
        if self._bytes is not None:
            self._bytes.cancel()
        if self._feeder is None:
            self._finished.set()

    def close(self) -> None:
        """Stop, and let go of the input. Safe to call twice."""
        self.stop()
        if self._feeder is not None:
            self._feeder.join(_STOP_S)  # a pipe that nobody writes to can hold it on Windows; it is a daemon

    def _feed(self, first: Pcm | None, blocks: Iterator[Pcm]) -> None:
        """The feeder thread: from the decoder to the ring, never late by more than the system's timer."""
        decoder = self._decoder
        begun_ns = time.monotonic_ns()
        fed = 0
        try:
            pcm = first
            while pcm is not None and not self._stopped.is_set():
                for at in range(0, len(pcm), _BLOCK):
                    part = pcm[at : at + _BLOCK]
                    stamp_ns = begun_ns + self._lasts_ns(fed)
                    if self._pace:
                        due_ns = stamp_ns + self._lasts_ns(len(part))
                        if self._stopped.wait(max(0.0, (due_ns - time.monotonic_ns()) / 1e9)):
                            return
                    elif self._wait_for_room(len(part)):
                        stamp_ns = time.monotonic_ns()
                    else:
                        return
                    self._ring.write(part[:, None], stamp_ns)
                    fed += len(part)
                    self._fed.set()
                pcm = next(blocks, None)
        except Exception as error:  # the reader's thread raises it
            self._failure = error
        finally:
            if decoder is not None:
                decoder.close()
            self._finished.set()
            self._fed.set()

    def _wait_for_room(self, count: int) -> bool:
        """Until the reader has made room; False when stopped."""
        while self._ring.room < count:
            self._taken.clear()
            if self._ring.room < count:
                self._taken.wait()
            if self._stopped.is_set():
                return False
        return not self._stopped.is_set()

    def _lasts_ns(self, samples: int) -> int:
        """How long so much sound takes at the pace; as fast as possible, it takes no time."""
        return round(samples / SAMPLE_RATE / self._pace * 1e9) if self._pace else 0

    def _drain(self) -> AudioBlock | None:
        """Join what waits up to half a second and up to the next loss."""
        chunk, self._held = self._held or self._ring.read(), None
        if chunk is None:
            return None
        start, lost = self._position, chunk.index - self._position
        if lost > _LONGEST_SILENCE:
            self._held = chunk
            return self._silence(_LONGEST_SILENCE, chunk.time_ns - self._lasts_ns(lost - _LONGEST_SILENCE))
        parts: list[Pcm] = [np.zeros(lost, np.float32)] if lost else []
        while chunk is not None:
            parts.append(chunk.frames[:, 0])
            self._position, end_ns = chunk.stop, chunk.time_ns + self._lasts_ns(len(chunk.frames))
            if self._position - start - lost >= _LONGEST_READ:
                break
            chunk = self._ring.read()
            if chunk is not None and chunk.lost:
                self._held, chunk = chunk, None
        return AudioBlock(self._track.id, start, np.concatenate(parts), lost, end_ns)

    def _silence(self, count: int, end_ns: int) -> AudioBlock:
        start, self._position = self._position, self._position + count
        return AudioBlock(self._track.id, start, np.zeros(count, np.float32), count, end_ns)

    def _last(self) -> AudioBlock | None:
        """What comes when the feeder has finished and the ring is empty: a loss at the end, then the failure, once."""
        lost = self._ring.offered - self._position
        if lost:
            return self._silence(min(lost, _LONGEST_SILENCE), time.monotonic_ns())
        failure, self._failure = self._failure, None
        if failure is not None and not (self._stopped.is_set() and isinstance(failure, InputError)):
            raise failure
        return None
