"""Cutting words into cues at the least total cost, over all ways to cut them that keep the limits of the standard.

Dynamic programming, as in Knuth and Plass, "Breaking Paragraphs into Lines", 1981: sentence ends and pauses are good
places, the inside of a name a bad one; a cue too short to read or holding two sentences costs too.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

from captioner.core.caption import CueWord
from captioner.transcript.phrases import (
    CLAUSE_END,
    SENTENCE_END,
    SPACELESS,
    chunks_of,
    clings,
    ends_sentence,
    ideographic,
    parting_cost,
)
from captioner.transcript.plain_text import columns
from captioner.transcript.standards import CueRules

TRAIL_MS = 500
"""How far the last cue of an utterance may outlast its last word while nobody knows what follows: 12 frames."""

_PAUSE_MS = 400
_LONG_PAUSE_MS = 1500

# Costs of a cue, beside that of the place where it ends.
_CUE_COST = 1.0
_INNER_SENTENCE_COST = 1.5  # a sentence ends inside; once more where the cue ends inside the next sentence
_INNER_PAUSE_COST = 1.5
_SHORT_COST = 6.0  # too short to be seen
_FAST_COST = 2.0  # too short to be read
_STUB_COST = 3.0  # a part of a sentence that does not fill a line


@dataclass(frozen=True, slots=True)
class Atom:
    """What stays in one cue and on one line: a word with what clings to it. ``columns`` is without leading space."""

    text: str
    columns: int
    words: tuple[CueWord, ...]

    @property
    def start_ms(self) -> int:
        return self.words[0].start_ms

    @property
    def end_ms(self) -> int:
        return max(word.end_ms for word in self.words)

    @property
    def spaced(self) -> bool:
        return self.text[:1].isspace()


def atoms_of(words: Sequence[CueWord], line_columns: int, language: str) -> list[Atom]:
    """The words in pieces none of which is wider than a line."""
    groups: list[list[CueWord]] = []
    for word in words:
        if groups and _joined(groups[-1][-1].text, word.text, language):
            groups[-1].append(word)
        else:
            groups.append([word])
    atoms: list[Atom] = []
    for group in groups:
        atom = _atom(group)
        if atom.columns <= line_columns:
            atoms.append(atom)
        else:
            atoms += [_atom([part]) for word in group for part in _parts(word, line_columns)]
    return atoms


def _atom(words: Sequence[CueWord]) -> Atom:
    text = "".join(word.text for word in words)
    return Atom(text, columns(text.lstrip()), tuple(words))


def _joined(left: str, right: str, language: str) -> bool:
    """Whether the word ``right`` may not be parted from the word ``left``."""
    if right[:1].isspace():
        return False
    if clings(left[-1], right[0]):
        return True
    return not (language in SPACELESS or ideographic(left[-1]) or ideographic(right[0]))


def _parts(word: CueWord, line_columns: int) -> list[CueWord]:
    """A word too wide for a line in parts that are not; its time is shared out by their lengths."""
    body = word.text.lstrip()
    if columns(body) <= line_columns:
        return [word]
    lead = word.text[: len(word.text) - len(body)]
    parts: list[CueWord] = []
    done = 0
    for chunk in chunks_of(body, line_columns):
        start_ms = word.start_ms + (word.end_ms - word.start_ms) * done // len(body)
        done += len(chunk)
        end_ms = word.start_ms + (word.end_ms - word.start_ms) * done // len(body)
        parts.append(CueWord(chunk if parts else lead + chunk, start_ms, end_ms, word.probability))
    return parts


def segments_of(atoms: Sequence[Atom], rules: CueRules, language: str) -> list[Sequence[Atom]]:
    """The atoms cut into cues at the least cost. At least one atom is given."""
    count = len(atoms)
    parting = [0.0] * (count + 1)
    inner_pause = [0.0] * count
    sentence_end = [False] * count
    forced = [False] * count
    for index in range(1, count):
        before = atoms[index - 2].text if index > 1 else ""
        left, right = atoms[index - 1], atoms[index]
        pause_ms = right.start_ms - left.end_ms
        cost = parting_cost(before, left.text, right.text, language)
        parting[index] = cost / 2 if pause_ms >= _PAUSE_MS else cost
        sentence_end[index] = ends_sentence(left.text, right.text)
        inner_pause[index] = _INNER_PAUSE_COST * min(1.0, max(0, pause_ms) / _PAUSE_MS)
        forced[index] = pause_ms >= _LONG_PAUSE_MS
    best = [0.0] + [inf] * count
    came_from = [0] * (count + 1)
    for start in range(count):
        lines, line_width, width, sentences, pauses = 1, 0, 0, 0, 0.0
        for index in range(start, count):
            atom = atoms[index]
            if index > start:
                if forced[index] or atom.end_ms - atoms[start].start_ms > rules.max_ms:
                    break
                sentences += sentence_end[index]
                pauses += inner_pause[index]
            piece = atom.columns + atom.spaced
            width += piece
            if index == start:
                line_width = atom.columns
            elif line_width + piece <= rules.line_columns:
                line_width += piece
            else:
                lines, line_width = lines + 1, atom.columns
                if lines > rules.lines:
                    break
            shown_ms = _time_to_show(atoms, start, index, rules)
            cost = best[start] + _CUE_COST + parting[index + 1] + _haste(shown_ms, width, rules)
            cost += pauses + _INNER_SENTENCE_COST * sentences * (2 if parting[index + 1] > SENTENCE_END else 1)
            if max(parting[start], parting[index + 1]) > CLAUSE_END:
                cost += _STUB_COST * max(0.0, 1 - width / rules.line_columns)
            if cost < best[index + 1]:
                best[index + 1], came_from[index + 1] = cost, start
    cuts: list[Sequence[Atom]] = []
    stop = count
    while stop:
        start = came_from[stop]
        cuts.append(atoms[start:stop])
        stop = start
    return cuts[::-1]


def _time_to_show(atoms: Sequence[Atom], start: int, last: int, rules: CueRules) -> int:
    """Milliseconds that a cue of these atoms can stand."""
    spoken_end = atoms[last].end_ms
    room_end = atoms[last + 1].start_ms - rules.gap_ms if last + 1 < len(atoms) else spoken_end + TRAIL_MS
    return max(spoken_end, room_end) - atoms[start].start_ms


def _haste(shown_ms: int, width: int, rules: CueRules) -> float:
    """What it costs that a cue stands too short: to be seen at all, and to be read."""
    cost = _SHORT_COST * max(0.0, 1 - shown_ms / rules.min_ms)
    needed_ms = min(rules.reading_ms(width), rules.max_ms)
    if needed_ms > shown_ms:
        cost += _FAST_COST * min(2.0, (needed_ms - shown_ms) / max(shown_ms, 1))
    return cost
