"""The settings of the running application: kept, told to who wants to know, and edited by the windows made here."""

import logging
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec
from PySide6.QtCore import QLocale, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QWidget

from captioner.core.caption import Notice
from captioner.core.errors import CaptionerError
from captioner.core.settings import Settings
from captioner.core.settings_change import SettingsChange, change_between
from captioner.ui.background import Background
from captioner.ui.first_run import FirstRun
from captioner.ui.language_names import LANGUAGE_CODES
from captioner.ui.messages import in_one_line
from captioner.ui.model_downloads import ModelDownloads
from captioner.ui.model_shelf import ModelShelf
from captioner.ui.settings_dialog import PageName, SettingsDialog, SettingsParts
from captioner.ui.sound_choice import SoundCheck
from captioner.ui.translations import Language, preferred_han

log = logging.getLogger(__name__)

_SAVE_MS = 400
"""Edits that come so close together are written once: a slider gives many."""


@dataclass(frozen=True, slots=True)
class Edit:
    """The new settings, and what about them is new."""

    settings: Settings
    change: SettingsChange


@dataclass(frozen=True, slots=True)
class SettingsServices:
    """What the settings work on. ``transcripts`` is the usual folder for them; the functions raise CaptionerError."""

    shelf: ModelShelf
    sound: SoundCheck
    transcripts: Path
    save: Callable[[Settings], None]
    """Writes the settings; called in a thread."""
    set_start_at_login: Callable[[bool], None]


class SettingsOwner(QObject):
    """The one who knows the settings. Make it in the GUI thread, before the windows.

    ``edited`` tells of every edit, whoever made it: the dialog, the first run, or ``replace``. Trouble with keeping
    them goes to ``noticed``.
    """

    edited = Signal(Edit)
    noticed = Signal(Notice)
    restart_wanted = Signal()
    model_arrived = Signal(str)
    """A model that was downloaded is here: the session may move to it."""
    first_run_ended = Signal(bool)
    """Whether the user wants captions to start."""

    def __init__(self, settings: Settings, services: SettingsServices, language: Callable[[], Language]) -> None:
        """``language`` tells that of the interface."""
        super().__init__()
        self._settings = settings
        self._services = services
        self._saving = threading.Lock()
        self._saved = settings
        self._language = language
        self.downloads = ModelDownloads(services.shelf, self)
        self.downloads.finished.connect(self.model_arrived)
        self._background = Background(self)
        self._dialog: SettingsDialog | None = None
        self._first_run: FirstRun | None = None
        self._session: Settings | None = None
        self._taken: Mapping[str, str] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SAVE_MS)
        self._timer.timeout.connect(self._save_soon)

    @property
    def settings(self) -> Settings:
        """The settings as they are now."""
        return self._settings

    def replace(self, **branches: object) -> None:
        """Give whole branches, such as ``overlay=…`` with the place where it was dragged."""
        self._take(msgspec.structs.replace(self._settings, **branches))

    def show_settings(self, page: PageName | None = None, parent: QWidget | None = None) -> SettingsDialog:
        """Open the dialog, or raise the one that is open."""
        if self._dialog is None:
            dialog = SettingsDialog(self._settings, self._parts_now(), parent)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.settings_changed.connect(self._take)
            dialog.restart_wanted.connect(self.restart_wanted)
            dialog.destroyed.connect(self._dialog_gone)
            dialog.set_session(self._session)
            dialog.show_taken_shortcuts(self._taken)
            self._dialog = dialog
        if page is not None:
            self._dialog.show_page(page)
        _raise(self._dialog)
        return self._dialog

    def show_first_run(self, parent: QWidget | None = None) -> FirstRun:
        """Open the first-run pages, or raise them."""
        if self._first_run is None:
            window = FirstRun(self._settings, self._parts_now(), _likely_languages(), parent)
            window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            window.settings_changed.connect(self._take)
            window.done_with.connect(self.first_run_ended)
            window.destroyed.connect(self._first_run_gone)
            self._first_run = window
        _raise(self._first_run)
        return self._first_run

    def set_session(self, settings: Settings | None) -> None:
        """The settings with which a session runs; None while none does."""
        self._session = settings
        if self._dialog is not None:
            self._dialog.set_session(settings)

    def show_taken_shortcuts(self, taken: Mapping[str, str]) -> None:
        """Why the system does not give some actions their keys, by action."""
        self._taken = taken
        if self._dialog is not None:
            self._dialog.show_taken_shortcuts(taken)

    def close(self) -> None:
        """End of the application: stop downloads, let go of devices, write what is not written yet."""
        for window in (self._dialog, self._first_run):
            if window is not None:
                window.hide()
        self.downloads.close()
        self._timer.stop()
        self._save(self._settings)

    def _take(self, settings: Settings) -> None:
        change = change_between(self._settings, settings)
        if not change:
            return
        self._settings = settings
        if self._dialog is not None:
            self._dialog.take(settings)
        if self._first_run is not None:
            self._first_run.draft.take(settings)
        self._timer.start()
        if "interface.start_at_login" in change.at_once:
            self._set_start_at_login()
        self.edited.emit(Edit(settings, change))
        if "interface.language" in change.at_once and self._dialog is not None:
            self._dialog.set_preferred_han(preferred_han(self._language()))

    def _set_start_at_login(self) -> None:
        try:
            self._services.set_start_at_login(self._settings.interface.start_at_login)
        except CaptionerError as error:
            self._login_problem(in_one_line(error.message, error.hint))
        else:
            self._login_problem("")

    def _login_problem(self, text: str) -> None:
        if self._dialog is not None:
            self._dialog.show_login_problem(text)

    def _save_soon(self) -> None:
        settings = self._settings
        self._background.run(lambda: self._save(settings), lambda _: None)

    def _save(self, settings: Settings) -> None:
        """From any thread; the newest state wins."""
        with self._saving:
            if settings == self._saved or settings is not self._settings:
                return
            try:
                self._services.save(settings)
            except CaptionerError as error:
                log.info("%s", error.message)
                self.noticed.emit(Notice("error", error.message, error.hint))
            else:
                self._saved = settings

    def _parts_now(self) -> SettingsParts:
        services = self._services
        return SettingsParts(
            services.shelf, self.downloads, services.sound, services.transcripts, preferred_han(self._language())
        )

    def _dialog_gone(self) -> None:
        self._dialog = None

    def _first_run_gone(self) -> None:
        self._first_run = None


def _raise(window: QDialog) -> None:
    window.show()
    window.raise_()
    window.activateWindow()


def _likely_languages() -> list[str]:
    """Whisper's codes of the languages that the system is set to, the most wanted first."""
    codes = (name.replace("_", "-").split("-")[0].lower() for name in QLocale.system().uiLanguages())
    return [code for code in dict.fromkeys(codes) if code in LANGUAGE_CODES]
