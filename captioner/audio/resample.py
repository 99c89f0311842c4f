"""From what a device or a file gives to what the pipeline hears: 16 kHz, mono, float32."""

import numpy as np
from numpy.typing import NDArray

from captioner.audio.downmix import Downmix
from captioner.core.sound import SAMPLE_RATE, Pcm

MAX_RATE = 768_000
MAX_CHANNELS = 64
_LOUDEST = 32.0
"""30 dB above full scale: a float file may overshoot, but beyond this it is damage."""


class Converter:
    """Turns one stream of frames into 16 kHz mono; its state is kept from block to block.

    Sample k of all output is the sound at k/16000 seconds after the first frame: the filter's delay is compensated.
    After ``flush``, n frames at ``rate`` have given n·16000/rate samples, rounded to a neighbour, and the values do
    not depend on how the frames were cut into blocks. Before it, up to 40 ms (80 ms from 96 kHz up, 120 ms below
    16 kHz) of sound is on its way. 16 kHz mono passes through as it is and at once.
    """

    def __init__(self, rate: int, channels: int) -> None:
        """Raises ValueError for a rate or a number of channels that no sound has."""
        if not 1_000 <= rate <= MAX_RATE:
            raise ValueError(f"A sample rate of {rate} Hz is not sound.")
        if not 1 <= channels <= MAX_CHANNELS:
            raise ValueError(f"{channels} channels are not sound.")
        self._rate = rate
        self._channels = channels
        self._downmix = Downmix(rate, channels)
        self._stream = None
        if rate != SAMPLE_RATE:
            import soxr

            self._stream = soxr.ResampleStream(rate, SAMPLE_RATE, 1, dtype="float32", quality="HQ")
        self._taken = 0
        self._given = 0

    @property
    def rate(self) -> int:
        """Frames a second that it takes."""
        return self._rate

    @property
    def channels(self) -> int:
        """Samples in a frame that it takes."""
        return self._channels

    @property
    def taken(self) -> int:
        """Frames taken so far."""
        return self._taken

    @property
    def given(self) -> int:
        """Samples given so far."""
        return self._given

    def push(self, frames: NDArray[np.float32] | NDArray[np.int16]) -> Pcm:
        """What has become ready with the next frames, shape (n, channels); int16 full scale becomes 1.0.

        Damaged floats (not a number, infinite, above +30 dB) are made harmless. The result may be a view of ``frames``.
        """
        if frames.dtype == np.int16:
            floats = frames.astype(np.float32) * np.float32(1 / 32768)
        else:
            floats = frames.astype(np.float32, copy=False)
            if not np.abs(floats).max(initial=0.0) <= _LOUDEST:  # also true for NaN
                floats = np.nan_to_num(floats, nan=0.0).clip(-_LOUDEST, _LOUDEST)
        self._taken += len(frames)
        return self._resample(self._downmix.mix(floats), last=False)

    def flush(self) -> Pcm:
        """The samples still on their way. The converter is ready for a new stream afterwards, counted from zero."""
        tail = self._resample(np.empty(0, np.float32), last=True)
        if self._stream is not None:
            self._stream.clear()
        self._downmix = Downmix(self._rate, self._channels)
        self._taken = self._given = 0
        return tail

    def _resample(self, mono: Pcm, *, last: bool) -> Pcm:
        out = mono if self._stream is None else self._stream.resample_chunk(mono, last=last)
        self._given += len(out)
        return out
