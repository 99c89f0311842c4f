"""The one rule that cleans text before every format."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from captioner.transcript.plain_text import columns, one_line, plain


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("a\0b\x1b[31m", "ab[31m"),
        ("one\r\ntwo\rthree\u2028four\u2029five\x85six\x0bseven", "one\ntwo\nthree\nfour\nfive\nsix\nseven"),
        ("  a\t \tb  \n\n \n c ", "a b\nc"),
        ("\ud83d lone", "\ufffd lone"),
        ("\ufeffmark \u2060join\ufffe", "mark join\ufffd"),
        ("👩‍👩‍👧 {\\an8}<b>&amp; --> \\n", "👩‍👩‍👧 {\\an8}<b>&amp; --> \\n"),
        ("\u202bשלום\u202c", "\u202bשלום\u202c"),
        (" \0\n\x07 ", ""),
    ],
)
def test_rule(text: str, clean: str) -> None:
    assert plain(text) == clean


@given(st.text(st.characters()))
def test_clean_text_is_encodable_stays_clean_and_has_no_blank_line(text: str) -> None:
    clean = plain(text)
    assert clean.encode().decode() == clean
    assert plain(clean) == clean
    assert all(line.strip() for line in clean.split("\n")) or not clean
    assert not any(unicodedata.category(char) == "Cc" and char != "\n" for char in clean)
    assert "\n" not in one_line(text)


def test_widths() -> None:
    assert columns("abc") == 3
    assert columns("日本ab") == 6
    assert columns("e\u0301\u200d") == 1
    assert columns("한국") == 4
