"""Words of final utterances become cues.

An utterance is cut into cues at the least total cost, over all ways to cut it that keep the limits of the standard
(dynamic programming, as in Knuth and Plass, "Breaking Paragraphs into Lines", 1981): sentence ends and pauses are good
places, the inside of a name a bad one; a cue too short to read or holding two sentences costs too. A cue belongs to one
utterance, so that it can be written as soon as the utterance is final; only an utterance that was cut in the middle of
speech leaves its unfinished end to the next one.

Times: a cue begins with its first word, later only to keep the gap behind the cue before. It ends with its last word
or, where that leaves too little time to read it, up to what reading needs, as far as there is room.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import inf

from captioner.core.caption import Cue, CueWord
from captioner.core.settings import Standard
from captioner.core.sound import samples_to_ms, seconds_to_samples
from captioner.core.speech import Word
from captioner.transcript.line_break import arrange
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
from captioner.transcript.plain_text import columns, one_line
from captioner.transcript.standards import CueRules, language_by_script, rules_for

TRAIL_MS = 500
"""How far the last cue of an utterance may outlast its last word while nobody knows what follows: 12 frames."""

SPEECH_GOES_ON_MS = 200
"""An utterance that follows another this closely was cut from it; a pause that closes an utterance is longer."""

_PAUSE_MS = 400
_LONG_PAUSE_MS = 1500
_OVERLAP_MS = 100
_FLASH_MS = 200  # what is shown for less is not seen at all; the next cue waits

# Costs of a cue, beside that of the place where it ends.
_CUE_COST = 1.0
_INNER_SENTENCE_COST = 1.5  # a sentence ends inside; once more where the cue ends inside the next sentence
_INNER_PAUSE_COST = 1.5
_SHORT_COST = 6.0  # too short to be seen
_FAST_COST = 2.0  # too short to be read
_STUB_COST = 3.0  # a part of a sentence that does not fill a line


@dataclass(frozen=True, slots=True)
class _Atom:
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


class CueBuilder:
    """Cues of one track, from its final utterances in order of time. What it gives out never changes.

    ``language`` is a Whisper code; None takes the language of each utterance, or what its script tells.
    """

    def __init__(
        self, *, standard: Standard = "netflix", language: str | None = None, track: str = "", speaker: str = ""
    ) -> None:
        self._standard = standard
        self._language = language
        self._track = track
        self._speaker = speaker
        self._held: list[CueWord] = []
        self._held_language = ""
        self._free_from_ms = 0

    def add(
        self,
        words: Sequence[Word],
        *,
        language: str | None = None,
        cut: bool = False,
        next_start: int | None = None,
    ) -> list[Cue]:
        """The cues of an utterance.

        ``cut`` tells that the utterance ends in the middle of speech: a last cue without a sentence's end is kept to
        be continued. ``next_start`` is the sample at which the next utterance begins, if that is known already; the
        last cue then gets all the time it needs up to there, else ``TRAIL_MS`` at most.
        """
        spoken = self._timed(words)
        text = "".join(word.text for word in self._held + spoken)
        language = self._language or language or language_by_script(text) or self._held_language
        if spoken and not spoken[0].text[:1].isspace() and language not in SPACELESS:
            spoken[0] = replace(spoken[0], text=" " + spoken[0].text)
        spoken = _in_order(self._held + spoken)
        self._held = []
        if not spoken:
            return []
        rules = rules_for(self._standard, language)
        atoms = _atoms(spoken, rules.line_columns, language)
        segments = _segments(atoms, rules, language)
        if cut and not ends_sentence(segments[-1][-1].text):
            self._held = [word for atom in segments.pop() for word in atom.words]
            self._held_language = language
            if not segments:
                return []
        if self._held:
            room_ms = self._held[0].start_ms
        elif next_start is not None:
            room_ms = samples_to_ms(next_start)
        else:
            room_ms = segments[-1][-1].end_ms + TRAIL_MS + rules.gap_ms
        starts = [segment[0].start_ms for segment in segments[1:]] + [room_ms]
        return [
            self._cue(segment, following_ms, rules, language)
            for segment, following_ms in zip(segments, starts, strict=True)
        ]

    @property
    def held_from_ms(self) -> int | None:
        """Where the words begin that are kept to be continued, None where there are none."""
        return self._held[0].start_ms if self._held else None

    def finish(self) -> list[Cue]:
        """What was kept to be continued, now that nothing follows."""
        return self.add((), language=self._held_language or None)

    def _timed(self, words: Sequence[Word]) -> list[CueWord]:
        """Clean words in milliseconds; those without text left go."""
        timed: list[CueWord] = []
        space = False
        for word in words:
            text = one_line(word.text)
            space = space or word.text[:1].isspace()
            if text:
                start_ms = max(0, samples_to_ms(word.start))
                end_ms = max(start_ms, samples_to_ms(word.end))
                timed.append(CueWord((" " if space else "") + text, start_ms, end_ms, word.probability))
                space = False
        return timed

    def _cue(self, segment: Sequence[_Atom], following_ms: int, rules: CueRules, language: str) -> Cue:
        words = tuple(word for atom in segment for word in atom.words)
        last_word_ms = max(atom.end_ms for atom in segment)
        start_ms = max(segment[0].start_ms, self._free_from_ms)
        width = sum(atom.columns + atom.spaced for atom in segment) - segment[0].spaced
        shortest_ms = min(_FLASH_MS, rules.min_ms)
        wanted_ms = start_ms + min(max(rules.min_ms, _reading_ms(width, rules)), rules.max_ms)
        end_ms = max(last_word_ms, min(wanted_ms, following_ms - rules.gap_ms), start_ms + shortest_ms)
        self._free_from_ms = end_ms + rules.gap_ms
        lines = arrange([atom.text for atom in segment], rules.line_columns, language)
        return Cue(start_ms, end_ms, "\n".join(lines), self._track, self._speaker, words)


def build_cues(
    utterances: Iterable[Sequence[Word]],
    *,
    standard: Standard = "netflix",
    language: str | None = None,
    track: str = "",
    speaker: str = "",
) -> list[Cue]:
    """The cues of all final utterances of one track, each given by its words, in order of time.

    The same as feeding them to a ``CueBuilder`` one by one, except that what follows is known: an utterance is taken
    for cut where the next one follows within ``SPEECH_GOES_ON_MS``, and a last cue may take all the room there is.
    """
    builder = CueBuilder(standard=standard, language=language, track=track, speaker=speaker)
    spoken = [words for words in utterances if words]
    cues: list[Cue] = []
    for words, following in pairwise(spoken):
        pause_ms = samples_to_ms(following[0].start - words[-1].end)
        cues += builder.add(words, cut=pause_ms <= SPEECH_GOES_ON_MS, next_start=following[0].start)
    if spoken:
        cues += builder.add(spoken[-1], next_start=spoken[-1][-1].end + seconds_to_samples(60))
    return cues


def in_order(*tracks: Iterable[Cue]) -> list[Cue]:
    """The cues of several tracks as one list in order of time."""
    return sorted((cue for track in tracks for cue in track), key=lambda cue: (cue.start_ms, cue.end_ms))


def _reading_ms(width: int, rules: CueRules) -> int:
    return round(1000 * width / rules.columns_per_second)


def _in_order(words: list[CueWord]) -> list[CueWord]:
    """Words whose starts never decrease and which reach at most a little into the next one."""
    latest = 0
    ordered: list[CueWord] = []
    for word in words:
        latest = max(latest, word.start_ms)
        ordered.append(replace(word, start_ms=latest, end_ms=max(latest, word.end_ms)))
    for index, (word, following) in enumerate(pairwise(ordered)):
        limit = max(word.start_ms, following.start_ms + _OVERLAP_MS)
        if word.end_ms > limit:
            ordered[index] = replace(word, end_ms=limit)
    return ordered


def _atoms(words: Sequence[CueWord], line_columns: int, language: str) -> list[_Atom]:
    groups: list[list[CueWord]] = []
    for word in words:
        if groups and _joined(groups[-1][-1].text, word.text, language):
            groups[-1].append(word)
        else:
            groups.append([word])
    atoms: list[_Atom] = []
    for group in groups:
        atom = _atom(group)
        if atom.columns <= line_columns:
            atoms.append(atom)
        else:
            atoms += [_atom([part]) for word in group for part in _parts(word, line_columns)]
    return atoms


def _atom(words: Sequence[CueWord]) -> _Atom:
    text = "".join(word.text for word in words)
    return _Atom(text, columns(text.lstrip()), tuple(words))


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


def _segments(atoms: Sequence[_Atom], rules: CueRules, language: str) -> list[Sequence[_Atom]]:
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
    cuts: list[Sequence[_Atom]] = []
    stop = count
    while stop:
        start = came_from[stop]
        cuts.append(atoms[start:stop])
        stop = start
    return cuts[::-1]


def _time_to_show(atoms: Sequence[_Atom], start: int, last: int, rules: CueRules) -> int:
    """Milliseconds that a cue of these atoms can stand."""
    spoken_end = atoms[last].end_ms
    room_end = atoms[last + 1].start_ms - rules.gap_ms if last + 1 < len(atoms) else spoken_end + TRAIL_MS
    return max(spoken_end, room_end) - atoms[start].start_ms


def _haste(shown_ms: int, width: int, rules: CueRules) -> float:
    """What it costs that a cue stands too short: to be seen at all, and to be read."""
    cost = _SHORT_COST * max(0.0, 1 - shown_ms / rules.min_ms)
    needed_ms = min(_reading_ms(width, rules), rules.max_ms)
    if needed_ms > shown_ms:
        cost += _FAST_COST * min(2.0, (needed_ms - shown_ms) / max(shown_ms, 1))
    return cost
