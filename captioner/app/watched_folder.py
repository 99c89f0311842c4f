"""A folder of which every new media file becomes a session by itself, once.

What lies there when a folder is watched for the first time is left alone. A file is taken when its size has stayed the
same from one look to the next: programs that record or copy write for a while. What was taken is noted as digests, so
that a session that is deleted leaves neither a trace nor comes back.
"""

import hashlib
import json
import logging
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from captioner.app.file_queue import FileQueue
from captioner.app.folders import Folders, make_private
from captioner.app.media_files import media_files
from captioner.core.caption import Notice
from captioner.core.errors import CaptionerError
from captioner.transcript.library import Library
from captioner.transcript.save import save_text

LOOK_EVERY_S = 5.0

_log = logging.getLogger(__name__)


class WatchedFolder:
    """Looks into the folder from time to time, in a thread of its own; ``close`` it before the queue."""

    def __init__(
        self,
        folder: Path,
        queue: FileQueue,
        folders: Folders,
        tell: Callable[[Notice], None],
        *,
        every_s: float = LOOK_EVERY_S,
    ) -> None:
        """``tell`` hears, once, that the folder cannot be looked into or that what was taken cannot be noted."""
        self._folder = folder.expanduser().absolute()
        self._queue = queue
        self._library = folders.library
        self._notes = folders.state / "watched-folder.json"
        self._tell = tell
        self._every_s = every_s
        self._told: set[str] = set()
        self._sizes: dict[Path, int] = {}  # of the last look
        self._queued: dict[str, str] = {}  # digests by source
        self._taken = self._noted()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="watched folder", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Look no more, and wait for the thread. Safe to call twice."""
        self._over.set()
        self._thread.join()

    def _run(self) -> None:
        while True:
            try:
                self._look()
            except CaptionerError as error:
                self._tell_once(Notice("warning", error.message, error.hint))
            except Exception:
                _log.exception("the watched folder could not be looked into")
            if self._over.wait(self._every_s):
                return

    def _look(self) -> None:
        if not self._folder.is_dir():
            return  # a disk that is not there now: nothing is forgotten
        sizes = dict(self._media())
        if self._taken is None:
            self._taken = {_digest(path, size) for path, size in sizes.items()}
            self._note()
        complete = [path for path, size in sizes.items() if size and self._sizes.get(path) == size]
        self._sizes = sizes
        new = [path for path in complete if _digest(path, sizes[path]) not in {*self._taken, *self._queued.values()}]
        if new:
            known = self._known()
            self._queued |= {str(path): _digest(path, sizes[path]) for path in new}
            self._queue.add_files([path for path in new if str(path) not in known])
            self._settle({str(path) for path in new if str(path) in known})
        self._settle({job.source for job in self._queue.state.jobs if job.over})

    def _media(self) -> list[tuple[Path, int]]:
        found = []
        for path in media_files([self._folder]):
            with suppress(OSError):
                found.append((path, path.stat().st_size))
        return found

    def _known(self) -> set[str]:
        """Files that are sessions of the library already. Raises OutputError, LibraryError."""
        library = Library.open(self._library)
        try:
            return {session.source for session in library.sessions()}
        finally:
            library.close()

    def _settle(self, sources: set[str]) -> None:
        """These are not to be taken again."""
        done = [self._queued.pop(source) for source in sources & set(self._queued)]
        if done and self._taken is not None:
            self._taken |= set(done)
            self._note()

    def _noted(self) -> set[str] | None:
        """What was taken of this folder before; None where it is watched for the first time."""
        try:
            notes: Any = json.loads(self._notes.read_text(encoding="utf-8"))
            if notes["folder"] == _digest(self._folder, 0):
                return {taken for taken in notes["taken"] if isinstance(taken, str)}
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return None

    def _note(self) -> None:
        """Raises OutputError."""
        make_private(self._notes.parent)
        notes = {"folder": _digest(self._folder, 0), "taken": sorted(self._taken or ())}
        save_text(self._notes, json.dumps(notes))

    def _tell_once(self, notice: Notice) -> None:
        if notice.text not in self._told:
            self._told.add(notice.text)
            self._tell(notice)


def _digest(path: Path, size: int) -> str:
    return hashlib.sha256(f"{size} {path}".encode("utf-8", "surrogateescape")).hexdigest()
