"""A window of another program, as the tests need it: says when it is shown and when it is clicked."""

import argparse
import sys

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget


class Window(QWidget):
    """Lines of text on a plain ground."""

    def __init__(self, title: str, colour: str) -> None:
        super().__init__()
        self._colour = QColor(colour)
        self.setWindowTitle(title)
        self.resize(1000, 640)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Say so."""
        say("clicked")

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Something that text on a translucent ground must be read over."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._colour)
        ink = QColor("#26262b") if self._colour.lightnessF() > 0.5 else QColor("#d8d8de")
        painter.setPen(ink)
        for line in range(self.height() // 24):
            painter.drawText(24, 30 + 24 * line, f"{line + 1}. The quarterly figures of the imaginary company. " * 4)
        painter.end()


def say(word: str) -> None:
    """To the test, at once."""
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def main() -> int:
    """Show the window until killed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("title")
    parser.add_argument("colour")
    parser.add_argument("--full-screen", action="store_true")
    arguments = parser.parse_args()
    application = QApplication(sys.argv[:1])
    window = Window(arguments.title, arguments.colour)
    if arguments.full_screen:
        window.setWindowState(Qt.WindowState.WindowFullScreen)
    window.show()
    QTimer.singleShot(300, application, lambda: say("shown"))
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
