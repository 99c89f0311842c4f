"""How the application ends, and what closing its window means: never is a session lost by it."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication

from captioner.app.desktop_windows import DesktopWindows

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox

    from captioner.app.desktop_session import DesktopSession

_LITTLE_TIME_MS = 3_500
"""Windows waits 5 s at the end of a login session, other systems longer, before it ends what still runs."""
_SAVING_S = 1.0


class Farewell(QObject):
    """``ended`` tells that nothing runs any more: the event loop may end."""

    ended = Signal()

    def __init__(self, windows: DesktopWindows, state_folder: Path) -> None:
        """``state_folder`` keeps that the user was told where the window goes."""
        super().__init__()
        self._windows = windows
        self._told = state_folder / "told-of-tray"
        self.session: DesktopSession | None = None
        self._box: QMessageBox | None = None

    @property
    def begun(self) -> bool:
        """Whether the application is about to end."""
        return self._box is not None

    @Slot()
    def quit(self) -> None:
        """End: first the session, to its last word, with a window that tells and that lets one leave at once."""
        if self.session is None or self._windows.state.phase == "idle":
            self.ended.emit()
        elif self._box is None:
            self._box = self._last_words()
            self._box.show()
            self.session.stop()
        else:
            self.session.abandon()

    @Slot()
    def quit_soon(self) -> None:
        """End, with little time: what cannot be captioned within it is left."""
        self.quit()
        if self._box is not None and self.session is not None:
            QTimer.singleShot(_LITTLE_TIME_MS, self, self.session.abandon)

    def last_words_now(self) -> None:
        """Wait for the session to end and save, for a little time, after which it saves what is captioned so far."""
        if self.session is None:
            return
        self.session.stop()
        if not self.session.join(_LITTLE_TIME_MS / 1000):
            self.session.abandon()
            self.session.join(_SAVING_S)

    def session_ended(self) -> None:
        """The last word is saved."""
        if self._box is not None:
            self._box.hide()
            self.ended.emit()

    @Slot()
    def window_closed(self) -> None:
        """The user closed the main window."""
        windows = self._windows
        overlay_stays = windows.overlay_only and windows.window.actions_.overlay.isChecked()
        application = QGuiApplication.instance()
        logging_out = isinstance(application, QGuiApplication) and application.isSavingSession()
        if logging_out or (windows.state.phase == "idle" and not overlay_stays):
            self.quit()
        elif windows.tray.available:
            windows.window.hide()
            self._tell_once_about_tray()
        else:
            self._ask_to_stop()

    def _tell_once_about_tray(self) -> None:
        if self._told.exists():
            return
        self._windows.tray.say(
            QCoreApplication.translate("Desktop", "Captions go on"),
            QCoreApplication.translate("Desktop", "Captioner is in the tray; its menu stops it and quits."),
        )
        self._told.parent.mkdir(parents=True, exist_ok=True)
        self._told.touch()

    def _ask_to_stop(self) -> None:
        from PySide6.QtWidgets import QMessageBox

        translate = QCoreApplication.translate
        box = QMessageBox(self._windows.window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(translate("Desktop", "Captioner"))
        box.setText(translate("Desktop", "Captions are running. Stop them and quit?"))
        box.setInformativeText(translate("Desktop", "This system has no tray into which the window could go."))
        stop = box.addButton(translate("Desktop", "Stop and quit"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(translate("Desktop", "Go on"), QMessageBox.ButtonRole.RejectRole)
        stop.clicked.connect(self.quit)
        box.open()

    def _last_words(self) -> "QMessageBox":
        from PySide6.QtWidgets import QMessageBox

        translate = QCoreApplication.translate
        box = QMessageBox(self._windows.window if self._windows.window.isVisible() else None)
        box.setWindowTitle(translate("Desktop", "Captioner"))
        box.setText(translate("Desktop", "The last words are being captioned and saved."))
        leave = box.addButton(translate("Desktop", "Quit at once"), QMessageBox.ButtonRole.DestructiveRole)
        leave.clicked.connect(self.quit)
        return box
