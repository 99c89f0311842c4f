"""The tables of the standards."""

import pytest

from captioner.core.settings import Standard
from captioner.transcript.standards import language_by_script, rules_for


@pytest.mark.parametrize(
    ("language", "line", "speed"), [("en", 42, 20), ("de", 42, 17), ("", 42, 17), ("zh", 32, 18), ("ko", 32, 24)]
)
def test_netflix(language: str, line: int, speed: float) -> None:
    rules = rules_for("netflix", language)
    assert (rules.line_columns, rules.columns_per_second) == (line, speed)
    assert (rules.lines, rules.min_ms, rules.max_ms, rules.gap_ms) == (2, 833, 7000, 83)


def test_others_keep_their_times_and_borrow_east_asian_widths() -> None:
    assert rules_for("dcmp", "en").line_columns == 32
    assert rules_for("bbc", "en").gap_ms == 0
    assert rules_for("dcmp", "ja").line_columns == 46
    assert rules_for("dcmp", "ja").max_ms == 6000
    assert rules_for("none", "zh") == rules_for("none", "en")


@pytest.mark.parametrize(("standard", "words"), [("netflix", 170), ("bbc", 170), ("dcmp", 160)])
def test_reading_speed_in_words_of_six_characters(standard: Standard, words: int) -> None:
    rules = rules_for(standard, "de")
    assert rules.reading_ms(6 * words) == pytest.approx(60_000, abs=1)
    assert rules.words_a_minute == (standard != "netflix")


def test_a_full_width_character_is_two_columns() -> None:
    chinese = rules_for("bbc", "zh")
    assert (chinese.char_columns, chinese.words_a_minute) == (2, False)
    assert chinese.reading_ms(18) == 1000, "nine characters a second"


@pytest.mark.parametrize(
    ("text", "language"), [("漢字とかな", "ja"), ("你好", "zh"), ("안녕 漢", "ko"), ("hello", ""), ("", "")]
)
def test_language_by_script(text: str, language: str) -> None:
    assert language_by_script(text) == language
