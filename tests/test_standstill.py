"""A test that needs the computer in time is tried again where the computer stood still, and only there."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from standstill import Sleeper

_SUITE = '''
import os, pathlib, signal, time
import pytest

@pytest.fixture
def empty_sound_server():
    return None

def stand_still():
    """Stop the process that watches."""
    [sleeper] = pathlib.Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()
    os.kill(int(sleeper), signal.SIGSTOP)
    time.sleep(0.3)
    os.kill(int(sleeper), signal.SIGCONT)

def tries(name):
    with open(f"{name}.tries", "a") as file:
        print("try", file=file)
    return len(open(f"{name}.tries").readlines())

def test_once(empty_sound_server):
    if tries("once") == 1:
        stand_still()
        assert False

def test_always(empty_sound_server):
    tries("always")
    stand_still()
    assert False

def test_fault(empty_sound_server):
    tries("fault")
    assert False

def test_silent():
    tries("silent")
    assert False
'''


def test_only_a_standstill_excuses_a_failure_and_three_of_them_nothing(tmp_path: Path) -> None:
    (tmp_path / "test_suite.py").write_text(_SUITE, encoding="utf-8")
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parent), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "standstill", "-p", "no:cacheprovider", "--rootdir", tmp_path, tmp_path],
        cwd=tmp_path, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    tried = {path.stem: len(path.read_text(encoding="utf-8").splitlines()) for path in tmp_path.glob("*.tries")}
    assert tried["once"] == 2
    assert tried["always"] == 3
    assert tried["silent"] == 1
    assert "3 failed, 1 passed" in ran.stdout, ran.stdout
    assert "test_once: the computer stood still for 0.3" in ran.stdout


def test_the_longest_standstill_since_the_last_question_is_told() -> None:
    sleeper = Sleeper()
    try:
        sleeper.process.send_signal(signal.SIGSTOP)
        time.sleep(0.5)
        sleeper.process.send_signal(signal.SIGCONT)
        standstill = sleeper.ask()
        assert standstill.longest_s >= 0.45
        assert standstill.excuses
        assert sleeper.ask().watched_s < standstill.watched_s
    finally:
        sleeper.close()
