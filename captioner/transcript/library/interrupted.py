"""Sessions that were cut off: what of their sound is not in the transcript yet, and their end when that is settled."""

import sqlite3
from pathlib import Path

from captioner.core.library import Unheard
from captioner.core.sound import ms_to_samples, samples_to_ms
from captioner.transcript.library.cue_rows import stored_cues
from captioner.transcript.library.discarding import delete_session
from captioner.transcript.library.session_rows import path_of

_WAV_HEADER = 44
_BYTES_PER_SAMPLE = 2
_LATE_CUES = 4
"""Cues by their start among which the one that ends last is; those of a track hardly overlap."""


def unheard(db: sqlite3.Connection, session: int) -> list[Unheard]:
    """The rest of each track whose spool is still there, from the last word that the library has."""
    found = []
    for track, data, heard in db.execute(
        "SELECT id, spool, heard FROM track WHERE session = ? ORDER BY position", (session,)
    ).fetchall():
        spool = path_of(data)
        length = 0 if spool is None else _samples(spool)
        start = max(heard, _last_word(db, session, track))
        if spool is not None and start < length:
            found.append(Unheard(session, track, spool, start, length))
    return found


def spools_of(db: sqlite3.Connection, session: int) -> list[Path]:
    """The files in which the tracks' sound is kept while the session runs."""
    rows = db.execute("SELECT spool FROM track WHERE session = ? AND spool IS NOT NULL", (session,))
    return [path for path in (path_of(data) for (data,) in rows) if path is not None]


def finish(db: sqlite3.Connection, session: int, duration_ms: int) -> None:
    """Set the end mark, or remove a session in which nothing was said.

    Where nobody told the session's language, it is that of most cues.
    """
    if db.execute("SELECT cues FROM session WHERE id = ?", (session,)).fetchone() == (0,):
        delete_session(db, session)
        return
    db.execute(
        """UPDATE session SET ended = 1, duration_ms = max(duration_ms, ?), language = coalesce(language, (
            SELECT language FROM cue WHERE session = session.id AND language IS NOT NULL
            GROUP BY language ORDER BY count(*) DESC LIMIT 1)) WHERE id = ?""",
        (duration_ms, session),
    )
    db.execute("UPDATE track SET spool = NULL WHERE session = ?", (session,))


def spooled_ms(db: sqlite3.Connection, session: int) -> int:
    """How long the session was by the sound that is left of it."""
    return max((samples_to_ms(_samples(spool)) for spool in spools_of(db, session)), default=0)


def _last_word(db: sqlite3.Connection, session: int, track: str) -> int:
    """The sample where the last word of the track ends; a cue may stay longer than its words."""
    last = stored_cues(db, "session = ? AND track = ? ORDER BY start_ms DESC LIMIT ?", (session, track, _LATE_CUES))
    ends = (entry.cue.words[-1].end_ms if entry.cue.words else entry.cue.end_ms for entry in last)
    return ms_to_samples(max(ends, default=0))


def _samples(spool: Path) -> int:
    """The length of a WAV file of mono 16-bit sound at 16 kHz; its header leaves it open until the clean end."""
    try:
        return max(0, spool.stat().st_size - _WAV_HEADER) // _BYTES_PER_SAMPLE
    except OSError:
        return 0
