"""What the user can do, once for all places that offer it: window, menu, tray and keys."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from captioner.core.session import SessionState


class DesktopActions(QObject):
    """The actions of the application; whoever wires it connects their ``triggered``.

    ``overlay``, ``lock`` and ``freeze`` are checked while the overlay is shown, locked, frozen.
    """

    def __init__(self, window: QWidget) -> None:
        """``window`` is where the keys of the actions work."""
        super().__init__(window)
        self._state = SessionState()
        self.start_stop = QAction(self)
        self.start_stop.setShortcut(QKeySequence("Ctrl+Return"))
        self.pause = QAction(self)
        self.pause.setShortcut(QKeySequence("Ctrl+P"))
        self.overlay = self._checkable("Ctrl+Shift+O")
        self.lock = self._checkable("Ctrl+L")
        self.freeze = self._checkable("Ctrl+E")
        self.find = QAction(self)
        self.find.setShortcut(QKeySequence(QKeySequence.StandardKey.Find))
        self.open_window = QAction(self)
        self.add_files = QAction(self)
        self.add_files.setShortcut(QKeySequence(QKeySequence.StandardKey.Open))
        self.folder = QAction(self)
        self.settings = QAction(self)
        self.settings.setShortcut(QKeySequence("Ctrl+,"))
        self.settings.setMenuRole(QAction.MenuRole.PreferencesRole)
        self.quit = QAction(self)
        self.quit.setShortcut(QKeySequence("Ctrl+Q"))
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)
        self.retranslate()
        self.show_state(self._state)

    def show_state(self, state: SessionState) -> None:
        """What can be done now."""
        self._state = state
        self.start_stop.setEnabled(state.phase != "stopping")
        self.pause.setEnabled(state.phase in ("listening", "paused"))
        self._name_by_state()

    def retranslate(self) -> None:
        """Name everything in the language of the interface."""
        self.overlay.setText(self.tr("Show the overlay"))
        self.lock.setText(self.tr("Lock the overlay"))
        self.lock.setToolTip(self.tr("Clicks go through the captions to what lies below."))
        self.freeze.setText(self.tr("Freeze the text of the overlay"))
        self.find.setText(self.tr("Find in the transcript"))
        self.open_window.setText(self.tr("Open the window"))
        self.add_files.setText(self.tr("Open files …"))
        self.add_files.setToolTip(self.tr("Audio and video files become sessions of the library"))
        self.folder.setText(self.tr("Open the folder of transcripts"))
        self.settings.setText(self.tr("Settings …"))
        self.quit.setText(self.tr("Quit"))
        self._name_by_state()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Watches the window for a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        return super().eventFilter(watched, event)

    def _checkable(self, keys: str) -> QAction:
        action = QAction(self)
        action.setCheckable(True)
        action.setShortcut(QKeySequence(keys))
        return action

    def _name_by_state(self) -> None:
        self.start_stop.setText(self.tr("Stop captions") if self._state.running else self.tr("Start captions"))
        self.pause.setText(self.tr("Go on") if self._state.phase == "paused" else self.tr("Pause"))
