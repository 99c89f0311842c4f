"""Where a session of the desktop application keeps its transcript and its sound."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from captioner.app.folders import Folders
from captioner.core.caption import Cue
from captioner.core.settings import TranscriptSettings
from captioner.transcript.formats import FORMATS
from captioner.transcript.formats.base import About
from captioner.transcript.save import save_bytes

_TITLE_CHARACTERS = 60
"""Chinese ones take three bytes each, and a file's name holds 255."""


@dataclass(frozen=True, slots=True)
class SessionFiles:
    """Files of one session, with the same name; ``record`` is None where the sound is not kept."""

    srt: Path
    record: Path | None

    def beside(self, ending: str) -> Path:
        """A further file of the session, such as one ending in ".vtt"."""
        return self.srt.with_name(self.srt.name.removesuffix(".srt") + ending)

    def other_formats(self, formats: Iterable[str]) -> list[Path]:
        """The files of the formats beside SRT."""
        return [self.beside(FORMATS[name].extension) for name in formats if name != "srt"]

    def save_other_formats(self, formats: Iterable[str], cues: Sequence[Cue], language: str | None) -> None:
        """Save what was said in the other formats too. Raises OutputError."""
        for name in formats:
            if name != "srt" and cues:
                entry = FORMATS[name]
                written = entry.write(cues, about=About(language=language))
                save_bytes(self.beside(entry.extension), written.data)

    def drop_empty(self) -> bool:
        """Take away the transcript of a session in which nothing was said; whether there was one to take."""
        with suppress(OSError):
            if self.srt.stat().st_size == 0:
                self.srt.unlink()
                return True
        return False


def session_files(settings: TranscriptSettings, folders: Folders, now: datetime, title: str = "") -> SessionFiles:
    """Names that nothing has yet, by date, time and title, in a folder that is made if that can be.

    One that cannot be written to is told of by whoever writes there.
    """
    folder = transcripts_folder(settings, folders)
    with suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    stem = file_stem(now, title)
    name, tries = stem, 1
    while any((folder / f"{name}{ending}").exists() for ending in (".srt", ".flac")):
        tries += 1
        name = f"{stem} ({tries})"
    return SessionFiles(folder / f"{name}.srt", folder / f"{name}.flac" if settings.keep_recordings else None)


def transcripts_folder(settings: TranscriptSettings, folders: Folders) -> Path:
    """Where the settings want transcripts to be."""
    return Path(settings.folder).expanduser() if settings.folder else folders.transcripts


def file_stem(began: datetime, title: str) -> str:
    """What a session's files are called, without extension: date, time and title."""
    return f"{began:%Y-%m-%d %H.%M.%S} {_in_file_name(title)}".strip()


def _in_file_name(title: str) -> str:
    """The title as a part of a file's name, on any system; nothing of what is no letter there."""
    kept = "".join(" " if c in '<>:"/\\|?*' or not c.isprintable() else c for c in title)
    return " ".join(kept.split())[:_TITLE_CHARACTERS].strip(". ")
