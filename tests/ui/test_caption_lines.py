import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest
from captions import caption
from hypothesis import given
from hypothesis import strategies as st

from captioner.ui.caption_lines import MAX_TURNS, CaptionLines, Position


@dataclass
class Columns:
    """Breaks at spaces after so many characters, as a fixed-width font would; a longer word anywhere."""

    width: int
    calls: list[tuple[list[int], int]] = field(default_factory=list)

    def __call__(self, text: str, said: str, language: str | None, starts: Sequence[int], keep: int) -> list[int]:
        self.calls.append((list(starts), keep))
        found = list(starts)
        while len(text) - found[-1] > self.width:
            begin = found[-1]
            fitting = text.rfind(" ", begin + 1, begin + self.width + 1) + 1
            found.append(max(fitting if fitting > begin else begin + self.width, keep))
            if found[-1] >= len(text):
                found.pop()
                break
        return found


def texts(lines: CaptionLines, count: int) -> list[str | None]:
    return [row.text if row else None for row in lines.window(lines.bottom, count)]


def test_one_speaker_flows_on() -> None:
    lines = CaptionLines(Columns(20))
    lines.show(caption(1, "Good morning.", final=True))
    lines.show(caption(2, "We begin", " now", start_s=3.5))
    assert texts(lines, 3) == [None, "Good morning. We", "begin now"]
    row = lines.window(lines.bottom, 1)[0]
    assert row is not None
    assert row.text[: row.solid] == "begin"


@pytest.mark.parametrize(
    ("second", "why"),
    [
        (caption(2, "Yes.", start_s=6), "a pause"),
        (caption(2, "Yes.", track="mic", start_s=3.1), "another speaker"),
        (caption(2, "Ja.", language="de", start_s=3.1), "another language"),
    ],
)
def test_a_new_turn_begins_a_row_after(second: object, why: str) -> None:
    lines = CaptionLines(Columns(40))
    lines.show(caption(1, "Are you there?", final=True))
    lines.show(second)  # type: ignore[arg-type]
    assert texts(lines, 2)[0] == "Are you there?", why


def test_names_stand_before_turns_of_two_speakers() -> None:
    lines = CaptionLines(Columns(40))
    lines.rename({"mic": "You", "system": "Others"}, shown=True)
    lines.show(caption(1, "Hello?", track="mic", final=True))
    lines.show(caption(2, "Yes", " we hear"))
    first, second = lines.window(lines.bottom, 2)
    assert first is not None
    assert second is not None
    assert (first.text, first.speaker, first.text[: first.name]) == ("You: Hello?", 0, "You:")
    assert (second.text, second.speaker, second.text[: second.solid]) == ("Others: Yes we hear", 1, "Others: Yes")


def test_chinese_goes_on_without_a_space() -> None:
    lines = CaptionLines(Columns(40))
    lines.show(caption(1, "你好。", final=True, language="zh"))
    lines.show(caption(2, "", "我们开始", start_s=3.2, language="zh"))
    assert texts(lines, 1) == ["你好。我们开始"]


def test_a_shorter_tentative_text_leaves_its_row_empty_until_it_is_refilled() -> None:
    lines = CaptionLines(Columns(10))
    lines.show(caption(1, "one two", " three four"))
    assert texts(lines, 2) == ["one two", "three four"]
    lines.show(caption(1, "one two", "", revision=1))
    assert texts(lines, 2) == ["one two", None]
    lines.show(caption(1, "one two", revision=2, final=True))
    lines.show(caption(2, "other", track="mic", start_s=3.2))
    assert texts(lines, 3) == [None, "one two", "other"]


def test_an_older_turn_that_grows_pushes_only_itself_up() -> None:
    lines = CaptionLines(Columns(10))
    lines.show(caption(1, "first", track="mic"))
    lines.show(caption(1, "second"))
    lines.show(caption(1, "first goes on", track="mic", revision=1))
    assert texts(lines, 3) == ["first goes", "on", "second"]


def test_committed_text_that_changes_is_a_bug_of_the_sender() -> None:
    lines = CaptionLines(Columns(10))
    lines.show(caption(1, "one"))
    with pytest.raises(ValueError, match="committed text changed"):
        lines.show(caption(1, "two", revision=1))


def test_what_is_late_or_empty_changes_nothing() -> None:
    lines = CaptionLines(Columns(10))
    assert not lines.show(caption(1, ""))
    assert lines.show(caption(1, "one", revision=4))
    assert not lines.show(caption(1, "", "o", revision=3))
    assert not lines.show(caption(1, "one", revision=5))
    assert texts(lines, 1) == ["one"]


def test_selected_text_is_a_line_a_turn() -> None:
    lines = CaptionLines(Columns(8))
    lines.show(caption(1, "one two three", final=True))
    lines.show(caption(2, "four five", track="mic", final=True))
    assert lines.text_between(*lines.everything()) == "one two three\nfour five"
    assert lines.text_between(Position(1, 4), Position(0, 4)) == "two three\nfour"


def test_history_is_bounded_and_its_end_is_found() -> None:
    lines = CaptionLines(Columns(30))
    for index in range(MAX_TURNS + 50):
        lines.show(caption(index, f"turn {index}", track=("mic", "system")[index % 2], final=index % 7 != 0))
    oldest = lines.first_row(-1_000_000)
    assert lines.bottom - oldest == MAX_TURNS
    assert lines.first_row(lines.bottom - 10) == lines.bottom - 10
    assert [row and row.text for row in lines.window(oldest + 1, 2)] == [None, "turn 50"]


def test_another_width_breaks_everything_anew() -> None:
    lines = CaptionLines(Columns(40))
    lines.show(caption(1, "one two three four", final=True))
    lines.show(caption(2, "five six seven", track="mic", final=True))
    bottom = lines.bottom
    lines.rebreak(Columns(9))
    assert texts(lines, 5) == ["one two", "three", "four", "five six", "seven"]
    assert lines.bottom == bottom


_WORDS = st.lists(st.sampled_from(["a", "we", "and", "speech", "recognition", "internationalization"]), max_size=12)


@st.composite
def _talks(draw: st.DrawFn) -> list[tuple[str, list[str], list[list[str]], int]]:
    """Utterances of two tracks: track, words, tentative words of each revision, and how many are open at once."""
    return [
        (
            draw(st.sampled_from(["mic", "system"])),
            draw(_WORDS),
            draw(st.lists(_WORDS, max_size=4)),
            draw(st.integers(0, 1)),
        )
        for _ in range(draw(st.integers(1, 8)))
    ]


@given(talk=_talks(), width=st.integers(6, 40), count=st.integers(1, 8))
def test_committed_characters_never_leave_their_row_and_rows_only_roll_up(
    talk: list[tuple[str, list[str], list[list[str]], int]], width: int, count: int
) -> None:
    breaker = Columns(width)
    lines = CaptionLines(breaker)
    places: dict[tuple[int, int], tuple[int, str]] = {}  # turn, offset → row start, character
    bottom = 0
    second = 0.0
    for number, (track, words, tentatives, pause) in enumerate(talk):
        second += 1 + 3 * pause
        for revision, tentative in enumerate([*tentatives, []]):
            final = revision == len(tentatives)
            solid = words if final else words[: len(words) * revision // (len(tentatives) + 1)]
            stable, rest = " ".join(solid), " ".join(tentative)
            lead = " " if stable and rest else ""
            lines.show(
                caption(number, stable, lead + rest, revision=revision, final=final, track=track, start_s=second)
            )
            assert lines.bottom >= bottom
            bottom = lines.bottom
            for row in lines.window(bottom, count):
                if row is None:
                    continue
                assert row.solid <= len(row.text)
                for index, char in enumerate(row.text[: row.solid]):
                    at = (row.turn, row.start + index)
                    assert places.setdefault(at, (row.start, char)) == (row.start, char)
            whole = lines.text_between(*lines.everything())
            assert stable in re.sub(r"\s", " ", whole)
    assert all(keep >= starts[-1] for starts, keep in breaker.calls)
