"""The HTTP side of a model hub: what files a model has, and their bytes from any place on.

Spoken with httpx rather than through huggingface_hub, which keeps a cache with links and a token in the home folder,
tells the hub what it runs on, and may take another protocol than the plain one that every mirror speaks.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import msgspec

from captioner.core.errors import ModelError, ModelUnavailableError
from captioner.core.message import Message

if TYPE_CHECKING:
    from httpx import Client, Request, Response

HUB = "https://huggingface.co"

_CONNECT_S, _SILENCE_S = 5.0, 20.0
_MOST_REDIRECTS = 5
_MOST_LISTING = 4 << 20
_LATER = Message(
    "Check the network and try again later, or set the mirror (recognition.mirror) to a server with the same models."
)
_RANGE = re.compile(r"bytes (\d{1,18})-\d{1,18}/(\d{1,18})")


class ConnectionBrokenError(Exception):
    """The bytes stopped coming in the middle; what came is good, and the rest can be asked for."""


@dataclass(frozen=True, slots=True)
class HubFile:
    """A file of a model: its size in bytes, and the SHA-256 of a large one or else its SHA-1 as a git blob, in hex."""

    name: str
    size: int
    sha256: str | None
    git_sha1: str | None


@dataclass(frozen=True, slots=True)
class HubListing:
    """The files of a model at one commit."""

    commit: str
    files: tuple[HubFile, ...]


class _Lfs(msgspec.Struct):
    sha256: Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]


class _Sibling(msgspec.Struct, rename={"name": "rfilename", "blob": "blobId"}):
    name: str
    size: Annotated[int, msgspec.Meta(ge=0)] | None = None
    blob: Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{40}$")] | None = None
    lfs: _Lfs | None = None


class _Answer(msgspec.Struct):
    sha: Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{40}$")]
    siblings: list[_Sibling]


class ModelHub:
    """The hub, or a server that answers as it does. Use it in a ``with`` statement."""

    def __init__(self, address: str = "") -> None:
        """``address`` is that of a mirror, empty for the hub. Raises ModelError for what is no http(s) address."""
        import httpx

        self._address = (address or HUB).rstrip("/")
        try:
            url = httpx.URL(self._address)
        except httpx.InvalidURL as error:
            raise _no_address(self._address) from error
        if url.scheme not in ("http", "https") or not url.host:
            raise _no_address(self._address)
        self.host = url.netloc.decode("ascii")
        """Name and port of the server, for messages."""
        self._client: Client = httpx.Client(
            timeout=httpx.Timeout(_SILENCE_S, connect=_CONNECT_S),
            headers={"Accept-Encoding": "identity"},
            limits=httpx.Limits(max_keepalive_connections=0),  # one that idles may be closed just when it is needed
        )

    def __enter__(self) -> "ModelHub":
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def listing(self, repository: str) -> HubListing:
        """The files of the repository at its newest commit.

        Raises ModelUnavailableError where the server does not serve now, ModelError where it has no such model.
        """
        with self._asked(f"/api/models/{repository}/revision/main?blobs=true", repository) as response:
            raw = b""
            for chunk in _chunks(response):
                raw += chunk
                if len(raw) > _MOST_LISTING:
                    break
        try:
            answer = msgspec.json.decode(raw, type=_Answer)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise ModelUnavailableError(
                Message("{host} answers, but not as a model hub does.", host=self.host),
                "If this network wants a login in the browser, do that first. Check the mirror (recognition.mirror).",
            ) from error
        return HubListing(
            answer.sha,
            tuple(
                HubFile(file.name, file.size or 0, file.lfs.sha256 if file.lfs else None, file.blob)
                for file in answer.siblings
            ),
        )

    @contextmanager
    def content(
        self, repository: str, commit: str, file: HubFile, offset: int
    ) -> Iterator[tuple[int, Iterator[bytes]]]:
        """The bytes of a file from ``offset`` on, with the offset at which they really begin: 0 without ranges.

        The chunks raise ConnectionBrokenError where they break off. Raises the errors of ``listing``.
        """
        path = f"/{repository}/resolve/{commit}/{file.name}"
        with self._asked(path, repository, offset) as response:
            start = 0
            if response.status_code == 206:
                given = _RANGE.fullmatch(response.headers.get("Content-Range", ""))
                if given is None or (int(given[1]), int(given[2])) != (offset, file.size):
                    raise ModelError(
                        Message("{host} gives other bytes of {file} than asked for.", host=self.host, file=file.name),
                        _LATER,
                    )
                start = offset
            yield start, _chunks(response)

    @contextmanager
    def _asked(self, path: str, repository: str, offset: int = 0) -> "Iterator[Response]":
        request = self._client.build_request(
            "GET", self._address + path, headers={"Range": f"bytes={offset}-"} if offset else None
        )
        response = self._answered(request)
        try:
            if (status := response.status_code) >= 500 or status in (408, 429):
                raise ModelUnavailableError(
                    Message("{host} does not serve models now (HTTP {status}).", host=self.host, status=status), _LATER
                )
            if status not in (200, 206):
                raise ModelError(
                    Message(
                        "{host} has no model {repository} for you (HTTP {status}).",
                        host=self.host,
                        repository=repository,
                        status=status,
                    ),
                    _LATER,
                )
            yield response
        finally:
            response.close()

    def _answered(self, request: "Request") -> "Response":
        import httpx

        secure = request.url.scheme == "https"
        try:
            for _ in range(_MOST_REDIRECTS + 1):
                response = self._client.send(request, stream=True)
                if response.next_request is None:
                    return response
                response.close()
                request = response.next_request
                if request.url.scheme not in (("https",) if secure else ("http", "https")):
                    raise ModelError(
                        Message(
                            "{host} redirects to {scheme}:, which is not safe.",
                            host=self.host,
                            scheme=request.url.scheme,
                        ),
                        _LATER,
                    )
                secure = request.url.scheme == "https"
        except httpx.TransportError as error:
            raise ModelUnavailableError(
                Message("{host} cannot be reached for a model.", host=request.url.host), _LATER
            ) from error
        except httpx.HTTPError as error:
            raise ModelError(Message("{host} does not answer as a model hub does.", host=self.host), _LATER) from error
        raise ModelError(Message("{host} redirects without end.", host=self.host), _LATER)


def _chunks(response: "Response") -> Iterator[bytes]:
    import httpx

    try:
        yield from response.iter_raw()  # of no set size: what has come before a break is not lost
    except httpx.TransportError as error:
        raise ConnectionBrokenError(str(error)) from error


def _no_address(address: str) -> ModelError:
    return ModelError(
        Message('"{address}" is not the address of a model hub.', address=address),
        "Set the mirror (recognition.mirror) to an http:// or https:// address.",
    )
