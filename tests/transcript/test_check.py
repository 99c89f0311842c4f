"""What breaks a standard is found and measured; mending cures it without losing a word."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
from cue_strategies import talks
from hypothesis import given
from hypothesis import strategies as st

from captioner.core.caption import Cue, CueWord
from captioner.core.settings import Standard
from captioner.core.sound import seconds_to_samples
from captioner.core.speech import Word
from captioner.transcript import build_cues
from captioner.transcript.check import check, mend
from captioner.transcript.recut import squeezed

STANDARDS = st.sampled_from(["netflix", "bbc", "dcmp", "none"])


def facts(cues: list[Cue], standard: Standard = "netflix", language: str | None = "en") -> list[tuple[object, ...]]:
    found = check(cues, standard, language)
    return [(finding.cue, finding.fault, finding.value, finding.limit, finding.curable) for finding in found]


def test_a_good_list_has_no_findings() -> None:
    assert facts([Cue(0, 2000, "Good morning everyone,\nand welcome."), Cue(2083, 4000, "Thank you.")]) == []


def test_every_fault_is_found_measured_and_told_curable() -> None:
    assert facts([Cue(0, 2000, " \n\0")]) == [(0, "empty", 0, 1, True)]
    assert facts([Cue(0, 3000, "x" * 43)]) == [(0, "line too long", 43, 42, True)]
    assert facts([Cue(0, 3000, "one\ntwo\nthree")]) == [(0, "too many lines", 3, 2, True)]
    assert facts([Cue(0, 800, "No.")]) == [(0, "too short", 800, 833, True)]
    assert facts([Cue(0, 7001, "No.")]) == [(0, "too long", 7001, 7000, True)]
    assert facts([Cue(0, 1000, "a" * 21)]) == [(0, "too fast", 21, 20, True)]
    assert facts([Cue(0, 2000, "One."), Cue(2050, 4000, "Two.")]) == [(0, "gap too short", 50, 83, True)]
    assert facts([Cue(0, 2500, "One."), Cue(2000, 4000, "Two.")]) == [(0, "overlap", 500, 0, True)]


def test_what_the_speech_forces_cannot_be_cured() -> None:
    said = tuple(CueWord(" " + "a" * 19, 1000 * index, 1000 * index + 1100, 0.9) for index in range(6))
    fast = [
        Cue(first.start_ms, second.end_ms, f"{first.text.strip()}\n{second.text.strip()}", words=(first, second))
        for first, second in zip(said[::2], said[1::2], strict=True)
    ]
    assert facts(fast, "dcmp") == [
        (0, "too fast", 185.7, 160, False),
        (0, "overlap", 100, 0, False),
        (1, "too fast", 185.7, 160, False),
        (1, "overlap", 100, 0, False),
        (2, "too fast", 185.7, 160, True),
    ]


def test_units_are_those_of_the_standard() -> None:
    fast = [Cue(0, 2000, "one two three four five six seven\neight nine ten")]
    (bbc,) = check(fast, "bbc", "en")
    assert (bbc.fault, bbc.value, bbc.limit, bbc.unit) == ("too fast", 240.0, 170, "words a minute")
    (chinese,) = check([Cue(0, 1000, "今天的会议讨论预算问题")], "netflix")
    assert (chinese.value, chinese.limit, chinese.unit) == (11, 9, "characters a second")
    (wide,) = check([Cue(0, 5000, "今天的会议讨论预算问题今天的会议讨")], "netflix")
    assert (wide.fault, wide.value, wide.limit) == ("line too long", 17, 16)


def test_chinese_characters_alone_take_the_rules_of_the_other_cues() -> None:
    kanji = Cue(0, 9000, "東京都知事選挙立候補者名簿東京都知事選挙")  # 20 of them: too wide for Chinese
    assert "line too long" in {finding.fault for finding in check([kanji], "netflix")}
    with_kana = [kanji, Cue(10_000, 12_000, "そうです。")]
    assert "line too long" not in {finding.fault for finding in check(with_kana, "netflix")}


def test_tracks_may_be_shown_at_the_same_time() -> None:
    assert facts([Cue(0, 3000, "I think", "mic"), Cue(1000, 3000, "No.", "system")]) == []
    assert facts([Cue(0, 3000, "I think", speaker="A"), Cue(1000, 3000, "No.", speaker="B")]) == []


def test_no_standard_demands_only_what_makes_sense() -> None:
    cues = [Cue(0, 100, "much too fast " * 20), Cue(90, 20_000, "a\nb\nc\nd")]
    assert facts(cues, "none") == [(0, "overlap", 10, 0, True)]


def test_an_end_before_its_start_is_too_short() -> None:
    assert facts([Cue(2000, 1000, "No.")]) == [(0, "too short", -1000, 833, True)]
    (cue,) = mend([Cue(2000, 1000, "No.")], "netflix").cues
    assert (cue.start_ms, cue.end_ms) == (2000, 2833)


def texts(cues: list[Cue], standard: Standard = "netflix") -> list[tuple[int, int, str]]:
    return [(cue.start_ms, cue.end_ms, cue.text) for cue in mend(cues, standard, "en").cues]


def test_lines_are_broken_again() -> None:
    long = "Good morning everyone, and welcome to the meeting."
    assert texts([Cue(0, 4000, long)]) == [(0, 4000, "Good morning everyone,\nand welcome to the meeting.")]
    dialogue = "- Where is the agenda of this meeting, please?\n- Here."
    assert [text for _, _, text in texts([Cue(0, 4000, dialogue)])] == [
        "- Where is the agenda\nof this meeting, please?",
        "- Here.",
    ]


def test_a_cue_is_cut_where_its_words_let_it() -> None:
    said = "We will talk about the budget. Then we will have lunch. After lunch there is the talk of Dr. Smith."
    words = tuple(
        CueWord(f" {text}", 400 * index, 400 * index + 390, 0.9) for index, text in enumerate(said.split(" "))
    )
    cue = Cue(0, 8500, said, words=words)
    mended = mend([cue], "netflix", "en")
    assert [part.text for part in mended.cues] == [
        "We will talk about the budget.",
        "Then we will have lunch.",
        "After lunch there is the talk\nof Dr. Smith.",
    ]
    assert [part.start_ms for part in mended.cues] == [0, 2473, 4473]
    assert "".join(word.text for part in mended.cues for word in part.words) == f" {said}"
    assert (mended.origins, mended.left) == (((0,), (0,), (0,)), ())


def test_ends_move_and_starts_hardly() -> None:
    assert texts([Cue(0, 500, "Yes, I know."), Cue(3000, 4000, "Good.")])[0] == (0, 833, "Yes, I know.")
    assert texts([Cue(0, 2100, "One thing."), Cue(2000, 4000, "Two.")])[0] == (0, 1917, "One thing.")
    first = Cue(0, 2000, "One thing.", words=(CueWord(" One thing.", 0, 2000, 1),))
    second = Cue(2000, 4000, "Two.", words=(CueWord(" Two.", 2000, 3900, 1),))
    assert [start for start, _, _ in texts([first, second])] == [0, 2083]


def test_cues_too_short_to_see_are_joined() -> None:
    cues = [Cue(0, 400, "Yes."), Cue(483, 2000, "I know that.")]
    assert texts(cues) == [(0, 2000, "Yes. I know that.")]
    assert len(texts([Cue(0, 400, "Yes."), Cue(5000, 7000, "I know that.")])) == 2
    fast = [Cue(0, 400, "Good morning everyone, and welcome to this."), Cue(1900, 4000, "Thank you.")]
    assert texts(fast)[0][:2] == (0, 1817), "what is said next is not shown long before"


@given(talks(), STANDARDS, st.sampled_from(["en", "zh", None]))
def test_mending_keeps_every_word_and_makes_nothing_worse(
    cues: list[Cue], standard: Standard, language: str | None
) -> None:
    mended = mend(cues, standard, language)
    for track in ("", "mic"):
        before, after = ([cue for cue in those if cue.track == track] for those in (cues, mended.cues))
        assert squeezed("".join(cue.text for cue in after)) == squeezed("".join(cue.text for cue in before))
    assert all(left.start_ms <= right.start_ms for left, right in pairwise(mended.cues))
    assert all(cue.start_ms < cue.end_ms for cue in mended.cues)
    for cue, origin in zip(mended.cues, mended.origins, strict=True):
        first = min(cues[index].start_ms for index in origin)
        assert cue.start_ms >= min([first, *(word.start_ms for word in cue.words[:1])])
        if cue.words:
            assert squeezed("".join(word.text for word in cue.words)) == squeezed(cue.text)
            assert cue.start_ms >= min(cue.words[0].start_ms, first)
    found = check(cues, standard, language)
    assert len(mended.left) <= len(found)
    left = {(index, finding.fault) for finding in mended.left for index in mended.origins[finding.cue]}
    assert all(finding.curable == ((finding.cue, finding.fault) not in left) for finding in found)


@given(talks(), STANDARDS)
def test_mending_what_is_mended_changes_nothing(cues: list[Cue], standard: Standard) -> None:
    once = mend(cues, standard)
    assert mend(once.cues, standard).cues == once.cues


times = st.integers(0, 20_000)


@given(
    st.lists(st.builds(Cue, times, times, st.text("ab .,\n你—-<", max_size=120), st.sampled_from(["", "x"]))), STANDARDS
)
def test_anything_that_a_file_may_hold_is_mended(cues: list[Cue], standard: Standard) -> None:
    mended = mend(cues, standard)
    assert len(mended.left) <= len(check(cues, standard))
    assert mend(mended.cues, standard).cues == mended.cues
    in_order = sorted(cues, key=lambda cue: cue.start_ms)
    for track in ("", "x"):
        before, after = ([cue for cue in those if cue.track == track] for those in (in_order, mended.cues))
        assert squeezed("".join(cue.text for cue in after)) == squeezed("".join(cue.text for cue in before))


MANIFEST = [
    json.loads(line)
    for line in (Path(__file__).parent.parent / "data/speech/manifest.jsonl").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize("standard", ["netflix", "bbc", "dcmp", "none"])
def test_our_own_cues_keep_the_standard_as_far_as_the_speech_lets_them(standard: Standard) -> None:
    for entry in MANIFEST:
        if not entry.get("utterances"):
            continue
        utterances = [
            [
                Word(f" {text}", seconds_to_samples(start), seconds_to_samples(end), 1.0)
                for text, start, end in one["words"]
            ]
            for one in entry["utterances"]
        ]
        cues = build_cues(utterances, standard=standard, language="en")
        found = check(cues, standard, "en")
        assert {finding.fault for finding in found} <= {"too fast", "too short"}, entry["file"]
        assert not any(finding.curable for finding in found), entry["file"]
        assert mend(cues, standard, "en").cues == tuple(cues)
