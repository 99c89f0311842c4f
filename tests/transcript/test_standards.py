"""The tables of the standards."""

import pytest

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
    assert rules_for("none", "zh").lines == 1


@pytest.mark.parametrize(
    ("text", "language"), [("漢字とかな", "ja"), ("你好", "zh"), ("안녕 漢", "ko"), ("hello", ""), ("", "")]
)
def test_language_by_script(text: str, language: str) -> None:
    assert language_by_script(text) == language
