"""Clocks: the session's, which all tracks share, and a device's, whose drift is measured against it.

The policy. Sample n of a track *is* the sound at n/16000 s of the session: every track, its recording and its cues are
on one time line without a map. A sound card's crystal is off by up to about 100 ppm, 2.9 s in 8 hours; so the
conversion to 16 kHz is nudged by single samples (see timeline) whenever the device has drifted 20 ms from the session's
clock. Two tracks therefore stay within about 40 ms of each other for ever, and a gap of any kind is filled up to
the time at which the next sound was heard.
"""

import sys
import time
from collections import deque
from collections.abc import Callable

import numpy as np

from captioner.core.sound import SAMPLE_RATE

_NS = 1_000_000_000
_SLEEP_NS = _NS
"""A smaller difference between the clocks is jitter of reading them."""

_WINDOW = 900
"""Anchors kept for the line: one a second, 15 minutes."""
_FIT_FROM_S, _FIT_EVERY_S = 60, 5
"""A slope from less than a minute would be mostly jitter."""
_PAIRED = 120
"""Anchors of which all pairs are formed."""
_LEVEL_FROM = 5
"""Anchors that place the line before there is a slope."""
_WORST_PPM = 1000.0


def boottime_ns() -> int:
    """A monotonic clock that also runs while the computer sleeps."""
    if sys.platform == "linux":
        return time.clock_gettime_ns(time.CLOCK_BOOTTIME)
    if sys.platform == "darwin":  # runs in sleep there; time.monotonic does not
        return time.clock_gettime_ns(time.CLOCK_MONOTONIC)
    return time.monotonic_ns()  # runs in sleep on Windows


class SessionClock:
    """Time of a session in ns since its start, the computer's sleep included. Shared by all tracks; any thread asks."""

    def __init__(
        self, monotonic_ns: Callable[[], int] = time.monotonic_ns, awake_or_not_ns: Callable[[], int] = boottime_ns
    ) -> None:
        """Starts now. The two clocks are parameters for simulated time."""
        self._monotonic_ns = monotonic_ns
        self._boottime_ns = awake_or_not_ns
        self._origin_ns = monotonic_ns()
        self._ahead_ns = awake_or_not_ns() - self._origin_ns
        # Monotonic time until which a row counts, and the sleep before it; the last row has no end. A new tuple each.
        self._sleeps: tuple[tuple[int, int], ...] = ()
        self._slept_ns = 0
        self._seen_ns = self._origin_ns

    @property
    def slept_ns(self) -> int:
        """Sleep so far, as of the last look at the clock."""
        return self._slept_ns

    def now_ns(self) -> int:
        """Time of the session. Look often: sound is taken to be of after a sleep if it is later than the last look."""
        monotonic = self._monotonic_ns()
        slept = self._boottime_ns() - monotonic - self._ahead_ns
        if slept - self._slept_ns > _SLEEP_NS:
            self._sleeps = (*self._sleeps, (self._seen_ns, self._slept_ns))
            self._slept_ns = slept
        self._seen_ns = monotonic
        return self.session_ns(monotonic)

    def session_ns(self, monotonic_ns: int) -> int:
        """The session's time of a reading of the monotonic clock."""
        for until, slept in self._sleeps:
            if monotonic_ns <= until:
                return monotonic_ns - self._origin_ns + slept
        return monotonic_ns - self._origin_ns + self._slept_ns

    def monotonic_ns(self, session_ns: int) -> int:
        """The monotonic clock at a time of the session; the moment of falling asleep for times within a sleep."""
        before = 0
        for until, slept in self._sleeps:
            if session_ns <= until - self._origin_ns + slept:
                return session_ns - slept + self._origin_ns
            before = until
        return max(before, session_ns - self._slept_ns + self._origin_ns)

    def sample(self, session_ns: int) -> int:
        """Index of the 16 kHz sample that is in the air at a time of the session."""
        return round(session_ns * SAMPLE_RATE / _NS)


class DeviceClock:
    """The line through a device's anchors (frame index, arrival): where its frames are in time, and its drift.

    Arrivals are late by the whims of scheduling, never early: of each second the promptest counts. The slope is the
    median of the slopes between all pairs (Theil 1950, Sen 1968: a quarter of the seconds may be far off) over the
    last 15 minutes, found again every 5 s. Before the first minute the rate is taken to be the nominal one. The stamps
    of PortAudio are not used: behind a remapped source of PulseAudio they wander by 100 ms.
    """

    def __init__(self, rate: int, latency_ns: int = 0) -> None:
        """``rate`` is the nominal number of frames a second, ``latency_ns`` how old sound is at its promptest."""
        self._ns_a_frame = _NS / rate
        self._rate = rate
        self._latency_ns = latency_ns
        self._promptest: tuple[int, float] | None = None  # of the current second: frame, ns off the nominal line
        self._second_from = 0
        self._anchors: deque[tuple[int, float]] = deque(maxlen=_WINDOW)
        self._first_ns = 0
        self._first_frame = 0
        self._slope = 0.0  # ns a frame beyond the nominal
        self._level = 0.0  # ns at _pivot
        self._pivot = 0
        self._next_fit = 0
        self._fitted = False

    @property
    def drift_ppm(self) -> float | None:
        """How much slow the device is against the session's clock, in millionths; None in the first minute."""
        return self._slope / self._ns_a_frame * 1e6 if self._fitted else None

    def anchor(self, frame: int, arrived_ns: int) -> None:
        """The frames before ``frame`` had arrived at ``arrived_ns`` (session time). Frames come in ascending order."""
        if self._promptest is None:
            self._first_ns, self._first_frame = arrived_ns, frame
            self._pivot = self._second_from = frame
            self._next_fit = frame + _FIT_FROM_S * self._rate
        elif frame - self._second_from >= self._rate:
            self._close_second(frame)
        off = arrived_ns - self._nominal_ns(frame)
        if self._promptest is None or off < self._promptest[1]:
            self._promptest = (frame, off)
        if not self._anchors:
            self._level = self._promptest[1]

    def time_ns(self, frame: float) -> float:
        """The session's time at which a frame was in the air. Needs an anchor."""
        off = self._level + self._slope * (frame - self._pivot) - self._latency_ns
        return self._nominal_ns(frame) + off

    def _nominal_ns(self, frame: float) -> float:
        return self._first_ns + (frame - self._first_frame) * self._ns_a_frame

    def _close_second(self, frame: int) -> None:
        if self._promptest is not None:
            self._anchors.append(self._promptest)
        self._promptest, self._second_from = None, frame
        if frame >= self._next_fit:
            self._fit()
            self._next_fit = frame + _FIT_EVERY_S * self._rate
        elif not self._fitted:
            self._level = float(np.median([off for _, off in list(self._anchors)[-_LEVEL_FROM:]]))
            self._pivot = frame

    def _fit(self) -> None:
        some = list(self._anchors)[:: 1 + len(self._anchors) // _PAIRED]
        frame, off = np.array(some, np.float64).T
        first, second = np.triu_indices(len(some), 1)
        slope = np.median((off[second] - off[first]) / (frame[second] - frame[first]))
        pivot = frame[-1]
        # Arrivals err to one side only: the line belongs among the prompter half.
        level = np.quantile(off - slope * (frame - pivot), 0.25)
        worst = _WORST_PPM * 1e-6 * self._ns_a_frame
        self._slope, self._level, self._pivot = float(np.clip(slope, -worst, worst)), float(level), int(pivot)
        self._fitted = True
