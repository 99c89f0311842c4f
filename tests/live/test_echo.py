"""The microphone's echo of the system track is left out, the user's own words are not."""

from hypothesis import given
from hypothesis import strategies as st

from captioner.core.caption import Caption
from captioner.core.sound import SAMPLE_RATE
from captioner.core.speech import Utterance, Word, text_of
from captioner.live.echo import EchoFilter

OTHERS = "the quarterly figures are better than anybody expected"
MISHEARD = "the quartery figures are better then anybody expected"
OWN = "can you hear me now I wanted to add something"


def words(text: str, at_s: float, word_s: float = 0.3) -> tuple[Word, ...]:
    return tuple(
        Word(
            f" {word}", round((at_s + i * word_s) * SAMPLE_RATE), round((at_s + (i + 0.9) * word_s) * SAMPLE_RATE), 0.9
        )
        for i, word in enumerate(text.split())
    )


def final(track: str, spoken: tuple[Word, ...], utterance: int = 1, revision: int = 9) -> Caption:
    return Caption(
        utterance, track, revision, text_of(spoken), "", True, spoken[0].start, spoken[-1].end, 0.5, words=spoken
    )


def partial(track: str, spoken: tuple[Word, ...], utterance: int = 1, revision: int = 0, stable: int = 0) -> Caption:
    first, rest = text_of(spoken[:stable]), text_of(spoken[stable:])
    tentative = f" {rest}" if first and rest else rest
    return Caption(utterance, track, revision, first, tentative, False, spoken[0].start, spoken[-1].end, 0.5)


def speech(track: str, start_s: float, stop_s: float, utterance: int = 1) -> Utterance:
    start, stop = round(start_s * SAMPLE_RATE), round(stop_s * SAMPLE_RATE)
    return Utterance(utterance, track, start, stop, start, stop, "open")


def test_an_echo_is_shown_once_on_the_system_track() -> None:
    echo = EchoFilter()
    others = final("system", words(OTHERS, 10.0))
    assert echo.take(others) == [others]
    assert echo.take(final("mic", words(MISHEARD, 10.15))) == []
    assert echo.flush() == []


def test_the_same_words_said_later_are_no_echo() -> None:
    echo = EchoFilter()
    echo.take(final("system", words(OTHERS, 10.0)))
    repeated = final("mic", words(OTHERS, 15.0))
    assert echo.take(repeated) == [repeated]


def test_own_words_at_the_same_time_are_kept_to_the_letter() -> None:
    echo = EchoFilter()
    echo.take(final("system", words(OTHERS, 10.0)))
    own = final("mic", words(OWN, 10.1))
    assert echo.take(own) == [own]


def test_own_words_before_and_after_an_echo_stay() -> None:
    echo = EchoFilter()
    echo.take(final("system", words(OTHERS, 10.0)))
    mixed = words("well I do not know", 8.0) + words(MISHEARD, 10.1) + words("let me check that first", 13.0)
    (shown,) = echo.take(final("mic", mixed))
    assert shown.stable == "well I do not know let me check that first"
    assert text_of(shown.words) == shown.stable
    assert shown.start == mixed[0].start
    assert shown.final


def test_an_answer_of_a_common_word_is_no_echo() -> None:
    echo = EchoFilter()
    echo.take(final("system", words("do you agree with the plan", 10.0)))
    answer = final("mic", words("I agree with you completely on this", 11.2))
    assert echo.take(answer) == [answer]


def test_a_final_of_the_microphone_waits_for_the_words_of_the_system_track() -> None:
    echo = EchoFilter()
    first = partial("system", words("the quarterly", 10.0))
    assert echo.take(first) == [first]
    assert echo.take(final("mic", words(MISHEARD, 10.1))) == []
    others = final("system", words(OTHERS, 10.0))
    assert echo.take(others) == [others]
    assert echo.flush() == []


def test_it_waits_for_speech_that_the_engine_has_yet_to_recognize() -> None:
    echo = EchoFilter()
    echo.speech(speech("system", 10.0, 12.5))
    echo.speech(speech("mic", 10.1, 12.6))
    own = final("mic", words(OWN, 10.1))
    assert echo.take(partial("mic", words(OWN, 10.1))) == []
    assert echo.take(own) == []
    others = final("system", words(OTHERS, 10.0))
    assert echo.take(others) == [others, own]


def test_speech_that_turns_out_to_be_none_holds_nothing_up_for_ever() -> None:
    echo = EchoFilter()
    echo.speech(speech("system", 10.0, 12.5, utterance=1))
    own = final("mic", words(OWN, 10.1))
    assert echo.take(own) == []
    later = final("system", words("next", 14.0), utterance=2)
    assert echo.take(later) == [later, own]
    echo.speech(speech("system", 20.0, 21.0, utterance=3))
    other = final("mic", words(OWN, 20.0), utterance=2)
    assert echo.take(other) == []
    file = final("file", words("x", 60.0))
    assert echo.take(file) == [file]
    last = partial("mic", words("hello there", 60.0), utterance=3)
    assert echo.take(last) == [other, last]


def test_a_growing_echo_is_not_shown_and_growing_own_words_are() -> None:
    echo = EchoFilter()
    echo.take(partial("system", words(OTHERS, 10.0)[:6]))
    assert echo.take(partial("mic", words(MISHEARD, 10.1)[:5])) == []
    own = partial("mic", words(OWN, 10.1)[:4], utterance=2)
    assert echo.take(own) == [own]


def test_an_echo_that_is_ahead_of_the_system_track_is_not_shown() -> None:
    echo = EchoFilter()
    echo.take(partial("system", words(OTHERS, 10.0)[:2]))
    assert echo.take(partial("mic", words(OTHERS, 10.1))) == []


def test_what_was_shown_for_good_stays_and_the_transcript_is_corrected() -> None:
    echo = EchoFilter()
    spoken = words(MISHEARD, 10.1)
    early = partial("mic", spoken[:4], stable=3)
    assert echo.take(early) == [early]
    echo.take(final("system", words(OTHERS, 10.0)))
    (shown,) = echo.take(final("mic", spoken))
    assert shown.stable.startswith(early.stable)
    assert shown.words == ()


def test_chinese_is_compared_by_characters() -> None:
    echo = EchoFilter()
    text = "我们今天讨论一下这个季度的数字"
    whole = (Word(text, 160_000, 200_000, 0.9),)
    echo.take(partial("system", whole))
    assert echo.take(partial("mic", (Word(text[:10], 161_000, 190_000, 0.9),))) == []


vocabulary = st.sampled_from("alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima".split())
strangers = st.sampled_from("one two three four five six seven eight nine zero".split())


@given(st.lists(vocabulary, min_size=3, max_size=20), st.lists(strangers, min_size=1, max_size=20), st.floats(0, 0.5))
def test_words_that_only_the_microphone_heard_are_never_lost(theirs: list[str], ours: list[str], late: float) -> None:
    echo = EchoFilter()
    echo.take(final("system", words(" ".join(theirs), 10.0)))
    own = final("mic", words(" ".join(ours), 10.0 + late))
    assert echo.take(own) == [own]


@given(st.lists(vocabulary, min_size=3, max_size=20), st.floats(0, 0.5))
def test_a_faithful_echo_never_gets_through(theirs: list[str], late: float) -> None:
    echo = EchoFilter()
    echo.take(final("system", words(" ".join(theirs), 10.0)))
    assert echo.take(final("mic", words(" ".join(theirs), 10.0 + late))) == []


captions = st.tuples(
    st.sampled_from(["system", "mic", "file"]),
    st.lists(st.one_of(vocabulary, strangers), min_size=1, max_size=8),
    st.floats(0, 60),
    st.booleans(),
)


@given(st.lists(captions, max_size=12))
def test_other_tracks_pass_at_once_and_every_final_comes_out_at_most_once(
    plan: list[tuple[str, list[str], float, bool]],
) -> None:
    echo = EchoFilter()
    shown: list[Caption] = []
    for number, (track, text, at_s, is_final) in enumerate(plan):
        spoken = words(" ".join(text), at_s)
        caption = final(track, spoken, number) if is_final else partial(track, spoken, number)
        given_out = echo.take(caption)
        if track != "mic":
            assert given_out[0] is caption
        shown += given_out
    shown += echo.flush()
    finals = [caption.utterance for caption in shown if caption.final]
    assert len(finals) == len(set(finals))
    heard = {number: text for number, (_, text, _, _) in enumerate(plan)}
    for caption in shown:
        if caption.final and caption.track == "mic":
            assert all(word.text.strip() in heard[caption.utterance] for word in caption.words)
    own_order = [caption.utterance for caption in shown if caption.final and caption.track == "mic"]
    assert own_order == sorted(own_order)
