"""Media files in the desktop application: dropped on the window, chosen, or watched for; they become sessions."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from captioner.app.file_queue import FileQueue
from captioner.app.folders import Folders
from captioner.app.media_files import EXTENSIONS
from captioner.app.watched_folder import WatchedFolder
from captioner.core.caption import Notice
from captioner.core.errors import CaptionerError
from captioner.core.library import SessionInfo
from captioner.core.settings import RecognitionSettings, Settings
from captioner.core.transcription import Job
from captioner.ui.background import Background
from captioner.ui.file_drop import FileDrop
from captioner.ui.file_queue_panel import FileQueuePanel
from captioner.ui.library_words import title_in_words
from captioner.ui.main_window import MainWindow

if TYPE_CHECKING:
    from captioner.ui.library_page import LibraryPage


class FileDesk(QObject):
    """``noticed`` gives what there is to be told. ``show_on`` the page of the library once there is one."""

    noticed = Signal(Notice)
    heard_again = Signal(int, object)
    """The session, and its new cues by track: a mapping from ids to sequences of Cue."""
    models_wanted = Signal()
    """Transcribing again needs a model that is not here."""
    _changed = Signal()

    def __init__(self, window: MainWindow, folders: Folders, settings: Callable[[], Settings]) -> None:
        """``settings`` is asked from the queue's thread."""
        super().__init__()
        self._window = window
        self._page: LibraryPage | None = None
        self._folders = folders
        self._settings = settings
        self._watched: WatchedFolder | None = None
        self._watched_path = ""
        self._looking = False  # a change was told and has not been looked at
        self._done = 0
        self._recovering: dict[int, int] = {}  # the session of each job
        self._background = Background(self)
        self.queue = FileQueue(
            folders, settings, lambda _: self._tell_change(), self.heard_again.emit, self.noticed.emit
        )
        self.panel = FileQueuePanel()
        self.panel.pause_wanted.connect(self.queue.pause)
        self.panel.cancel_wanted.connect(self._cancel)
        self.panel.retry_wanted.connect(self._retry)
        self.panel.forget_wanted.connect(self.queue.forget_over)
        self.panel.session_wanted.connect(self._open)
        window.actions_.add_files.triggered.connect(self._choose)
        self.take_from(window)
        self._changed.connect(self._look, Qt.ConnectionType.QueuedConnection)

    def show_on(self, page: "LibraryPage") -> None:
        """The queue is seen above the sessions, which are listed anew when a file has become one."""
        from captioner.app.second_hearing_desk import SecondHearingDesk

        self._page = page
        layout = page.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(layout.indexOf(page.notices) + 1, self.panel)
        self.panel.show_state(self.queue.state)
        page.recover_wanted.connect(self._recover)
        again = SecondHearingDesk(page, self._folders, self._settings, self.hear_again)
        again.models_wanted.connect(self.models_wanted)
        self.heard_again.connect(again.take, Qt.ConnectionType.QueuedConnection)

    def take_from(self, window: QWidget) -> None:
        """Files can be dropped on this window too."""
        FileDrop(window).dropped.connect(self.add)

    def restore(self) -> None:
        """Go on with what waited when the application ended."""
        if self.queue.restore():
            text = QCoreApplication.translate("FileDesk", "What waited to be transcribed when captioner ended goes on.")
            hint = QCoreApplication.translate("FileDesk", "The library shows how far it is.")
            self.noticed.emit(Notice("info", text, hint))

    @Slot(list)
    def add(self, paths: list[Path]) -> None:
        """Queue files, and the media in folders, which may take a while to be found."""
        self._window.actions_.open_window.trigger()  # they may have come by way of the overlay
        self._window.places.go_to("library")
        self._background.run(lambda: self.queue.add_files(paths), self._added)

    def hear_again(self, session: SessionInfo, recognition: RecognitionSettings) -> None:
        """Queue a session to be transcribed once more; ``heard_again`` gives what comes of it."""
        self.queue.add_again(session.id, title_in_words(session), recognition)

    def hold(self, held: bool) -> None:
        """Rest while a live session needs the computer."""
        if held != self.queue.state.held:
            self.queue.hold(held)

    def watch(self, folder: str) -> None:
        """Take what comes into this folder from now on; "" for none."""
        if folder == self._watched_path:
            return
        self._watched_path = folder
        if self._watched is not None:
            self._watched.close()
            self._watched = None
        if folder:
            self._watched = WatchedFolder(Path(folder), self.queue, self._folders, self.noticed.emit)

    def close(self) -> None:
        """Leave everything undone and let go of all."""
        self.watch("")
        self.queue.close()

    def _added(self, jobs: list[int]) -> None:
        if not jobs:
            text = QCoreApplication.translate("FileDesk", "There is nothing new to hear.")
            hint = QCoreApplication.translate("FileDesk", "Audio and video files become sessions, each once at a time.")
            self.noticed.emit(Notice("info", text, hint))

    @Slot()
    def _choose(self) -> None:
        title = QCoreApplication.translate("FileDesk", "Audio and video files to transcribe")
        media = QCoreApplication.translate("FileDesk", "Audio and video")
        everything = QCoreApplication.translate("FileDesk", "All files")
        patterns = " ".join(f"*{extension}" for extension in sorted(EXTENSIONS))
        names, _ = QFileDialog.getOpenFileNames(self._window, title, "", f"{media} ({patterns});;{everything} (*)")
        if names:
            self.add([Path(name) for name in names])

    @Slot(int)
    def _open(self, session: int) -> None:
        if self._page is not None:
            self._page.show_changes(session)

    @Slot(list)
    def _cancel(self, jobs: list[int]) -> None:
        for job in jobs:
            self.queue.cancel(job)

    @Slot(list)
    def _retry(self, jobs: list[int]) -> None:
        for job in jobs:
            self.queue.retry(job)

    @Slot(int)
    def _recover(self, session: int) -> None:
        """Queue the rest of a session that was cut off."""
        if (page := self._page) is None:
            return

        def found(info: SessionInfo | None) -> None:
            if info is not None:
                self.queue.add_recovery(info.id, title_in_words(info))

        def failed(error: CaptionerError) -> None:
            page.tell(Notice("error", error.message, error.hint))

        page.worker.ask(lambda library: library.session(session), found, failed)

    def _show_recoveries(self, page: "LibraryPage", jobs: Sequence[Job]) -> None:
        """How far the sessions are that get their rest, and what came of those that have it."""
        for job in jobs:
            if job.kind != "recovery" or job.session is None:
                continue
            if not job.over:
                self._recovering[job.id] = job.session
                page.show_recovery(job.session, job)
            elif self._recovering.pop(job.id, None) is not None:
                page.show_recovery(job.session, None)
                if job.trouble is not None:
                    page.tell(job.trouble)

    def _tell_change(self) -> None:
        """From any thread. Many changes are looked at once."""
        if not self._looking:
            self._looking = True
            self._changed.emit()

    @Slot()
    def _look(self) -> None:
        self._looking = False
        state = self.queue.state
        if self._page is not None:  # before, the panel would be a window of its own
            self.panel.show_state(state)
            self._show_recoveries(self._page, state.jobs)
        done = sum(job.session is not None and job.over for job in state.jobs)
        if done > self._done and self._page is not None:
            self._page.refresh()
        self._done = done
