"""Where the rows of a long list begin: by their heights where these were measured, by guesses elsewhere."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray


class RowPlaces:
    """Heights and tops in pixels; a row is on the guess until it is measured, and again after it was doubted."""

    def __init__(self, guesses: Sequence[int] = ()) -> None:
        self._heights: NDArray[np.int64] = np.array(guesses, np.int64)
        self._measured = np.zeros(len(guesses), bool)
        self._tops: NDArray[np.int64] | None = None

    def __len__(self) -> int:
        return len(self._heights)

    @property
    def total(self) -> int:
        """The height of all rows."""
        return self.top(len(self))

    def top(self, row: int) -> int:
        """Where a row begins; of the row behind the last one, where the last one ends."""
        return int(self._all_tops()[row])

    def height(self, row: int) -> int:
        """How high a row is."""
        return int(self._heights[row])

    def row_at(self, y: int) -> int:
        """The row in which a place is; the first above all rows, the number of rows below them."""
        return int(np.searchsorted(self._all_tops(), max(y, 0), "right")) - 1

    def is_measured(self, row: int) -> bool:
        """Whether the height of the row is no guess."""
        return bool(self._measured[row])

    def measure(self, row: int, height: int) -> None:
        """The height of a row is known."""
        self._measured[row] = True
        if self._heights[row] != height:
            self._heights[row] = height
            self._tops = None

    def doubt(self, first: int, last: int) -> None:
        """What was measured of these rows, the last included, is a guess from now on."""
        self._measured[first : last + 1] = False

    def next_guess(self, row: int) -> int | None:
        """The first row from this one on, or else from the beginning on, that was not measured."""
        for part, begin in ((self._measured[row:], row), (self._measured[:row], 0)):
            if len(part) and not part[at := int(np.argmin(part))]:
                return begin + at
        return None

    def insert(self, row: int, guesses: Sequence[int]) -> None:
        """Rows came in before this one."""
        self._heights = np.insert(self._heights, row, np.array(guesses, np.int64))
        self._measured = np.insert(self._measured, row, np.zeros(len(guesses), bool))
        self._tops = None

    def remove(self, first: int, last: int) -> None:
        """These rows went, the last included."""
        gone = np.s_[first : last + 1]
        self._heights, self._measured = np.delete(self._heights, gone), np.delete(self._measured, gone)
        self._tops = None

    def _all_tops(self) -> NDArray[np.int64]:
        if self._tops is None:
            self._tops = np.concatenate(([0], np.cumsum(self._heights)))
        return self._tops
