"""What the doctor tells about files: room on the disks, the library, left-over sound of sessions, the log."""

import os
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from captioner.app.doctor.library import examine_library, spools_of_sessions
from captioner.app.folders import HOME_VARIABLE, Folders
from captioner.audio.examination import Finding
from captioner.audio.spool import wav_header
from captioner.core.sound import SAMPLE_RATE

WARN_BYTES, ERROR_BYTES = 2_000_000_000, 200_000_000
_BYTES_A_SECOND = 2 * SAMPLE_RATE
_IN_USE_S = 60.0
"""A running session writes several times a second, and tries a full disk again every half a minute."""


@dataclass(frozen=True, slots=True)
class LeftOver:
    """Sound of a track that no session writes any more."""

    path: Path
    seconds: float
    size: int


def examine_files(places: Folders) -> Iterator[Finding]:
    """Room where sound and models go, sound that was left, and where the log is."""
    yield examine_room("Room for sound", places.spool)
    yield examine_room("Room for models", places.models)
    yield from examine_library(places)
    wanted = spools_of_sessions(places)
    yield from examine_left_overs([left for left in left_overs(places.spool) if left.path not in wanted])
    yield _log(places.log_file)


def examine_room(subject: str, folder: Path, free: int | None = None) -> Finding:
    """Whether the folder can be written to, and how much fits in. ``free`` bytes are asked of the disk if not given."""
    place = _existing(folder)
    if not place.is_dir() or not os.access(place, os.W_OK | os.X_OK):
        return Finding(
            "error",
            subject,
            f"{folder} cannot be written to",
            f"Give yourself access to {place}, or set {HOME_VARIABLE} to a folder that you can write to.",
        )
    try:
        free = shutil.disk_usage(place).free if free is None else free
    except OSError as error:
        return Finding("warning", subject, f"{folder}: {error.strerror or error}")
    text = f"{size_words(free)} free in {folder}"
    if free >= WARN_BYTES:
        return Finding("ok", subject, text)
    hint = f"Free some space there: an hour of sound takes {size_words(3600 * _BYTES_A_SECOND)}, a model up to 3 GB."
    return Finding("error" if free < ERROR_BYTES else "warning", subject, text, hint)


def left_overs(spool: Path, now_s: float | None = None) -> list[LeftOver]:
    """Sound of sessions that were cut off: what lies in the spool's folder and nobody has written to for a minute.

    ``now_s`` is the wall clock's, in seconds since 1970. Files that vanish meanwhile are left out.
    """
    now_s = time.time() if now_s is None else now_s
    found = []
    for path in sorted(spool.glob("*.wav")):
        try:
            status = path.stat()
        except OSError:
            continue
        if now_s - status.st_mtime > _IN_USE_S:
            samples = max(0, status.st_size - len(wav_header(0))) // 2
            found.append(LeftOver(path, samples / SAMPLE_RATE, status.st_size))
    return found


def examine_left_overs(found: list[LeftOver]) -> Iterator[Finding]:
    """A finding for all of them; none where there are none."""
    if not found:
        return
    newest = found[-1].path
    minutes = sum(left.seconds for left in found) / 60
    files = "1 file" if len(found) == 1 else f"{len(found)} files"
    size = size_words(sum(left.size for left in found))
    yield Finding(
        "warning",
        "Left-over sound",
        f"{minutes:.1f} minutes that belong to no session ({files}, {size}) are in {newest.parent}",
        f"Caption the newest: captioner transcribe {newest} -o {newest.stem}.srt. Delete what you do not need.",
    )


def size_words(size: int) -> str:
    """Bytes as people read them, in powers of ten as disks are sold."""
    return f"{size / 1e9:.1f} GB" if size >= 1e9 else f"{size / 1e6:.0f} MB"


def _log(path: Path) -> Finding:
    place = path if path.exists() else _existing(path.parent)
    if os.access(place, os.W_OK) and (place.is_dir() or place == path):
        return Finding("ok", "Log", str(path))
    return Finding(
        "warning", "Log", f"{path} cannot be written to", f"Captions work without it. Give yourself access to {place}."
    )


def _existing(folder: Path) -> Path:
    """The folder, or what is there of the way to it."""
    return next((place for place in (folder, *folder.parents) if os.path.lexists(place)), folder)
