"""``kill -9`` at random moments of live sessions: what was shown as final is in the library, the rest can be had."""

import random
import shutil
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest
from library_runs import opened, text_of_cues
from running import Captioner, started
from word_errors import word_error_rate

from captioner.app.folders import HOME_VARIABLE, folders
from captioner.transcript.formats import read_file
from captioner.transcript.library import Library

DURABLE_S = 1.0
"""A cue that was shown so long before the kill must be in the library."""
_KILLS_A_LINE = 3
"""With fewer lines shown long enough before, the kills would show little; a slow computer shows fewer lines."""


@dataclass(frozen=True)
class Killed:
    """A session that was killed: its home, its subtitles, the final lines that it had shown long enough before."""

    home: Path
    srt: Path
    shown: list[str]


def killed(number: int, folder: Path, talk: Path, model: Path, pace: float) -> Killed:
    """Runs a session in a home of its own and kills it at a random moment after its first final line."""
    home = folder / f"home {number}"
    srt = folder / f"{number}.srt"
    process = started(
        "listen", "--from", talk, "--pace", str(pace), "--model", model, "--library", "--srt", srt, home=home
    )  # fmt: skip
    lines: list[tuple[float, str]] = []
    first = threading.Event()

    def read() -> None:
        assert process.stdout is not None
        for line in process.stdout:
            lines.append((time.monotonic(), line))
            first.set()
        first.set()

    reader = threading.Thread(target=read)
    reader.start()
    assert first.wait(60)
    time.sleep(random.Random(number).uniform(0, 4))
    at = time.monotonic()
    process.kill()
    reader.join()
    process.communicate()
    return Killed(home, srt, [line.strip().partition("  ")[2] for when, line in lines if when < at - DURABLE_S])


def check_killed(run: Killed) -> None:
    """What must hold after any kill."""
    library = Library.open(folders({HOME_VARIABLE: str(run.home)}).library)
    try:
        (session,) = library.sessions()
        kept = text_of_cues(library.cues(session.id))
    finally:
        library.close()
    assert library.notices == ()
    assert session.phase == "cut off"
    assert " ".join(run.shown) in kept
    if run.srt.read_bytes():
        written = " ".join(cue.text.replace("\n", " ") for cue in read_file(run.srt))
        assert kept.startswith(written), "the library comes first"


def check_kills(count: int, folder: Path, talk: Path, model: Path) -> int:
    """So many kills, two sessions at a time; how many lines were shown in all."""
    with ThreadPoolExecutor(2) as pool:
        runs = list(pool.map(lambda number: killed(number, folder, talk, model, 3.0), range(count)))
    for run in runs:
        check_killed(run)
    return sum(len(run.shown) for run in runs)


def test_four_kills(tiny_whisper: Path, long_talk: Path, tmp_path: Path) -> None:
    assert check_kills(4, tmp_path, long_talk, tiny_whisper) >= 4 // _KILLS_A_LINE


@pytest.mark.slow
def test_two_hundred_kills(tiny_whisper: Path, long_talk: Path, tmp_path: Path) -> None:
    assert check_kills(200, tmp_path, long_talk, tiny_whisper) >= 200 // _KILLS_A_LINE


def test_what_was_not_captioned_is_recovered_after_a_kill(
    captioner: Captioner, tiny_whisper: Path, long_talk: Path, tmp_path: Path
) -> None:
    run = killed(3, tmp_path, long_talk, tiny_whisper, 1.0)
    shutil.copytree(run.home, folders().state.parent, dirs_exist_ok=True)
    with opened() as library:
        (session,) = library.sessions()
        (rest,) = library.unheard(session.id)
        before = library.cues(session.id)
    # The paths of the spools are those of the other home, which is still there.
    heard = tmp_path / "heard.wav"
    shutil.copy(rest.spool, heard)
    assert captioner("transcribe", heard, "--format", "txt", "--model", tiny_whisper).status == 0
    assert captioner("recover", "--model", tiny_whisper).status == 0
    with opened() as library:
        after = library.cues(session.id)
    assert after[: len(before)] == before
    reference = heard.with_suffix(".txt").read_text(encoding="utf-8")
    assert word_error_rate(reference, text_of_cues(after)) <= 0.1
    assert not rest.spool.exists()
