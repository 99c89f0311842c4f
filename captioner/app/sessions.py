"""``captioner sessions``: what is in the library, and what was said in it."""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from shutil import get_terminal_size
from typing import Any

from captioner.app.folders import Folders
from captioner.app.library_sessions import opened_library
from captioner.app.session_titles import began
from captioner.app.terminal import BOLD, DIM, RESET, clock, printable
from captioner.core.library import Hit, SessionFilter, SessionInfo
from captioner.core.settings import Settings
from captioner.transcript.plain_text import columns, columns_of_char

_MOST_HITS = 1000
_HITS_SHOWN = 5
"""Of one session, where people read."""
_BEFORE = 24
"""Columns of context before a hit, where the line is too long."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of ``captioner sessions``."""
    parser.add_argument("--search", metavar="TEXT", help="sessions in which all these words, or beginnings, were said")
    parser.add_argument("--tag", metavar="TAG", help="sessions with this tag")
    parser.add_argument("--limit", type=_count, metavar="N", help="the newest N only")
    parser.add_argument("--json", action="store_true", help="a list of objects for programs")


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) > 0):
        raise argparse.ArgumentTypeError(f"{text!r} is no number of sessions")
    return int(text)


def run(arguments: argparse.Namespace, settings: Settings, folders: Folders) -> int:
    """Prints the sessions, the newest first; exit status 1 where a search finds none. Raises LibraryError."""
    text = arguments.search or ""
    hits: dict[int, list[Hit]] = {}
    with opened_library(folders) as library:
        found = library.sessions(SessionFilter(text=text, tag=arguments.tag or ""), limit=arguments.limit)
        if text:
            for hit in library.search(text, limit=_MOST_HITS):
                hits.setdefault(hit.session, []).append(hit)
    if arguments.json:
        listed = [_as_json(session, hits.get(session.id, ()) if text else None) for session in found]
        sys.stdout.write(json.dumps(listed, ensure_ascii=False, indent=2) + "\n")
    elif found:
        terminal = sys.stdout.isatty()
        sys.stdout.write(listing(found, hits, get_terminal_size().columns if terminal else None))
    else:
        sys.stderr.write("Nothing was found.\n" if text or arguments.tag else "There are no sessions yet.\n")
    return 1 if not found and (text or arguments.tag) else 0


def listing(sessions: Sequence[SessionInfo], hits: dict[int, list[Hit]], width: int | None) -> str:
    """The sessions, a line each, with what was found below. ``width`` is that of a terminal, None for none."""
    ids = max(len(str(session.id)) for session in sessions)
    lengths = max(len(clock(session.duration_ms / 1000)) for session in sessions)
    lines: list[str] = []
    for session in sessions:
        head = f"{session.id:>{ids}}  {began(session):%Y-%m-%d %H:%M}  {clock(session.duration_ms / 1000):>{lengths}}  "
        lines.append(head + _described(session, None if width is None else width - len(head)))
        found = hits.get(session.id, ())
        for hit in found[:_HITS_SHOWN]:
            at = f"{'':{ids}}  {clock(hit.start_ms / 1000):>8}  "
            lines.append(at + _context(hit, None if width is None else width - len(at)))
        if len(found) > _HITS_SHOWN:
            lines.append(f"{'':{ids}}  {'':8}  … {len(found) - _HITS_SHOWN} more")
    return "".join(line.rstrip() + "\n" for line in lines)


def _described(session: SessionInfo, width: int | None) -> str:
    """Title, what is wrong, tags, first words: as much as fits."""
    parts = [printable(session.title)] if session.title else []
    if session.phase != "ended":
        parts.append(f"[{session.phase}]")
    parts += [f"#{printable(tag)}" for tag in session.tags]
    head = " ".join(parts)
    words = printable(session.first_words)
    if width is None:
        return f"{head}  {words}" if head else words
    shown = _cut(head, width)
    room = width - columns(shown) - (2 if head else 0)
    if room < 4 or not words:
        return shown
    return f"{shown}{'  ' if head else ''}{DIM}{_cut(words, room)}{RESET}"


def _context(hit: Hit, width: int | None) -> str:
    """The line in which something was found; with the hits marked where a terminal shows it."""
    text = printable(hit.text)  # as long as before: marks count its characters
    if width is None:
        return text
    first = hit.marks[0][0] if hit.marks else 0
    start = 0
    if columns(text) > width:
        before = 0
        for start in range(first, -1, -1):
            before += columns_of_char(text[start])
            if before > _BEFORE:
                break
    lead = "…" if start else ""
    stop = start + _fitting(text[start:], width - len(lead))
    pieces, at = [lead], start
    for begin, end in hit.marks:
        begin, end = max(begin, at), min(end, stop)
        if begin < end:
            pieces += [text[at:begin], BOLD, text[begin:end], RESET]
            at = end
    return "".join(pieces) + text[at:stop] + ("…" if stop < len(text) else "")


def _cut(text: str, width: int) -> str:
    """The beginning of the text, with an ellipsis where something had to go."""
    kept = _fitting(text, width)
    return text if kept == len(text) else text[:kept].rstrip() + "…"


def _fitting(text: str, width: int) -> int:
    """How many characters fit in, where an ellipsis follows if they are not all."""
    if columns(text) <= width:
        return len(text)
    room = width - 1
    for kept, c in enumerate(text):
        room -= columns_of_char(c)
        if room < 0:
            return kept
    return len(text)


def _as_json(session: SessionInfo, hits: Sequence[Hit] | None) -> dict[str, Any]:
    tree = {name: str(value) if isinstance(value, Path) else value for name, value in asdict(session).items()}
    tree["began"] = began(session).isoformat(timespec="seconds")
    if hits is not None:
        tree["hits"] = [
            {"cue": hit.cue, "start_ms": hit.start_ms, "text": hit.text, "marks": hit.marks} for hit in hits
        ]
    return tree
