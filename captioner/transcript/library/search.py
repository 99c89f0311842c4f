"""Full-text search: what a person typed as a query of the index, and what of a text it matched."""

import sqlite3
from collections.abc import Sequence
from operator import attrgetter

from captioner.core.library import Hit
from captioner.transcript.library.folding import Token, tokens
from captioner.transcript.library.schema import CUE_BITS

Phrase = tuple[str, ...]
"""Tokens that follow each other; the last is the beginning of one."""

_MOST_PHRASES = 16
_LONGEST_PHRASE = 64


def phrases(text: str) -> list[Phrase]:
    """What must all be found: each stretch without a space, however it is quoted or punctuated, is a phrase."""
    found = (tuple(token.text for token in tokens(part))[:_LONGEST_PHRASE] for part in text.split())
    return list(dict.fromkeys(filter(None, found)))[:_MOST_PHRASES]


def index_query(wanted: Sequence[Phrase]) -> str:
    """The query in FTS5's language; tokens hold neither quotes nor spaces."""
    return " ".join(f'"{" ".join(phrase)}" *' for phrase in wanted)


def search(db: sqlite3.Connection, text: str, limit: int) -> list[Hit]:
    """The newest hits: sessions from the newest on, the cues of each in order of time."""
    wanted = phrases(text)
    if not wanted:
        return []
    rows = db.execute(
        """SELECT session.id, session.title, session.began_ms, cue.id, cue.start_ms, cue.text
        FROM spoken CROSS JOIN cue ON cue.id = spoken.rowid CROSS JOIN session ON session.id = cue.session
        WHERE spoken MATCH ? AND session.discarded = 0 ORDER BY spoken.rowid DESC LIMIT ?""",
        (index_query(wanted), limit),
    )
    hits = [
        Hit(session, title, began, cue, start, found, marks(found, wanted))
        for session, title, began, cue, start, found in rows
    ]
    hits.sort(key=attrgetter("start_ms", "cue"))
    hits.sort(key=attrgetter("began_ms", "session"), reverse=True)
    return hits


def sessions_with(db: sqlite3.Connection, text: str) -> list[int]:
    """The sessions whose title or one of whose cues has all that is wanted."""
    wanted = phrases(text)
    if not wanted:
        return []
    rows = db.execute("SELECT DISTINCT rowid >> ? FROM spoken WHERE spoken MATCH ?", (CUE_BITS, index_query(wanted)))
    return [session for (session,) in rows]


def marks(text: str, wanted: Sequence[Phrase]) -> tuple[tuple[int, int], ...]:
    """Where the phrases stand in a text, [start, stop) in characters, in order and apart from each other."""
    there = tokens(text)
    found = sorted(span for phrase in wanted for span in _places(there, phrase))
    joined: list[tuple[int, int]] = []
    for start, stop in found:
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(joined[-1][1], stop)
        else:
            joined.append((start, stop))
    return tuple(joined)


def _places(there: Sequence[Token], phrase: Phrase) -> list[tuple[int, int]]:
    *whole, beginning = phrase
    found = []
    for at in range(len(there) - len(whole)):
        last = there[at + len(whole)]
        if last.text.startswith(beginning) and all(there[at + step].text == token for step, token in enumerate(whole)):
            as_written = len(last.text) == last.stop - last.start
            found.append((there[at].start, last.start + len(beginning) if as_written else last.stop))
    return found
