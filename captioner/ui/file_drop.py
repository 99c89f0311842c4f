"""Files and folders that are dropped on a window."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDragMoveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from captioner.ui.theme import theme_of

_MARGIN: Final = 12
_VEIL: Final = 235
"""How much of the window is hidden behind the hint, of 255."""


class FileDrop(QObject):
    """``dropped`` gives the paths, a list of Path. While files hover over the window, a hint lies over all of it."""

    dropped = Signal(list)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.hint = _DropHint(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Only what is on this computer is welcome; the files stay where they are."""
        if event.type() in (QEvent.Type.DragLeave, QEvent.Type.Drop):
            self.hint.hide()
        if isinstance(event, QDropEvent):
            paths = local_paths(event.mimeData())
            if not paths:
                return False
            event.setDropAction(Qt.DropAction.CopyAction)  # whatever was proposed: nothing is moved away
            event.accept()
            if isinstance(event, QDragEnterEvent):
                self.hint.cover()
            elif not isinstance(event, QDragMoveEvent):
                self.dropped.emit(paths)
            return True
        return super().eventFilter(watched, event)


def local_paths(data: QMimeData) -> list[Path]:
    """The files and folders of this computer among what is dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile() and url.toLocalFile()]


class _DropHint(QWidget):
    """Lies over its parent and says what becomes of what is dropped. Fields below it get nothing of the drag."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.hide()

    def cover(self) -> None:
        """Lie over the whole window."""
        self.setGeometry(self._window.rect())
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """A frame to drop into."""
        theme = theme_of(self.palette())
        veil = QColor(theme.panel)
        veil.setAlpha(_VEIL)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), veil)
        frame = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        painter.setPen(QPen(QColor(theme.link), 3, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(frame, _MARGIN, _MARGIN)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 1.6)
        painter.setFont(font)
        painter.setPen(QColor(theme.ink))
        words = self.tr("Drop audio or video files, or folders, to transcribe them")
        room = frame.adjusted(2 * _MARGIN, 0, -2 * _MARGIN, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words)
        painter.end()
