"""What is rejected as made up, and that clear speech never is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from captioner.speech.hallucination import (
    IMPOSSIBLE_RATE,
    NO_SPEECH,
    REPETITION,
    UNSURE,
    Evidence,
    rejection,
    repeats,
)


@pytest.mark.parametrize(
    ("evidence", "reason"),
    [
        (Evidence("Thank you for watching.", -1.2, 0.9, 3), NO_SPEECH),
        (Evidence("Thank you for watching.", -0.3, 0.9, 3), None),
        (Evidence("It is on Monday.", -1.2, 0.1, 3), None),
        (Evidence("It is on Monday.", -2.0, 0.1, 3), UNSURE),
        (Evidence("and so on " * 12, -0.2, 0.0, 20), REPETITION),
        (Evidence("谢谢观看" * 8, -0.2, 0.0, 20), REPETITION),
        (Evidence("No, no, no, no!", -0.2, 0.0, 2), None),
        (Evidence("We need to review the budget on Monday before noon.", -0.2, 0.0, 0.5), IMPOSSIBLE_RATE),
        (Evidence("", -9, 1, 3), None),
        (Evidence("Yes, we have for our report.", -0.61, 0.0, 5, voicing=0.51), NO_SPEECH),
        (Evidence("Yes, we have a report.", -0.3, 0.0, 5, voicing=0.38), None),
        (Evidence("Old old.", -0.75, 0.01, 1.1, voicing=0.72), NO_SPEECH),
        (Evidence("Yes, we have a report.", -0.65, 0.01, 5, voicing=0.72), None),
        (Evidence("Yes, we have a report.", -0.9, 0.0, 5, voicing=0.8), None),
    ],
)
def test_reasons(evidence: Evidence, reason: str | None) -> None:
    assert rejection(evidence) == reason


@given(
    words=st.lists(
        st.sampled_from("we need to review the budget on monday and thank you very much".split()), max_size=60
    )
)
def test_a_sure_text_is_only_rejected_for_what_its_words_show(words: list[str]) -> None:
    evidence = Evidence(" ".join(words), -0.1, 1.0, 30)
    assert rejection(evidence) in (None, REPETITION)


def test_every_sentence_of_the_test_speech_is_believed(manifest: dict[str, dict[str, object]]) -> None:
    for entry in manifest.values():
        text = str(entry["text"])
        assert rejection(Evidence(text, -0.9, 0.99, float(str(entry["duration"])))) is None, text


@given(st.text(max_size=40), st.integers(2, 6))
def test_what_is_said_often_enough_repeats(phrase: str, loops: int) -> None:
    words = phrase.split()
    if words:
        assert repeats(" ".join(words * 2 * loops), loops) or len(words) > 8
