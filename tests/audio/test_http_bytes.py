"""Media from a web server: with and without ranges, broken connections, errors in words."""

import http.server
import os
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from media_files import encode, noise

from captioner.audio.decode import Decoder
from captioner.audio.http_bytes import HttpBytes
from captioner.audio.media import probe
from captioner.core.errors import InputError
from captioner.core.sound import Pcm


class MediaServer(http.server.ThreadingHTTPServer):
    """Serves one body in the way that the path of the request names."""

    body = b""
    break_after = 1 << 30
    """Bytes after which every connection breaks off."""
    requests = 0
    daemon_threads = True


class Handler(http.server.BaseHTTPRequestHandler):
    server: MediaServer

    def do_GET(self) -> None:
        self.server.requests += 1
        kind = self.path.strip("/")
        if kind.isdigit():
            self.send_error(int(kind))
            return
        if kind == "loop":
            self.redirect("/loop")
            return
        if kind == "away":
            self.redirect("file:///etc/passwd")
            return
        if kind == "moved":
            self.redirect("/ranges")
            return
        body, start = self.server.body, 0
        if kind == "ranges" and (wanted := self.headers.get("Range")):
            start = int(wanted.removeprefix("bytes=").rstrip("-"))
            self.send_response(206)
            self.send_header("Content-Range", f"bytes {start}-{len(body) - 1}/{len(body)}")
        else:
            self.send_response(200)
        self.send_header("Content-Length", str(len(body) - start))
        self.end_headers()
        if kind == "stalls":
            self.wfile.write(body[:100])
            self.connection.recv(1)  # until the client hangs up
            return
        try:
            self.wfile.write(body[start : start + self.server.break_after])
        except OSError:
            return  # the client has hung up, as it does when it seeks

    def redirect(self, where: str) -> None:
        self.send_response(302)
        self.send_header("Location", where)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Quietly."""


@pytest.fixture
def server() -> Iterator[MediaServer]:
    with MediaServer(("127.0.0.1", 0), Handler) as running:
        thread = threading.Thread(target=running.serve_forever, args=(0.02,))
        thread.start()
        yield running
        running.shutdown()
        thread.join()


def address(server: MediaServer, kind: str) -> str:
    return f"http://127.0.0.1:{server.server_port}/{kind}"


@pytest.mark.parametrize("kind", ["ranges", "whole", "moved"])
@pytest.mark.parametrize(("name", "codec"), [("a.m4a", "aac"), ("a.flac", "flac")])
def test_address_sounds_as_the_file(tmp_path: Path, server: MediaServer, kind: str, name: str, codec: str) -> None:
    path = encode(tmp_path / name, noise(20, 48_000), 48_000, codec=codec)
    server.body = path.read_bytes()
    if name == "a.m4a" and kind == "whole":  # its index is at the end
        with Decoder(address(server, kind)) as decoder, pytest.raises(InputError, match="index at the end"):
            list(decoder.blocks())
        return
    with Decoder(str(path)) as file, Decoder(address(server, kind)) as stream:
        np.testing.assert_array_equal(np.concatenate([*stream.blocks()]), np.concatenate([*file.blocks()]))


def test_broken_connection_is_resumed(tmp_path: Path, server: MediaServer) -> None:
    server.body = encode(tmp_path / "a.wav", noise(10), 16_000).read_bytes()
    server.break_after = 100_000
    with Decoder(address(server, "ranges")) as decoder:
        assert sum(map(len, decoder.blocks())) == 160_000
    assert server.requests >= 4


def test_broken_connection_without_ranges_gives_what_came_and_then_the_error(
    tmp_path: Path, server: MediaServer
) -> None:
    server.body = encode(tmp_path / "a.wav", noise(10), 16_000).read_bytes()
    server.break_after = 200_000
    heard: list[Pcm] = []
    with Decoder(address(server, "whole")) as decoder, pytest.raises(InputError, match="broke off"):
        heard.extend(decoder.blocks())
    assert sum(map(len, heard)) > 90_000


def test_seek_asks_for_no_more_than_it_needs(tmp_path: Path, server: MediaServer) -> None:
    server.body = bytes(range(256)) * 8_192
    source = HttpBytes(address(server, "ranges"))
    assert source.seek(-1, os.SEEK_END) == len(server.body) - 1
    assert source.seek(0) == 0
    assert source.read(4) == bytes(range(4))
    assert source.seek(1_000, os.SEEK_CUR) == 1_004
    assert source.read(1) == bytes([1_004 % 256])
    assert server.requests == 1
    source.seek(1_500_000)
    assert source.read(2) == bytes([1_500_000 % 256, 1_500_001 % 256])
    assert server.requests == 2
    source.seek(0, os.SEEK_END)
    assert source.read(10) == b""
    with pytest.raises(OSError, match="outside"):
        source.seek(-1)
    source.close()
    source.close()


@pytest.mark.parametrize(
    ("kind", "says"),
    [
        ("404", "there is nothing .HTTP 404"),
        ("403", "forbidden"),
        ("500", "the server failed .HTTP 500"),
        ("loop", "redirects without end"),
        ("away", "not a valid address"),
    ],
)
def test_errors_in_words(server: MediaServer, kind: str, says: str) -> None:
    with pytest.raises(InputError, match=says):
        probe(address(server, kind))


def test_empty_body(server: MediaServer) -> None:
    with pytest.raises(InputError, match="is empty"):
        probe(address(server, "whole"))


def test_nobody_there() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(InputError, match="cannot be reached"):
        probe(f"http://127.0.0.1:{port}/a.wav")


def test_password_is_not_shown() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(InputError) as caught:
        probe(f"http://user:secret@127.0.0.1:{port}/a.wav")
    assert "secret" not in caught.value.message


@pytest.mark.parametrize("source", ["http://", "http://[bad", "https://exa mple/"])
def test_not_an_address(source: str) -> None:
    with pytest.raises(InputError):
        probe(source)


def test_cancel_wakes_a_read_that_waits(server: MediaServer) -> None:
    server.body = bytes(1_000)
    source = HttpBytes(address(server, "stalls"))
    assert len(source.read(100)) == 100
    results: list[bytes] = []
    reader = threading.Thread(target=lambda: results.append(source.read(100)))
    reader.start()
    source.cancel()
    reader.join(30)
    assert not reader.is_alive()
    assert results == [b""]
    source.close()
