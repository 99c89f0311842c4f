"""The left half of the library: the sessions, the search through everything that was ever said, and what it found."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QSignalBlocker,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from captioner.core.errors import CaptionerError
from captioner.core.library import Hit, SessionFilter, SessionInfo
from captioner.ui.history_delegate import HistoryDelegate
from captioner.ui.history_model import HistoryModel, tags_of
from captioner.ui.hits_delegate import HitsDelegate
from captioner.ui.hits_model import ROW_ROLE, Found, FoundSession, HitsModel, found_in, titled
from captioner.ui.library_worker import LibraryWorker
from captioner.ui.messages import translated

_DEBOUNCE_MS: Final = 80
"""Between the last key and the search: less than what one notices, more than between two keys."""
_OPEN_AFTER_MS: Final = 120
"""A session is opened once the selection rests on it for so long: arrow keys held down pass over many."""
_MOST_HITS: Final = 200
_SEARCH: Final = "search"
_TITLES: Final = "titles"


class HistoryPane(QWidget):
    """``opened`` gives a session and a cue of it, 0 for its beginning; ``entered`` that the user goes on into it.

    ``selected`` gives the sessions that are selected in the list, ``menu_wanted`` where a context menu should open.
    """

    opened = Signal(int, object)  # the id of a cue is wider than Qt's int
    entered = Signal()
    selected = Signal(list)
    menu_wanted = Signal(QPoint)
    failed = Signal(CaptionerError)

    def __init__(self, worker: LibraryWorker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._found: Found | None = None
        self._problem: CaptionerError | None = None
        self._wanted: list[int] = []
        self._row_before = -1
        self._rest = _timer(self, _OPEN_AFTER_MS)
        self._rest.timeout.connect(self._open_current)
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._typed)
        self.search.returnPressed.connect(self._enter_first)
        self.search.installEventFilter(self)
        self.tags = QComboBox()
        self.tags.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.tags.setMinimumContentsLength(8)
        self.tags.activated.connect(lambda _: self.refresh())
        self.more = QToolButton()
        self.more.setText("···")  # every font has them
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.count = QLabel()
        self.count.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.model = HistoryModel(worker, self)
        self.model.loaded.connect(self._loaded)
        self.model.failed.connect(self._fail)
        self.list = _list_view(self)
        self.list.setUniformItemSizes(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.list.setItemDelegate(HistoryDelegate(self.list))
        self.list.setModel(self.model)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(
            lambda where: self.menu_wanted.emit(self.list.viewport().mapToGlobal(where))
        )
        self.list.selectionModel().selectionChanged.connect(self._selection_changed)
        self.list.activated.connect(lambda _: self.entered.emit())
        self.hits_model = HitsModel(self)
        self.hits = _list_view(self)
        self.hits.setItemDelegate(HitsDelegate(self.hits))
        self.hits.setModel(self.hits_model)
        self.hits.selectionModel().currentChanged.connect(lambda _now, _before: self._rest.start())
        self.hits.activated.connect(self._enter_hit)
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.words.setMargin(24)
        self.words.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.stack = QStackedWidget()
        for widget in (self.list, self.hits, self.words):
            self.stack.addWidget(widget)
        self._debounce = _timer(self, _DEBOUNCE_MS)
        self._debounce.timeout.connect(self._ask)
        self._lay_out()
        self._retranslate()

    # What the page tells

    @property
    def searching(self) -> bool:
        """Whether the answer to a search is shown rather than the list."""
        return bool(self.search.text().strip())

    @property
    def selection(self) -> list[SessionInfo]:
        """The selected sessions as they are listed."""
        rows = sorted(index.row() for index in self.list.selectionModel().selectedIndexes())
        return [self.model.sessions[row] for row in rows]

    def refresh(self) -> None:
        """Read again: something changed in the library, or another tag is wanted."""
        self.reread()
        self._worker.ask(tags_of, self._show_tags, self._fail, topic="tags")
        if self.searching:
            self._ask()

    def reread(self) -> None:
        """Read the list again, and keep what is selected."""
        rows = sorted(index.row() for index in self.list.selectionModel().selectedIndexes())
        self._row_before = rows[0] if rows else -1
        self._wanted = self._wanted or [one.id for one in self.selection]
        self.model.show(SessionFilter(tag=self.tags.currentData() or ""))

    def select(self, sessions: Sequence[int]) -> None:
        """Select these as soon as they are listed."""
        self._wanted = list(sessions)
        self._select_wanted()

    def take_keyboard(self) -> None:
        """The keys go to what is shown."""
        view = self._view or self.search
        view.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to_search(self) -> None:
        """Go to the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def eventFilter(self, watched: object, event: QEvent) -> bool:  # noqa: N802
        """The down key goes from the search field to what is below it."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down:
                self._go_below()
                return True
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
        return super().eventFilter(watched, event)  # type: ignore[arg-type]

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another language of the interface."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    # The search

    def _typed(self) -> None:
        if self.searching:
            self._debounce.start()
        else:
            self._debounce.stop()
            self._worker.forget(_SEARCH)
            self._worker.forget(_TITLES)
            self._found = None
            self._show_what_there_is()

    def _ask(self) -> None:
        """The hits first, within the time between two keys; sessions found by their titles take longer."""
        text, tag = self.search.text().strip(), self.tags.currentData() or ""
        self._worker.ask(
            lambda library: found_in(library, text, tag, _MOST_HITS), self._show_found, self._fail, topic=_SEARCH
        )
        which = SessionFilter(text=text, tag=tag)
        self._worker.ask(
            lambda library: titled(library.sessions(which, limit=_MOST_HITS), text),
            self._show_titled,
            self._fail,
            topic=_TITLES,
        )

    def _show_found(self, found: Found) -> None:
        self._found = found
        self._problem = None
        self.hits_model.show(found)
        if found.hits:
            self._show_what_there_is()

    def _show_titled(self, sessions: list[SessionInfo]) -> None:
        self.hits_model.add_titled(sessions)
        self._show_what_there_is()

    def _enter_first(self) -> None:
        """Enter in the search field opens the first hit; it may have to be waited for."""
        if self._debounce.isActive():
            self._debounce.stop()
            self._ask()
        if self.stack.currentWidget() is self.hits:
            first = next((row for row in range(self.hits_model.rowCount()) if isinstance(self._row(row), Hit)), 0)
            self.hits.setFocus(Qt.FocusReason.OtherFocusReason)
            self.hits.setCurrentIndex(self.hits_model.index(first))

    def _enter_hit(self, index: QModelIndex) -> None:
        self._rest.stop()
        self._open_row(index.row())
        self.entered.emit()

    def _row(self, row: int) -> FoundSession | Hit:
        found: FoundSession | Hit = self.hits_model.index(row).data(ROW_ROLE)
        return found

    def _open_row(self, row: int) -> None:
        what = self._row(row)
        self.opened.emit(what.session, what.cue if isinstance(what, Hit) else 0)

    # The list

    def _loaded(self) -> None:
        self._problem = None
        self._select_wanted()
        self._show_what_there_is()

    def _selection_changed(self, _now: QItemSelection, _before: QItemSelection) -> None:
        sessions = [one.id for one in self.selection]
        self.selected.emit(sessions)
        self._rest.start()

    def _open_current(self) -> None:
        if self.searching:
            if self.hits.currentIndex().isValid():
                self._open_row(self.hits.currentIndex().row())
        elif len(chosen := self.selection) == 1:
            self.opened.emit(chosen[0].id, 0)

    def _select_wanted(self) -> None:
        rows = [row for session in self._wanted if (row := self.model.row_of(session)) is not None]
        if not rows and self._row_before >= 0 and self.model.sessions:  # it is gone: go on with its neighbour
            rows = [min(self._row_before, len(self.model.sessions) - 1)]
        if rows:
            self._wanted = []
            self._row_before = -1
            chosen = self.list.selectionModel()
            flags = QItemSelectionModel.SelectionFlag
            chosen.setCurrentIndex(self.model.index(rows[0]), flags.ClearAndSelect)
            for row in rows[1:]:
                chosen.select(self.model.index(row), flags.Select)
            self.list.scrollTo(self.model.index(rows[0]))

    def _show_tags(self, tags: list[str]) -> None:
        chosen = self.tags.currentData() or ""
        with QSignalBlocker(self.tags):
            self.tags.clear()
            self.tags.addItem(self.tr("All tags"), "")
            for tag in tags if chosen in tags or not chosen else [*tags, chosen]:
                self.tags.addItem(tag, tag)
            self.tags.setCurrentIndex(max(0, self.tags.findData(chosen)))
        self.tags.setVisible(self.tags.count() > 1)

    # What is shown

    def _show_what_there_is(self) -> None:
        """The list, the hits, or in words why there is nothing."""
        words = self._in_words()
        self.words.setText(words)
        shown = self.words if words else self.hits if self.searching else self.list
        focused = self._view is not None and self._view.hasFocus()
        self.stack.setCurrentWidget(shown)
        if focused and shown is not self.words:
            shown.setFocus(Qt.FocusReason.OtherFocusReason)
        self.count.setText(self._count_in_words() if not words else "")
        self.count.setVisible(bool(self.count.text()))

    def _in_words(self) -> str:
        if self._problem is not None:
            return f"{translated(self._problem.message)}\n\n{translated(self._problem.hint)}".strip()
        if self.searching:
            if self._found is None or self.hits_model.rowCount():
                return ""
            return self.tr("Nothing was found for “%1”.").replace("%1", self._found.text)
        if self.model.sessions or not self.model.has_answer:
            return ""
        if self.tags.currentData():
            return self.tr("No session has this tag.")
        return self.tr("Nothing has been said yet. Start captions under “Live”: every session is kept here.")

    def _count_in_words(self) -> str:
        if not self.searching or self._found is None:
            return ""
        if len(self._found.hits) >= _MOST_HITS:
            return self.tr("The first %n hits", "", len(self._found.hits))
        return self.tr("%n hits", "", len(self._found.hits))

    def _fail(self, error: CaptionerError) -> None:
        self._problem = error
        self._show_what_there_is()
        self.failed.emit(error)

    # Within

    @property
    def _view(self) -> QListView | None:
        """The list that is shown, None where words stand in its place."""
        shown = self.stack.currentWidget()
        return shown if isinstance(shown, QListView) else None

    def _go_below(self) -> None:
        if (view := self._view) is not None:
            view.setFocus(Qt.FocusReason.OtherFocusReason)
            if not view.currentIndex().isValid():
                view.setCurrentIndex(view.model().index(0, 0))

    def _lay_out(self) -> None:
        second = QHBoxLayout()
        second.addWidget(self.tags, 1)
        second.addWidget(self.count, 1)
        top = QHBoxLayout()
        top.addWidget(self.search, 1)
        top.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addLayout(second)
        column.addWidget(self.stack, 1)
        self.tags.hide()
        self.count.hide()
        everywhere = QShortcut(QKeySequence("Ctrl+Shift+F"), self)
        everywhere.activated.connect(self.go_to_search)

    def _retranslate(self) -> None:
        self.search.setPlaceholderText(self.tr("Search everything that was said"))
        self.search.setAccessibleName(self.tr("Search everything that was said"))
        self.tags.setAccessibleName(self.tr("Sessions with the tag"))
        self.tags.setToolTip(self.tr("Sessions with the tag"))
        if self.tags.count():
            self.tags.setItemText(0, self.tr("All tags"))
        self.more.setToolTip(self.tr("More"))
        self.more.setAccessibleName(self.tr("More"))
        self.list.setAccessibleName(self.tr("Sessions"))
        self.hits.setAccessibleName(self.tr("Found"))
        self._show_what_there_is()


def _list_view(parent: QWidget) -> QListView:
    view = QListView(parent)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setMouseTracking(True)
    return view


def _timer(parent: QWidget, interval_ms: int) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(interval_ms)
    return timer
