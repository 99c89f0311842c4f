"""The parts of the application that hear, recognize and keep: loaded in a thread once the first window is painted."""

import threading

from PySide6.QtCore import QObject, Signal

from captioner.core.settings import EngineChoice


class LaterParts(QObject):
    """``loaded`` tells that the modules of the session and the settings are there, ``warm`` the libraries that a
    session needs. Both are emitted in the thread: connect them with a queued connection."""

    loaded = Signal()
    warm = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._thread: threading.Thread | None = None

    def load(self, engine: EngineChoice) -> None:
        """Begin to load, those of this engine."""
        self._thread = threading.Thread(target=self._load, args=(engine,), name="loading", daemon=True)
        self._thread.start()

    def join(self) -> None:
        """Wait until all is loaded that was begun."""
        if self._thread is not None:
            self._thread.join()

    def _load(self, engine: EngineChoice) -> None:
        from captioner.app import desktop_session, settings_wiring  # noqa: F401
        from captioner.app.warm_up import warm_up

        self.loaded.emit()
        warm_up(engine)
        self.warm.emit()
