"""What every format of cues has in common: its name, which options mean something to it, what is made ready before
writing, what it says about losses.
"""

import codecs
from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import ClassVar, Literal

from captioner.core.caption import Cue
from captioner.core.message import Message
from captioner.transcript.plain_text import one_line, plain
from captioner.transcript.recut import rebroken, recut
from captioner.transcript.standards import language_by_script, rules_for

Encoding = Literal["utf-8", "utf-16", "gb18030"]
"""Encodings that hold every character, so that no text is lost: for the web, for old Windows programs, for China."""

Option = Literal["line_columns", "lines", "names", "encoding", "bom", "line_ends", "words"]


@dataclass(frozen=True, slots=True)
class WriteOptions:
    """How to write a file. A format leaves out of account what means nothing to it: see ``CueFormat.takes``.

    ``line_columns`` (4 or more) breaks the text anew into lines at most so wide, in columns as ``standards`` counts
    them; ``lines`` cuts a cue that has more lines into several. None leaves both as they are. ``names`` tells who
    speaks. ``bom`` puts a byte order mark before UTF-8; UTF-16 always has one. ``words`` adds the times of words.
    """

    line_columns: int | None = None
    lines: int | None = None
    names: bool = True
    encoding: Encoding = "utf-8"
    bom: bool = False
    line_ends: Literal["\n", "\r\n"] = "\n"
    words: bool = False


@dataclass(frozen=True, slots=True)
class About:
    """What a file tells of the session beside its words; ``began`` is in the time zone to show it in."""

    title: str = ""
    began: datetime | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """A file as it goes to the disk, and what the user must know about it, a line each."""

    data: bytes
    warnings: tuple[str, ...] = ()


class CueFormat(ABC):
    """A kind of file for cues.

    ``name`` is what the user types, ``extension`` begins with a point, ``takes`` are the options that mean something
    here, ``last_ms`` is the latest time it can hold and ``tick_ms`` its finest step.
    """

    name: ClassVar[str]
    extension: ClassVar[str]
    title: ClassVar[str]
    takes: ClassVar[frozenset[Option]]
    last_ms: ClassVar[int | None] = None
    tick_ms: ClassVar[int] = 1

    def write(self, cues: Iterable[Cue], *, about: About | None = None, options: WriteOptions | None = None) -> Written:
        """The cues as a file, in order of time."""
        about, options = about or About(), options or WriteOptions()
        about = replace(about, title=one_line(about.title))
        ready = sorted(
            (cue for given in cues for cue in self._fitted(given, options, about.language)),
            key=lambda cue: (cue.start_ms, cue.end_ms),
        )
        late = sum(self.last_ms is not None and cue.end_ms >= self.last_ms for cue in ready)
        warnings: tuple[str, ...] = ()
        if late and self.last_ms is not None:
            warnings = (
                Message(
                    "{format} cannot hold times past {hours} hours: {cues} cues stand at the limit.",
                    format=self.title,
                    hours=(self.last_ms + 1) // 3_600_000,
                    cues=late,
                ),
            )
        return Written(self._file(ready, about, options), warnings)

    def ready(self, cue: Cue) -> Cue | None:
        """The cue with text and times that the format can hold, or None if no text is left."""
        text = plain(cue.text)
        if not text:
            return None
        tick = self.tick_ms
        start_ms = max(0, cue.start_ms) // tick * tick
        # Down as well: two cues that follow each other without a gap must not overlap by a tick.
        end_ms = max(start_ms + tick, cue.end_ms // tick * tick)
        if self.last_ms is not None:
            start_ms, end_ms = min(start_ms, self.last_ms - tick), min(end_ms, self.last_ms)
        return replace(cue, start_ms=start_ms, end_ms=end_ms, text=text, speaker=one_line(cue.speaker))

    def _fitted(self, cue: Cue, options: WriteOptions, language: str | None) -> list[Cue]:
        """The cue ready and by the options: in several where its lines are too many."""
        if not options.names:
            cue = replace(cue, speaker="")
        ready = self.ready(cue)
        if ready is None:
            return []
        columns = options.line_columns if "line_columns" in self.takes else None
        lines = options.lines if "lines" in self.takes else None
        language = language or language_by_script(ready.text)
        if columns is not None:
            ready = rebroken(ready, columns, language)
        if lines is None or ready.text.count("\n") < lines:
            return [ready]
        rules = replace(rules_for("none", language), lines=lines)
        rules = replace(rules, line_columns=columns or rules_for("netflix", language).line_columns)
        return [part for cut in recut(ready, rules, language) if (part := self.ready(cut)) is not None]

    @abstractmethod
    def _file(self, cues: Sequence[Cue], about: About, options: WriteOptions) -> bytes:
        """The file for cues that are ready, fitted and in order."""


class TextFormat(CueFormat):
    """A format that is a text file, in any encoding."""

    takes = frozenset[Option]({"line_columns", "lines", "names", "encoding", "bom", "line_ends"})

    def _file(self, cues: Sequence[Cue], about: About, options: WriteOptions) -> bytes:
        encoding = options.encoding if "encoding" in self.takes else "utf-8"
        text = self._text(cues, about, replace(options, encoding=encoding))
        if "line_ends" in self.takes:
            text = text.replace("\n", options.line_ends)
        if encoding == "utf-16":
            return codecs.BOM_UTF16_LE + text.encode("utf-16-le")
        bom = codecs.BOM_UTF8 if options.bom and encoding == "utf-8" and "bom" in self.takes else b""
        return bom + text.encode(encoding)

    @abstractmethod
    def _text(self, cues: Sequence[Cue], about: About, options: WriteOptions) -> str:
        """The file's text, with line feeds, for cues that are ready."""


class ReadableFormat(TextFormat):
    """A format that keeps times, so that a file of it can be read again."""

    @abstractmethod
    def read(self, text: str) -> list[Cue]:
        """The cues of a file's text, clean. Raises InputError where it is no such file."""


LONGEST_MS = 1_000 * 3_600_000
"""Times in files past this, a thousand hours, are taken for damage."""


def clock(ms: int, decimal: str) -> str:
    """A time as HH:MM:SS and three decimals behind the given mark."""
    seconds, ms = divmod(ms, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02d}:{minutes:02d}:{seconds:02d}{decimal}{ms:03d}"


def milliseconds(hours: str | None, minutes: str, seconds: str, decimals: str) -> int:
    """The time that a clock's digits stand for; ``decimals`` are the digits behind the mark, as many as there are."""
    whole = (int(hours or 0) * 60 + int(minutes)) * 60 + int(seconds)
    return whole * 1000 + int(decimals[:3].ljust(3, "0"))
