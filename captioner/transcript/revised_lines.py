"""A transcript with the changes of another transcription in it: line by line, word by word, what stays, goes, comes."""

from dataclasses import dataclass
from typing import Literal

from captioner.transcript.recut import joined
from captioner.transcript.revision import Comparison, Hunk

PieceKind = Literal["kept", "removed", "added"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a line, with the space before them; ``hunk`` is the change that they belong to."""

    kind: PieceKind
    text: str
    hunk: Hunk | None = None


@dataclass(frozen=True, slots=True)
class RevisedLine:
    """An old cue with what becomes of its words, or words where no old cue is; ``edited`` by a person."""

    start_ms: int
    track: str
    speaker: str
    edited: bool
    pieces: tuple[Piece, ...]


def revised_lines(comparison: Comparison) -> list[RevisedLine]:
    """All lines of the transcript in order of time. A change may reach over several lines."""
    lines: list[RevisedLine] = []
    hunks = {hunk.number: hunk for hunk in comparison.hunks}
    for track in comparison.tracks:
        by_cue: dict[int, _Line] = {index: _Line() for index in range(len(track.old))}
        for step in track.steps:
            hunk = None if step.hunk is None else hunks[step.hunk]
            old, new = track.old_tokens[step.i1 : step.i2], track.new_tokens[step.j1 : step.j2]
            for token in old:
                by_cue[token.cue].add("removed" if hunk else "kept", token.word.text, hunk)
            if hunk is None or not new:
                continue
            home = old[-1].cue if old else next(iter(track.touches(step)), None)
            if home is not None:
                for token in new:
                    by_cue[home].add("added", token.word.text, hunk)
            else:
                alone = _Line()
                for token in new:
                    alone.add("added", token.word.text, hunk)
                cue = track.new[new[0].cue]
                lines.append(RevisedLine(new[0].word.start_ms, cue.track, cue.speaker, False, tuple(alone.pieces)))
        for entry, line in zip(track.old, by_cue.values(), strict=True):
            cue = entry.cue
            lines.append(RevisedLine(cue.start_ms, cue.track, cue.speaker, entry.edited, tuple(line.pieces)))
    return sorted(lines, key=lambda line: line.start_ms)


class _Line:
    """A line as it is put together."""

    def __init__(self) -> None:
        self._text = ""
        self.pieces: list[Piece] = []

    def add(self, kind: PieceKind, word: str, hunk: Hunk | None) -> None:
        """One word more."""
        spaced = word[:1].isspace() and self._text
        after = f"{self._text} {word.strip()}" if spaced else joined(self._text, word.strip())
        text = after[len(self._text) :]
        self._text = after
        last = self.pieces[-1] if self.pieces else None
        if last is not None and (last.kind, last.hunk) == (kind, hunk):
            self.pieces[-1] = Piece(kind, last.text + text, hunk)
        else:
            self.pieces.append(Piece(kind, text, hunk))
