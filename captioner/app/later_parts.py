"""The parts of the application that hear, recognize and keep: loaded in a thread once the first window is painted."""

import threading

from PySide6.QtCore import QObject, Signal

from captioner.core.settings import EngineChoice


class LaterParts(QObject):
    """``loaded`` tells that the modules of the session and the settings are there, ``warm`` the libraries that a
    session needs. Both are emitted in the thread: connect them with a queued connection."""

    loaded = Signal()
    warm = Signal()

    def load(self, engine: EngineChoice) -> None:
        """Begin to load, those of this engine. Nobody waits for the end: the process may end in the middle of it."""
        threading.Thread(target=self._load, args=(engine,), name="loading", daemon=True).start()

    def _load(self, engine: EngineChoice) -> None:
        from captioner.app import desktop_session, settings_wiring  # noqa: F401
        from captioner.app.warm_up import warm_up

        self.loaded.emit()
        warm_up(engine)
        self.warm.emit()
