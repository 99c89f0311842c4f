"""Sound out: mono at 16 kHz to what the system plays on by default, with the place that is in the air now."""

import time
from collections import deque
from typing import Any

import numpy as np

from captioner.audio.portaudio import PortAudio
from captioner.core.sound import SAMPLE_RATE, Pcm

_BLOCKS_A_SECOND = 50
_LATENCY_S = 0.1
_AHEAD_S = 0.3
"""So much is kept ready: the program may be busy with speech for a moment."""


class Loudspeaker:
    """Plays what it is given, and silence where it is given nothing. Running from construction on.

    One thread gives; the stream's callback takes, which neither locks nor waits.
    """

    def __init__(self) -> None:
        """Raises SourceError where nothing can be played on."""
        self._ready: deque[tuple[bytes, float, float]] = deque()  # a block, the place of its start, places a second
        self._heard: tuple[float, float, float] | None = None  # when it is in the air, place, places a second
        self._latency_s = _LATENCY_S
        self._rest = np.zeros(0, np.float32)
        self._place = 0.0  # of the first sample of the rest
        self._portaudio = PortAudio()
        self._stream = self._portaudio.open_output(_BLOCKS_A_SECOND, _LATENCY_S, self._take)
        self._latency_s = float(self._stream.latency)
        self._rate, self._channels = round(self._stream.samplerate), int(self._stream.channels)
        self._block = self._rate // _BLOCKS_A_SECOND
        self._resampler: Any = None
        if self._rate != SAMPLE_RATE:
            import soxr

            self._resampler = soxr.ResampleStream(SAMPLE_RATE, self._rate, 1, dtype="float32", quality="HQ")

    @property
    def wanted(self) -> bool:
        """Whether it is time to give more."""
        return len(self._ready) < _AHEAD_S * _BLOCKS_A_SECOND

    @property
    def empty(self) -> bool:
        """Whether all that was given is in the air or was."""
        heard = self._heard
        return not self._ready and (heard is None or time.monotonic() > heard[0] + 1 / _BLOCKS_A_SECOND)

    @property
    def place(self) -> float | None:
        """The place of the sound that is in the air now, None before there is any."""
        heard = self._heard
        if heard is None:
            return None
        at, place, pace = heard
        return place + min(time.monotonic() - at, 1 / _BLOCKS_A_SECOND) * pace

    def give(self, pcm: Pcm, place: float, pace: float, *, last: bool = False) -> None:
        """Play this next. ``place`` is whatever its first sample stands for, ``pace`` by how much that goes on in a
        second; ``last`` tells that nothing follows.
        """
        sound = pcm if self._resampler is None else self._resampler.resample_chunk(pcm, last=last)
        if not len(self._rest):
            self._place = place
        self._rest = np.concatenate([self._rest, sound])
        if last:
            self._rest = np.concatenate([self._rest, np.zeros(-len(self._rest) % self._block, np.float32)])
        while len(self._rest) >= self._block:
            frames = np.repeat(self._rest[: self._block, None], self._channels, axis=1)
            self._ready.append((frames.astype(np.float32).tobytes(), self._place, pace))
            self._rest = self._rest[self._block :]
            self._place += pace / _BLOCKS_A_SECOND

    def clear(self) -> None:
        """Forget what was given and is not in the air yet."""
        self._ready.clear()
        self._rest = np.zeros(0, np.float32)
        self._heard = None
        if self._resampler is not None:
            self._resampler.clear()

    def close(self) -> None:
        """Fall silent and let go. Safe to call twice."""
        stream, self._stream = self._stream, None
        if stream is not None:
            self._portaudio.close_output(stream)

    def _take(self, out: Any, count: int, at: Any, _status: Any) -> None:
        """In PortAudio's thread: the next block."""
        try:
            block, place, pace = self._ready.popleft()
        except IndexError:
            out[:] = bytes(len(out))
            return
        out[:] = block
        self._heard = time.monotonic() + self._latency_s, place, pace
