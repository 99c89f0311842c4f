"""Work that would hold the GUI thread up, done in a thread, with its result brought back."""

import threading
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from captioner.core.errors import CaptionerError

T = TypeVar("T")


def _not_told(_: CaptionerError) -> None:
    """For work whose failure shows as an absent result."""


class Background(QObject):
    """Runs work for an owner. Results are dropped once the owner is gone. Make it in the GUI thread."""

    _finished = Signal(object)

    def __init__(self, owner: QObject) -> None:
        super().__init__()  # without a parent: it must outlive the owner for as long as a thread works
        self._owner = owner
        self._finished.connect(self._call, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[CaptionerError], None] = _not_told,
    ) -> None:
        """Call ``work`` in a thread, then ``done`` with its result or ``failed`` with its error in this one."""

        def worker() -> None:
            try:
                result = work()
            except CaptionerError as error:
                problem = error
                self._finished.emit(lambda: failed(problem))
            else:
                self._finished.emit(lambda: done(result))

        threading.Thread(target=worker, name="work for a window", daemon=True).start()

    @Slot(object)
    def _call(self, then: Callable[[], None]) -> None:
        if isValid(self._owner):
            then()
