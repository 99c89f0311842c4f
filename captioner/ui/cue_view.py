"""The list of cues, with the keys and clicks that act on one of them."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QPlainTextEdit, QStyleOptionViewItem, QWidget

from captioner.core.library import StoredCue
from captioner.ui.cue_delegate import CueDelegate, CueLook
from captioner.ui.cue_model import CUE_ROLE, CueModel, line_of
from captioner.ui.cue_words import time_at
from captioner.ui.marked_text import units
from captioner.ui.measured_list import MeasuredList

Index = QModelIndex | QPersistentModelIndex
LARGER: Final = 1.12
"""Text to be read, beside text to be glanced at."""


class CueView(MeasuredList):
    """``play_wanted`` gives the moment that was clicked, ``play_pause_wanted`` that Space was pressed.

    ``current_changed`` gives the row that the keys go on from.
    """

    play_wanted = Signal(int)
    play_pause_wanted = Signal()
    current_changed = Signal(int)

    def __init__(self, model: CueModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cues = model
        self.delegate = CueDelegate(model, self)
        self.setItemDelegate(self.delegate)
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setMouseTracking(True)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * LARGER)
        self.setFont(font)
        self._pressed = QPoint()

    @property
    def row(self) -> int:
        """The current row, -1 for none."""
        return self.currentIndex().row()

    @property
    def rows(self) -> list[int]:
        """The selected rows in order."""
        return sorted(index.row() for index in self.selectionModel().selectedIndexes())

    @property
    def editor(self) -> QPlainTextEdit | None:
        """The field in which somebody writes now."""
        fields: list[QPlainTextEdit] = self.viewport().findChildren(QPlainTextEdit)
        return next((field for field in fields if field.isVisible()), None)

    def show_look(self, look: CueLook) -> None:
        """Mark other words; columns follow the names."""
        before, self.delegate.look = self.delegate.look, look
        if look == before:
            return
        if (look.speakers, look.hours) != (before.speakers, before.hours):
            self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def choose(self, row: int) -> None:
        """Make a row the current one and the only one selected, whatever keys are held."""
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(self.cues.index(row, 0), flags.ClearAndSelect)

    def go_to(self, row: int) -> None:
        """Make a row the current one, in the middle of the view."""
        self.choose(row)
        self.scrollTo(self.cues.index(row, 0), QAbstractItemView.ScrollHint.PositionAtCenter)

    def keep_in_sight(self, row: int) -> None:
        """Scroll where a row would be out of sight, so that it and what follows it can be read."""
        index = self.cues.index(row, 0)
        if not self.viewport().rect().contains(self.visualRect(index)):
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtTop)

    def edit_row(self, row: int, position: int | None = None) -> None:
        """Write in a cue, from this character on where it is given."""
        self.choose(row)
        self.edit(self.cues.index(row, 0))
        if (field := self.editor) is not None:
            field.verticalScrollBar().setValue(0)  # it was filled before it had its size
            if position is not None:
                cursor = field.textCursor()
                cursor.setPosition(units(field.toPlainText()[:position]))
                field.setTextCursor(cursor)
            field.ensureCursorVisible()

    def copy(self) -> None:
        """The selected cues as text."""
        QGuiApplication.clipboard().setText("\n".join(line_of(self.cues.cues[row]) for row in self.rows))

    def copy_all(self) -> None:
        """All cues as text."""
        QGuiApplication.clipboard().setText("\n".join(map(line_of, self.cues.cues)))

    def prepare_heights(self, width: int) -> None:
        """Columns take their part of the width."""
        self.delegate.measure(self.font(), width)

    def row_height(self, row: int) -> int:
        """As high as its text."""
        return self.delegate.row_height(row)

    def guess_heights(self, first: int, count: int) -> Sequence[int]:
        """By the lengths of the texts."""
        return self.delegate.guess_heights(first, count)

    # Qt's events

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter writes, Space plays, Ctrl+C copies lines."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() and self.row >= 0:
            self.edit_row(self.row)
        elif event.key() == Qt.Key.Key_Space and not event.modifiers():
            self.play_pause_wanted.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:  # noqa: N802
        """Letters do not jump to cues that begin with them: there is a search for that."""

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Remember where, to tell a click from a drag."""
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A click on a word plays from there."""
        super().mouseReleaseEvent(event)
        where = event.position().toPoint()
        moved = (where - self._pressed).manhattanLength() > 6
        if event.button() == Qt.MouseButton.LeftButton and not moved and not event.modifiers():
            self._clicked(where)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Write at the place of the click."""
        where = event.position().toPoint()
        index = self.indexAt(where)
        if index.isValid():
            self.edit_row(index.row(), self._position(index, where))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.scheduleDelayedItemsLayout()

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802
        """Tell the owner, too."""
        super().currentChanged(current, previous)
        self.current_changed.emit(current.row())

    def _clicked(self, where: QPoint) -> None:
        index = self.indexAt(where)
        if index.isValid():
            entry: StoredCue = index.data(CUE_ROLE)
            position = self._position(index, where)
            self.play_wanted.emit(entry.cue.start_ms if position is None else time_at(entry.cue, position))

    def _position(self, index: QModelIndex, where: QPoint) -> int | None:
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        option.rect = self.visualRect(index)
        return self.delegate.position_at(option, index.data(CUE_ROLE), where)
