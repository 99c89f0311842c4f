"""Where a session of the desktop application keeps its transcript and its sound."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from captioner.app.folders import Folders
from captioner.core.caption import Cue
from captioner.core.errors import OutputError
from captioner.core.settings import TranscriptSettings
from captioner.transcript.formats import FORMATS
from captioner.transcript.formats.base import About
from captioner.transcript.save import save_bytes


@dataclass(frozen=True, slots=True)
class SessionFiles:
    """Files of one session, with the same name; ``record`` is None where the sound is not kept."""

    srt: Path
    record: Path | None

    def beside(self, ending: str) -> Path:
        """A further file of the session, such as one ending in ".vtt"."""
        return self.srt.with_name(self.srt.name.removesuffix(".srt") + ending)

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


def session_files(settings: TranscriptSettings, folders: Folders, now: datetime) -> SessionFiles:
    """Names that nothing has yet, by date and time, in a folder that is made. Raises OutputError."""
    folder = Path(settings.folder).expanduser() if settings.folder else folders.transcripts
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(
            f"The folder for transcripts, {folder}, cannot be made: {error.strerror or error}.",
            "Choose another folder in the settings.",
        ) from error
    stem = f"{now:%Y-%m-%d %H.%M.%S}"
    name, tries = stem, 1
    while any((folder / f"{name}{ending}").exists() for ending in (".srt", ".flac")):
        tries += 1
        name = f"{stem} ({tries})"
    return SessionFiles(folder / f"{name}.srt", folder / f"{name}.flac" if settings.keep_recordings else None)
