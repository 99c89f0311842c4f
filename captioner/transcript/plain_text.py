"""Text that every subtitle format can hold, and how wide it is.

One rule cleans text before it meets any format, so that no format needs to know what a recognizer or a person may
produce:

- whatever ends a line anywhere (CR, CR LF, VT, FF, FS, GS, RS, NEL, U+2028, U+2029) becomes a line feed;
- a tab becomes a space, runs of spaces one space; lines lose the space around them; empty lines go;
- other control characters (NUL, ESC, …) go, and so do the invisible U+FEFF (byte order mark) and U+2060 (word joiner,
  which the formats use to defuse what would be a command);
- lone surrogates and the non-characters U+FDD0…U+FDEF, U+FFFE and U+FFFF become U+FFFD, the sign for a lost character.

Everything else stays: emoji, right-to-left text and its marks, tags and entities, backslashes, braces, arrows.
"""

import re
import unicodedata
from functools import lru_cache

WORD_JOINER = "\u2060"
"""Invisible and without width. Clean text never holds it, so a format may put it in and its reader take it out."""

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ufeff\u2060]")
_LOST = re.compile("[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_SPACES = re.compile("[ \t]+")


def plain(text: str) -> str:
    """The text by the rule above: lines with words in them, separated by line feeds; possibly none."""
    text = _LINE_ENDS.sub("\n", text)
    text = _LOST.sub("\ufffd", _INVISIBLE.sub("", text))
    lines = (line.strip() for line in _SPACES.sub(" ", text).split("\n"))
    return "\n".join(line for line in lines if line)


def one_line(text: str) -> str:
    """Clean text as one line, as names and words need it."""
    return plain(text).replace("\n", " ")


@lru_cache(maxsize=8192)
def _char_columns(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1


def columns(text: str) -> int:
    """Width of one line in columns: 2 for a full-width character, 0 for a combining or invisible one, else 1."""
    if text.isascii():
        return len(text)
    return sum(map(_char_columns, text))


def columns_of_char(char: str) -> int:
    """Width of one character in columns: 0, 1 or 2."""
    return _char_columns(char)
