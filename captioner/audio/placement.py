"""Where decoded frames belong in time, whatever a file's timestamps do."""

from dataclasses import dataclass

_TOLERANCE_S = 0.05
"""Containers round their timestamps (1 ms in Matroska) and writers jitter: below this, frames simply follow."""
_LONGEST_GAP_S = 600.0
_LONGEST_OVERLAP_S = 2.0


@dataclass(frozen=True, slots=True)
class Placement:
    """What to do with the next frames: put ``gap`` frames of silence before them, or drop the first ``drop``."""

    gap: int = 0
    drop: int = 0


class Placer:
    """Follows the frames of one stream, all counts in frames at its rate since the start of the media.

    Frames follow one another unless a timestamp differs by more than 50 ms, or by anything right after a loss. Then a
    hole becomes silence and an overlap is dropped, so that time stays true. A jump of more than ten minutes ahead or
    two seconds back is taken for a fault of the timestamps: the sound goes on without a gap from there.
    """

    def __init__(self, rate: int, position: int = 0) -> None:
        """The first frames belong at ``position`` unless their timestamp says otherwise."""
        self._rate = rate
        self._position = position
        self._offset = 0
        self._exact = True

    @property
    def position(self) -> int:
        """Where the next frame belongs."""
        return self._position

    def mistrust(self) -> None:
        """Something was lost: believe the next timestamp to the frame."""
        self._exact = True

    def place(self, stamp: int | None, count: int) -> Placement:
        """Advance over ``count`` frames whose first one says that it belongs at ``stamp`` (None: it says nothing)."""
        ahead = 0 if stamp is None else stamp + self._offset - self._position
        tolerance = 0 if self._exact else round(_TOLERANCE_S * self._rate)
        self._exact = self._exact and stamp is None
        if abs(ahead) <= tolerance:
            ahead = 0
        elif ahead > _LONGEST_GAP_S * self._rate or ahead < -_LONGEST_OVERLAP_S * self._rate:
            self._offset -= ahead
            ahead = 0
        drop = min(count, max(0, -ahead))
        if drop == count:
            self._exact = True  # the overlap may go on
        gap = max(0, ahead)
        self._position += gap + count - drop
        return Placement(gap, drop)
