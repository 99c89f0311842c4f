"""The steps from one schema to the next."""

import sqlite3

from captioner.transcript.library.schema import APPLICATION_ID, TABLES


def migrate(db: sqlite3.Connection) -> None:
    """Bring the library to the newest schema."""
    if db.execute("PRAGMA user_version").fetchone() == (0,):
        db.executescript(
            f"BEGIN IMMEDIATE;{TABLES};PRAGMA application_id = {APPLICATION_ID};PRAGMA user_version = 1;COMMIT"
        )
