"""Speech faster or slower at the same pitch: WSOLA.

W. Verhelst and M. Roelands, "An overlap-add technique based on waveform similarity (WSOLA) for high quality time-scale
modification of speech", ICASSP 1993. The output is a sum of overlapping windows of the input, taken ``speed`` times as
far apart as they are laid down; each is moved by a little so that it goes on as the one before would have gone on.
"""

import numpy as np

from captioner.core.sound import Pcm, ms_to_samples

SLOWEST, FASTEST = 0.5, 2.0

_HOP = ms_to_samples(20)
_WINDOW = 2 * _HOP
_TOLERANCE = ms_to_samples(12)
"""A window may be moved so far: more than half a period of the lowest voices."""


class TimeStretch:
    """A stream of sound at another speed. At speed 1 it comes out as it went in, sample by sample."""

    def __init__(self, speed: float = 1.0) -> None:
        """Raises ValueError for a speed outside 0.5…2."""
        self.speed = speed
        self._fade_in = np.sin(np.pi * (np.arange(_HOP, dtype=np.float32) + np.float32(0.5)) / (2 * _HOP)) ** 2
        self._sound: Pcm = np.zeros(0, np.float32)  # of the input, from the sample ``_first`` on
        self._first = 0
        self._next = 0.0  # where the next window is taken, before it is moved
        self._last: int | None = None  # where the last one was taken

    @property
    def speed(self) -> float:
        """How many times faster than life; may be changed at any time."""
        return self._speed

    @speed.setter
    def speed(self, speed: float) -> None:
        if not SLOWEST <= speed <= FASTEST:
            raise ValueError(f"a speed of {speed} is outside {SLOWEST}…{FASTEST}")
        self._speed = speed

    def push(self, pcm: Pcm) -> Pcm:
        """What is ready with the next samples; some 60 ms are held back."""
        self._sound = np.concatenate([self._sound, pcm])
        pieces: list[Pcm] = []
        while self._needed() <= self._first + len(self._sound):
            pieces.append(self._hop())
        return np.concatenate(pieces) if pieces else np.zeros(0, np.float32)

    def flush(self) -> Pcm:
        """The rest. Nothing can be pushed afterwards."""
        end = self._first + len(self._sound)
        silence = np.zeros(2 * (_WINDOW + _TOLERANCE), np.float32)
        left = max(0, round((end - self._next) / self._speed))
        return self.push(silence)[:left]

    def _needed(self) -> int:
        """The sample up to which the input must be there for the next hop."""
        latest = round(self._next) + _TOLERANCE
        return _WINDOW + (latest if self._last is None else max(latest, self._last + _HOP))

    def _hop(self) -> Pcm:
        """The next 20 ms: the last window fades out while the next one fades in."""
        target = round(self._next)
        if self._last is None:
            start = target
            out = self._part(start, _HOP).copy()
        else:
            going_on = self._last + _HOP
            start = self._like(going_on, target)
            fade_in = self._fade_in
            out = self._part(going_on, _HOP) * (1 - fade_in) + self._part(start, _HOP) * fade_in
        self._last = start
        self._next += _HOP * self._speed
        done = min(start + _HOP, round(self._next) - _TOLERANCE) - self._first
        if done > 0:
            self._sound = self._sound[done:]
            self._first += done
        return out

    def _like(self, going_on: int, target: int) -> int:
        """Where around the target the sound is most like that from ``going_on`` on."""
        if going_on == target:
            return target
        lowest = max(self._first, target - _TOLERANCE)
        wanted = self._part(going_on, _WINDOW)
        region = self._part(lowest, target + _TOLERANCE - lowest + _WINDOW)
        products = np.correlate(region, wanted, "valid")
        energy = np.concatenate([[0.0], np.cumsum(region.astype(np.float64) ** 2)])
        energies = energy[_WINDOW:] - energy[:-_WINDOW]
        return lowest + int(np.argmax(products / np.sqrt(energies + 1e-9)))

    def _part(self, start: int, length: int) -> Pcm:
        at = start - self._first
        return self._sound[at : at + length]
