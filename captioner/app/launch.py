"""How the desktop application was asked to start, and whether there is a screen for it."""

import argparse
import importlib.util
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from captioner.core.errors import CaptionerError


@dataclass(frozen=True, slots=True)
class Launch:
    """``start`` begins to caption at once, ``minimized`` opens no window, ``overlay_only`` shows the overlay alone."""

    start: bool = False
    minimized: bool = False
    overlay_only: bool = False

    def to_line(self) -> str:
        """As one word for each wish, for an application that runs already."""
        return " ".join(name for name in ("start", "minimized", "overlay_only") if getattr(self, name)) or "show"

    @classmethod
    def from_line(cls, line: str) -> "Launch":
        """What ``to_line`` gave; words that are not known count for nothing."""
        words = line.split()
        return cls("start" in words, "minimized" in words, "overlay_only" in words)


def add_top_arguments(parser: argparse.ArgumentParser) -> None:
    """Options that stand before any command, and those for the desktop application."""
    parser.add_argument("-v", "--verbose", action="count", default=0, help="a more talkative log file")
    parser.add_argument("--settings", type=Path, metavar="FILE", help="use this settings file")
    desktop = parser.add_argument_group("the desktop application (without a command)")
    desktop.add_argument("--start", action="store_true", help="begin to caption at once")
    desktop.add_argument("--minimized", action="store_true", help="open no window: the tray is the way to it")
    desktop.add_argument("--overlay-only", action="store_true", help="show the captions and no other window")


def without_command(arguments: Sequence[str]) -> argparse.Namespace | None:
    """The arguments if they ask for no command, help or version; None leaves them to the whole parser.

    The parser of the commands loads their modules, for which the desktop application need not wait.
    """
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    add_top_arguments(parser)
    chosen, rest = parser.parse_known_args(arguments)
    return None if rest else chosen


def launch_of(chosen: argparse.Namespace) -> Launch:
    """How to start."""
    return Launch(chosen.start, chosen.minimized, chosen.overlay_only)


def has_desktop(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> bool:
    """Whether there is a screen, and Qt to draw on it."""
    screen = platform in ("win32", "darwin") or any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
    return screen and importlib.util.find_spec("PySide6") is not None


def require_desktop(launch: Launch) -> bool:
    """Whether the desktop application can start. Raises CaptionerError where it was asked for by name and cannot."""
    if has_desktop():
        return True
    if launch == Launch():
        return False
    raise CaptionerError(
        "There is no screen to show captions on.", "captioner listen shows them in a terminal; see captioner --help."
    )
