"""Sessions that were thrown away: hidden until they are restored, or removed so that nothing of them is left."""

import json
import sqlite3
from collections.abc import Sequence
from pathlib import Path

from captioner.core.errors import LibraryError, OutputError
from captioner.core.message import Message
from captioner.transcript.library.cue_rows import unindex
from captioner.transcript.library.session_rows import Running, path_of, require, title_row

_MERGED_PAGES = 1000


def set_discarded(db: sqlite3.Connection, sessions: Sequence[int], discarded: bool) -> None:
    """Put sessions into the bin or take them out."""
    db.executemany("UPDATE session SET discarded = ? WHERE id = ?", ((discarded, session) for session in sessions))


def refuse_running(db: sqlite3.Connection, sessions: Sequence[int], running: Running) -> None:
    """Raise LibraryError where one of the sessions still runs."""
    for session, title in db.execute(
        "SELECT id, title FROM session WHERE NOT ended AND id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(sessions)),),
    ):
        if running(session):
            raise LibraryError(Message("The session {title} is still running.", title=title), "Stop it first.")


def files_of(db: sqlite3.Connection, sessions: Sequence[int]) -> list[Path]:
    """All files that were made of the sessions: subtitles, sound, what is left of the sound of one that was cut off."""
    rows = db.execute(
        """WITH gone AS (SELECT value AS id FROM json_each(?))
        SELECT subtitles, source FROM session WHERE id IN gone
        UNION SELECT recording, source FROM session WHERE id IN gone
        UNION SELECT spool, '' FROM track WHERE session IN gone
        UNION SELECT path, '' FROM file WHERE session IN gone""",
        (json.dumps(list(sessions)),),
    )
    found = ((path_of(data), source) for data, source in rows)
    # What the user gave us to hear is his, whatever a row says.
    return [path for path, source in found if path is not None and str(path) != source]


def delete_files(files: Sequence[Path]) -> None:
    """Take files away that are still there. Raises OutputError."""
    for path in files:
        try:
            path.unlink(missing_ok=True)
        except NotADirectoryError:  # so it is not there
            continue
        except OSError as error:
            raise OutputError(
                Message("{path} cannot be deleted: {reason}.", path=path, reason=error.strerror or str(error)),
                "Close the programs that use it, or give yourself access to its folder.",
            ) from error


def delete_session(db: sqlite3.Connection, session: int) -> None:
    """Take the rows of a session out, also of the index of words."""
    unindex(db, [(title_row(session), require(db, session))])
    db.execute(
        "INSERT INTO spoken (spoken, rowid, text) SELECT 'delete', id, index_text(text) FROM cue WHERE session = ?",
        (session,),
    )
    db.execute("DELETE FROM session WHERE id = ?", (session,))


def forget_deleted_words(db: sqlite3.Connection) -> None:
    """Write the index of words anew: it only notes that a text is gone, and keeps its words until then.

    Outside of a transaction: a large index takes seconds, in which others get their turn again and again.
    """
    merge = "INSERT INTO spoken (spoken, rank) VALUES ('merge', ?)"
    db.execute(merge, (-_MERGED_PAGES,))  # less than 0: all parts of the index into one
    before = -2
    while db.total_changes - before >= 2:  # as SQLite tells that there was something left to do
        before = db.total_changes
        db.execute(merge, (_MERGED_PAGES,))


def give_back_pages(db: sqlite3.Connection) -> None:
    """Shorten the file by its free pages and empty the log. Outside of a transaction."""
    db.executescript("PRAGMA incremental_vacuum")  # a step a page: execute would free only the first
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
