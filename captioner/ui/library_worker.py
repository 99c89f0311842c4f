"""The library as the windows use it: asked in a thread of its own, answered in the GUI's."""

import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from captioner.core.caption import Notice
from captioner.core.errors import CaptionerError

if TYPE_CHECKING:
    from captioner.transcript.library import Library

T = TypeVar("T")
Failed = Callable[[CaptionerError], None]


@dataclass(frozen=True, slots=True)
class _Question:
    work: "Callable[[Library], Any]"
    done: Callable[[Any], None]
    failed: Failed
    topic: str
    number: int


class LibraryWorker(QObject):
    """One thread with one connection: questions are answered in their order.

    Questions of a ``topic`` replace each other: one that waits is not asked when a newer one comes, one that was
    asked is not answered. A search as one types needs nothing else. Where the library cannot be opened every question
    fails with the reason, and the next one tries again.
    """

    noticed = Signal(Notice)
    """What opening the library had to tell."""
    _answered = Signal(object)

    def __init__(self, open_library: "Callable[[], Library]") -> None:
        """``open_library`` is called in the thread. Make the worker in the GUI thread; it outlives its windows."""
        super().__init__()
        self._open_library = open_library
        self._questions: queue.SimpleQueue[_Question | None] = queue.SimpleQueue()
        self._newest: dict[str, int] = {}
        self._count = 0
        self._answered.connect(self._answer, Qt.ConnectionType.QueuedConnection)
        self._thread: threading.Thread | None = None
        self._closed = False

    def ask(
        self,
        work: "Callable[[Library], T]",
        done: Callable[[T], None],
        failed: Failed,
        *,
        topic: str = "",
    ) -> None:
        """Call ``work`` with the library in the thread, then ``done`` or ``failed`` in this one."""
        if self._closed:
            return
        self._count += 1
        if topic:
            self._newest[topic] = self._count
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="library of the window", daemon=True)
            self._thread.start()
        self._questions.put(_Question(work, done, failed, topic, self._count))

    def forget(self, topic: str) -> None:
        """Whatever was asked about the topic is no longer wanted."""
        self._count += 1
        self._newest[topic] = self._count

    def close(self) -> None:
        """Finish what was asked and let go of the library. Nothing is answered any more. Safe to call twice."""
        self._closed = True
        if self._thread is not None:
            self._questions.put(None)
            self._thread.join()
            self._thread = None

    def _stale(self, question: _Question) -> bool:
        return bool(question.topic) and self._newest[question.topic] != question.number

    def _work(self) -> None:
        library: Library | None = None
        try:
            while (question := self._questions.get()) is not None:
                if self._stale(question):
                    continue
                try:
                    if library is None:
                        library = self._open_library()
                        for notice in library.notices:
                            self.noticed.emit(notice)
                    answer = question.work(library)
                except CaptionerError as error:
                    self._answered.emit((question, question.failed, error))
                else:
                    self._answered.emit((question, question.done, answer))
        finally:
            if library is not None:
                library.close()

    @Slot(object)
    def _answer(self, answer: tuple[_Question, Callable[[Any], None], Any]) -> None:
        question, then, value = answer
        owner = getattr(then, "__self__", None)
        gone = isinstance(owner, QObject) and not isValid(owner)
        if not (self._closed or gone or self._stale(question)):
            then(value)
