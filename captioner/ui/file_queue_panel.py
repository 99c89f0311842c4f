"""The media files on their way into the library: how far each is, and what can be done with it."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QPushButton,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from captioner.core.transcription import Job, QueueState
from captioner.ui.job_words import job_in_words, queue_in_words
from captioner.ui.messages import in_one_line

_MOST_ROWS = 5
_ID = Qt.ItemDataRole.UserRole
_DONE = 1000


class FileQueuePanel(QWidget):
    """Hidden while there is nothing to show. What the user wants is told by signals; ids are those of jobs."""

    pause_wanted = Signal(bool)
    cancel_wanted = Signal(list)
    retry_wanted = Signal(list)
    forget_wanted = Signal()
    session_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = QueueState()
        self.fold = QToolButton()
        self.fold.setCheckable(True)
        self.fold.setAutoRaise(True)
        self.fold.toggled.connect(self._fold)
        self.summary = QLabel()
        self.pause = QPushButton()
        self.pause.clicked.connect(lambda: self.pause_wanted.emit(not self._state.paused))
        self.cancel = QPushButton()
        self.cancel.clicked.connect(lambda: self.cancel_wanted.emit([job.id for job in self._chosen() if not job.over]))
        self.retry = QPushButton()
        self.retry.clicked.connect(lambda: self.retry_wanted.emit([job.id for job in self._chosen() if _failed(job)]))
        self.forget = QPushButton()
        self.forget.clicked.connect(self.forget_wanted)
        self.list = QTreeWidget()
        self.list.setColumnCount(3)
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.list.itemSelectionChanged.connect(self._show_buttons)
        self.list.itemActivated.connect(self._activated)
        self.trouble = QLabel()
        self.trouble.setWordWrap(True)
        self.trouble.setTextFormat(Qt.TextFormat.PlainText)
        self.trouble.setForegroundRole(QPalette.ColorRole.BrightText)
        row = QHBoxLayout()
        row.addWidget(self.fold)
        row.addWidget(self.summary, 1)
        for button in (self.pause, self.cancel, self.retry, self.forget):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.list)
        column.addWidget(self.trouble)
        self._items: dict[int, QTreeWidgetItem] = {}
        self._bar: QProgressBar | None = None
        self._bar_of = 0
        self._retranslate()
        self.hide()

    def show_state(self, state: QueueState) -> None:
        """How the queue stands now."""
        before, self._state = self._state, state
        if [job.id for job in state.jobs] != [job.id for job in before.jobs]:
            self._list_anew()
        known = {job.id: job for job in before.jobs}
        resting = (state.paused, state.held) != (before.paused, before.held)
        for job in state.jobs:
            if resting or known.get(job.id) != job:
                self._show_job(job)
        self.summary.setText(queue_in_words(state))
        self._show_buttons()
        self.setVisible(bool(state.jobs))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another language of the interface."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.show_state(self._state)
            for job in self._state.jobs:
                self._show_job(job)

    def _fold(self, folded: bool) -> None:
        """One line only, and room for the sessions."""
        self.list.setHidden(folded)
        self._name_fold()
        self._show_buttons()

    def _name_fold(self) -> None:
        folded = self.fold.isChecked()
        self.fold.setArrowType(Qt.ArrowType.RightArrow if folded else Qt.ArrowType.DownArrow)
        words = self.tr("Show the files") if folded else self.tr("Hide the files")
        self.fold.setToolTip(words)
        self.fold.setAccessibleName(words)

    def _list_anew(self) -> None:
        selected = self._selected()
        self.list.clear()  # takes the bar along
        self._items, self._bar = {}, None
        height = self.fontMetrics().height() + 10
        for job in self._state.jobs:
            item = QTreeWidgetItem([job.name, "", ""])
            item.setData(0, _ID, job.id)
            item.setToolTip(0, job.source or job.name)
            item.setSizeHint(0, QSize(0, height))  # before the bar, which is placed by it
            self._items[job.id] = item
            self.list.addTopLevelItem(item)
            item.setSelected(job.id in selected)
            self._show_job(job)
        rows = min(_MOST_ROWS, max(1, len(self._state.jobs)))
        self.list.setFixedHeight(rows * height + 2 * self.list.frameWidth())
        self.list.setColumnWidth(1, 16 * self.fontMetrics().averageCharWidth())

    def _show_job(self, job: Job) -> None:
        item = self._items[job.id]
        words = job_in_words(job, resting=self._state.paused or self._state.held)
        item.setText(2, words)
        item.setToolTip(2, words)
        if job.state in ("loading", "working"):
            if self._bar is None or self._bar_of != job.id:
                self._bar, self._bar_of = QProgressBar(), job.id
                self._bar.setTextVisible(False)
                self._bar.setRange(0, _DONE)
                self._bar.setFixedHeight(self.fontMetrics().height() // 2)
                holder = QWidget()
                room = QVBoxLayout(holder)
                room.setContentsMargins(0, 0, 8, 0)
                room.addWidget(self._bar, 0, Qt.AlignmentFlag.AlignVCenter)
                self.list.setItemWidget(item, 1, holder)
                self.list.scrollToItem(item)
            self._bar.setValue(_DONE * job.heard_ms // job.whole_ms if job.whole_ms else 0)
            self._bar.setAccessibleName(f"{job.name}: {words}")
        elif self._bar is not None and self._bar_of == job.id:
            self.list.removeItemWidget(item, 1)
            self._bar = None

    def _selected(self) -> set[int]:
        return {item.data(0, _ID) for item in self.list.selectedItems()}

    def _chosen(self) -> list[Job]:
        """The jobs that are selected; all where none is."""
        ids = self._selected()
        return [job for job in self._state.jobs if not ids or job.id in ids]

    def _show_buttons(self) -> None:
        jobs = self._state.jobs
        self.pause.setText(self.tr("Go on") if self._state.paused else self.tr("Pause"))
        self.pause.setVisible(any(not job.over for job in jobs))
        self.cancel.setText(self.tr("Cancel") if self._selected() else self.tr("Cancel all"))
        self.cancel.setVisible(any(not job.over for job in self._chosen()))
        self.retry.setVisible(any(map(_failed, self._chosen())))
        self.forget.setVisible(any(job.over for job in jobs))
        troubled = next((job for job in self._chosen() if job.over and job.trouble is not None), None)
        self.trouble.setVisible(troubled is not None and not self.fold.isChecked())
        if troubled is not None and troubled.trouble is not None:
            self.trouble.setText(f"{troubled.name}: {in_one_line(troubled.trouble.text, troubled.trouble.hint)}")

    def _activated(self, item: QTreeWidgetItem) -> None:
        job = next((job for job in self._state.jobs if job.id == item.data(0, _ID)), None)
        if job is not None and job.session is not None:
            self.session_wanted.emit(job.session)

    def _retranslate(self) -> None:
        self.list.setAccessibleName(self.tr("Files on their way into the library"))
        self.retry.setText(self.tr("Try again"))
        self.forget.setText(self.tr("Clear the list"))
        self._name_fold()
        self._show_buttons()


def _failed(job: Job) -> bool:
    return job.state in ("failed", "cancelled")
