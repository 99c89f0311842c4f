"""Font families for captions: the eight styles of 47 CFR 79.103(c), and the forms of Han characters by language.

Qt falls back to Japanese forms of Han characters whatever the language, so that the right family is named first. A
family that is not installed is passed over.
"""

from typing import Final

from PySide6.QtGui import QFont

from captioner.core.settings import CaptionFont

_LATIN: Final[dict[CaptionFont, tuple[str, ...]]] = {
    "default": ("Segoe UI", "SF Pro Text", "Helvetica Neue", "Inter", "Noto Sans", "DejaVu Sans", "Arial"),
    "mono-serif": ("Courier New", "Courier", "Nimbus Mono PS", "FreeMono", "Liberation Mono", "Noto Serif Mono"),
    "serif": ("Georgia", "Times New Roman", "Noto Serif", "DejaVu Serif", "Liberation Serif"),
    "mono-sans": ("Consolas", "Menlo", "Noto Sans Mono", "DejaVu Sans Mono", "Liberation Mono"),
    "sans": ("Arial", "Helvetica Neue", "Noto Sans", "DejaVu Sans", "Liberation Sans"),
    "casual": ("Comic Sans MS", "Chalkboard SE", "Comic Neue", "Comic Relief", "Dom Casual"),
    "cursive": ("Segoe Script", "Snell Roundhand", "Apple Chancery", "URW Chancery L", "Z003", "Dancing Script"),
    "small-caps": ("Segoe UI", "SF Pro Text", "Helvetica Neue", "Noto Sans", "DejaVu Sans", "Arial"),
}
_HINTS: Final[dict[CaptionFont, QFont.StyleHint]] = {
    "default": QFont.StyleHint.SansSerif,
    "mono-serif": QFont.StyleHint.TypeWriter,
    "serif": QFont.StyleHint.Serif,
    "mono-sans": QFont.StyleHint.Monospace,
    "sans": QFont.StyleHint.SansSerif,
    "casual": QFont.StyleHint.Fantasy,
    "cursive": QFont.StyleHint.Cursive,
    "small-caps": QFont.StyleHint.SansSerif,
}
_SERIF_STYLES: Final = frozenset({"serif", "mono-serif"})
_HAN_SANS: Final = {
    "zh-Hans": ("Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC"),
    "zh-Hant": ("Microsoft JhengHei UI", "PingFang TC", "Noto Sans CJK TC", "Noto Sans TC", "Source Han Sans TC"),
    "yue": ("PingFang HK", "Noto Sans CJK HK", "Noto Sans HK", "Microsoft JhengHei UI", "Noto Sans CJK TC"),
    "ja": ("Yu Gothic UI", "Hiragino Sans", "Noto Sans CJK JP", "Noto Sans JP", "Source Han Sans"),
    "ko": ("Malgun Gothic", "Apple SD Gothic Neo", "Noto Sans CJK KR", "Noto Sans KR"),
}
_HAN_SERIF: Final = {
    "zh-Hans": ("SimSun", "Songti SC", "Noto Serif CJK SC", "Noto Serif SC"),
    "zh-Hant": ("PMingLiU", "Songti TC", "Noto Serif CJK TC", "Noto Serif TC"),
    "yue": ("Songti TC", "Noto Serif CJK HK", "Noto Serif HK", "Noto Serif CJK TC"),
    "ja": ("Yu Mincho", "Hiragino Mincho ProN", "Noto Serif CJK JP", "Noto Serif JP"),
    "ko": ("Batang", "AppleMyungjo", "Noto Serif CJK KR", "Noto Serif KR"),
}
_TELLING_CHARACTERS: Final = 80
_REST: Final = ("Segoe UI Emoji", "Apple Color Emoji", "Noto Color Emoji")


def han_form(language: str | None, text: str, preferred: str = "zh-Hans") -> str:
    """Which forms of Han characters the text wants: "zh-Hans", "zh-Hant", "yue", "ja" or "ko".

    Recognizers say "zh" for both scripts of Chinese; the characters tell: those that only GB 2312 has are simplified,
    those that only Big5 has traditional. ``preferred`` decides where nothing tells.
    """
    if language in ("ja", "ko", "yue"):
        return language
    if language in ("zh", None):
        simplified = traditional = 0
        for char in text[:_TELLING_CHARACTERS]:  # the beginning, so that text that grows does not change its mind
            if "\u3041" <= char <= "\u30fa":
                return "ja"
            if "\u4e00" <= char <= "\u9fff":
                in_gb, in_big5 = _encodable(char, "gb2312"), _encodable(char, "big5")
                simplified += in_gb and not in_big5
                traditional += in_big5 and not in_gb
        if simplified != traditional:
            return "zh-Hans" if simplified > traditional else "zh-Hant"
    return preferred


def families(style: CaptionFont, han: str) -> list[str]:
    """The families to look for a character in, in this order.

    Qt (6.11 does) finds what it has once resolved by the first family and the number of families alone, so that each
    form gets a number of its own, by naming the last family several times.
    """
    forms = _HAN_SERIF if style in _SERIF_STYLES else _HAN_SANS
    found = [*_LATIN[style], *forms[han], *_REST]
    longest = len(_LATIN[style]) + max(map(len, forms.values())) + len(_REST)
    return found + [_REST[-1]] * (longest + list(forms).index(han) - len(found))


def caption_font(style: CaptionFont, han: str, points: float) -> QFont:
    """The font of caption text, ``points`` high."""
    font = QFont()
    font.setFamilies(families(style, han))
    font.setStyleHint(_HINTS[style])
    font.setPointSizeF(points)
    if style in ("mono-serif", "mono-sans"):
        font.setFixedPitch(True)
    if style == "small-caps":
        font.setCapitalization(QFont.Capitalization.SmallCaps)
    return font


def interface_font(usual: QFont, han: str) -> QFont:
    """The ``usual`` font of the system, with these forms of Han characters."""
    font = QFont(usual)
    names = [*usual.families(), *_HAN_SANS[han]]
    longest = len(usual.families()) + max(map(len, _HAN_SANS.values()))
    font.setFamilies(names + [names[-1]] * (longest + list(_HAN_SANS).index(han) - len(names)))  # see ``families``
    return font


def _encodable(char: str, encoding: str) -> bool:
    try:
        char.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
