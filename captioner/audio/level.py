"""How loud a track is, and whether a microphone gives a signal at all."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FLOOR_DB = -120.0
"""Shown for digital silence."""
_DECAY_DB_S = 20.0
"""Fall of the shown peak and RMS, as meters for programme levels have it (IEC 60268-10 type I: 20 dB in 1.7 s)."""
_CLIPPED = 32767 / 32768
_CLIP_HOLD_S = 1.0
_NO_SIGNAL_S = 5.0


@dataclass(frozen=True, slots=True)
class Level:
    """What a meter shows. ``rms_db`` and ``peak_db`` are dB of full scale, decaying; a full-scale sine has −3 dB RMS.

    ``clipped`` stays for a second after a sample at full scale. ``no_signal`` tells of 5 s of digital silence: a
    muted, unplugged or forbidden microphone.
    """

    rms_db: float = FLOOR_DB
    peak_db: float = FLOOR_DB
    clipped: bool = False
    no_signal: bool = False


class LevelMeter:
    """Follows the level of a track. Time is that of the sound itself."""

    def __init__(self, rate: int) -> None:
        """``rate`` is the number of frames a second."""
        self._rate = rate
        self._clip_left_s = 0.0
        self._dead_s = 0.0
        self.level = Level()
        """As of the last push; another thread may read it at any time."""

    def push(self, frames: NDArray[np.float32]) -> Level:
        """The level after the next frames, shape (n,) or (n, channels), of any number."""
        if not len(frames):
            return self.level
        seconds = len(frames) / self._rate
        peak = max(float(frames.max()), -float(frames.min()))
        # Channels are metered apart and the loudest shown: half of a dead stereo input is not half as loud.
        channels = frames.T if frames.ndim == 2 else [frames]
        rms = math.sqrt(max(float(np.dot(channel, channel)) for channel in channels) / len(frames))
        self._dead_s = self._dead_s + seconds if peak == 0.0 else 0.0
        self._clip_left_s = _CLIP_HOLD_S if peak >= _CLIPPED else max(0.0, self._clip_left_s - seconds)
        fall = _DECAY_DB_S * seconds
        self.level = Level(
            max(_db(rms), self.level.rms_db - fall, FLOOR_DB),
            max(_db(peak), self.level.peak_db - fall, FLOOR_DB),
            self._clip_left_s > 0.0,
            self._dead_s >= _NO_SIGNAL_S,
        )
        return self.level


def _db(amplitude: float) -> float:
    return 20 * math.log10(amplitude) if amplitude > 0 else FLOOR_DB
