"""The desktop application: windows, tray, keys, settings and the session, wired to each other."""

import signal
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from captioner.app.desktop_windows import DesktopWindows
from captioner.app.farewell import Farewell
from captioner.app.first_paint import FirstPaint
from captioner.app.folders import Folders
from captioner.app.later_parts import LaterParts
from captioner.app.launch import Launch
from captioner.app.resources import translations_folder
from captioner.app.system_limits import limits_in_words
from captioner.core.caption import Notice, Remedy
from captioner.core.session import SessionState, SourceHealth
from captioner.core.settings import Settings
from captioner.ui.bridge import CaptionBridge
from captioner.ui.session_words import named
from captioner.ui.theme import Themes
from captioner.ui.translations import Translations

if TYPE_CHECKING:
    from captioner.app.desktop_session import DesktopSession
    from captioner.app.file_desk import FileDesk
    from captioner.app.library_desk import LibraryDesk
    from captioner.app.ways_out import Act
    from captioner.ui.hotkeys import Hotkeys
    from captioner.ui.library_page import LibraryPage
    from captioner.ui.overlay import Overlay
    from captioner.ui.settings_owner import Edit, SettingsOwner


class Desktop(QObject):
    """Everything of the application that has to do with everything else of it."""

    ended = Signal()
    """Nothing runs any more: the event loop may end."""
    painted = Signal()
    """The first window, if one was asked for, is there to be seen."""
    ready = Signal()
    """The session and the settings can be used."""
    warm = Signal()
    """The libraries that a session needs are loaded."""
    _state_changed = Signal(SessionState)

    def __init__(self, application: QApplication, settings: Settings, settings_path: Path, folders: Folders) -> None:
        super().__init__()
        self._application = application
        self._settings = settings
        self._settings_path = settings_path
        self._folders = folders
        self.translations = Translations(application, translations_folder())
        self.translations.use(settings.interface.language)
        self._themes = Themes(application, settings.interface.theme)
        self.session: DesktopSession | None = None
        self.settings_owner: SettingsOwner | None = None
        self.hotkeys: Hotkeys | None = None
        self._desk: LibraryDesk | None = None
        self._files: FileDesk | None = None
        self._start_wanted = False
        self.windows = DesktopWindows(settings, lambda: self.translations.language, self._health)
        self.window = self.windows.window
        self._farewell = Farewell(self.windows, folders.state)
        self._farewell.ended.connect(self.ended)
        self._later = LaterParts()
        self._later.loaded.connect(self._wire_parts, Qt.ConnectionType.QueuedConnection)
        self._later.warm.connect(self.warm, Qt.ConnectionType.QueuedConnection)
        self._bridge = CaptionBridge(self)
        self._bridge.caption_changed.connect(self.windows.show_caption)
        self._bridge.noticed.connect(self._show_notice)
        self._state_changed.connect(self._show_state, Qt.ConnectionType.QueuedConnection)
        self._wire_windows()

    @property
    def overlay(self) -> "Overlay":
        """The captions over all windows, made when they are first needed."""
        return self.windows.overlay

    # Life

    def begin(self, launch: Launch, trouble: Notice | None = None) -> None:
        """Show the first window, and load the rest once it is painted."""
        self._start_wanted = launch.start
        hidden = launch.minimized or self._settings.interface.start_minimized
        self.windows.show_first(overlay_only=launch.overlay_only, hidden=hidden)
        if trouble is not None:
            self._show_notice(trouble)
        if (shown := self.windows.shown) is not None:
            FirstPaint(shown, self._begin_the_rest)
        else:
            QTimer.singleShot(0, self, self._begin_the_rest)

    def launched(self, launch: Launch) -> None:
        """Somebody started the application once more."""
        if launch.overlay_only:
            self.overlay.set_shown(True)
        elif not launch.minimized:
            self.windows.show_window()
        if launch.start and not self.windows.state.running:
            self._start()

    @Slot()
    def quit(self) -> None:
        """See ``Farewell``."""
        self._farewell.quit()

    @Slot()
    def save(self) -> None:
        """The login session ends: all that there is to keep is kept when this returns, in the little time there is."""
        self._farewell.last_words_now()
        if self.settings_owner is not None:
            self.settings_owner.close()

    def signalled(self, number: int) -> None:
        """Ctrl-C is as patient as the user; who ends a login session or stops a service is not."""
        if number == signal.SIGINT:
            self._farewell.quit()
        else:
            self._farewell.quit_soon()

    def close(self) -> None:
        """Let go of everything. The event loop has ended."""
        self._start_wanted = False
        if self._files is not None:
            self._files.close()
        if self._desk is not None:
            self._desk.close()
        self.windows.hide()
        if self.session is not None:
            self.session.abandon()
            self.session.join()
        if self.settings_owner is not None:
            self.settings_owner.close()
        if self.hotkeys is not None:
            self.hotkeys.close()
        self.windows.close()

    # The rest, after the first paint

    def _begin_the_rest(self) -> None:
        from captioner.ui.app_icon import icon

        self.painted.emit()
        self._themes.outline()
        self._application.setWindowIcon(icon())
        self.windows.tray.show()
        self._later.load()

    def _wire_parts(self) -> None:
        from captioner.app.desktop_session import DesktopSession
        from captioner.app.file_desk import FileDesk
        from captioner.app.settings_wiring import settings_owner
        from captioner.ui.hotkeys import Hotkeys

        self.session = DesktopSession(self._folders, [self._bridge], self._state_changed.emit, named=named)
        self._farewell.session = self.session
        owner = self.settings_owner = settings_owner(
            self._settings,
            self._folders,
            self._folders.transcripts,
            lambda: self.translations.language,
            self._settings_path,
        )
        owner.edited.connect(self._edited)
        owner.noticed.connect(self._show_notice)
        owner.restart_wanted.connect(self._restart)
        owner.model_arrived.connect(self.session.model_arrived)
        owner.first_run_ended.connect(lambda start: self._start() if start else None)
        self.hotkeys = Hotkeys(self)
        self.hotkeys.pressed.connect(self._hotkey)
        self.hotkeys.problems_changed.connect(self._tell_hotkey_problems)
        self.hotkeys.apply(self._settings.shortcuts)
        self._files = FileDesk(self.window, self._folders, lambda: self._settings)
        self._files.noticed.connect(self._show_notice)
        self._files.models_wanted.connect(lambda: self._show_settings("models"))
        self._files.restore()
        self._files.watch(self._settings.transcript.watched_folder)
        self._files.take_from(self.overlay)
        if self._desk is not None:
            self._files.show_on(self._desk.page)
        self._tell_limits()
        self._look_for_devices()
        self._look_for_cut_off_sessions()
        self.ready.emit()
        if self._start_wanted:
            self._start_wanted = False
            self._start()
        elif not self._settings.interface.welcomed and self.window.isVisible():
            owner.show_first_run(self.window)

    # What the user does

    def _wire_windows(self) -> None:
        windows, window = self.windows, self.window
        windows.pause_clicked.connect(self._pause)
        windows.overlay_changed.connect(lambda changed: self._replace(overlay=changed))
        window.settings_changed.connect(
            lambda changed: self._replace(sound=changed.sound, recognition=changed.recognition)
        )
        window.restart_wanted.connect(self._restart)
        window.closed.connect(self._farewell.window_closed)
        window.places.use_library(self._library_page)
        actions = window.actions_
        actions.start_stop.triggered.connect(self._start_or_stop)
        actions.pause.triggered.connect(self._pause)
        actions.settings.triggered.connect(lambda: self._show_settings())
        actions.folder.triggered.connect(self._open_folder)
        actions.quit.triggered.connect(self.quit)

    def _library_page(self) -> "LibraryPage":
        from captioner.app.library_desk import LibraryDesk

        self._desk = LibraryDesk(self._folders, lambda: self._settings)
        if self._files is not None:
            self._files.show_on(self._desk.page)
        return self._desk.page

    def _start_or_stop(self) -> None:
        if self.windows.state.running and self.session is not None:
            self.session.stop()
        else:
            self._start()

    def _start(self) -> None:
        if self.session is None:
            self._start_wanted = True
            return
        self.session.start(self._settings)
        self._set_session(self._settings)
        self.windows.begin_session()

    def _pause(self) -> None:
        if self.session is not None:
            self.session.pause(self.windows.state.phase != "paused")

    def _restart(self) -> None:
        """Stop, and begin again with the settings of now."""
        if self.session is not None and self.windows.state.running:
            self._start_wanted = True
            self.session.stop()

    def _hotkey(self, action: str) -> None:
        overlay, actions = self.overlay, self.window.actions_
        if action == "start_stop":
            actions.start_stop.trigger()
        elif action == "show_hide":
            overlay.set_shown(not actions.overlay.isChecked())
        elif action == "lock":
            overlay.set_locked(not overlay.settings.locked)
        elif action == "freeze":
            overlay.set_frozen(not overlay.frozen)

    def _open_folder(self) -> None:
        chosen = self._settings.transcript.folder
        folder = Path(chosen).expanduser() if chosen else self._folders.transcripts
        if not folder.is_dir():
            text = QCoreApplication.translate("Desktop", "There are no transcripts yet.")
            self._show_notice(Notice("info", text))
        else:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _show_settings(self, page: str | None = None) -> None:
        if self.settings_owner is not None:
            self.settings_owner.show_settings(page, self.window)  # type: ignore[arg-type]  # Remedy is a PageName

    # What the settings tell

    def _replace(self, **branches: object) -> None:
        if self.settings_owner is not None:
            self.settings_owner.replace(**branches)

    def _edited(self, edit: "Edit") -> None:
        before, self._settings = self._settings, edit.settings
        interface = edit.settings.interface
        if interface.theme != before.interface.theme:
            self._themes.choose(interface.theme)
        if interface.language != before.interface.language:
            self.translations.use(interface.language)
            self._tell_limits()
            self.windows.show_state(self.windows.state)
        self.windows.apply(edit.settings)
        if self.hotkeys is not None and edit.settings.shortcuts != before.shortcuts:
            self.hotkeys.apply(edit.settings.shortcuts)
        if self._files is not None:
            self._files.watch(edit.settings.transcript.watched_folder)

    # What the session tells

    def _health(self) -> list[SourceHealth]:
        return self.session.health if self.session is not None else []

    @Slot(SessionState)
    def _show_state(self, state: SessionState) -> None:
        before = self.windows.state
        self.windows.show_state(state)
        if self._files is not None:
            self._files.hold(state.phase != "idle")
        if state.failure is not None and state.failure != before.failure:
            self._show_notice(state.failure)
        if state.phase == "idle" and before.phase != "idle":
            self._session_ended(state)

    def _set_session(self, settings: Settings | None) -> None:
        """What the running session works with, for those who offer to restart it with other settings."""
        self.window.set_session(settings)
        if self.settings_owner is not None:
            self.settings_owner.set_session(settings)

    def _session_ended(self, state: SessionState) -> None:
        self._set_session(None)
        if self._farewell.begun:
            self._farewell.session_ended()
            return
        if self._start_wanted:
            self._start_wanted = False
            self._start()
            return
        self.windows.end_session()
        if self._desk is not None:
            self._desk.page.refresh()
        if state.transcript is not None:
            from captioner.app.ways_out import way_to_folder

            text = QCoreApplication.translate("Desktop", "The transcript is saved in %1.")
            saved = Notice("info", text.replace("%1", str(state.transcript)))
            told_by = self.window if self.window.isVisible() else self.windows
            told_by.show_notice(saved, way_to_folder(self._open_folder))
        self._look_for_devices()

    @Slot(Notice)
    def _show_notice(self, notice: Notice) -> None:
        from captioner.app.ways_out import way_out

        acts: dict[Remedy, Act] = {"cpu": self._use_cpu, "download": self._download_model}
        self.windows.show_notice(notice, way_out(notice, self._show_settings, acts))

    # Ways out

    def _use_cpu(self) -> None:
        """Whisper on the CPU from now on; a session that ended for want of that, or waits for the GPU, begins again."""
        state = self.windows.state
        self._replace(recognition=replace(self._settings.recognition, device="cpu"))
        if state.running and state.engine is not None and state.engine.device == "cpu":
            self._set_session(self._settings)
        elif state.running:
            self._restart()
        elif state.failure is not None and state.failure.remedy == "cpu":
            self._start()

    def _download_model(self) -> None:
        """The model of the settings, on the page that shows how far it is."""
        from captioner.speech.catalogue import entry_named

        recognition = self._settings.recognition
        self._show_settings("models")
        entry = entry_named(recognition.model)
        if self.settings_owner is not None and entry is not None:
            self.settings_owner.downloads.start(entry.name, recognition.mirror)

    # What there is on this system

    def _look_for_devices(self) -> None:
        from captioner.app.sound_check import SoundCheckOfThisMachine
        from captioner.ui.background import Background

        self._background = Background(self.window)
        self._background.run(SoundCheckOfThisMachine().devices, self.window.show_devices)

    def _look_for_cut_off_sessions(self) -> None:
        from captioner.app.cut_off_sessions import cut_off_notice
        from captioner.app.ways_out import way_to_library
        from captioner.ui.background import Background
        from captioner.ui.library_words import title_in_words

        def tell(notice: Notice | None) -> None:
            if notice is not None:
                self.windows.show_notice(notice, way_to_library(self.windows.show_library))

        self._library_look = Background(self)
        self._library_look.run(lambda: cut_off_notice(self._folders, title_in_words), tell)

    def _tell_limits(self) -> None:
        keys = self.hotkeys.limit if self.hotkeys is not None else ""
        self.window.show_limits(limits_in_words(self.windows.tray.available, keys))

    def _tell_hotkey_problems(self) -> None:
        if self.hotkeys is None:
            return
        problems = self.hotkeys.problems
        if self.settings_owner is not None:
            self.settings_owner.show_taken_shortcuts(problems)
        for problem in problems.values():
            hint = QCoreApplication.translate("Desktop", "Choose other keys in the settings.")
            self._show_notice(Notice("warning", problem, hint))
