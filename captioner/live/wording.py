"""Comparing words as a listener would: case, punctuation and form of the letters do not count."""

import re
import unicodedata
from collections.abc import Sequence

from captioner.core.speech import Word

SENTENCE_END = ".?!。？！…"
CLAUSE_END = SENTENCE_END + ",;:，、；："


PIECE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\s\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+")
"""A word of a running text; a Chinese or Japanese character is one."""


_SENTENCES = re.compile(r".*(?:[.?!…][\"'”’»)\]]*(?:\s+|$)|[。？！][」』”’）]*)", re.DOTALL)
"""All of a text up to the last end of a sentence."""


def begun_sentence(text: str) -> str:
    """The sentence at the end of a text that is not over yet; empty where it is."""
    return _SENTENCES.sub("", text, count=1)


def fold(text: str) -> str:
    """The word without case, punctuation, symbols and space; a word of nothing else stays as it is."""
    letters = "".join(
        c for c in unicodedata.normalize("NFKC", text).casefold() if unicodedata.category(c)[0] not in "PSZ"
    )
    return letters or text.strip()


def continuation(shown: Sequence[Word], words: Sequence[Word]) -> int:
    """How many of ``words`` the words already ``shown`` stand for.

    The prefix of ``words`` with the smallest edit distance (over folded words) to all of ``shown``; of equal ones the
    prefix that ends nearest in time.
    """
    if not shown:
        return 0
    ours = [fold(word.text) for word in shown]
    theirs = [fold(word.text) for word in words]
    if theirs[: len(ours)] == ours:
        return len(ours)
    row = list(range(len(theirs) + 1))
    for mine in ours:
        above, row = row, [row[0] + 1]
        for i, other in enumerate(theirs):
            row.append(min(above[i + 1] + 1, row[i] + 1, above[i] + (mine != other)))
    end = shown[-1].end
    ends = [words[0].start if words else end, *(word.end for word in words)]
    return min(range(len(row)), key=lambda count: (row[count], abs(ends[count] - end)))
