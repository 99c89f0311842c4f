"""A window of another program from which files are dragged: give its files as arguments. Says "shown" once it is."""

import sys
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QTimer, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel


class Source(QLabel):
    """As a file manager does: also the paths as text."""

    def __init__(self, paths: list[str]) -> None:
        super().__init__("drag me")
        self._paths = paths

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Begin to drag."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(path) for path in self._paths])
        data.setText("\n".join(self._paths))
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.CopyAction | Qt.DropAction.MoveAction, Qt.DropAction.MoveAction)
        say("dropped")


def say(word: str) -> None:
    """Tell the test."""
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def main() -> int:
    """Until it is killed."""
    application = QApplication(["files"])
    window = Source([str(Path(path).absolute()) for path in sys.argv[1:]])
    window.setWindowTitle("Files")
    window.setGeometry(20, 20, 140, 60)
    window.show()
    QTimer.singleShot(500, lambda: say("shown"))
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
