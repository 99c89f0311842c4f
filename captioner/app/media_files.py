"""Media files in folders, by their names."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

# fmt: off
EXTENSIONS: Final = frozenset((
    ".3gp", ".aac", ".ac3", ".aif", ".aiff", ".amr", ".ape", ".asf", ".au", ".avi", ".caf",
    ".flac", ".flv", ".m2ts", ".m4a", ".m4b", ".m4v", ".mka", ".mkv", ".mov", ".mp2", ".mp3",
    ".mp4", ".mpeg", ".mpg", ".mts", ".oga", ".ogg", ".ogv", ".opus", ".vob", ".w64", ".wav",
    ".webm", ".wma", ".wmv", ".wv",
))
# fmt: on
"""What a file in a folder ends in that has sound in it, most likely; ".ts" is text more often. A file that is named
itself may end in anything.
"""


def is_media(path: Path) -> bool:
    """Whether the name is that of audio or video; hidden files, which programs use for unfinished ones, are none."""
    return path.suffix.lower() in EXTENSIONS and not path.name.startswith(".")


def media_files(paths: Iterable[Path]) -> Iterator[Path]:
    """The files themselves, and what is media in the folders, in the order of their names; links to folders are left
    out, and so are folders that cannot be read.
    """
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for folder, folders, names in os.walk(path):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            found = (Path(folder, name) for name in sorted(names))
            yield from (file for file in found if is_media(file) and file.is_file())
