"""One application for each user and home folder: a second launch hands its wishes to the first and ends."""

import getpass
import hashlib
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from captioner.app.launch import Launch

_PATIENCE_MS = 1000
_MAX_BYTES = 256


class OneInstance(QObject):
    """Listens for further launches, unless another instance does."""

    def __init__(self, home: Path, on_launch: Callable[[Launch], None]) -> None:
        super().__init__()
        user_and_home = f"{getpass.getuser()}\n{home}".encode()
        self._name = f"captioner-{hashlib.sha256(user_and_home).hexdigest()[:16]}"
        self._on_launch = on_launch
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._take)

    def hand_over(self, launch: Launch) -> bool:
        """Tell the first instance; whether there is one."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_PATIENCE_MS):
            return False
        socket.write(launch.to_line().encode())
        socket.waitForBytesWritten(_PATIENCE_MS)
        socket.disconnectFromServer()
        return True

    def listen(self) -> None:
        """Be the first instance. A socket that a crash left behind is taken away."""
        if not self._server.listen(self._name):
            QLocalServer.removeServer(self._name)
            self._server.listen(self._name)

    def close(self) -> None:
        """Let another one be the first."""
        self._server.close()

    def _take(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(lambda socket=socket: self._hear(socket))
            if socket.state() == QLocalSocket.LocalSocketState.UnconnectedState:
                self._hear(socket)

    def _hear(self, socket: QLocalSocket) -> None:
        line = bytes(socket.read(_MAX_BYTES).data()).decode(errors="replace")
        socket.deleteLater()
        if line:
            self._on_launch(Launch.from_line(line))
