"""Being told to end by a signal: before the window is there, while libraries are loaded, and as events of Qt's loop."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from desktop import Desktop
from pytestqt.qtbot import QtBot

from captioner.app.termination import Termination

_CHECKOUT = Path(__file__).parents[2]
_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
_WHILE_SETTINGS_ARE_READ = """
import os, sys
from captioner.app import command_line, settings_file
settings_file.load_or_set_aside = lambda path: os.kill(os.getpid(), int(sys.argv[1]))
sys.exit(command_line.main([]))
"""


@pytest.mark.parametrize("number", _SIGNALS, ids=lambda number: signal.Signals(number).name)
def test_a_signal_is_an_event_of_the_loop(qtbot: QtBot, number: int) -> None:
    heard: list[int] = []
    before = signal.getsignal(number)
    termination = Termination(heard.append)
    try:
        os.kill(os.getpid(), number)
        assert heard == []
        qtbot.waitUntil(lambda: heard == [number])
    finally:
        termination.close()
    assert signal.getsignal(number) is before


def test_who_ignores_a_signal_still_does(qtbot: QtBot) -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        termination = Termination(lambda number: None)
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
        termination.close()
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)


def _environment(desktop: Desktop) -> dict[str, str]:
    return {**os.environ, "DISPLAY": desktop.display, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(_CHECKOUT)}


@pytest.mark.parametrize("number", _SIGNALS, ids=lambda number: signal.Signals(number).name)
def test_before_the_window_it_ends_the_process_itself(desktop: Desktop, number: int) -> None:
    """As an exception it would come up within the library that reads the settings, which crashes of it."""
    ended = subprocess.run(
        [sys.executable, "-c", _WHILE_SETTINGS_ARE_READ, str(int(number))],
        env=_environment(desktop),
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (-number, "", "")


@pytest.mark.parametrize("number", _SIGNALS, ids=lambda number: signal.Signals(number).name)
def test_while_the_libraries_are_loaded_it_ends_in_order(desktop: Desktop, number: int) -> None:
    """At the first launch of all: nothing is set, and the first run looks for devices too."""
    process = subprocess.Popen(
        [sys.executable, "-m", "captioner"],
        env=_environment(desktop),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    try:
        deadline = time.monotonic() + 60
        while "Captioner" not in desktop.windows_from_bottom():
            assert time.monotonic() < deadline, "no window"
            time.sleep(0.02)
        process.send_signal(number)
        out, _ = process.communicate(timeout=60)
    finally:
        process.kill()
    assert (process.returncode, out) == (0, "")
