"""The library of all that was said, in one SQLite database."""

import gc
import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Any

from captioner.core.caption import Notice
from captioner.core.library import CueChange, Hit, SessionFilter, SessionInfo, SessionTrack, StoredCue, Unheard
from captioner.transcript.library import cue_rows, discarding, interrupted, search, session_rows
from captioner.transcript.library.database import Database
from captioner.transcript.library.editing import change_cues
from captioner.transcript.library.merging import merge_sessions
from captioner.transcript.library.process_lock import is_held
from captioner.transcript.library.session_rows import NewSession
from captioner.transcript.library.writer import SessionWriter, lock_file

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
        self._writers: list[SessionWriter] = []

    @classmethod
    def open(cls, path: Path) -> "Library":
        """Open the library, or make it. Raises OutputError, LibraryError."""
        return cls(Database(path))

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What the library had to tell since it was opened."""
        return tuple(self._database.notices)

    def close(self) -> None:
        """Let go; a session begun here that has not ended counts as cut off. Safe to call twice."""
        for writer in self._writers:
            writer.leave()
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
        new = NewSession(
            title=title,
            began_ms=began_ms,
            tracks=tuple(tracks),
            model=model,
            language=language,
            subtitles=subtitles,
            recording=recording,
            source=source,
            spools=dict(spools),
        )
        writer = SessionWriter(self._database, new)
        self._writers.append(writer)
        return writer

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
        in_time = "session = ? ORDER BY start_ms, id LIMIT ? OFFSET ?"
        values = (session, -1 if count is None else count, first)
        with _without_collector():
            return self._database.read(lambda db: cue_rows.stored_cues(db, in_time, values))

    def change(self, session: int, change: CueChange) -> CueChange:
        """Change cues, and the names of tracks, all at once; returned with the ids that the added cues got.

        An added cue keeps the id that it comes with if it is one of this session's and free, so that undoing brings
        back the cues that were. Raises LibraryConflict where a removed cue or a renamed track is not as given.
        """
        return self._database.write(lambda db: change_cues(db, session, change))

    def rename(self, session: int, title: str) -> None:
        """Give the session another title."""
        self._database.write(lambda db: session_rows.set_title(db, session, title))

    def tag(self, session: int, tags: tuple[str, ...]) -> None:
        """Replace the session's tags."""
        self._database.write(lambda db: session_rows.set_tags(db, session, tags))

    def made(self, session: int, file: Path) -> None:
        """A further file was made of the session, which goes when it is purged."""
        self._database.write(lambda db: session_rows.add_file(db, session, file))

    def merge(self, sessions: Sequence[int], title: str) -> int:
        """A new session with the cues of all, apart in time as they were; the merged ones go to the bin. Its id.

        Those of media files follow what is before them. Sound and subtitles stay with the merged ones. Raises
        LibraryError for fewer than two, or while one runs.
        """

        def work(db: sqlite3.Connection) -> int:
            discarding.refuse_running(db, sessions, self._runs)
            for session in sessions:
                session_rows.require(db, session)
            chosen = "id IN (SELECT value FROM json_each(?))"
            merged = session_rows.sessions_of(db, chosen, (json.dumps(list(sessions)),), self._runs)
            return merge_sessions(db, merged, title)

        return self._database.write(work)

    def discard(self, sessions: Sequence[int]) -> None:
        """Put sessions into the bin: they are neither listed nor found, and can be restored."""
        self._database.write(lambda db: discarding.set_discarded(db, sessions, True))

    def restore(self, sessions: Sequence[int]) -> None:
        """Take sessions out of the bin."""
        self._database.write(lambda db: discarding.set_discarded(db, sessions, False))

    def discarded(self) -> list[SessionInfo]:
        """The sessions in the bin, newest first."""
        chosen = "discarded = 1 ORDER BY began_ms DESC, id DESC"
        return self._database.read(lambda db: session_rows.sessions_of(db, chosen, (), self._runs))

    def purge(self, sessions: Sequence[int]) -> None:
        """Remove sessions for good: their rows, their words in the index, the files made of them, the free pages.

        Raises LibraryError while one of them runs, OutputError where a file cannot be deleted; the rows then stay.
        """

        def work(db: sqlite3.Connection) -> None:
            discarding.refuse_running(db, sessions, self._runs)
            locks = [lock_file(self._database.path, session) for session in sessions]
            discarding.delete_files([*discarding.files_of(db, sessions), *locks])
            for session in dict.fromkeys(sessions):
                if session_rows.exists(db, session):
                    discarding.delete_session(db, session)

        self._database.write(work)
        self._database.drop_copies()
        self._database.maintain(discarding.forget_deleted_words)
        self._database.maintain(discarding.give_back_pages)

    def purge_bin(self) -> None:
        """Remove all that is in the bin for good."""
        if thrown := self.discarded():
            self.purge([session.id for session in thrown])

    def older_than(self, began_before_ms: int) -> list[int]:
        """The sessions outside the bin that began before this time and do not run."""
        return [
            session.id
            for session in self.sessions(SessionFilter(began_before_ms=began_before_ms))
            if session.phase != "running"
        ]

    def cut_off(self) -> list[SessionInfo]:
        """The sessions that have no end mark and whose process is gone, newest first."""
        chosen = "discarded = 0 AND NOT ended ORDER BY began_ms DESC, id DESC"
        open_ones = self._database.read(lambda db: session_rows.sessions_of(db, chosen, (), self._runs))
        return [session for session in open_ones if session.phase == "cut off"]

    def unheard(self, session: int) -> list[Unheard]:
        """The sound of a cut-off session that is not in its transcript, by track; none where no spool is left."""
        return self._database.read(lambda db: interrupted.unheard(db, session))

    def recovered(self, session: int) -> None:
        """All that is wanted of a cut-off session is in the library: set its end mark and delete its spools.

        Without a cue the session is removed. Raises OutputError where a spool cannot be deleted.
        """

        def work(db: sqlite3.Connection) -> None:
            discarding.refuse_running(db, [session], self._runs)
            spools, duration_ms = interrupted.spools_of(db, session), interrupted.spooled_ms(db, session)
            interrupted.finish(db, session, duration_ms)
            discarding.delete_files([*spools, lock_file(self._database.path, session)])

        self._database.write(work)

    def _runs(self, session: int) -> bool:
        return is_held(lock_file(self._database.path, session))


@contextmanager
def _without_collector() -> Iterator[None]:
    """A hundred thousand words at once make Python look for garbage again and again; none of them is any."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
