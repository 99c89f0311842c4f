"""A transcript with the changes of another one in it, line by line."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st
from test_revision import NEW, OLD, VOCABULARY, cue_of, stored

from captioner.core.caption import Cue
from captioner.transcript.recut import squeezed
from captioner.transcript.revised_lines import RevisedLine, revised_lines
from captioner.transcript.revision import compare


def marked(line: RevisedLine) -> str:
    """What goes in brackets, what comes in braces."""
    marks = {"kept": "%", "removed": "[%]", "added": "{%}"}
    return "".join(marks[piece.kind].replace("%", piece.text) for piece in line.pieces)


def test_each_line_shows_what_goes_and_what_comes() -> None:
    lines = revised_lines(compare(stored(OLD, edited=[2]), NEW))
    assert [marked(line) for line in lines] == [
        "We[ no]{ know} the price.",
        "It is[ two]{ too} high",
        "for[ Ana]{ Anna} Smith.",
        "Thank you.",
        "{Good bye.}",
    ]
    assert [line.edited for line in lines] == [False, False, True, False, False]
    assert lines[-1].start_ms == 12_000


def test_words_that_only_come_stand_in_the_line_around_them_or_in_one_of_their_own() -> None:
    old = [cue_of(["We", "know"], 0), cue_of(["Bye."], 9000)]
    new = [cue_of(["We", "all", "know"], 0), cue_of(["Quite", "new."], 4000), cue_of(["Bye."], 9000)]
    lines = revised_lines(compare(stored(old), new))
    assert [(line.start_ms, marked(line)) for line in lines] == [
        (0, "We{ all} know"),
        (4000, "{Quite new.}"),
        (9000, "Bye."),
    ]


def test_chinese_is_written_without_spaces() -> None:
    old, new = Cue(0, 1000, "我们昨天说"), Cue(0, 1000, "我们今天说")
    (line,) = revised_lines(compare(stored([old]), [new]))
    assert marked(line) == "我们[昨]{今}天说"


_CUES = st.lists(st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=5), max_size=6).map(
    lambda texts: [cue_of(text, 2000 * index, "mic" if index % 3 else "system") for index, text in enumerate(texts)]
)


@given(_CUES, _CUES)
def test_no_word_of_either_is_lost_and_every_change_is_there_once(old: Sequence[Cue], new: Sequence[Cue]) -> None:
    comparison = compare(stored(old), new)
    lines = revised_lines(comparison)
    assert [line.start_ms for line in lines] == sorted(line.start_ms for line in lines)
    pieces = [piece for line in lines for piece in line.pieces]
    for hunk in comparison.hunks:
        own = [piece for piece in pieces if piece.hunk == hunk]
        assert squeezed("".join(piece.text for piece in own if piece.kind == "removed")) == squeezed(hunk.old)
        assert squeezed("".join(piece.text for piece in own if piece.kind == "added")) == squeezed(hunk.new)
    before = "".join(piece.text for piece in pieces if piece.kind != "added")
    after = "".join(piece.text for piece in pieces if piece.kind != "removed")
    assert sorted(squeezed(before)) == sorted(squeezed("".join(cue.text for cue in old)))
    assert sorted(squeezed(after)) == sorted(squeezed("".join(cue.text for cue in new)))
