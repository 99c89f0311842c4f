"""The sessions of the library as a list, read in pages as one scrolls."""

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from captioner.core.errors import CaptionerError
from captioner.core.library import SessionFilter, SessionInfo
from captioner.ui.library_words import about_in_words, phase_mark, title_in_words
from captioner.ui.library_worker import LibraryWorker

if TYPE_CHECKING:
    from captioner.transcript.library import Library

SESSION_ROLE: Final = int(Qt.ItemDataRole.UserRole)
"""The SessionInfo of a row."""
_PAGE: Final = 200
_TOPIC: Final = "history"
Index = QModelIndex | QPersistentModelIndex


class HistoryModel(QAbstractListModel):
    """Newest first. ``loaded`` tells that what was asked for is here, ``renamed`` that the user gave a new title."""

    loaded = Signal()
    failed = Signal(CaptionerError)
    renamed = Signal(int, str)

    def __init__(self, worker: LibraryWorker, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = worker
        self._which = SessionFilter()
        self._sessions: list[SessionInfo] = []
        self._complete = False
        self._asked = False
        self.has_answer = False
        """Whether the library has said what there is."""

    @property
    def sessions(self) -> list[SessionInfo]:
        """Those that were read so far."""
        return self._sessions

    def show(self, which: SessionFilter) -> None:
        """List these; where they are what is listed, as many again as were read so far."""
        again = which == self._which
        self._which = which
        self._ask(0, max(_PAGE, len(self._sessions)) if again else _PAGE)

    def row_of(self, session: int) -> int | None:
        """Where a session stands, None where it is not read or not listed."""
        return next((row for row, one in enumerate(self._sessions) if one.id == session), None)

    # What Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else len(self._sessions)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        session = self._sessions[index.row()]
        if role == SESSION_ROLE:
            return session
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return title_in_words(session)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return session_in_words(session)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802
        title = str(value).strip()
        session = self._sessions[index.row()]
        if role != Qt.ItemDataRole.EditRole or not title or title == session.title:
            return False
        self.renamed.emit(session.id, title)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def canFetchMore(self, parent: Index) -> bool:  # noqa: N802
        return not self._complete and not self._asked and not parent.isValid()

    def fetchMore(self, parent: Index) -> None:  # noqa: N802
        self._ask(len(self._sessions), _PAGE)

    # Within

    def _ask(self, offset: int, count: int) -> None:
        which, self._asked = self._which, True
        self._worker.ask(
            lambda library: (offset, count, library.sessions(which, limit=count, offset=offset)),
            self._take,
            self._fail,
            topic=_TOPIC,
        )

    def _take(self, answer: tuple[int, int, list[SessionInfo]]) -> None:
        offset, count, sessions = answer
        self._asked = False
        self.has_answer = True
        self._complete = len(sessions) < count
        if offset == 0:
            if sessions != self._sessions:
                self.beginResetModel()
                self._sessions = sessions
                self.endResetModel()
        else:
            known = {one.id for one in self._sessions}  # a session that began meanwhile shifts the pages
            fresh = [one for one in sessions if one.id not in known]
            if fresh:
                self.beginInsertRows(QModelIndex(), offset, offset + len(fresh) - 1)
                self._sessions += fresh
                self.endInsertRows()
        self.loaded.emit()

    def _fail(self, error: CaptionerError) -> None:
        self._asked = False
        self._complete = True
        self.failed.emit(error)


def session_in_words(session: SessionInfo) -> str:
    """Everything that a row shows, as a screen reader says it."""
    parts = (title_in_words(session), phase_mark(session), about_in_words(session), *session.tags, session.first_words)
    return ", ".join(part for part in parts if part)


def tags_of(library: "Library") -> list[str]:
    """All tags that sessions have."""
    return sorted({tag for session in library.sessions() for tag in session.tags}, key=str.casefold)
