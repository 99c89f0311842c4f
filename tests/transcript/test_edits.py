"""Edits of cues: words keep their times, nothing is lost, everything can be undone."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from cue_strategies import CHINESE, SPOKEN, spoken_cues, stored_talks, talks
from hypothesis import assume, given
from hypothesis import strategies as st

from captioner.core.caption import Cue, CueWord
from captioner.core.library import CueChange, SessionTrack, StoredCue
from captioner.transcript.check import check
from captioner.transcript.edits import (
    EditHistory,
    edit_text,
    mend_cues,
    merge_cues,
    occurrences,
    rename_speaker,
    replace_all,
    set_speaker,
    shift,
    split_cue,
)
from captioner.transcript.library import Library
from captioner.transcript.plain_text import plain
from captioner.transcript.recut import squeezed, unbroken


def spoken(text: str, *words: tuple[str, int, int], end_ms: int = 5000) -> StoredCue:
    return StoredCue(7, Cue(0, end_ms, text, words=tuple(CueWord(*word, 0.5) for word in words)))


MORNING = spoken("Good mourning\neverybody.", (" Good", 0, 400), (" mourning", 400, 1000), (" everybody.", 1200, 2000))


def words_of(change: CueChange) -> list[tuple[str, int, int, float]]:
    return [
        (word.text, word.start_ms, word.end_ms, word.probability) for entry in change.added for word in entry.cue.words
    ]


def test_a_corrected_word_takes_the_time_of_the_old_one() -> None:
    change = edit_text(MORNING, "Good morning\neverybody.")
    assert change.removed == (MORNING,)
    assert [(entry.id, entry.edited, entry.cue.text) for entry in change.added] == [
        (7, True, "Good morning\neverybody.")
    ]
    assert words_of(change) == [(" Good", 0, 400, 0.5), (" morning", 400, 1000, 1.0), (" everybody.", 1200, 2000, 0.5)]


def test_new_words_share_what_is_between() -> None:
    assert words_of(edit_text(MORNING, "Good mourning, dear everybody."))[1:] == [
        (" mourning,", 400, 815, 1.0),
        (" dear", 815, 1000, 1.0),
        (" everybody.", 1200, 2000, 0.5),
    ]
    assert words_of(edit_text(MORNING, "Good mourning dear everybody."))[2] == (" dear", 1000, 1200, 1.0)
    assert words_of(edit_text(MORNING, "Good mourning everybody. Welcome!"))[3] == (" Welcome!", 2000, 5000, 1.0)
    assert words_of(edit_text(MORNING, "mourning everybody.")) == [
        (" mourning", 400, 1000, 0.5),
        (" everybody.", 1200, 2000, 0.5),
    ]


def test_words_that_are_not_pieces_of_the_text() -> None:
    entry = spoken("你好世界，don't", ("你好世", 0, 300), ("界，", 300, 500), ("don", 500, 600), ("'t", 600, 700))
    assert words_of(edit_text(entry, "你们好世界，don't")) == [
        ("你", 0, 100, 0.5),
        ("们", 100, 100, 1.0),
        ("好", 100, 200, 0.5),
        ("世", 200, 300, 0.5),
        ("界，", 300, 500, 0.5),
        ("don", 500, 600, 0.5),
        ("'t", 600, 700, 0.5),
    ]


def test_no_change_and_no_text() -> None:
    assert edit_text(MORNING, "Hi \n\n there \u2028you.") == edit_text(MORNING, "Hi\nthere\nyou.")
    assert edit_text(MORNING, f" {MORNING.cue.text}\n") == CueChange()
    assert edit_text(MORNING, " \n\0") == CueChange(removed=(MORNING,))
    bare = replace(MORNING, cue=replace(MORNING.cue, words=()))
    assert edit_text(bare, "Hi.").added[0].cue == Cue(0, 5000, "Hi.")


def test_a_split_takes_the_time_of_the_word_there() -> None:
    change = split_cue(MORNING, len("Good "))
    assert change is not None
    left, right = change.added
    assert (left.id, right.id) == (7, 0)
    assert (left.cue.start_ms, left.cue.end_ms, left.cue.text) == (0, 400, "Good")
    assert (right.cue.start_ms, right.cue.end_ms, right.cue.text) == (400, 5000, "mourning\neverybody.")
    inside = split_cue(MORNING, len("Good mour"))
    assert inside is not None
    assert [entry.cue.text for entry in inside.added] == ["Good mour", "ning\neverybody."]
    assert inside.added[1].cue.words[0] == CueWord("ning", 700, 1000, 0.5)
    bare = split_cue(StoredCue(1, Cue(1000, 3000, "half half")), 5)
    assert bare is not None
    assert [(entry.cue.start_ms, entry.cue.end_ms, entry.cue.words) for entry in bare.added] == [
        (1000, 2000, ()), (2000, 3000, ()),
    ]  # fmt: skip


@pytest.mark.parametrize("offset", [0, -3, 24, 100])
def test_nothing_is_split_off(offset: int) -> None:
    assert split_cue(MORNING, offset if offset >= 0 else 0) is None


def test_merging_takes_all() -> None:
    other = StoredCue(9, Cue(6000, 8000, "Next.", "mic", "B"))
    change = merge_cues([MORNING, other])
    (merged,) = change.added
    assert change.removed == (MORNING, other)
    assert (merged.id, merged.edited, merged.cue.speaker) == (7, True, "")
    assert (merged.cue.start_ms, merged.cue.end_ms) == (0, 8000)
    assert merged.cue.text == "Good mourning\neverybody.\nNext."
    assert merged.cue.words[-1] == CueWord(" Next.", 6000, 8000, 1.0)
    assert merge_cues([MORNING]) == CueChange()


def test_shifting_never_goes_below_zero() -> None:
    later = StoredCue(9, Cue(6000, 8000, "Next.", words=(CueWord(" Next.", 6100, 7000, 1),)))
    (moved,) = shift([later], -1500).added
    assert (moved.cue.start_ms, moved.cue.end_ms, moved.cue.words[0].start_ms) == (4500, 6500, 4600)
    assert [entry.cue.start_ms for entry in shift([later], -9000).added] == [0]
    assert shift([MORNING, later], -9000) == CueChange(), "distances stay"
    assert shift([], 5) == CueChange()


def test_speakers() -> None:
    cues = [StoredCue(index, Cue(index, index + 1, "x", speaker=name)) for index, name in enumerate(["A", "B", "A"])]
    assert [entry.cue.speaker for entry in rename_speaker(cues, "A", " Anna\n").added] == ["Anna", "Anna"]
    assert [entry.id for entry in set_speaker(cues, "B").removed] == [0, 2]
    mic = SessionTrack("mic", "A")
    assert rename_speaker(cues, "A", "C", (mic, SessionTrack("system", "B"))).renamed == (
        (mic, SessionTrack("mic", "C")),
    )
    assert not rename_speaker(cues, "A", "A", (mic,)), "nothing changes"


@pytest.mark.parametrize(
    ("needle", "options", "found"),
    [
        ("the", {}, ["The", "the", "the"]),
        ("the", {"match_case": True}, ["the", "the"]),
        ("the", {"whole_words": True}, ["The", "the"]),
        ("the end", {}, ["the\nend"]),
        ("a.c", {}, []),
        ("  ", {}, []),
        ("", {}, []),
    ],
)
def test_occurrences(needle: str, options: dict[str, bool], found: list[str]) -> None:
    text = "The other abc: the\nend."
    assert [text[start:stop] for start, stop in occurrences(text, needle, **options)] == found


def test_replacing_everywhere() -> None:
    cues = [MORNING, StoredCue(8, Cue(0, 9, "No such.")), StoredCue(9, Cue(0, 9, "Mourning"))]
    change = replace_all(cues, "mourning", r"\1morning")
    assert [entry.cue.text for entry in change.added] == ["Good \\1morning\neverybody.", "\\1morning"]
    assert change.added[0].cue.words[1].start_ms == 400
    assert replace_all(cues, "MOURNING", "x", match_case=True) == CueChange()
    assert replace_all(cues, "Mourning", "", match_case=True) == CueChange(removed=(cues[2],))


@given(spoken_cues(), st.lists(st.one_of(SPOKEN, CHINESE, st.text(" \n你a-", max_size=3)), max_size=20))
def test_words_always_tell_the_text_in_order_of_time(cue: Cue, texts: list[str]) -> None:
    stored = StoredCue(1, cue)
    text = " ".join(texts)
    for entry in edit_text(stored, text).added:
        words = entry.cue.words
        assert squeezed("".join(word.text for word in words)) == squeezed(text)
        assert all(left.start_ms <= right.start_ms for left, right in pairwise(words))
        assert all(cue.start_ms <= word.start_ms <= word.end_ms <= cue.end_ms for word in words)
        again = edit_text(entry, cue.text).added
        assert again == () or squeezed(again[0].cue.text) == squeezed(cue.text)


@given(spoken_cues(), st.data())
def test_words_before_and_behind_an_edit_stay_as_they_are(cue: Cue, data: st.DataObject) -> None:
    line = unbroken(cue)
    assume(" " in line and all(word.text[0] == " " for word in cue.words))
    at = data.draw(st.sampled_from([index for index, char in enumerate(line) if char == " "]))
    (entry,) = edit_text(StoredCue(1, cue), f"{line[:at]} NEW{line[at:]}").added
    kept = [word for word in entry.cue.words if word.text != " NEW"]
    assert [(word.text.strip(), word.start_ms, word.probability) for word in kept] == [
        (word.text.strip(), word.start_ms, word.probability) for word in cue.words
    ]


@given(spoken_cues(), st.data(), st.booleans())
def test_merging_what_was_split_gives_it_back(cue: Cue, data: st.DataObject, bare: bool) -> None:
    assume(len(cue.text) > 1)
    stored = StoredCue(1, replace(cue, words=()) if bare else cue)
    change = split_cue(stored, data.draw(st.integers(1, len(cue.text) - 1)))
    assert change is not None
    left, right = change.added
    assert stored.cue.start_ms == left.cue.start_ms <= left.cue.end_ms == right.cue.start_ms <= right.cue.end_ms
    assert right.cue.end_ms == stored.cue.end_ms
    (merged,) = merge_cues([left, right]).added
    assert (merged.cue.start_ms, merged.cue.end_ms) == (stored.cue.start_ms, stored.cue.end_ms)
    assert squeezed(merged.cue.text) == squeezed(stored.cue.text)
    assert squeezed("".join(word.text for word in merged.cue.words)) == ("" if bare else squeezed(cue.text))
    assert bool(merged.cue.words) == (not bare)


class Shelf:
    """What the library does with changes: an added cue that has an id which is free keeps it, others get a new one."""

    def __init__(self, cues: list[StoredCue]) -> None:
        self.cues = {entry.id: entry for entry in cues}
        self._next = 1000

    def change(self, change: CueChange) -> CueChange:
        for entry in change.removed:
            assert self.cues.pop(entry.id) == entry
        added = []
        for entry in change.added:
            if entry.id == 0 or entry.id in self.cues:
                self._next += 1
                entry = replace(entry, id=self._next)
            self.cues[entry.id] = entry
            added.append(entry)
        return CueChange(change.removed, tuple(added))


Edit = Callable[[list[StoredCue], int], CueChange | None]

EDITS: list[Edit] = [
    lambda cues, number: edit_text(cues[number % len(cues)], "something else entirely"),
    lambda cues, number: edit_text(cues[number % len(cues)], ""),
    lambda cues, number: split_cue(cues[number % len(cues)], number),
    lambda cues, number: merge_cues(cues[number % len(cues) :][:2]),
    lambda cues, number: shift(cues[number % len(cues) :], number - 10),
    lambda cues, _: set_speaker(cues, "You"),
    lambda cues, _: replace_all(cues, "the", "THE"),
    lambda cues, _: mend_cues(cues, "netflix"),
]


@given(stored_talks(), st.lists(st.tuples(st.sampled_from(EDITS), st.integers(0, 30)), max_size=8), st.data())
def test_undo_gives_back_exactly(cues: list[StoredCue], edits: list[tuple[Edit, int]], data: st.DataObject) -> None:
    shelf, history = Shelf(cues), EditHistory()
    states = [dict(shelf.cues)]
    for edit, number in edits:
        there = sorted(shelf.cues.values(), key=lambda entry: entry.cue.start_ms)
        change = edit(there, number) if there else None
        if change is not None and change != CueChange():
            assert change != change.inverse
            history.push(shelf.change(change))
            states.append(dict(shelf.cues))
    at = len(states) - 1
    for back in data.draw(st.lists(st.booleans(), max_size=12)):
        assert (history.can_undo, history.can_redo) == (at > 0, at + 1 < len(states))
        step = history.undo() if back else history.redo()
        assert (step is None) == ((at == 0) if back else (at + 1 == len(states)))
        if step is not None:
            shelf.change(step)
            at += -1 if back else 1
            assert shelf.cues == states[at]


def test_a_new_change_forgets_what_was_undone() -> None:
    history = EditHistory()
    history.push(edit_text(MORNING, "One."))
    history.undo()
    history.push(edit_text(MORNING, "Two."))
    assert not history.can_redo
    assert history.redo() is None


@given(talks())
def test_mending_changes_only_what_it_must(cues: list[Cue]) -> None:
    stored = [StoredCue(number, cue, language="en") for number, cue in enumerate(cues, 1)]
    change = mend_cues(stored, "netflix", "en")
    left = [entry for entry in stored if entry not in change.removed]
    assert not {entry.cue for entry in change.added} & {entry.cue for entry in change.removed}
    assert not any(entry.edited for entry in change.added)
    ids = [entry.id for entry in (*left, *change.added) if entry.id]
    assert len(ids) == len(set(ids))
    result = [entry.cue for entry in (*left, *change.added)]
    assert all(plain(cue.text) for cue in result)
    assert len(check(result, "netflix", "en")) <= len(check(cues, "netflix", "en"))
    in_order = sorted(result, key=lambda cue: cue.start_ms)
    again = [StoredCue(number, cue, language="en") for number, cue in enumerate(in_order, 1)]
    assert mend_cues(again, "netflix", "en") == CueChange()


def test_the_library_takes_every_edit_and_gives_back_what_was(tmp_path: Path) -> None:
    library = Library.open(tmp_path / "library.db")
    try:
        writer = library.begin(title="Talk", began_ms=0, tracks=(SessionTrack(""),), model="base")
        writer.add([MORNING.cue, Cue(6000, 8000, "The end of the talk."), Cue(9000, 9100, "Bye.")])
        writer.end(10_000)
        before, history = library.cues(writer.id), EditHistory()
        for edit in EDITS:
            there = library.cues(writer.id)
            change = edit(there, 2) if there else None
            if change is not None and change != CueChange():
                history.push(library.change(writer.id, change))
        after = library.cues(writer.id)
        assert after != before
        while (step := history.undo()) is not None:
            library.change(writer.id, step)
        assert library.cues(writer.id) == before, "with their ids"
        while (step := history.redo()) is not None:
            library.change(writer.id, step)
        assert library.cues(writer.id) == after
    finally:
        library.close()
