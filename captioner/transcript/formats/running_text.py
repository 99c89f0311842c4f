"""Plain text to read, without times: a paragraph for each stretch of speech, with names where several people speak."""

from collections.abc import Sequence

from captioner.core.caption import Cue
from captioner.transcript.formats.base import CueFormat
from captioner.transcript.phrases import ends_sentence, ideographic
from captioner.transcript.plain_text import one_line

PARAGRAPH_PAUSE_MS = 2000
"""A silence this long behind a sentence begins a paragraph; any silence five times as long does."""


class RunningText(CueFormat):
    """``.txt``"""

    name = "txt"
    extension = ".txt"
    title = "Plain text"

    def _text(self, cues: Sequence[Cue], language: str, words: bool) -> str:
        named = len({cue.speaker for cue in cues}) > 1
        paragraphs: list[str] = []
        before: Cue | None = None
        for cue in cues:
            if before is not None and not _begins_paragraph(before, cue):
                paragraphs[-1] = joined(paragraphs[-1], unbroken(cue))
            else:
                name = f"{cue.speaker}: " if named and cue.speaker else ""
                paragraphs.append(name + unbroken(cue))
            before = cue
        return "".join(f"{paragraph}\n" for paragraph in paragraphs)


def unbroken(cue: Cue) -> str:
    """The text of a cue as one line: from its words where it has them, else its lines put together."""
    if cue.words:
        return one_line("".join(word.text for word in cue.words))
    first, *rest = cue.text.split("\n")
    for line in rest:
        first = joined(first, line)
    return first


def joined(left: str, right: str) -> str:
    """Two stretches of text as one, with a space where the script writes one."""
    return left + right if ideographic(left[-1]) and ideographic(right[0]) else f"{left} {right}"


def _begins_paragraph(before: Cue, cue: Cue) -> bool:
    if (before.track, before.speaker) != (cue.track, cue.speaker):
        return True
    pause_ms = cue.start_ms - before.end_ms
    return pause_ms >= PARAGRAPH_PAUSE_MS * (1 if ends_sentence(before.text, cue.text) else 5)
