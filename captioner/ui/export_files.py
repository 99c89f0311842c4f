"""Sessions as files: which, how, and what came of it. No window here; called in a thread."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from captioner.core.caption import Cue
from captioner.core.library import SessionInfo
from captioner.core.settings import Standard
from captioner.transcript import FORMATS, About, WriteOptions, save_bytes
from captioner.transcript.check import check, mend
from captioner.transcript.faults import Finding


@dataclass(frozen=True, slots=True)
class SessionCues:
    """A session with its cues as they go into a file: ``mended`` tells that they are not quite those of the library."""

    session: SessionInfo
    cues: tuple[Cue, ...]
    mended: bool = False


@dataclass(frozen=True, slots=True)
class Checked:
    """What breaks the standard in a session."""

    cues: SessionCues
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """How to write."""

    formats: tuple[str, ...] = ("srt",)
    standard: Standard = "netflix"
    options: WriteOptions = field(default_factory=WriteOptions)


@dataclass(frozen=True, slots=True)
class Exported:
    """The files that were written, and what the user must know about them, a line each."""

    paths: tuple[Path, ...]
    warnings: tuple[str, ...]


def checked(sessions: Sequence[SessionCues], standard: Standard) -> list[Checked]:
    """What breaks the standard."""
    return [Checked(one, tuple(check(one.cues, standard, one.session.language))) for one in sessions]


def mended(sessions: Sequence[SessionCues], standard: Standard) -> list[Checked]:
    """The same with all cured that can be; the findings are those that are left."""
    results = [(one, mend(one.cues, standard, one.session.language)) for one in sessions]
    return [Checked(replace(one, cues=result.cues, mended=True), result.left) for one, result in results]


def write_files(
    sessions: Sequence[SessionCues],
    choice: ExportChoice,
    folder: Path,
    stems: Sequence[str],
    named: Callable[[str], str],
) -> Exported:
    """Write each session in each format under its stem; what is there already is not replaced, the new one is numbered.

    ``named`` gives the name of a speaker as it is to be read. Raises OutputError at the first file that cannot be
    written; those before it stay.
    """
    paths: list[Path] = []
    warnings: dict[str, None] = {}
    for one, stem in zip(sessions, stems, strict=True):
        began = datetime.fromtimestamp(one.session.began_ms / 1000).astimezone()
        about = About(one.session.title, began, one.session.language)
        cues = [replace(cue, speaker=named(cue.speaker)) for cue in one.cues]
        for name in choice.formats:
            entry = FORMATS[name]
            written = entry.write(cues, about=about, options=choice.options)
            path = _free(folder, stem, entry.extension)
            save_bytes(path, written.data)
            paths.append(path)
            warnings |= dict.fromkeys(written.warnings)
    return Exported(tuple(paths), tuple(warnings))


def _free(folder: Path, stem: str, extension: str) -> Path:
    path, number = folder / f"{stem}{extension}", 1
    while path.exists():
        number += 1
        path = folder / f"{stem} ({number}){extension}"
    return path
