"""``captioner export``: sessions of the library as files."""

import argparse
import sys
from pathlib import Path
from typing import get_args

from captioner.app.folders import Folders
from captioner.app.library_sessions import found_sessions, opened_library
from captioner.app.output_files import Input, OutputFiles, files_for
from captioner.app.session_files import file_stem
from captioner.app.session_titles import began, title_of
from captioner.app.terminal import print_notice
from captioner.app.transcribe import formats
from captioner.core.caption import Notice
from captioner.core.errors import OutputError
from captioner.core.library import SessionInfo
from captioner.core.settings import Settings, Standard
from captioner.transcript.check import mend
from captioner.transcript.formats import FORMATS
from captioner.transcript.formats.base import About, Encoding, WriteOptions
from captioner.transcript.library import Library

_LEAST_COLUMNS = 8
"""A shorter line would cut most words."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of ``captioner export``."""
    parser.add_argument(
        "sessions", nargs="+", metavar="SESSION", help='number, title or a part of it, or "last" for the newest'
    )
    parser.add_argument(
        "-o", "--output", metavar="PATH", help="the file to write, a folder, or - for standard output (default: here)"
    )
    parser.add_argument(
        "--format",
        action="extend",
        type=formats,
        metavar="NAME[,NAME…]",
        help=f"one or more of {', '.join(FORMATS)} (default: what -o ends in, else srt)",
    )
    parser.add_argument(
        "--standard", choices=get_args(Standard), help="lines and times by these rules (default: as they are)"
    )
    parser.add_argument(
        "--line-length", type=_columns, metavar="N", help="characters in a line at most, Chinese ones count twice"
    )
    parser.add_argument(
        "--speakers", action=argparse.BooleanOptionalAction, default=True, help="tell who speaks (default: yes)"
    )
    parser.add_argument("--words", action="store_true", help="times of words, where the format has room for them")
    parser.add_argument("--encoding", choices=get_args(Encoding), default="utf-8", help="of text (default: utf-8)")
    parser.add_argument("--bom", action="store_true", help="a byte order mark before UTF-8, for old programs")


def run(arguments: argparse.Namespace, settings: Settings, folders: Folders) -> int:
    """Writes the files of every session; 0, or 1 if one could not be written.

    Raises LibraryError for sessions that are not there, OutputError for options that do not go together.
    """
    failed = False
    with opened_library(folders) as library:
        sessions = found_sessions(library, arguments.sessions)
        targets = files_for([_input(session) for session in sessions], arguments.output, arguments.format)
        for session, files in zip(sessions, targets, strict=True):
            try:
                _export(library, session, files, arguments)
            except OutputError as error:
                print_notice(Notice("error", error.message, error.hint), sys.stderr)
                failed = True
    return 1 if failed else 0


def _columns(text: str) -> int:
    if (columns := int(text)) < _LEAST_COLUMNS:
        raise argparse.ArgumentTypeError(f"{_LEAST_COLUMNS} at least")
    return columns


def _input(session: SessionInfo) -> Input:
    stem = file_stem(began(session), session.title)
    return Input(title_of(session), "", Path(), stem, f"{stem} ({session.id})")


def _export(library: Library, session: SessionInfo, files: OutputFiles, arguments: argparse.Namespace) -> None:
    cues = [stored.cue for stored in library.cues(session.id)]
    if arguments.standard is not None:
        cues = list(mend(cues, arguments.standard, session.language).cues)
    about = About(session.title, began(session), session.language)
    options = WriteOptions(
        line_columns=arguments.line_length,
        names=arguments.speakers,
        encoding=arguments.encoding,
        bom=arguments.bom,
        words=arguments.words,
    )
    for warning in files.write(cues, about, options):
        print_notice(Notice("warning", f"{title_of(session)}: {warning}"), sys.stderr)
    if not files.to_stdout:
        sys.stderr.write(f"{title_of(session)} → {files.names}\n")
