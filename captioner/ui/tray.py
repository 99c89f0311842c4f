"""The icon in the system's tray: what the session does, and the way to everything while no window is open."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QMenu, QSystemTrayIcon, QWidget

from captioner.core.session import SessionState
from captioner.ui.app_icon import IconState, icon
from captioner.ui.desktop_actions import DesktopActions
from captioner.ui.session_words import phase_in_words


def icon_state(state: SessionState, *, trouble: bool) -> IconState:
    """What the icon shows. ``trouble`` tells of a source or an engine that does not work while a session runs."""
    if trouble or state.failure is not None:
        return "trouble"
    if state.phase == "paused":
        return "paused"
    return "listening" if state.phase in ("starting", "listening") else "idle"


class Tray(QObject):
    """``available`` is False where the system shows no tray; the window must then offer what it would."""

    clicked = Signal()

    def __init__(self, actions: DesktopActions, parent: QWidget) -> None:
        super().__init__(parent)
        self._actions = actions
        self._state = SessionState()
        self._trouble = False
        self._shown: IconState = "idle"
        self.menu = QMenu(parent)
        self.menu.addAction(actions.start_stop)
        self.menu.addAction(actions.pause)
        self.menu.addSeparator()
        self.menu.addAction(actions.overlay)
        self.menu.addAction(actions.lock)
        self.menu.addSeparator()
        self.menu.addAction(actions.open_window)
        self.menu.addAction(actions.settings)
        self.menu.addSeparator()
        self.menu.addAction(actions.quit)
        self.icon = QSystemTrayIcon(icon("idle"), self)
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._activated)
        self._tell()

    @property
    def available(self) -> bool:
        """Whether the system has a tray."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    @property
    def shown(self) -> IconState:
        """What the icon shows."""
        return self._shown

    def show(self) -> None:
        """Go into the tray, now or as soon as there is one."""
        self.icon.show()

    def hide(self) -> None:
        """Leave the tray."""
        self.icon.hide()

    def show_state(self, state: SessionState) -> None:
        """How the session stands."""
        self._state = state
        if state.phase in ("idle", "starting"):  # a source that is not heard is no trouble
            self._trouble = False
        self._tell()

    def show_trouble(self, trouble: bool) -> None:
        """Whether something does not work while the session goes on."""
        self._trouble = trouble
        self._tell()

    def say(self, title: str, text: str) -> None:
        """Tell something from the tray."""
        self.icon.showMessage(title, text, self.icon.icon())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Watches the window for a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._tell()
        return super().eventFilter(watched, event)

    def _tell(self) -> None:
        wanted = icon_state(self._state, trouble=self._trouble)
        if wanted != self._shown:
            self._shown = wanted
            self.icon.setIcon(icon(wanted))
        words = phase_in_words(self._state)
        if self._state.failure is not None:
            words = self._state.failure.text
        self.icon.setToolTip(f"{self.tr('Captioner')}: {words}")

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick):
            self.clicked.emit()
