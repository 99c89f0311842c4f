"""What live captions of a recording are worth, beside the words that were really said in it. Pure.

Definitions: an error is a substituted, missing or added word of the alignment with the fewest (Levenshtein). A word's
latency is the time from its true end until it was shown for the first time, and until it was shown for good, over words
that were recognized. Each figure is kept as a sum and a count for each passage of the text, so that two runs over the
same text can be compared passage by passage (Efron and Tibshirani 1993: the paired bootstrap).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from captioner.app.bench.recordings import KnownWord, Recording, tokens
from captioner.core.caption import Caption
from captioner.core.sound import SAMPLE_RATE

RESAMPLES = 2000
_DIAGONAL, _UP, _LEFT = 0, 1, 2


def aligned(expected: Sequence[str], heard: Sequence[str]) -> list[tuple[int | None, int | None]]:
    """The alignment with the fewest errors: pairs of indices, None where a word has no counterpart."""
    numbers = {word: number for number, word in enumerate({*expected, *heard})}
    theirs = np.array([numbers[word] for word in heard], np.int64)
    columns = np.arange(len(heard) + 1)
    row = columns.copy()
    steps = np.full((len(expected) + 1, len(heard) + 1), _LEFT, np.uint8)
    for i, word in enumerate(expected, 1):
        diagonal = row[:-1] + (theirs != numbers[word])
        up = row[1:] + 1
        best = np.concatenate([[i], np.minimum(diagonal, up)])
        row = np.minimum.accumulate(best - columns) + columns
        steps[i, 0] = _UP
        steps[i, 1:] = np.where(row[1:] == diagonal, _DIAGONAL, np.where(row[1:] == up, _UP, _LEFT))
    pairs: list[tuple[int | None, int | None]] = []
    i, j = len(expected), len(heard)
    while i or j:
        step = steps[i, j]
        i, j = i - (step != _LEFT), j - (step != _UP)
        pairs.append((i if step != _LEFT else None, j if step != _UP else None))
    return pairs[::-1]


@dataclass(slots=True)
class Sums:
    """Of each passage a sum and how many it is of."""

    sums: NDArray[np.float64]
    counts: NDArray[np.float64]

    @classmethod
    def empty(cls, passages: int) -> "Sums":
        """Nothing counted yet."""
        return cls(np.zeros(passages), np.zeros(passages))

    def count_errors(
        self, known: Sequence[KnownWord], pairs: Sequence[tuple[int | None, int | None]], heard: Sequence[str]
    ) -> None:
        """The errors of ``heard`` in this alignment; an added word is an error of the passage before it."""
        passage = known[0].passage
        for i, j in pairs:
            if i is not None:
                passage = known[i].passage
                self.counts[passage] += 1
            self.sums[passage] += i is None or j is None or known[i].text != heard[j]

    @property
    def ratio(self) -> float | None:
        """The figure over all passages; None where nothing was counted."""
        count = self.counts.sum()
        return float(self.sums.sum() / count) if count else None

    def resampled(self) -> NDArray[np.float64]:
        """The figure over passages drawn with replacement; the same draws for as many passages, so that runs pair."""
        if not len(self.sums):
            return np.full(RESAMPLES, np.nan)
        draws = np.random.default_rng(0).integers(0, len(self.sums), (RESAMPLES, len(self.sums)))
        counts = self.counts[draws].sum(axis=1)
        ratios: NDArray[np.float64] = self.sums[draws].sum(axis=1) / np.where(counts > 0, counts, np.nan)
        return ratios


def joined(parts: Sequence[Sums]) -> Sums:
    """All passages of several recordings."""
    if not parts:
        return Sums.empty(0)
    return Sums(np.concatenate([part.sums for part in parts]), np.concatenate([part.counts for part in parts]))


def interval(samples: NDArray[np.float64]) -> tuple[float, float] | None:
    """Where 95 % of the resampled figures lie."""
    known = samples[~np.isnan(samples)]
    if not len(known):
        return None
    low, high = np.percentile(known, [2.5, 97.5])
    return float(low), float(high)


@dataclass(slots=True)
class Scores:
    """A run over one recording. Times are seconds; ``errors`` is of the transcript, ``shown_errors`` of the display.

    ``late_s``: starts and ends of words with how much later than truly they are in the transcript.
    """

    errors: Sums
    shown_errors: Sums
    display: Sums
    commit: Sums
    display_s: list[float] = field(default_factory=list)
    commit_s: list[float] = field(default_factory=list)
    first_text_s: list[float] = field(default_factory=list)
    finalization_s: list[float] = field(default_factory=list)
    late_s: list[tuple[float, float]] = field(default_factory=list)
    phantoms: int = 0

    @property
    def time_error_s(self) -> list[float]:
        """How far from the truth starts and ends of words are in the transcript."""
        return [abs(late_s) for _, late_s in self.late_s]


@dataclass(slots=True)
class _Spoken:
    """One utterance as it was captioned: its final words, and when each was first on the screen and there for good."""

    words: list[str]
    display_s: list[float]
    commit_s: list[float]
    first_s: float
    final_s: float


def shown_at_s(caption: Caption) -> float:
    """When the caption was shown, in seconds of the track."""
    return caption.end / SAMPLE_RATE + caption.lag_s


def scored(recording: Recording, captions: Sequence[Caption]) -> Scores:
    """The figures of a recording whose words are known. Raises ValueError for another."""
    if recording.words is None:
        raise ValueError("the words of the recording are not known")
    passages = max(1, recording.passages)
    errors, shown_errors, display, commit = (Sums.empty(passages) for _ in range(4))
    scores = Scores(errors, shown_errors, display, commit)
    by_utterance: dict[int, list[Caption]] = {}
    for caption in captions:
        by_utterance.setdefault(caption.utterance, []).append(caption)
    spoken = [_spoken(states) for states in by_utterance.values()]
    if not recording.words:
        scores.phantoms = sum(
            max(len(tokens(state.stable + state.tentative)) for state in states) for states in by_utterance.values()
        )
        return scores
    _score_transcript(recording, [states[-1] for states in by_utterance.values() if states[-1].final], scores)
    _score_display(recording, spoken, scores)
    return scores


def _score_transcript(recording: Recording, finals: Sequence[Caption], scores: Scores) -> None:
    known = recording.words or ()
    timed = [
        (token, word.start / SAMPLE_RATE, word.end / SAMPLE_RATE)
        for final in finals
        for word in final.words
        for token in tokens(word.text)
    ]
    pairs = aligned([word.text for word in known], [token for token, _, _ in timed])
    scores.errors.count_errors(known, pairs, [token for token, _, _ in timed])
    for i, j in pairs:
        if i is not None and j is not None and known[i].text == timed[j][0]:
            start_s, end_s = known[i].start_s, known[i].end_s
            if start_s is not None and end_s is not None:
                scores.late_s += [(start_s, timed[j][1] - start_s), (end_s, timed[j][2] - end_s)]


def _score_display(recording: Recording, spoken: Sequence[_Spoken], scores: Scores) -> None:
    known = recording.words or ()
    owners = [(one, k) for one in spoken for k in range(len(one.words))]
    heard = [one.words[k] for one, k in owners]
    pairs = aligned([word.text for word in known], heard)
    scores.shown_errors.count_errors(known, pairs, heard)
    matched: dict[int, list[int]] = {}
    for i, j in pairs:
        if i is None or j is None or known[i].text != heard[j]:
            continue
        one, k = owners[j]
        matched.setdefault(id(one), []).append(i)
        end_s = known[i].end_s
        if end_s is None:
            continue
        for at_s, sums, values in (
            (one.display_s[k], scores.display, scores.display_s),
            (one.commit_s[k], scores.commit, scores.commit_s),
        ):
            sums.sums[known[i].passage] += at_s - end_s
            sums.counts[known[i].passage] += 1
            values.append(at_s - end_s)
    for one in spoken:
        words = [known[i] for i in matched.get(id(one), [])]
        if words and words[0].start_s is not None and words[-1].end_s is not None:
            scores.first_text_s.append(one.first_s - words[0].start_s)
            scores.finalization_s.append(one.final_s - words[-1].end_s)


def _spoken(states: Sequence[Caption]) -> _Spoken:
    """When each word of the last state was shown: a word counts as shown in a state that aligns it with itself."""
    words = tokens(states[-1].stable)
    never = float("inf")
    display_s, commit_s = [never] * len(words), [never] * len(words)
    first_s = never
    for state in states:
        at_s = shown_at_s(state)
        shown = tokens(state.stable + state.tentative)
        if shown:
            first_s = min(first_s, at_s)
        for i, j in aligned(words, shown):
            if i is not None and j is not None and words[i] == shown[j]:
                display_s[i] = min(display_s[i], at_s)
        for i in range(min(len(words), len(tokens(state.stable)))):
            commit_s[i] = min(commit_s[i], at_s)
    return _Spoken(words, display_s, commit_s, first_s, shown_at_s(states[-1]))
