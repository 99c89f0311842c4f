"""The changes of a second hearing, to be looked through: next, previous, accept, keep what there is."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeySequence, QMouseEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from captioner.transcript.revised_lines import RevisedLine
from captioner.transcript.revision import Hunk
from captioner.ui.cue_view import LARGER
from captioner.ui.revision_delegate import RevisionDelegate
from captioner.ui.revision_model import LINE_ROLE, RevisionModel, hunks_of


class RevisionView(QListView):
    """Rows as high as their texts are. ``chosen`` gives the change that was clicked on, or stepped to by the arrows."""

    chosen = Signal(Hunk)

    def __init__(self, model: RevisionModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.delegate = RevisionDelegate(self)
        self.setItemDelegate(self.delegate)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setModel(model)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * LARGER)
        self.setFont(font)

    def doItemsLayout(self) -> None:  # noqa: N802
        """Rows as high as their texts are at this width."""
        self.delegate.measure(self.font(), self.viewport().width())
        super().doItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Lines wrap elsewhere."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A click on changed words selects them."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            option = QStyleOptionViewItem()
            self.initViewItemOption(option)
            option.rect = self.visualRect(index)
            hunk = self.delegate.hunk_at(option, index.data(LINE_ROLE), event.position().toPoint())
            if hunk is not None:
                self.chosen.emit(hunk)

    def keyboardSearch(self, search: str) -> None:  # noqa: N802
        """Letters are keys here: see ``RevisionPane``."""


class RevisionPane(QWidget):
    """``accept_wanted`` and ``keep_wanted`` give the changes that are meant, a list of Hunk.

    Keys in the transcript: N and P go on and back, Enter accepts, K keeps, Ctrl+Enter accepts all, Space plays the
    sound, Escape leaves.
    """

    accept_wanted = Signal(list)
    keep_wanted = Signal(list)
    play_wanted = Signal(int)
    """Let the sound be heard from this moment on, or no longer."""
    undo_wanted = Signal()
    redo_wanted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hunks: list[Hunk] = []
        self._current: Hunk | None = None
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.model = RevisionModel(self)
        self.view = RevisionView(self.model)
        self.view.chosen.connect(self.go_to)
        self.view.selectionModel().currentChanged.connect(self._stepped)
        self.earlier, self.later = QPushButton(), QPushButton()
        self.accept, self.keep, self.accept_all, self.away = QPushButton(), QPushButton(), QPushButton(), QPushButton()
        acts: tuple[tuple[QPushButton, Callable[[], object], tuple[str, ...]], ...] = (
            (self.later, lambda: self._step(1), ("N", "F3")),
            (self.earlier, lambda: self._step(-1), ("P", "Shift+F3")),
            (self.accept, lambda: self._decide(self.accept_wanted.emit), ("Return", "Enter")),
            (self.keep, lambda: self._decide(self.keep_wanted.emit), ("K",)),
            (self.accept_all, self._accept_all, ("Ctrl+Return",)),
            (self.away, self.left.emit, ("Escape",)),
        )
        for button, act, keys in acts:
            button.clicked.connect(lambda _=False, act=act: act())
            for key in keys:
                self._on_key(key, button.click)
        self._on_key("Space", self._play)
        self._on_key(QKeySequence.StandardKey.Undo, self.undo_wanted.emit)
        self._on_key(QKeySequence.StandardKey.Redo, self.redo_wanted.emit)
        self._lay_out()
        self._retranslate()

    @property
    def current(self) -> Hunk | None:
        """The change that is selected."""
        return self._current

    def show_changes(self, lines: Sequence[RevisedLine]) -> None:
        """The transcript with what may be changed in it; the selection goes on to the next change."""
        at_ms = self._current.start_ms if self._current is not None else 0
        self._hunks = sorted({hunk for line in lines for hunk in hunks_of(line)}, key=lambda hunk: hunk.start_ms)
        self.view.delegate.hours = bool(lines) and lines[-1].start_ms >= 3_600_000
        self.model.show(lines)
        later = next((hunk for hunk in self._hunks if hunk.start_ms >= at_ms), None)
        self.go_to(later or (self._hunks[0] if self._hunks else None))

    def go_to(self, hunk: Hunk | None) -> None:
        """Select a change and show it."""
        self._current = self.view.delegate.current = hunk
        if hunk is not None:
            index = self.model.index(self.model.row_of(hunk))
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        self.view.viewport().update()
        self._offer()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another language of the interface."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    # Within

    def _on_key(self, key: QKeySequence.StandardKey | str, act: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(key), self.view, context=Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(act)

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.addWidget(self.words, 1)
        first.addWidget(self.away)
        second = QHBoxLayout()
        second.addWidget(self.earlier)
        second.addWidget(self.later)
        second.addStretch(1)
        for button in (self.accept, self.keep, self.accept_all):
            second.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(self.view, 1)
        self.setFocusProxy(self.view)

    def _stepped(self, index: QModelIndex, _: QModelIndex) -> None:
        """The arrow keys go from line to line: what is changed there is selected."""
        if index.isValid():
            hunks = hunks_of(self.model.lines[index.row()])
            if hunks and self._current not in hunks:
                self._current = self.view.delegate.current = hunks[0]
                self._offer()

    def _step(self, step: int) -> None:
        if self._hunks:
            here = self._hunks.index(self._current) if self._current in self._hunks else -1
            self.go_to(self._hunks[(here + step) % len(self._hunks)])

    def _play(self) -> None:
        """From the line of the change on: a word alone says little."""
        if self.view.currentIndex().isValid():
            self.play_wanted.emit(self.model.lines[self.view.currentIndex().row()].start_ms)

    def _decide(self, tell: Callable[[list[Hunk]], object]) -> None:
        if self._current is not None:
            tell([self._current])

    def _accept_all(self) -> None:
        """All but those in lines that a person edited."""
        if wanted := [hunk for hunk in self._hunks if not hunk.edited]:
            self.accept_wanted.emit(wanted)

    def _offer(self) -> None:
        """What there is, and what can be done now."""
        edited = sum(hunk.edited for hunk in self._hunks)
        if self._current in self._hunks:
            words = self.tr("Change %1 of %n", "", len(self._hunks))
            words = words.replace("%1", str(self._hunks.index(self._current) + 1))
        else:
            words = self.tr("%n changes", "", len(self._hunks)) if self._hunks else self.tr("No change is left.")
        if edited:
            words += " · " + self.tr("%n in lines that you edited: they stay unless you accept them", "", edited)
        if words != self.words.text():
            self.words.setText(words)
            QAccessible.updateAccessibility(QAccessibleEvent(self.words, QAccessible.Event.NameChanged))
        focused = self.window().focusWidget()
        chosen = self._current is not None
        for button, possible in (
            (self.accept, chosen),
            (self.keep, chosen),
            (self.accept_all, len(self._hunks) > edited),
            (self.later, bool(self._hunks)),
            (self.earlier, bool(self._hunks)),
        ):
            if focused is button and not possible:
                self.view.setFocus(Qt.FocusReason.OtherFocusReason)
            button.setEnabled(possible)

    def _retranslate(self) -> None:
        for button, text, hint in (
            (self.earlier, self.tr("Previous"), self.tr("Go to the change before (P)")),
            (self.later, self.tr("Next"), self.tr("Go to the next change (N)")),
            (self.accept, self.tr("Accept"), self.tr("Take the new words (Enter)")),
            (self.keep, self.tr("Keep mine"), self.tr("Leave these words as they are (K)")),
            (self.accept_all, self.tr("Accept all"), self.tr("But those in lines that you edited (Ctrl+Enter)")),
            (self.away, self.tr("Close"), self.tr("Back to the transcript (Escape)")),
        ):
            button.setText(text)
            button.setToolTip(hint)
            button.setAccessibleDescription(hint)
        self.view.setAccessibleName(self.tr("Changes of the transcript"))
        self._offer()
