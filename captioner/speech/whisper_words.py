"""From Whisper's tokens and their alignment to words with times.

The way of openai/whisper's ``timing.py`` (dynamic time warping over cross-attention, as CTranslate2's ``align`` returns
it), with two corrections where that method is known to be wrong: the path begins at the window's first frame, so the
first word would start there, silence included; and a pause between two segments is given to one of the words beside
it. The model's own timestamp tokens, where a pass has them, and the VAD's onset bound the words instead.
"""

from dataclasses import dataclass, replace

import numpy as np

from captioner.core.sound import SAMPLE_RATE
from captioner.core.speech import Word

SAMPLES_PER_POSITION = SAMPLE_RATE // 50
"""An encoder position, and a timestamp token's step: 20 ms."""

OPENING = "\"'“¿([{-「『《（"
CLOSING = "\"'.。,，!！?？:：”)]}、;；」』》）…"

SHORTEST_WORD = SAMPLE_RATE // 25
"""40 ms: what a word keeps when a bound cuts into it."""


@dataclass(frozen=True, slots=True)
class TokenSpan:
    """Consecutive text tokens between two timestamp tokens; times are encoder positions, None where not told."""

    tokens: tuple[int, ...]
    start: int | None
    end: int | None


def spans_of(tokens: list[int], end_of_text: int, timestamp_begin: int) -> list[TokenSpan]:
    """Splits a decoded sequence at its timestamp tokens; special tokens are dropped."""
    spans: list[TokenSpan] = []
    text: list[int] = []
    start: int | None = None
    for token in tokens:
        if token >= timestamp_begin:
            position = token - timestamp_begin
            if text:
                spans.append(TokenSpan(tuple(text), start, position))
                text, start = [], None
            else:
                start = position
        elif token < end_of_text:
            text.append(token)
    if text:
        spans.append(TokenSpan(tuple(text), start, None))
    return spans


def word_times(
    alignments: list[tuple[int, int]], words: list[str], word_tokens: list[list[int]], probabilities: list[float]
) -> list[Word]:
    """Words with times relative to the window, in samples.

    ``alignments`` are the pairs (text token, encoder position) of the warping path; ``word_tokens`` partition the text
    tokens among ``words``; ``probabilities`` has one value a token. An empty path gives no words.
    """
    if not alignments or not words:
        return []
    path = np.asarray(alignments, dtype=np.int64)
    jumps = np.diff(path[:, 0], prepend=-1) > 0
    positions = path[jumps, 1]
    last = int(path[-1, 1]) + 1
    bounds = np.cumsum([0] + [len(tokens) for tokens in word_tokens])
    timed: list[Word] = []
    for text, first, stop in zip(words, bounds[:-1], bounds[1:], strict=True):
        start = int(positions[first]) if first < len(positions) else last
        end = int(positions[stop]) if stop < len(positions) else last
        chance = float(np.mean(probabilities[first:stop])) if first < len(probabilities) else 0.0
        timed.append(Word(text, start * SAMPLES_PER_POSITION, end * SAMPLES_PER_POSITION, chance))
    return timed


def join_punctuation(words: list[Word]) -> list[Word]:
    """Punctuation that came as a word of its own joins the word that it belongs to."""
    joined: list[Word] = []
    opening: Word | None = None
    for word in words:
        bare = word.text.strip()
        if opening is not None:
            word = replace(word, text=opening.text + word.text.lstrip(), start=opening.start)
            opening = None
        if bare and all(c in OPENING for c in bare) and word.text.startswith(" "):
            opening = word
        elif joined and bare and not word.text.startswith(" ") and all(c in CLOSING for c in bare):
            joined[-1] = replace(joined[-1], text=joined[-1].text + word.text)
        else:
            joined.append(word)
    if opening is not None:
        joined.append(opening)
    return joined


def bounded(words: list[Word], earliest: int, latest: int, *, ends: bool) -> list[Word]:
    """The words moved inside ``earliest``…``latest``, in order, none shorter than 40 ms where there is room.

    ``ends`` tells that the last word is known to end at ``latest``: the path leaves a segment's last word too early.
    """
    result: list[Word] = []
    floor = min(earliest, latest)
    for word in words:
        start = min(max(word.start, floor), latest)
        end = min(max(word.end, start + SHORTEST_WORD), latest)
        result.append(replace(word, start=min(start, end), end=end))
        floor = max(floor, min(start, end))
    if ends and result:
        result[-1] = replace(result[-1], end=max(result[-1].end, latest))
    return result
