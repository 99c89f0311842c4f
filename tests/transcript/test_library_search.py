"""Full-text search in the scripts of the world, with what a person types."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from library_sessions import begin, cue, session_of

from captioner.core.library import Hit
from captioner.transcript.library import Library
from captioner.transcript.library.folding import index_text, tokens
from captioner.transcript.library.search import marks, phrases


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    library = Library.open(tmp_path / "library.sqlite3")
    yield library
    library.close()


def marked(hit: Hit) -> list[str]:
    return [hit.text[start:stop] for start, stop in hit.marks]


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("The quick brown fox", "quick", ["quick"]),
        ("The quick brown fox", "BRO the", ["The", "bro"]),
        ("Öffentliche Straße in Łódź", "offent strasse lodz", ["Öffent", "Straße", "Łódź"]),
        ("Le café de l'été", "cafe L'ÉTÉ", ["café", "l'été"]),
        ("re\u0301sume\u0301", "résu", ["re\u0301sume\u0301"]),
        ("don't do e-mail", "don't e-mail", ["don't", "e-mail"]),
        ("今天天气很好。我们去公园。", "天气", ["天气"]),
        ("今天天气很好。我们去公园。", "好", ["好"]),
        ("今天天气很好。我们去公园。", "公园 今天", ["今天", "公园"]),
        ("我买了iPhone手机", "iph", ["iPh"]),
        ("我买了iPhone手机", "e手", None),
        ("東京タワーへ行きます", "京タ", ["京タ"]),
        ("東京ﾀﾜｰへ", "タワー", ["ﾀﾜｰ"]),
        ("ガラス", "カラス", None),
        ("か\u3099くせい", "がく", ["か\u3099く"]),
        ("대한민국 학교에서", "한민", ["한민"]),
        ("대한민국 학교에서", "학교", ["학교"]),
        ("ภาษาไทยง่าย", "ไทย", ["ไทย"]),
        ("नमस्ते दुनिया", "नमस्ते", ["नमस्ते"]),
        ("مُحَمَّد", "محمد", ["مُحَمَّد"]),
        ("Привет, Ёлка", "ПРИВ елк", ["Прив", "Ёлк"]),
        ("Größe ½ Ｆｕｌｌ", "full", ["Ｆｕｌｌ"]),
        ('She said "hello" AND left', '"hello" AND', ["hello", "AND"]),
        ("a b", "a OR c", None),
        ("near the column: x*", "NEAR( column:x* ^", ["near", "column: x"]),
        ("snake_case", "case", ["case"]),
        ("nul\0inside", "inside", ["inside"]),
        ("𠮷野家", "𠮷", ["𠮷"]),
        ("emoji 😀 here", "😀 here", ["here"]),
    ],
)
def test_what_is_found_and_marked(library: Library, text: str, query: str, found: list[str] | None) -> None:
    session_of(library, [text])
    assert [marked(hit) for hit in library.search(query)] == ([] if found is None else [found])


@pytest.mark.parametrize("query", ["", " ", '"', "*", "-", "''", "( )", "\0", "😀", "\ud800"])
def test_nothing_to_look_for(library: Library, query: str) -> None:
    session_of(library, ["something"])
    assert library.search(query) == []


@given(st.text(max_size=40))
def test_no_query_is_an_error(query: str) -> None:
    ours = tokens(query)
    assert [token.text for token in ours] == index_text(query).split()
    assert all(query[token.start : token.stop] for token in ours)


@given(st.text(min_size=1, max_size=30), st.data())
def test_every_part_from_the_beginning_of_a_token_is_found_and_marked(text: str, data: st.DataObject) -> None:
    there = tokens(text)
    if not there:
        return
    first = data.draw(st.integers(0, len(there) - 1))
    last = data.draw(st.integers(first, len(there) - 1))
    part = text[there[first].start : there[last].stop]
    wanted = phrases(part)
    assert wanted
    spans = marks(text, wanted)
    assert spans
    assert any(start <= there[first].start < stop for start, stop in spans)
    assert all(0 <= start < stop <= len(text) for start, stop in spans)
    assert all(before[1] < after[0] for before, after in pairwise(spans))


def test_newest_sessions_first_each_in_order_of_time(library: Library) -> None:
    new = session_of(library, ["word"], began_ms=3000)
    old = session_of(library, ["word", "word"], began_ms=1000)
    running = begin(library, began_ms=2000)
    running.add([cue(5000, "word later")])
    running.add([cue(1000, "word before", track="system")])
    hits = library.search("word")
    assert [(hit.session, hit.start_ms) for hit in hits] == [
        (new, 0),
        (running.id, 1000),
        (running.id, 5000),
        (old, 0),
        (old, 10_000),
    ]
    assert {(hit.began_ms, hit.title) for hit in hits} == {(n * 1000, "Meeting") for n in (1, 2, 3)}
    assert library.cues(running.id)[0].id == hits[1].cue
    assert len(library.search("word", limit=2)) == 2
    running.end(0)


def test_what_was_changed_is_found_as_it_is_now(library: Library) -> None:
    session = session_of(library, ["Old words", "Others"])
    library.rename(session, "title with words")
    assert [hit.text for hit in library.search("words")] == ["Old words"]
