"""Where text may be parted, and how well: between sentences, at clauses, before small words, hardly inside names.

Kinsoku follows JIS X 4051 and the W3C's Requirements for Japanese Text Layout: what may not begin a line and what may
not end one. Breaking before conjunctions and prepositions and never inside article|noun, name|name and auxiliary|verb
is common to the Netflix, BBC and DCMP guides.
"""

import re

from captioner.transcript.function_words import FUNCTION_WORDS, NONE, FunctionWords
from captioner.transcript.plain_text import columns_of_char

SPACELESS = frozenset({"zh", "ja", "yue", "th", "lo", "my", "km"})
"""Languages that write no space between words: their recognized words part anywhere."""

SENTENCE_END = 0.0
CLAUSE_END = 1.0
_BEFORE_CONJUNCTION = 2.0
_BEFORE_PREPOSITION = 3.0
ANYWHERE = 5.0
AVOID = 9.0
"""Costs of parting at a place, from best to worst."""

_IDEOGRAPHIC = re.compile(
    "[\u2e80-\u2fdf\u3000-\u303f\u3041-\u30ff\u31f0-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f"
    "\uff01-\uff9f\U0001f200-\U0001f2ff\U00020000-\U0003134f]"
)
_NEVER_FIRST = frozenset(
    "、。，．・：；？！゛゜ヽヾゝゞ々〻ーぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ）〕］｝〉》」』】〙〗〟｠"
    "’”…‥—–～〜!?.,:;)]}»%‰％℃°｡｣､･ｰ"
)
_NEVER_LAST = frozenset("（〔［｛〈《「『【〘〖〝｟‘“([{«$£¥￥＄＃｢")
_CLOSERS = "\"'’”»)]}）〕］｝〉》」』】"
_SENTENCE_MARKS = "!?。！？．｡؟۔।॥"
_CLAUSE_MARKS = ",;:，；：、،؛､…—–"
_EDGES = "\"'‘’“”«»‹›()[]{}.,;:!?…¿¡-–— "
_ABBREVIATIONS = frozenset(
    {"mr", "mrs", "ms", "dr", "prof", "st", "jr", "sr", "vs", "e.g", "i.e", "approx", "z.b", "hr", "nr", "mme"}
)
_HIRAGANA = re.compile("[\u3041-\u309f]")
_KATAKANA = re.compile("[\u30a1-\u30ff\uff66-\uff9d]")


def ideographic(char: str) -> bool:
    """Whether text parts before and after this character without a space: Han, kana, full-width forms."""
    return _IDEOGRAPHIC.match(char) is not None


def clings(left: str, right: str) -> bool:
    """Whether the character ``right`` must stay on the line of ``left``: kinsoku, combining and joined characters."""
    if right in _NEVER_FIRST or left in _NEVER_LAST or left == "\u200d":
        return True
    return columns_of_char(right) == 0 or "\U0001f3fb" <= right <= "\U0001f3ff"


def pieces_of(text: str) -> list[str]:
    """One line of clean text in pieces that should not be broken; a piece carries its leading space.

    The pieces joined are the text. Linear in the length of the text.
    """
    pieces: list[str] = []
    for token in re.findall("[ \u3000]*[^ \u3000]+", text):
        if token.isascii():
            pieces.append(token)
            continue
        start = 0
        body = len(token) - len(token.lstrip(" \u3000"))
        for index in range(body + 1, len(token)):
            left, right = token[index - 1], token[index]
            if (ideographic(left) or ideographic(right)) and not clings(left, right):
                pieces.append(token[start:index])
                start = index
        pieces.append(token[start:])
    return pieces


def chunks_of(text: str, limit: int) -> list[str]:
    """A piece in parts of at most ``limit`` columns, by force: for what is wider than a line.

    A combining or joined character stays with its base, unless thousands follow each other. Linear.
    """
    chunks: list[str] = []
    start = width = 0
    for index, char in enumerate(text):
        char_width = columns_of_char(char)
        full = width + char_width > limit and not (index > start and columns_of_char(char) == 0)
        endless = index - start >= 8 * limit
        if index > start and (full or endless):
            # Keep a closing mark or a joined character with what it belongs to, if one step back does it.
            cut = index - 1 if clings(text[index - 1], char) and index - 1 > start and not endless else index
            chunks.append(text[start:cut])
            start = cut
            width = sum(map(columns_of_char, text[cut:index]))
        width += char_width
    chunks.append(text[start:])
    return chunks


def ends_sentence(left: str, right: str = "") -> bool:
    """Whether a sentence ends with ``left``; ``right``, the text behind it if known, helps to tell abbreviations."""
    body = left.rstrip().rstrip(_CLOSERS)
    if not body:
        return False
    if body[-1] in _SENTENCE_MARKS:
        return True
    if body[-1] != "." or body.endswith("..."):
        return False
    word = body.split(" ")[-1].strip(_EDGES).lower()
    if word in _ABBREVIATIONS or (len(word) == 1 and word.isalpha() and word != "i"):
        return False
    follower = right.strip().lstrip(_EDGES)
    return not follower[:1].islower()


def ends_clause(left: str) -> bool:
    """Whether a comma, a colon, a dash or an ellipsis ends ``left``."""
    body = left.rstrip().rstrip(_CLOSERS)
    return bool(body) and (body[-1] in _CLAUSE_MARKS or body.endswith("..."))


def parting_cost(before: str, left: str, right: str, language: str) -> float:
    """How bad it is to part text between the pieces ``left`` and ``right``: 0 at a sentence's end … 9 inside a name.

    ``before`` is the piece before ``left``, empty where there is none.
    """
    if ends_sentence(left, right):
        return SENTENCE_END
    if ends_clause(left):
        return CLAUSE_END
    last, first = left[-1], right.lstrip(" \u3000")[:1]
    if ideographic(last) and first and ideographic(first):
        return _parting_cost_of_ideographs(last, first)
    words = FUNCTION_WORDS.get(language, NONE)
    left_word, right_word = left.strip(_EDGES), right.strip(_EDGES)
    if _belong_together(before, left_word, right_word, words) or not right[:1].isspace():
        return AVOID
    if right_word.lower() in words.conjunctions:
        return _BEFORE_CONJUNCTION
    if right_word.lower() in words.prepositions:
        return _BEFORE_PREPOSITION
    return ANYWHERE


def _belong_together(before: str, left: str, right: str, words: FunctionWords) -> bool:
    low = left.lower()
    if low in words.determiners or low in words.prepositions or low in words.conjunctions:
        return True
    if low in words.auxiliaries and right.lower() not in words.determiners | words.conjunctions | words.prepositions:
        return True
    if left.isdigit():
        return True
    sentence_start = not before or ends_sentence(before)
    return left[:1].isupper() and right[:1].isupper() and left != "I" and not sentence_start


def _parting_cost_of_ideographs(left: str, right: str) -> float:
    """Japanese phrases mostly end in hiragana and begin in kanji or katakana; a run of katakana is one word.

    お and ご before a kanji are the polite beginning of a word.
    """
    if left in "おご" and not _HIRAGANA.match(right):
        return AVOID
    if _KATAKANA.match(left) and _KATAKANA.match(right):
        return AVOID
    if _HIRAGANA.match(left):
        return ANYWHERE if _HIRAGANA.match(right) else _BEFORE_PREPOSITION
    return ANYWHERE + 1 if _HIRAGANA.match(right) else ANYWHERE
