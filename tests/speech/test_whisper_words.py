"""From alignment paths to words with times."""

from hypothesis import given
from hypothesis import strategies as st

from captioner.core.speech import Word
from captioner.speech.whisper_words import (
    SAMPLES_PER_POSITION,
    TokenSpan,
    bounded,
    join_punctuation,
    spans_of,
    word_times,
)

EOT, TIME = 900, 1000


def test_spans_are_the_text_between_timestamps() -> None:
    tokens = [TIME + 5, 1, 2, TIME + 20, TIME + 30, 3, EOT + 1, TIME + 40, 4]
    assert spans_of(tokens, EOT, TIME) == [
        TokenSpan((1, 2), 5, 20),
        TokenSpan((3,), 30, 40),
        TokenSpan((4,), None, None),
    ]
    assert spans_of([], EOT, TIME) == []


def test_word_times_follow_the_path() -> None:
    path = [(0, 3), (0, 4), (1, 5), (2, 9), (2, 10), (3, 20)]
    words = word_times(path, [" we", " need"], [[7], [8, 9]], [0.5, 0.8, 1.0])
    step = SAMPLES_PER_POSITION
    assert words == [Word(" we", 3 * step, 5 * step, 0.5), Word(" need", 5 * step, 20 * step, 0.9)]
    assert word_times([], [" we"], [[7]], [0.5]) == []


def test_punctuation_joins_its_word() -> None:
    words = [Word(text, i, i + 1, 0.9) for i, text in enumerate([" He", ' "', " said", ".", '"', " (", "no", ")"])]
    assert [word.text for word in join_punctuation(words)] == [" He", ' "said."', " (no)"]


words_of_a_pass = st.lists(
    st.tuples(st.integers(0, 50_000), st.integers(0, 9_000)).map(lambda t: Word(" w", t[0], t[0] + t[1], 0.9)),
    max_size=12,
)


@given(words=words_of_a_pass, earliest=st.integers(0, 30_000), length=st.integers(0, 60_000), ends=st.booleans())
def test_bounded_words_are_inside_in_order_and_none_is_lost(
    words: list[Word], earliest: int, length: int, ends: bool
) -> None:
    latest = earliest + length
    result = bounded(words, earliest, latest, ends=ends)
    assert [word.text for word in result] == [word.text for word in words]
    starts = [word.start for word in result]
    assert starts == sorted(starts)
    assert all(earliest <= word.start <= word.end <= latest for word in result)
    if ends and result:
        assert result[-1].end == latest
