"""Captions in a terminal: final lines scroll up with their time, what forms is repainted below them."""

import sys
import threading
import unicodedata
from collections.abc import Callable, Mapping
from shutil import get_terminal_size
from typing import TextIO

from captioner.core.caption import Caption, Notice
from captioner.core.sound import SAMPLE_RATE
from captioner.transcript.plain_text import columns

DIM = "\x1b[2m"
BOLD = "\x1b[1m"
RESET = "\x1b[0m"
CLEAR_BELOW = "\x1b[J"


def clock(seconds: float) -> str:
    """A length or a position: ``m:ss``, with hours where there are any."""
    whole = max(0, int(seconds))
    hours, minutes, rest = whole // 3600, whole // 60 % 60, whole % 60
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def cues_in_words(count: int) -> str:
    """So many cues."""
    return "1 cue" if count == 1 else f"{count} cues"


def printable(text: str) -> str:
    """Text that cannot move the cursor or change the terminal: controls and non-characters become spaces."""
    return "".join(" " if unicodedata.category(c) in ("Cc", "Cs", "Co", "Cn") else c for c in text)


def tail_that_fits(text: str, width: int) -> str:
    """The end of the text, with an ellipsis before it where something had to go."""
    if columns(text) <= width:
        return text
    room = width - 1
    kept: list[str] = []
    for c in reversed(text):
        room -= columns(c)
        if room < 0:
            break
        kept.append(c)
    return "…" + "".join(reversed(kept))


def wrapped(text: str, first: int, width: int) -> list[str]:
    """The text in lines of at most ``width`` columns, the first of ``first``; parted at spaces where there are any."""
    lines, line, room = [], "", max(1, first)
    for word in text.split(" "):
        glued = f"{line} {word}" if line else word
        if columns(glued) <= room:
            line = glued
            continue
        if line:
            lines.append(line)
            room = max(1, width)
        line = ""
        for c in word:
            if columns(line + c) > room and line:
                lines.append(line)
                line, room = "", max(1, width)
            line += c
    return [*lines, line]


class TerminalCaptions:
    """A CaptionSink that writes to a terminal; into a pipe or a file it writes final lines only.

    ``labels`` names the tracks. ``status`` gives a line under the captions (levels, delay), "" for none. Notices go to
    ``errors``. Called from several threads.
    """

    def __init__(
        self,
        labels: Mapping[str, str],
        out: TextIO | None = None,
        errors: TextIO | None = None,
        status: Callable[[], str] = lambda: "",
    ) -> None:
        self._labels = labels
        self._out = out or sys.stdout
        self._errors = errors or sys.stderr
        self._status = status
        self._live = self._out.isatty()
        self._lock = threading.Lock()
        self._forming: dict[str, Caption] = {}
        self._painted = 0

    def caption(self, caption: Caption) -> None:
        """Paint the caption's newest state."""
        with self._lock:
            if caption.final:
                self._forming.pop(caption.track, None)
                if caption.stable:
                    self._erase()
                    self._out.write(self._final_lines(caption) + "\n")
            else:
                self._forming[caption.track] = caption
            self._paint()

    def notice(self, notice: Notice) -> None:
        """Write the notice above what is forming."""
        with self._lock:
            self._erase()
            self._out.flush()
            print_notice(notice, self._errors)
            self._paint()

    def refresh(self) -> None:
        """Paint the status line anew."""
        if self._live:
            with self._lock:
                self._paint()

    def close(self) -> None:
        """Leave the final lines alone on the screen."""
        with self._lock:
            self._forming.clear()
            self._erase()
            self._out.flush()

    def _final_lines(self, caption: Caption) -> str:
        """Time, speaker and text; on a terminal the text hangs under its beginning."""
        name = self._labels.get(caption.track, "")
        label = f"{name}: " if name else ""
        time = f"{clock(caption.start / SAMPLE_RATE):>7}  "
        text = printable(caption.stable)
        if not self._live:
            return time + label + text
        width = get_terminal_size().columns - len(time)
        first, *rest = wrapped(text, width - columns(label), width)
        return "\n".join([f"{DIM}{time}{RESET}{BOLD}{label}{RESET}{first}", *(" " * len(time) + line for line in rest)])

    def _paint(self) -> None:
        if not self._live:
            self._out.flush()
            return
        width = get_terminal_size().columns - 1
        lines = [self._forming_line(caption, width) for caption in self._forming.values()]
        status = printable(self._status())
        if status:
            lines.append(DIM + tail_that_fits(status, width) + RESET)
        self._erase()
        self._out.write("\n".join(lines))
        self._painted = len(lines)
        self._out.flush()

    def _forming_line(self, caption: Caption, width: int) -> str:
        head = " " * 9 + (f"{self._labels[caption.track]}: " if self._labels.get(caption.track) else "")
        stable, tentative = printable(caption.stable), printable(caption.tentative)
        shown = tail_that_fits(stable + tentative, max(8, width - columns(head)))
        dim = min(len(tentative), len(shown))
        return f"{head}{shown[: len(shown) - dim]}{DIM}{shown[len(shown) - dim :]}{RESET}"

    def _erase(self) -> None:
        """Take back the lines under the final ones."""
        if self._painted:
            up = f"\x1b[{self._painted - 1}A" if self._painted > 1 else ""
            self._out.write(f"\r{up}{CLEAR_BELOW}")
            self._painted = 0


def print_notice(notice: Notice, out: TextIO) -> None:
    """One notice as one or two lines."""
    mark = {"info": "", "warning": "Warning: ", "error": "Error: "}[notice.severity]
    out.write(printable(f"{mark}{notice.text}") + "\n")
    if notice.hint:
        out.write("  " + printable(notice.hint) + "\n")
    out.flush()


class ProgressLine:
    """One line on a terminal that counts up; silent elsewhere. Text is only written when it changed."""

    def __init__(self, out: TextIO | None = None) -> None:
        self._out = out or sys.stderr
        self._live = self._out.isatty()
        self._text = ""

    def show(self, text: str) -> None:
        """Replace the line."""
        if self._live and text != self._text:
            fitted = tail_that_fits(printable(text), get_terminal_size().columns - 1)
            self._out.write(f"\r{fitted}{CLEAR_BELOW}")
            self._out.flush()
            self._text = text

    def clear(self) -> None:
        """Take the line away."""
        if self._live and self._text:
            self._out.write(f"\r{CLEAR_BELOW}")
            self._out.flush()
            self._text = ""
