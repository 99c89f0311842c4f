"""Whisper's log-mel features, computed once and extended while an utterance grows.

The same numbers as faster-whisper's ``FeatureExtractor`` (which follows openai/whisper's ``log_mel_spectrogram``), but
a column that no further sample can change is kept: a pass over a growing utterance pays for the new sound only.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from captioner.core.sound import SAMPLE_RATE, Pcm

HOP = 160
"""Samples between two columns: 10 ms."""
FFT_SIZE = 400
HALF = FFT_SIZE // 2

Mel = NDArray[np.float32]
"""Columns of log-mel energy, shape (n_mels, n_frames)."""


class MelSpectrum:
    """Turns sound into unscaled log10-mel columns."""

    def __init__(self, n_mels: int) -> None:
        from faster_whisper.feature_extractor import FeatureExtractor
        from scipy.sparse import csr_array

        self.n_mels = n_mels
        # Each frequency is in two filters at most. As a dense matrix, OpenBLAS would multiply it in threads of its own,
        # which get into the way of the model's: passes then took half as long again.
        filters = FeatureExtractor.get_mel_filters(SAMPLE_RATE, FFT_SIZE, n_mels).astype(np.float32)
        self._filters: Any = csr_array(filters)
        self._window: Pcm = np.hanning(FFT_SIZE + 1)[:-1].astype(np.float32)

    def columns(self, samples: Pcm) -> Mel:
        """The columns whose 400-sample windows begin at samples 0, 160, 320 … of ``samples``."""
        frames = np.lib.stride_tricks.sliding_window_view(samples, FFT_SIZE)[::HOP]
        power = np.abs(np.fft.rfft(frames * self._window, axis=-1).astype(np.complex64)) ** 2
        energy: Mel = self._filters @ power.T
        return np.log10(np.maximum(energy, 1e-10)).astype(np.float32)


class GrowingMel:
    """The features of one growing utterance.

    Its windows may begin later than the utterance (what is committed is trimmed), always on the 10 ms grid of the first
    window; the columns that settled before are then used again.
    """

    def __init__(self, spectrum: MelSpectrum) -> None:
        self._spectrum = spectrum
        self._origin: int | None = None
        self._settled: Mel = np.empty((spectrum.n_mels, 0), np.float32)

    def features(self, start: int, pcm: Pcm) -> Mel:
        """The normalized features of ``pcm``, which begins at sample ``start`` of the track.

        Shape (n_mels, len(pcm) // 160 + 1), scaled as Whisper's are: at most 8 decades under the loudest column,
        then (x + 4) / 4.
        """
        first = self._first_column(start)
        if first is None:
            self._origin, self._settled, first = start, self._settled[:, :0], 0
        settled = max(0, (len(pcm) - HALF) // HOP + 1)
        known = self._settled[:, first : first + settled]  # more is known where the utterance was cut back since
        if known.shape[1] * HOP > HALF:
            fresh = self._spectrum.columns(self._padded_tail(pcm, known.shape[1]))
        else:
            known = known[:, :0]
            fresh = self._spectrum.columns(np.pad(self._with_silence(pcm), (HALF, HALF), mode="reflect"))
        columns = np.concatenate([known, fresh], axis=1)[:, : len(pcm) // HOP + 1]
        if first + settled > self._settled.shape[1]:
            self._settled = np.concatenate([self._settled[:, :first], columns[:, :settled]], axis=1)
        scaled: Mel = (np.maximum(columns, columns.max() - 8.0) + 4.0) / 4.0
        return scaled

    def _first_column(self, start: int) -> int | None:
        """The settled column at ``start``, or None where the window cannot use any."""
        if self._origin is None or start < self._origin or (start - self._origin) % HOP:
            return None
        first = (start - self._origin) // HOP
        return first if first <= self._settled.shape[1] else None

    def _padded_tail(self, pcm: Pcm, column: int) -> Pcm:
        """The sound under the columns from ``column`` on, mirrored past its end."""
        return np.pad(self._with_silence(pcm)[column * HOP - HALF :], (0, HALF), mode="reflect")

    @staticmethod
    def _with_silence(pcm: Pcm) -> Pcm:
        """The sound with the 10 ms of silence that faster-whisper adds, and at least one FFT window long."""
        return np.pad(pcm, (0, max(HOP, FFT_SIZE - len(pcm))))
