"""The icon of the application, drawn: a speech bubble with two lines of captions. In the tray it shows the state."""

from typing import Final, Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPixmap

IconState = Literal["idle", "listening", "paused", "trouble"]

_SIZES: Final = (16, 22, 24, 32, 48, 64, 128, 256)
_GROUNDS: Final[dict[IconState, QColor]] = {
    "idle": QColor("#5d6470"),
    "listening": QColor("#1f6fdb"),
    "paused": QColor("#8a6a12"),
    "trouble": QColor("#b3261e"),
}
_INK: Final = QColor("#ffffff")
_SIDE: Final = 64.0


def paint_icon(painter: QPainter, state: IconState) -> None:
    """Paint into a square of 64 units. The states differ in shape too, not in colour alone."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    bubble = QPainterPath()
    bubble.addRoundedRect(QRectF(2, 6, 60, 44), 12, 12)
    tail = QPainterPath(QPointF(14, 46))
    tail.lineTo(14, 62)
    tail.lineTo(32, 48)
    tail.closeSubpath()
    painter.setBrush(_GROUNDS[state])
    painter.drawPath(bubble.united(tail))
    painter.setBrush(_INK)
    if state == "paused":
        for left in (22, 35):
            painter.drawRoundedRect(QRectF(left, 15, 7, 26), 2, 2)
    elif state == "trouble":
        painter.drawRoundedRect(QRectF(28.5, 12, 7, 20), 3, 3)
        painter.drawEllipse(QPointF(32, 40), 4.2, 4.2)
    else:
        painter.drawRoundedRect(QRectF(12, 18, 40 if state == "listening" else 24, 7), 3, 3)
        painter.drawRoundedRect(QRectF(12, 32, 28 if state == "listening" else 24, 7), 3, 3)


def icon(state: IconState = "listening") -> QIcon:
    """The icon in all the sizes that systems ask for."""
    found = QIcon()
    for size in _SIZES:
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.scale(size / _SIDE, size / _SIDE)
        paint_icon(painter, state)
        painter.end()
        found.addPixmap(pixmap)
    return found
