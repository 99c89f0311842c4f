"""What a stretch of sound looks like: its waveform and its spectrogram. No Qt here; called in a thread."""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from captioner.core.sound import SAMPLE_RATE, Pcm

_WINDOW: Final = 512
"""Samples of a spectrum at least: 32 ms, in which a vowel stands still."""
_ROWS: Final = 128
_RANGE_DB: Final = 65.0
"""From the loudest point of the picture down to where nothing is drawn."""
_FLOOR: Final = 1e-12


@dataclass(frozen=True, slots=True, eq=False)
class SoundShape:
    """Of ``start_ms``…``stop_ms``, in columns: the lowest and the highest sample of each, in full scale, shape (n,),
    and the power from 0 to 255, shape (rows, n), of frequencies from 8 kHz in the first row down to 0 in the last."""

    start_ms: int
    stop_ms: int
    low: NDArray[np.float32]
    high: NDArray[np.float32]
    power: NDArray[np.uint8]


def shape_of(pcm: Pcm, start_ms: int, stop_ms: int, columns: int) -> SoundShape:
    """The shape of the sound of ``start_ms``…``stop_ms`` in so many columns, fewer where there are fewer samples."""
    columns = max(1, min(columns, len(pcm)))
    edges = np.linspace(0, len(pcm), columns, endpoint=False).astype(np.intp)
    low = np.minimum.reduceat(pcm, edges).astype(np.float32)
    high = np.maximum.reduceat(pcm, edges).astype(np.float32)
    return SoundShape(start_ms, stop_ms, low, high, _power(pcm, columns))


def _power(pcm: Pcm, columns: int) -> NDArray[np.uint8]:
    """The spectrogram by ``scipy.signal``, a spectrum a column, every sample in one at least."""
    from scipy.signal import spectrogram

    hop = max(1, len(pcm) // columns)
    size = max(_WINDOW, hop)
    padded = np.pad(pcm, (size // 2, size // 2))  # so that a column's spectrum is of what lies around it
    found: Any = spectrogram(padded, fs=SAMPLE_RATE, window="hann", nperseg=size, noverlap=size - hop)[2]
    frames = np.minimum(np.arange(columns) * found.shape[1] // columns, found.shape[1] - 1)
    rows = np.linspace(0, found.shape[0], _ROWS, endpoint=False).astype(np.intp)
    loud = 10 * np.log10(np.maximum.reduceat(found[:, frames], rows, axis=0) + _FLOOR)
    quietest = max(float(loud.max()), -50.0) - _RANGE_DB  # silence is dark, not noise blown up
    scaled = np.clip((loud - quietest) * (255 / _RANGE_DB), 0, 255).astype(np.uint8)
    return np.ascontiguousarray(scaled[::-1])
