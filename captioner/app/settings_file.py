"""The settings as a TOML file: read strictly, lifted from older layouts, written whole or not at all."""

import os
import stat
import tempfile
import tomllib
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

import tomli_w

from captioner.app.folders import make_private
from captioner.core.caption import Notice
from captioner.core.errors import OutputError, SettingsError
from captioner.core.message import Message
from captioner.core.settings import VERSION, Settings, settings_from, tree_of

MAX_BYTES = 1 << 20
"""A settings file is a few kilobytes; a larger one is something else."""


class NewerSettingsError(SettingsError):
    """A newer captioner wrote the file: it is sound, and not ours to change or to set aside."""


def _number(tree: dict[str, Any]) -> dict[str, Any]:
    """0 → 1: files got a version."""
    return {**tree, "version": 1}


MIGRATIONS: tuple[Callable[[dict[str, Any]], dict[str, Any]], ...] = (_number,)
"""``MIGRATIONS[n]`` makes a tree of version n + 1 from one of version n, without changing the one it gets."""


def migrated(tree: dict[str, Any]) -> dict[str, Any]:
    """The tree in today's layout. A file without a version is of version 0.

    Raises SettingsError for a version that is none, NewerSettingsError for one that this program does not know.
    """
    version = tree.get("version", 0)
    if type(version) is not int or version < 0:
        raise SettingsError(
            Message("Settings: version: {version} is no version.", version=repr(version)),
            "Delete the line; it is written by captioner itself.",
        )
    if version > VERSION:
        raise NewerSettingsError(
            Message(
                "Settings: version: {version} is newer than this captioner, which knows up to {newest}.",
                version=version,
                newest=VERSION,
            ),
            "Update captioner, or set CAPTIONER_HOME to another folder to run this one with its own settings.",
        )
    for migrate in MIGRATIONS[version:]:
        tree = migrate(tree)
    return tree


def load(path: Path) -> Settings:
    """The settings of the file, or the defaults where there is none. Changes nothing on disk.

    Raises SettingsError, with the path of the bad value where a value is bad.
    """
    try:
        text = _read(path)
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        raise SettingsError(
            Message("The settings in {path} cannot be read: {reason}.", path=path, reason=error.strerror or error),
            "Give yourself access to the file.",
        ) from error
    try:
        tree = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # RecursionError: brackets nested a thousand deep
        raise SettingsError(
            Message("The settings in {path} are not valid TOML: {reason}.", path=path, reason=error),
            "Correct that line.",
        ) from error
    try:
        return settings_from(migrated(tree))
    except SettingsError as error:
        error.hint = Message("{hint} The file is {path}.", hint=error.hint, path=path)
        raise


def load_or_set_aside(path: Path) -> tuple[Settings, Notice | None]:
    """For the start of the application, which a broken file must not prevent.

    A broken file is renamed to ``settings.toml.broken-…`` beside itself, and the notice says what was wrong with it.
    Raises NewerSettingsError and leaves the file where a newer captioner wrote it.
    """
    try:
        return load(path), None
    except NewerSettingsError:
        raise
    except SettingsError as error:
        try:
            where = Message("The file is kept as {path}.", path=_set_aside(path))
        except OSError:
            where = Message("The file is still there and will be tried again at the next start.")
        return Settings(), Notice(
            "warning", Message("{trouble} Captioner starts with its defaults.", trouble=error.message), where
        )


def save(settings: Settings, path: Path) -> None:
    """Write the settings, readable by this user only; after a crash the file is the old one or the new one.

    Comments in the file are not kept. A link is followed, not replaced. Raises OutputError.
    """
    content = tomli_w.dumps(tree_of(settings)).encode()
    try:
        target = path.resolve()
        make_private(target.parent)
        _replace(target, content)
    except (OSError, RuntimeError) as error:  # RuntimeError: links in a circle
        raise OutputError(
            Message(
                "The settings cannot be written to {path}: {reason}.",
                path=path,
                reason=getattr(error, "strerror", None) or error,
            ),
            "Make room or give yourself access to the folder.",
        ) from error


def _read(path: Path) -> str:
    """The text of the file. Raises OSError, or SettingsError for what cannot be a settings file."""
    if not stat.S_ISREG(path.stat().st_mode):  # a pipe would keep us waiting for ever
        raise SettingsError(
            Message("The settings in {path} are not a file.", path=path), "Move it away to get the defaults."
        )
    with path.open("rb") as file:
        content = file.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise SettingsError(
            Message("The settings in {path} are larger than {size} MB.", path=path, size=MAX_BYTES >> 20),
            "Move the file away to get the defaults.",
        )
    try:
        return content.decode("utf-8-sig")  # Windows' editors put a byte order mark in front
    except UnicodeDecodeError as error:
        raise SettingsError(
            Message("The settings in {path} are not UTF-8 text (byte {place}).", path=path, place=error.start),
            "Save the file as UTF-8.",
        ) from error


def _set_aside(path: Path) -> Path:
    """Rename the file to a name that nothing has. Raises OSError."""
    name = f"{path.name}.broken-{datetime.now().astimezone():%Y%m%d-%H%M%S}"
    target = path.with_name(name)
    tries = 1
    while os.path.lexists(target):
        tries += 1
        target = path.with_name(f"{name}-{tries}")
    return path.rename(target)


def _replace(target: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)  # mode 0600
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
