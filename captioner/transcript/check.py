"""What breaks a standard in a list of cues, and the mending of what can be mended without touching a word."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from captioner.core.caption import Cue
from captioner.core.settings import Standard
from captioner.transcript.faults import Demands, Finding, findings, tracks
from captioner.transcript.mending import Item, Mending


@dataclass(frozen=True, slots=True)
class Mended:
    """Mended cues in order of time. ``origins`` are the indices of the cues that each was made of, ``left`` what still
    breaks the standard.
    """

    cues: tuple[Cue, ...]
    origins: tuple[tuple[int, ...], ...]
    left: tuple[Finding, ...]


def check(cues: Sequence[Cue], standard: Standard, language: str | None = None) -> list[Finding]:
    """What breaks the standard, in the order of the cues.

    ``language`` is a Whisper code; None takes for each cue what its script tells, or the small words of all.
    """
    found = findings(cues, Demands(standard, language, cues))
    if not found:
        return []
    mended = mend(cues, standard, language)
    left = {(index, finding.fault) for finding in mended.left for index in mended.origins[finding.cue]}
    return [replace(finding, curable=(finding.cue, finding.fault) not in left) for finding in found]


def mend(cues: Sequence[Cue], standard: Standard, language: str | None = None) -> Mended:
    """Cure what can be cured: lines, ends, gaps, cues too long or too short, empty ones.

    Every word stays in its place, no cue begins before its first word or earlier than it did, and starts never
    decrease. A change is made only if it leaves fewer findings or, among as many, lesser ones; so mending what was
    mended changes nothing.
    """
    demands = Demands(standard, language, cues)
    mended: list[Item] = []
    for indices in tracks(cues):
        mended += Mending([Item(cues[index], (index,)) for index in indices], demands).done()
    mended.sort(key=lambda item: item.cue.start_ms)
    result = tuple(item.cue for item in mended)
    return Mended(result, tuple(item.origin for item in mended), tuple(findings(result, demands)))
