"""Cues as SubRip and WebVTT have them: a line with two times, the lines of the text behind it, a blank line."""

import re
from collections.abc import Iterator, Sequence

from captioner.transcript.formats.base import LONGEST_MS, milliseconds

_CLOCK = r"(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})[,.](\d{1,9})"
TIMES = re.compile(rf"\s*{_CLOCK}\s*-->\s*{_CLOCK}(?:\s.*)?")
"""A line of times in any of the ways in which programs write them, with settings behind."""

_NUMBER = re.compile(r"\s*\d+\s*")


def timed_blocks(lines: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Start and end in ms and the text of each cue; what stands before a line of times or behind a blank one is no
    text. Times past ``LONGEST_MS`` stand at it.
    """
    index = 0
    while index < len(lines):
        times = TIMES.fullmatch(lines[index])
        index += 1
        if times is None:
            continue
        first = index
        while index < len(lines) and lines[index].strip() and not TIMES.fullmatch(lines[index]):
            index += 1
        text = list(lines[first:index])
        if index < len(lines) and lines[index].strip() and len(text) > 1 and _NUMBER.fullmatch(text[-1]):
            text.pop()  # the number of the next cue, before which the blank line is missing
        start_ms, end_ms = milliseconds(*times.group(1, 2, 3, 4)), milliseconds(*times.group(5, 6, 7, 8))
        yield min(start_ms, LONGEST_MS), min(end_ms, LONGEST_MS), "\n".join(text)
