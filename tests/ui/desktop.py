"""A real X server with a window manager and a compositor for the tests of the interface, and tools that act on it.

Tests that take the fixture ``desktop`` see real windows; tests that only need Qt run on the same server, or on Qt's own
offscreen platform where there is none.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

_PROGRAMS = ("Xvfb", "openbox", "picom", "xdotool", "wmctrl", "xwininfo", "xrandr", "import")
_PATIENCE_S = 20.0
_OTHER_WINDOW = Path(__file__).parent / "other_window.py"


@dataclass(frozen=True, slots=True)
class Desktop:
    """The server's display name and what can be done with mouse and windows."""

    display: str
    width: int = 1280
    height: int = 800

    def xdotool(self, *arguments: str | int) -> str:
        """Run xdotool and give what it says."""
        return self._run("xdotool", *arguments)

    def click(self, x: int, y: int) -> None:
        """Go there and click."""
        self.xdotool("mousemove", x, y)
        self.xdotool("click", 1)

    def drag(self, start: tuple[int, int], end: tuple[int, int], steps: int = 6) -> None:
        """Press, move in steps as a hand does, release."""
        self.xdotool("mousemove", *start)
        self.xdotool("mousedown", 1)
        for step in range(1, steps + 1):
            x, y = (start[axis] + (end[axis] - start[axis]) * step // steps for axis in (0, 1))
            self.xdotool("mousemove", x, y, "sleep", "0.02")
        self.xdotool("mouseup", 1)

    def away(self) -> None:
        """The mouse in a corner where it hovers over nothing."""
        self.xdotool("mousemove", self.width - 1, 0)

    def windows_from_bottom(self) -> list[str]:
        """Titles of the top-level windows as they lie, the topmost last."""
        tree = self._run("xwininfo", "-root", "-tree").splitlines()
        return [line.split('"')[1] for line in tree if '"' in line][::-1]

    def activate(self, title: str) -> None:
        """Raise a window and give it the focus, as a click on a task bar does."""
        self._run("wmctrl", "-a", title)

    def focused(self) -> str:
        """Title of the window that has the keyboard."""
        return self.xdotool("getwindowfocus", "getwindowname").strip()

    def screenshot(self, path: Path) -> Path:
        """What the screen shows, all windows composed."""
        self._run("import", "-window", "root", str(path))
        return path

    @contextmanager
    def two_monitors(self) -> Iterator[None]:
        """The screen as two monitors beside each other."""
        self.split_monitors()
        try:
            yield
        finally:
            self.one_monitor()

    def split_monitors(self) -> None:
        """Plug the second monitor in."""
        half = self.width // 2
        for name, left, output in (("left", 0, "screen"), ("right", half, "none")):
            self._run("xrandr", "--setmonitor", name, f"{half}/170x{self.height}/210+{left}+0", output)

    def one_monitor(self) -> None:
        """Unplug the second monitor."""
        for name in ("left", "right"):
            subprocess.run(["xrandr", "--delmonitor", name], env=self._environment(), capture_output=True)

    @contextmanager
    def other_window(
        self, title: str, *, full_screen: bool = False, colour: str = "#f4f4f6"
    ) -> "Iterator[OtherWindow]":
        """A window of another program."""
        arguments = [sys.executable, str(_OTHER_WINDOW), title, colour, *(["--full-screen"] if full_screen else [])]
        program = subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=self._environment())
        other = OtherWindow(title, program)
        try:
            other.wait_for("shown")
            yield other
        finally:
            program.kill()
            program.communicate()

    def _run(self, *arguments: str | int) -> str:
        words = [str(argument) for argument in arguments]
        done = subprocess.run(
            words, check=True, capture_output=True, encoding="utf-8", env=self._environment(), timeout=_PATIENCE_S
        )
        return done.stdout

    def _environment(self) -> dict[str, str]:
        return {**os.environ, "DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb"}


class OtherWindow:
    """A window of another process, and what it tells of the clicks that it gets."""

    def __init__(self, title: str, program: "subprocess.Popen[bytes]") -> None:
        self.title = title
        self._program = program
        self._heard = b""
        assert program.stdout is not None
        os.set_blocking(program.stdout.fileno(), False)

    @property
    def clicks(self) -> int:
        """How many clicks it got."""
        self._listen()
        return self._heard.count(b"clicked")

    def wait_for(self, word: str) -> None:
        """Wait until it says so."""
        _wait(lambda: self._listen().count(word.encode()) > 0, f"{self.title}: {word}")

    def _listen(self) -> bytes:
        assert self._program.stdout is not None
        self._heard += self._program.stdout.read() or b""
        return self._heard


@pytest.fixture(scope="session")
def virtual_screen() -> Iterator[Desktop | None]:
    """The server, None where its programs are not installed. Qt in this process uses it, or its offscreen platform."""
    with ExitStack() as stack:
        missing = [program for program in _PROGRAMS if shutil.which(program) is None]
        patch = stack.enter_context(pytest.MonkeyPatch.context())
        patch.setenv("QT_ACCESSIBILITY", "1")
        patch.delenv("WAYLAND_DISPLAY", raising=False)
        if missing:
            patch.setenv("QT_QPA_PLATFORM", "offscreen")
            yield None
            return
        desktop = stack.enter_context(running_desktop())
        patch.setenv("DISPLAY", desktop.display)
        patch.setenv("QT_QPA_PLATFORM", "xcb")
        yield desktop
        if (application := QApplication.instance()) is not None:
            application.shutdown()  # before its server goes


@pytest.fixture(scope="session")
def qapp_args(virtual_screen: Desktop | None) -> list[str]:
    """pytest-qt's application begins on our server."""
    return ["captioner-tests"]


@pytest.fixture
def desktop(virtual_screen: Desktop | None) -> Desktop:
    """Real windows under a window manager and a compositor."""
    if virtual_screen is None:
        pytest.skip(f"needs {', '.join(_PROGRAMS)} (packaging/environment.sh installs them on Debian)")
    virtual_screen.away()
    return virtual_screen


@contextmanager
def running_desktop(width: int = 1280, height: int = 800) -> Iterator[Desktop]:
    """An X server of this size with openbox and picom, until the context ends."""
    with ExitStack() as stack:
        read, write = os.pipe()
        screen = f"{width}x{height}x24"
        server = ["Xvfb", "-displayfd", str(write), "-screen", "0", screen, "-nolisten", "tcp", "-noreset"]
        stack.enter_context(_program([*server, "+extension", "Composite", "+extension", "RANDR"], keep=(write,)))
        os.close(write)
        with os.fdopen(read) as number:
            display = f":{number.readline().strip()}"
        if display == ":":
            pytest.fail("Xvfb did not start", pytrace=False)
        desktop = Desktop(display, width, height)
        environment = {**os.environ, "DISPLAY": display}
        stack.enter_context(_program(["openbox", "--sm-disable"], environment))
        _wait(lambda: _succeeds(["wmctrl", "-m"], environment), "the window manager")
        stack.enter_context(_program(["picom", "--backend", "xrender", "--config", os.devnull], environment))
        _wait(lambda: "picom" in desktop.windows_from_bottom(), "the compositor")
        yield desktop


@contextmanager
def _program(
    arguments: list[str], environment: dict[str, str] | None = None, keep: tuple[int, ...] = ()
) -> Iterator[None]:
    program = subprocess.Popen(
        arguments, env=environment, pass_fds=keep, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        yield
    finally:
        program.terminate()
        try:
            program.wait(5)
        except subprocess.TimeoutExpired:
            program.kill()
            program.wait()


def _succeeds(arguments: list[str], environment: dict[str, str]) -> bool:
    return subprocess.run(arguments, env=environment, capture_output=True).returncode == 0


def _wait(done: Callable[[], bool], what: str) -> None:
    deadline = time.monotonic() + _PATIENCE_S
    while not done():
        if time.monotonic() > deadline:
            pytest.fail(f"waited in vain for {what}", pytrace=False)
        time.sleep(0.05)
