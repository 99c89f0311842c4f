"""Sessions as rows."""

import json
import os
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from captioner.core.errors import LibraryError
from captioner.core.library import SessionInfo, SessionPhase, SessionTrack
from captioner.core.message import Message
from captioner.transcript.library.cue_rows import index, unindex
from captioner.transcript.library.schema import CUE_BITS
from captioner.transcript.library.utf8 import writable

Running = Callable[[int], bool]
"""Whether the process of a session without an end mark lives."""

_COLUMNS = """id, title, began_ms, duration_ms, ended, language, model, source, subtitles, recording, first_words, cues,
words"""


def sessions_of(db: sqlite3.Connection, condition: str, values: Sequence[Any], running: Running) -> list[SessionInfo]:
    """The sessions that an SQL condition, with what may follow it, chooses."""
    rows = db.execute(f"SELECT {_COLUMNS} FROM session WHERE {condition}", values).fetchall()  # noqa: S608
    ids = json.dumps([row[0] for row in rows])
    tracks: dict[int, list[SessionTrack]] = {}
    for session, track, speaker in db.execute(
        """SELECT session, id, speaker FROM track WHERE session IN (SELECT value FROM json_each(?))
        ORDER BY session, position""",
        (ids,),
    ):
        tracks.setdefault(session, []).append(SessionTrack(track, speaker))
    tags: dict[int, list[str]] = {}
    for session, name in db.execute(
        """SELECT session, name FROM tag WHERE session IN (SELECT value FROM json_each(?))
        ORDER BY session, position""",
        (ids,),
    ):
        tags.setdefault(session, []).append(name)
    return [_session(row, tracks.get(row[0], ()), tags.get(row[0], ()), running) for row in rows]


def session_of(db: sqlite3.Connection, session: int, running: Running) -> SessionInfo | None:
    """The session with this id, also one in the bin."""
    return next(iter(sessions_of(db, "id = ?", (session,), running)), None)


def exists(db: sqlite3.Connection, session: int) -> bool:
    """Whether there is a session with this id."""
    return db.execute("SELECT 1 FROM session WHERE id = ?", (session,)).fetchone() is not None


def require(db: sqlite3.Connection, session: int) -> str:
    """The title of a session. Raises LibraryError where there is no such session."""
    row = db.execute("SELECT title FROM session WHERE id = ?", (session,)).fetchone()
    if row is None:
        raise LibraryError(
            Message("There is no session {number} in the library.", number=session),
            "It may have been deleted in another window.",
        )
    title: str = row[0]
    return title


@dataclass(frozen=True, slots=True)
class NewSession:
    """What is known of a session when it begins; ``spools`` has the file with the sound of each track."""

    title: str
    began_ms: int
    tracks: tuple[SessionTrack, ...]
    model: str
    language: str | None
    subtitles: Path | None = None
    recording: Path | None = None
    source: str = ""
    spools: Mapping[str, Path] = field(default_factory=dict)
    ended: bool = False


def insert_session(db: sqlite3.Connection, new: NewSession, session: int | None = None) -> int:
    """A session without cues; its id, a new one unless it is given."""
    row = db.execute(
        """INSERT INTO session (id, title, began_ms, duration_ms, ended, discarded, language, model, source, subtitles,
        recording, first_words, cues, words, next_cue)
        VALUES (?, ?, ?, 0, ?, 0, ?, ?, ?, ?, ?, '', 0, 0, 1) RETURNING id""",
        (
            session,
            writable(new.title),
            new.began_ms,
            new.ended,
            new.language,
            writable(new.model),
            writable(new.source),
            path_bytes(new.subtitles),
            path_bytes(new.recording),
        ),
    ).fetchone()
    number: int = row[0]
    db.executemany(
        "INSERT INTO track (session, position, id, speaker, spool, heard) VALUES (?, ?, ?, ?, ?, 0)",
        (
            (number, at, writable(track.id), writable(track.speaker), path_bytes(new.spools.get(track.id)))
            for at, track in enumerate(new.tracks)
        ),
    )
    index(db, [(title_row(number), writable(new.title))])
    return number


def set_title(db: sqlite3.Connection, session: int, title: str) -> None:
    """Give a session another title, under which it is found from now on."""
    old = require(db, session)
    unindex(db, [(title_row(session), old)])
    db.execute("UPDATE session SET title = ? WHERE id = ?", (writable(title), session))
    index(db, [(title_row(session), writable(title))])


def set_tags(db: sqlite3.Connection, session: int, tags: Sequence[str]) -> None:
    """Replace the tags of a session. Space around them, empty ones and repetitions are dropped."""
    db.execute("DELETE FROM tag WHERE session = ?", (session,))
    kept = dict.fromkeys(filter(None, (" ".join(writable(tag).split()) for tag in tags)))
    db.executemany("INSERT INTO tag VALUES (?, ?, ?)", ((session, at, tag) for at, tag in enumerate(kept)))


def add_file(db: sqlite3.Connection, session: int, file: Path) -> None:
    """A file that was made of a session and goes with it."""
    db.execute("INSERT OR IGNORE INTO file VALUES (?, ?)", (session, path_bytes(file)))


def title_row(session: int) -> int:
    """The row of the index of words that stands for the session's title."""
    return session << CUE_BITS


def path_bytes(path: Path | None) -> bytes | None:
    """A path as the library keeps it."""
    return None if path is None else os.fsencode(path)


def path_of(data: bytes | None) -> Path | None:
    """The path that was kept."""
    return None if data is None else Path(os.fsdecode(data))


def _session(row: Sequence[Any], tracks: Sequence[SessionTrack], tags: Sequence[str], running: Running) -> SessionInfo:
    (number, title, began, duration, ended, language, model, source, subtitles, recording, beginning, cues, words) = row
    phase: SessionPhase = "ended" if ended else "running" if running(number) else "cut off"
    return SessionInfo(
        id=number,
        title=title,
        began_ms=began,
        duration_ms=duration,
        phase=phase,
        tracks=tuple(tracks),
        language=language,
        model=model,
        first_words=beginning,
        cues=cues,
        tags=tuple(tags),
        subtitles=path_of(subtitles),
        recording=path_of(recording),
        source=source,
        words=words,
    )
