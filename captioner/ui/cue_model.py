"""The cues of a stored session as a list: the first page at once, the rest behind it.

Qt asks for the number of rows twice for each row that it lays out. Answered in Python, this would be half of what
laying out a session of ten hours takes; so the model is one whose rows Qt counts by itself, with no items in them.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from typing import Any, Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QStandardItemModel

from captioner.core.errors import CaptionerError
from captioner.core.library import CueChange, StoredCue
from captioner.ui.library_words import clock_of_ms, name_in_words
from captioner.ui.library_worker import LibraryWorker

CUE_ROLE: Final = int(Qt.ItemDataRole.UserRole)
"""The StoredCue of a row."""
_FIRST_PAGE: Final = 200
_FIRST: Final = "the first cues"
_REST: Final = "the rest of the cues"
_MOST_MOVES: Final = 200
"""A change of more cues than this is shown as a new list, rather than row by row."""
_FLAGS: Final = (
    Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsEditable
    | Qt.ItemFlag.ItemNeverHasChildren
)
Index = QModelIndex | QPersistentModelIndex


def _place(entry: StoredCue) -> tuple[int, int]:
    return entry.cue.start_ms, entry.id


class CueModel(QStandardItemModel):
    """In order of time. ``edited`` gives the row and the text that a person wrote there; the owner makes it so."""

    complete = Signal()
    """All cues of the session are here."""
    first_page = Signal()
    failed = Signal(CaptionerError)
    edited = Signal(int, str)

    def __init__(self, worker: LibraryWorker, parent: QObject) -> None:
        super().__init__(0, 1, parent)
        self._worker = worker
        self._session = 0
        self._cues: list[StoredCue] = []
        self.is_complete = False

    @property
    def session(self) -> int:
        """Whose cues these are; 0 for none."""
        return self._session

    @property
    def cues(self) -> Sequence[StoredCue]:
        """Those that are here."""
        return self._cues

    def show(self, session: int) -> None:
        """Read the cues of a session, 0 for none."""
        self._session = session
        self.is_complete = False
        for topic in (_FIRST, _REST):
            self._worker.forget(topic)
        if session == 0:
            self._reset([])
        else:
            self._ask(0, _FIRST_PAGE, _FIRST, self._take_first)
            self._ask(_FIRST_PAGE, None, _REST, self._take_rest)

    def grow(self) -> None:
        """Read what has come at the end since; the session runs."""
        self._ask(len(self._cues), None, _REST, self._take_rest)

    def apply(self, change: CueChange) -> None:
        """Show what was changed in the library."""
        if len(change.removed) + len(change.added) > _MOST_MOVES:
            gone = {entry.id for entry in change.removed}
            kept = [entry for entry in self._cues if entry.id not in gone]
            self._reset(sorted([*kept, *change.added], key=_place))
            return
        added = list(change.added)
        for entry in change.removed:
            row = self.row_of(entry)
            if row is None:
                continue
            if added and self._fits(row, added[0]):  # in place: the selection and the scroll position stay
                self._cues[row] = added.pop(0)
                self.dataChanged.emit(self.index(row, 0), self.index(row, 0))
            else:
                del self._cues[row]
                self.removeRows(row, 1)
        for entry in added:
            row = bisect_right(self._cues, _place(entry), key=_place)
            self._cues.insert(row, entry)
            self.insertRows(row, 1)

    def row_of(self, entry: StoredCue) -> int | None:
        """Where a cue stands."""
        row = bisect_left(self._cues, _place(entry), key=_place)
        return row if row < len(self._cues) and self._cues[row].id == entry.id else None

    def row_of_id(self, cue: int) -> int | None:
        """Where the cue of this id stands."""
        return next((row for row, entry in enumerate(self._cues) if entry.id == cue), None)

    def row_at(self, ms: int) -> int:
        """The row of the latest cue that has begun by then; -1 before the first."""
        return bisect_right(self._cues, ms, key=lambda entry: entry.cue.start_ms) - 1

    # What Qt asks

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == CUE_ROLE:
            return self._cues[index.row()]
        if role == Qt.ItemDataRole.EditRole:
            return self._cues[index.row()].cue.text
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) and index.isValid():
            return line_of(self._cues[index.row()])
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802
        if role != Qt.ItemDataRole.EditRole or str(value) == self._cues[index.row()].cue.text:
            return False
        self.edited.emit(index.row(), str(value))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        return _FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags

    # Within

    def _fits(self, row: int, entry: StoredCue) -> bool:
        """Whether the entry keeps the order in the place of the one in this row."""
        before = self._cues[row - 1] if row else None
        after = self._cues[row + 1] if row + 1 < len(self._cues) else None
        return (before is None or _place(before) < _place(entry)) and (after is None or _place(entry) < _place(after))

    def _ask(self, first: int, count: int | None, topic: str, take: Callable[[list[StoredCue]], None]) -> None:
        session = self._session
        self._worker.ask(lambda library: library.cues(session, first=first, count=count), take, self._fail, topic=topic)

    def _fail(self, error: CaptionerError) -> None:
        self._worker.forget(_REST)  # it would be added to what was shown before
        self.failed.emit(error)

    def _take_first(self, cues: list[StoredCue]) -> None:
        self._reset(cues)
        self.first_page.emit()

    def _take_rest(self, cues: list[StoredCue]) -> None:
        if cues:  # at once: the view lays all its rows out anew each time that some come
            row = len(self._cues)
            self._cues += cues
            self.insertRows(row, len(cues))
        self.is_complete = True
        self.complete.emit()

    def _reset(self, cues: list[StoredCue]) -> None:
        self.beginResetModel()
        self._cues = cues
        with QSignalBlocker(self):
            self.setRowCount(len(cues))
        self.endResetModel()


def line_of(entry: StoredCue) -> str:
    """A cue in one line, as it is read out and copied."""
    cue = entry.cue
    name = f"{name_in_words(cue.speaker)}: " if cue.speaker else ""
    return f"{clock_of_ms(cue.start_ms)}  {name}{cue.text}".replace("\n", " ")
