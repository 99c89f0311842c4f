"""The models as they are on disk, looked at in a thread whenever that may have changed."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from captioner.core.errors import CaptionerError
from captioner.core.settings import Settings
from captioner.ui.background import Background
from captioner.ui.messages import translated
from captioner.ui.model_downloads import ModelDownloads
from captioner.ui.model_shelf import ModelShelf, Shelf
from captioner.ui.settings_draft import SettingsDraft


class ShelfWatch(QObject):
    """Shared by the pages of one window."""

    seen = Signal(Shelf)
    failed = Signal(str, str)
    """Text and hint of what went wrong, in the language of the interface."""

    def __init__(self, shelf: ModelShelf, downloads: ModelDownloads, draft: SettingsDraft, parent: QObject) -> None:
        super().__init__(parent)
        self._source = shelf
        self._draft = draft
        self._background = Background(self)
        self._looking = self._again = False
        self._language = ""
        self.downloads = downloads
        self.shelf: Shelf | None = None
        downloads.changed.connect(self._download_changed)
        downloads.finished.connect(lambda _: self.look())
        draft.changed.connect(self._settings_changed)
        self.look()

    def look(self) -> None:
        """Look again."""
        if self._looking:
            self._again = True
            return
        self._looking = True
        self._language = language = self._draft.settings.recognition.language
        self._background.run(lambda: self._source.look(language), self._take)

    def measure(self) -> None:
        """Try how quick the machine is, and look again if that tells anything new."""
        self._background.run(self._source.measure, lambda news: self.look() if news else None)

    def remove(self, name: str) -> None:
        """Delete a model."""
        self._background.run(lambda: self._source.remove(name), lambda _: self.look(), self._tell)

    def use_folder(self, folder: Path) -> None:
        """Check a folder of the user's, and take it for the model if it is one."""

        def take(_: None) -> None:
            self._draft.change("recognition", model=str(folder))

        self._background.run(lambda: self._source.check_folder(folder), take, self._tell)

    def _take(self, shelf: Shelf) -> None:
        self._looking = False
        if shelf != self.shelf:
            self.shelf = shelf
            self.seen.emit(shelf)
        if self._again:
            self._again = False
            self.look()

    def _settings_changed(self, settings: Settings) -> None:
        if settings.recognition.language != self._language:
            self.look()

    def _tell(self, error: CaptionerError) -> None:
        self.failed.emit(translated(error.message), translated(error.hint))

    def _download_changed(self, name: str) -> None:
        state = self.downloads.state(name)
        if state is None or state.phase != "running":
            self.look()
