"""Changes to the cues of a session, made all at once or not at all."""

import sqlite3
from collections.abc import Sequence
from dataclasses import replace

from captioner.core.errors import LibraryConflict
from captioner.core.library import CueChange, SessionTrack, StoredCue
from captioner.transcript.library import cue_rows
from captioner.transcript.library.schema import CUE_BITS
from captioner.transcript.library.session_rows import require
from captioner.transcript.library.utf8 import writable


def change_cues(db: sqlite3.Connection, session: int, change: CueChange) -> CueChange:
    """Make the change; returned with the ids that the added cues got.

    An added cue keeps the id that it comes with if it is one of this session's and free, so that undoing brings back
    the cues that were; any other gets a new one. Raises LibraryConflict where a removed cue or a renamed track is not
    as given.
    """
    require(db, session)
    for entry in change.removed:
        if entry.id >> CUE_BITS != session or cue_rows.stored_cues(db, "id = ?", (entry.id,)) != [entry]:
            raise _conflict()
    for old, new in change.renamed:
        _rename_track(db, session, old, new)
    cue_rows.delete(db, change.removed)
    added = _with_ids(db, session, change.added)
    cue_rows.insert(db, session, added)
    before, after = ({(entry.id, entry.cue.text) for entry in cues} for cues in (change.removed, added))
    cue_rows.unindex(db, before - after)
    cue_rows.index(db, after - before)
    cue_rows.account(db, session, removed=change.removed, added=added)
    return replace(change, added=tuple(added))


def _with_ids(db: sqlite3.Connection, session: int, cues: Sequence[StoredCue]) -> list[StoredCue]:
    (unused,) = db.execute("SELECT next_cue FROM session WHERE id = ?", (session,)).fetchone()
    first = session << CUE_BITS
    kept: set[int] = set()
    for entry in cues:
        known = first < entry.id < first + unused and entry.id not in kept
        if known and db.execute("SELECT 1 FROM cue WHERE id = ?", (entry.id,)).fetchone() is None:
            kept.add(entry.id)
    fresh = iter(cue_rows.new_ids(db, session, len(cues) - len(kept)))
    found = []
    for entry in cues:
        if entry.id in kept:
            kept.discard(entry.id)
            found.append(entry)
        else:
            found.append(replace(entry, id=next(fresh)))
    return found


def _rename_track(db: sqlite3.Connection, session: int, old: SessionTrack, new: SessionTrack) -> None:
    values = (writable(new.speaker), session, old.id, old.speaker)
    if not db.execute("UPDATE track SET speaker = ? WHERE session = ? AND id = ? AND speaker = ?", values).rowcount:
        raise _conflict()


def _conflict() -> LibraryConflict:
    return LibraryConflict(
        "This transcript was changed in another window.", "Look at it anew, then make the change again."
    )
