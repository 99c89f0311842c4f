"""A library as the tests of the windows need it: real, small, and the same each time."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from captioner.core.caption import Cue, CueWord
from captioner.core.library import SessionTrack
from captioner.transcript.library import Library

T = TypeVar("T")

BEGAN_MS = 1_780_000_000_000
"""28 May 2026."""
HOUR_MS = 3_600_000
_TRACKS = (SessionTrack("mic", "You"), SessionTrack("system", "Others"))


def cue(start_ms: int, text: str, speaker: str = "You", *, unsure: tuple[str, ...] = (), last_ms: int = 1500) -> Cue:
    """A cue with its words spread over its time; those of ``unsure`` are doubtful."""
    track = {"You": "mic", "Others": "system"}.get(speaker, "mic")
    parts = text.replace("\n", " ").split(" ")
    step = last_ms // len(parts)
    words = tuple(
        CueWord(
            f" {part}" if at else part, start_ms + at * step, start_ms + (at + 1) * step, 0.2 if part in unsure else 0.9
        )
        for at, part in enumerate(parts)
    )
    return Cue(start_ms, start_ms + last_ms, text, track, speaker, words)


class LibraryFile:
    """A library on the disk; ``open`` is what the windows get."""

    def __init__(self, folder: Path, name: str = "library.db") -> None:
        self.path = folder / name

    def open(self) -> Library:
        """A connection of its own."""
        return Library.open(self.path)

    def ask(self, work: Callable[[Library], T]) -> T:
        """What the library says, through a connection beside the window's."""
        library = self.open()
        try:
            return work(library)
        finally:
            library.close()

    def keep(
        self,
        title: str,
        *cues: Cue,
        hours: float = 0,
        tags: tuple[str, ...] = (),
        recording: Path | None = None,
        end: bool = True,
    ) -> int:
        """Keep a session that began so many hours after the others; without an end it counts as cut off."""

        def work(library: Library) -> int:
            began = BEGAN_MS + round(hours * HOUR_MS)
            writer = library.begin(
                title=title, began_ms=began, tracks=_TRACKS, model="whisper base", language="en", recording=recording
            )
            writer.add(cues)
            if tags:
                library.tag(writer.id, tags)
            if end:
                writer.end(max(one.end_ms for one in cues))
            else:
                writer.leave()
            return writer.id

        return self.ask(work)

    def titles(self) -> list[str]:
        """What is listed, the newest first."""
        return [one.title for one in self.ask(lambda library: library.sessions())]

    def texts(self, session: int) -> list[str]:
        """The texts of a session's cues."""
        return [one.cue.text for one in self.ask(lambda library: library.cues(session))]
