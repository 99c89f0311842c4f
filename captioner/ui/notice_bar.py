"""Notices in the main window: a row each, with its way out as a button where there is one."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QScrollBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from captioner.core.caption import Notice
from captioner.ui.messages import translated
from captioner.ui.notice_text import NoticeText
from captioner.ui.theme import theme_of

if TYPE_CHECKING:
    from captioner.ui.overlay_notice import WayOut

_STAYS_S: Final = {"info": 8, "warning": 60, "error": 0}
"""Seconds by severity; an error stays until it is closed."""
_MOST = 3
_LEAST_LINES = 6


class NoticeRow(QFrame):
    """One notice."""

    def __init__(
        self,
        notice: Notice,
        way_out: "WayOut | None",
        close: Callable[["NoticeRow"], None],
        parent: QWidget,
        stays_s: int | None = None,
    ) -> None:
        super().__init__(parent)
        self.notice = notice
        self._way_out = way_out
        text, hint = self._text, self._hint = NoticeText(self), NoticeText(self)
        bold = text.font()
        bold.setBold(True)
        text.setFont(bold)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(text)
        words.addWidget(hint)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.addLayout(words, 1)
        self._button: QPushButton | None = None
        if way_out is not None:
            button = self._button = QPushButton()
            button.clicked.connect(way_out.act)
            button.clicked.connect(lambda: close(self))
            words.addSpacing(4)
            words.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        away = self._away = QToolButton()
        away.setText("×")  # every font has it: for another sign Qt would look through all fonts of the system
        away.setAutoRaise(True)
        away.clicked.connect(lambda: close(self))
        row.addWidget(away, 0, Qt.AlignmentFlag.AlignTop)
        self._say()
        seconds = _STAYS_S[notice.severity] if stays_s is None else stays_s
        if seconds:
            QTimer.singleShot(seconds * 1000, self, lambda: close(self))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another language of the interface."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _say(self) -> None:
        text, hint = translated(self.notice.text), translated(self.notice.hint)
        self.setAccessibleName(f"{text} {hint}".strip())
        self._text.tell(text)
        self._hint.tell(hint)
        if self._way_out is not None and self._button is not None:
            self._button.setText(self._way_out.label())
        self._away.setToolTip(self.tr("Close this notice"))
        self._away.setAccessibleName(self.tr("Close this notice"))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        theme = theme_of(self.palette())
        colour = {"info": theme.link, "warning": theme.warning, "error": theme.error}[self.notice.severity]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(theme.line))
        painter.setBrush(QColor(theme.panel))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(QRectF(6, 8, 4, self.height() - 16), 2, 2)
        painter.end()


class NoticeBar(QScrollArea):
    """The newest notices, the same one only once. Where they are higher than the room for them, they scroll."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[NoticeRow] = []
        self.setVerticalScrollBar(QScrollBar())  # ours, as the viewport: see MainWindow._lay_out
        ground = QWidget()
        self.setViewport(ground)
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        ground.setAutoFillBackground(False)
        content.setAutoFillBackground(False)
        self.hide()

    def sizeHint(self) -> QSize:  # noqa: N802
        """High enough for all of them at this width."""
        return QSize(super().sizeHint().width(), self._column.totalHeightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """High enough for some lines."""
        height = min(_LEAST_LINES * self.fontMetrics().height(), self.sizeHint().height())
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(self._column.totalMinimumSize().width() + bar, height)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Narrower ones are higher."""
        super().resizeEvent(event)
        self._fit()
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def _fit(self) -> None:
        """Scroll if they must. Qt's own choice keeps a bar because with the bar, lines are shorter and so are more."""
        fits = self._column.totalHeightForWidth(self.width()) <= self.height()
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if fits else Qt.ScrollBarPolicy.ScrollBarAlwaysOn
        self.setVerticalScrollBarPolicy(policy)

    @property
    def notices(self) -> list[Notice]:
        """What is shown, the newest first."""
        return [row.notice for row in self._rows]

    def tell(self, notice: Notice, way_out: "WayOut | None" = None, *, stays_s: int | None = None) -> None:
        """Show a notice above the others; ``stays_s`` in place of the time that its severity gives it."""
        if notice in self.notices:
            return
        row = NoticeRow(notice, way_out, self._close, self, stays_s)
        self._rows.insert(0, row)
        self._column.insertWidget(0, row)
        while len(self._rows) > _MOST:
            self._close(self._rows[-1])
        self.show()
        self.verticalScrollBar().setValue(0)
        self.updateGeometry()
        self._fit()
        QAccessible.updateAccessibility(QAccessibleEvent(row, QAccessible.Event.Alert))

    def clear(self) -> None:
        """Close all of them."""
        for row in tuple(self._rows):
            self._close(row)

    def _close(self, row: NoticeRow) -> None:
        if row in self._rows:
            self._rows.remove(row)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
            self.setVisible(bool(self._rows))
            self.updateGeometry()
            self._fit()
