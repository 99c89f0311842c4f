"""A new library out of the rows that can be read of a damaged one."""

import sqlite3
from pathlib import Path

from captioner.transcript.library.cue_rows import count_words, first_words
from captioner.transcript.library.pages import Row, Value, rows_in
from captioner.transcript.library.schema import CUE_BITS

_NUMBER, _TEXT, _BYTES, _ROW_ID = (int,), (str,), (bytes,), (type(None),)
_MAYBE_TEXT, _MAYBE_BYTES = (str, type(None)), (bytes, type(None))

_COLUMNS: dict[str, tuple[tuple[type, ...], ...]] = {
    "session": (
        *(_ROW_ID, _TEXT, _NUMBER, _NUMBER, _NUMBER, _NUMBER, _MAYBE_TEXT, _TEXT, _TEXT, _MAYBE_BYTES, _MAYBE_BYTES),
        *(_TEXT, _NUMBER, _NUMBER, _NUMBER),
    ),
    "track": (_NUMBER, _NUMBER, _TEXT, _TEXT, _MAYBE_BYTES, _NUMBER),
    "cue": (_ROW_ID, _NUMBER, _NUMBER, _NUMBER, _TEXT, _TEXT, _TEXT, _BYTES, _MAYBE_TEXT, _NUMBER),
    "tag": (_NUMBER, _NUMBER, _TEXT),
    "file": (_NUMBER, _BYTES),
}
"""What the columns of each table hold; it tells the rows of one from those of another."""

_LAST_SESSION = 1 << 30


def salvage(damaged: Path, db: sqlite3.Connection, *, title: str, began_ms: int) -> int:
    """Put every row that can be read into an empty library; how many cues there are.

    Cues whose session is lost get one with this title and beginning. Raises OSError, sqlite3.Error.
    """
    db.execute("PRAGMA foreign_keys = off")
    db.execute("BEGIN IMMEDIATE")
    for row in rows_in(damaged):
        if (table := _table_of(row)) is not None:
            values = _values(table, row)
            db.execute(f"INSERT OR IGNORE INTO {table} VALUES ({', '.join('?' * len(values))})", values)  # noqa: S608
    db.execute(
        """INSERT INTO session SELECT DISTINCT session, ?, ?, 0, 1, 0, NULL, '', '', NULL, NULL, '', 0, 0, 1 FROM cue
        WHERE session NOT IN (SELECT id FROM session)""",
        (title, began_ms),
    )
    for table in ("track", "tag", "file"):
        db.execute(f"DELETE FROM {table} WHERE session NOT IN (SELECT id FROM session)")  # noqa: S608
    _summarize(db)
    db.execute("INSERT INTO spoken (rowid, text) SELECT id << ?, index_text(title) FROM session", (CUE_BITS,))
    db.execute("INSERT INTO spoken (rowid, text) SELECT id, index_text(text) FROM cue")
    (cues,) = db.execute("SELECT count(*) FROM cue").fetchone()
    db.execute("COMMIT")
    db.execute("PRAGMA foreign_keys = on")
    return int(cues)


def _table_of(row: Row) -> str | None:
    """The table that a row can be of; None for what is none of ours or makes no sense."""
    number, values = row
    for table, columns in _COLUMNS.items():
        if len(values) == len(columns) and all(map(isinstance, values, columns)):
            session = number if table == "session" else values[1] if table == "cue" else values[0]
            known = isinstance(session, int) and 0 < session < _LAST_SESSION
            return table if known and (table != "cue" or number >> CUE_BITS == session) else None
    return None


def _values(table: str, row: Row) -> tuple[Value, ...]:
    number, values = row
    return (number, *values[1:]) if _COLUMNS[table][0] is _ROW_ID else values


def _summarize(db: sqlite3.Connection) -> None:
    """What the rows of sessions say about their cues: some of these may be lost."""
    for session, count, end_ms, last in db.execute(
        "SELECT session, count(*), max(end_ms), max(id) FROM cue GROUP BY session"
    ).fetchall():
        texts = [text for (text,) in db.execute("SELECT text FROM cue WHERE session = ? ORDER BY start_ms", (session,))]
        db.execute(
            """UPDATE session SET cues = ?, words = ?, first_words = ?, duration_ms = max(duration_ms, ?),
            next_cue = max(next_cue, ?) WHERE id = ?""",
            (count, count_words(texts), first_words(texts[:8]), end_ms, last - (session << CUE_BITS) + 1, session),
        )
    db.execute("UPDATE session SET cues = 0, words = 0, first_words = '' WHERE id NOT IN (SELECT session FROM cue)")
