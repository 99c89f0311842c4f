"""One application for each user and home folder: a second launch hands its wishes to the first and ends."""

import getpass
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCryptographicHash, QLockFile, QObject

from captioner.app.launch import Launch

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE_MS = 1000
_BEGINNING_S = 5.0
"""The first instance listens once its window is painted: a second launch may come before."""
_AGAIN_S = 0.1
_MAX_BYTES = 256


class OneInstance(QObject):
    """A lock tells who is the first, which costs no time; the network is loaded only to hear of further launches."""

    def __init__(self, home: Path, folder: Path, on_launch: Callable[[Launch], None]) -> None:
        """``home`` is whose instance it is, ``folder`` a private one for the lock."""
        super().__init__()
        user_and_home = f"{getpass.getuser()}\n{home}".encode()
        digest = QCryptographicHash.hash(user_and_home, QCryptographicHash.Algorithm.Sha256)
        name = bytes(digest.toHex().data()).decode()
        self._name = f"captioner-{name[:16]}"
        self._on_launch = on_launch
        self._server: QLocalServer | None = None
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._lock = QLockFile(str(folder / f"{self._name}.lock"))
        self._lock.setStaleLockTime(0)  # only that of a process that is gone is stale

    def hand_over(self, launch: Launch) -> bool:
        """Tell the first instance; whether there is one. Where there is none, this one is the first."""
        if self._lock.tryLock(0):
            return False
        running = self._lock.error() == QLockFile.LockError.LockFailedError
        deadline = time.monotonic() + (_BEGINNING_S if running else 0)
        while not self._tell(launch):
            if time.monotonic() > deadline:
                return False
            time.sleep(_AGAIN_S)
        return True

    def listen(self) -> None:
        """Hear of further launches. A socket that a crash left behind is taken away."""
        from PySide6.QtNetwork import QLocalServer

        server = self._server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._take)
        if not server.listen(self._name):
            QLocalServer.removeServer(self._name)
            server.listen(self._name)

    def close(self) -> None:
        """Let another one be the first."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _tell(self, launch: Launch) -> bool:
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_PATIENCE_MS):
            return False
        socket.write(launch.to_line().encode())
        socket.waitForBytesWritten(_PATIENCE_MS)
        socket.disconnectFromServer()
        return True

    def _take(self) -> None:
        from PySide6.QtNetwork import QLocalSocket

        while self._server is not None and (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(lambda socket=socket: self._hear(socket))
            if socket.state() == QLocalSocket.LocalSocketState.UnconnectedState:
                self._hear(socket)

    def _hear(self, socket: "QLocalSocket") -> None:
        line = bytes(socket.read(_MAX_BYTES).data()).decode(errors="replace")
        socket.deleteLater()
        if line:
            self._on_launch(Launch.from_line(line))
