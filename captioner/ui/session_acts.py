"""What can be done with whole sessions of the library, and undone: rename, tag, merge, delete."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from captioner.core.errors import CaptionerError
from captioner.core.library import SessionInfo
from captioner.ui.library_words import title_in_words
from captioner.ui.library_worker import LibraryWorker

if TYPE_CHECKING:
    from captioner.transcript.library import Library

UNDO_S: Final = 30
"""Seconds for which a deletion offers to be undone in a notice; Ctrl+Z does it later too."""


class SessionActs(QObject):
    """``changed`` says that the list is to be read again, with the sessions to select in it (none: as before).

    ``undoable`` gives words for what was done, to be shown with a button that calls ``undo``.
    """

    changed = Signal(list)
    undoable = Signal(str)
    failed = Signal(CaptionerError)

    def __init__(self, worker: LibraryWorker, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = worker
        self._undo: list[Callable[[Library], None]] = []
        self._discarded: set[int] = set()
        self._old_bin_emptied = False

    def rename(self, session: int, title: str) -> None:
        """Give a session another title."""
        self._do(lambda library: library.rename(session, title), [])

    def tag(self, sessions: Sequence[SessionInfo], tag: str, wanted: bool) -> None:
        """Give the tag to all of these, or take it from them."""
        tag = tag.strip()

        def work(library: "Library") -> None:
            for one in sessions:
                rest = tuple(other for other in one.tags if other != tag)
                library.tag(one.id, (*rest, tag) if wanted else rest)

        if tag:
            self._do(work, [])

    def discard(self, sessions: Sequence[SessionInfo]) -> None:
        """Delete, so that it can be undone."""
        ids = [one.id for one in sessions if one.phase != "running"]
        if not ids:
            return
        if len(sessions) == 1:
            words = self.tr("“%1” was deleted.").replace("%1", title_in_words(sessions[0]))
        else:
            words = self.tr("%n sessions were deleted.", "", len(ids))
        self._discarded |= set(ids)
        self._do(lambda library: library.discard(ids), [], words, lambda library: library.restore(ids))

    def discard_older(self, began_before_ms: int) -> None:
        """Delete all sessions that began earlier, so that it can be undone."""

        def work(library: "Library") -> list[int]:
            ids = library.older_than(began_before_ms)
            library.discard(ids)
            return ids

        def done(ids: list[int]) -> None:
            self._discarded |= set(ids)
            if ids:
                self._undo.append(lambda library: library.restore(ids))
                self.undoable.emit(self.tr("%n sessions were deleted.", "", len(ids)))
            self.changed.emit([])

        self._worker.ask(work, done, self.failed.emit)

    def merge(self, sessions: Sequence[SessionInfo]) -> None:
        """Make one session of these, under the title of the earliest."""
        in_order = sorted(sessions, key=lambda one: one.began_ms)
        ids = [one.id for one in in_order]
        title = title_in_words(in_order[0])

        def undo(library: "Library", merged: int) -> None:
            library.discard([merged])
            library.restore(ids)

        def done(merged: int) -> None:
            self._discarded |= set(ids)
            self._undo.append(lambda library: undo(library, merged))
            self.undoable.emit(self.tr("%n sessions were merged.", "", len(ids)))
            self.changed.emit([merged])

        self._worker.ask(lambda library: library.merge(ids, title), done, self.failed.emit)

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back."""
        return bool(self._undo)

    def undo(self) -> None:
        """Take back the latest deletion or merger."""
        if self._undo:
            self._do(self._undo.pop(), [])

    def empty_old_bin(self) -> None:
        """Delete for good what was deleted before the window was opened: nobody can bring it back any more."""
        if not self._old_bin_emptied:
            self._old_bin_emptied = True
            self._worker.ask(_purge_all_but(self._discarded), lambda _: None, self.failed.emit)

    def empty_bin(self) -> None:
        """Delete for good what was deleted here: nothing can be undone after it."""
        self._undo.clear()
        if self._discarded:
            self._discarded.clear()
            self._worker.ask(lambda library: library.purge_bin(), lambda _: None, self.failed.emit)

    def _do(
        self,
        work: "Callable[[Library], None]",
        select: Sequence[int],
        words: str = "",
        undo: "Callable[[Library], None] | None" = None,
    ) -> None:
        def done(_: None) -> None:
            if undo is not None:
                self._undo.append(undo)
                self.undoable.emit(words)
            self.changed.emit(list(select))

        self._worker.ask(work, done, self.failed.emit)


def _purge_all_but(kept: set[int]) -> "Callable[[Library], None]":
    return lambda library: library.purge([one.id for one in library.discarded() if one.id not in kept])
