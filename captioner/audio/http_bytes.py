"""Media from an http(s) address, with seeking where the server serves ranges."""

import os
import re
import socket
from collections.abc import Iterator
from typing import TYPE_CHECKING

from captioner.audio.byte_source import ByteSource
from captioner.core.errors import InputError
from captioner.core.message import Message

if TYPE_CHECKING:
    from httpx import Response

_CONNECT_S, _SILENCE_S = 10.0, 20.0
_READ_THROUGH = 1 << 18
"""Bytes ahead that are cheaper to read than to ask for anew."""
_RESUMES = 3


class HttpBytes(ByteSource):
    """The body of a GET; a broken connection is resumed where the server serves ranges.

    Only http and https are ever spoken, also after a redirect. A server that sends nothing for 20 s is given up.
    """

    def __init__(self, address: str) -> None:
        """Ask for the address. Raises InputError where it cannot be reached or answers with an error."""
        import httpx

        super().__init__(re.sub(r"//[^/@]*@", "//", address))  # no password in messages
        self._httpx = httpx
        self._address = address
        self._client = httpx.Client(
            timeout=httpx.Timeout(_SILENCE_S, connect=_CONNECT_S),
            follow_redirects=True,
            headers={"Accept-Encoding": "identity"},
        )
        self._response: Response | None = None
        self._chunks: Iterator[bytes] = iter(())
        self._rest = b""
        self._at = 0  # where the next read is
        self._received = 0  # where the connection is
        self._size: int | None = None
        self._resumes = 0
        try:
            self._ask(0)
        except InputError:
            self.close()
            raise

    @property
    def rewinds(self) -> bool:
        """Whether the server serves ranges of a known size."""
        return self._size is not None

    def seekable(self) -> bool:
        """Whether the server serves ranges of a known size."""
        return self._size is not None

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """As of a file. Nothing is asked for before the next read: FFmpeg often looks at the end and comes back."""
        if self._size is None:
            raise OSError("the server serves no ranges")
        target = offset + {os.SEEK_SET: 0, os.SEEK_CUR: self._at, os.SEEK_END: self._size}[whence]
        if not 0 <= target <= self._size:
            raise OSError("outside of the file")
        self._at = target
        return target

    def tell(self) -> int:
        """As of a file."""
        return self._at

    def cancel(self) -> None:
        """Wakes a read that waits for the server."""
        super().cancel()
        response = self._response
        if response is not None:
            stream = response.extensions.get("network_stream")
            connection = stream.get_extra_info("socket") if stream is not None else None
            if connection is not None:
                try:
                    connection.shutdown(socket.SHUT_RDWR)
                except OSError:
                    return  # it has hung up already

    def close(self) -> None:
        self._hang_up()
        self._client.close()

    def _take(self, size: int) -> bytes:
        while True:
            try:
                if self._at == self._size:
                    return b""
                self._approach()
                data = self._receive(size)
                self._at += len(data)
                self._resumes = 0
                return data
            except self._httpx.TransportError as error:
                self._hang_up()
                self._resumes += 1
                if self._size is None or self._resumes > _RESUMES or self._cancelled.is_set():
                    raise InputError(
                        Message("The connection to {name} broke off.", name=self.name),
                        "Check the network, or download the file first.",
                    ) from error

    def _approach(self) -> None:
        """Bring the connection to where the next read is."""
        if not 0 <= self._at - self._received <= _READ_THROUGH:
            self._hang_up()
        if self._response is None:
            self._ask(self._at)
        while self._received < self._at and self._receive(self._at - self._received):
            pass

    def _receive(self, size: int) -> bytes:
        """The next bytes of the connection, none at its end."""
        if not self._rest:
            self._rest = next(self._chunks, b"")
        data, self._rest = self._rest[:size], self._rest[size:]
        self._received += len(data)
        return data

    def _ask(self, offset: int) -> None:
        """Send the request for everything from ``offset`` on."""
        httpx = self._httpx
        try:
            request = self._client.build_request("GET", self._address, headers={"Range": f"bytes={offset}-"})
            response = self._client.send(request, stream=True)
        except (httpx.InvalidURL, httpx.UnsupportedProtocol) as error:
            raise InputError(
                Message("{name} is not a valid address.", name=self.name), "Use an http:// or https:// address."
            ) from error
        except httpx.TimeoutException as error:
            raise InputError(
                Message("{name} does not answer.", name=self.name), "Check the address and the network."
            ) from error
        except httpx.TooManyRedirects as error:
            raise InputError(
                Message("{name} redirects without end.", name=self.name), "Use the address of the file itself."
            ) from error
        except httpx.HTTPError as error:
            raise InputError(
                Message("{name} cannot be reached: {reason}.", name=self.name, reason=error),
                "Check the address and the network.",
            ) from error
        if response.status_code == 416 and offset == 0:  # nothing to serve a range of
            response.close()
            raise InputError(Message("{name} is empty.", name=self.name), "Choose another address.")
        if response.status_code >= 300 or (offset and response.status_code != 206):
            response.close()
            raise InputError(_refusal(self.name, response.status_code), "Check the address.")
        total = re.fullmatch(r"bytes (\d+)-\d+/(\d+)", response.headers.get("Content-Range", ""))
        if response.status_code == 206 and (total is None or int(total[1]) != offset):
            response.close()
            raise InputError(
                Message("{name} gives other bytes than asked for.", name=self.name), "Download the file first."
            )
        if offset == 0:
            self._size = int(total[2]) if total else None
        self._response, self._chunks, self._rest, self._received = response, response.iter_raw(), b"", offset

    def _hang_up(self) -> None:
        if self._response is not None:
            self._response.close()
        self._response, self._chunks, self._rest = None, iter(()), b""


def _refusal(name: str, status: int) -> Message:
    if status == 401:
        return Message("{name} gives no media: it asks for a password (HTTP {status}).", name=name, status=status)
    if status == 403:
        return Message("{name} gives no media: access is forbidden (HTTP {status}).", name=name, status=status)
    if status == 404:
        return Message("{name} gives no media: there is nothing (HTTP {status}).", name=name, status=status)
    if status == 410:
        return Message("{name} gives no media: it is gone (HTTP {status}).", name=name, status=status)
    if status >= 500:
        return Message("{name} gives no media: the server failed (HTTP {status}).", name=name, status=status)
    return Message("{name} gives no media: the server refused (HTTP {status}).", name=name, status=status)
