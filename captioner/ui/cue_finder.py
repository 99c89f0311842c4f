"""Matches of a search in the cues that are open."""

from collections.abc import Sequence

from captioner.core.library import StoredCue
from captioner.transcript.edits import pattern_of


def rows_with(cues: Sequence[StoredCue], needle: str) -> list[int]:
    """The rows in which the text is found."""
    pattern = pattern_of(needle)
    if pattern is None:
        return []
    first = needle.casefold().split()[0]
    # Most cues lack the first word: that is known much sooner than where a text stands.
    search = pattern.search
    likely = (row for row, entry in enumerate(cues) if first in entry.cue.text.casefold())
    return [row for row in likely if search(cues[row].cue.text)]


def next_row(rows: Sequence[int], current: int, step: int) -> int | None:
    """The row of the next match, or of the one before, round the ends; None where there is none."""
    if not rows:
        return None
    if step > 0:
        return next((row for row in rows if row > current), rows[0])
    return next((row for row in reversed(rows) if row < current), rows[-1])
