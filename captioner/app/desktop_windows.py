"""The main window, the overlay and the tray icon: what the session tells is shown by all of them."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from captioner.core.caption import Caption, Notice
from captioner.core.session import SessionState, SourceHealth
from captioner.core.settings import OverlaySettings, Settings
from captioner.ui.main_window import MainWindow
from captioner.ui.session_words import named, phase_in_words
from captioner.ui.translations import Language, preferred_han

if TYPE_CHECKING:
    from captioner.ui.overlay import Overlay
    from captioner.ui.overlay_notice import WayOut
    from captioner.ui.tray import Tray

_LINGER_MS = 8_000
"""The overlay shows the last words for so long after the end of a session."""


class DesktopWindows(QObject):
    """Overlay and tray are made when they are first needed: the first window does not wait for them.

    ``overlay_changed`` tells of what the user did with the overlay, ``pause_clicked`` of its button.
    """

    overlay_changed = Signal(OverlaySettings)
    pause_clicked = Signal()

    def __init__(
        self, settings: Settings, language: Callable[[], Language], health: Callable[[], Sequence[SourceHealth]]
    ) -> None:
        """``language`` tells that of the interface; ``health``: see ``MainWindow``."""
        super().__init__()
        self._settings = settings
        self._language = language
        self.overlay_only = False
        self.state = SessionState()
        self.window = MainWindow(settings, health)
        self._overlay: Overlay | None = None
        self._tray: Tray | None = None
        self._linger = QTimer(self)
        self._linger.setSingleShot(True)
        self._linger.setInterval(_LINGER_MS)
        self._linger.timeout.connect(lambda: self.overlay.set_shown(False))
        actions = self.window.actions_
        actions.overlay.triggered.connect(lambda shown: self.overlay.set_shown(shown))
        actions.lock.triggered.connect(lambda locked: self.overlay.set_locked(locked))
        actions.freeze.triggered.connect(lambda frozen: self.overlay.set_frozen(frozen))
        actions.open_window.triggered.connect(self.show_window)
        actions.lock.setChecked(settings.overlay.locked)

    @property
    def tray(self) -> "Tray":
        """The icon in the tray."""
        if self._tray is None:
            from captioner.ui.tray import Tray

            self._tray = Tray(self.window.actions_, self.window)
            self._tray.clicked.connect(self.show_window)
        return self._tray

    @property
    def overlay(self) -> "Overlay":
        """The captions over all windows."""
        if self._overlay is None:
            from captioner.ui.overlay import Overlay

            actions = self.window.actions_
            overlay = self._overlay = Overlay(self._settings.overlay, preferred_han(self._language()))
            overlay.settings_changed.connect(self.overlay_changed)
            overlay.pause_clicked.connect(self.pause_clicked)
            overlay.shown_changed.connect(actions.overlay.setChecked)
            overlay.shown_changed.connect(self._overlay_shown)
            overlay.locked_changed.connect(actions.lock.setChecked)
            overlay.frozen_changed.connect(actions.freeze.setChecked)
            overlay.addActions([actions.start_stop, actions.open_window, actions.settings, actions.quit])
        return self._overlay

    def show_first(self, *, overlay_only: bool, hidden: bool) -> None:
        """What is there at first: the overlay alone, nothing where there is a tray to come back from, or the window."""
        self.overlay_only = overlay_only
        if overlay_only:
            self.overlay.set_status(phase_in_words(self.state))
            self.overlay.set_shown(True)
        elif not hidden:
            self.window.show()
        elif not self.tray.available:
            self.window.showMinimized()

    @property
    def shown(self) -> QWidget | None:
        """What there is to be seen first."""
        if self._overlay is not None and self._overlay.isVisible():
            return self._overlay
        return self.window if self.window.isVisible() else None

    @Slot()
    def show_window(self) -> None:
        """Bring the main window to the front."""
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def show_library(self) -> None:
        """Bring the main window to the front, with what was kept."""
        self.show_window()
        self.window.places.go_to("library")

    def hide(self) -> None:
        """Take everything off the screen."""
        self._linger.timeout.disconnect()  # the session's end, which starts it, may be told only now
        if self._overlay is not None:
            self._overlay.shown_changed.disconnect(self._overlay_shown)
            self._overlay.set_shown(False)
        if self._tray is not None:
            self._tray.hide()
        self.window.hide()

    def close(self) -> None:
        """End the windows, once nobody has anything to show any more."""
        self.window.deleteLater()
        if self._overlay is not None:
            self._overlay.deleteLater()

    # What there is to show

    def apply(self, settings: Settings) -> None:
        """Take settings that were changed."""
        self._settings = settings
        self.window.apply(settings)
        self.overlay.apply(settings.overlay)

    def begin_session(self) -> None:
        """A session begins: the overlay shows it."""
        self.window.notices.clear()
        self._linger.stop()
        self.overlay.set_shown(True)

    def end_session(self) -> None:
        """A session has ended: its last words stay for a while."""
        if not self.overlay_only:
            self._linger.start()

    def show_state(self, state: SessionState) -> None:
        """How the session stands."""
        before, self.state = self.state, state
        self.window.show_state(state)
        self.tray.show_state(state)
        if state.tracks and state.tracks != before.tracks:
            self.overlay.set_tracks(named(state.tracks))
        self.overlay.set_paused(state.phase == "paused")
        self.overlay.set_status(phase_in_words(state) if state.phase != "idle" or self.overlay_only else "")

    @Slot(Caption)
    def show_caption(self, caption: Caption) -> None:
        """Take one state of an utterance."""
        self.window.show_caption(caption)
        self.overlay.show_caption(caption)

    def show_notice(self, notice: Notice, way_out: "WayOut | None" = None) -> None:
        """Tell something about the program, wherever the user looks."""
        self.window.show_notice(notice, way_out)
        if self._overlay is not None and self._overlay.isVisible():
            self._overlay.show_notice(notice, way_out)
        if notice.track is not None:
            self.tray.show_trouble(notice.severity != "info")

    def _overlay_shown(self, shown: bool) -> None:
        """With no window and no tray left, there must be a way back."""
        if not shown and not self.window.isVisible() and not self.tray.available:
            self.window.showMinimized()
