"""The parts of the application that hear, recognize and keep: loaded in a thread once the first window is painted."""

import threading

from PySide6.QtCore import QObject, Signal


class LaterParts(QObject):
    """``loaded`` tells that the modules of the session and the settings are there, ``warm`` the libraries that a
    session needs. Both are emitted in the thread: connect them with a queued connection."""

    loaded = Signal()
    warm = Signal()

    def load(self) -> None:
        """Begin to load. Nobody waits for the end: the process may end in the middle of it."""
        threading.Thread(target=self._load, name="loading", daemon=True).start()

    def _load(self) -> None:
        from captioner.app import desktop_session, settings_wiring  # noqa: F401
        from captioner.app.warm_up import warm_up

        self.loaded.emit()
        warm_up()
        self.warm.emit()
