"""Second hearings of sessions that the user has not looked through: each in a file of its own until that is done."""

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from captioner.app.folders import Folders, make_private
from captioner.core.caption import Cue
from captioner.core.errors import CaptionerError, InputError
from captioner.transcript.formats import FORMATS, read_file
from captioner.transcript.formats.base import About, WriteOptions
from captioner.transcript.library import Library
from captioner.transcript.save import save_bytes

_NAME = re.compile(r"([1-9][0-9]{0,9})\.json")
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Hearing:
    """What was heard of a session: its cues, of all tracks, in a language, None where it is not known."""

    cues: tuple[Cue, ...]
    language: str | None = None


class _Language(msgspec.Struct):
    language: str | None = None


class Hearings:
    """The files. One that is lost or damaged costs the hearing of it, so that is told to the log alone."""

    def __init__(self, folders: Folders) -> None:
        self._folder = folders.state / "hearings"

    def keep(self, library: Library, session: int, hearing: Hearing) -> None:
        """Keep it in place of an older one; it goes with the session when that is deleted."""
        path = self._path(session)
        try:
            make_private(self._folder)
            written = FORMATS["json"].write(
                hearing.cues, about=About(language=hearing.language), options=WriteOptions(words=True)
            )
            library.made(session, path)
            save_bytes(path, written.data)
        except CaptionerError as error:
            _log.info("the hearing of session %d cannot be kept: %s", session, error)

    def kept(self) -> Iterator[tuple[int, Hearing]]:
        """All of them, by their session. What makes no sense is left out."""
        for path in sorted(self._folder.glob("*.json")):
            if (name := _NAME.fullmatch(path.name)) is None:
                continue
            try:
                cues = read_file(path)
                language = msgspec.json.decode(path.read_bytes(), type=_Language).language
            except (InputError, OSError, msgspec.MsgspecError) as error:
                _log.info("the hearing %s cannot be read: %s", path.name, error)
                continue
            yield int(name[1]), Hearing(tuple(cues), language)

    def forget(self, session: int) -> None:
        """The user is through with it."""
        try:
            self._path(session).unlink(missing_ok=True)
        except OSError as error:
            _log.info("the hearing of session %d cannot be deleted: %s", session, error)

    def _path(self, session: int) -> Path:
        return self._folder / f"{session}.json"
