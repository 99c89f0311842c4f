"""Find and replace in the transcript that is open."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QToolButton, QWidget


class FindBar(QWidget):
    """``wanted`` gives the text as it is typed, ``step`` ±1 for the next match and the one before.

    ``replace_one`` replaces in the current cue, ``replace_all`` everywhere; both give what to find and what instead.
    """

    wanted = Signal(str)
    step = Signal(int)
    replace_one = Signal(str, str)
    replace_all = Signal(str, str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QLineEdit()
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._typed)
        self.field.returnPressed.connect(lambda: self.step.emit(1))
        self.matches = QLabel()
        self.matches.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.earlier, self.later, self.away = QToolButton(), QToolButton(), QToolButton()
        self.earlier.setArrowType(Qt.ArrowType.UpArrow)
        self.later.setArrowType(Qt.ArrowType.DownArrow)
        self.earlier.clicked.connect(lambda: self.step.emit(-1))
        self.later.clicked.connect(lambda: self.step.emit(1))
        self.away.setText("×")  # every font has it: for another sign Qt would look through all fonts of the system
        self.away.setAutoRaise(True)
        self.away.clicked.connect(self.leave)
        self.instead = QLineEdit()
        self.instead.returnPressed.connect(self._one)
        self.one, self.all = QPushButton(), QPushButton()
        self.one.clicked.connect(self._one)
        self.all.clicked.connect(lambda: self.replace_all.emit(self.field.text(), self.instead.text()))
        first = QHBoxLayout()
        for widget in (self.matches, self.earlier, self.later, self.away):
            first.addWidget(widget)
        second = QHBoxLayout()
        second.addWidget(self.one)
        second.addWidget(self.all)
        second.addStretch(1)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(self.field, 0, 0)
        grid.addLayout(first, 0, 1)
        grid.addWidget(self.instead, 1, 0)
        grid.addLayout(second, 1, 1)
        grid.setColumnStretch(0, 1)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.leave)
        self._retranslate()
        self.hide()

    def open(self, *, replace: bool) -> None:
        """Show it; with the second row, and the keyboard in the field."""
        for widget in (self.instead, self.one, self.all):
            widget.setVisible(replace)
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self.wanted.emit(self.field.text())

    def leave(self) -> None:
        """Close it, by the user: the keyboard goes back."""
        self.close_search()
        self.left.emit()

    def close_search(self) -> None:
        """Close it; nothing is marked any more."""
        self.hide()
        self.wanted.emit("")

    def show_matches(self, at: int, count: int) -> None:
        """Which of how many matches is the current one; ``at`` is 0 where none of them is."""
        if not self.field.text():
            words = ""
        elif at:
            words = self.tr("%1 of %2").replace("%1", str(at)).replace("%2", str(count))
        else:
            words = self.tr("%n found", "", count)
        self.matches.setText(words)
        buttons = (self.earlier, self.later, self.one, self.all)
        if not count and any(button.hasFocus() for button in buttons):
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        for button in buttons:
            button.setEnabled(count > 0)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another language of the interface."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _typed(self, text: str) -> None:
        if self.isVisible():
            self.wanted.emit(text)

    def _one(self) -> None:
        self.replace_one.emit(self.field.text(), self.instead.text())

    def _retranslate(self) -> None:
        self.field.setPlaceholderText(self.tr("Find in this transcript"))
        self.field.setAccessibleName(self.tr("Find in this transcript"))
        self.instead.setPlaceholderText(self.tr("Replace with"))
        self.instead.setAccessibleName(self.tr("Replace with"))
        self.one.setText(self.tr("Replace"))
        self.all.setText(self.tr("Replace all"))
        for button, text in (
            (self.earlier, self.tr("Go to the match before")),
            (self.later, self.tr("Go to the next match")),
            (self.away, self.tr("Close the search")),
        ):
            button.setToolTip(text)
            button.setAccessibleName(text)
