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
_FIT_FROM_S, _FIT_EVERY_S = 60, 10
"""A slope from less than a minute would be mostly jitter."""
_PAIRED = 90
"""Anchors of which all pairs are formed."""
_LEVEL_FROM = 5
"""Anchors that place the line before there is a slope."""
_WORST_PPM = 500.0
"""No crystal is so far off; a line that says so is wrong."""


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


class _Line:
    """Anchors of one kind, one a second, and the straight line through them."""

    def __init__(self, quantile: float) -> None:
        self._quantile = quantile
        self._anchors: deque[tuple[int, float]] = deque(maxlen=_WINDOW)  # frame, ns off the nominal line
        self.slope = 0.0
        """Of the line, in ns a frame beyond the nominal."""
        self.level = 0.0
        """Of the line at ``pivot``, in ns."""
        self.pivot = 0
        """The frame of the newest anchor when the line was drawn."""
        self.spread = 0.0
        """Median distance (ns) of the anchors from the line."""

    def add(self, frame: int, off_ns: float) -> None:
        self._anchors.append((frame, off_ns))

    def place(self) -> None:
        """Without a slope yet: through the last anchors."""
        self.level = float(np.median([off for _, off in list(self._anchors)[-_LEVEL_FROM:]]))
        self.pivot = self._anchors[-1][0]

    def fit(self) -> None:
        """With the slope that is the median of those between all pairs (Theil 1950, Sen 1968)."""
        some = list(self._anchors)[:: 1 + len(self._anchors) // _PAIRED]
        frame, off = np.array(some, np.float64).T
        first, second = np.triu_indices(len(some), 1)
        self.slope = float(np.median((off[second] - off[first]) / (frame[second] - frame[first])))
        self.pivot = int(frame[-1])
        rest = off - self.slope * (frame - self.pivot)
        self.level = float(np.quantile(rest, self._quantile))
        self.spread = float(np.median(np.abs(rest - self.level)))


class DeviceClock:
    """Where a device's frames are in time, and its drift, from two kinds of anchors.

    Arrivals are late by the whims of scheduling, never early: of each second the promptest counts. Stamps of the sound
    system are exact to microseconds on a plain device, but behind a remapped source of PulseAudio they wander by
    100 ms, while arrivals move by 40 ms when a player changes the server's latency. So both are followed for the last
    15 minutes, a line is drawn through each every 10 s that up to a quarter of wild seconds does not bend, and the one
    with the smaller spread is believed. Before the first minute the rate is taken to be the nominal one.
    """

    def __init__(self, rate: int) -> None:
        """``rate`` is the nominal number of frames a second."""
        self._ns_a_frame = _NS / rate
        self._rate = rate
        self._arrivals, self._stamps = _Line(0.25), _Line(0.5)
        self._best = self._arrivals
        self._second: list[tuple[int, float, float]] = []  # of the current second: frame, arrival and stamp
        self._origin: tuple[int, int] | None = None
        self._next_fit = 0
        self._fitted = False

    @property
    def rate(self) -> int:
        """Nominal frames a second."""
        return self._rate

    @property
    def drift_ppm(self) -> float | None:
        """How much slow the device is against the session's clock, in millionths; None in the first minute."""
        return self._best.slope / self._ns_a_frame * 1e6 if self._fitted else None

    def anchor(self, frame: int, *, arrived_ns: int, stamped_ns: int) -> None:
        """By its arrival, and by its stamp, ``frame`` was in the air at these times of the session.

        Frames come in ascending order. The two may differ by a constant latency, which the caller takes off.
        """
        if self._origin is None:
            self._origin = frame, arrived_ns
            self._next_fit = frame + _FIT_FROM_S * self._rate
        elif frame - self._second[0][0] >= self._rate:
            self._close_second(frame)
        nominal_ns = self._nominal_ns(frame)
        self._second.append((frame, arrived_ns - nominal_ns, stamped_ns - nominal_ns))
        if not self._arrivals.pivot:
            self._best.level = min(arrival for _, arrival, _ in self._second)

    def time_ns(self, frame: float) -> float:
        """The session's time at which a frame was in the air. Needs an anchor."""
        line = self._best
        return self._nominal_ns(frame) + line.level + line.slope * (frame - line.pivot)

    def _nominal_ns(self, frame: float) -> float:
        if self._origin is None:
            raise RuntimeError("anchor() comes first")
        return self._origin[1] + (frame - self._origin[0]) * self._ns_a_frame

    def _close_second(self, frame: int) -> None:
        prompt = min(self._second, key=lambda anchor: anchor[1])
        self._arrivals.add(prompt[0], prompt[1])
        self._stamps.add(prompt[0], float(np.median([stamp for _, _, stamp in self._second])))
        self._second = []
        if frame >= self._next_fit:
            self._arrivals.fit()
            self._stamps.fit()
            steady = [line for line in (self._stamps, self._arrivals) if abs(line.slope) < self._worst_slope]
            self._best = min(steady, key=lambda line: line.spread, default=self._best)
            self._fitted = self._fitted or bool(steady)
            self._next_fit = frame + _FIT_EVERY_S * self._rate
        elif not self._fitted:
            self._arrivals.place()

    @property
    def _worst_slope(self) -> float:
        return _WORST_PPM * 1e-6 * self._ns_a_frame
