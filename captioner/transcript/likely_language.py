"""The language of a text in a Latin script, told by its small words: every third or second word of a text is one."""

import re
from collections import Counter
from collections.abc import Iterable

from captioner.transcript.function_words import FUNCTION_WORDS

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_LEAST_WORDS = 8
_LEAST_SHARE = 0.2
_CLEARLY = 1.25
"""How much more of its small words a language must have than any other: some are words of several."""


def likely_language(texts: Iterable[str]) -> str:
    """A Whisper code, "" where it cannot be told: too few words, or a language whose small words are not known."""
    words = Counter(word for text in texts for word in _WORD.findall(text.lower().replace("’", "'")))
    total = sum(words.values())
    found = sorted(
        (
            (sum(count for word, count in words.items() if any(word in part for part in parts)), language)
            for language, parts in _SMALL_WORDS.items()
        ),
        reverse=True,
    )
    (most, language), (next_most, _) = found[0], found[1]
    return language if total >= _LEAST_WORDS and most >= max(_LEAST_SHARE * total, _CLEARLY * next_most) else ""


_SMALL_WORDS = {
    language: (words.determiners, words.conjunctions, words.prepositions, words.auxiliaries)
    for language, words in FUNCTION_WORDS.items()
}
