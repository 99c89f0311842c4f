"""What the subtitling standards demand of a cue, by language.

Sources: Netflix Timed Text Style Guides (general requirements and those of English, Chinese, Japanese and Korean), BBC
Subtitle Guidelines, DCMP Captioning Key. Widths and speeds are in columns, so that one figure serves mixed scripts: a
half-width character is one column, a full-width one two; 16 Chinese characters a line are 32 columns.
"""

import re
from dataclasses import dataclass, replace

from captioner.core.settings import Standard


@dataclass(frozen=True, slots=True)
class CueRules:
    """Limits of a cue. ``gap_ms`` is the least time between two cues of a track.

    ``char_columns`` is the width of what the standard counts as one character; ``words_a_minute`` tells that it counts
    speed in words, of six characters with their space, rather than in characters a second.
    """

    line_columns: int
    lines: int
    columns_per_second: float
    min_ms: int
    max_ms: int
    gap_ms: int
    char_columns: int = 1
    words_a_minute: bool = False

    def reading_ms(self, width: int) -> int:
        """How long it takes to read so many columns."""
        return round(1000 * width / self.columns_per_second)


_NETFLIX = CueRules(line_columns=42, lines=2, columns_per_second=17, min_ms=833, max_ms=7000, gap_ms=83)

_BASE: dict[Standard, CueRules] = {
    "netflix": _NETFLIX,
    # 160-180 words a minute at six characters a word with its space; 37 is the line of a teletext page. The BBC wants
    # no flicker between cues that follow each other, so no gap.
    "bbc": CueRules(
        line_columns=37, lines=2, columns_per_second=17, min_ms=1000, max_ms=7000, gap_ms=0, words_a_minute=True
    ),
    # 120-160 words a minute; 1 s 10 frames at least, 6 s at most, two frames at 30 a second between cues.
    "dcmp": CueRules(
        line_columns=32, lines=2, columns_per_second=16, min_ms=1333, max_ms=6000, gap_ms=67, words_a_minute=True
    ),
    # A cue a sentence, on one line, from its first word to its last; the longest utterance is shorter than 30 s.
    "none": CueRules(
        line_columns=1_000_000, lines=1_000, columns_per_second=1_000_000, min_ms=1, max_ms=30_000, gap_ms=0
    ),
}

_EAST_ASIAN: dict[str, tuple[int, int]] = {
    # Language: columns a line, columns a second. Only Netflix speaks of these languages, the others borrow it.
    "zh": (32, 18),
    "yue": (32, 18),
    "ko": (32, 24),
    # 7 characters a second is Netflix's limit for the deaf and hard of hearing, whose captions keep every word.
    "ja": (46, 14),
}


def rules_for(standard: Standard, language: str) -> CueRules:
    """The rules of a standard for a Whisper language code; an unknown language gets those of Latin scripts."""
    rules = _BASE[standard]
    if standard == "none":
        return rules
    if language in _EAST_ASIAN:
        line_columns, speed = _EAST_ASIAN[language]
        return replace(rules, line_columns=line_columns, columns_per_second=speed, char_columns=2, words_a_minute=False)
    if standard == "netflix" and language == "en":
        return replace(rules, columns_per_second=20)
    return rules


_KANA = re.compile("[\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9d]")
_HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]")
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f]")


def language_by_script(text: str) -> str:
    """The language whose rules a text wants, told by its script alone: "ja", "ko", "zh", or "" for any other."""
    if _KANA.search(text):
        return "ja"
    if _HANGUL.search(text):
        return "ko"
    return "zh" if _HAN.search(text) else ""
