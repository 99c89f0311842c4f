import pytest
from desktop import Desktop
from PySide6.QtGui import QFontInfo, QTextLayout

from captioner.core.settings import CaptionFont
from captioner.ui.fonts import caption_font, families, han_form

_STYLES: list[CaptionFont] = ["default", "mono-serif", "serif", "mono-sans", "sans", "casual", "cursive", "small-caps"]


@pytest.mark.parametrize(
    ("language", "text", "form"),
    [
        ("zh", "我们昨天讨论了这个问题", "zh-Hans"),
        ("zh", "我們昨天討論了這個問題", "zh-Hant"),
        (None, "昨日の午後", "ja"),
        ("ja", "問題", "ja"),
        ("ko", "問題", "ko"),
        ("yue", "我哋", "yue"),
        ("en", "Hello", "zh-Hans"),
        ("zh", "一二三", "zh-Hans"),
    ],
)
def test_the_forms_of_han_characters_follow_language_and_text(language: str | None, text: str, form: str) -> None:
    assert han_form(language, text) == form


def test_where_nothing_tells_the_interface_decides() -> None:
    assert han_form("zh", "一二三", preferred="zh-Hant") == "zh-Hant"
    assert han_form("en", "Taipei 台北", preferred="zh-Hant") == "zh-Hant"


def test_text_that_grows_does_not_change_its_mind() -> None:
    simplified = "我们昨天讨论了这个问题。" * 7
    assert han_form("zh", simplified + "們這個問題還沒有結果討論" * 30) == "zh-Hans"


@pytest.mark.parametrize(
    ("language", "text", "family"),
    [
        ("zh", "骨直令这", "Noto Sans CJK SC"),
        ("zh", "骨直令這", "Noto Sans CJK TC"),
        ("ja", "骨直令", "Noto Sans CJK JP"),
        ("ko", "骨直令", "Noto Sans CJK KR"),
    ],
)
def test_qt_draws_the_forms_of_the_language(
    desktop: Desktop, qapp: object, language: str, text: str, family: str
) -> None:
    layout = QTextLayout(text, caption_font("default", han_form(language, text), 20))
    layout.beginLayout()
    layout.createLine().setLineWidth(1000)
    layout.endLayout()
    assert {run.rawFont().familyName() for run in layout.glyphRuns()} == {family}


@pytest.mark.parametrize("style", _STYLES)
def test_each_style_has_a_font_here(desktop: Desktop, qapp: object, style: CaptionFont) -> None:
    font = caption_font(style, "zh-Hans", 20)
    assert QFontInfo(font).family()
    if style.startswith("mono"):
        assert QFontInfo(font).fixedPitch()


def test_serif_text_has_serif_han() -> None:
    assert "Noto Serif CJK TC" in families("serif", "zh-Hant")
