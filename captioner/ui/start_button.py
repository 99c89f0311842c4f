"""The one large button, and check boxes that are an action."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QSizePolicy, QWidget

from captioner.ui.theme import theme_of

_PAD = 14
_RADIUS = 10


class StartButton(QAbstractButton):
    """Starts or stops, and looks as what it does: a filled disc to start, a square to stop."""

    def __init__(self, action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._action = action
        self._running = False
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 1.3)
        font.setBold(True)
        self.setFont(font)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def show_running(self, running: bool) -> None:
        """Whether there is something to stop."""
        if running != self._running:
            self._running = running
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for the longest of its texts, with a symbol before it."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + metrics.height() + 4 * _PAD, metrics.height() + 2 * _PAD)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Nothing less."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Ground, symbol and text; a ring while it has the focus or the mouse."""
        theme = theme_of(self.palette())
        ground, edge, ink = (
            (theme.panel, theme.line, theme.ink) if self._running else (theme.accent,) * 2 + ("#ffffff",)
        )
        if not self.isEnabled():
            ground, edge, ink = theme.stripe, theme.line, theme.disabled_ink
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        ringed = self.isEnabled() and (self.hasFocus() or self.underMouse())
        painter.setPen(QPen(QColor(theme.ink if ringed else edge), 2))
        painter.setBrush(QColor(ground).darker(112) if self.isDown() else QColor(ground))
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        side = self.fontMetrics().capHeight()
        width = self.fontMetrics().horizontalAdvance(self.text())
        left = max(box.left() + _PAD, box.center().x() - (width + 2 * side) / 2)
        symbol = QRectF(left, box.center().y() - side / 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.error if self._running and self.isEnabled() else ink))
        if self._running:
            painter.drawRoundedRect(symbol, 2, 2)
        else:
            painter.drawEllipse(symbol)
        painter.setPen(QColor(ink))
        painter.drawText(
            box.adjusted(left + 2 * side - box.left(), 0, 0, 0),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            self.text(),
        )
        painter.end()

    def _follow(self) -> None:
        if self.text() != self._action.text():
            self.setText(self._action.text())
            self.setAccessibleName(self._action.text())
            self.updateGeometry()
        self.setEnabled(self._action.isEnabled())


def check_box_of(action: QAction) -> QCheckBox:
    """A check box that is the action, for those who look at the window rather than the menu."""
    box = QCheckBox()
    box.setChecked(action.isChecked())
    box.clicked.connect(action.trigger)
    action.toggled.connect(box.setChecked)
    return box
