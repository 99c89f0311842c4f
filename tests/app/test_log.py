import logging
import resource
import stat
import subprocess
import sys
import threading
import warnings
from pathlib import Path

import pytest
from expected_log import ExpectedLog

from captioner.app.log import BACKUPS, MAX_BYTES, MAX_RECORD_CHARACTERS, Log
from captioner.core.caption import Caption
from captioner.core.errors import OutputError
from captioner.core.speech import Word

_OURS = logging.getLogger("captioner.test")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "captioner.log"


@pytest.mark.parametrize(("verbosity", "details"), [(0, False), (1, True)])
def test_level_by_verbosity(path: Path, verbosity: int, details: bool) -> None:
    with Log(path, verbosity):
        _OURS.info("started")
        _OURS.debug("details")
        logging.getLogger("httpx").info("GET https://example.org/?q=secret")
        logging.getLogger("httpx").warning("slow hub")
    text = path.read_text(encoding="utf-8")
    assert "INFO MainThread captioner.test: started" in text
    assert ("details" in text) == details
    assert "secret" not in text
    assert "slow hub" in text


def test_only_this_user_can_read_it(path: Path) -> None:
    with Log(path):
        _OURS.info("started")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_it_is_bounded(path: Path) -> None:
    with Log(path):
        for _ in range(20 * MAX_BYTES // MAX_RECORD_CHARACTERS):
            _OURS.info("x" * 10 * MAX_RECORD_CHARACTERS)
    files = list(path.parent.iterdir())
    assert len(files) == 1 + BACKUPS
    assert all(file.stat().st_size <= MAX_BYTES and stat.S_IMODE(file.stat().st_mode) == 0o600 for file in files)


def test_words_of_the_user_stay_out(path: Path) -> None:
    word = Word(" confidential", 0, 1, 1.0)
    caption = Caption(1, "mic", 0, "confidential", "", True, 0, 1, 0.0, (word,))
    with Log(path, 1):
        _OURS.info("shown %s after %d ms", caption, 40)
        _OURS.debug("heard %s", [word, word])
        _OURS.debug("heard %(word)r", {"word": word})
        _OURS.info(caption)
    text = path.read_text(encoding="utf-8")
    assert "confidential" not in text
    assert "shown <Caption> after 40 ms" in text


def test_logging_and_hooks_are_given_back(path: Path) -> None:
    def state() -> tuple[object, ...]:
        root = logging.getLogger()
        return list(root.handlers), root.level, _OURS.level, sys.excepthook, threading.excepthook, warnings.showwarning

    before = state()
    with Log(path) as log:
        assert state() != before
        log.close()
    assert state() == before


def test_without_a_place_for_it_the_program_goes_on(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with Log(tmp_path / "file" / "captioner.log") as log:
        _OURS.info("nobody hears this")
        assert log.path is None
        assert log.notice is not None
        assert str(tmp_path / "file") in log.notice.text


def test_a_full_disk_is_borne_in_silence(path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    with Log(path):
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
        try:
            for _ in range(50):
                _OURS.info("y" * 100)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        _OURS.info("room again")
    assert path.stat().st_size >= 1000
    assert "room again" in path.read_text(encoding="utf-8")
    assert capfd.readouterr().err == ""


def test_a_bug_in_a_thread_leaves_a_traceback_in_the_log_and_one_line(
    path: Path, capsys: pytest.CaptureFixture[str], expect_log: ExpectedLog
) -> None:
    expect_log("CRITICAL captioner: bug in thread worker")

    def fault() -> None:
        raise KeyError("lost")

    with Log(path):
        thread = threading.Thread(target=fault, name="worker")
        thread.start()
        thread.join()
    (line,) = capsys.readouterr().err.splitlines()
    assert "thread worker" in line
    assert str(path) in line
    assert "KeyError: 'lost'" in line
    text = path.read_text(encoding="utf-8")
    assert "Traceback" in text
    assert "in fault" in text


def test_what_the_user_can_mend_is_no_bug(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def full() -> None:
        raise OutputError("The disk is full.", "Make room.")

    with Log(path):
        thread = threading.Thread(target=full)
        thread.start()
        thread.join()
    assert capsys.readouterr().err == "captioner: The disk is full. Make room.\n"
    assert "Traceback" not in path.read_text(encoding="utf-8")


def test_a_bug_of_the_main_thread_is_one_line_too(path: Path) -> None:
    program = f"""
from pathlib import Path
from captioner.app.log import Log
Log(Path({str(path)!r}))
raise ZeroDivisionError("by zero")
"""
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=False)
    assert ended.returncode == 1
    (line,) = ended.stderr.splitlines()
    assert "ZeroDivisionError: by zero" in line
    assert str(path) in line
    assert "Traceback" in path.read_text(encoding="utf-8")
