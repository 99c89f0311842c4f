import pytest
from hypothesis import given
from hypothesis import strategies as st
from word_errors import word_error_rate, word_errors, words_of

_WORDS = st.lists(st.sampled_from(["a", "b", "c"]), max_size=8)


def test_case_punctuation_and_the_kind_of_apostrophe_do_not_count() -> None:
    assert words_of("  “I can’t hear you,” said TOM — twice! ") == ["i", "can't", "hear", "you", "said", "tom", "twice"]


@pytest.mark.parametrize(
    ("hypothesis", "rate"),
    [
        ("one two three four", 0.0),
        ("one too three four", 0.25),
        ("one three four", 0.25),
        ("one two and three four", 0.25),
        ("", 1.0),
        ("two one three four", 0.5),
    ],
)
def test_each_kind_of_error_counts_once(hypothesis: str, rate: float) -> None:
    assert word_error_rate("One, two, three, four.", hypothesis) == rate


def test_a_reference_without_words_is_refused() -> None:
    with pytest.raises(ValueError, match="reference"):
        word_error_rate(" … ", "word")


@given(_WORDS, _WORDS, _WORDS)
def test_it_is_a_distance(one: list[str], two: list[str], three: list[str]) -> None:
    assert (word_errors(one, two) == 0) == (one == two)
    assert word_errors(one, two) == word_errors(two, one)
    assert word_errors(one, three) <= word_errors(one, two) + word_errors(two, three)
    assert word_errors(one, two) <= max(len(one), len(two))
