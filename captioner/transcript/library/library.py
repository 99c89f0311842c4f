"""The library of all that was said, in one SQLite database."""

import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

from captioner.core.caption import Notice
from captioner.core.library import CueChange, Hit, SessionFilter, SessionInfo, SessionTrack, StoredCue
from captioner.transcript.library import bin as waste
from captioner.transcript.library import cue_rows, search, session_rows
from captioner.transcript.library.database import Database
from captioner.transcript.library.editing import change_cues
from captioner.transcript.library.session_lock import SessionLock, is_running
from captioner.transcript.library.writer import SessionWriter

_ALL = SessionFilter()
_NO_SPOOLS: Mapping[str, Path] = MappingProxyType({})


class Library:
    """One connection for one thread at a time; others may have theirs, in this process or another.

    Every method is one transaction. All of them raise OutputError where the disk does not take it, LibraryError where
    the library is in use for too long or a session is not there; what raises has changed nothing.
    """

    def __init__(self, database: Database) -> None:
        """Use ``open``."""
        self._database = database

    @classmethod
    def open(cls, path: Path) -> "Library":
        """Open the library, or make it. Raises OutputError, LibraryError."""
        return cls(Database(path))

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What the library had to tell since it was opened."""
        return tuple(self._database.notices)

    def close(self) -> None:
        """Let go. Safe to call twice."""
        self._database.close()

    def begin(
        self,
        *,
        title: str,
        began_ms: int,
        tracks: Sequence[SessionTrack],
        model: str,
        language: str | None = None,
        subtitles: Path | None = None,
        recording: Path | None = None,
        source: str = "",
        spools: Mapping[str, Path] = _NO_SPOOLS,
    ) -> SessionWriter:
        """A new session, run by this process. ``spools`` has the file of each track that every sample is kept in."""

        def work(db: sqlite3.Connection) -> SessionWriter:
            session = session_rows.insert_session(
                db,
                title=title,
                began_ms=began_ms,
                tracks=tracks,
                model=model,
                language=language,
                subtitles=subtitles,
                recording=recording,
                source=source,
                spools=spools,
            )
            return SessionWriter(self._database, session, SessionLock(self._database.path, session))

        return self._database.write(work)

    def sessions(self, which: SessionFilter = _ALL, *, limit: int | None = None, offset: int = 0) -> list[SessionInfo]:
        """Sessions that are not in the bin, newest first."""

        def work(db: sqlite3.Connection) -> list[SessionInfo]:
            conditions, values = ["discarded = 0"], list[Any]()
            if which.text.strip():
                conditions.append("id IN (SELECT value FROM json_each(?))")
                values.append(str(search.sessions_with(db, which.text)))
            if which.tag:
                conditions.append("id IN (SELECT session FROM tag WHERE name = ?)")
                values.append(which.tag)
            if which.began_after_ms is not None:
                conditions.append("began_ms >= ?")
                values.append(which.began_after_ms)
            if which.began_before_ms is not None:
                conditions.append("began_ms < ?")
                values.append(which.began_before_ms)
            chosen = " AND ".join(conditions) + " ORDER BY began_ms DESC, id DESC LIMIT ? OFFSET ?"
            return session_rows.sessions_of(db, chosen, (*values, -1 if limit is None else limit, offset), self._runs)

        return self._database.read(work)

    def session(self, session: int) -> SessionInfo | None:
        """One session, also from the bin; None where there is none."""
        return self._database.read(lambda db: session_rows.session_of(db, session, self._runs))

    def search(self, text: str, *, limit: int = 200) -> list[Hit]:
        """The cues that have every word of ``text``, or one that begins with it; the newest sessions first.

        Case and accents do not matter, nor does punctuation. Chinese, Japanese, Korean and Thai are found by any part.
        """
        return self._database.read(lambda db: search.search(db, text, limit))

    def cues(self, session: int, *, first: int = 0, count: int | None = None) -> list[StoredCue]:
        """The cues of a session in order of time: ``count`` from the ``first`` on, or all that follow."""
        return self._database.read(lambda db: cue_rows.cues_of(db, session, first, count))

    def change(self, session: int, change: CueChange) -> CueChange:
        """Change cues all at once; returned with the ids that the added cues got.

        An added cue keeps the id that it comes with if it is one of this session's and free, so that undoing brings
        back the cues that were. Raises LibraryConflict where a removed cue is not as given.
        """
        return self._database.write(lambda db: change_cues(db, session, change))

    def rename(self, session: int, title: str) -> None:
        """Give the session another title."""
        self._database.write(lambda db: session_rows.set_title(db, session, title))

    def tag(self, session: int, tags: tuple[str, ...]) -> None:
        """Replace the session's tags."""
        self._database.write(lambda db: session_rows.set_tags(db, session, tags))

    def discard(self, sessions: Sequence[int]) -> None:
        """Put sessions into the bin: they are neither listed nor found, and can be restored."""
        self._database.write(lambda db: waste.set_discarded(db, sessions, True))

    def restore(self, sessions: Sequence[int]) -> None:
        """Take sessions out of the bin."""
        self._database.write(lambda db: waste.set_discarded(db, sessions, False))

    def _runs(self, session: int) -> bool:
        return is_running(self._database.path, session)
