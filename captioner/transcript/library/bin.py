"""Sessions that were thrown away: hidden until they are restored or removed for good."""

import sqlite3
from collections.abc import Sequence


def set_discarded(db: sqlite3.Connection, sessions: Sequence[int], discarded: bool) -> None:
    """Put sessions into the bin or take them out."""
    db.executemany("UPDATE session SET discarded = ? WHERE id = ?", ((discarded, session) for session in sessions))
