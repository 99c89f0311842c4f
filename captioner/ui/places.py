"""The places of the main window, on a rail at its left: captions that are made now, and those that were kept."""

from typing import Final, Literal, get_args

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QColor,
    QKeySequence,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QVBoxLayout, QWidget

from captioner.ui.theme import theme_of

Place = Literal["live", "library"]
PLACES: Final[tuple[Place, ...]] = get_args(Place)
_PAD: Final = 10


class _PlaceButton(QAbstractButton):
    """A symbol over a word. A running session shows as a dot on it."""

    def __init__(self, place: Place, action: QAction, parent: QWidget) -> None:
        super().__init__(parent)
        self._place: Place = place
        self._action = action
        self.running = False
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 0.92)
        self.setFont(font)
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(action.trigger)
        action.changed.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Look as the action does."""
        text = self._action.iconText()
        if text != self.text():
            self.setText(text)
            self.updateGeometry()
        keys = self._action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.setToolTip(f"{self._action.toolTip()} ({keys})")
        self.setChecked(self._action.isChecked())

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for the word below the symbol."""
        metrics = self.fontMetrics()
        side = round(metrics.height() * 1.5)
        width = max(metrics.horizontalAdvance(self.text()), side) + 2 * _PAD
        return QSize(width, side + metrics.height() + 2 * _PAD)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Nothing less."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The place that is shown stands on the accent; a ring tells of the focus."""
        theme = theme_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        here = self.isChecked()
        ground = theme.accent if here else theme.stripe if self.underMouse() else theme.window
        painter.setPen(QPen(QColor(theme.ink if self.hasFocus() else ground), 2))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(box, 8, 8)
        ink = QColor(theme.accent_ink if here else theme.ink)
        side = self.fontMetrics().height() * 1.1
        symbol = QRectF(box.center().x() - side / 2, box.top() + _PAD * 0.8, side, side)
        painter.save()
        painter.translate(symbol.topLeft())
        painter.scale(side / 20, side / 20)
        painter.setPen(QPen(ink, 1.7, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(_SYMBOLS[self._place])
        if self.running:
            painter.setPen(QPen(QColor(ground), 1.5))
            painter.setBrush(QColor(theme.accent_ink if here else theme.error))
            painter.drawEllipse(QPointF(18, 2.5), 4, 4)
        painter.restore()
        painter.setPen(ink)
        words = QRectF(box.left(), symbol.bottom(), box.width(), box.bottom() - symbol.bottom())
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()


class PlaceRail(QFrame):
    """``chosen`` tells where the user went."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        group = QActionGroup(self)
        self._actions: dict[Place, QAction] = {}
        self._buttons: dict[Place, _PlaceButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 12, 0, 12)
        column.setSpacing(4)
        for number, place in enumerate(PLACES, 1):
            action = QAction(group)
            action.setCheckable(True)
            action.setShortcut(QKeySequence(f"Ctrl+{number}"))
            action.triggered.connect(lambda _, place=place: self.chosen.emit(place))
            self._actions[place] = action
            self._buttons[place] = _PlaceButton(place, action, self)
            column.addWidget(self._buttons[place])
        column.addStretch(1)
        self._actions["live"].setChecked(True)
        self._retranslate()

    @property
    def menu_actions(self) -> list[QAction]:
        """The places as a menu shows them, with their keys."""
        return list(self._actions.values())

    def button(self, place: Place) -> QAbstractButton:
        """The button of a place."""
        return self._buttons[place]

    def set_offered(self, offered: bool) -> None:
        """Whether there is more than one place to go to."""
        self.setVisible(offered)
        for action in self._actions.values():
            action.setVisible(offered)
            action.setEnabled(offered)

    def show_place(self, place: Place) -> None:
        """Where the window is."""
        self._actions[place].setChecked(True)

    def show_running(self, running: bool) -> None:
        """Whether captions are being made, for those who look at another place."""
        live = self._buttons["live"]
        if running != live.running:
            live.running = running
            live.setAccessibleDescription(self.tr("Captions are running") if running else "")
            live.update()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another language of the interface."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        live, library = self._actions["live"], self._actions["library"]
        live.setText(self.tr("Live"))
        live.setToolTip(self.tr("Captions of what is said now"))
        library.setText(self.tr("Library"))
        library.setToolTip(self.tr("What was said before"))


def _live() -> QPainterPath:
    """A microphone on its stand."""
    path = QPainterPath()
    path.addRoundedRect(QRectF(7, 1, 6, 11), 3, 3)
    path.moveTo(3.5, 9)
    path.arcTo(QRectF(3.5, 2.5, 13, 13), 180, 180)
    path.moveTo(10, 15.5)
    path.lineTo(10, 19)
    path.moveTo(6.5, 19)
    path.lineTo(13.5, 19)
    return path


def _library() -> QPainterPath:
    """Three books on a shelf."""
    path = QPainterPath()
    path.addRoundedRect(QRectF(1.5, 3, 4, 14), 1, 1)
    path.addRoundedRect(QRectF(7.5, 1, 4, 16), 1, 1)
    path.moveTo(14, 4)
    path.lineTo(18, 16.5)
    path.moveTo(1, 19)
    path.lineTo(19, 19)
    return path


_SYMBOLS: Final = {"live": _live(), "library": _library()}
