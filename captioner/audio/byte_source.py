"""The bytes of a media input: a file, standard input or an address. FFmpeg never opens anything by itself."""

import os
import re
import select
import stat
import sys
import threading
from abc import ABC, abstractmethod
from pathlib import Path

from captioner.core.errors import InputError
from captioner.core.message import Message

_HEAD = 64
_ADDRESS = re.compile(r"^([A-Za-z][A-Za-z0-9+.-]*)://")
_WAKE_S = 0.1


class ByteSource(ABC):
    """Bytes in order. One thread reads; ``cancel`` may come from any other.

    ``name`` is what messages call it. ``head`` holds the first bytes read, ``consumed`` tells how many were read in
    all. FFmpeg turns an exception of a read into an error code, so that the first one is also kept in ``failure``.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.head = b""
        self.consumed = 0
        self.failure: InputError | None = None
        self._cancelled = threading.Event()

    def read(self, size: int) -> bytes:
        """Up to ``size`` bytes; none at the end or after ``cancel``. Raises InputError."""
        if self._cancelled.is_set():
            return b""
        try:
            data = self._take(size)
        except (InputError, OSError) as error:
            if self._cancelled.is_set():
                return b""
            if self.failure is None:
                self.failure = error if isinstance(error, InputError) else _unreadable(self.name, error)
            raise self.failure from error
        if len(self.head) < _HEAD:
            self.head += data[: _HEAD - len(self.head)]
        self.consumed += len(data)
        return data

    def cancel(self) -> None:
        """Let a read that waits return, and every later one."""
        self._cancelled.set()

    @property
    def cancelled(self) -> bool:
        """Whether ``cancel`` was called."""
        return self._cancelled.is_set()

    @property
    def rewinds(self) -> bool:
        """Whether it can go back."""
        return hasattr(self, "seek")

    @abstractmethod
    def _take(self, size: int) -> bytes:
        """What ``read`` gives."""

    @abstractmethod
    def close(self) -> None:
        """Let go. Safe to call twice."""


class FileBytes(ByteSource):
    """A regular file."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self._file = path.open("rb", buffering=0)

    def _take(self, size: int) -> bytes:
        return self._file.read(size) or b""

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """As of a file."""
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        """As of a file."""
        return self._file.tell()

    def close(self) -> None:
        self._file.close()


class PipeBytes(ByteSource):
    """A pipe that somebody else fills: standard input or a named pipe."""

    def __init__(self, name: str, descriptor: int, *, owned: bool) -> None:
        super().__init__(name)
        self._descriptor: int | None = descriptor
        self._owned = owned

    def _take(self, size: int) -> bytes:
        if self._descriptor is None:
            return b""
        if sys.platform != "win32":  # select knows only sockets there: a read that waits can't be cancelled
            while not select.select([self._descriptor], [], [], _WAKE_S)[0]:
                if self._cancelled.is_set():
                    return b""
        return os.read(self._descriptor, size)

    def close(self) -> None:
        if self._owned and self._descriptor is not None:
            os.close(self._descriptor)
        self._descriptor = None


def open_bytes(source: str) -> ByteSource:
    """Open a path, ``-`` (standard input) or an http(s) address. Raises InputError in words for the user."""
    if source == "-":
        return _standard_input()
    address = _ADDRESS.match(source)
    if address and address[1].lower() in ("http", "https"):
        from captioner.audio.http_bytes import HttpBytes

        return HttpBytes(source)
    try:
        path = Path(source)
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise InputError(Message("{name} is a folder.", name=source), "Name the audio or video file itself.")
        if stat.S_ISREG(mode):
            return FileBytes(path)
        if stat.S_ISFIFO(mode):
            return PipeBytes(source, os.open(path, os.O_RDONLY), owned=True)
    except FileNotFoundError as error:
        if address:
            raise InputError(
                Message("Addresses that begin with {scheme}:// are not supported.", scheme=address[1]),
                "Use an http:// or https:// address.",
            ) from error
        raise InputError(
            Message("There is no file {name}.", name=source), "Check the path for a typing mistake."
        ) from error
    except (OSError, ValueError) as error:
        raise _unreadable(source, error) from error
    raise InputError(Message("{name} is a device, not a file.", name=source), "Name an audio or video file.")


def _standard_input() -> PipeBytes:
    try:
        descriptor = sys.stdin.fileno()
    except (AttributeError, OSError, ValueError) as error:
        raise InputError("There is no standard input.", "Name a file instead of '-'.") from error
    if os.isatty(descriptor):
        raise InputError("Standard input is the keyboard.", "Pipe a file into it, as in: captioner … - < talk.mp3")
    return PipeBytes("standard input", descriptor, owned=False)


def _unreadable(name: str, error: Exception) -> InputError:
    if isinstance(error, PermissionError):
        return InputError(
            Message("No permission to read {name}.", name=name), "Change its permissions, or copy it elsewhere."
        )
    reason = getattr(error, "strerror", None) or str(error)
    return InputError(
        Message("{name} cannot be read: {reason}.", name=name, reason=reason),
        "Check that the disk or the network is still there.",
    )
