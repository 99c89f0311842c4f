"""Several sessions as one: a meeting that was stopped for lunch."""

import sqlite3
from collections.abc import Sequence

from captioner.core.errors import LibraryError
from captioner.core.library import SessionInfo, SessionTrack
from captioner.transcript.library.cue_rows import account
from captioner.transcript.library.discarding import set_discarded
from captioner.transcript.library.schema import CUE_BITS
from captioner.transcript.library.session_rows import NewSession, insert_session, set_tags


def merge_sessions(db: sqlite3.Connection, sessions: Sequence[SessionInfo], title: str) -> int:
    """A new session with the cues of all, apart in time as they were; the merged ones go to the bin. Its id.

    A media file was said at no known time: it begins where what is before it ends.

    Sound and subtitles stay with the merged ones. Raises LibraryError for fewer than two sessions.
    """
    if len(sessions) < 2:
        raise LibraryError("Only two sessions or more can be merged.", "Choose the sessions that belong together.")
    in_time = sorted(sessions, key=lambda session: (session.began_ms, session.id))
    first = in_time[0]
    languages = {session.language for session in in_time}
    merged = insert_session(
        db,
        NewSession(
            title=title,
            began_ms=first.began_ms,
            tracks=_tracks(in_time),
            model=", ".join(dict.fromkeys(session.model for session in in_time if session.model)),
            language=first.language if len(languages) == 1 else None,
            ended=True,
        ),
    )
    last = merged << CUE_BITS
    places = _places(in_time)
    for session, place in zip(in_time, places, strict=True):
        last += db.execute(
            """INSERT INTO cue SELECT ? + row_number() OVER (ORDER BY start_ms, id), ?, start_ms + ?, end_ms + ?, track,
            speaker, text, shifted(words, ?), language, edited FROM cue WHERE session = ?""",
            (last, merged, *(place,) * 3, session.id),
        ).rowcount
    db.execute("INSERT INTO spoken (rowid, text) SELECT id, index_text(text) FROM cue WHERE session = ?", (merged,))
    db.execute(
        """UPDATE session SET next_cue = ?, cues = ?, words = ?, duration_ms = ? WHERE id = ?""",
        (
            last - (merged << CUE_BITS) + 1,
            sum(session.cues for session in in_time),
            sum(session.words for session in in_time),
            max(place + session.duration_ms for session, place in zip(in_time, places, strict=True)),
            merged,
        ),
    )
    account(db, merged)
    set_tags(db, merged, [tag for session in in_time for tag in session.tags])
    set_discarded(db, [session.id for session in in_time], True)
    return merged


def _places(sessions: Sequence[SessionInfo]) -> list[int]:
    """Where each begins in the whole, in milliseconds. Only what was heard live can have been said at the same time."""
    places: list[int] = []
    end, of_files = 0, False
    for session in sessions:
        of_files = of_files or bool(session.source)
        live = session.began_ms - sessions[0].began_ms
        place = end if session.source else max(live, end) if of_files else live
        places.append(place)
        end = max(end, place + session.duration_ms)
    return places


def _tracks(sessions: Sequence[SessionInfo]) -> tuple[SessionTrack, ...]:
    """The tracks of all; one that several have is named as in the first that names it."""
    found: dict[str, str] = {}
    for session in sessions:
        for track in session.tracks:
            found[track.id] = found.get(track.id) or track.speaker
    return tuple(SessionTrack(track, speaker) for track, speaker in found.items())
