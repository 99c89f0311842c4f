"""The library of the desktop application: its page in the window, and the recovery of sessions that were cut off."""

import logging
import threading
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot

from captioner.app.folders import Folders
from captioner.app.session_files import file_stem, transcripts_folder
from captioner.core.caption import Notice
from captioner.core.errors import CaptionerError
from captioner.core.library import SessionInfo
from captioner.core.message import Message
from captioner.core.settings import Settings
from captioner.ui.export_dialog import ExportDefaults
from captioner.ui.export_files import ExportChoice
from captioner.ui.library_page import LibraryPage
from captioner.ui.playback import Recording

if TYPE_CHECKING:
    from captioner.transcript.library import Library

_log = logging.getLogger(__name__)


class _GivenUp(Exception):  # noqa: N818 — nothing is wrong: the application ends
    """The recovery is not wanted any more; the session stays as it was."""


class LibraryDesk(QObject):
    """Made with the page, when somebody first goes there."""

    _recovering = Signal(int, float)
    _recovered = Signal(int, int)
    _failed = Signal(int, Notice)

    def __init__(self, folders: Folders, settings: Callable[[], Settings], captions_run: Callable[[], bool]) -> None:
        """``captions_run`` tells whether a session runs: it needs the computer for itself."""
        super().__init__()
        self._folders = folders
        self._settings = settings
        self._captions_run = captions_run
        self._thread: threading.Thread | None = None
        self._given_up = threading.Event()
        self.page = LibraryPage(self._open, exporting=self._exporting, open_recording=_open_recording, hears_again=True)
        self.page.recover_wanted.connect(self._recover)
        self._recovering.connect(self.page.show_recovery, Qt.ConnectionType.QueuedConnection)
        self._recovered.connect(self._end_well, Qt.ConnectionType.QueuedConnection)
        self._failed.connect(self._end, Qt.ConnectionType.QueuedConnection)

    def close(self) -> None:
        """Give up what runs, save what is written, let go of the library."""
        self._given_up.set()
        self.page.shut()
        if self._thread is not None:
            self._thread.join()

    def _open(self) -> "Library":
        from captioner.transcript.library import Library

        return Library.open(self._folders.library)

    def _exporting(self) -> ExportDefaults:
        settings = self._settings().transcript
        choice = ExportChoice(settings.formats or ("srt",), settings.standard)
        return ExportDefaults(transcripts_folder(settings, self._folders), choice, _stem)

    # Recovery

    @Slot(int)
    def _recover(self, session: int) -> None:
        translate = QCoreApplication.translate
        if self._captions_run():
            text = translate("LibraryDesk", "Captions are running.")
            hint = translate("LibraryDesk", "Stop them first: the computer can do one thing at a time.")
            self.page.tell(Notice("info", text, hint))
        elif self._thread is None:
            self.page.show_recovery(session, 0.0)
            self._thread = threading.Thread(target=self._run, args=(session, self._settings()), name="recovery")
            self._thread.start()

    def _run(self, number: int, settings: Settings) -> None:
        try:
            library = self._open()
            try:
                session = library.session(number)
                added = self._hear_rest(library, session, settings) if session is not None else 0
            finally:
                library.close()
        except _GivenUp:
            return
        except CaptionerError as error:
            self._failed.emit(number, Notice("error", error.message, error.hint))
        except Exception as error:  # told to the user like the rest, and in full to the log
            _log.exception("the recovery broke off")
            text = Message("The session broke off by a fault of captioner itself: {reason}.", reason=error)
            self._failed.emit(number, Notice("error", text))
        else:
            self._recovered.emit(number, added)

    def _hear_rest(self, library: "Library", session: SessionInfo, settings: Settings) -> int:
        from captioner.app.engine import load_engine
        from captioner.app.recovery import end_cut_off, only_recovery, recover

        with only_recovery(self._folders):
            if not library.unheard(session.id):
                end_cut_off(library, session)
                return 0
            recognizer = load_engine(
                settings.recognition,
                self._folders,
                tell=lambda _: None,
                progress=lambda _: None,
                cancelled=self._given_up.is_set,
            )
            try:
                return recover(
                    library,
                    session,
                    recognizer,
                    settings.recognition,
                    settings.transcript.standard,
                    lambda heard, whole: self._watch(session.id, heard, whole),
                )
            finally:
                recognizer.close()

    def _watch(self, session: int, heard: int, whole: int | None) -> None:
        if self._given_up.is_set():
            raise _GivenUp
        self._recovering.emit(session, heard / whole if whole else 0.0)

    @Slot(int, int)
    def _end_well(self, session: int, added: int) -> None:
        text = QCoreApplication.translate("LibraryDesk", "The session was recovered: %n more lines.", "", added)
        self._end(session, Notice("info", text))

    @Slot(int, Notice)
    def _end(self, session: int, notice: Notice) -> None:
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        self.page.show_recovery(session, None)
        self.page.tell(notice)


def _open_recording(session: SessionInfo) -> Recording | None:
    """In a worker thread: it loads the libraries that decode."""
    from captioner.app.playback import open_recording

    return open_recording(session)


def _stem(session: SessionInfo) -> str:
    return file_stem(datetime.fromtimestamp(session.began_ms / 1000).astimezone(), session.title)
