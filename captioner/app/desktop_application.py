"""Qt's application, as the system talks to it: to quit, and to save at the end of the login session."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QSessionManager
from PySide6.QtWidgets import QApplication

APPLICATION = "captioner"


class DesktopApplication(QApplication):
    """The system's wishes as signals. Whoever connects them decides; Qt by itself would ask the windows to close.

    ``quit_wanted`` comes from a dock or a menu of the system, and when the login session is over. ``save_wanted``
    comes before that: what is not kept when its slots return may be lost, but the session may still go on (see
    QGuiApplication::commitDataRequest).
    """

    quit_wanted = Signal()
    save_wanted = Signal()

    def __init__(self) -> None:
        super().__init__([APPLICATION, "-style", "Fusion"])
        self.setApplicationName(APPLICATION)
        self.setDesktopFileName(APPLICATION)
        self.setQuitOnLastWindowClosed(False)
        self.commitDataRequest.connect(self._save, Qt.ConnectionType.DirectConnection)
        self.saveStateRequest.connect(self._not_restarted, Qt.ConnectionType.DirectConnection)

    def event(self, event: QEvent) -> bool:
        """Takes the wish to quit."""
        if event.type() == QEvent.Type.Quit:
            self.quit_wanted.emit()
            return True
        return super().event(event)

    def _save(self, manager: QSessionManager) -> None:
        self._not_restarted(manager)
        self.save_wanted.emit()

    def _not_restarted(self, manager: QSessionManager) -> None:
        """Whether captioner starts at the next login is a setting of its own."""
        manager.setRestartHint(QSessionManager.RestartHint.RestartNever)
