"""The tables of the library.

A cue's id is its session's id shifted left by 32 bits, plus a number within the session that is never used again. So
ids ascend with the age of sessions, the cues of one lie together, and the index of words, whose rows carry the same
ids, gives the newest hits first without sorting. The row of the index without a number stands for the session's title.

The index of words holds no text; what was put in must be given again to take it out. Its tokenizer splits at ASCII that
is neither letter nor digit, which leaves all else to ``folding``. Every table has row ids, and no two have the same
number and types of columns: ``salvage`` tells rows of a damaged file apart by that.

All paths are bytes, as the file system has them. The words of a cue are a ``word_blob``.
"""

import sqlite3
from pathlib import Path

from captioner.transcript.library.folding import index_text
from captioner.transcript.library.word_blob import shifted

APPLICATION_ID = 0x43615074
"""In the header of the file: it is ours."""

PAGE_SIZE = 4096

CUE_BITS = 32

_BUSY_S = 10.0
"""How long another process's transaction is waited for."""

TABLES = """\
CREATE TABLE session (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    title TEXT NOT NULL,
    began_ms INTEGER NOT NULL,
    duration_ms INTEGER NOT NULL,
    ended INTEGER NOT NULL,
    discarded INTEGER NOT NULL,
    language TEXT,
    model TEXT NOT NULL,
    source TEXT NOT NULL,
    subtitles BLOB,
    recording BLOB,
    first_words TEXT NOT NULL,
    cues INTEGER NOT NULL,
    words INTEGER NOT NULL,
    next_cue INTEGER NOT NULL
) STRICT;
CREATE INDEX session_began ON session (discarded, began_ms, id);
CREATE TABLE track (
    session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE,
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    speaker TEXT NOT NULL,
    spool BLOB,
    heard INTEGER NOT NULL,
    PRIMARY KEY (session, position)
) STRICT;
CREATE TABLE cue (
    id INTEGER PRIMARY KEY,
    session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE,
    start_ms INTEGER NOT NULL,
    end_ms INTEGER NOT NULL,
    track TEXT NOT NULL,
    speaker TEXT NOT NULL,
    text TEXT NOT NULL,
    words BLOB NOT NULL,
    language TEXT,
    edited INTEGER NOT NULL
) STRICT;
CREATE INDEX cue_time ON cue (session, start_ms);
CREATE TABLE tag (
    session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (session, position)
) STRICT;
CREATE TABLE file (
    session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE,
    path BLOB NOT NULL,
    PRIMARY KEY (session, path)
) STRICT;
CREATE VIRTUAL TABLE spoken USING fts5 (text, content = '', columnsize = 0, prefix = '1 2 3 4', tokenize = 'ascii')
"""


def connect(path: Path) -> sqlite3.Connection:
    """A connection to a file that is there, with all that the library counts on; it has changed nothing yet.

    Raises sqlite3.Error.
    """
    there = f"{path.absolute().as_uri()}?mode=rw"
    db = sqlite3.connect(there, uri=True, timeout=_BUSY_S, isolation_level=None, check_same_thread=False)
    try:
        db.create_function("index_text", 1, index_text, deterministic=True)
        db.create_function("shifted", 2, shifted, deterministic=True)
        for pragma in (
            "synchronous = full",
            "foreign_keys = on",
            "secure_delete = on",
            "cache_size = -16384",
            "trusted_schema = off",
        ):
            db.execute(f"PRAGMA {pragma}")
    except BaseException:
        db.close()
        raise
    return db
