"""A SubRip file that is valid at every moment of a session.

A cue that follows the others in time is appended with one write. Everything else (a cue of another track that comes
late but belongs before others, a write that would cross a page of the file and might be seen half, a file that somebody
changed or removed meanwhile) writes the whole file anew beside the old one and puts it in its place at once. So a
reader at any moment, and after a kill -9, finds a valid file with every cue appended so far.

What was there before: a file that does not exist yet is created empty at once, which is valid SubRip. An existing file
stays as it is until the first cue replaces it, so a session without a word does not cost the user an older transcript.
"""

import bisect
import os
from collections.abc import Iterable
from pathlib import Path

from captioner.core.caption import Cue
from captioner.core.errors import OutputError
from captioner.core.message import Message
from captioner.transcript.formats.subrip import SubRip
from captioner.transcript.save import output_error, require_writable, save_text

_PAGE = 4096
"""The kernel makes a write within one page of a file visible at once."""


class LiveSrt:
    """The file while it grows. One thread at a time. Holds the text of all cues, some hundred bytes each."""

    def __init__(self, path: str | Path) -> None:
        """Raises OutputError if the file could not be written; creates it where there is none."""
        self._path = Path(path)
        self._format = SubRip()
        self._starts: list[int] = []
        self._blocks: list[str] = []
        self._saved = 0
        self._identity: tuple[int, int, int] | None = None
        self._told = False
        if self._path.is_file() or self._path.is_dir():
            require_writable(self._path)
        elif self._path.exists():
            raise OutputError(
                Message("Cannot grow subtitles in {path}: it is a device or a pipe.", path=self._path),
                "Give the name of an ordinary file.",
            )
        else:
            save_text(self._path, "")

    @property
    def cues(self) -> int:
        """Cues that are in the file."""
        return self._saved

    @property
    def whole(self) -> bool:
        """Whether every cue so far is in the file."""
        return self._saved == len(self._blocks)

    def append(self, cues: Iterable[Cue]) -> None:
        """Add cues, each where its time belongs.

        Raises OutputError at the first failure and keeps quiet about those right behind it; the file stays valid with
        what it had, and the next call writes all that is missing.
        """
        in_order = True
        for cue in map(self._format.ready, cues):
            if cue is not None:
                at = bisect.bisect_right(self._starts, cue.start_ms)
                in_order = in_order and at == len(self._starts)
                self._starts.insert(at, cue.start_ms)
                self._blocks.insert(at, self._format.unnumbered(cue))
        if self.whole:
            return
        try:
            if not (in_order and self._append_in_place()):
                save_text(self._path, self._numbered(0))
        except OutputError:
            if not self._told:
                self._told = True
                raise
        else:
            self._saved = len(self._blocks)
            self._identity = self._look()
            self._told = False

    def close(self) -> None:
        """Write what an earlier failure left out, if that works now, and make sure that all is on the disk."""
        self.append(())
        if self._saved:
            try:
                with self._path.open("rb+") as file:
                    os.fsync(file.fileno())
            except OSError as error:
                if not self._told:
                    self._told = True
                    raise output_error(self._path, error) from error

    def _numbered(self, first: int) -> str:
        """The file's text from the cue of this index on."""
        return "".join(f"{number}\n{block}" for number, block in enumerate(self._blocks[first:], first + 1))

    def _append_in_place(self) -> bool:
        """Append what is not saved yet with one write, if no reader can see a half of it."""
        if self._told or self._identity is None or self._look() != self._identity:
            return False
        data = self._numbered(self._saved).encode()
        size = self._identity[2]
        if size % _PAGE + len(data) > _PAGE:
            return False
        try:
            with self._path.open("ab", buffering=0) as file:
                if file.write(data) == len(data):
                    return True
                file.truncate(size)
        except OSError:
            # A full disk among others: the rewrite fails with the words for it, and leaves this file as it is.
            return False
        return False

    def _look(self) -> tuple[int, int, int] | None:
        """Which file is there, and how long."""
        try:
            found = self._path.stat()
        except OSError:
            return None
        return found.st_dev, found.st_ino, found.st_size
