"""What the tests of the library share: sessions and cues to put into it."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from captioner.core.caption import Cue, CueWord
from captioner.core.library import SessionTrack
from captioner.transcript.library import Library, SessionWriter

MIC = SessionTrack("mic", "You")
SYSTEM = SessionTrack("system", "Others")


def cue(start_ms: int, text: str, *, track: str = "mic", speaker: str = "You") -> Cue:
    """A cue of a second for each word, every word with its times."""
    words = text.split()
    return Cue(
        start_ms,
        start_ms + 1000 * max(1, len(words)),
        text,
        track,
        speaker,
        tuple(
            CueWord(f" {word}", start_ms + 1000 * at, start_ms + 1000 * at + 900, 0.5 + at / 64)
            for at, word in enumerate(words)
        ),
    )


def begin(library: Library, title: str = "Meeting", began_ms: int = 1_000_000) -> SessionWriter:
    """A running session of two tracks."""
    return library.begin(title=title, began_ms=began_ms, tracks=(MIC, SYSTEM), model="small")


def session_of(library: Library, texts: Sequence[str], title: str = "Meeting", began_ms: int = 1_000_000) -> int:
    """A session that has ended, with a cue every ten seconds; its id."""
    writer = begin(library, title, began_ms)
    for at, text in enumerate(texts):
        writer.add([cue(10_000 * at, text)])
    writer.end(10_000 * len(texts))
    return writer.id


def texts_of(library: Library, session: int) -> list[str]:
    """What was said in a session, in order of time."""
    return [entry.cue.text for entry in library.cues(session)]


def names_in(folder: Path) -> Iterator[str]:
    """The names of the files in a folder."""
    return (found.name for found in sorted(folder.iterdir()))
