"""The desktop application: windows, tray, keys and the session, wired to each other."""

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QMessageBox

from captioner.app.folders import Folders
from captioner.app.launch import Launch
from captioner.app.resources import translations_folder
from captioner.core.caption import Caption, Notice
from captioner.core.session import SessionState, SourceHealth
from captioner.core.settings import Settings
from captioner.ui.bridge import CaptionBridge
from captioner.ui.main_window import MainWindow
from captioner.ui.overlay_window_system import limits, platform
from captioner.ui.session_words import named, phase_in_words
from captioner.ui.theme import Themes
from captioner.ui.translations import Translations, preferred_han

if TYPE_CHECKING:
    from captioner.app.desktop_session import DesktopSession
    from captioner.ui.hotkeys import Hotkeys
    from captioner.ui.overlay import Overlay
    from captioner.ui.overlay_notice import WayOut
    from captioner.ui.settings_owner import Edit, SettingsOwner
    from captioner.ui.tray import Tray

_LINGER_MS = 8_000
"""The overlay shows the last words for so long after the end of a session."""


class Desktop(QObject):
    """Everything of the application that has to do with everything else of it."""

    ended = Signal()
    """Nothing runs any more: the event loop may end."""
    ready = Signal()
    """The session and the settings can be used."""
    warm = Signal()
    """The libraries that a session needs are loaded."""
    _loaded = Signal()
    _state_changed = Signal(SessionState)

    def __init__(self, application: QApplication, settings: Settings, settings_path: Path, folders: Folders) -> None:
        super().__init__()
        self._settings = settings
        self._settings_path = settings_path
        self._folders = folders
        self.translations = Translations(application, translations_folder())
        self.translations.use(settings.interface.language)
        self._themes = Themes(application, settings.interface.theme)
        self._application = application
        self.session: DesktopSession | None = None
        self.settings_owner: SettingsOwner | None = None
        self._start_wanted = False
        self._loading: threading.Thread | None = None
        self._quitting: QMessageBox | None = None
        self._overlay_only = False
        self._state = SessionState()
        self.window = MainWindow(settings, self._health)
        self._overlay: Overlay | None = None
        self._tray: Tray | None = None
        self.hotkeys: Hotkeys | None = None
        self._bridge = CaptionBridge(self)
        self._bridge.caption_changed.connect(self._show_caption)
        self._bridge.noticed.connect(self._show_notice)
        self._state_changed.connect(self._show_state, Qt.ConnectionType.QueuedConnection)
        self._loaded.connect(self._wire_parts, Qt.ConnectionType.QueuedConnection)
        self._linger = QTimer(self)
        self._linger.setSingleShot(True)
        self._linger.setInterval(_LINGER_MS)
        self._linger.timeout.connect(lambda: self.overlay.set_shown(False))
        self._wire_actions()
        self.window.settings_changed.connect(
            lambda changed: self._replace(sound=changed.sound, recognition=changed.recognition)
        )
        self.window.closed.connect(self._window_closed)

    # Life

    def begin(self, launch: Launch, trouble: Notice | None = None) -> None:
        """Show the first window, and load the rest once it is painted."""
        self._overlay_only = launch.overlay_only
        self._start_wanted = launch.start
        hidden = launch.minimized or launch.overlay_only or self._settings.interface.start_minimized
        if launch.overlay_only:
            self.overlay.set_status(phase_in_words(self._state))
            self.overlay.set_shown(True)
        elif not hidden:
            self.window.show()
        elif not self.tray.available:
            self.window.showMinimized()
        if trouble is not None:
            self._show_notice(trouble)
        QTimer.singleShot(0, self, self._begin_the_rest)

    @property
    def tray(self) -> "Tray":
        """The tray, made when it is first needed."""
        if self._tray is None:
            from captioner.ui.tray import Tray

            self._tray = Tray(self.window.actions_, self.window)
            self._tray.clicked.connect(self.show_window)
        return self._tray

    @property
    def overlay(self) -> "Overlay":
        """The overlay, made when it is first needed: the first window does not wait for it."""
        if self._overlay is None:
            from captioner.ui.overlay import Overlay

            actions = self.window.actions_
            overlay = self._overlay = Overlay(self._settings.overlay, preferred_han(self.translations.language))
            overlay.settings_changed.connect(lambda changed: self._replace(overlay=changed))
            overlay.pause_clicked.connect(self._pause)
            overlay.shown_changed.connect(actions.overlay.setChecked)
            overlay.shown_changed.connect(self._overlay_shown)
            overlay.locked_changed.connect(actions.lock.setChecked)
            overlay.frozen_changed.connect(actions.freeze.setChecked)
        return self._overlay

    def launched(self, launch: Launch) -> None:
        """Somebody started the application once more."""
        if launch.overlay_only:
            self.overlay.set_shown(True)
        elif not launch.minimized:
            self.show_window()
        if launch.start and not self._state.running:
            self._start()

    def show_window(self) -> None:
        """Bring the main window to the front."""
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    @Slot()
    def quit(self) -> None:
        """End: first the session, to its last word, with a window that tells and that lets one leave at once."""
        if self.session is None or self._state.phase == "idle":
            self.ended.emit()
        elif self._quitting is None:
            self._quitting = self._farewell()
            self._quitting.show()
            self.session.stop()
        else:
            self.session.abandon()

    def close(self) -> None:
        """Let go of everything. The event loop has ended."""
        self._start_wanted = False
        if self._loading is not None:
            self._loading.join()
        if self.session is not None:
            self.session.abandon()
            self.session.join()
        if self.settings_owner is not None:
            self.settings_owner.close()
        if self.hotkeys is not None:
            self.hotkeys.close()
        self.tray.hide()
        self.window.hide()
        self.window.deleteLater()
        if self._overlay is not None:
            self._overlay.set_shown(False)
            self._overlay.deleteLater()

    # The rest, after the first paint

    def _begin_the_rest(self) -> None:
        from captioner.ui.app_icon import icon

        self._application.setWindowIcon(icon())
        self.tray.show()
        self._loading = threading.Thread(target=self._load_parts, name="loading", daemon=True)
        self._loading.start()

    def _load_parts(self) -> None:
        """The modules that hear, recognize and keep are read in a thread: the first window is there without them."""
        from captioner.app import desktop_session, settings_wiring  # noqa: F401
        from captioner.app.warm_up import warm_up

        self._loaded.emit()
        warm_up(self._settings.recognition.engine)
        self.warm.emit()

    def _wire_parts(self) -> None:
        from captioner.app.desktop_session import DesktopSession
        from captioner.app.settings_wiring import settings_owner
        from captioner.ui.hotkeys import Hotkeys

        self.session = DesktopSession(self._folders, [self._bridge], self._state_changed.emit)
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
        owner.first_run_ended.connect(lambda start: self._start() if start else None)
        self.hotkeys = Hotkeys(self)
        self.hotkeys.pressed.connect(self._hotkey)
        self.hotkeys.problems_changed.connect(self._tell_hotkey_problems)
        self.hotkeys.apply(self._settings.shortcuts)
        self._tell_limits()
        self._look_for_devices()
        self.ready.emit()
        if self._start_wanted:
            self._start_wanted = False
            self._start()
        elif not self._settings.interface.welcomed and self.window.isVisible():
            owner.show_first_run(self.window)

    # What the user does

    def _wire_actions(self) -> None:
        actions = self.window.actions_
        actions.start_stop.triggered.connect(self._start_or_stop)
        actions.pause.triggered.connect(self._pause)
        actions.overlay.triggered.connect(lambda shown: self.overlay.set_shown(shown))
        actions.lock.triggered.connect(lambda locked: self.overlay.set_locked(locked))
        actions.freeze.triggered.connect(lambda frozen: self.overlay.set_frozen(frozen))
        actions.open_window.triggered.connect(self.show_window)
        actions.settings.triggered.connect(lambda: self._show_settings())
        actions.folder.triggered.connect(self._open_folder)
        actions.quit.triggered.connect(self.quit)
        actions.lock.setChecked(self._settings.overlay.locked)

    def _start_or_stop(self) -> None:
        if self._state.running and self.session is not None:
            self.session.stop()
        else:
            self._start()

    def _start(self) -> None:
        if self.session is None:
            self._start_wanted = True
            return
        self.window.notices.clear()
        self._linger.stop()
        self.session.start(self._settings)
        if self.settings_owner is not None:
            self.settings_owner.set_session(self._settings)
        self.overlay.set_shown(True)

    def _pause(self) -> None:
        if self.session is not None:
            self.session.pause(self._state.phase != "paused")

    def _restart(self) -> None:
        """Stop, and begin again with the settings of now."""
        if self.session is not None and self._state.running:
            self._start_wanted = True
            self.session.stop()

    def _hotkey(self, action: str) -> None:
        if action == "start_stop":
            self.window.actions_.start_stop.trigger()
        elif action == "show_hide":
            self.overlay.set_shown(not self.window.actions_.overlay.isChecked())
        elif action == "lock":
            self.overlay.set_locked(not self.overlay.settings.locked)
        elif action == "freeze":
            self.overlay.set_frozen(not self.overlay.frozen)

    def _window_closed(self) -> None:
        if self._state.phase == "idle" and not (self._overlay_only and self.window.actions_.overlay.isChecked()):
            self.quit()
        elif self.tray.available:
            self.window.hide()
            self._tell_once_about_tray()
        else:
            self._ask_to_stop()

    def _overlay_shown(self, shown: bool) -> None:
        """With no window and no tray left, there must be a way back."""
        if not shown and not self.window.isVisible() and not self.tray.available:
            self.window.showMinimized()

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
            self._show_state(self._state)
        self.window.apply(edit.settings)
        self.overlay.apply(edit.settings.overlay)
        if self.hotkeys is not None and edit.settings.shortcuts != before.shortcuts:
            self.hotkeys.apply(edit.settings.shortcuts)

    # What the session tells

    def _health(self) -> list[SourceHealth]:
        return self.session.health if self.session is not None else []

    @Slot(SessionState)
    def _show_state(self, state: SessionState) -> None:
        before, self._state = self._state, state
        self.window.show_state(state)
        self.tray.show_state(state)
        if state.tracks and state.tracks != before.tracks:
            self.overlay.set_tracks(named(state.tracks))
        self.overlay.set_paused(state.phase == "paused")
        self.overlay.set_status(phase_in_words(state) if state.phase != "idle" or self._overlay_only else "")
        if state.failure is not None and state.failure != before.failure:
            self._show_notice(state.failure)
        if state.phase == "idle" and before.phase != "idle":
            self._session_ended(state)

    def _session_ended(self, state: SessionState) -> None:
        if self.settings_owner is not None:
            self.settings_owner.set_session(None)
        if self._quitting is not None:
            self._quitting.hide()
            self.ended.emit()
            return
        if self._start_wanted:
            self._start_wanted = False
            self._start()
            return
        if not self._overlay_only:
            self._linger.start()
        if state.transcript is not None:
            text = QCoreApplication.translate("Desktop", "The transcript is saved in %1.")
            self.window.show_notice(Notice("info", text.replace("%1", str(state.transcript))), self._way_to_folder())
        self._look_for_devices()

    @Slot(Caption)
    def _show_caption(self, caption: Caption) -> None:
        self.window.show_caption(caption)
        self.overlay.show_caption(caption)

    @Slot(Notice)
    def _show_notice(self, notice: Notice) -> None:
        way_out = self._way_out(notice)
        self.window.show_notice(notice, way_out)
        if self._overlay is not None and self._overlay.isVisible():
            self._overlay.show_notice(notice, way_out)
        if notice.track is not None:
            self.tray.show_trouble(notice.severity != "info")

    def _way_out(self, notice: Notice) -> "WayOut | None":
        from captioner.ui.overlay_notice import WayOut

        remedy = notice.remedy or ("sound" if notice.track is not None and notice.severity != "info" else None)
        if remedy is None:
            return None
        labels = {
            "sound": QCoreApplication.translate("Desktop", "Choose another device"),
            "models": QCoreApplication.translate("Desktop", "Choose a model"),
            "recognition": QCoreApplication.translate("Desktop", "Change the recognition"),
            "transcripts": QCoreApplication.translate("Desktop", "Choose another folder"),
        }
        return WayOut(labels[remedy], lambda: self._show_settings(remedy))

    def _way_to_folder(self) -> "WayOut":
        from captioner.ui.overlay_notice import WayOut

        return WayOut(QCoreApplication.translate("Desktop", "Open the folder"), self._open_folder)

    # What there is on this system

    def _look_for_devices(self) -> None:
        from captioner.app.sound_check import SoundCheckOfThisMachine
        from captioner.ui.background import Background

        self._background = Background(self)
        self._background.run(SoundCheckOfThisMachine().devices, self.window.show_devices)

    def _tell_limits(self) -> None:
        texts = limits()[:1] if platform() == "wayland" else []
        if not self.tray.available:
            texts.append(
                QCoreApplication.translate(
                    "Desktop", "This system has no tray: the window stays open while captions run."
                )
            )
        if self.hotkeys is not None and self.hotkeys.limit:
            texts.append(self.hotkeys.limit)
        self.window.show_limits(texts)

    def _tell_hotkey_problems(self) -> None:
        if self.hotkeys is None:
            return
        problems = self.hotkeys.problems
        if self.settings_owner is not None:
            self.settings_owner.show_taken_shortcuts(problems)
        for problem in problems.values():
            hint = QCoreApplication.translate("Desktop", "Choose other keys in the settings.")
            self._show_notice(Notice("warning", problem, hint))

    def _tell_once_about_tray(self) -> None:
        told = self._folders.state / "told-of-tray"
        if told.exists():
            return
        self.tray.say(
            QCoreApplication.translate("Desktop", "Captions go on"),
            QCoreApplication.translate("Desktop", "Captioner is in the tray; its menu stops it and quits."),
        )
        told.parent.mkdir(parents=True, exist_ok=True)
        told.touch()

    def _ask_to_stop(self) -> None:
        translate = QCoreApplication.translate
        box = QMessageBox(self.window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(translate("Desktop", "Captioner"))
        box.setText(translate("Desktop", "Captions are running. Stop them and quit?"))
        box.setInformativeText(translate("Desktop", "This system has no tray into which the window could go."))
        stop = box.addButton(translate("Desktop", "Stop and quit"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(translate("Desktop", "Go on"), QMessageBox.ButtonRole.RejectRole)
        stop.clicked.connect(self.quit)
        box.open()

    def _farewell(self) -> QMessageBox:
        translate = QCoreApplication.translate
        box = QMessageBox(self.window if self.window.isVisible() else None)
        box.setWindowTitle(translate("Desktop", "Captioner"))
        box.setText(translate("Desktop", "The last words are being captioned and saved."))
        leave = box.addButton(translate("Desktop", "Quit at once"), QMessageBox.ButtonRole.DestructiveRole)
        leave.clicked.connect(self.quit)
        return box
