"""Notices at the overlay: a window of their own beside it, so that they never stand among captions and can be clicked
while clicks go through the captions."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from captioner.core.caption import Notice
from captioner.ui.messages import translated
from captioner.ui.notice_text import NoticeText
from captioner.ui.overlay_controls import GROUND, SymbolButton
from captioner.ui.overlay_window_system import window_flags

_STAYS_S: Final = {"info": 6, "warning": 15, "error": 0}
"""Seconds by severity; an error stays until it is closed."""

COLOURS: Final = {"info": QColor("#64a8ff"), "warning": QColor("#ffc24b"), "error": QColor("#ff8f8a")}
INK: Final = QColor("#ffffff")
SOFT_INK: Final = QColor("#c8c8cd")
_GAP = 8
_WIDTH_LINES = 40
"""Width in heights of a line: room for a sentence at every size of text."""


@dataclass(frozen=True, slots=True)
class WayOut:
    """A button on a notice: what it says, in the language that the interface has then, and does."""

    label: Callable[[], str]
    act: Callable[[], None]


class NoticeBubble(QWidget):
    """Shows one notice after another."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, window_flags())
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setWindowTitle(self.tr("Notice"))
        self._waiting: deque[tuple[Notice, WayOut | None]] = deque()
        self._shown: tuple[Notice, WayOut | None] | None = None
        self._beside = QRect()
        self._area = QRect()
        self._text = NoticeText(self)
        self._hint = NoticeText(self)
        for label, colour in ((self._text, INK), (self._hint, SOFT_INK)):
            label.setStyleSheet(f"color: {colour.name()}; background: transparent")
        bold = self._text.font()
        bold.setBold(True)
        self._text.setFont(bold)
        self._button = QPushButton(self)
        self._button.setObjectName("way out")
        self._button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._button.setStyleSheet(
            "QPushButton { color: #ffffff; background: #2f6fd0; border: none; border-radius: 6px; padding: 6px 14px }"
            "QPushButton:hover { background: #2560b8 }"
        )
        self._button.clicked.connect(self._take_way_out)
        close = self._close = SymbolButton("close", self.tr("Close this notice"), self)
        close.clicked.connect(self.next)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(self._text)
        column.addWidget(self._hint)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        row = self._layout = QHBoxLayout(self)
        row.setContentsMargins(18, 10, 8, 12)
        row.addLayout(column, 1)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.next)

    def tell(self, notice: Notice, way_out: WayOut | None = None) -> None:
        """Show the notice, after those that are shown and wait; the same one only once."""
        known = [one for one, _ in self._waiting] + ([self._shown[0]] if self._shown else [])
        if notice in known:
            return
        self._waiting.append((notice, way_out))
        if self._shown is None or _STAYS_S[self._shown[0].severity]:
            self.next()

    def next(self) -> None:
        """Close what is shown, show what waits."""
        self._timer.stop()
        self._shown = self._waiting.popleft() if self._waiting else None
        if self._shown is None:
            self.hide()
            return
        self._say(*self._shown)
        if seconds := _STAYS_S[self._shown[0].severity]:
            self._timer.start(seconds * 1000)
        self._place()
        self.show()
        self.update()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def stay_beside(self, overlay: QRect, area: QRect) -> None:
        """Above an overlay in the lower half of the area, below one in the upper."""
        self._beside, self._area = overlay, area
        if self._shown:
            self._place()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another language of the interface."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.setWindowTitle(self.tr("Notice"))
            self._close.become("close", self.tr("Close this notice"))
            if self._shown:
                self._say(*self._shown)
                self._place()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The ground, with a bar in the colour of the severity."""
        if self._shown is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor("#5a5a5f"), 1))
        painter.setBrush(GROUND)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(COLOURS[self._shown[0].severity])
        painter.drawRoundedRect(QRectF(7, 10, 4, self.height() - 20), 2, 2)
        painter.end()

    def _say(self, notice: Notice, way_out: WayOut | None) -> None:
        text, hint = translated(notice.text), translated(notice.hint)
        self._text.tell(text)
        self._hint.tell(hint)
        self._button.setText(way_out.label() if way_out else "")
        self._button.setVisible(way_out is not None)
        self.setAccessibleName(f"{text} {hint}".strip())

    def _place(self) -> None:
        width = _WIDTH_LINES * self.fontMetrics().height()
        if self._area.isValid():
            width = min(width, self._area.width())
        height = self._layout.totalHeightForWidth(width)
        left = self._beside.center().x() - width // 2
        left = min(max(left, self._area.left()), self._area.right() + 1 - width)
        if self._beside.center().y() > self._area.center().y():
            top = self._beside.top() - _GAP - height
        else:
            top = self._beside.bottom() + 1 + _GAP
        self.setGeometry(left, top, width, height)

    def _take_way_out(self) -> None:
        if self._shown and (way_out := self._shown[1]):
            self.next()
            way_out.act()
