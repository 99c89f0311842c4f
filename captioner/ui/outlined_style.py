"""Fusion with outlines that can be seen: its own are a shade of the window's colour, on a dark one next to nothing."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleOption, QWidget

_ROUND = (QStyle.PrimitiveElement.PE_IndicatorRadioButton,)
_SQUARE = (QStyle.PrimitiveElement.PE_IndicatorCheckBox, QStyle.PrimitiveElement.PE_FrameLineEdit)
_OUTLINED = frozenset((*_ROUND, *_SQUARE))


class OutlinedStyle(QProxyStyle):
    """Draws boxes to tick, and fields, with the palette's ``Mid``: at least 3:1 on their grounds (WCAG 1.4.11)."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def drawPrimitive(  # noqa: N802
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """As Fusion does, with the outline over it."""
        super().drawPrimitive(element, option, painter, widget)
        if element not in _OUTLINED:
            return
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        role = QPalette.ColorRole.Highlight if focused else QPalette.ColorRole.Mid
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(option.palette.color(role)), 1))
        painter.setBrush(QColor(0, 0, 0, 0))
        box = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5)
        if element in _ROUND:
            side = min(box.width(), box.height())
            painter.drawEllipse(QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side))
        else:
            painter.drawRoundedRect(box, 2, 2)
        painter.restore()
