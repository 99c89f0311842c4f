"""Where the words of a cue stand in its text, for those who mark or click them."""

from bisect import bisect_right

from captioner.core.caption import Cue, CueWord

UNSURE: float = 0.5
"""Words below this probability are worth a look: about one in two of them is wrong."""
_SLACK = 8
"""Characters that may lie between two words: line breaks, punctuation that a person put in."""

Span = tuple[int, int, CueWord]
"""[start, stop) in characters of the cue's text."""


def word_spans(cue: Cue) -> list[Span]:
    """The words in order; those that are not in the text, because somebody edited it, are left out."""
    spans: list[Span] = []
    at = 0
    for word in cue.words:
        text = word.text.strip()
        found = cue.text.find(text, at, at + len(text) + _SLACK) if text else -1
        if found >= 0:
            spans.append((found, found + len(text), word))
            at = found + len(text)
    return spans


def time_at(cue: Cue, position: int) -> int:
    """The millisecond at which the character of the text is said: the start of its word, else of the cue."""
    starts = word_spans(cue)
    at = bisect_right([start for start, _, _ in starts], position) - 1
    return starts[at][2].start_ms if at >= 0 else cue.start_ms


def word_at(cue: Cue, ms: int) -> tuple[int, int] | None:
    """Where the word is that is being said, None between words and where no times are known."""
    return next(((start, stop) for start, stop, word in word_spans(cue) if word.start_ms <= ms < word.end_ms), None)
