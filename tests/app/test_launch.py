"""The desktop application as processes: what it loads before its window is there, and that there is only one."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from desktop import Desktop

from captioner.app.launch import Launch, has_desktop, launch_of, without_command

_CHECKOUT = Path(__file__).parents[2]
_HEAVY = {
    "av",
    "ctranslate2",
    "faster_whisper",
    "onnxruntime",
    "pocketsphinx",
    "scipy",
    "sounddevice",
    "huggingface_hub",
    "numpy",
}
_LATER = {
    "PySide6.QtNetwork",
    "captioner.app.desktop_session",
    "captioner.app.settings_wiring",
    "captioner.app.terminal",
    "captioner.audio",
    "captioner.live",
    "captioner.speech",
    "captioner.transcript",
    "captioner.ui.hotkeys",
    "captioner.ui.outlined_style",
    "captioner.ui.overlay",
    "captioner.ui.tray",
}
"""Of ours and Qt: nobody sees it in the first picture."""
_FIRST_PAINT = """
import json, sys
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication
from captioner.ui.main_window import MainWindow
from captioner.app.command_line import main
def painted(self, event):
    found = event.type() == QEvent.Type.Paint
    if found and not told:
        told.append(True)
        print(json.dumps(sorted(sys.modules)), flush=True)
        QTimer.singleShot(0, lambda: QApplication.exit(0))
    return super(MainWindow, self).event(event)
told = []
MainWindow.event = painted
sys.exit(main([]))
"""


def environment(desktop: Desktop) -> dict[str, str]:
    return {**os.environ, "DISPLAY": desktop.display, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(_CHECKOUT)}


def until(desktop: Desktop, title: str, count: int = 1) -> None:
    deadline = time.monotonic() + 60
    while desktop.windows_from_bottom().count(title) < count:
        assert time.monotonic() < deadline, f"no window {title}"
        time.sleep(0.05)


def settings(home: Path, text: str = "") -> None:
    (home / "config").mkdir()
    (home / "config" / "settings.toml").write_text(
        f"version = 1\n[interface]\nwelcomed = true\nlanguage = 'en'\n{text}"
    )


def started(desktop: Desktop, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "captioner", *arguments], env=environment(desktop), stderr=subprocess.PIPE, text=True
    )


def ended(process: subprocess.Popen[str]) -> str:
    process.send_signal(signal.SIGTERM)
    try:
        _, errors = process.communicate(timeout=60)
    finally:
        process.kill()
    assert process.returncode == 0, errors
    return errors


def test_nothing_heavy_is_loaded_before_the_first_window_is_painted(desktop: Desktop, home: Path) -> None:
    settings(home)
    ran = subprocess.run(
        [sys.executable, "-c", _FIRST_PAINT], env=environment(desktop), capture_output=True, text=True, timeout=60
    )
    assert ran.returncode == 0, ran.stderr
    loaded = set(json.loads(ran.stdout.splitlines()[0]))
    assert {"PySide6.QtWidgets", "captioner.ui.main_window"} <= loaded
    assert loaded & (_HEAVY | _LATER) == set()


def test_a_second_launch_finds_the_first_before_that_has_its_window(desktop: Desktop, home: Path) -> None:
    settings(home)
    first, second = started(desktop), started(desktop)
    both = [first, second]
    try:
        deadline = time.monotonic() + 30
        while all(process.poll() is None for process in both):
            assert time.monotonic() < deadline
            time.sleep(0.05)
        until(desktop, "Captioner")
        (later,) = (process for process in both if process.poll() is not None)
        assert later.returncode == 0
        assert later.communicate()[1] == ""
        both.remove(later)
    finally:
        for process in both:
            ended(process)


def test_the_overlay_alone(desktop: Desktop, home: Path) -> None:
    settings(home)
    process = started(desktop, "--overlay-only")
    try:
        until(desktop, "Captions")
        log = home / "state" / "captioner.log"
        deadline = time.monotonic() + 30
        while "libraries loaded" not in (log.read_text(encoding="utf-8") if log.exists() else ""):
            assert time.monotonic() < deadline
            time.sleep(0.05)
        assert "Captioner" not in desktop.windows_from_bottom()
    finally:
        errors = ended(process)
    assert errors == ""


def test_a_second_launch_raises_the_first_and_ends(desktop: Desktop, home: Path) -> None:
    settings(home)
    first = started(desktop, "--minimized")
    try:
        time.sleep(2.0)
        with desktop.other_window("Figures"):
            second = started(desktop)
            _, errors = second.communicate(timeout=60)
            assert (second.returncode, errors) == (0, "")
            until(desktop, "Captioner")
            deadline = time.monotonic() + 60
            while desktop.focused() != "Captioner":
                assert time.monotonic() < deadline
                time.sleep(0.05)
    finally:
        errors = ended(first)
    assert errors == ""


def test_a_broken_settings_file_is_set_aside_and_told(desktop: Desktop, home: Path) -> None:
    settings(home, "[overlay]\nlines = 99\n")
    process = started(desktop)
    until(desktop, "Captioner")
    log = home / "state" / "captioner.log"
    deadline = time.monotonic() + 60
    while "libraries loaded" not in (log.read_text(encoding="utf-8") if log.exists() else ""):
        assert time.monotonic() < deadline
        time.sleep(0.05)
    ended(process)
    assert [path.name.partition("-")[0] for path in (home / "config").glob("*.broken*")] == ["settings.toml.broken"]


def test_wishes_travel_to_the_first_instance() -> None:
    for launch in (Launch(), Launch(start=True), Launch(minimized=True, overlay_only=True)):
        assert Launch.from_line(launch.to_line()) == launch
    assert Launch.from_line("nonsense \0") == Launch()


@pytest.mark.parametrize(
    "arguments", [["listen"], ["--help"], ["--version"], ["--settings", "x", "info", "y"], ["--nonsense"]]
)
def test_what_is_not_for_the_desktop_is_left_to_the_commands(arguments: list[str]) -> None:
    assert without_command(arguments) is None


def test_options_of_the_desktop() -> None:
    chosen = without_command(["--start", "--overlay-only", "-v"])
    assert chosen is not None
    assert launch_of(chosen) == Launch(start=True, overlay_only=True)


def test_a_screen_is_needed() -> None:
    assert not has_desktop({}, "linux")
    assert has_desktop({"WAYLAND_DISPLAY": "wayland-0"}, "linux")
    assert has_desktop({}, "win32")
