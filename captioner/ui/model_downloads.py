"""Models on their way: each in a thread of its own, told to the GUI thread by signals; outlives the windows."""

import threading
from dataclasses import dataclass, field
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal, Slot

from captioner.core.errors import CaptionerError
from captioner.ui.model_shelf import ModelShelf

_STEP = 0.002
"""Progress is told when it has grown by such a part: some hundred times for a model, whatever its size."""


@dataclass(frozen=True, slots=True)
class DownloadState:
    """How far a download is. ``text`` and ``hint`` tell why it failed. Bytes; 0 in all until the size is known."""

    phase: Literal["running", "paused", "failed"]
    done: int = 0
    total: int = 0
    text: str = ""
    hint: str = ""


@dataclass(slots=True)
class _Running:
    thread: threading.Thread
    stop: threading.Event = field(default_factory=threading.Event)
    discard: bool = False


class ModelDownloads(QObject):
    """At most one download a model. Make it in the GUI thread; call its methods from there."""

    changed = Signal(str)
    """The name of the model whose state changed."""
    finished = Signal(str)
    """The model is here."""
    _told = Signal(str, object)
    _ended = Signal(str, object)

    def __init__(self, shelf: ModelShelf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._states: dict[str, DownloadState] = {}
        self._running: dict[str, _Running] = {}
        self._told.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self._end, Qt.ConnectionType.QueuedConnection)

    def state(self, name: str) -> DownloadState | None:
        """The state of a model's download; None where there is none."""
        return self._states.get(name)

    @property
    def running(self) -> bool:
        """Whether anything is on its way."""
        return bool(self._running)

    def start(self, name: str, mirror: str) -> None:
        """Begin, or go on where it was paused or broke off."""
        if name in self._running:
            return
        before = self._states.get(name)
        done, total = (before.done, before.total) if before else (0, 0)
        thread = threading.Thread(target=self._fetch, args=(name, mirror), name=f"download of {name}", daemon=True)
        self._running[name] = _Running(thread)
        self._set(name, DownloadState("running", done, total))
        thread.start()

    def pause(self, name: str) -> None:
        """Stop; what has come is kept."""
        if running := self._running.get(name):
            running.stop.set()

    def cancel(self, name: str) -> None:
        """Stop, and delete what has come."""
        if running := self._running.get(name):
            running.discard = True
            running.stop.set()
        else:
            threading.Thread(target=self._shelf.discard, args=(name,), name=f"discard {name}").start()
            self._set(name, None)

    def close(self, patience_s: float = 3.0) -> None:
        """End of the application: stop everything, keep what has come."""
        for running in self._running.values():
            running.stop.set()
        for running in list(self._running.values()):
            running.thread.join(patience_s)

    def _fetch(self, name: str, mirror: str) -> None:
        """In the download's thread."""
        running = self._running[name]
        shown = -1.0

        def progress(done: int, total: int) -> None:
            nonlocal shown
            if total and (done / total >= shown + _STEP or done == total):
                shown = done / total
                self._told.emit(name, DownloadState("running", done, total))

        ending: object
        try:
            ending = self._shelf.download(name, mirror, progress, running.stop.is_set)
            if not ending and running.discard:
                self._shelf.discard(name)
        except CaptionerError as error:
            ending = error
        except Exception:
            self._ended.emit(name, None)
            raise
        self._ended.emit(name, ending)

    @Slot(str, object)
    def _take(self, name: str, state: DownloadState) -> None:
        if name in self._running:
            self._set(name, state)

    @Slot(str, object)
    def _end(self, name: str, ending: object) -> None:
        running = self._running.pop(name)
        before = self._states.get(name) or DownloadState("running")
        if isinstance(ending, CaptionerError):
            self._set(name, DownloadState("failed", before.done, before.total, ending.message, ending.hint))
        elif ending is True:
            self._set(name, None)
            self.finished.emit(name)
        elif running.discard or ending is None:
            self._set(name, None)
        else:
            self._set(name, DownloadState("paused", before.done, before.total))

    def _set(self, name: str, state: DownloadState | None) -> None:
        if state is None:
            self._states.pop(name, None)
        else:
            self._states[name] = state
        self.changed.emit(name)
