"""Lines: as few as hold the text, none too wide, no character lost, broken where a reader pauses."""

import re
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from captioner.transcript.line_break import break_lines
from captioner.transcript.phrases import ends_clause, ends_sentence, pieces_of
from captioner.transcript.plain_text import columns, one_line

LANGUAGES = st.sampled_from(["en", "de", "zh", "ja", "ko", "th", "ar", ""])


@pytest.mark.parametrize(
    ("language", "line", "lines"),
    [
        ("en", 42, ["See you on Thursday."]),
        ("en", 42, ["Good morning everyone,", "and welcome to the meeting."]),
        ("en", 42, ["We will talk about the design", "after the coffee break."]),
        ("en", 42, ["I think that yesterday evening", "Maria Gonzalez was there too."]),
        ("en", 42, ["They told us the customers", "had already been informed."]),
        ("de", 42, ["Wir treffen uns morgen im Büro,", "weil der Chef kommt."]),
        ("zh", 32, ["我们今天要讨论明年的预算，", "因为价格太高了。"]),
        ("ja", 46, ["マーケティング部門の", "価格はお客様にとって高すぎると思います。"]),
        ("ko", 32, ["회의에 오신 것을 환영합니다,", "오늘은 예산입니다."]),
        ("ar", 42, ["سوف نتحدث اليوم عن ميزانية الشركة،", "للعام المقبل إن شاء الله."]),
    ],
)
def test_lines(language: str, line: int, lines: list[str]) -> None:
    space = "" if language in ("zh", "ja") else " "
    assert break_lines(space.join(lines), line, language) == lines


@given(st.text(max_size=300), st.integers(4, 60), LANGUAGES)
def test_nothing_is_lost_and_nothing_too_wide(text: str, line: int, language: str) -> None:
    lines = break_lines(text, line, language)
    assert "".join(re.sub(r"\s", "", part) for part in lines) == re.sub(r"\s", "", one_line(text))
    assert all(columns(part) <= line for part in lines)
    assert all(part == part.strip() for part in lines)


@given(st.lists(st.text("abcdefgh", min_size=1, max_size=12), min_size=1, max_size=60), LANGUAGES)
def test_no_more_lines_than_needed(words: list[str], language: str) -> None:
    greedy, width = 0, 0
    for word in words:
        if greedy and width + 1 + len(word) <= 30:
            width += 1 + len(word)
        else:
            greedy, width = greedy + 1, len(word)
    lines = break_lines(" ".join(words), 30, language)
    assert len(lines) == greedy
    assert " ".join(lines) == " ".join(words)


@pytest.mark.parametrize("language", ["zh", "ja"])
@given(text=st.text("今天的会议、。「」（）ッー々", min_size=1, max_size=100))
def test_kinsoku(language: str, text: str) -> None:
    # A run of marks wider than a line is broken by force.
    assume(all(columns(piece) <= 16 for piece in pieces_of(text)))
    for left, right in pairwise(break_lines(text, 16, language)):
        assert right[0] not in "、。」）ッー々"
        assert left[-1] not in "「（"


def test_a_word_of_ten_thousand_characters_takes_linear_work() -> None:
    lines = break_lines("ab" * 5000, 42, "en")
    assert len(lines) == 239
    assert all(len(line) == 42 for line in lines[:-1])
    assert len(break_lines("한" * 10_000, 32, "ko")) == 625
    assert len(break_lines("漢" * 10_000, 32, "zh")) == 625


@pytest.mark.parametrize(
    ("left", "right", "ends"),
    [
        ("Monday.", " Good", True),
        ("Dr.", " Smith", False),
        ("No.", " I", True),
        ("J.", " Smith", False),
        ('there?"', " he", True),
        ("3.", " Mai", True),
        ("etc.", " and", False),
        ("well...", " I", False),
        ("吗？", "他", True),
        ("Monday,", " Good", False),
    ],
)
def test_sentence_ends(left: str, right: str, ends: bool) -> None:
    assert ends_sentence(left, right) is ends


def test_clause_ends() -> None:
    assert ends_clause("everyone,")
    assert ends_clause("well...")
    assert ends_clause("会议，")
    assert not ends_clause("meeting")
