"""Sessions that the user wants transcribed again: asked how, queued, and brought back to be compared."""

from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal, Slot

from captioner.app.folders import Folders
from captioner.app.hearings import Hearing, Hearings
from captioner.core.caption import Notice
from captioner.core.errors import CaptionerError, ModelError
from captioner.core.library import SessionInfo
from captioner.core.settings import RecognitionSettings, Settings
from captioner.speech.model_store import ModelStore, check_model_folder
from captioner.ui.again_dialog import AgainDialog, AgainModel
from captioner.ui.background import Background
from captioner.ui.library_page import LibraryPage


class SecondHearingDesk(QObject):
    """``models_wanted``: the user asks for more models than there are."""

    models_wanted = Signal()

    def __init__(
        self,
        page: LibraryPage,
        folders: Folders,
        settings: Callable[[], Settings],
        hear_again: Callable[[SessionInfo, RecognitionSettings], None],
    ) -> None:
        """``hear_again`` puts a session into the queue; ``take`` what comes of it."""
        super().__init__(page)
        self._page = page
        self._folders = folders
        self._settings = settings
        self._hear_again = hear_again
        self._background = Background(self)
        self._hearings = Hearings(folders)
        page.retranscribe_wanted.connect(self._ask)
        page.session.revision.settled.connect(self._hearings.forget)
        self._background.run(lambda: list(self._hearings.kept()), self._restore)

    @Slot(int, object)
    def take(self, session: int, hearing: Hearing) -> None:
        """A session was heard again."""

        def show(info: SessionInfo | None) -> None:
            if info is not None:
                self._page.take_hearing(info, hearing.cues, hearing.language)

        self._page.worker.ask(lambda library: library.session(session), show, self._tell)

    def _restore(self, kept: list[tuple[int, Hearing]]) -> None:
        """What was not looked through the last time is offered again, without a word."""
        for session, hearing in kept:
            self._page.session.revision.take(session, hearing.cues, hearing.language)

    @Slot(int)
    def _ask(self, session: int) -> None:
        recognition = self._settings().recognition

        def asked(info: SessionInfo | None) -> None:
            if info is not None:
                self._background.run(lambda: installed(self._folders, recognition), lambda found: show(info, found))

        def show(info: SessionInfo, models: list[AgainModel]) -> None:
            dialog = AgainDialog(info, models, info.language or recognition.language, self._page)
            dialog.chosen.connect(lambda model, language: self._queue(info, model, language))
            dialog.models_wanted.connect(self.models_wanted)
            dialog.open()

        self._page.worker.ask(lambda library: library.session(session), asked, self._tell)

    def _queue(self, session: SessionInfo, model: str, language: str) -> None:
        wanted = replace(self._settings().recognition, engine="whisper", model=model, language=language)
        self._hear_again(session, wanted)

    def _tell(self, error: CaptionerError) -> None:
        self._page.tell(Notice("error", error.message, error.hint))


def installed(folders: Folders, recognition: RecognitionSettings) -> list[AgainModel]:
    """The models that are on this computer; with the folder that the settings name, where they do."""
    models = [
        AgainModel(one.entry.name, one.entry.name, one.size, one.entry.multilingual)
        for one in ModelStore(folders.models).installed()
    ]
    folder = Path(recognition.model).expanduser()
    try:
        if folder.is_absolute():
            check_model_folder(folder)
            size = sum(file.stat().st_size for file in folder.iterdir() if file.is_file())
            models.append(AgainModel(recognition.model, folder.name, size, True))
    except (ModelError, OSError):
        pass
    return models
