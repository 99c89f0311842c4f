"""The mouse on the overlay: drag anywhere, resize at the edges, select in text that stands still, scroll back."""

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from captioner.ui.caption_lines import Position
from captioner.ui.overlay_lines import CaptionRows
from captioner.ui.overlay_placement import MIN_WIDTH
from captioner.ui.overlay_window_system import moves_by_hand

_EDGE = 8
_NOTCH = 120
"""Eighths of a degree that one notch of a wheel turns (QWheelEvent)."""


@dataclass(frozen=True, slots=True)
class Grip:
    """The edges that the mouse has hold of; none of them: the whole."""

    left: bool = False
    top: bool = False
    right: bool = False
    bottom: bool = False

    @property
    def edges(self) -> Qt.Edge:
        """As Qt names them."""
        edges = Qt.Edge(0)
        for held, edge in (
            (self.left, Qt.Edge.LeftEdge),
            (self.top, Qt.Edge.TopEdge),
            (self.right, Qt.Edge.RightEdge),
            (self.bottom, Qt.Edge.BottomEdge),
        ):
            if held:
                edges |= edge
        return edges

    @property
    def cursor(self) -> Qt.CursorShape:
        """What shows that the edge can be dragged."""
        if (self.left and self.top) or (self.right and self.bottom):
            return Qt.CursorShape.SizeFDiagCursor
        if (self.right and self.top) or (self.left and self.bottom):
            return Qt.CursorShape.SizeBDiagCursor
        if self.left or self.right:
            return Qt.CursorShape.SizeHorCursor
        if self.top or self.bottom:
            return Qt.CursorShape.SizeVerCursor
        return Qt.CursorShape.SizeAllCursor

    def __bool__(self) -> bool:
        return self.left or self.top or self.right or self.bottom


def grip_at(point: QPoint, rect: QRect) -> Grip:
    """What a press at this point of the overlay takes hold of."""
    return Grip(
        left=point.x() < rect.left() + _EDGE,
        top=point.y() < rect.top() + _EDGE,
        right=point.x() > rect.right() - _EDGE,
        bottom=point.y() > rect.bottom() - _EDGE,
    )


def stretched(rect: QRect, grip: Grip, by: QPoint) -> QRect:
    """The rectangle with the edges that are held moved, no narrower than can be used."""
    left = min(rect.left() + by.x(), rect.right() + 1 - MIN_WIDTH) if grip.left else rect.left()
    right = max(rect.right() + by.x(), rect.left() + MIN_WIDTH - 1) if grip.right else rect.right()
    top = min(rect.top() + by.y(), rect.bottom()) if grip.top else rect.top()
    bottom = max(rect.bottom() + by.y(), rect.top()) if grip.bottom else rect.bottom()
    return QRect(QPoint(left, top), QPoint(right, bottom))


class Dragged(Protocol):
    """What the mouse does to the overlay."""

    def drag_to(self, rect: QRect, cursor: QPoint) -> None:
        """Move there."""

    def resize_to(self, rect: QRect, grip: Grip) -> None:
        """Take this size, as far as rows allow."""

    def dropped(self) -> None:
        """The mouse let go."""

    def selection_changed(self) -> None:
        """Some other text is selected."""


class OverlayMouse:
    """Gives each mouse event of the overlay its meaning."""

    def __init__(self, window: QWidget, rows: CaptionRows, dragged: Dragged) -> None:
        self._window = window
        self._rows = rows
        self._dragged = dragged
        self._grip: Grip | None = None
        self._from = QPoint()
        self._rect = QRect()
        self._dragging = False
        self._selecting: Position | None = None
        self._turned = 0

    def press(self, event: QMouseEvent) -> None:
        """Take hold of an edge, of the text that stands still, or of the whole."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        point = event.position().toPoint()
        grip = grip_at(point, self._window.rect())
        self._selecting = None if grip or self._rows.following else self._text_at(point)
        if self._selecting:
            self._rows.select(None, None)
            self._dragged.selection_changed()
            return
        self._grip = grip
        self._from = event.globalPosition().toPoint()
        self._rect = self._window.geometry()
        self._dragging = False

    def move(self, event: QMouseEvent) -> None:
        """Drag, resize or select; without a button, show what a press would do."""
        point = event.position().toPoint()
        if not event.buttons() & Qt.MouseButton.LeftButton:
            self._show_meaning(point)
        elif self._selecting:
            self._rows.select(self._selecting, self._rows.position_at(self._rows.mapFrom(self._window, point)))
            self._dragged.selection_changed()
        elif self._grip is not None:
            by = event.globalPosition().toPoint() - self._from
            if not self._dragging and by.manhattanLength() < QApplication.startDragDistance():
                return
            if not self._dragging and not moves_by_hand() and self._hand_over(self._grip):
                return
            self._dragging = True
            if self._grip:
                self._dragged.resize_to(stretched(self._rect, self._grip, by), self._grip)
            else:
                self._dragged.drag_to(self._rect.translated(by), event.globalPosition().toPoint())

    def release(self, event: QMouseEvent) -> None:
        """Let go."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self._dragging:
            self._dragged.dropped()
        self._grip, self._selecting, self._dragging = None, None, False

    def wheel(self, event: QWheelEvent) -> None:
        """A notch is a row; the parts of a notch that touch pads send add up."""
        self._turned += event.angleDelta().y()
        rows = int(self._turned / _NOTCH)
        if rows:
            self._turned -= rows * _NOTCH
            self._rows.scroll_back(rows)
        event.accept()

    def _hand_over(self, grip: Grip) -> bool:
        """Let the window system move or resize; it also ends it, without a release for us."""
        handle = self._window.windowHandle()
        if handle is None:
            return False
        taken = handle.startSystemResize(grip.edges) if grip else handle.startSystemMove()
        if taken:
            self._grip = None
        return taken

    def _text_at(self, point: QPoint) -> Position | None:
        return self._rows.position_at(self._rows.mapFrom(self._window, point))

    def _show_meaning(self, point: QPoint) -> None:
        grip = grip_at(point, self._window.rect())
        text = not grip and not self._rows.following and self._text_at(point) is not None
        self._window.setCursor(Qt.CursorShape.IBeamCursor if text else grip.cursor)
