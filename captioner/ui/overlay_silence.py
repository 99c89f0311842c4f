"""Fading out after a silence: a window that shows nothing must not be in the way of the mouse, so that it goes."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPropertyAnimation, QTimer, Signal
from PySide6.QtWidgets import QWidget

_FADE_MS = 700
_AGAIN_MS = 1000


class SilenceFade(QObject):
    """Hides the window ``seconds`` after the last ``wake``, unless ``busy`` says that somebody looks at it."""

    faded = Signal()

    def __init__(self, window: QWidget, busy: Callable[[], bool]) -> None:
        super().__init__(window)
        self._window = window
        self._busy = busy
        self._seconds = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._fade)
        self._animation = QPropertyAnimation(window, b"windowOpacity", self)
        self._animation.setDuration(_FADE_MS)
        self._animation.setStartValue(1.0)
        self._animation.setEndValue(0.0)
        self._animation.finished.connect(self._gone)

    def set_seconds(self, seconds: int) -> None:
        """How long a silence must be; 0 for never."""
        self._seconds = seconds

    def wake(self) -> None:
        """There is something to see: count anew."""
        self._animation.stop()
        if self._window.windowOpacity() < 1.0:
            self._window.setWindowOpacity(1.0)
        if self._seconds:
            self._timer.start(self._seconds * 1000)
        else:
            self._timer.stop()

    def _fade(self) -> None:
        if self._busy():
            self._timer.start(_AGAIN_MS)
        elif self._window.isVisible():
            self._animation.start()

    def _gone(self) -> None:
        self._window.hide()
        self._window.setWindowOpacity(1.0)
        self.faded.emit()
