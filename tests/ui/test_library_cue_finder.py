from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from library_parts import cue

from captioner.core.library import StoredCue
from captioner.transcript.edits import occurrences
from captioner.ui.cue_finder import next_row, rows_with
from captioner.ui.cue_words import time_at, word_at, word_spans

_TEXTS = st.lists(st.text(alphabet="aAßẞéÉ讨 \n.", max_size=8), max_size=6)


@given(texts=_TEXTS, needle=st.text(alphabet="aAßéÉ讨 .", max_size=3))
def test_rows_are_those_in_which_the_text_occurs(texts: list[str], needle: str) -> None:
    cues = [StoredCue(at, replace(cue(0, "x"), text=text)) for at, text in enumerate(texts)]
    wanted = [at for at, text in enumerate(texts) if occurrences(text, needle)]
    assert rows_with(cues, needle) == wanted


@pytest.mark.parametrize(
    ("current", "step", "wanted"), [(-1, 1, 2), (2, 1, 5), (5, 1, 2), (5, -1, 2), (2, -1, 5), (4, -1, 2)]
)
def test_steps_go_round_the_ends(current: int, step: int, wanted: int) -> None:
    assert next_row([2, 5], current, step) == wanted
    assert next_row([], current, step) is None


def test_words_are_found_in_the_text_over_line_breaks_and_after_edits() -> None:
    one = cue(1000, "Could we\nmove it", last_ms=2000)
    assert [(one.text[start:stop], word.start_ms) for start, stop, word in word_spans(one)] == [
        ("Could", 1000),
        ("we", 1500),
        ("move", 2000),
        ("it", 2500),
    ]
    edited = replace(one, text="Could they\nmove it")
    assert [edited.text[start:stop] for start, stop, _ in word_spans(edited)] == ["Could", "move", "it"]
    assert [time_at(one, at) for at in (0, 6, 10, 14, 16)] == [1000, 1500, 2000, 2500, 2500]
    assert time_at(replace(one, words=()), 5) == 1000
    assert word_at(one, 2100) == (9, 13)
    assert word_at(one, 5000) is None
