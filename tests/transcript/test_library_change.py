"""Changes of cues against a plain list that they are made to as well."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from library_sessions import begin, cue, session_of

from captioner.core.caption import Cue, CueWord
from captioner.core.errors import LibraryConflict, LibraryError
from captioner.core.library import CueChange, StoredCue
from captioner.transcript.library import Library
from captioner.transcript.library.folding import index_text, tokens

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
TIMES = st.integers(0, 10**10)
WORDS = st.builds(CueWord, TEXTS, TIMES, TIMES, st.floats(0, 1))
CUES = st.builds(Cue, TIMES, TIMES, TEXTS, TEXTS, TEXTS, st.lists(WORDS, max_size=4).map(tuple))
ENTRIES = st.builds(StoredCue, st.just(0), CUES, st.booleans(), st.none() | st.sampled_from(["en", "zh"]))


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    library = Library.open(tmp_path / "library.sqlite3")
    yield library
    library.close()


class Changes(RuleBasedStateMachine):
    """A library and a list that go through the same changes; a history to undo them."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.library = Library.open(Path(self.folder.name) / "library.sqlite3")
        self.writer = begin(self.library, "title")
        self.model: list[StoredCue] = []
        self.done: list[CueChange] = []
        self.words: set[str] = set()

    def teardown(self) -> None:
        self.writer.end(0)
        self.library.close()
        self.folder.cleanup()

    @rule(cues=st.lists(CUES, max_size=4))
    def add(self, cues: list[Cue]) -> None:
        self.writer.add(cues, language="en")
        known = {entry.id for entry in self.model}
        new = [entry for entry in self.library.cues(self.writer.id) if entry.id not in known]
        assert [entry.cue for entry in sorted(new, key=lambda entry: entry.id)] == cues
        self.model += new

    @rule(data=st.data(), added=st.lists(ENTRIES, max_size=3))
    def change(self, data: st.DataObject, added: list[StoredCue]) -> None:
        removed = data.draw(st.lists(st.sampled_from(self.model), unique=True, max_size=3)) if self.model else []
        if removed and added:
            added[0] = replace(added[0], id=removed[0].id)
        self.make(CueChange(tuple(removed), tuple(added)))

    @precondition(lambda self: self.done)
    @rule()
    def undo(self) -> None:
        last = self.done.pop()
        made = self.make(last.inverse)
        self.done.pop()
        assert made.added == last.removed

    def make(self, change: CueChange) -> CueChange:
        made = self.library.change(self.writer.id, change)
        assert [replace(entry, id=0) for entry in made.added] == [replace(entry, id=0) for entry in change.added]
        assert made.removed == change.removed
        gone = {entry.id for entry in made.removed}
        self.model = [entry for entry in self.model if entry.id not in gone] + list(made.added)
        self.done.append(made)
        return made

    @invariant()
    def both_are_the_same(self) -> None:
        in_time = sorted(self.model, key=lambda entry: (entry.cue.start_ms, entry.id))
        assert self.library.cues(self.writer.id) == in_time
        session = self.library.session(self.writer.id)
        assert session is not None
        assert session.cues == len(in_time)
        assert session.words == sum(len(index_text(entry.cue.text).split()) for entry in in_time)
        assert (session.first_words == "") == (not "".join(entry.cue.text for entry in in_time[:8]).split())
        assert session.duration_ms >= max((entry.cue.end_ms for entry in in_time), default=0)

    @invariant()
    def what_is_there_is_found_and_nothing_else(self) -> None:
        for text in (entry.cue.text for entry in self.model):
            self.words |= {text[token.start : token.stop] for token in tokens(text)}
        for word in self.words:
            folded = index_text(word)
            there = {entry.id for entry in self.model if f" {folded}" in f" {index_text(entry.cue.text)}"}
            assert {hit.cue for hit in self.library.search(word)} == there


TestChanges = Changes.TestCase
TestChanges.settings = settings(max_examples=15, stateful_step_count=8)


def test_a_cue_that_is_not_as_given_any_more_is_a_conflict(library: Library) -> None:
    session = session_of(library, ["first", "second"])
    first, second = library.cues(session)
    library.change(session, CueChange((first,), (replace(first, cue=cue(0, "changed"), edited=True),)))
    before = library.cues(session)
    with pytest.raises(LibraryConflict, match="another window"):
        library.change(session, CueChange((second, first), (replace(second, cue=cue(0, "lost")),)))
    assert library.cues(session) == before
    assert library.search("lost") == []
    library.change(session, CueChange((second,)))
    with pytest.raises(LibraryConflict):
        library.change(session, CueChange((second,)))


def test_cues_of_another_session_stay(library: Library) -> None:
    ours, theirs = session_of(library, ["ours"]), session_of(library, ["theirs"])
    (foreign,) = library.cues(theirs)
    with pytest.raises(LibraryConflict):
        library.change(ours, CueChange((foreign,)))
    made = library.change(ours, CueChange((), (foreign,)))
    assert made.added[0].id not in (0, foreign.id)
    assert library.cues(theirs) == [foreign]
    with pytest.raises(LibraryError, match="no session"):
        library.change(77, CueChange())


def test_an_id_is_given_to_one_cue_only(library: Library) -> None:
    session = session_of(library, ["one"])
    (one,) = library.cues(session)
    made = library.change(session, CueChange((one,), (one, one, replace(one, id=one.id + 1000))))
    assert made.added[0] == one
    assert len({entry.id for entry in made.added}) == 3
    removed = library.change(session, CueChange(made.added[1:]))
    again = library.change(session, CueChange((), (replace(one, id=0),)))
    assert again.added[0].id not in {entry.id for entry in removed.removed}


def test_a_changed_text_is_found_by_its_new_words_only(library: Library) -> None:
    session = session_of(library, ["the old words", "more words"])
    old = library.cues(session)[0]
    library.change(session, CueChange((old,), (replace(old, cue=replace(old.cue, text="the new ones")),)))
    assert [hit.text for hit in library.search("new")] == ["the new ones"]
    assert library.search("old") == []
    assert [hit.text for hit in library.search("words")] == ["more words"]
