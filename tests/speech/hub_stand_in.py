"""Stands in for a model hub, which no test asks: it speaks the hub's API on 127.0.0.1 and misbehaves on demand."""

import hashlib
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

COMMIT = "0123456789abcdef0123456789abcdef01234567"


@dataclass(slots=True)
class Hub:
    """What the server has, how it misbehaves, and what it was asked."""

    repository: str
    files: dict[str, bytes]
    commit: str = COMMIT
    serves_ranges: bool = True
    status: int = 200
    """Of every answer."""
    listing: bytes | None = None
    """Instead of the true one."""
    redirect_to: str | None = None
    """Address of the server to which it redirects for content."""
    breaks_after: list[int] = field(default_factory=list)
    """So many bytes of model.bin come in the next answers, before the connection closes."""
    corrupt: bool = False
    """One byte of model.bin is another one."""
    address: str = ""
    asked: list[tuple[str, str | None]] = field(default_factory=list)
    """Name of the file and Range header of each request for content."""
    sent: dict[str, int] = field(default_factory=dict)
    """Bytes of each file that went out."""

    def listed(self) -> bytes:
        """The answer of the hub's API."""
        if self.listing is not None:
            return self.listing
        siblings = []
        for name, data in self.files.items():
            blob = hashlib.sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()
            sibling: dict[str, object] = {"rfilename": name, "size": len(data), "blobId": blob}
            if name.endswith(".bin"):  # what git LFS keeps has the blob of its pointer, which is none of ours
                sibling |= {"blobId": "0" * 40}
                sibling["lfs"] = {"sha256": hashlib.sha256(data).hexdigest(), "size": len(data), "pointerSize": 134}
            siblings.append(sibling)
        return json.dumps({"id": self.repository, "sha": self.commit, "siblings": siblings}).encode()


@contextmanager
def hub_with(folder: Path, repository: str) -> Iterator[Hub]:
    """A running hub that has the files of the folder, and a page that nobody needs."""
    files = {path.name: path.read_bytes() for path in folder.iterdir()}
    hub = Hub(repository, files | {"README.md": b"# A model\n", "../config.json": b"{}"})

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            _answer(hub, self)

        def log_message(self, *_: object) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = False
    hub.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), name="hub stand-in")
    thread.start()
    try:
        yield hub
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _answer(hub: Hub, request: BaseHTTPRequestHandler) -> None:
    path = urlsplit(request.path).path
    resolved = f"/{hub.repository}/resolve/{hub.commit}/"
    request.close_connection = True
    if hub.status != 200:
        _send(request, hub.status, b"no")
    elif request.path == f"/api/models/{hub.repository}/revision/main?blobs=true":
        _send(request, 200, hub.listed())
    elif path.startswith(resolved) and (name := path.removeprefix(resolved)) in hub.files:
        if hub.redirect_to is not None:
            _send(request, 302, b"", {"Location": hub.redirect_to + path})
        else:
            _send_content(hub, request, name)
    else:
        _send(request, 404, b"Not found")


def _send_content(hub: Hub, request: BaseHTTPRequestHandler, name: str) -> None:
    wanted = request.headers.get("Range")
    hub.asked.append((name, wanted))
    data, start, status, headers = hub.files[name], 0, 200, {}
    if wanted and hub.serves_ranges:
        start = int(wanted.removeprefix("bytes=").removesuffix("-"))
        status, headers = 206, {"Content-Range": f"bytes {start}-{len(data) - 1}/{len(data)}"}
    if hub.corrupt and name == "model.bin":
        data = data[:-1] + bytes([data[-1] ^ 1])
    body = data[start:]
    going = body[: hub.breaks_after.pop(0)] if name == "model.bin" and hub.breaks_after else body
    hub.sent[name] = hub.sent.get(name, 0) + len(going)
    _send(request, status, going, headers, length=len(body))


def _send(
    request: BaseHTTPRequestHandler,
    status: int,
    body: bytes,
    headers: dict[str, str] | None = None,
    length: int | None = None,
) -> None:
    try:
        request.send_response(status)
        for name, value in (headers or {}).items():
            request.send_header(name, value)
        request.send_header("Content-Length", str(len(body) if length is None else length))
        request.end_headers()
        request.wfile.write(body)
    except ConnectionError:  # whoever asked has cancelled
        return
