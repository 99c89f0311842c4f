"""Changes to the cues of the session that is open: each made in the library, then shown, then undone if need be."""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from captioner.core.errors import CaptionerError, LibraryConflict
from captioner.core.library import CueChange, SessionInfo, SessionTrack, StoredCue
from captioner.transcript import edits
from captioner.ui.cue_model import CueModel
from captioner.ui.library_worker import LibraryWorker

if TYPE_CHECKING:
    from captioner.transcript.library import Library

Edit = Callable[[Sequence[StoredCue]], CueChange]
"""What to change, worked out from the cues as they are when its turn comes."""


class SessionEdits(QObject):
    """``changed`` comes after each change that is in the library and shown; ``made`` gives the row of its first cue.

    An edit waits until the one before it is in the library: what it changes may be what that one makes.
    """

    changed = Signal()
    made = Signal(int)
    failed = Signal(CaptionerError)

    def __init__(self, worker: LibraryWorker, model: CueModel, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = worker
        self._model = model
        self._session: SessionInfo | None = None
        self._histories: dict[int, edits.EditHistory] = {}
        self._waiting: deque[tuple[int, Callable[[], None]]] = deque()
        self._busy = False

    @property
    def history(self) -> edits.EditHistory:
        """What was changed in this session since the window was opened."""
        number = self._session.id if self._session else 0
        return self._histories.setdefault(number, edits.EditHistory())

    @property
    def can_edit(self) -> bool:
        """Whether there is something that may be changed: not while cues are still being read."""
        return self._session is not None and self._model.is_complete

    @property
    def tracks(self) -> tuple[SessionTrack, ...]:
        """The tracks of the session that is open, with the names that they have now."""
        return self._session.tracks if self._session is not None else ()

    def begin(self, session: SessionInfo) -> None:
        """Another session is open."""
        self._session = session

    # Edits

    def set_text(self, row: int, text: str) -> None:
        """What a person wrote; a cue without text is removed."""
        entry = self._model.cues[row]
        self._do(lambda cues: edits.edit_text(_now(cues, [entry])[0], text))

    def split(self, row: int, text: str, position: int) -> None:
        """Make two cues of one, whose text may have been changed first, before this character."""
        entry = self._model.cues[row]

        def work(cues: Sequence[StoredCue]) -> CueChange:
            (there,) = _now(cues, [entry])
            written = edits.edit_text(there, text)
            halves = edits.split_cue(written.added[0] if written.added else there, position)
            return written if halves is None else CueChange((there,), halves.added)

        self._do(work)

    def merge(self, rows: Sequence[int]) -> None:
        """Make one cue of these, which follow each other."""
        chosen = [self._model.cues[row] for row in rows]
        if len(chosen) > 1:
            self._do(lambda cues: edits.merge_cues(_now(cues, chosen)))

    def shift(self, rows: Sequence[int], by_ms: int) -> None:
        """Move cues in time."""
        chosen = [self._model.cues[row] for row in rows]
        if chosen and by_ms:
            self._do(lambda cues: edits.shift(_now(cues, chosen), by_ms))

    def remove(self, rows: Sequence[int]) -> None:
        """Delete cues."""
        chosen = [self._model.cues[row] for row in rows]
        if chosen:
            self._do(lambda cues: CueChange(removed=tuple(_now(cues, chosen))))

    def rename_speaker(self, old: str, new: str) -> None:
        """Give a speaker another name everywhere in the session."""
        self._do(lambda cues: edits.rename_speaker(cues, old, new, self.tracks))

    def set_speaker(self, rows: Sequence[int], name: str) -> None:
        """Say who spoke these cues."""
        chosen = [self._model.cues[row] for row in rows]
        self._do(lambda cues: edits.set_speaker(_now(cues, chosen), name))

    def replace_in(self, row: int, needle: str, instead: str) -> None:
        """Replace in one cue."""
        entry = self._model.cues[row]
        self._do(lambda cues: edits.replace_all(_now(cues, [entry]), needle, instead))

    def replace_all(self, needle: str, instead: str) -> None:
        """Replace in all cues."""
        if needle:
            self._do(lambda cues: edits.replace_all(cues, needle, instead))

    def change(self, change: CueChange) -> None:
        """Make a change that was worked out elsewhere."""
        self._do(lambda _: change)

    def undo(self) -> None:
        """Take the latest change back."""
        self._queue(self._undo)

    def redo(self) -> None:
        """Make it again."""
        self._queue(self._redo)

    # One after the other

    def _do(self, edit: Edit) -> None:
        self._queue(partial(self._make, edit))

    def _queue(self, act: Callable[[], None]) -> None:
        if self.can_edit and self._session is not None:
            self._waiting.append((self._session.id, act))
            self._next()

    def _next(self) -> None:
        while self._waiting and not self._busy:
            session, act = self._waiting.popleft()
            if session == self._model.session:
                act()

    def _make(self, edit: Edit) -> None:
        try:
            change = edit(self._model.cues)
        except CaptionerError as error:
            self.failed.emit(error)
            return
        if change:
            self._send(change, self.history.push, lambda: None)

    def _undo(self) -> None:
        if (change := self.history.undo()) is not None:
            self._send(change, lambda _: None, self.history.redo)

    def _redo(self) -> None:
        if (change := self.history.redo()) is not None:
            self._send(change, lambda _: None, self.history.undo)

    def _send(
        self, change: CueChange, note: Callable[[CueChange], None], take_back: Callable[[], CueChange | None]
    ) -> None:
        """``note`` gets the change as the library made it, ``take_back`` is called where it could not."""
        session = self._model.session
        self._busy = True

        def work(library: "Library") -> CueChange:
            return library.change(session, change)

        def done(made: CueChange) -> None:
            self._busy = False
            note(made)
            if session == self._model.session:
                self._model.apply(made)
                self._rename_tracks(made)
                row = self._model.row_of(made.added[0]) if made.added else None
                if row is not None:
                    self.made.emit(row)
                self.changed.emit()
            self._next()

        def failed(error: CaptionerError) -> None:
            self._busy = False
            self._waiting.clear()
            take_back()
            self.failed.emit(error)
            if isinstance(error, LibraryConflict):
                self._histories.pop(session, None)
                if session == self._model.session:
                    self._model.show(session)

        self._worker.ask(work, done, failed)

    def _rename_tracks(self, made: CueChange) -> None:
        names = dict(made.renamed)
        if self._session is not None and names:
            tracks = tuple(names.get(track, track) for track in self._session.tracks)
            self._session = replace(self._session, tracks=tracks)


def _now(cues: Sequence[StoredCue], chosen: Sequence[StoredCue]) -> list[StoredCue]:
    """The cues as they are when their turn comes. Raises LibraryConflict where one is gone."""
    by_id = {entry.id: entry for entry in cues}
    if any(entry.id not in by_id for entry in chosen):
        raise LibraryConflict("This line was changed or removed meanwhile.", "Look at it anew, then try again.")
    return [by_id[entry.id] for entry in chosen]
