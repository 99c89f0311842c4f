"""Context and language, as final hypotheses teach them."""

from dataclasses import replace

import pytest
from spoken import spoken

from captioner.core.sound import SAMPLE_RATE
from captioner.core.speech import Hypothesis, Utterance
from captioner.live.conversation import Conversation, ConversationPolicy


def said(
    at_s: float, text: str, *, language: str = "en", long_s: float = 3.0, p: float = 0.9, rejected: str | None = None
) -> tuple[Utterance, Hypothesis]:
    start, stop = round(at_s * SAMPLE_RATE), round((at_s + long_s) * SAMPLE_RATE)
    utterance = Utterance(0, "mic", start, stop, start, stop, "closed", "pause")
    return utterance, Hypothesis(0, spoken(text, at_s, probability=p), True, language, 0.9, rejected)


def next_utterance(at_s: float) -> Utterance:
    return said(at_s, "")[0]


def test_context_is_what_was_just_said_and_no_longer_than_it_may_be() -> None:
    talk = Conversation("en")
    talk.heard(*said(0, "We need to review the budget."))
    assert talk.context(next_utterance(4)) == "We need to review the budget."
    for i in range(20):
        talk.heard(*said(4 + 4 * i, "And then some more of the same."))
    assert 150 < len(talk.context(next_utterance(84))) <= 200


def test_silence_a_rejection_and_doubt_leave_no_context() -> None:
    talk = Conversation("en")
    talk.heard(*said(0, "hello"))
    assert talk.context(next_utterance(12)) == ""
    talk.heard(*said(4, "world", rejected="repetition"))
    assert talk.context(next_utterance(5)) == ""
    talk.heard(*said(8, "mumble", p=0.2))
    assert talk.context(next_utterance(12)) == ""


@pytest.mark.parametrize(
    ("before", "context"),
    [
        ("It is late. We need to", "We need to"),
        ("It is late. We need 3.5 of", "We need 3.5 of"),
        ('He said "go!" and then', "and then"),
        ("It is late.", ""),
        ("Is it? (It is!)", ""),
        ("We need to", "We need to"),
        ("今天很晚。我们需要", "我们需要"),
        ("「今天很晚。」", ""),
    ],
)
def test_after_a_cut_only_the_sentence_that_goes_on_is_context(before: str, context: str) -> None:
    talk = Conversation()
    talk.heard(*said(0, before))
    follower = replace(next_utterance(3), continues=True)
    assert talk.context(follower) == context
    talk.heard(follower, said(3, "review it all.")[1])
    assert talk.context(next_utterance(6)) == f"{before} review it all.", "what was said before is not forgotten"


def test_no_context_where_none_is_wanted() -> None:
    talk = Conversation("en", ConversationPolicy(context_characters=0))
    talk.heard(*said(0, "We need to review the budget."))
    assert talk.context(next_utterance(4)) == ""


def test_context_without_spaces_is_cut_by_characters() -> None:
    talk = Conversation("zh")
    for i in range(5):
        talk.heard(*said(3 * i, "我们需要在星期一讨论预算" * 10))
    assert 0 < len(talk.context(next_utterance(15))) <= 200


def test_the_language_is_locked_on_enough_speech_and_switches_on_two_votes() -> None:
    talk = Conversation(None)
    talk.heard(*said(0, "hm", language="la", long_s=0.5))
    assert talk.language is None
    talk.heard(*said(4, "We need", language="en"))
    assert talk.language == "en"
    talk.heard(*said(8, "Vielen Dank", language="de"))
    assert talk.language == "en"
    talk.heard(*said(12, "Thank you", language="en"))
    talk.heard(*said(16, "Vielen Dank", language="de"))
    assert talk.language == "en"
    talk.heard(*said(20, "Vielen Dank", language="de"))
    assert talk.language == "de"


def test_a_chosen_language_stays() -> None:
    talk = Conversation("en")
    for i in range(4):
        talk.heard(*said(4 * i, "Vielen Dank", language="de"))
    assert (talk.language, talk.detecting) == ("en", False)
