"""A session while it runs, from its first cue to its end mark."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from captioner.core.caption import Cue
from captioner.core.library import StoredCue
from captioner.transcript.library import cue_rows
from captioner.transcript.library.database import Database
from captioner.transcript.library.interrupted import finish
from captioner.transcript.library.process_lock import ProcessLock
from captioner.transcript.library.session_rows import NewSession, add_file, exists, insert_session, set_title


class SessionWriter:
    """Belongs to the process that runs the session; while it lives the session counts as running.

    Used in the thread of its library. What raises has changed nothing and can be tried again.
    """

    def __init__(self, database: Database, new: NewSession) -> None:
        """Raises OutputError, LibraryError."""
        self._database = database
        self._new = new
        self._lock: ProcessLock | None = None
        try:
            self.id = database.write(self._insert)
        except BaseException:
            self.leave()
            raise

    def add(self, cues: Sequence[Cue], *, language: str | None = None) -> None:
        """Keep final cues; they are on the disk when this returns. Raises OutputError, LibraryError."""
        if not cues:
            return

        def work(db: sqlite3.Connection) -> None:
            self._make_sure(db)
            ids = cue_rows.new_ids(db, self.id, len(cues))
            added = [StoredCue(number, cue, language=language) for number, cue in zip(ids, cues, strict=True)]
            cue_rows.insert(db, self.id, added)
            cue_rows.index(db, ((entry.id, entry.cue.text) for entry in added))
            cue_rows.account(db, self.id, added=added)

        self._database.write(work)

    def heard(self, track: str, sample: int) -> None:
        """All that was said on the track before this sample is in the library. Raises OutputError, LibraryError."""
        self._database.write(
            lambda db: db.execute("UPDATE track SET heard = ? WHERE session = ? AND id = ?", (sample, self.id, track))
        )

    def describe(self, *, model: str | None = None, language: str | None = None, title: str | None = None) -> None:
        """Tell what became known of the session; None leaves as it is. Raises OutputError, LibraryError."""

        def work(db: sqlite3.Connection) -> None:
            self._make_sure(db)
            db.execute(
                "UPDATE session SET model = coalesce(?, model), language = coalesce(?, language) WHERE id = ?",
                (model, language, self.id),
            )
            if title is not None:
                set_title(db, self.id, title)

        self._database.write(work)

    def made(self, file: Path) -> None:
        """A further file was made of the session, which goes when it is purged. Raises OutputError, LibraryError."""
        self._database.write(lambda db: add_file(db, self.id, file))

    def end(self, duration_ms: int) -> None:
        """Set the end mark; a session in which nothing was said is removed. Raises OutputError, LibraryError."""
        self._database.write(lambda db: finish(db, self.id, duration_ms))
        self.leave()

    def leave(self) -> None:
        """Run the session no more, without an end mark: it counts as cut off. Safe to call twice."""
        if self._lock is not None:
            self._lock.release()

    def _insert(self, db: sqlite3.Connection) -> int:
        self.leave()
        session = insert_session(db, self._new)
        # Nobody may see the session before its lock.
        self._lock = ProcessLock(lock_file(self._database.path, session))
        return session

    def _make_sure(self, db: sqlite3.Connection) -> None:
        """Nobody removes a session that runs, but damage to the file may."""
        if not exists(db, self.id):
            insert_session(db, self._new, self.id)


def lock_file(library: Path, session: int) -> Path:
    """What the process of a session holds as long as it lives."""
    return library.with_name(f"{library.name}-session-{session}.lock")
