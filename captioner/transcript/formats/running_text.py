"""Plain text to read, without times: a paragraph for each stretch of speech, with names where several people speak."""

from collections.abc import Sequence

from captioner.core.caption import Cue
from captioner.transcript.formats.base import About, TextFormat, WriteOptions
from captioner.transcript.formats.paragraphs import paragraphs_of


class RunningText(TextFormat):
    """``.txt``"""

    name = "txt"
    extension = ".txt"
    title = "Plain text"
    takes = TextFormat.takes - {"line_columns", "lines"}

    def _text(self, cues: Sequence[Cue], about: About, options: WriteOptions) -> str:
        return "".join(
            f"{part.speaker}: {part.text}\n" if part.speaker else f"{part.text}\n" for part in paragraphs_of(cues)
        )
