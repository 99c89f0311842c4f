"""Lines of a cue: few, balanced, broken where a reader pauses."""

from collections.abc import Sequence
from math import inf

from captioner.transcript.phrases import chunks_of, parting_cost, pieces_of
from captioner.transcript.plain_text import columns, one_line

_IMBALANCE = 16.0
"""What a line costs that is a whole line too short or too long, against the costs of parting."""

_MOST_BALANCED = 3
"""More lines than this are no cue but a page, and are filled one by one."""


def break_lines(text: str, line_columns: int, language: str) -> list[str]:
    """The text in as few lines as hold it, each at most ``line_columns`` (4 or more) wide, as even as it can be.

    Works in time linear in the length of the text; a word wider than a line is broken by force.
    """
    return arrange(pieces_of(one_line(text)), line_columns, language)


def arrange(pieces: Sequence[str], line_columns: int, language: str) -> list[str]:
    """Lines of pieces, each piece with its leading space, parted between pieces or by force inside one too wide.

    A piece may begin with one space, which goes at the start of a line.
    """
    pieces = _fitting(pieces, line_columns)
    if not pieces:
        return []
    starts = _filled(pieces, line_columns)
    if 1 < len(starts) <= _MOST_BALANCED:
        starts = _balanced(pieces, line_columns, len(starts), language)
    stops = [*starts[1:], len(pieces)]
    return ["".join(pieces[start:stop]).strip() for start, stop in zip(starts, stops, strict=True)]


def _fitting(pieces: Sequence[str], line_columns: int) -> list[str]:
    """The pieces, those wider than a line in chunks."""
    fitting: list[str] = []
    for piece in pieces:
        body = piece.lstrip()
        if columns(body) <= line_columns:
            fitting.append(piece)
        else:
            lead = piece[: len(piece) - len(body)]
            first, *rest = chunks_of(body, line_columns)
            fitting += [lead + first, *rest]
    return fitting


def _filled(pieces: Sequence[str], line_columns: int) -> list[int]:
    """Indices of the pieces that begin a line when each line takes all it can: the fewest lines possible."""
    starts: list[int] = []
    width = 0
    for index, piece in enumerate(pieces):
        piece_width = columns(piece)
        if not starts or width + piece_width > line_columns:
            starts.append(index)
            width = columns(piece.lstrip())
        else:
            width += piece_width
    return starts


def _balanced(pieces: Sequence[str], line_columns: int, lines: int, language: str) -> list[int]:
    """As ``_filled``, in exactly so many lines, at the least total of imbalance and parting costs."""
    count = len(pieces)
    widths = [columns(piece) for piece in pieces]
    ends = [0]
    for width in widths:
        ends.append(ends[-1] + width)
    target = ends[-1] / lines
    leads = [width - columns(piece.lstrip()) for width, piece in zip(widths, pieces, strict=True)]
    parting = [0.0] + [
        parting_cost(pieces[index - 2] if index > 1 else "", pieces[index - 1], pieces[index], language)
        for index in range(1, count)
    ]
    best = [0.0] + [inf] * count
    came_from: list[list[int]] = []
    for _ in range(lines):
        next_best = [inf] * (count + 1)
        origin = [0] * (count + 1)
        for start in range(count):
            if best[start] == inf:
                continue
            for stop in range(start + 1, count + 1):
                width = ends[stop] - ends[start] - leads[start]
                if width > line_columns:
                    break
                cost = best[start] + parting[start] + _IMBALANCE * ((width - target) / line_columns) ** 2
                if cost < next_best[stop]:
                    next_best[stop], origin[stop] = cost, start
        best = next_best
        came_from.append(origin)
    starts: list[int] = []
    stop = count
    for origin in reversed(came_from):
        stop = origin[stop]
        starts.append(stop)
    return starts[::-1]
