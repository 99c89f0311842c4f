"""A list of rows of different heights that opens, grows and is resized at once, however long it is.

Qt's own list asks for the size of every row before it shows the first, and for all of them again when one row comes or
goes: for the cues of ten hours a quarter of a second. Here the rows on the screen are measured when they come there,
the others are guessed, and measured a few at a time while nothing else happens. What is on the screen stays where it is
meanwhile.
"""

import time
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    QTimer,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QCursor,
    QPainter,
    QPaintEvent,
    QPalette,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyleOptionViewItem, QWidget

from captioner.ui.row_places import RowPlaces

Index = QModelIndex | QPersistentModelIndex
_CALM_MS: Final = 40
"""Rows out of sight are measured when no rows came for so long."""
_SLICE_S: Final = 0.004
"""For so long rows are measured at a time."""
_Hint = QAbstractItemView.ScrollHint


class MeasuredList(QListView):
    """Its subclass says how high rows are: ``row_height`` measures, ``guess_heights`` guesses, quickly.

    It is a QListView for what a screen reader makes of one; the layout of that is not used.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places = RowPlaces()
        self._stale = True
        self._settling = False
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self._measure_some)

    # What a subclass says

    def prepare_heights(self, width: int) -> None:
        """From now on rows are asked for at this width of the view and its font of now."""
        raise NotImplementedError

    def row_height(self, row: int) -> int:
        """The height of a row in pixels."""
        raise NotImplementedError

    def guess_heights(self, first: int, count: int) -> Sequence[int]:
        """About how high some rows are."""
        raise NotImplementedError

    # The model changes

    def setModel(self, model: QAbstractItemModel | None) -> None:  # noqa: N802
        """Show the rows of this model."""
        super().setModel(model)
        if model is not None:
            model.rowsRemoved.connect(self._removed)

    def reset(self) -> None:
        """Other rows."""
        self._stale = True
        super().reset()

    def rowsInserted(self, parent: Index, start: int, end: int) -> None:  # noqa: N802
        """More rows; those on the screen stay where they are."""
        if not self._stale:
            row, above = self._anchor()
            count = end - start + 1
            if start < row or (start == row and above > 0):
                row += count
            self._places.insert(start, self.guess_heights(start, count))
            self._settle(row, above)
        QAbstractItemView.rowsInserted(self, parent, start, end)

    def rowsAboutToBeRemoved(self, parent: Index, start: int, end: int) -> None:  # noqa: N802
        """The current row changes where it is one of them."""
        QAbstractItemView.rowsAboutToBeRemoved(self, parent, start, end)

    def _removed(self, _: QModelIndex, first: int, last: int) -> None:
        if not self._stale:
            row, above = self._anchor()
            if last < row:
                row -= last - first + 1
            elif first <= row:
                row, above = first, 0
            self._places.remove(first, last)
            self._settle(row, above)

    def dataChanged(self, top: Index, bottom: Index, roles: Sequence[int] = ()) -> None:  # noqa: N802
        """Rows have other texts."""
        QAbstractItemView.dataChanged(self, top, bottom, roles)
        if not self._stale:
            anchor = self._anchor()
            self._places.doubt(top.row(), bottom.row())
            self._settle(*anchor)

    def doItemsLayout(self) -> None:  # noqa: N802
        """All rows may be of other heights: they are measured again where they are seen."""
        if self.model() is None:
            return
        self.prepare_heights(self.viewport().width())
        anchor = self._anchor()
        if self._stale:
            self._places = RowPlaces(self.guess_heights(0, self.model().rowCount()))
            self._stale = False
        self._places.doubt(0, len(self._places) - 1)
        QAbstractItemView.doItemsLayout(self)
        self._settle(*anchor)

    # Where rows are

    def visualRect(self, index: Index) -> QRect:  # noqa: N802
        """Where a row is in the view, or would be."""
        self._be_laid_out()
        if not index.isValid() or index.row() >= len(self._places):
            return QRect()
        row = index.row()
        top = self._places.top(row) - self.verticalOffset()
        return QRect(0, top, self.viewport().width(), self._places.height(row))

    def indexAt(self, point: QPoint) -> QModelIndex:  # noqa: N802
        """The row at a place of the view."""
        self._be_laid_out()
        y = point.y() + self.verticalOffset()
        row = self._places.row_at(y)
        return self.model().index(row, 0) if y >= 0 and row < len(self._places) else QModelIndex()

    def scrollTo(self, index: Index, hint: _Hint = _Hint.EnsureVisible) -> None:  # noqa: N802
        """Bring a row to the screen."""
        self._be_laid_out()
        if not index.isValid() or index.row() >= len(self._places):
            return
        row, window = index.row(), self.viewport().height()
        self._measure(row)
        height, top = self._places.height(row), self.visualRect(index).top()
        if hint == _Hint.EnsureVisible:
            if top < 0 or height > window:
                hint = _Hint.PositionAtTop
            elif top + height > window:
                hint = _Hint.PositionAtBottom
            else:
                return
        above = {_Hint.PositionAtTop: 0, _Hint.PositionAtBottom: height - window}.get(hint, (height - window) // 2)
        self._settle(row, above)

    def isIndexHidden(self, _: Index) -> bool:  # noqa: N802
        return False

    def horizontalOffset(self) -> int:  # noqa: N802
        return 0

    def verticalOffset(self) -> int:  # noqa: N802
        return self.verticalScrollBar().value()

    def moveCursor(  # noqa: N802
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """The row to which a key goes."""
        self._be_laid_out()
        last = len(self._places) - 1
        row, page = self.currentIndex().row(), self.viewport().height()
        if last < 0:
            return QModelIndex()
        if row < 0:
            return self.model().index(0, 0)
        moves = QAbstractItemView.CursorAction
        if action == moves.MoveHome:
            row = 0
        elif action == moves.MoveEnd:
            row = last
        elif action == moves.MovePageUp:
            row = min(self._places.row_at(self._places.top(row + 1) - page), max(row - 1, 0))
        elif action == moves.MovePageDown:
            row = max(self._places.row_at(self._places.top(row) + page) - 1, row + 1)
        elif action in (moves.MoveUp, moves.MovePrevious):
            row -= 1
        elif action in (moves.MoveDown, moves.MoveNext):
            row += 1
        return self.model().index(min(max(row, 0), last), 0)

    def setSelection(self, box: QRect, command: QItemSelectionModel.SelectionFlag) -> None:  # noqa: N802
        """Select the rows that a stretch of the view touches."""
        self._be_laid_out()
        box, y = box.normalized(), self.verticalOffset()
        first, last = self._places.row_at(box.top() + y), self._places.row_at(box.bottom() + y)
        last = min(last, len(self._places) - 1)
        chosen = QItemSelection()
        if first <= last and box.bottom() + y >= 0:
            chosen.select(self.model().index(first, 0), self.model().index(last, 0))
        self.selectionModel().select(chosen, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:  # noqa: N802
        """What of the screen selected rows cover."""
        region, (first, last) = QRegion(), self._on_screen()
        for at in range(selection.size()):
            stretch = selection.at(at)
            for row in range(max(stretch.top(), first), min(stretch.bottom(), last) + 1):
                region += self.visualRect(self.model().index(row, 0))
        return region

    # Qt's events

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802
        """A screen reader reads the row."""
        QAbstractItemView.currentChanged(self, current, previous)
        if QAccessible.isActive() and current.isValid() and self.hasFocus():
            self._tell(QAccessible.Event.Focus, current.row())

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:  # noqa: N802
        """A screen reader hears of that, too."""
        QAbstractItemView.selectionChanged(self, selected, deselected)
        if QAccessible.isActive():
            for rows, event in (
                (selected, QAccessible.Event.SelectionAdd),
                (deselected, QAccessible.Event.SelectionRemove),
            ):
                if rows.size():
                    self._tell(event, rows.first().top())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Lines wrap elsewhere."""
        QAbstractItemView.resizeEvent(self, event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def updateGeometries(self) -> None:  # noqa: N802
        """The scroll bar goes over all rows."""
        self.updateEditorGeometries()
        if not self._stale and not self._settling:
            self._settle(*self._anchor())

    def scrollContentsBy(self, _: int, dy: int) -> None:  # noqa: N802
        """The user scrolls."""
        if not self._settling:
            self.scrollDirtyRegion(0, dy)
            self.viewport().scroll(0, dy)
            if dy < 0 and self.verticalOffset() == self.verticalScrollBar().maximum():
                self._settle(len(self._places), -self.viewport().height())  # to the end, wherever that is
            else:
                self._settle(*self._anchor())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The rows on the screen."""
        self._be_laid_out()
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        painter = QPainter(self.viewport())
        current, selection = self.currentIndex(), self.selectionModel()
        mouse = self.viewport().mapFromGlobal(QCursor.pos()) if self.viewport().underMouse() else QPoint(-1, -1)
        plain, states = option.state, QStyle.StateFlag
        if not self.isEnabled():
            option.palette.setCurrentColorGroup(QPalette.ColorGroup.Disabled)
        first, last = self._on_screen()
        for row in range(first, last + 1):
            index = self.model().index(row, 0)
            option.rect = self.visualRect(index)
            if not event.region().intersects(option.rect):
                continue
            option.state = plain
            if selection.isSelected(index):
                option.state |= states.State_Selected
            if index == current and self.hasFocus():
                option.state |= states.State_HasFocus
            if option.rect.contains(mouse):
                option.state |= states.State_MouseOver
            self.itemDelegateForIndex(index).paint(painter, option, index)
        painter.end()

    # Within

    def _be_laid_out(self) -> None:
        """What waits to be laid out is, before anything is said of places."""
        if not self._settling:
            self.executeDelayedItemsLayout()

    def _on_screen(self) -> tuple[int, int]:
        """The first row and the last one that can be seen."""
        y = self.verticalOffset()
        last = self._places.row_at(y + self.viewport().height() - 1)
        return self._places.row_at(y), min(last, len(self._places) - 1)

    def _anchor(self) -> tuple[int, int]:
        """The row at the upper edge of the view, and how many pixels of it are above."""
        row = self._places.row_at(self.verticalOffset())
        return row, self.verticalOffset() - self._places.top(row)

    def _measure(self, row: int) -> None:
        if not self._places.is_measured(row):
            self._places.measure(row, self.row_height(row))

    def _settle(self, row: int, above: int) -> None:
        """Have a row at the upper edge with so many pixels of it above, and measured all that can be seen then."""
        places, window = self._places, self.viewport().height()
        before = self.verticalOffset(), self._shown()
        row = min(row, len(places))
        at, end = row, -above
        while at < len(places) and end < window:
            self._measure(at)
            end += places.height(at)
            at += 1
        at, begin = row, -above
        if end < window:
            begin += window - end  # the last row is at the lower edge
        while at > 0 and begin > 0:
            at -= 1
            self._measure(at)
            begin -= places.height(at)
        self._settling = True
        bar = self.verticalScrollBar()
        bar.setPageStep(window)
        bar.setSingleStep(2 * self.fontMetrics().lineSpacing())
        bar.setRange(0, max(0, places.total - window))
        bar.setValue(places.top(row) + above)
        self._settling = False
        if (bar.value(), self._shown()) != before:
            self._moved()
        if places.next_guess(0) is not None:
            self._idle.start(_CALM_MS)

    def _shown(self) -> tuple[tuple[int, int], ...]:
        """Rows that can be seen and where they are, to tell whether they moved."""
        first, last = self._on_screen()
        y = self.verticalOffset()
        return tuple((row, self._places.top(row) - y) for row in range(first, last + 1))

    def _moved(self) -> None:
        self._settling = True
        self.updateEditorGeometries()  # fields in which somebody writes
        self._settling = False
        self.viewport().update()

    def _measure_some(self) -> None:
        """While nothing else happens: rows out of sight."""
        if self._stale:
            return
        anchor, until = self._anchor(), time.perf_counter() + _SLICE_S
        row: int | None = anchor[0]
        while row is not None and time.perf_counter() < until:
            row = self._places.next_guess(row)
            if row is not None:
                self._measure(row)
        self._settle(*anchor)
        if self._idle.isActive():
            self._idle.start(0)

    def _tell(self, event: QAccessible.Event, row: int) -> None:
        told = QAccessibleEvent(self, event)
        told.setChild(row)
        QAccessible.updateAccessibility(told)
