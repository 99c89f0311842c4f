"""What a search found, by session: a row for each session, and below it one for each of its hits."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from captioner.core.library import Hit, SessionInfo
from captioner.ui.library_words import about_in_words, clock_of_ms, title_in_words

if TYPE_CHECKING:
    from captioner.transcript.library import Library

ROW_ROLE: Final = int(Qt.ItemDataRole.UserRole)
"""The FoundSession or the Hit of a row."""
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class FoundSession:
    """A session with hits, or one whose title was found."""

    session: int
    title: str
    about: str


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to a search: the hits, and the sessions that they are in."""

    text: str
    hits: tuple[Hit, ...]
    sessions: tuple[SessionInfo, ...]


def found_in(library: "Library", text: str, tag: str, most: int) -> Found:
    """The hits in a library, ``most`` of them, of sessions with the tag where one is given."""
    hits = library.search(text, limit=most)
    infos = [library.session(session) for session in dict.fromkeys(hit.session for hit in hits)]
    sessions = {info.id: info for info in infos if info is not None and (not tag or tag in info.tags)}
    return Found(text, tuple(hit for hit in hits if hit.session in sessions), tuple(sessions.values()))


def rows_of(found: Found) -> list[FoundSession | Hit]:
    """Each session with its hits below it, in the order of the hits."""
    infos = {info.id: info for info in found.sessions}
    hits: dict[int, list[Hit]] = {}
    for hit in found.hits:
        hits.setdefault(hit.session, []).append(hit)
    rows: list[FoundSession | Hit] = []
    for session, own in hits.items():
        if session in infos:
            rows += [_heading(infos[session]), *own]
    return rows


def titled(sessions: Sequence[SessionInfo], text: str) -> list[SessionInfo]:
    """Those that have every word of the text in their title, whatever the case and the accents."""
    words = _folded(text).split()
    return [one for one in sessions if all(word in _folded(one.title) for word in words)]


def _heading(info: SessionInfo) -> FoundSession:
    return FoundSession(info.id, title_in_words(info), about_in_words(info))


def _folded(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text)
    return "".join(part for part in parts if not unicodedata.combining(part)).casefold()


class HitsModel(QAbstractListModel):
    """One answer at a time."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: list[FoundSession | Hit] = []

    def show(self, found: Found) -> None:
        """Another answer."""
        self.beginResetModel()
        self._rows = rows_of(found)
        self.endResetModel()

    def add_titled(self, sessions: Sequence[SessionInfo]) -> None:
        """Put sessions on top that were found by their titles; those with hits stand in the list already."""
        known = {row.session for row in self._rows if isinstance(row, FoundSession)}
        fresh = [_heading(one) for one in sessions if one.id not in known]
        if fresh:
            self.beginInsertRows(QModelIndex(), 0, len(fresh) - 1)
            self._rows[:0] = fresh
            self.endInsertRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if isinstance(row, FoundSession):
                return f"{row.title}, {row.about}"
            return f"{clock_of_ms(row.start_ms)} {row.text}".replace("\n", " ")
        return None
