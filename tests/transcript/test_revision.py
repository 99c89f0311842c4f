"""From a draft to a final transcript: changes word by word, taken over all or singly; what a person edited stays."""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from captioner.core.caption import Cue, CueWord
from captioner.core.library import CueChange, StoredCue
from captioner.transcript.recut import squeezed
from captioner.transcript.revision import Hunk, compare
from captioner.transcript.word_times import timed_pieces

VOCABULARY = ["the", "price", "of", "Anna", "Smith,", "meeting.", "We", "know", "don't", "你好", "世界。", "AI"]


def cue_of(texts: Sequence[str], start_ms: int, track: str = "", each_ms: int = 300) -> Cue:
    """A cue whose words follow each other."""
    words = tuple(
        CueWord(f" {text}", start_ms + each_ms * index, start_ms + each_ms * (index + 1) - 20, 0.9)
        for index, text in enumerate(texts)
    )
    return Cue(start_ms, words[-1].end_ms + 20, " ".join(texts), track, "", words)


def stored(cues: Sequence[Cue], edited: Sequence[int] = ()) -> list[StoredCue]:
    return [StoredCue(index + 1, cue, index in edited) for index, cue in enumerate(cues)]


def applied(old: Sequence[StoredCue], change: CueChange) -> list[StoredCue]:
    left = [entry for entry in old if entry not in change.removed]
    assert len(left) == len(old) - len(change.removed)
    return sorted([*left, *change.added], key=lambda entry: entry.cue.start_ms)


def words_of(cues: Sequence[Cue]) -> list[str]:
    return [word.text.strip() for cue in cues for word in timed_pieces(cue)]


def facts(hunks: Sequence[Hunk]) -> list[tuple[str, str]]:
    return [(hunk.old, hunk.new) for hunk in hunks]


OLD = [
    cue_of("We no the price.".split(), 0),
    cue_of("It is two high".split(), 3000),
    cue_of("for Ana Smith.".split(), 4200),
    cue_of("Thank you.".split(), 8000),
]
NEW = [
    cue_of("We know the price.".split(), 40),
    cue_of("It is too high for".split(), 2950),
    cue_of("Anna Smith.".split(), 4550),
    cue_of("Thank you.".split(), 8050),
    cue_of("Good bye.".split(), 12_000),
]


def test_what_changes_word_by_word() -> None:
    hunks = compare(stored(OLD, edited=[2]), NEW).hunks
    assert facts(hunks) == [("no", "know"), ("two", "too"), ("Ana", "Anna"), ("", "Good bye.")]
    assert [(hunk.before, hunk.after, hunk.edited) for hunk in hunks] == [
        ("We", "the price. It is two high", False),
        ("We no the price. It is", "high for Ana Smith. Thank you.", False),
        ("price. It is two high for", "Smith. Thank you.", True),
        ("high for Ana Smith. Thank you.", "", False),
    ]
    assert (hunks[0].start_ms, hunks[0].end_ms) == (300, 620)


def test_all_is_taken_over_but_what_was_edited() -> None:
    old = stored(OLD, edited=[2])
    result = applied(old, compare(old, NEW).accept(language="en"))
    assert [entry.cue.text for entry in result] == [
        "We know the price.",
        "It is too high",
        "for Ana Smith.",
        "Thank you.",
        "Good bye.",
    ]
    assert result[0].cue == NEW[0], "with its times"
    assert result[1].cue.words[2] == NEW[1].words[2]
    assert result[2:4] == old[2:4]
    assert [entry.language for entry in result] == ["en", None, None, None, "en"]


def test_what_was_edited_is_taken_over_if_wished() -> None:
    old = stored(OLD, edited=[2])
    comparison = compare(old, NEW)
    result = applied(old, comparison.accept(comparison.hunks))
    assert [entry.cue for entry in result] == [*NEW[:3], OLD[3], NEW[4]]


def test_single_changes() -> None:
    old = stored(OLD)
    comparison = compare(old, NEW)
    assert comparison.accept([]) == CueChange()
    result = applied(old, comparison.accept(comparison.hunks[1:2]))
    assert [entry.cue.text for entry in result] == [
        "We no the price.",
        "It is too high",
        "for Ana Smith.",
        "Thank you.",
    ]
    assert result[1].id == 2
    assert applied(old, comparison.accept(comparison.hunks[3:]))[4].cue == NEW[4]


def test_words_that_only_come_in_or_go() -> None:
    old = stored([cue_of("We know price.".split(), 0), cue_of(["Well."], 3000), cue_of(["Bye."], 9000)])
    new = [cue_of("We know the price now.".split(), 0), cue_of(["Bye."], 9000)]
    comparison = compare(old, new)
    assert facts(comparison.hunks) == [("price.", "the price now."), ("Well.", "")]
    result = applied(old, comparison.accept())
    assert [entry.cue.text for entry in result] == ["We know the price now.", "Bye."]


def test_names_of_speakers_stay() -> None:
    old = stored([replace(cue, speaker="Anna" if cue.start_ms < 4000 else "Bob") for cue in OLD])
    result = applied(old, compare(old, NEW).accept())
    assert [entry.cue.speaker for entry in result] == ["Anna", "Bob", "Bob", "Bob", "Bob"]


def test_tracks_are_compared_by_themselves() -> None:
    old = stored([cue_of(["Yes."], 0, "mic"), cue_of(["So"], 100, "system")])
    new = [cue_of(["Yes."], 0, "mic"), cue_of(["No"], 100, "system"), cue_of(["What?"], 5000, "other")]
    assert [(hunk.track, hunk.old, hunk.new) for hunk in compare(old, new).hunks] == [
        ("system", "So", "No"),
        ("other", "", "What?"),
    ]


def test_chinese_words_that_are_parted_elsewhere_are_the_same() -> None:
    old = [
        replace(
            cue_of(["你好世界。"], 0),
            text="你好世界。",
            words=(CueWord("你好", 0, 300, 1), CueWord("世界。", 300, 600, 1)),
        )
    ]
    new = [
        replace(
            cue_of(["你好世界。"], 0),
            text="你好世界。",
            words=(CueWord("你", 0, 100, 1), CueWord("好世界。", 100, 600, 1)),
        )
    ]
    assert compare(stored(old), new).hunks == ()


@st.composite
def revisions(draw: st.DrawFn) -> tuple[list[StoredCue], list[Cue]]:
    """Two transcripts of the same speech: other words here and there, other cues, times that differ a little."""
    old: list[Cue] = []
    new: list[Cue] = []
    at_ms = 0
    for _ in range(draw(st.integers(1, 4))):
        said = draw(st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=14))
        heard = [
            other
            for text in said
            for other in draw(st.sampled_from([[text]] * 6 + [[], [text, "uh"], ["something"], ["some", "thing"]]))
        ]
        for cues, texts, jitter_ms in ((old, said, 0), (new, heard, draw(st.integers(-60, 60)))):
            while texts:
                count = draw(st.integers(1, len(texts)))
                start_ms = max(0, at_ms + jitter_ms) + 300 * (len(said if cues is old else heard) - len(texts))
                cues.append(cue_of(texts[:count], start_ms))
                texts = texts[count:]
        at_ms += 300 * max(len(said), len(heard)) + draw(st.sampled_from([100, 1000, 4000]))
    edited = draw(st.sets(st.integers(0, len(old) - 1)))
    return stored(old, sorted(edited)), new


@given(revisions())
def test_the_same_has_no_changes(given_: tuple[list[StoredCue], list[Cue]]) -> None:
    old, _ = given_
    assert compare(old, [entry.cue for entry in old]).hunks == ()


@given(revisions())
def test_all_changes_make_the_new_words(given_: tuple[list[StoredCue], list[Cue]]) -> None:
    old, new = given_
    comparison = compare(old, new)
    result = applied(old, comparison.accept(comparison.hunks))
    assert sorted(words_of([entry.cue for entry in result])) == sorted(words_of(new))


@given(revisions())
def test_what_a_person_edited_stays_exactly(given_: tuple[list[StoredCue], list[Cue]]) -> None:
    old, new = given_
    change = compare(old, new).accept()
    assert not any(entry.edited for entry in change.removed)
    ids = [entry.id for entry in applied(old, change) if entry.id]
    assert len(ids) == len(set(ids))


@given(revisions(), st.data())
def test_any_choice_changes_these_words_and_no_others(
    given_: tuple[list[StoredCue], list[Cue]], data: st.DataObject
) -> None:
    old, new = given_
    comparison = compare(old, new)
    chosen = [hunk for hunk in comparison.hunks if data.draw(st.booleans())]
    change = comparison.accept(chosen)
    result = applied(old, change)
    expected = words_of([entry.cue for entry in old])
    for hunk in chosen:
        for word in words_of([cue_of(hunk.old.split(), 0)] if hunk.old else []):
            expected.remove(word)
        expected += words_of([cue_of(hunk.new.split(), 0)] if hunk.new else [])
    assert sorted(words_of([entry.cue for entry in result])) == sorted(expected)
    for entry in change.added:
        assert squeezed("".join(word.text for word in entry.cue.words)) == squeezed(entry.cue.text)
        assert entry.cue.start_ms <= entry.cue.words[0].start_ms
        assert entry.cue.start_ms < entry.cue.end_ms
