"""What the application tells at its start of sessions that were cut off."""

from collections.abc import Callable

from captioner.app.folders import Folders
from captioner.app.recovery import end_cut_off, only_recovery
from captioner.core.caption import Notice
from captioner.core.errors import LibraryError
from captioner.core.library import SessionInfo
from captioner.core.message import Message
from captioner.transcript.library import Library


def cut_off_notice(folders: Folders, titled: Callable[[SessionInfo], str]) -> Notice | None:
    """A notice of the sessions of which sound is left to be transcribed; those without any get their end here.

    ``titled`` gives what the interface calls a session. Raises OutputError or LibraryError.
    """
    if not folders.library.exists():
        return None
    library = Library.open(folders.library)
    try:
        cut_off = library.cut_off()
        waiting = [session for session in cut_off if library.unheard(session.id)]
        if others := [session for session in cut_off if session not in waiting]:
            _end(library, others, folders)
    finally:
        library.close()
    if not waiting:
        return None
    hint = Message("What was said is in the library. There you can also transcribe the rest of its sound.")
    if len(waiting) == 1:
        return Notice("warning", Message("The session {title} was cut off.", title=titled(waiting[0])), hint)
    return Notice("warning", Message("{count} sessions were cut off.", count=len(waiting)), hint)


def _end(library: Library, sessions: list[SessionInfo], folders: Folders) -> None:
    try:
        with only_recovery(folders):
            for session in sessions:
                end_cut_off(library, session)
    except LibraryError:  # somebody is at it already
        return
