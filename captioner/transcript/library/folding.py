"""Text as search sees it: a row of folded tokens with their places.

A word of a spaced script is one token; scripts written without spaces, and Korean with its endings, give a token a
character, so that any substring is a row of tokens. Folding takes away case, accents, vowel points and the widths and
presentation forms that Unicode keeps for compatibility; marks that make another letter (Japanese voicing, Indic vowels)
stay.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

_SYLLABIC = (
    "\u0e01-\u0edf\u1000-\u109f\u1100-\u115f\u1780-\u17dc"  # Thai, Lao, Myanmar, the first parts of Korean, Khmer
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u3035\u303b\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u31ff"
    "\u3400-\u4dbf\u4e00-\ua4cf\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff66-\uff9d\uffa1-\uffdc\U00020000-\U0003ffff"
)
"""Characters, as ranges of a regular expression, each of which begins a token of its own."""

_MARKS = "\u1160-\u11ff\uff9e\uff9f" + "".join(
    # The middle and last parts of Korean and half-width voicing marks, then every mark; planes above have none we need.
    chr(code)
    for code in chain(range(0x0300, 0x3100), range(0xA000, 0xAC00), range(0xFE00, 0xFE30))
    if unicodedata.category(chr(code)) in ("Mn", "Mc")
)
_TOKEN = re.compile(f"[{_SYLLABIC}][{_MARKS}]*|(?:[^\\W_{_SYLLABIC}]|[{_MARKS}])+")
_SYLLABLE = re.compile(f"[{_SYLLABIC}]")
_PLAIN_TOKEN = re.compile("[0-9A-Za-z]+")
_NO_TOKEN = re.compile(r"[\x00-/:-@\[-`{-\x7f]+")

_DROPPED_CLASSES = frozenset({1, *range(10, 37), *range(200, 256)})
"""Canonical combining classes of overlays, of Hebrew and Arabic points, and of accents above, below and attached."""

_SPELLED_OUT = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe"})
"""Letters with a stroke and ligatures that Unicode does not decompose, as people type them elsewhere."""


@dataclass(frozen=True, slots=True)
class Token:
    """A folded token of a text and its place, in characters of the text as it was."""

    text: str
    start: int
    stop: int


def tokens(text: str) -> list[Token]:
    """The tokens of a text in their order."""
    found = ((_folded(match.group()), match.start(), match.end()) for match in _TOKEN.finditer(text))
    return [Token(folded, start, stop) for folded, start, stop in found if folded]


def index_text(text: str) -> str:
    """The tokens with a space between, for an index that splits at spaces and takes every other character as it is."""
    if text.isascii():
        return " ".join(_PLAIN_TOKEN.findall(text)).lower()
    return " ".join(filter(None, map(_folded, _TOKEN.findall(text))))


@lru_cache(maxsize=16_384)
def _folded(token: str) -> str:
    if token.isascii():
        return token.lower()
    if _SYLLABLE.match(token):
        folded = unicodedata.normalize("NFKC", token).casefold()
    else:
        # Compatibility forms of capitals ("𝐀") turn into letters only when they are taken apart.
        apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", token).casefold())
        kept = (letter for letter in apart if unicodedata.combining(letter) not in _DROPPED_CLASSES)
        folded = "".join(kept).translate(_SPELLED_OUT)
    return _NO_TOKEN.sub("", folded)
