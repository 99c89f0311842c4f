"""A model of the catalogue from a model hub or a mirror of it: resumed, verified, and in place all at once or not."""

import hashlib
import os
import re
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from captioner.core.errors import ModelError, ModelUnavailableError, OutputError
from captioner.core.message import Message
from captioner.speech.catalogue import CatalogueEntry
from captioner.speech.model_hub import ConnectionBrokenError, HubFile, HubListing, ModelHub
from captioner.speech.model_store import MODEL_FILE_LIMITS, ModelStore, check_model_folder

_BREAKS = 5
"""So many times in a row a connection may break off without a byte in between."""
_FIRST_PAUSE_S = 0.5
"""After the first of them; each further one doubles it."""
_LOOK_S = 0.1
"""How often a wait looks whether it was cancelled."""
_TOO_MUCH = 2
"""A model that is so many times as large as the catalogue says is not that model."""
_ROOM = 64 << 20
_READ = 1 << 20


@dataclass(frozen=True, slots=True)
class DownloadProgress:
    """Bytes of the whole model that are here, and that there will be; ``file`` is the one that is coming."""

    file: str
    done_bytes: int
    total_bytes: int


class _CancelledError(Exception):
    pass


def download(
    entry: CatalogueEntry,
    store: ModelStore,
    *,
    mirror: str,
    progress: Callable[[DownloadProgress], None],
    cancelled: Callable[[], bool],
) -> Path | None:
    """Fetch the model into the store, and tell its folder; None where it was cancelled.

    Nothing is asked for where the model is there already. ``mirror`` is the address of a server that answers as the
    hub does, empty for the hub. What has come stays when it is broken off or cancelled, and is not fetched twice. The
    folder appears only when all its files are whole, verified and synced to the disk. Where another process fetches
    the same model, this one waits for it. ``progress`` and ``cancelled`` are called often, from this thread.

    Raises ModelUnavailableError where the server cannot be reached or does not serve now, ModelError where it does not
    have the model or what it has is damaged, OutputError where the disk does not take it.
    """
    try:
        with _alone(entry, store, cancelled):
            if there := store.find(entry.name):
                return there
            with ModelHub(mirror) as hub:
                return _Download(hub, entry, store, progress, cancelled).run()
    except _CancelledError:
        return None
    except OSError as error:
        raise OutputError(
            Message(
                "The model {name} cannot be stored in {folder}: {reason}.",
                name=entry.name,
                folder=store.folder,
                reason=error.strerror or error,
            ),
            "Make room, or give yourself access to the folder.",
            remedy="models",
        ) from error


@contextmanager
def _alone(entry: CatalogueEntry, store: ModelStore, cancelled: Callable[[], bool]) -> Iterator[None]:
    """Hold the model's lock among all processes of this computer."""
    import filelock

    store.folder.mkdir(parents=True, exist_ok=True)
    lock = filelock.FileLock(store.folder / f".{entry.name}.lock")
    while True:
        if cancelled():
            raise _CancelledError
        try:
            lock.acquire(timeout=_LOOK_S)
            break
        except filelock.Timeout:
            continue
    try:
        yield
    finally:
        lock.release()


class _Download:
    """One model on its way. The staging folder carries the commit in its name: only bytes of one commit meet in it."""

    def __init__(
        self,
        hub: ModelHub,
        entry: CatalogueEntry,
        store: ModelStore,
        progress: Callable[[DownloadProgress], None],
        cancelled: Callable[[], bool],
    ) -> None:
        self._hub = hub
        self._entry = entry
        self._store = store
        self._progress = progress
        self._cancelled = cancelled
        self._total = 0
        self._before = 0  # bytes of the files that are complete

    def run(self) -> Path:
        try:
            listing = self._hub.listing(self._entry.repository)
        except ConnectionBrokenError as error:
            raise self._broke_off() from error
        files = self._wanted(listing)
        self._total = sum(file.size for file in files)
        staging = self._staging(listing.commit)
        self._make_sure_of_room(staging)
        for file in files:
            self._fetch(listing.commit, file, staging / file.name)
            self._before += file.size
        check_model_folder(staging)
        place = self._store.place_of(self._entry)
        if place.exists():  # incomplete, or it would have been found
            shutil.rmtree(place)
        staging.rename(place)
        return place

    def _wanted(self, listing: HubListing) -> tuple[HubFile, ...]:
        """Those files that the model needs, the small ones first."""
        files = sorted((file for file in listing.files if file.name in MODEL_FILE_LIMITS), key=lambda file: file.size)
        names = {file.name for file in files}
        if not names >= {"config.json", "model.bin", "tokenizer.json"} or len(names) != len(files):
            raise ModelError(
                Message("{host} has no complete model {name}.", host=self._hub.host, name=self._entry.name),
                "Choose another model or mirror.",
            )
        for file in files:
            if not 0 < file.size <= MODEL_FILE_LIMITS[file.name] or not (file.sha256 or file.git_sha1):
                raise ModelError(
                    Message(
                        "{host} tells nothing usable about {file} of {name}.",
                        host=self._hub.host,
                        file=file.name,
                        name=self._entry.name,
                    ),
                    "Choose another mirror.",
                )
        if sum(file.size for file in files) > _TOO_MUCH * self._entry.download_bytes:
            raise ModelError(
                Message(
                    "What {host} has as {name} is far larger than that model.",
                    host=self._hub.host,
                    name=self._entry.name,
                ),
                "Choose another mirror.",
            )
        return tuple(files)

    def _staging(self, commit: str) -> Path:
        """The folder that this commit's files gather in; those of other commits go."""
        folder = self._store.folder
        staging = folder / f".{self._entry.name}.{commit[:12]}.partial"
        ours = re.compile(rf"\.{re.escape(self._entry.name)}\.[0-9a-f]{{12}}\.partial")
        for other in folder.iterdir():
            if ours.fullmatch(other.name) and other != staging:
                shutil.rmtree(other)
        staging.mkdir(exist_ok=True)
        return staging

    def _make_sure_of_room(self, staging: Path) -> None:
        here = sum(path.stat().st_size for path in staging.iterdir())
        free = shutil.disk_usage(staging).free
        if free < (needed := self._total - here + _ROOM):
            raise OutputError(
                Message(
                    "The model {name} needs {needed} MB more, but {folder} has room for {free} MB.",
                    name=self._entry.name,
                    needed=needed >> 20,
                    folder=self._store.folder,
                    free=free >> 20,
                ),
                "Make room, or choose a smaller model.",
                remedy="models",
            )

    def _fetch(self, commit: str, file: HubFile, path: Path) -> None:
        """Complete the file, whatever part of it is there, and verify it."""
        resumed = path.exists()
        with path.open("a+b") as stored:
            if stored.tell() > file.size:
                stored.truncate(0)
            arriving = _Arriving(file, stored)
            for _ in arriving.read_again():
                self._look()
            self._complete(commit, arriving)
            stored.flush()
            os.fsync(stored.fileno())
        if arriving.is_right():
            return
        path.unlink()
        if not resumed:
            raise ModelError(
                Message(
                    "{file} of {name} comes damaged from {host}.",
                    file=file.name,
                    name=self._entry.name,
                    host=self._hub.host,
                ),
                "Try again later, or set the mirror (recognition.mirror) to another server.",
            )
        self._fetch(commit, file, path)

    def _complete(self, commit: str, arriving: "_Arriving") -> None:
        """Ask for the rest of the file until it is all here."""
        file, breaks = arriving.file, 0
        while arriving.done < file.size:
            try:
                with self._hub.content(self._entry.repository, commit, file, arriving.done) as (start, chunks):
                    if start != arriving.done:
                        arriving.start_over()
                    self._tell(arriving)
                    for chunk in chunks:
                        arriving.add(chunk[: file.size - arriving.done])
                        breaks = 0
                        self._tell(arriving)
                        if arriving.done == file.size:
                            return
                raise ConnectionBrokenError("the server closed early")
            except (ConnectionBrokenError, ModelUnavailableError) as error:
                breaks += 1
                if breaks >= _BREAKS:
                    raise self._broke_off() from error
                self._pause(_FIRST_PAUSE_S * 2 ** (breaks - 1))

    def _tell(self, arriving: "_Arriving") -> None:
        self._look()
        self._progress(DownloadProgress(arriving.file.name, self._before + arriving.done, self._total))

    def _look(self) -> None:
        if self._cancelled():
            raise _CancelledError

    def _pause(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            self._look()
            time.sleep(_LOOK_S)

    def _broke_off(self) -> ModelUnavailableError:
        return ModelUnavailableError(
            Message(
                "The connection to {host} broke off while the model {name} came.",
                host=self._hub.host,
                name=self._entry.name,
            ),
            "Try again: what has come is kept.",
        )


class _Arriving:
    """A file of which a part is here, and the checksum of that part."""

    def __init__(self, file: HubFile, stored: BinaryIO) -> None:
        self.file = file
        self.done = 0
        self._stored = stored
        self._digest = _new_digest(file)

    def read_again(self) -> Iterator[None]:
        """Take what was stored before into the checksum, a piece at a time."""
        self._stored.seek(0)
        while piece := self._stored.read(_READ):
            self._digest.update(piece)
            self.done += len(piece)
            yield

    def add(self, chunk: bytes) -> None:
        self._stored.write(chunk)
        self._digest.update(chunk)
        self.done += len(chunk)

    def start_over(self) -> None:
        self._stored.truncate(0)
        self._digest = _new_digest(self.file)
        self.done = 0

    def is_right(self) -> bool:
        return self._digest.hexdigest() == (self.file.sha256 or self.file.git_sha1)


def _new_digest(file: HubFile) -> "hashlib._Hash":
    if file.sha256:
        return hashlib.sha256()
    return hashlib.sha1(b"blob %d\0" % file.size, usedforsecurity=False)  # as git names its blobs
