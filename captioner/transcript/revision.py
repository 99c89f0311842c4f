"""From a draft to a final transcript: what another transcription of the same sound changes, and taking it over.

Both are compared word by word within stretches between pauses that they share, so the work grows with the length of
the session and no more. A person takes over all changes or single ones; cues that a person edited stay as they are
unless a change to them is chosen by itself.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from captioner.core.caption import Cue, CueWord
from captioner.core.library import CueChange, StoredCue
from captioner.core.settings import Standard
from captioner.transcript.line_break import break_lines
from captioner.transcript.recut import joined
from captioner.transcript.standards import language_by_script, rules_for
from captioner.transcript.word_times import aligned, timed_pieces

_SHARED_PAUSE_MS = 700
"""Where both are silent this long, words before and behind do not mix, however much the times of the two differ."""

_LONGEST_MS = 45_000
"""Stretches longer than this are parted at the longest pause in them."""

_CONTEXT_WORDS = 6


@dataclass(frozen=True, slots=True)
class Hunk:
    """A change: the words ``old`` become ``new``, either of which may be "".

    ``start_ms`` and ``end_ms`` is when they are said, ``before`` and ``after`` are the old words around them.
    ``edited`` tells that a cue is touched which a person edited. ``number`` is its place in the list.
    """

    number: int
    track: str
    old: str
    new: str
    start_ms: int
    end_ms: int
    edited: bool
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Token:
    """A word with the index of its cue in the old or the new list."""

    word: CueWord
    cue: int

    @property
    def key(self) -> str:
        """The word without the space before it."""
        return self.word.text.strip()


@dataclass(frozen=True, slots=True)
class Step:
    """Old tokens [i1, i2) and new ones [j1, j2); ``hunk`` is None where they are the same."""

    i1: int
    i2: int
    j1: int
    j2: int
    hunk: int | None


class Comparison:
    """What ``compare`` found: ``hunks`` in order of track and time, to be accepted; ``tracks`` has how words meet."""

    def __init__(self, old: Sequence[StoredCue], new: Sequence[Cue]) -> None:
        self._old = sorted(old, key=lambda entry: entry.cue.start_ms)
        self._new = sorted(new, key=lambda cue: cue.start_ms)
        hunks: list[Hunk] = []
        self.tracks: list[ComparedTrack] = []
        tracks = dict.fromkeys([*(entry.cue.track for entry in self._old), *(cue.track for cue in self._new)])
        for name in tracks:
            track = ComparedTrack(name, self._old, self._new, len(hunks))
            hunks += track.hunks
            self.tracks.append(track)
        self.hunks = tuple(hunks)

    def accept(
        self, hunks: Iterable[Hunk] | None = None, *, standard: Standard = "netflix", language: str | None = None
    ) -> CueChange:
        """The change that takes these hunks over; None for all that touch nothing that a person edited.

        Where everything between two places at which cues of both begin is taken over, the new cues come with their
        times and lines. Elsewhere words change inside the old cues, whose lines are broken anew by the standard.
        ``language`` is that of the new transcript.
        """
        chosen = [hunk for hunk in self.hunks if not hunk.edited] if hunks is None else hunks
        accepted = {hunk.number for hunk in chosen}
        changes = [
            change
            for track in self.tracks
            for region in track.regions()
            for change in [_Acceptance(track, region, accepted, standard, language).change()]
        ]
        return CueChange(
            tuple(entry for change in changes for entry in change.removed),
            tuple(entry for change in changes for entry in change.added),
        )


def compare(old: Sequence[StoredCue], new: Sequence[Cue]) -> Comparison:
    """What a new transcription of the same sound changes in an old one, track by track."""
    return Comparison(old, new)


class ComparedTrack:
    """The words of one track in both, and how they correspond."""

    def __init__(self, name: str, old: Sequence[StoredCue], new: Sequence[Cue], first_number: int) -> None:
        self.old = [entry for entry in old if entry.cue.track == name]
        self.new = [cue for cue in new if cue.track == name]
        self.old_starts = [entry.cue.start_ms for entry in self.old]
        self.old_tokens = _tokens([entry.cue for entry in self.old])
        self.new_tokens = _tokens(self.new)
        self.steps: list[Step] = []
        self.hunks: list[Hunk] = []
        for (i1, j1), (i2, j2) in pairwise(_stretches(self.old_tokens, self.new_tokens)):
            old_keys = [token.key for token in self.old_tokens[i1:i2]]
            new_keys = [token.key for token in self.new_tokens[j1:j2]]
            for same, a1, a2, b1, b2 in aligned(old_keys, new_keys):
                hunk = None if same else first_number + len(self.hunks)
                step = Step(i1 + a1, i1 + a2, j1 + b1, j1 + b2, hunk)
                self.steps.append(step)
                if hunk is not None:
                    self.hunks.append(self._hunk(name, hunk, step))

    def touches(self, step: Step) -> set[int]:
        """The old cues that a step changes: those of its words or, where it only adds some, the one around them."""
        if step.i1 < step.i2:
            return {token.cue for token in self.old_tokens[step.i1 : step.i2]}
        around = {token.cue for token in self.old_tokens[max(0, step.i1 - 1) : step.i1 + 1]}
        inside = 0 < step.i1 < len(self.old_tokens) and len(around) == 1
        return around if inside else set()

    def regions(self) -> Iterator[list[Step]]:
        """The steps between places where cues of both begin; steps that go on over such a place are parted there."""
        region: list[Step] = []
        for step in self.steps:
            begin = step
            if step.hunk is None:
                for shift in range(step.i2 - step.i1):
                    i, j = step.i1 + shift, step.j1 + shift
                    if self._both_begin(i, j):
                        if i > begin.i1:
                            region.append(Step(begin.i1, i, begin.j1, j, None))
                        if region:
                            yield region
                        region, begin = [], Step(i, step.i2, j, step.j2, None)
            elif region and self._both_begin(step.i1, step.j1):
                yield region
                region = []
            region.append(begin)
        if region:
            yield region

    def _both_begin(self, i: int, j: int) -> bool:
        return _begins(self.old_tokens, i) and _begins(self.new_tokens, j)

    def _hunk(self, name: str, number: int, step: Step) -> Hunk:
        old, new = self.old_tokens[step.i1 : step.i2], self.new_tokens[step.j1 : step.j2]
        return Hunk(
            number,
            name,
            _text(old),
            _text(new),
            min(token.word.start_ms for token in [*old, *new]),
            max(token.word.end_ms for token in [*old, *new]),
            any(self.old[cue].edited for cue in self.touches(step)),
            _text(self.old_tokens[max(0, step.i1 - _CONTEXT_WORDS) : step.i1]),
            _text(self.old_tokens[step.i2 : step.i2 + _CONTEXT_WORDS]),
        )


class _Acceptance:
    """One region with what was accepted in it."""

    def __init__(
        self, track: ComparedTrack, region: Sequence[Step], accepted: set[int], standard: Standard, language: str | None
    ) -> None:
        self._track = track
        self._region = region
        self._accepted = accepted
        self._standard = standard
        self._language = language
        self._cues = sorted({token.cue for step in region for token in track.old_tokens[step.i1 : step.i2]})

    def change(self) -> CueChange:
        """What becomes of the old cues of the region."""
        chosen = [step for step in self._region if step.hunk in self._accepted]
        if not chosen:
            return CueChange()
        touched = {cue for step in chosen for cue in self._track.touches(step)}
        spared = any(self._track.old[cue].edited for cue in self._cues if cue not in touched)
        if spared or any(step.hunk is not None and step.hunk not in self._accepted for step in self._region):
            return self._words_changed()
        return self._replaced()

    def _replaced(self) -> CueChange:
        """The new cues in place of the old ones, with the names that the old speakers were given."""
        track = self._track
        removed = tuple(track.old[cue] for cue in self._cues)
        indices = sorted({token.cue for step in self._region for token in track.new_tokens[step.j1 : step.j2]})
        added = []
        for index in indices:
            cue = track.new[index]
            added.append(StoredCue(0, replace(cue, speaker=self._speaker(cue)), language=self._language))
        return CueChange(removed, tuple(added))

    def _words_changed(self) -> CueChange:
        """The old cues with other words in them; what is new where no cue is becomes cues of its own."""
        track = self._track
        tokens: dict[int, list[Token]] = {cue: [] for cue in self._cues}
        new_cues: list[StoredCue] = []
        changed: set[int] = set()
        for step in self._region:
            old, new = track.old_tokens[step.i1 : step.i2], track.new_tokens[step.j1 : step.j2]
            if step.hunk not in self._accepted:
                for token in old:
                    tokens[token.cue].append(token)
                continue
            homes = sorted({token.cue for token in old}) or self._homes(step)
            changed.update(homes)
            if not homes:
                new_cues += self._cues_of(new)
                continue
            home = 0
            for token in new:
                while home + 1 < len(homes) and token.word.start_ms >= track.old[homes[home + 1]].cue.start_ms:
                    home += 1
                tokens[homes[home]].append(token)
        removed = tuple(track.old[cue] for cue in self._cues if cue in changed)
        kept = [self._rewritten(track.old[cue], tokens[cue]) for cue in self._cues if cue in changed and tokens[cue]]
        return CueChange(removed, (*kept, *new_cues))

    def _homes(self, step: Step) -> list[int]:
        """The cue that takes words in which only come in: the one around them, else one right before or behind."""
        track = self._track
        if inside := track.touches(step):
            return sorted(inside)
        new = track.new_tokens[step.j1 : step.j2]
        for place, near in ((step.i1 - 1, -1), (step.i1, 1)):
            if 0 <= place < len(track.old_tokens):
                index = track.old_tokens[place].cue
                entry = track.old[index]
                if near < 0:
                    apart_ms = new[0].word.start_ms - entry.cue.end_ms
                else:
                    apart_ms = entry.cue.start_ms - new[-1].word.end_ms
                if index in self._cues and not entry.edited and apart_ms < _SHARED_PAUSE_MS / 2:
                    return [index]
        return []

    def _rewritten(self, entry: StoredCue, tokens: Sequence[Token]) -> StoredCue:
        """A cue with these words. It begins earlier or ends later where they do."""
        cue = entry.cue
        text = _text(tokens)
        language = self._language or entry.language or language_by_script(text)
        lines = break_lines(text, rules_for(self._standard, language).line_columns, language)
        words = tuple(token.word for token in tokens)
        return replace(
            entry,
            cue=replace(
                cue,
                start_ms=min(cue.start_ms, words[0].start_ms),
                end_ms=max(cue.end_ms, words[-1].end_ms),
                text="\n".join(lines),
                words=words if cue.words else (),
            ),
        )

    def _cues_of(self, tokens: Sequence[Token]) -> Iterator[StoredCue]:
        """New words as cues, parted where the new cues are."""
        starts = [index for index, token in enumerate(tokens) if index == 0 or token.cue != tokens[index - 1].cue]
        for start, stop in pairwise([*starts, len(tokens)]):
            part = tokens[start:stop]
            model = self._track.new[part[0].cue]
            words = tuple(token.word for token in part)
            empty = replace(
                model,
                start_ms=words[0].start_ms,
                end_ms=max(words[-1].end_ms, words[0].start_ms + 1),
                speaker=self._speaker(model),
                words=words if model.words else (),
            )
            yield self._rewritten(StoredCue(0, empty, language=self._language), part)

    def _speaker(self, cue: Cue) -> str:
        """The name of whom the old cues have speaking at that time."""
        if not self._track.old:
            return cue.speaker
        return self._track.old[max(0, bisect_left(self._track.old_starts, cue.end_ms) - 1)].cue.speaker


def _tokens(cues: Sequence[Cue]) -> list[Token]:
    tokens: list[Token] = []
    for index, cue in enumerate(cues):
        for place, word in enumerate(timed_pieces(cue)):
            if place == 0 and tokens and not word.text[:1].isspace():
                # As behind the cue before, if they become one.
                space = joined(tokens[-1].key[-1:], word.text)[1 : -len(word.text)]
                word = replace(word, text=space + word.text)
            tokens.append(Token(word, index))
    return tokens


def _begins(tokens: Sequence[Token], index: int) -> bool:
    """Whether a cue begins with the token, or there is none any more."""
    return index in (0, len(tokens)) or tokens[index].cue != tokens[index - 1].cue


def _text(tokens: Sequence[Token]) -> str:
    return "".join(token.word.text for token in tokens).strip()


def _stretches(old: Sequence[Token], new: Sequence[Token]) -> list[tuple[int, int]]:
    """Where to part the words of both: places that are silent in both, close enough to each other."""
    spans = sorted((token.word.start_ms, token.word.end_ms) for token in (*old, *new))
    pauses: list[tuple[int, int]] = []
    until_ms = 0
    for start_ms, end_ms in spans:
        if start_ms > until_ms:
            pauses.append((until_ms, start_ms))
        until_ms = max(until_ms, end_ms)
    cuts_ms: list[int] = []
    latest_ms, best = 0, None
    for pause in pauses:
        begin_ms, end_ms = pause
        if end_ms - begin_ms >= _SHARED_PAUSE_MS:
            latest_ms, best = end_ms, None
            cuts_ms.append((begin_ms + end_ms) // 2)
            continue
        if end_ms - latest_ms > _LONGEST_MS and best is not None:
            cuts_ms.append((best[0] + best[1]) // 2)
            latest_ms, best = best[1], None
        if best is None or end_ms - begin_ms >= best[1] - best[0]:
            best = pause
    # In order even where cues overlap.
    old_starts = list(accumulate((token.word.start_ms for token in old), max))
    new_starts = list(accumulate((token.word.start_ms for token in new), max))
    inner = [(bisect_left(old_starts, cut_ms), bisect_left(new_starts, cut_ms)) for cut_ms in sorted(cuts_ms)]
    return [(0, 0), *inner, (len(old), len(new))]
