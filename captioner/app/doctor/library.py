"""What the doctor tells about the library: whether it opens, and which sessions wait to be recovered."""

from collections.abc import Iterator
from pathlib import Path

from captioner.app.folders import Folders
from captioner.audio.examination import Finding
from captioner.core.errors import CaptionerError
from captioner.transcript.library import Library


def examine_library(places: Folders) -> Iterator[Finding]:
    """The library, and the sessions that were cut off; nothing where there is no library yet."""
    if not places.library.exists():
        return
    try:
        library = Library.open(places.library)
    except CaptionerError as error:
        yield Finding("error", "Library", error.message, error.hint)
        return
    try:
        for notice in library.notices:
            yield Finding("warning", "Library", notice.text, notice.hint)
        count = len(library.sessions())
        yield Finding("ok", "Library", f"{count} {'session' if count == 1 else 'sessions'} in {places.library}")
        if cut_off := len(library.cut_off()):
            yield Finding(
                "warning",
                "Sessions to recover",
                "1 session was cut off" if cut_off == 1 else f"{cut_off} sessions were cut off",
                "Transcribe the rest of them: captioner recover",
            )
    except CaptionerError as error:
        yield Finding("error", "Library", error.message, error.hint)
    finally:
        library.close()


def spools_of_sessions(places: Folders) -> set[Path]:
    """The sound that belongs to sessions that can be recovered. None where the library cannot be asked."""
    if not places.library.exists():
        return set()
    try:
        library = Library.open(places.library)
    except CaptionerError:
        return set()
    try:
        return {rest.spool for session in library.cut_off() for rest in library.unheard(session.id)}
    except CaptionerError:
        return set()
    finally:
        library.close()
