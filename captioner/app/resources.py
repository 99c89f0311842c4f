"""Files that ship with the application: the sample talk, and the translations."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable
from pathlib import Path

_SAMPLE_TALK = "sample-talk.flac"


@contextmanager
def sample_talk() -> Iterator[Path]:
    """The sample talk as a file, for as long as the context lasts (in a zipped package it is a temporary copy)."""
    with as_file(_resource(_SAMPLE_TALK)) as path:
        yield path


def translations_folder() -> Traversable:
    """The compiled translations of the interface."""
    return _resource("translations")


def _resource(name: str) -> Traversable:
    """Installed and in a frozen bundle the files lie inside the package, in a checkout beside it."""
    package = files("captioner")
    installed = package / "resources" / name
    if not (installed.is_file() or installed.is_dir()) and isinstance(package, Path):
        return package.parent / "resources" / name
    return installed
