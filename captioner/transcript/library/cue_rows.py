"""Cues as rows."""

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

from captioner.core.caption import Cue
from captioner.core.library import StoredCue
from captioner.transcript.library.folding import index_text
from captioner.transcript.library.schema import CUE_BITS
from captioner.transcript.library.utf8 import writable
from captioner.transcript.library.word_blob import blob_of, words_of

_COLUMNS = "id, start_ms, end_ms, track, speaker, text, words, language, edited"
_FIRST_WORDS = 120
"""Characters of a session's first words that are kept for the list."""


def stored_cues(db: sqlite3.Connection, condition: str, values: Sequence[Any]) -> list[StoredCue]:
    """The cues that an SQL condition, with what may follow it, chooses."""
    return [_stored(row) for row in db.execute(f"SELECT {_COLUMNS} FROM cue WHERE {condition}", values)]  # noqa: S608


def _stored(row: Sequence[Any]) -> StoredCue:
    number, start, end, track, speaker, text, words, language, edited = row
    return StoredCue(number, Cue(start, end, text, track, speaker, words_of(words)), bool(edited), language)


def insert(db: sqlite3.Connection, session: int, cues: Sequence[StoredCue]) -> None:
    """Put cues in, with the ids that they have; they are not found by their words before ``index``."""
    db.executemany(
        "INSERT INTO cue VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                entry.id,
                session,
                entry.cue.start_ms,
                entry.cue.end_ms,
                writable(entry.cue.track),
                writable(entry.cue.speaker),
                writable(entry.cue.text),
                blob_of(entry.cue.words),
                entry.language,
                entry.edited,
            )
            for entry in cues
        ),
    )


def delete(db: sqlite3.Connection, cues: Iterable[StoredCue]) -> None:
    """Take cues out, but not out of the index of words."""
    db.executemany("DELETE FROM cue WHERE id = ?", ((entry.id,) for entry in cues))


def index(db: sqlite3.Connection, texts: Iterable[tuple[int, str]]) -> None:
    """Let texts be found by their words, each by the id of its cue."""
    db.executemany("INSERT INTO spoken (rowid, text) VALUES (?, ?)", ((row, index_text(text)) for row, text in texts))


def unindex(db: sqlite3.Connection, texts: Iterable[tuple[int, str]]) -> None:
    """Let texts be found no more; they must be those that were indexed."""
    db.executemany(
        "INSERT INTO spoken (spoken, rowid, text) VALUES ('delete', ?, ?)",
        ((row, index_text(text)) for row, text in texts),
    )


def new_ids(db: sqlite3.Connection, session: int, count: int) -> range:
    """Ids that no cue of the session ever had. Empty where there is no such session."""
    row = db.execute(
        "UPDATE session SET next_cue = next_cue + ? WHERE id = ? RETURNING next_cue", (count, session)
    ).fetchone()
    if row is None:
        return range(0)
    first: int = (session << CUE_BITS) + row[0] - count
    return range(first, first + count)


def account(
    db: sqlite3.Connection, session: int, *, removed: Sequence[StoredCue] = (), added: Sequence[StoredCue] = ()
) -> None:
    """Bring what the session's row says about its cues up to date after they came and went."""
    beginning = db.execute("SELECT text FROM cue WHERE session = ? ORDER BY start_ms, id LIMIT 8", (session,))
    db.execute(
        """UPDATE session SET first_words = ?, cues = cues + ?, words = words + ?, duration_ms = max(duration_ms, ?)
        WHERE id = ?""",
        (
            first_words(text for (text,) in beginning),
            len(added) - len(removed),
            count_words(entry.cue.text for entry in added) - count_words(entry.cue.text for entry in removed),
            max((entry.cue.end_ms for entry in added), default=0),
            session,
        ),
    )


def first_words(texts: Iterable[str]) -> str:
    """The beginning of a session on one line."""
    line = " ".join(" ".join(texts).split())
    if len(line) <= _FIRST_WORDS:
        return line
    kept = line[:_FIRST_WORDS]
    return (kept[: kept.rfind(" ")] if " " in kept[_FIRST_WORDS // 2 :] else kept) + "…"


def count_words(texts: Iterable[str]) -> int:
    """How many tokens can be found in the texts."""
    return sum(1 + folded.count(" ") for folded in map(index_text, texts) if folded)
