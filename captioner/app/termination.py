"""Ctrl-C, an ended login session, a service that is stopped: the signals as an event of Qt's loop."""

import signal
import socket
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP")
_AT_ONCE = 64


class Termination(QObject):
    """Calls ``on_signal`` with the number, in the GUI thread. Costs nothing while no signal comes.

    No exception is ever raised where a signal comes: it would hit libraries in the middle of what must not break off.
    Signals that are ignored (nohup) still are.
    """

    def __init__(self, on_signal: Callable[[int], None]) -> None:
        super().__init__()
        self._on_signal = on_signal
        self._read, self._write = socket.socketpair()  # a pipe cannot be watched on every system
        self._read.setblocking(False)
        self._write.setblocking(False)
        numbers = (getattr(signal, name) for name in _NAMES if hasattr(signal, name))
        heard = [number for number in numbers if signal.getsignal(number) is not signal.SIG_IGN]
        self._handlers = {number: signal.signal(number, lambda *_: None) for number in heard}
        self._wakeup = signal.set_wakeup_fd(self._write.fileno(), warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(self._read.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._heard)

    def close(self) -> None:
        """Signals do again what they did before."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._wakeup)
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        self._read.close()
        self._write.close()

    def _heard(self) -> None:
        for number in self._read.recv(_AT_ONCE):
            self._on_signal(number)
