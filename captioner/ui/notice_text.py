"""A paragraph of a notice."""

import re
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget

_LONG_NAME: Final = re.compile(r"[^\s/\\\u2e80-\uffff]{24,}")
"""No word has so many letters; a file name may. Chinese and Japanese break between letters in any case."""
_MAY_BREAK: Final = "\u200b"


class NoticeText(QLabel):
    """Wraps, paths at their separators and long names anywhere: none makes the notice wider than its place. A menu
    copies the text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = ""
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        copy = self._copy = QAction(self)
        copy.triggered.connect(lambda: QGuiApplication.clipboard().setText(self._told))
        self.addAction(copy)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def tell(self, text: str) -> None:
        """Show this; nothing where it is empty."""
        self._copy.setText(self.tr("Copy"))
        self._told = text
        self.setText(_LONG_NAME.sub(lambda name: _MAY_BREAK.join(name[0]), text).replace("\\", "\\" + _MAY_BREAK))
        self.setAccessibleName(text)
        self.setVisible(bool(text))
