"""Words become cues: golden cases in four scripts, real word times, and what must hold for any words."""

import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from captioner.core.caption import Cue
from captioner.core.settings import Standard
from captioner.core.sound import ms_to_samples, samples_to_ms, seconds_to_samples
from captioner.core.speech import Word
from captioner.transcript import CueBuilder, build_cues, in_order
from captioner.transcript.plain_text import columns, one_line, plain
from captioner.transcript.segments import TRAIL_MS
from captioner.transcript.standards import language_by_script, rules_for

MANIFEST = [
    json.loads(line)
    for line in (Path(__file__).parent.parent / "data/speech/manifest.jsonl").read_text(encoding="utf-8").splitlines()
]
SPOKEN = [entry for entry in MANIFEST if entry.get("utterances")]


def words_of(tokens: list[str], start_ms: int = 0, ms_a_char: int = 60) -> list[Word]:
    """Words without a pause between them, each as long as its text."""
    words: list[Word] = []
    for token in tokens:
        end_ms = start_ms + ms_a_char * len(token)
        words.append(Word(token, ms_to_samples(start_ms), ms_to_samples(end_ms), 0.9))
        start_ms = end_ms
    return words


def english(text: str, start_ms: int = 0, ms_a_char: int = 60) -> list[Word]:
    return words_of([f" {token}" for token in text.split(" ")], start_ms, ms_a_char)


def utterances_of(entry: dict[str, Any]) -> list[list[Word]]:
    return [
        [
            Word(f" {text}", seconds_to_samples(start), seconds_to_samples(end), 1.0)
            for text, start, end in said["words"]
        ]
        for said in entry["utterances"]
    ]


def test_english() -> None:
    text = (
        "Good morning everyone, and welcome to the meeting. Today Dr. Smith and Anna Miller will talk about the budget"
        " because we have to decide whether the price is too high for our customers. Yes. I know."
    )
    assert [cue.text for cue in build_cues([english(text)], language="en")] == [
        "Good morning everyone,\nand welcome to the meeting.",
        "Today Dr. Smith and Anna Miller\nwill talk about the budget",
        "because we have to decide whether the\nprice is too high for our customers.",
        "Yes. I know.",
    ]


def test_chinese() -> None:
    text = (
        "大家早上好，欢迎参加今天的会议。我们今天要讨论明年的预算，因为价格对客户来说太高了，所以我们需要做一个决定。"
    )
    assert [cue.text for cue in build_cues([words_of(list(text), ms_a_char=200)])] == [
        "大家早上好，欢迎参加今天的会议。",
        "我们今天要讨论明年的预算，",
        "因为价格对客户来说太高了，\n所以我们需要做一个决定。",
    ]


def test_japanese() -> None:
    first = "皆さん、 おはよう ございます。 今日 の 会議 へ ようこそ。"
    second = "来年 の 予算 について 話し合います が、 少し 高い です。"
    cues = build_cues([words_of(f"{first} {second}".split(" "), ms_a_char=150)])
    assert [cue.text for cue in cues] == [
        "皆さん、おはようございます。",
        "今日の会議へようこそ。",
        "来年の予算について話し合いますが、\n少し高いです。",
    ]


def test_korean() -> None:
    text = "여러분 안녕하세요, 오늘 회의에 오신 것을 환영합니다. 내년 예산에 대해 이야기하겠습니다."
    cues = build_cues([english(text, ms_a_char=140)])
    assert [cue.text for cue in cues] == [
        "여러분 안녕하세요, 오늘\n회의에 오신 것을 환영합니다.",
        "내년 예산에 대해\n이야기하겠습니다.",
    ]


@pytest.mark.parametrize("entry", SPOKEN, ids=lambda entry: str(entry["file"]))
def test_real_word_times(entry: dict[str, Any]) -> None:
    spoken = utterances_of(entry)
    cues = build_cues(spoken, language=entry["lang"])
    assert " ".join(cue.text.replace("\n", " ") for cue in cues) == " ".join(
        said["text"] for said in entry["utterances"]
    )
    assert cues[0].start_ms == samples_to_ms(spoken[0][0].start)
    assert 0 <= cues[-1].end_ms - samples_to_ms(spoken[-1][-1].end) <= 300
    for said in entry["utterances"]:
        if len(said["text"]) <= 42:
            assert said["text"] in [cue.text for cue in cues]


def test_a_long_pause_parts_cues() -> None:
    cues = build_cues([english("Well I", 0) + english("do not know", 3000)], language="en")
    assert [cue.text for cue in cues] == ["Well I", "do not know"]


def test_a_short_cue_stays_long_enough_to_be_seen_where_there_is_room() -> None:
    (cue,) = build_cues([english("Yes.")], language="en")
    assert (cue.start_ms, cue.end_ms) == (0, 833)
    first, _ = build_cues([english("Yes."), english("Indeed, it is.", 700)], language="en")
    assert first.end_ms == 700 - 83


def test_the_builder_does_not_hold_a_cue_back_to_see_what_follows() -> None:
    builder = CueBuilder(language="en")
    (first,) = builder.add(english("Hm.", ms_a_char=20))
    assert first.end_ms == 80 + TRAIL_MS
    (second,) = builder.add(english("Indeed, it is.", 600))
    assert second.start_ms == first.end_ms + 83


def test_speech_that_was_cut_goes_on_in_one_cue() -> None:
    builder = CueBuilder(language="en")
    kept = builder.add(english("We need to review the"), cut=True)
    cues = builder.add(english("budget on Monday.", 1500))
    assert kept == []
    assert [cue.text for cue in cues] == ["We need to review the budget on Monday."]
    assert builder.finish() == []


def test_what_was_cut_and_never_continued_is_not_lost() -> None:
    builder = CueBuilder(track="mic", speaker="You")
    assert builder.add(english("We need to"), cut=True) == []
    (cue,) = builder.finish()
    assert (cue.text, cue.track, cue.speaker) == ("We need to", "mic", "You")


def test_no_standard_means_a_cue_a_sentence_on_one_line() -> None:
    text = "We will talk about the design after the coffee break and then about the price for our customers. Good."
    cues = build_cues([english(text)], standard="none", language="en")
    assert [cue.text for cue in cues] == [text[:-6], "Good."]


def test_punctuation_words_and_clitics_stay_with_their_word() -> None:
    tokens = [" I", " don", "'t", " know", ",", " John", "-Paul", "."]
    (cue,) = build_cues([words_of(tokens)], language="en")
    assert cue.text == "I don't know, John-Paul."
    assert [word.text for word in cue.words] == tokens


def test_a_word_of_ten_thousand_characters() -> None:
    cues = build_cues([[Word(" " + "x" * 10_000, 0, 160_000, 0.5)]], language="en")
    assert "".join(re.sub(r"\s", "", cue.text) for cue in cues) == "x" * 10_000
    assert all(len(line) <= 42 for cue in cues for line in cue.text.split("\n"))


def test_two_tracks_in_order_of_time() -> None:
    mine = build_cues([english("Hello there.", 1000)], track="mic")
    others = build_cues([english("Good morning.", 0), english("Bye.", 5000)], track="system")
    assert [cue.track for cue in in_order(mine, others)] == ["system", "mic", "system"]


def test_nothing_gives_nothing() -> None:
    assert build_cues([]) == []
    assert build_cues([[], [Word(" \0 ", 0, 10, 1.0)]]) == []


TOKENS = st.one_of(
    st.sampled_from(
        [" the", " Maria", " meeting.", " and", ",", " wait,", " 3", "?", "'s", "会", "議。", "は", " 한국", "\0", " "]
    ),
    st.text(max_size=6).map(lambda text: " " + text),
    st.text(max_size=6),
)


@st.composite
def _utterances(draw: st.DrawFn, tidy: bool) -> list[list[Word]]:
    """Final utterances in order; untidy ones have words of no length, overlaps and steps back, as engines give them."""
    clock = 0
    spoken: list[list[Word]] = []
    for _ in range(draw(st.integers(0, 5))):
        clock += draw(st.integers(450 if tidy else 0, 4000))
        words: list[Word] = []
        for token in draw(st.lists(TOKENS.filter(plain) if tidy else TOKENS, max_size=25)):
            clock += draw(st.integers(0, 600)) if draw(st.booleans()) else 0
            length = draw(st.integers(20 if tidy else 0, 700))
            back = 0 if tidy else draw(st.integers(0, 150))
            words.append(Word(token, ms_to_samples(max(0, clock - back)), ms_to_samples(clock + length), 0.5))
            clock += length
        spoken.append(words)
    return spoken


STANDARDS = st.sampled_from(["netflix", "bbc", "dcmp", "none"])
LANGUAGES = st.sampled_from(["en", "de", "zh", "ja", "ko", "th", None])


def squeezed(texts: list[str]) -> str:
    return re.sub(r"\s", "", "".join(texts))


def check_cues(cues: list[Cue], spoken: list[list[Word]], standard: Standard, language: str | None) -> None:
    assert squeezed([cue.text for cue in cues]) == squeezed([one_line(word.text) for said in spoken for word in said])
    for cue in cues:
        rules = rules_for(standard, language or language_by_script("".join(word.text for word in cue.words)))
        if language is not None:
            lines = cue.text.split("\n")
            assert len(lines) <= rules.lines
            assert all(columns(line) <= rules.line_columns for line in lines)
        assert cue.start_ms >= cue.words[0].start_ms
        assert cue.end_ms >= max(word.end_ms for word in cue.words)
        assert cue.end_ms > cue.start_ms
        assert squeezed([word.text for word in cue.words]) == squeezed([cue.text])
        assert cue.text.strip() == cue.text
    for left, right in pairwise(cues):
        assert left.end_ms <= right.start_ms
        if language is not None:
            assert left.end_ms + rules_for(standard, language).gap_ms <= right.start_ms


@given(_utterances(tidy=False), STANDARDS, LANGUAGES)
def test_any_words_give_valid_cues(spoken: list[list[Word]], standard: Standard, language: str | None) -> None:
    check_cues(build_cues(spoken, standard=standard, language=language), spoken, standard, language)


@given(_utterances(tidy=False), STANDARDS, LANGUAGES, st.data())
def test_any_words_give_valid_cues_as_they_come(
    spoken: list[list[Word]], standard: Standard, language: str | None, data: st.DataObject
) -> None:
    builder = CueBuilder(standard=standard, language=language)
    cues = [cue for words in spoken for cue in builder.add(words, cut=data.draw(st.booleans()))]
    check_cues(cues + builder.finish(), spoken, standard, language)


@given(_utterances(tidy=True), STANDARDS, LANGUAGES)
def test_at_once_and_one_by_one_give_the_same_cues(
    spoken: list[list[Word]], standard: Standard, language: str | None
) -> None:
    builder = CueBuilder(standard=standard, language=language)
    live = [cue for words in spoken for cue in builder.add(words)] + builder.finish()
    offline = build_cues(spoken, standard=standard, language=language)
    assert [cue.text for cue in live] == [cue.text for cue in offline]
    assert [cue.words for cue in live] == [cue.words for cue in offline]
    for one, other in zip(live, offline, strict=True):
        # Only what follows an utterance is known earlier at once: a last cue may stay longer, the next begin in time.
        assert abs(one.start_ms - other.start_ms) <= TRAIL_MS


@given(_utterances(tidy=True))
def test_a_cue_reads_slowly_and_starts_with_its_word_where_there_is_room(spoken: list[list[Word]]) -> None:
    cues = build_cues(spoken, language="en")
    for cue, following in pairwise(cues):
        room = following.words[0].start_ms - 83
        wanted = cue.start_ms + min(7000, max(833, round(1000 * columns(cue.text.replace("\n", " ")) / 20)))
        assert cue.end_ms >= min(wanted, room) - 150
        assert cue.end_ms <= max(cue.words[-1].end_ms, wanted + 150, cue.start_ms + 200)
