"""Many channels to one, without losing a speaker who sits on one side."""

import numpy as np
from numpy.typing import NDArray

from captioner.core.sound import Pcm

_CELLS_A_SECOND = 50
_SMOOTHING = 0.1
"""Weight of the newest 20 ms in the running energies: about 0.2 s of memory."""
_CANCELLED, _COHERENT = 0.05, 0.2
"""Energy of the sum over the sum of energies: below the first the channels cancel, above the second they no more do."""
_AUDIBLE = 1e-3
"""Gains that differ by less are left as they are."""
_SILENCE = 1e-10
"""Mean square (-100 dB of full scale) below which nothing is learnt."""


class Downmix:
    """The sum of the channels at a gain that keeps speech at the level that it has in the channels.

    The plain mean makes a voice on one of n channels n times quieter; the plain sum clips. Here the gain is 1/k, where
    k is the effective number of channels that carry sound: Σe / max(e) over their running energies e. One-sided
    speech keeps its level (k = 1); equal channels give their mean (k = n), exactly. All channels keep the same gain,
    so a voice that begins on a quiet channel is heard from its first sample.

    Channels in opposite phase (a balanced microphone on a stereo jack) would cancel: while the sum holds less than 5 %
    of the channels' energy, the loudest channel alone is taken.

    Gains are decided at the end of every 20 ms, from what was heard up to there, and reached linearly over the next
    20 ms: nothing is delayed and the result does not depend on how the frames were cut into blocks.
    """

    def __init__(self, rate: int, channels: int) -> None:
        """``channels`` at ``rate`` frames a second."""
        self._channels = channels
        self._cell = max(1, rate // _CELLS_A_SECOND)
        self._fade = np.linspace(0.0, 1.0, self._cell, dtype=np.float32)[:, None]
        self._at = 0  # frames of the current cell already mixed
        self._products = np.zeros((channels, channels))  # of the channels with one another, over the current cell
        self._energy = np.zeros(channels)
        self._sum_energy = 0.0
        self._chosen: int | None = None
        self._from = np.full(channels, 1 / channels, np.float32)
        self._to = self._from

    def mix(self, frames: NDArray[np.float32]) -> Pcm:
        """The next frames, shape (n, channels), as mono, shape (n,), at the same rate."""
        if self._channels == 1:
            return frames[:, 0]
        mono = np.empty(len(frames), np.float32)
        done = 0
        while done < len(frames):
            part = frames[done : done + self._cell - self._at]
            steady = self._from is self._to
            if steady:
                mono[done : done + len(part)] = part @ self._to
            else:
                fade = self._fade[self._at : self._at + len(part)]
                gains = self._from + fade * (self._to - self._from)
                mono[done : done + len(part)] = np.einsum("nc,nc->n", part, gains)
            self._products += part.T @ part
            done += len(part)
            self._at += len(part)
            if self._at == self._cell:
                self._decide()
        return mono

    def _decide(self) -> None:
        """Close the 20 ms cell: learn from it, and choose the gains that the next one fades to."""
        squares, sum_square = self._products.diagonal() / self._cell, float(self._products.sum()) / self._cell
        self._at, self._products = 0, np.zeros((self._channels, self._channels))
        self._from = self._to
        if float(squares.max()) < _SILENCE:
            return
        first = not self._energy.any()
        self._energy += (1.0 if first else _SMOOTHING) * (squares - self._energy)
        self._sum_energy += (1.0 if first else _SMOOTHING) * (sum_square - self._sum_energy)
        whole, loudest = float(self._energy.sum()), int(self._energy.argmax())
        coherence = self._sum_energy / whole
        if coherence > _COHERENT:
            self._chosen = None
        elif coherence < _CANCELLED and (
            self._chosen is None or self._energy[self._chosen] < 0.25 * self._energy[loudest]
        ):
            self._chosen = loudest
        if self._chosen is None:
            wanted = np.full(self._channels, self._energy[loudest] / whole, np.float32)
        else:
            wanted = np.zeros(self._channels, np.float32)
            wanted[self._chosen] = 1.0
        if float(np.abs(wanted - self._to).max()) > _AUDIBLE:
            self._to = wanted
