"""What a terminal shows: checked on the text that goes to it, interpreted by a terminal in miniature."""

import io
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from captioner.app.terminal import TerminalCaptions, clock, printable, tail_that_fits, wrapped
from captioner.core.caption import Caption, Notice
from captioner.core.sound import SAMPLE_RATE
from captioner.transcript.plain_text import columns

SPOKEN = Caption(0, "mic", 0, "", "we need", False, 3 * SAMPLE_RATE, 4 * SAMPLE_RATE, 0.3)


class Tty(io.StringIO):
    """A terminal's stream."""

    def isatty(self) -> bool:
        return True

    def screen(self) -> list[str]:
        """The lines that stand there: understands carriage return, cursor up and clear to the end."""
        lines, row, column = [""], 0, 0
        for mark in re.findall(r"\x1b\[(?:\d*)[AJm]|[^\x1b]", self.getvalue()):
            if mark.endswith("A") and mark.startswith("\x1b"):
                row -= int(mark[2:-1])
            elif mark == "\x1b[J":
                lines = [*lines[:row], lines[row][:column]]
            elif mark == "\r":
                column = 0
            elif mark == "\n":
                row, column = row + 1, 0
                lines += [""] * (row + 1 - len(lines))
            elif not mark.startswith("\x1b"):
                lines[row] = lines[row][:column] + mark + lines[row][column + 1 :]
                column += 1
        return lines


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Tty:
    monkeypatch.setenv("COLUMNS", "40")
    return Tty()


def test_a_caption_forms_in_its_line_and_then_scrolls_up(screen: Tty) -> None:
    captions = TerminalCaptions({"mic": ""}, out=screen, errors=screen)
    captions.caption(SPOKEN)
    captions.caption(replace(SPOKEN, revision=1, stable="we need", tentative=" to go"))
    assert screen.screen() == ["         we need to go"]
    captions.caption(replace(SPOKEN, revision=2, stable="we need to go now", tentative="", final=True))
    captions.caption(replace(SPOKEN, utterance=1, tentative="yes"))
    assert screen.screen() == ["   0:03  we need to go now", "         yes"]
    captions.close()
    assert screen.screen() == ["   0:03  we need to go now", ""]


def test_two_speakers_form_side_by_side_with_their_names_and_a_notice_stays_above(screen: Tty) -> None:
    captions = TerminalCaptions({"mic": "You", "system": "Others"}, screen, screen, status=lambda: "levels")
    captions.caption(SPOKEN)
    captions.caption(replace(SPOKEN, utterance=1, track="system", tentative="hello"))
    captions.notice(Notice("warning", "The disk is full.", "Make room."))
    assert screen.screen() == [
        "Warning: The disk is full.",
        "  Make room.",
        "         You: we need",
        "         Others: hello",
        "levels",
    ]


def test_long_text_keeps_its_end_while_it_forms_and_is_wrapped_when_final(screen: Tty) -> None:
    captions = TerminalCaptions({"mic": ""}, out=screen, errors=screen)
    text = "the server was down for three hours yesterday"
    captions.caption(replace(SPOKEN, stable=text, tentative=""))
    [line] = screen.screen()
    assert len(line) == 39
    assert line.endswith("…own for three hours yesterday")
    captions.caption(replace(SPOKEN, revision=1, stable=text, tentative="", final=True))
    assert screen.screen()[:2] == ["   0:03  the server was down for three", "         hours yesterday"]


def test_a_pipe_gets_final_lines_only() -> None:
    out = io.StringIO()
    captions = TerminalCaptions({"mic": "You"}, out=out, errors=out)
    captions.caption(SPOKEN)
    captions.caption(replace(SPOKEN, revision=1, stable="we need to go now", final=True, tentative=""))
    captions.refresh()
    captions.close()
    assert out.getvalue() == "   0:03  You: we need to go now\n"


def test_recognized_text_cannot_command_the_terminal(screen: Tty) -> None:
    captions = TerminalCaptions({"mic": ""}, out=screen, errors=screen)
    captions.caption(replace(SPOKEN, stable="\x1b[2J\x07evil\r\nline", tentative=""))
    assert "\x1b[2J" not in screen.getvalue()
    assert "\x07" not in screen.getvalue()


@given(st.text(max_size=60), st.integers(2, 30))
def test_what_is_shown_fits(text: str, width: int) -> None:
    shown = tail_that_fits(printable(text), width)
    assert columns(shown) <= width
    for line in wrapped(printable(text), width, width):
        assert columns(line) <= width


@given(st.lists(st.text(st.characters(codec="utf-8", categories=["L"]), min_size=1, max_size=12), max_size=12))
def test_wrapping_loses_nothing(words: list[str]) -> None:
    text = " ".join(words)
    assert "".join(wrapped(text, 7, 11)).replace(" ", "") == text.replace(" ", "")


def test_clock() -> None:
    assert [clock(seconds) for seconds in (0, 59.9, 61, 3661, -1)] == ["0:00", "0:59", "1:01", "1:01:01", "0:00"]
