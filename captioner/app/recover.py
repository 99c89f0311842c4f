"""``captioner recover``: the rest of sessions that were cut off, from their sound that was kept."""

import argparse
import sys
import threading
import time

from captioner.app.ctrl_c import ctrl_c_cancels
from captioner.app.engine import load_engine, loading_line
from captioner.app.folders import Folders
from captioner.app.library_sessions import found_sessions, opened_library
from captioner.app.recognition import add_recognition_arguments, recognition_of
from captioner.app.recovery import end_cut_off, only_recovery, recover
from captioner.app.session_titles import title_of
from captioner.app.terminal import ProgressLine, clock, cues_in_words, print_notice
from captioner.core.caption import Notice
from captioner.core.errors import CaptionerError, LibraryError
from captioner.core.library import SessionInfo
from captioner.core.message import Message
from captioner.core.protocols import Recognizer
from captioner.core.settings import RecognitionSettings, Settings, Standard
from captioner.core.sound import SAMPLE_RATE
from captioner.transcript.library import Library


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of ``captioner recover``."""
    parser.add_argument(
        "sessions", nargs="*", metavar="SESSION", help="number, title or part of one (default: all that were cut off)"
    )
    parser.add_argument(
        "--forget-sound", action="store_true", help="end them with what they have, and delete the rest of their sound"
    )
    add_recognition_arguments(parser)


def run(arguments: argparse.Namespace, settings: Settings, folders: Folders) -> int:
    """Recovers the sessions; 0, or 1 where one could not be. Raises CaptionerError for what concerns all of them."""
    recognition = recognition_of(arguments, settings)
    progress = ProgressLine()
    recognizer: Recognizer | None = None
    failed = False
    with opened_library(folders) as library, only_recovery(folders):
        cut_off = library.cut_off()
        if arguments.sessions:
            cut_off = found_sessions(library, arguments.sessions)
            for session in cut_off:
                if session.phase != "cut off":
                    raise LibraryError(Message("The session {title} was not cut off.", title=title_of(session)))
        if not cut_off:
            sys.stderr.write("No session was cut off.\n")
        try:
            for session in cut_off:
                if arguments.forget_sound or not library.unheard(session.id):
                    end_cut_off(library, session)
                    sys.stderr.write(f"{title_of(session)}: ended with {cues_in_words(session.cues)}\n")
                    continue
                if recognizer is None:
                    recognizer = load_engine(
                        recognition,
                        folders,
                        tell=lambda notice: print_notice(notice, sys.stderr),
                        progress=lambda state: progress.show(loading_line(state)),
                    )
                try:
                    _recover(library, session, recognizer, recognition, settings.transcript.standard, progress)
                except CaptionerError as error:
                    progress.clear()
                    print_notice(Notice("error", error.message, error.hint), sys.stderr)
                    failed = True
        finally:
            progress.clear()
            if recognizer is not None:
                recognizer.close()
    return 1 if failed else 0


def _recover(
    library: Library,
    session: SessionInfo,
    recognizer: Recognizer,
    recognition: RecognitionSettings,
    standard: Standard,
    progress: ProgressLine,
) -> None:
    """One session. After Ctrl-C all is as before: it can be recovered another time."""
    began = time.monotonic()
    stopping = threading.Event()

    def watch(heard: int, whole: int | None) -> None:
        if stopping.is_set():
            raise KeyboardInterrupt
        progress.show(_progress(session, heard, whole))

    with ctrl_c_cancels(stopping.set):
        added = recover(library, session, recognizer, recognition, standard, watch)
    progress.clear()
    took = clock(time.monotonic() - began)
    sys.stderr.write(f"{title_of(session)}: {cues_in_words(added)} more in {took}\n")


def _progress(session: SessionInfo, heard: int, whole: int | None) -> str:
    done = f"  {heard / whole:4.0%}" if whole else f"  {clock(heard / SAMPLE_RATE)}"
    return f"{title_of(session)}{done}"
