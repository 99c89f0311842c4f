"""``captioner delete``: sessions of the library for good, with their words, their sound and their files."""

import argparse
import re
import sys
import time

from captioner.app.folders import Folders
from captioner.app.library_sessions import found_sessions, opened_library
from captioner.app.session_titles import began, title_of
from captioner.app.terminal import clock, printable
from captioner.core.errors import LibraryError
from captioner.core.library import SessionInfo
from captioner.core.settings import Settings
from captioner.transcript.library import Library

_AGE = re.compile(r"(\d{1,5})([hdwmy])")
_HOURS = {"h": 1, "d": 24, "w": 7 * 24, "m": 30 * 24, "y": 365 * 24}
_MOST_LISTED = 20


def age_ms(text: str) -> int:
    """``30d`` and the like in milliseconds; argparse shows the error."""
    match = _AGE.fullmatch(text.strip().lower())
    if match is None:
        raise argparse.ArgumentTypeError(f"{text!r} is no age: write 30d, 12h, 4w, 6m (months) or 1y")
    return int(match[1]) * _HOURS[match[2]] * 3_600_000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of ``captioner delete``."""
    parser.add_argument(
        "sessions", nargs="*", metavar="SESSION", help='number, title or a part of it, or "last" for the newest'
    )
    parser.add_argument(
        "--older-than", type=age_ms, metavar="AGE", help="all that began longer ago: 30d, 12h, 4w, 6m (months), 1y"
    )
    parser.add_argument("--yes", action="store_true", help="do not ask")


def run(arguments: argparse.Namespace, settings: Settings, folders: Folders) -> int:
    """Deletes the sessions; 0, or 1 where the user would rather not. Raises LibraryError, OutputError."""
    if not arguments.sessions and arguments.older_than is None:
        raise LibraryError("There is nothing to delete.", "Name sessions, or an age with --older-than.")
    with opened_library(folders) as library:
        chosen = _chosen(library, arguments)
        if not chosen:
            sys.stderr.write("No session is that old.\n")
            return 0
        if not arguments.yes and not _sure(chosen):
            sys.stderr.write("Nothing was deleted.\n")
            return 1
        library.purge([session.id for session in chosen])
    sys.stderr.write(f"{_sessions(len(chosen))} deleted.\n")
    return 0


def _chosen(library: Library, arguments: argparse.Namespace) -> list[SessionInfo]:
    chosen = {session.id: session for session in found_sessions(library, arguments.sessions)}
    if arguments.older_than is not None:
        old = set(library.older_than(time.time_ns() // 1_000_000 - arguments.older_than))
        chosen |= {session.id: session for session in library.sessions() if session.id in old}
    return list(chosen.values())


def _sure(sessions: list[SessionInfo]) -> bool:
    """Asks on a terminal. Raises LibraryError where there is nobody to ask."""
    if not sys.stdin.isatty():
        raise LibraryError(
            f"This would delete {_sessions(len(sessions))} for good.", "Add --yes if that is what you want."
        )
    for session in sessions[:_MOST_LISTED]:
        title = printable(title_of(session))
        sys.stderr.write(
            f"  {session.id}  {began(session):%Y-%m-%d %H:%M}  {title}, {clock(session.duration_ms / 1000)}\n"
        )
    if len(sessions) > _MOST_LISTED:
        sys.stderr.write(f"  … and {len(sessions) - _MOST_LISTED} more\n")
    sys.stderr.write(f"Delete {_sessions(len(sessions))} for good, with text, sound and files? [y/N] ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().casefold() in ("y", "yes")


def _sessions(count: int) -> str:
    return "1 session" if count == 1 else f"{count} sessions"
