"""The page of the main window with the live transcript, and the search in it."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from captioner.core.caption import Caption
from captioner.core.sound import Track
from captioner.ui.transcript_view import TranscriptView


class TranscriptPage(QWidget):
    """Search field above, transcript below, and a way back to the newest line while one reads further up."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = TranscriptView(self)
        self.search = QLineEdit(self)
        self.search.textChanged.connect(self._mark)
        self.search.returnPressed.connect(self._next)
        self.matches = QLabel(self)
        self.earlier, self.later = QToolButton(self), QToolButton(self)
        self.earlier.setArrowType(Qt.ArrowType.UpArrow)
        self.later.setArrowType(Qt.ArrowType.DownArrow)
        self.earlier.clicked.connect(lambda: self.view.find_next(self.search.text(), back=True))
        self.later.clicked.connect(self._next)
        self.newest = QPushButton(self)
        self.newest.clicked.connect(self.view.follow)
        self.newest.hide()
        self.view.following_changed.connect(lambda following: self.newest.setVisible(not following))
        row = QHBoxLayout()
        row.addWidget(self.search, 1)
        row.addWidget(self.matches)
        row.addWidget(self.earlier)
        row.addWidget(self.later)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.view, 1)
        column.addWidget(self.newest, 0, Qt.AlignmentFlag.AlignHCenter)
        away = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.search, context=Qt.ShortcutContext.WidgetShortcut)
        away.activated.connect(self._leave_search)
        self._retranslate()
        self._mark("")

    def begin(self, tracks: tuple[Track, ...]) -> None:
        """A new session."""
        self.view.begin(tracks)
        self._mark(self.search.text())

    def show_caption(self, caption: Caption) -> None:
        """Take one state of an utterance."""
        self.view.show_caption(caption)

    def go_to_search(self) -> None:
        """Go to the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another language of the interface."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _next(self) -> None:
        self.view.find_next(self.search.text())
        self._mark(self.search.text())

    def _mark(self, text: str) -> None:
        if text:  # not before: Qt looks for the button's picture in all themes, a twentieth of the launch
            self.search.setClearButtonEnabled(True)
        found = self.view.mark(text)
        self.matches.setText(self.tr("%n found", "", found) if text else "")
        for button in (self.earlier, self.later):
            button.setEnabled(found > 0)

    def _leave_search(self) -> None:
        self.search.clear()
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _retranslate(self) -> None:
        self.search.setPlaceholderText(self.tr("Search the transcript"))
        self.search.setAccessibleName(self.tr("Search the transcript"))
        for button, text in (
            (self.earlier, self.tr("Go to the match before")),
            (self.later, self.tr("Go to the next match")),
        ):
            button.setToolTip(text)
            button.setAccessibleName(text)
        self.newest.setText(self.tr("Go to the newest line"))
