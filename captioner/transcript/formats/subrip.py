"""SubRip, the subtitles that everything plays.

SubRip has no escapes: players take ``<b>`` for bold and ``{\\an8}`` for a place on the screen, and ``-->`` anywhere may
be taken for a line of times. So an invisible word joiner (U+2060) parts what would be a command; the reader takes it
out again, and clean text never holds one. A speaker stands before the words, as "Name: ".
"""

import re
from collections.abc import Sequence

from captioner.core.caption import Cue
from captioner.core.errors import InputError
from captioner.transcript.formats.base import ReadableFormat, clock, milliseconds
from captioner.transcript.plain_text import WORD_JOINER, plain

_COMMAND = re.compile(r"<(?= *[/!]? *[a-zA-Z])|\{(?=\\)|\\(?=[nNh])|&(?=#?\w+;)|--(?=>)")
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]*>|\{\\[^{}\n]*\}")
_TIMES = re.compile(
    r"\s*(\d{1,4}):(\d{1,2}):(\d{1,2})[,.](\d{1,3})\s*-->\s*(\d{1,4}):(\d{1,2}):(\d{1,2})[,.](\d{1,3})(?:\s.*)?"
)


class SubRip(ReadableFormat):
    """``.srt``"""

    name = "srt"
    extension = ".srt"
    title = "SubRip"
    last_ms = 100 * 3_600_000 - 1

    def _text(self, cues: Sequence[Cue], language: str, words: bool) -> str:
        return "".join(f"{number}\n{self.unnumbered(cue)}" for number, cue in enumerate(cues, 1))

    def unnumbered(self, cue: Cue) -> str:
        """A cue that is ``ready``, without the line of its number and with the blank line behind it."""
        text = f"{cue.speaker}: {cue.text}" if cue.speaker else cue.text
        text = _COMMAND.sub(rf"\g<0>{WORD_JOINER}", text)
        return f"{clock(cue.start_ms, ',')} --> {clock(cue.end_ms, ',')}\n{text}\n\n"

    def read(self, text: str) -> list[Cue]:
        """The cues; tags are dropped, and a speaker's name stays in the text."""
        cues: list[Cue] = []
        lines = text.removeprefix("\ufeff").splitlines()
        index = 0
        while index < len(lines):
            times = _TIMES.fullmatch(lines[index])
            index += 1
            if times is None:
                continue
            first = index
            while index < len(lines) and lines[index].strip() and not _TIMES.fullmatch(lines[index]):
                index += 1
            # Plain text takes the word joiners out.
            body = plain(_TAG.sub("", "\n".join(lines[first:index])))
            start = milliseconds(*times.group(1, 2, 3, 4))
            if body:
                cues.append(Cue(start, milliseconds(*times.group(5, 6, 7, 8)), body))
        if not cues and text.strip("\ufeff \r\n\t"):
            raise InputError("This is not a SubRip file: no cue was found in it.")
        return cues
