"""Disks that take nothing more at random moments of live sessions: captions go on, told once, nothing is damaged.

A file system of its own is set to read-only the way the kernel does it after an error of the disk: with everything of
the session open. A folder in which no new file can be made is another thing, and comes back.
"""

import random
import shutil
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from library_runs import text_of_cues
from running import started

from captioner.app.folders import HOME_VARIABLE, folders
from captioner.transcript.formats import read_file
from captioner.transcript.library import Library

_PACE = 8.0
_MEGABYTES = 64
_FAREWELL = "The transcript is not whole."
_SOUND = "The sound of this session cannot be kept"


@contextmanager
def disk(folder: Path) -> Iterator[Path]:
    """A disk of its own below a folder: made, and gone again."""
    image, place = folder / "image", folder / "disk"
    place.mkdir(parents=True)
    with image.open("wb") as file:
        file.truncate(_MEGABYTES << 20)
    made = shutil.which("mkfs.ext4", path="/usr/sbin:/sbin:/usr/bin") and _ran("mkfs.ext4", "-q", "-F", image)
    if not made or not _ran("mount", "-o", "loop", image, place):
        pytest.skip("needs the right to mount a file system, and mkfs.ext4")
    try:
        yield place
    finally:
        subprocess.run(["umount", "--lazy", place], check=True)


def _ran(*command: str | Path) -> bool:
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


@dataclass(frozen=True)
class Session:
    """What a session left: the lines that were shown, what was told, how it ended."""

    shown: list[str]
    errors: str
    status: int


def captioned(talk: Path, model: Path, home: Path, srt: Path, fault_after_s: float | None, place: Path) -> Session:
    """Runs a live session to its end; so long after its start, the disk takes nothing more."""
    process = started(
        "listen", "--from", talk, "--pace", str(_PACE), "--model", model, "--library", "--srt", srt, home=home
    )  # fmt: skip
    if fault_after_s is not None:
        deadline = time.monotonic() + 60
        while not (home / "state" / "spool").exists() and time.monotonic() < deadline:
            time.sleep(0.005)
        time.sleep(fault_after_s)
        subprocess.run(["mount", "-o", "remount,abort", place], check=True)
    out, errors = process.communicate(timeout=120)
    return Session([line.strip().partition("  ")[2] for line in out.splitlines()], errors, process.returncode)


def check_session(number: int, folder: Path, talk: Path, model: Path, whole: Session) -> bool:
    """One session with a fault at a random moment, and what must hold then; whether it came before the end."""
    lots = random.Random(number)
    with disk(folder / str(number)) as place:
        home, srt = place / "home", place / "talk.srt"
        run = captioned(talk, model, home, srt, lots.uniform(0, 6), place)
        copy = folder / f"after {number}"
        _ran("umount", place)
        assert _ran("mount", "-o", "loop", folder / str(number) / "image", place), "the disk after a repair"
        shutil.copytree(place, copy, ignore=shutil.ignore_patterns("lost+found"))
    assert run.shown == whole.shown, run.errors
    assert "Traceback" not in run.errors
    told = [line for line in run.errors.splitlines() if line.startswith(("Warning:", "Error:"))]
    subjects = (_SOUND, str(srt), str(home), _FAREWELL)
    for subject in subjects:
        assert sum(subject in line for line in told) <= 1, run.errors
    assert all(any(subject in line for subject in subjects) for line in told), run.errors
    assert run.status == (1 if any(line.startswith("Error:") for line in told) else 0), run.errors
    said = " ".join(whole.shown)
    _check_files(copy / "home", copy / "talk.srt", said)
    return run.status != 0


def _check_files(home: Path, srt: Path, said: str) -> None:
    """What is on the disk is whole, and is what was said up to some moment."""
    if srt.exists() and srt.stat().st_size:
        assert said.startswith(" ".join(cue.text.replace("\n", " ") for cue in read_file(srt)))
    path = folders({HOME_VARIABLE: str(home)}).library
    if not path.exists():
        return
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    library = Library.open(path)
    try:
        for session in library.sessions():
            assert said.startswith(text_of_cues(library.cues(session.id)))
        assert library.notices == ()
    finally:
        library.close()


@pytest.fixture
def talk(speech_dir: Path) -> Path:
    """Half a minute."""
    return speech_dir / "talk_00.flac"


def check_sessions(count: int, talk: Path, model: Path, folder: Path) -> int:
    """So many sessions, two at a time; how many of them met the fault before they had ended."""
    whole = captioned(talk, model, folder / "whole", folder / "whole.srt", None, folder)
    assert whole.status == 0
    with ThreadPoolExecutor(2) as pool:
        runs = pool.map(lambda number: check_session(number, folder, talk, model, whole), range(count))
        return sum(runs)


@pytest.mark.slow
def test_a_disk_that_becomes_read_only(tiny_whisper: Path, talk: Path, tmp_path: Path) -> None:
    assert check_sessions(4, talk, tiny_whisper, tmp_path) > 0


@pytest.mark.slow
def test_forty_disks_that_become_read_only(tiny_whisper: Path, talk: Path, tmp_path: Path) -> None:
    assert check_sessions(40, talk, tiny_whisper, tmp_path) > 10


@contextmanager
def closed(folder: Path) -> Iterator[None]:
    """Nobody, not even root, makes or opens a file for writing in the folder; what is open stays open."""
    assert _ran("mount", "--bind", folder, folder)
    try:
        assert _ran("mount", "-o", "remount,bind,ro", folder)
        yield
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


@pytest.mark.parametrize("seed", range(3))
def test_folders_that_are_read_only_for_a_while(tiny_whisper: Path, talk: Path, tmp_path: Path, seed: int) -> None:
    lots = random.Random(seed)
    with disk(tmp_path) as place:  # where no disk can be mounted, neither can a folder
        home, srt = place / "home", place / "subtitles" / "talk.srt"
        library = folders({HOME_VARIABLE: str(home)}).library
        for folder in (library.parent, srt.parent):
            folder.mkdir(parents=True)
        listen = ("listen", "--from", talk, "--pace", str(_PACE), "--model", tiny_whisper, "--library", "--srt", srt)
        process = started(*listen, home=home)
        while process.poll() is None:
            with closed(library.parent), closed(srt.parent):
                time.sleep(lots.uniform(0, 1.5))
            time.sleep(lots.uniform(0, 0.7))
        out, errors = process.communicate(timeout=60)
        shown = " ".join(line.strip().partition("  ")[2] for line in out.splitlines())
        assert "Traceback" not in errors
        told = [line for line in errors.splitlines() if line.startswith(("Warning:", "Error:"))]
        for about in (str(library), str(srt)):
            assert sum(about in line for line in told) <= 1, errors
        copy = tmp_path / "after"
        shutil.copytree(place, copy, ignore=shutil.ignore_patterns("lost+found"))
    _check_files(copy / "home", copy / "subtitles" / "talk.srt", shown)
