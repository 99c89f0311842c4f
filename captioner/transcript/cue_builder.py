"""Words of final utterances become cues.

``segments`` cuts an utterance into cues. A cue belongs to one utterance, so that it can be written as soon as the
utterance is final; only an utterance that was cut in the middle of speech leaves its unfinished end to the next one.

Times: a cue begins with its first word, later only to keep the gap behind the cue before. It ends with its last word
or, where that leaves too little time to read it, up to what reading needs, as far as there is room.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from captioner.core.caption import Cue, CueWord
from captioner.core.settings import Standard
from captioner.core.sound import samples_to_ms, seconds_to_samples
from captioner.core.speech import Word
from captioner.transcript.line_break import arrange
from captioner.transcript.phrases import SPACELESS, ends_sentence
from captioner.transcript.plain_text import one_line
from captioner.transcript.segments import TRAIL_MS, Atom, atoms_of, segments_of
from captioner.transcript.standards import CueRules, language_by_script, rules_for

SPEECH_GOES_ON_MS = 200
"""An utterance that follows another this closely was cut from it; a pause that closes an utterance is longer."""

_OVERLAP_MS = 100
_FLASH_MS = 200  # what is shown for less is not seen at all; the next cue waits


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
        atoms = atoms_of(spoken, rules.line_columns, language)
        segments = segments_of(atoms, rules, language)
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

    def _cue(self, segment: Sequence[Atom], following_ms: int, rules: CueRules, language: str) -> Cue:
        words = tuple(word for atom in segment for word in atom.words)
        last_word_ms = max(atom.end_ms for atom in segment)
        start_ms = max(segment[0].start_ms, self._free_from_ms)
        width = sum(atom.columns + atom.spaced for atom in segment) - segment[0].spaced
        shortest_ms = min(_FLASH_MS, rules.min_ms)
        wanted_ms = start_ms + min(max(rules.min_ms, rules.reading_ms(width)), rules.max_ms)
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
