"""Markdown to read and to go on writing in: title, date, and paragraphs with their time and speaker.

Written for CommonMark and GitHub's extension of it. Whatever would be a command there gets a backslash before it, which
every reader of Markdown takes away. A paragraph begins with its time, so that no text can begin a heading or a list.
"""

import re
from collections.abc import Sequence

from captioner.core.caption import Cue
from captioner.transcript.formats.base import About, TextFormat, WriteOptions
from captioner.transcript.formats.paragraphs import paragraphs_of

_COMMAND = re.compile(r"[\\`*_{}\[\]<>&#|~$^]")


class Markdown(TextFormat):
    """``.md``"""

    name = "md"
    extension = ".md"
    title = "Markdown"
    takes = TextFormat.takes - {"line_columns", "lines"}

    def _text(self, cues: Sequence[Cue], about: About, options: WriteOptions) -> str:
        blocks: list[str] = []
        if about.title:
            blocks.append(f"# {_escaped(about.title)}")
        if about.began is not None:
            blocks.append(f"*{about.began:%Y-%m-%d %H:%M}*")
        for part in paragraphs_of(cues):
            name = f"**{_escaped(part.speaker)}:** " if part.speaker else ""
            blocks.append(f"`{part.clock}` {name}{_escaped(part.text)}")
        return "\n\n".join(blocks) + "\n" if blocks else ""


def _escaped(text: str) -> str:
    return _COMMAND.sub(r"\\\g<0>", text)
