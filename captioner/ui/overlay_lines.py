"""The rows of the overlay as widgets: each is a node that a screen reader finds, and repaints alone.

A row that is new rolls in from below while the others roll up. Nothing is repainted while nothing changes.
"""

from collections.abc import Mapping

from PySide6.QtCore import QAbstractAnimation, QEasingCurve, QEvent, QPoint, QPointF, QRect, QVariantAnimation, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from captioner.core.caption import Caption
from captioner.ui.caption_lines import CaptionLines, Position, Row
from captioner.ui.caption_style import CaptionStyle
from captioner.ui.overlay_text import SetRow, Typesetter

_ROLL_MS = 160
_MAX_ROLL = 3
"""Rows that roll at most: more at once (a scroll, a long final text) would blur."""


class RowLabel(QLabel):
    """One row. Its accessible name is its committed text: tentative text would be read, then read again otherwise."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self._set_row: SetRow | None = None
        self._picture: QPixmap | None = None
        self._margin = 0

    @property
    def set_row(self) -> SetRow | None:
        """What it shows."""
        return self._set_row

    def show_row(self, setter: Typesetter, row: Row | None, selected: tuple[int, int]) -> None:
        """Show this row, or nothing; repaints from the first character that changed."""
        if row is None:
            self.hide()
            self._set_row = self._picture = None
            self.setAccessibleName("")
            return
        before = self._set_row
        if before is not None and before.same_as(row, selected):
            return
        now = setter.set(row, selected)
        from_x = now.unchanged_until(before) if before is not None and before.row.start == row.start else 0.0
        ratio = self.devicePixelRatioF()
        old = (before, self._picture) if before is not None and self._picture is not None and from_x > 0 else None
        self._picture = now.picture(ratio, old)
        self._set_row = now
        self._margin = round(setter.em)
        self.setAccessibleName(row.text[: row.solid])
        self.show()
        self.update(QRect(round(from_x) if from_x > 0 else 0, 0, self.width(), self.height()))

    def forget(self) -> None:
        """The style changed: nothing of what was painted is of use."""
        self._set_row = self._picture = None

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Copy what is needed from the picture."""
        if self._picture is None:
            return
        painter = QPainter(self)
        ratio = self._picture.devicePixelRatio()
        needed = event.rect()
        source = QRect(QPoint(round(needed.x() * ratio), 0), needed.size() * ratio)
        painter.drawPixmap(QPointF(needed.x(), 0), self._picture, source)
        painter.end()


class CaptionRows(QWidget):
    """A view of the newest rows, or of older ones while it is scrolled back or frozen.

    It takes no mouse events: the overlay gives it what belongs to text.
    """

    following_changed = Signal(bool)
    """Whether the newest rows are shown as they come."""

    def __init__(self, style: CaptionStyle, rows: int, preferred_han: str) -> None:
        super().__init__()
        self._style = style
        self._count = rows
        self._preferred_han = preferred_han
        self._setter = Typesetter(style, 1, preferred_han)
        self._lines = CaptionLines(self._setter)
        self._labels: list[RowLabel] = []
        self._bottom = 0
        self._cleared = 0
        self._following = True
        self._selection: tuple[Position, Position] | None = None
        self._roll = QVariantAnimation(self)
        self._roll.setDuration(_ROLL_MS)
        self._roll.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._roll.valueChanged.connect(self._place_labels)
        self._roll.finished.connect(self._fill)

    @property
    def row_height(self) -> int:
        """Logical pixels."""
        return self._setter.row_height

    @property
    def margin(self) -> int:
        """Room that text needs left and right of it, part of this widget's width."""
        return round(self._setter.em)

    @property
    def following(self) -> bool:
        """Whether the newest rows are shown as they come."""
        return self._following

    @property
    def selected_text(self) -> str:
        """What is selected, a line a turn."""
        return self._lines.text_between(*self._selection) if self._selection else ""

    def visible_text(self) -> list[str]:
        """The rows that are shown, from the top, without those that are empty."""
        return [label.set_row.row.text for label in self._shown_labels() if label.set_row]

    def show_caption(self, caption: Caption) -> bool:
        """Take one state of an utterance; whether the text changed."""
        before = self._lines.bottom
        if not self._lines.show(caption):
            return False
        if self._following:
            self._bottom = self._lines.bottom
            if grown := min(self._bottom - before, _MAX_ROLL):
                self._start_roll(grown)
            self._fill()
        return True

    def set_names(self, names: Mapping[str, str], shown: bool) -> None:
        """Labels by track, in the order of the speakers, and whether they stand before what is said from now on."""
        self._lines.rename(dict(names), shown)

    def restyle(self, style: CaptionStyle, rows: int) -> None:
        """Other looks or another number of rows."""
        self._style, self._count = style, rows
        self._reset_rows()

    def clear(self) -> None:
        """Begin with empty rows; what was there can be scrolled back to."""
        self._cleared = self._lines.bottom
        self._fill()

    def scroll_back(self, rows: int) -> None:
        """Go back by so many rows, forward by negative ones; at the newest it follows again."""
        top = self._lines.first_row(self._bottom - rows - self._count)
        bottom = min(max(self._bottom - rows, top + self._count), self._lines.bottom)
        self._bottom = max(bottom, 0)
        self._roll.stop()
        self._cleared = min(self._cleared, top)
        self._follow(self._bottom >= self._lines.bottom)
        self._fill()

    def freeze(self, frozen: bool) -> None:
        """Hold what is shown, or go to the newest rows and follow them."""
        if not frozen:
            self._bottom = self._lines.bottom
            self._selection = None
        self._follow(not frozen)
        self._roll.stop()
        self._fill()

    def position_at(self, point: QPoint) -> Position | None:
        """The place in the text nearest to a point of this widget, None where there is no text."""
        shown = [(abs(label.geometry().center().y() - point.y()), label.set_row) for label in self._shown_labels()]
        nearest = min(((away, found) for away, found in shown if found), key=lambda one: one[0], default=None)
        if nearest is None:
            return None
        row = nearest[1].row
        return Position(row.turn, row.start + nearest[1].offset_at(point.x() - self.margin))

    def select(self, one: Position | None, other: Position | None) -> None:
        """Select what is between two places, nothing where one is missing."""
        self._selection = (min(one, other), max(one, other)) if one and other and one != other else None
        self._fill()

    def select_all(self) -> None:
        """Select everything that can be scrolled to."""
        self.select(*self._lines.everything())

    def event(self, event: QEvent) -> bool:
        """On a screen of another density all is painted anew."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._reset_rows()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Another width breaks all rows anew."""
        super().resizeEvent(event)
        self._reset_rows()

    def _reset_rows(self) -> None:
        self._roll.stop()
        self._setter = Typesetter(self._style, 1, self._preferred_han)
        self._setter.width = max(1, self.width() - 2 * self.margin)
        behind = self._lines.bottom - self._bottom
        self._lines.rebreak(self._setter)
        self._bottom = self._lines.bottom - behind
        while len(self._labels) < self._count + _MAX_ROLL:
            self._labels.append(RowLabel(self))
        for label in self._labels:
            label.forget()
            label.resize(self.width(), self.row_height)
        self._fill()

    def _follow(self, following: bool) -> None:
        if following != self._following:
            self._following = following
            self.following_changed.emit(following)

    def _start_roll(self, rows: int) -> None:
        self._roll.stop()
        if self.isVisible():
            self._roll.setStartValue(float(rows * self.row_height))
            self._roll.setEndValue(0.0)
            self._roll.start()

    def _fill(self) -> None:
        """Give each label its row. Labels keep the rows that they have where they can: nothing is painted twice."""
        if not self._labels:
            return
        size = len(self._labels)
        rows = self._lines.window(self._bottom, size)
        for index, row in enumerate(rows):
            ordinal = self._bottom - size + index
            if ordinal < self._cleared or (ordinal < self._bottom - self._count and not self._rolling):
                row = None
            self._labels[ordinal % size].show_row(self._setter, row, self._selected_in(row))
        self._place_labels()

    def _place_labels(self) -> None:
        size = len(self._labels)
        offset = round(self._roll.currentValue()) if self._rolling else 0
        for index in range(size):
            ordinal = self._bottom - size + index
            y = self.height() - (size - index) * self.row_height + offset
            self._labels[ordinal % size].move(0, y)

    @property
    def _rolling(self) -> bool:
        return self._roll.state() == QAbstractAnimation.State.Running

    def _shown_labels(self) -> list[RowLabel]:
        return sorted((label for label in self._labels if not label.isHidden()), key=lambda label: label.y())

    def _selected_in(self, row: Row | None) -> tuple[int, int]:
        """The characters of the row that are selected."""
        if row is None or self._selection is None:
            return 0, 0
        first, last = self._selection
        if not first.turn <= row.turn <= last.turn:
            return 0, 0
        begin = first.offset - row.start if row.turn == first.turn else 0
        end = last.offset - row.start if row.turn == last.turn else len(row.text)
        begin, end = max(begin, 0), min(end, len(row.text))
        return (begin, end) if begin < end else (0, 0)
