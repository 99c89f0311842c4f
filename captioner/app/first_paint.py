"""The moment from which nobody waits for a window any more."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_PATIENCE_MS = 2_000
"""A window on another desktop, or under others, may not be painted at all."""


class FirstPaint(QObject):
    """Calls ``then`` once: when the widget has been painted for the first time, or after a while."""

    def __init__(self, widget: "QWidget", then: Callable[[], None]) -> None:
        super().__init__(widget)
        self._widget = widget
        self._then = then
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._painted)
        self._timer.start(_PATIENCE_MS)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Sees the paint coming; it is done when the event loop has its next turn."""
        if event.type() == QEvent.Type.Paint:
            self._widget.removeEventFilter(self)
            self._timer.start(0)
        return False

    def _painted(self) -> None:
        self._widget.removeEventFilter(self)
        self._then()
        self.deleteLater()
