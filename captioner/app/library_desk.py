"""The library of the desktop application: its page in the window."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from captioner.app.folders import Folders
from captioner.app.session_files import file_stem, transcripts_folder
from captioner.core.library import SessionInfo
from captioner.core.settings import Settings
from captioner.ui.export_dialog import ExportDefaults
from captioner.ui.export_files import ExportChoice
from captioner.ui.library_page import LibraryPage
from captioner.ui.playback import Recording

if TYPE_CHECKING:
    from captioner.transcript.library import Library


class LibraryDesk:
    """Made with the page, when somebody first goes there."""

    def __init__(self, folders: Folders, settings: Callable[[], Settings]) -> None:
        self._folders = folders
        self._settings = settings
        self.page = LibraryPage(self._open, exporting=self._exporting, open_recording=_open_recording, hears_again=True)

    def close(self) -> None:
        """Save what is written, let go of the library."""
        self.page.shut()

    def _open(self) -> "Library":
        from captioner.transcript.library import Library

        return Library.open(self._folders.library)

    def _exporting(self) -> ExportDefaults:
        settings = self._settings().transcript
        choice = ExportChoice(settings.formats or ("srt",), settings.standard)
        return ExportDefaults(transcripts_folder(settings, self._folders), choice, _stem)


def _open_recording(session: SessionInfo) -> Recording | None:
    """In a worker thread: it loads the libraries that decode."""
    from captioner.app.playback import open_recording

    return open_recording(session)


def _stem(session: SessionInfo) -> str:
    return file_stem(datetime.fromtimestamp(session.began_ms / 1000).astimezone(), session.title)
