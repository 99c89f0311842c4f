"""The download of one model in a row: begin, pause, go on, cancel, and how far it is."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from captioner.ui.messages import in_one_line
from captioner.ui.model_downloads import ModelDownloads
from captioner.ui.model_words import progress_of


class DownloadRow(QWidget):
    """Hidden while there is nothing to download. ``mirror`` is asked when a download begins."""

    def __init__(self, downloads: ModelDownloads, mirror: Callable[[], str]) -> None:
        super().__init__()
        self._downloads = downloads
        self._mirror = mirror
        self._name = ""
        self.begin = QPushButton(self.tr("Download now"))
        self.cancel = QPushButton(self.tr("Cancel"))
        self.progress = QProgressBar()
        self.progress.setRange(0, 1000)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Progress of the download"))
        self.words = QLabel()
        self.words.setWordWrap(True)
        for button in (self.begin, self.cancel):
            button.setAutoDefault(False)
        for part in (self.progress, self.cancel):  # the row does not jump when they come
            policy = part.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            part.setSizePolicy(policy)
        row = QHBoxLayout()
        row.addWidget(self.begin)
        row.addWidget(self.progress, 1)
        row.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.words)
        self.begin.clicked.connect(self._begin_or_pause)
        self.cancel.clicked.connect(lambda: downloads.cancel(self._name))
        downloads.changed.connect(self._show)  # a method: the connection ends with the row
        self.hide()

    def offer(self, name: str) -> None:
        """The model that is meant; "" where there is nothing to download."""
        self._name = name
        self.setVisible(bool(name))
        self._show()

    def _begin_or_pause(self) -> None:
        state = self._downloads.state(self._name)
        if state is not None and state.phase == "running":
            self._downloads.pause(self._name)
        else:
            self._downloads.start(self._name, self._mirror())

    def _show(self, _: object = None) -> None:
        state = self._downloads.state(self._name)
        running = state is not None and state.phase == "running"
        if running:
            self.begin.setText(self.tr("Pause"))
        else:
            self.begin.setText(self.tr("Go on") if state is not None else self.tr("Download now"))
        for part in (self.progress, self.cancel):
            part.setVisible(state is not None)
        self.progress.setValue(1000 * state.done // state.total if state is not None and state.total else 0)
        text = ""
        if state is not None:
            text = in_one_line(state.text, state.hint) if state.phase == "failed" else progress_of(state)
        self.words.setText(text)
        self.words.setVisible(bool(text))
