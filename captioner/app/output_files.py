"""Where the subtitles of an input go, in which formats."""

import os
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import unquote, urlsplit

from captioner.core.caption import Cue
from captioner.core.errors import OutputError
from captioner.transcript.formats import FORMATS, format_of_file
from captioner.transcript.formats.base import About, CueFormat, WriteOptions
from captioner.transcript.save import output_error, require_writable, save_bytes

STDOUT = Path("-")


@dataclass(frozen=True, slots=True)
class OutputFiles:
    """The files of one input: a format and a path each, the path ``-`` for standard output."""

    title: str
    source: str
    targets: tuple[tuple[CueFormat, Path], ...]

    @property
    def to_stdout(self) -> bool:
        """Whether the only target is standard output."""
        return self.targets[0][1] == STDOUT

    @property
    def names(self) -> str:
        """The files' names, for people."""
        return ", ".join(str(path) for _, path in self.targets)

    def require_writable(self) -> None:
        """Raise OutputError if a file could not be written, or would replace its own input. Changes nothing."""
        for _, path in self.targets:
            if path == STDOUT:
                continue
            if path.exists() and Path(self.source).exists() and path.samefile(self.source):
                raise OutputError(f"{path} is the input itself.", "Give another name or folder with -o.")
            require_writable(path)

    def partial(self) -> "OutputFiles":
        """The same with names that tell that the transcript ends early, so that no whole one is replaced."""
        targets = tuple(
            (entry, path if path == STDOUT else path.with_name(f"{path.stem}.partial{path.suffix}"))
            for entry, path in self.targets
        )
        return replace(self, targets=targets)

    def write(self, cues: Sequence[Cue], about: About, options: WriteOptions) -> list[str]:
        """Write every format; gives what the user must know. Raises OutputError."""
        warnings: list[str] = []
        for entry, path in self.targets:
            written = entry.write(cues, about=about, options=options)
            if path == STDOUT:
                sys.stdout.flush()
                sys.stdout.buffer.write(written.data)
                sys.stdout.buffer.flush()
            else:
                save_bytes(path, written.data)
            warnings += written.warnings
        return warnings


@dataclass(frozen=True, slots=True)
class Input:
    """What files are made of: ``source`` is a file's path, where it is one. ``folder`` and ``stem`` tell where a file
    belongs that nobody named, ``full`` is the stem where several would share a file.
    """

    title: str
    source: str
    folder: Path
    stem: str
    full: str


def output_files(inputs: Sequence[str], output: str | None, formats: Iterable[str] | None) -> list[OutputFiles]:
    """What ``-o`` and ``--format`` mean for every media file or address, in their order.

    Without ``-o`` the files lie beside a local input, else in the current folder. Inputs that would share a file keep
    their extension in its name. Raises OutputError where ``-o`` names one file for several inputs.
    """
    return files_for([Input(_title(name), name, *_place(name), _title(name)) for name in inputs], output, formats)


def files_for(inputs: Sequence[Input], output: str | None, formats: Iterable[str] | None) -> list[OutputFiles]:
    """What ``-o`` and ``--format`` mean for every input, in their order. Raises OutputError.

    A folder that ``-o`` names by a slash at its end is made where it is missing.
    """
    to_folder = output is None or output.endswith(("/", os.sep)) or (output != "-" and Path(output).is_dir())
    chosen = tuple(dict.fromkeys(formats or ()))
    entries = tuple(FORMATS[name] for name in chosen) or (_default_format(None if to_folder else output),)
    if not to_folder and len(inputs) > 1:
        raise OutputError("-o names one file, but there are several inputs.", "Name a folder: end it with a slash.")
    if output == "-" and len(entries) > 1:
        raise OutputError("Standard output takes one format.", "Choose one format, or name a folder with -o.")
    if output is not None and output.endswith(("/", os.sep)):
        _make(Path(output))
    places = Counter((given.folder, given.stem) for given in inputs)
    result: list[OutputFiles] = []
    for given in inputs:
        if output is not None and not to_folder:
            paths = [_single(output, entry, len(entries)) for entry in entries]
        else:
            stem = given.full if places[(given.folder, given.stem)] > 1 else given.stem
            folder = Path(output) if output else given.folder
            paths = [folder / (stem + entry.extension) for entry in entries]
        result.append(OutputFiles(given.title, given.source, tuple(zip(entries, paths, strict=True))))
    return result


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise OutputError(f"{folder} is a file, no folder.", "Choose another folder with -o.") from error
    except OSError as error:
        raise output_error(folder, error) from error


def _default_format(output: str | None) -> CueFormat:
    if output is None or output == "-":
        return FORMATS["srt"]
    known = format_of_file(output)
    if known is None:
        raise OutputError(f"{output} does not tell the format.", f"Add --format: one of {', '.join(FORMATS)}.")
    return known


def _single(output: str, entry: CueFormat, count: int) -> Path:
    path = Path(output)
    return path if count == 1 else path.with_name(path.stem + entry.extension)


def _title(name: str) -> str:
    """The input's own name, without its folder or address."""
    if name == "-":
        return "stdin"
    if name.partition("://")[0].casefold() in ("http", "https"):
        return Path(unquote(urlsplit(name).path)).name or urlsplit(name).hostname or "address"
    return Path(name).name


def _place(name: str) -> tuple[Path, str]:
    """The folder beside which a file of the input belongs, and its name without extension."""
    local = name != "-" and name.partition("://")[0].casefold() not in ("http", "https")
    title = _title(name)
    return (Path(name).parent if local else Path()), Path(title).stem or title
