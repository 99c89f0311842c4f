"""``captioner listen``: live captions in the terminal."""

import argparse
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from typing import TextIO

from captioner.app.event_lines import EventLines
from captioner.app.folders import Folders
from captioner.app.live_captions import LiveCaptions
from captioner.app.recognition import add_recognition_arguments, recognition_of
from captioner.app.subtitle_file import SubtitleFile
from captioner.app.terminal import ProgressLine, TerminalCaptions, clock
from captioner.app.time_argument import seconds
from captioner.audio.file_source import FileSource
from captioner.core.caption import Notice
from captioner.core.errors import OutputError
from captioner.core.protocols import AudioSource, CaptionSink
from captioner.core.settings import Settings
from captioner.core.sound import Track
from captioner.live.session import LiveSession

INTERRUPTED = 130
DRAIN_S = 60.0
"""How long an ordered stop may take before what is left is given up."""
TICK_S = 0.2


def pace(text: str) -> float:
    """A pace on the command line; argparse shows the error."""
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 100:
        raise argparse.ArgumentTypeError(f"{text!r} is no pace: 1 is real time, 0 as fast as possible")
    return value


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of ``captioner listen``."""
    parser.add_argument(
        "--from",
        dest="source",
        metavar="INPUT",
        required=True,
        help="hear a file, - for standard input, or an http(s) address",
    )
    parser.add_argument(
        "--pace", type=pace, default=1.0, metavar="N", help="1 feeds at real pace, 0 as fast as possible (finals only)"
    )
    parser.add_argument("--start", type=seconds, default=0.0, metavar="TIME", help="begin there: seconds or [h:]m:s")
    parser.add_argument("--duration", type=seconds, metavar="TIME", help="stop after so much sound")
    parser.add_argument("--srt", type=Path, metavar="FILE", help="subtitles that grow, valid at every moment")
    parser.add_argument("--events", metavar="FILE", help="each change of a caption as a JSON line; - for stdout")
    add_recognition_arguments(parser)


def run(arguments: argparse.Namespace, settings: Settings, folders: Folders) -> int:
    """Captions until the input ends or Ctrl-C; what was said before is captioned to its last word.

    Returns 0, or 130 after a second Ctrl-C. Raises CaptionerError.
    """
    source = FileSource(
        Track("file"), arguments.source, pace=arguments.pace, start_s=arguments.start, duration_s=arguments.duration
    )
    return show_captions([source], arguments, settings, folders)


def show_captions(
    sources: Sequence[AudioSource], arguments: argparse.Namespace, settings: Settings, folders: Folders
) -> int:
    """Runs a session over the sources with the sinks that the arguments name."""
    recognition = recognition_of(arguments, settings)
    tracks = [source.track for source in sources]
    with ExitStack() as closing:
        to_stdout = arguments.events == "-"
        terminal = TerminalCaptions(
            {track.id: track.label for track in tracks}, out=sys.stderr if to_stdout else sys.stdout
        )
        sinks: list[CaptionSink] = [terminal]
        subtitles = events = None
        if arguments.srt is not None:
            subtitles = SubtitleFile(arguments.srt, tracks, settings.transcript.standard)
            sinks.append(subtitles)
        loading = ProgressLine()
        if arguments.events is not None:
            out = sys.stdout if to_stdout else closing.enter_context(_created(arguments.events))
            events = EventLines(out, lambda: captions.session.began_ns)
            sinks.append(events)
        captions = LiveCaptions(sources, recognition, folders, sinks, progress=loading.show)
        session = captions.session
        captions.load()
        loading.clear()
        try:
            session.start()
            status = _until_end(session, terminal)
        finally:
            session.abandon()
            try:
                session.close()
            finally:
                terminal.close()
                if subtitles is not None:
                    subtitles.close()
        if events is not None and captions.engine is not None:
            events.summary(session.summary(), asdict(captions.engine))
        if subtitles is not None:
            sys.stderr.write(f"{subtitles.cues} cues in {arguments.srt}\n")
    return status


def _until_end(session: LiveSession, terminal: TerminalCaptions) -> int:
    """Waits for the end; the first Ctrl-C stops in order, a second one leaves at once."""
    status = 0
    try:
        while not session.wait(TICK_S):
            terminal.refresh()
    except KeyboardInterrupt:
        session.stop()
        terminal.notice(Notice("info", "Stopping: what was said is still captioned. Ctrl-C again leaves at once."))
        try:
            if not session.wait(DRAIN_S):
                status = INTERRUPTED
        except KeyboardInterrupt:
            status = INTERRUPTED
        if status:
            left_s = session.abandon()
            terminal.notice(Notice("warning", f"{clock(left_s)} of speech was not captioned."))
    return status


def _created(path: str) -> TextIO:
    """A text file to write to. Raises OutputError."""
    try:
        return Path(path).open("w", encoding="utf-8")
    except OSError as error:
        raise OutputError(
            f"Cannot write events to {path}: {error.strerror or error}.", "Choose another file or folder."
        ) from error
