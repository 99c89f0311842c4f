"""Sessions of the library as the command line names and finds them."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from captioner.app.folders import Folders
from captioner.app.session_titles import title_of
from captioner.app.terminal import print_notice
from captioner.core.errors import LibraryError
from captioner.core.library import SessionInfo
from captioner.core.message import Message
from captioner.transcript.library import Library

NEWEST = "last"
"""What the newest session is called."""


@contextmanager
def opened_library(folders: Folders) -> Iterator[Library]:
    """The library for a command; what opening had to tell goes to standard error. Raises OutputError, LibraryError."""
    library = Library.open(folders.library)
    try:
        for notice in library.notices:
            print_notice(notice, sys.stderr)
        yield library
    finally:
        library.close()


def found_sessions(library: Library, names: Sequence[str]) -> list[SessionInfo]:
    """The sessions that are meant, each once. Raises LibraryError where a name means none, or several."""
    sessions = library.sessions()
    found = (_found(sessions, name) for name in names)
    return list({session.id: session for session in found}.values())


def _found(sessions: Sequence[SessionInfo], name: str) -> SessionInfo:
    if name == NEWEST and sessions:
        return sessions[0]
    if name.isascii() and name.isdigit() and (same := [session for session in sessions if session.id == int(name)]):
        return same[0]
    wanted = name.casefold().strip()
    same = [session for session in sessions if title_of(session).casefold() == wanted]
    alike = same or [session for session in sessions if wanted and wanted in title_of(session).casefold()]
    if len(alike) == 1:
        return alike[0]
    hint = "captioner sessions lists them."
    if not alike:
        raise LibraryError(Message("There is no session {name} in the library.", name=name), hint)
    some = ", ".join(f"{session.id} ({title_of(session)})" for session in alike[:5])
    raise LibraryError(
        Message("{count} sessions are called like {name}.", count=len(alike), name=name),
        Message("Name one by its number: {sessions}.", sessions=some + (" …" if len(alike) > 5 else "")),
    )
