"""What a standard does not allow: how each fault of a cue is measured.

Cues of one track and speaker follow each other; those of others may well be shown at the same time.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from captioner.core.caption import Cue
from captioner.core.settings import Standard
from captioner.transcript.likely_language import likely_language
from captioner.transcript.plain_text import columns, plain
from captioner.transcript.recut import running
from captioner.transcript.standards import CueRules, language_by_script, rules_for

Fault = Literal[
    "empty", "overlap", "too many lines", "line too long", "gap too short", "too long", "too fast", "too short"
]
Unit = Literal["lines", "characters", "ms", "characters a second", "words a minute"]

_WORD_COLUMNS = 6
"""What a word is where reading speed counts words: five letters and a space."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A demand that a cue does not meet.

    ``cue`` is its index in the list, of two cues that are too close that of the first. ``value`` was measured where
    the standard allows ``limit``, in ``unit``. ``curable`` tells whether ``mend`` does away with it.
    """

    cue: int
    fault: Fault
    value: float
    limit: float
    unit: Unit
    curable: bool = False


class Demands:
    """The rules for each cue."""

    def __init__(self, standard: Standard, language: str | None, cues: Sequence[Cue]) -> None:
        self._standard = standard
        self._language = language
        scripts = {language_by_script(cue.text) for cue in cues} if language is None else set()
        # Chinese characters alone may also be Japanese or Korean: then the other cues tell.
        self._of_han = next((code for code in ("ja", "ko") if code in scripts), "zh")
        self.of_latin = likely_language(cue.text for cue in cues) if "" in scripts else ""
        """What cues in other scripts than those of East Asia are taken for; "" where that is not known."""
        self._rules: dict[str, CueRules] = {}

    def language(self, cue: Cue) -> str:
        if self._language is not None:
            return self._language
        script = language_by_script(cue.text)
        return self._of_han if script == "zh" else script or self.of_latin

    def rules(self, cue: Cue) -> CueRules:
        language = self.language(cue)
        if language not in self._rules:
            self._rules[language] = rules_for(self._standard, language)
        return self._rules[language]


@dataclass(frozen=True, slots=True)
class Measure:
    """A fault as the standard counts it, and how far beyond the limit it is, in whole ms, columns or lines."""

    fault: Fault
    value: float
    limit: float
    unit: Unit
    excess: int


@lru_cache(maxsize=1024)
def shape(text: str) -> tuple[int, int, int]:
    """How many lines a text has, the columns of the widest, and those of all put together."""
    lines = plain(text).split("\n") if plain(text) else []
    return len(lines), max(map(columns, lines), default=0), columns(running(text)) if lines else 0


def measures(cue: Cue, following: Cue | None, rules: CueRules) -> Iterator[Measure]:
    """The faults of a cue, and of its distance to the one that follows on its track."""
    lines, widest, width = shape(cue.text)
    shown_ms = cue.end_ms - cue.start_ms
    if not lines:
        yield Measure("empty", 0, 1, "characters", 1)
        return
    if widest > rules.line_columns:
        value, limit = widest / rules.char_columns, rules.line_columns / rules.char_columns
        yield Measure("line too long", value, limit, "characters", widest - rules.line_columns)
    if lines > rules.lines:
        yield Measure("too many lines", lines, rules.lines, "lines", lines - rules.lines)
    if shown_ms < rules.min_ms:
        yield Measure("too short", shown_ms, rules.min_ms, "ms", rules.min_ms - shown_ms)
    if shown_ms > rules.max_ms:
        yield Measure("too long", shown_ms, rules.max_ms, "ms", shown_ms - rules.max_ms)
    if 0 < shown_ms < rules.reading_ms(width):
        each = 1 / rules.char_columns if not rules.words_a_minute else 60 / _WORD_COLUMNS
        unit: Unit = "words a minute" if rules.words_a_minute else "characters a second"
        speed = width * 1000 / shown_ms
        excess = rules.reading_ms(width) - shown_ms
        yield Measure("too fast", round(speed * each, 1), round(rules.columns_per_second * each, 1), unit, excess)
    if following is not None:
        gap_ms = following.start_ms - cue.end_ms
        if gap_ms < 0:
            yield Measure("overlap", -gap_ms, 0, "ms", -gap_ms)
        elif gap_ms < rules.gap_ms:
            yield Measure("gap too short", gap_ms, rules.gap_ms, "ms", rules.gap_ms - gap_ms)


def findings(cues: Sequence[Cue], demands: Demands) -> list[Finding]:
    following: dict[int, int] = {}
    for indices in tracks(cues):
        following |= dict(pairwise(indices))
    return [
        Finding(index, measure.fault, measure.value, measure.limit, measure.unit)
        for index, cue in enumerate(cues)
        for measure in measures(cue, cues[following[index]] if index in following else None, demands.rules(cue))
    ]


def tracks(cues: Sequence[Cue]) -> list[list[int]]:
    """The indices of the cues of each track and speaker, in order of time."""
    tracks: dict[tuple[str, str], list[int]] = {}
    for index in sorted(range(len(cues)), key=lambda index: cues[index].start_ms):
        tracks.setdefault((cues[index].track, cues[index].speaker), []).append(index)
    return list(tracks.values())
