"""Running the command as a user would, in this process or in one of its own."""

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from captioner.app.command_line import main
from captioner.app.folders import HOME_VARIABLE
from captioner.audio.decode import Decoder
from captioner.audio.spool import to_int16, wav_header


@dataclass(frozen=True)
class Ran:
    """What a command left: exit status, standard output and error."""

    status: int
    out: str
    errors: str


class Captioner:
    """``captioner`` in this process. Its output is what pytest captures."""

    def __init__(self, capture: pytest.CaptureFixture[str]) -> None:
        self._capture = capture

    def __call__(self, *arguments: str | Path) -> Ran:
        self._capture.readouterr()
        try:
            status = main([str(argument) for argument in arguments])
        except SystemExit as exit_:  # argparse
            status = int(exit_.code or 0)
        out, errors = self._capture.readouterr()
        assert "Traceback" not in out + errors
        return Ran(status, out, errors)


@pytest.fixture
def captioner(capsys: pytest.CaptureFixture[str]) -> Captioner:
    """``captioner(arguments…)`` runs the command in this process."""
    return Captioner(capsys)


@pytest.fixture
def long_talk(speech_dir: Path, tmp_path: Path) -> Path:
    """Three minutes of talk, so that however slow the machine is there is time to interrupt."""
    path = tmp_path / "long talk.wav"
    with path.open("wb") as file:
        file.write(wav_header(None))
        for number in (4, 0, 1, 2, 3) * 2:
            with Decoder(str(speech_dir / f"talk_0{number}.flac")) as decoder:
                file.writelines(to_int16(pcm).tobytes() for pcm in decoder.blocks())
    return path


def started(*arguments: str | Path, stdin: int | None = None, home: Path | None = None) -> subprocess.Popen[str]:
    """``captioner`` as a process of its own, in the test's home or another one."""
    return subprocess.Popen(
        command(*arguments),
        stdin=stdin,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=dict(os.environ) | ({} if home is None else {HOME_VARIABLE: str(home)}),
    )


def command(*arguments: str | Path) -> Sequence[str]:
    """The command line of ``started``."""
    return [sys.executable, "-m", "captioner", *map(str, arguments)]


def interrupted(process: subprocess.Popen[str], timeout_s: float = 60) -> Ran:
    """What the process leaves after a Ctrl-C."""
    process.send_signal(signal.SIGINT)
    try:
        out, errors = process.communicate(timeout=timeout_s)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        raise
    assert "Traceback" not in out + errors
    return Ran(process.returncode, out, errors)
