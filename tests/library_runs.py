"""Sessions in the library as tests make and look at them."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from captioner.app.folders import folders
from captioner.core.library import SessionInfo, StoredCue
from captioner.transcript.library import Library


@contextmanager
def opened() -> Iterator[Library]:
    """The library of the test's home."""
    library = Library.open(folders().library)
    try:
        yield library
    finally:
        library.close()


def only_session() -> tuple[SessionInfo, list[StoredCue]]:
    """The session that there is, with its cues."""
    with opened() as library:
        (session,) = library.sessions()
        return session, library.cues(session.id)


def text_of_cues(cues: list[StoredCue]) -> str:
    """What they say, on one line."""
    return " ".join(stored.cue.text.replace("\n", " ") for stored in cues)


def wait_for_cue(timeout_s: float = 60) -> None:
    """Until another process has kept a cue."""
    deadline = time.monotonic() + timeout_s
    while time.monotonic() < deadline:
        if folders().library.exists():
            with opened() as library:
                if any(session.cues for session in library.sessions()):
                    return
        time.sleep(0.05)
    raise AssertionError("no cue came")
