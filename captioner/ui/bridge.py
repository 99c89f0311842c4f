"""From the worker threads to the GUI thread: captions and notices as signals, never more than the GUI can take.

Workers leave the newest state of each utterance under a lock and wake the GUI thread by one queued signal. What it
could not show in between is overwritten by newer states, a final state never (picard's time budget for callbacks, see
``picard/tagger.py``, is the model for giving the event loop its turn).
"""

import time
from collections import deque
from dataclasses import replace
from threading import Lock

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from captioner.core.caption import Caption, Notice

BUDGET_MS = 10.0
"""After so long the event loop gets its turn before the rest is shown."""


class CaptionBridge(QObject):
    """A CaptionSink for worker threads. Make it in the GUI thread; its signals are emitted there."""

    caption_changed = Signal(Caption)
    noticed = Signal(Notice)
    _woken = Signal()

    def __init__(self, parent: QObject | None = None, budget_ms: float = BUDGET_MS) -> None:
        super().__init__(parent)
        self._budget_ns = int(budget_ms * 1e6)
        self._lock = Lock()
        # In the order in which they began to wait; with the clock's nanoseconds when the state was given.
        self._captions: dict[tuple[str, int], tuple[Caption, int]] = {}
        self._notices: deque[Notice] = deque()
        self._awake = False
        self._woken.connect(self._drain, Qt.ConnectionType.QueuedConnection)

    def caption(self, caption: Caption) -> None:
        """Show the state soon, unless a newer one of the same utterance comes first. From any thread."""
        key = (caption.track, caption.utterance)
        with self._lock:
            waiting = self._captions.get(key)
            if waiting is not None and (waiting[0].final or waiting[0].revision > caption.revision):
                return
            self._captions[key] = caption, time.perf_counter_ns()
        self._wake()

    def notice(self, notice: Notice) -> None:
        """Tell the user soon; every notice is told, in order. From any thread."""
        with self._lock:
            self._notices.append(notice)
        self._wake()

    def _wake(self) -> None:
        with self._lock:
            if self._awake:
                return
            self._awake = True
        self._woken.emit()

    @Slot()
    def _drain(self) -> None:
        deadline = time.perf_counter_ns() + self._budget_ns
        while (item := self._next()) is not None:
            if isinstance(item, Notice):
                self.noticed.emit(item)
            else:
                self.caption_changed.emit(item)
            if time.perf_counter_ns() > deadline:
                QTimer.singleShot(0, self, self._drain)
                return

    def _next(self) -> Caption | Notice | None:
        """What waits longest, notices first; None puts the bridge to sleep. A caption's lag counts until now."""
        with self._lock:
            if self._notices:
                return self._notices.popleft()
            if self._captions:
                caption, given_ns = self._captions.pop(next(iter(self._captions)))
                return replace(caption, lag_s=caption.lag_s + (time.perf_counter_ns() - given_ns) / 1e9)
            self._awake = False
            return None
