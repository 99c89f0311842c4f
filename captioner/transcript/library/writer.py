"""A session while it runs, from its first cue to its end mark."""

import sqlite3
from collections.abc import Sequence

from captioner.core.caption import Cue
from captioner.core.library import StoredCue
from captioner.transcript.library import cue_rows
from captioner.transcript.library.database import Database
from captioner.transcript.library.session_lock import SessionLock
from captioner.transcript.library.session_rows import require, set_title


class SessionWriter:
    """Belongs to the process that runs the session; while it lives the session counts as running.

    Used in the thread of its library. What raises has changed nothing and can be tried again.
    """

    def __init__(self, database: Database, session: int, lock: SessionLock) -> None:
        self.id = session
        self._database = database
        self._lock = lock

    def add(self, cues: Sequence[Cue], *, language: str | None = None) -> None:
        """Keep final cues; they are on the disk when this returns. Raises OutputError, LibraryError."""
        if not cues:
            return

        def work(db: sqlite3.Connection) -> None:
            require(db, self.id)
            ids = cue_rows.new_ids(db, self.id, len(cues))
            added = [StoredCue(number, cue, language=language) for number, cue in zip(ids, cues, strict=True)]
            cue_rows.insert(db, self.id, added)
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
            require(db, self.id)
            db.execute(
                "UPDATE session SET model = coalesce(?, model), language = coalesce(?, language) WHERE id = ?",
                (model, language, self.id),
            )
            if title is not None:
                set_title(db, self.id, title)

        self._database.write(work)

    def end(self, duration_ms: int) -> None:
        """Set the end mark; a session in which nothing was said is removed. Raises OutputError, LibraryError."""

        def work(db: sqlite3.Connection) -> None:
            if db.execute("SELECT cues FROM session WHERE id = ?", (self.id,)).fetchone() == (0,):
                cue_rows.unindex(db, self.id << 32, require(db, self.id))
                db.execute("DELETE FROM session WHERE id = ?", (self.id,))
            db.execute(
                "UPDATE session SET ended = 1, duration_ms = max(duration_ms, ?) WHERE id = ?", (duration_ms, self.id)
            )
            db.execute("UPDATE track SET spool = NULL WHERE session = ?", (self.id,))

        self._database.write(work)
        self._lock.release()
