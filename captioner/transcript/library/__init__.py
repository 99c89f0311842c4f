"""The library: every session and every cue in one SQLite database that is durable, searchable and private.

``Library`` is the way in, ``SessionWriter`` belongs to a session that runs. Nothing outside this package speaks SQL.
"""

from captioner.transcript.library.library import Library
from captioner.transcript.library.writer import SessionWriter

__all__ = ["Library", "SessionWriter"]
