"""Word error rate, as the tests measure it: Levenshtein distance between words after folding case and punctuation."""

import re
import unicodedata
from collections.abc import Sequence

_NOT_IN_A_WORD = re.compile(r"[^\w']+")


def words_of(text: str) -> list[str]:
    """The words alone: NFKC, lower case, without punctuation; an apostrophe stays inside a word ("can't")."""
    folded = unicodedata.normalize("NFKC", text).casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    return [word for part in _NOT_IN_A_WORD.split(folded) if (word := part.strip("'_"))]


def word_errors(reference: Sequence[str], hypothesis: Sequence[str]) -> int:
    """The fewest substitutions, deletions and insertions of words that turn ``reference`` into ``hypothesis``."""
    previous = list(range(len(hypothesis) + 1))
    for row, expected in enumerate(reference, start=1):
        current = [row]
        for column, heard in enumerate(hypothesis, start=1):
            substituted = previous[column - 1] + (expected != heard)
            current.append(min(substituted, previous[column] + 1, current[-1] + 1))
        previous = current
    return previous[-1]


def word_error_rate(reference: str, hypothesis: str) -> float:
    """Errors for each word of the reference (may pass 1). Raises ValueError for a reference without words."""
    expected = words_of(reference)
    if not expected:
        raise ValueError("a reference without words has no error rate")
    return word_errors(expected, words_of(hypothesis)) / len(expected)
