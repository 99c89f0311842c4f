"""What creeps over hours: memory that grows, times that drift. Pure."""

from collections.abc import Sequence

import numpy as np

LEAST_S = 600.0
"""Over less sound than this nothing can be told of an hour."""

_SETTLED = 0.25
"""In this first part of the sound, buffers and caches are still being filled."""


def growth_per_hour(points: Sequence[tuple[float, float]]) -> float | None:
    """How much a value grows in an hour: the slope of the line with the least squares.

    ``points`` are seconds of sound with the value then, in any order. None where they span too little.
    """
    if not points:
        return None
    at_s, values = np.array(points).T
    span_s = at_s.max() - at_s.min()
    late = at_s >= at_s.min() + _SETTLED * span_s
    if span_s < LEAST_S or late.sum() < 2:
        return None
    return float(np.polyfit(at_s[late], values[late], 1)[0] * 3600)
