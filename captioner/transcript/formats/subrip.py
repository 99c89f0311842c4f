"""SubRip, the subtitles that everything plays.

SubRip has no escapes: players take ``<b>`` for bold and ``{\\an8}`` for a place on the screen, and ``-->`` anywhere may
be taken for a line of times. So an invisible word joiner (U+2060) parts what would be a command; the reader takes it
out again, and clean text never holds one. A speaker stands before the words, as "Name: ".
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from captioner.core.caption import Cue
from captioner.core.errors import InputError
from captioner.transcript.formats.base import About, ReadableFormat, WriteOptions, clock
from captioner.transcript.formats.timed_lines import timed_blocks
from captioner.transcript.plain_text import WORD_JOINER, plain

_COMMAND = re.compile(r"<(?= *[/!]? *[a-zA-Z])|\{(?=\\)|\\(?=[nNh])|&(?=#?\w+;)|--(?=>)")
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]*>|\{\\[^{}\n]*\}")


class SubRip(ReadableFormat):
    """``.srt``"""

    name = "srt"
    extension = ".srt"
    title = "SubRip"
    last_ms = 100 * 3_600_000 - 1

    def ready(self, cue: Cue) -> Cue | None:
        """As of any format, with the speaker's name before the words."""
        ready = super().ready(cue)
        if ready is None or not ready.speaker:
            return ready
        name = f"{ready.speaker}: "
        first, rest = ready.words[:1], ready.words[1:]
        words = (*(replace(word, text=name + word.text.lstrip()) for word in first), *rest)
        return replace(ready, text=name + ready.text, speaker="", words=words)

    def _text(self, cues: Sequence[Cue], about: About, options: WriteOptions) -> str:
        return "".join(f"{number}\n{self.unnumbered(cue)}" for number, cue in enumerate(cues, 1))

    def unnumbered(self, cue: Cue) -> str:
        """A cue that is ``ready``, without the line of its number and with the blank line behind it."""
        text = _COMMAND.sub(rf"\g<0>{WORD_JOINER}", cue.text)
        return f"{clock(cue.start_ms, ',')} --> {clock(cue.end_ms, ',')}\n{text}\n\n"

    def read(self, text: str) -> list[Cue]:
        """The cues; tags are dropped, and a speaker's name stays in the text."""
        # Plain text takes the word joiners out.
        cues = [Cue(start, end, plain(_TAG.sub("", body))) for start, end, body in timed_blocks(text.splitlines())]
        if not cues and text.strip("\ufeff \r\n\t"):
            raise InputError("This is not a SubRip file: no cue was found in it.")
        return [cue for cue in cues if cue.text]
