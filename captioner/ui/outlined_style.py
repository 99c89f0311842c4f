"""Fusion with outlines that can be seen: its own are a shade of the window's colour, on a dark one next to nothing."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QAbstractItemView, QPlainTextEdit, QProxyStyle, QStyle, QStyleOption, QWidget

_Element = QStyle.PrimitiveElement
_FIELDS = frozenset((_Element.PE_IndicatorCheckBox, _Element.PE_FrameLineEdit))


class OutlinedStyle(QProxyStyle):
    """Draws boxes to tick, and fields, with the palette's ``Mid``: at least 3:1 on their grounds (WCAG 1.4.11).

    Buttons that stay pressed get an outline too.
    """

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
        pressed = element is _Element.PE_PanelButtonCommand and bool(option.state & QStyle.StateFlag.State_On)
        area = element is _Element.PE_Frame and isinstance(widget, (QAbstractItemView, QPlainTextEdit))
        radio = element is _Element.PE_IndicatorRadioButton
        if not (pressed or area or radio or element in _FIELDS):
            return
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        role = QPalette.ColorRole.Highlight if focused or pressed else QPalette.ColorRole.Mid
        width = 2 if pressed else 1
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(option.palette.color(role), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        box = QRectF(option.rect).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        if radio:
            side = min(box.width(), box.height())
            painter.drawEllipse(QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side))
        else:
            painter.drawRoundedRect(box, 2, 2)
        painter.restore()
