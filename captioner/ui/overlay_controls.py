"""The buttons on the overlay: they fade in under the mouse, and each says what it does."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import (
    QAbstractAnimation,
    QEvent,
    QPointF,
    QPropertyAnimation,
    QRectF,
    QSize,
    Qt,
    Signal,
    SignalInstance,
)
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QGraphicsOpacityEffect, QHBoxLayout, QWidget

Symbol = Literal["pause", "resume", "lock", "smaller", "larger", "freeze", "newest", "copy", "close"]

GROUND = QColor("#1c1c1e")
_LINE = QColor("#6b6b70")
_INK = QColor("#ffffff")
_UNDER_MOUSE = QColor("#48484c")
_PRESSED = QColor("#5e5e64")
_FADE_MS = 150
_SIDE = 30


class SymbolButton(QAbstractButton):
    """A flat button with a drawn symbol; its accessible name is its tooltip."""

    def __init__(self, symbol: Symbol, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._symbol: Symbol = symbol
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the overlay never takes the focus: hotkeys and the tray do
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.become(symbol, text)

    def become(self, symbol: Symbol, text: str) -> None:
        """Another symbol and another text."""
        if (symbol, text) != (self._symbol, self.toolTip()):
            self._symbol = symbol
            self.setToolTip(text)
            self.setAccessibleName(text)
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """A target that a finger or an unsteady hand hits (WCAG 2.5.8 asks for 24)."""
        return QSize(_SIDE, _SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Ground under the mouse, symbol."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isDown() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(_PRESSED if self.isDown() else _UNDER_MOUSE)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.translate(QPointF(self.rect().center()) + QPointF(0.5, 0.5))
        painter.scale(self.width() / _SIDE, self.height() / _SIDE)
        pen = QPen(_INK, 1.8)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(_SYMBOLS[self._symbol]())
        painter.end()


class ControlBar(QWidget):
    """Pause, freeze, copy, size, lock and close, in a pill."""

    pause_clicked = Signal()
    lock_clicked = Signal()
    freeze_clicked = Signal()
    copy_clicked = Signal()
    smaller_clicked = Signal()
    larger_clicked = Signal()
    close_clicked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_AlwaysShowToolTips)
        self._paused = False
        self._following = True
        self._pause = self._button("pause", self.pause_clicked)
        self._freeze = self._button("freeze", self.freeze_clicked)
        self._copy = self._button("copy", self.copy_clicked)
        self._smaller = self._button("smaller", self.smaller_clicked)
        self._larger = self._button("larger", self.larger_clicked)
        self._lock = self._button("lock", self.lock_clicked)
        self._close = self._button("close", self.close_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 2, 4, 2)
        row.setSpacing(0)
        self._buttons = (
            self._pause,
            self._freeze,
            self._copy,
            self._smaller,
            self._larger,
            self._lock,
            self._close,
        )
        for button in self._buttons:
            row.addWidget(button)
        self._say_what_they_do()
        self.show_selection(False)
        self._effect = QGraphicsOpacityEffect(self)
        self._effect.setOpacity(0.0)
        self.setGraphicsEffect(self._effect)
        self._fade = QPropertyAnimation(self._effect, b"opacity", self)
        self._fade.setDuration(_FADE_MS)
        self._fade.finished.connect(self._faded)
        self.hide()

    def show_paused(self, paused: bool) -> None:
        """Whether the button pauses or resumes."""
        self._paused = paused
        self._say_what_they_do()

    def show_following(self, following: bool) -> None:
        """Whether the button freezes the text or goes to the newest."""
        self._following = following
        self._say_what_they_do()

    def show_selection(self, selected: bool) -> None:
        """Whether there is something to copy."""
        self._copy.setVisible(selected)
        self.adjustSize()

    def fade(self, shown: bool) -> None:
        """Come or go."""
        target = 1.0 if shown else 0.0
        if self._fade.state() == QAbstractAnimation.State.Running and self._fade.endValue() == target:
            return
        if self._effect.opacity() == target:
            return
        if shown:
            self._effect.setEnabled(True)
            self.show()
            self.raise_()
        self._fade.stop()
        self._fade.setStartValue(self._effect.opacity())
        self._fade.setEndValue(target)
        self._fade.start()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The pill."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(_LINE, 1))
        painter.setBrush(GROUND)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 9, 9)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another language of the interface."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say_what_they_do()

    def _say_what_they_do(self) -> None:
        if self._paused:
            self._pause.become("resume", self.tr("Resume"))
        else:
            self._pause.become("pause", self.tr("Pause"))
        if self._following:
            self._freeze.become("freeze", self.tr("Freeze the text, to read or select it"))
        else:
            self._freeze.become("newest", self.tr("Go to the newest text"))
        self._copy.become("copy", self.tr("Copy the selected text"))
        self._smaller.become("smaller", self.tr("Smaller text"))
        self._larger.become("larger", self.tr("Larger text"))
        self._lock.become("lock", self.tr("Lock: clicks go through the captions"))
        self._close.become("close", self.tr("Hide the captions"))

    def _faded(self) -> None:
        if self._effect.opacity() == 0.0:
            self.hide()
        else:
            self._effect.setEnabled(False)  # painted without the effect's extra picture from now on

    def _button(self, symbol: Symbol, clicked: SignalInstance) -> SymbolButton:
        button = SymbolButton(symbol, "", self)
        button.clicked.connect(lambda: clicked.emit())
        return button


def _path(*strokes: tuple[tuple[float, float], ...]) -> QPainterPath:
    path = QPainterPath()
    for first, *rest in strokes:
        path.moveTo(*first)
        for point in rest:
            path.lineTo(*point)
    return path


def _letter(size: float, sign: str) -> QPainterPath:
    """A letter A with a small plus or minus beside it, around the origin."""
    path = _path(
        ((-3 - size, size), (-3, -size), (-3 + size, size)),
        ((-3 - size * 0.6, size * 0.3), (-3 + size * 0.6, size * 0.3)),
        ((4.5, 0), (9.5, 0)),
    )
    if sign == "+":
        path.addPath(_path(((7, -2.5), (7, 2.5))))
    return path


def _lock() -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(QRectF(-5.5, -1, 11, 8), 1.5, 1.5)
    path.moveTo(-3.5, -1)
    path.lineTo(-3.5, -3.5)
    path.arcTo(QRectF(-3.5, -7, 7, 7), 180, -180)
    path.lineTo(3.5, -1)
    return path


def _copy() -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(QRectF(-2.5, -3, 8.5, 9.5), 1.5, 1.5)
    path.addPath(_path(((-5.5, 3), (-5.5, -6), (2.5, -6))))
    return path


def _freeze() -> QPainterPath:
    """A text cursor between lines of text: hold it still and select."""
    path = _path(((-7, -5), (7, -5)), ((-7, 0), (1, 0)), ((-7, 5), (-1, 5)))
    path.addPath(_path(((5, -1), (5, 7)), ((3.5, -1), (6.5, -1)), ((3.5, 7), (6.5, 7))))
    return path


_SYMBOLS: dict[Symbol, Callable[[], QPainterPath]] = {
    "pause": lambda: _path(((-3, -5), (-3, 5)), ((3, -5), (3, 5))),
    "resume": lambda: _path(((-3.5, -5.5), (5.5, 0), (-3.5, 5.5), (-3.5, -5.5))),
    "lock": _lock,
    "smaller": lambda: _letter(4.2, "-"),
    "larger": lambda: _letter(5.6, "+"),
    "freeze": _freeze,
    "newest": lambda: _path(((-5, -5), (0, 0), (5, -5)), ((-5, 1), (0, 6), (5, 1))),
    "copy": _copy,
    "close": lambda: _path(((-4.5, -4.5), (4.5, 4.5)), ((4.5, -4.5), (-4.5, 4.5))),
}
