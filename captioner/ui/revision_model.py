"""A transcript with what a second hearing changes in it, line by line."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from captioner.transcript.revised_lines import RevisedLine
from captioner.transcript.revision import Hunk
from captioner.ui.library_words import clock_of_ms, name_in_words

LINE_ROLE: Final = int(Qt.ItemDataRole.UserRole)
"""The RevisedLine of a row."""
Index = QModelIndex | QPersistentModelIndex


def text_of(line: RevisedLine) -> str:
    """All that is shown of a line, what goes and what comes."""
    return "".join(piece.text for piece in line.pieces)


def hunks_of(line: RevisedLine) -> list[Hunk]:
    """The changes in a line, in the order of their words."""
    return list(dict.fromkeys(piece.hunk for piece in line.pieces if piece.hunk is not None))


class RevisionModel(QAbstractListModel):
    """Shown anew as a whole: what is accepted may change the lines around it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.lines: Sequence[RevisedLine] = ()

    def show(self, lines: Sequence[RevisedLine]) -> None:
        """Other lines."""
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def row_of(self, hunk: Hunk) -> int:
        """The first line that a change is in; -1 where it is in none."""
        return next((row for row, line in enumerate(self.lines) if hunk in hunks_of(line)), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == LINE_ROLE:
            return self.lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._in_words(self.lines[index.row()])
        return None

    def _in_words(self, line: RevisedLine) -> str:
        name = f"{name_in_words(line.speaker)}: " if line.speaker else ""
        marks = {"kept": "%1", "removed": self.tr("[removed: %1]"), "added": self.tr("[added: %1]")}
        words = " ".join(marks[piece.kind].replace("%1", piece.text.strip()) for piece in line.pieces)
        return f"{clock_of_ms(line.start_ms)}  {name}{words}"
