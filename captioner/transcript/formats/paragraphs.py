"""Cues as paragraphs to read: one for each stretch of speech of one speaker."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from captioner.core.caption import Cue
from captioner.transcript.phrases import ends_sentence
from captioner.transcript.recut import joined, unbroken

PARAGRAPH_PAUSE_MS = 2000
"""A silence this long behind a sentence begins a paragraph; any silence five times as long does."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text on one line; ``speaker`` is "" where only one speaks or none is known."""

    start_ms: int
    speaker: str
    text: str

    @property
    def clock(self) -> str:
        """When it begins, as h:mm:ss."""
        minutes, seconds = divmod(self.start_ms // 1000, 60)
        return f"{minutes // 60}:{minutes % 60:02d}:{seconds:02d}"


def paragraphs_of(cues: Sequence[Cue]) -> list[Paragraph]:
    """The paragraphs of cues that are ready and in order."""
    named = len({cue.speaker for cue in cues}) > 1
    paragraphs: list[Paragraph] = []
    before: Cue | None = None
    for cue in cues:
        if before is not None and not _begins_paragraph(before, cue):
            paragraphs[-1] = replace(paragraphs[-1], text=joined(paragraphs[-1].text, unbroken(cue)))
        else:
            paragraphs.append(Paragraph(cue.start_ms, cue.speaker if named else "", unbroken(cue)))
        before = cue
    return paragraphs


def _begins_paragraph(before: Cue, cue: Cue) -> bool:
    if (before.track, before.speaker) != (cue.track, cue.speaker):
        return True
    pause_ms = cue.start_ms - before.end_ms
    return pause_ms >= PARAGRAPH_PAUSE_MS * (1 if ends_sentence(before.text, cue.text) else 5)
