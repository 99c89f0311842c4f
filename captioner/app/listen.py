"""``captioner listen``: live captions in the terminal, of a microphone, of what the computer plays, or of a file."""

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from captioner.app.ctrl_c import ctrl_c_cancels
from captioner.app.engine import loading_line
from captioner.app.event_lines import EventFile, EventLines
from captioner.app.folders import Folders
from captioner.app.level_line import level_line
from captioner.app.library_keeper import LibraryKeeper, library_tracks
from captioner.app.live_captions import LiveCaptions
from captioner.app.live_sources import live_sources
from captioner.app.native_output import libraries_print_to
from captioner.app.recognition import add_recognition_arguments, chosen_language, recognition_of
from captioner.app.session_transcript import SessionTranscript
from captioner.app.subtitle_file import SubtitleFile
from captioner.app.terminal import ProgressLine, TerminalCaptions, cues_in_words
from captioner.app.time_argument import seconds
from captioner.audio.capture import CaptureSource
from captioner.audio.file_source import FileSource
from captioner.audio.recording import check_recording
from captioner.core.caption import Notice
from captioner.core.errors import SourceError
from captioner.core.protocols import AudioSource, CaptionSink
from captioner.core.settings import RecognitionSettings, Settings
from captioner.core.sound import Track

INTERRUPTED = 130
DRAIN_S = 60.0
"""How long an ordered stop may take before what is left is given up."""
TICK_S = 0.1

Tell = Callable[[Notice], None]


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
    sound = parser.add_argument_group("sound (the default: the microphone and what the computer plays)")
    sound.add_argument("--mic", nargs="?", const="", metavar="NAME", help="the microphone, or the one of this name")
    sound.add_argument(
        "--system", nargs="?", const="", metavar="NAME", help="what the computer plays, or one output of it"
    )
    sound.add_argument(
        "--from", dest="source", metavar="INPUT", help="a file, - for standard input, or an http(s) address"
    )
    sound.add_argument(
        "--pace", type=pace, metavar="N", help="of --from: 1 is real time, 0 as fast as possible (finals only)"
    )
    sound.add_argument("--start", type=seconds, metavar="TIME", help="of --from: begin there: seconds or [h:]m:s")
    sound.add_argument("--duration", type=seconds, metavar="TIME", help="stop after so much sound")
    kept = parser.add_argument_group("what is kept")
    kept.add_argument("--srt", type=Path, metavar="FILE", help="subtitles that grow, valid at every moment")
    kept.add_argument("--record", type=Path, metavar="FILE", help="the sound, .wav or .flac, a channel for each source")
    kept.add_argument(
        "--library",
        action=argparse.BooleanOptionalAction,
        help="keep the transcript in the library (default: yes, but not with --from)",
    )
    kept.add_argument("--title", metavar="TEXT", help="of the session in the library (default: date and time)")
    kept.add_argument("--events", metavar="FILE", help="each change of a caption as a JSON line; - for stdout")
    add_recognition_arguments(parser)


@dataclass(frozen=True, slots=True)
class Keep:
    """What a session leaves behind; None or "" for nothing."""

    srt: Path | None = None
    record: Path | None = None
    events: str = ""
    library: bool = False
    title: str = ""


def run(arguments: argparse.Namespace, settings: Settings, folders: Folders) -> int:
    """Captions until the input ends or Ctrl-C; what was said before is captioned to its last word.

    Returns 0, or 130 after a second Ctrl-C. Raises CaptionerError.
    """
    recognition = recognition_of(arguments, settings)
    live = arguments.source is None
    in_library = live if arguments.library is None else arguments.library
    keep = Keep(arguments.srt, arguments.record, arguments.events or "", in_library, arguments.title or "")
    if arguments.source is None:
        if arguments.pace is not None or arguments.start is not None:
            raise SourceError("--pace and --start are for --from.", "Live sound has its own pace.")

        def sources(tell: Tell) -> Sequence[AudioSource]:
            return live_sources(arguments.mic, arguments.system, tell)

        with libraries_print_to(folders.native_log_file):
            return show_captions(sources, recognition, settings, folders, keep, arguments.duration)
    if arguments.mic is not None or arguments.system is not None:
        raise SourceError("--from is heard alone.", "Leave out --mic and --system.")
    file = FileSource(
        Track("file"),
        arguments.source,
        pace=1.0 if arguments.pace is None else arguments.pace,
        start_s=arguments.start or 0.0,
        duration_s=arguments.duration,
    )
    return show_captions(lambda tell: [file], recognition, settings, folders, keep)


def show_captions(
    open_sources: Callable[[Tell], Sequence[AudioSource]],
    recognition: RecognitionSettings,
    settings: Settings,
    folders: Folders,
    keep: Keep,
    duration_s: float | None = None,
) -> int:
    """A session in the terminal. ``open_sources`` is given whom to tell of trouble with a source."""
    if keep.record is not None:
        check_recording(keep.record)
    with ExitStack() as closing:
        sources = open_sources(lambda notice: captions.tell(notice))
        tracks = [source.track for source in sources]
        captured = [source for source in sources if isinstance(source, CaptureSource)]
        to_stdout = keep.events == "-"
        terminal = TerminalCaptions(
            {track.id: track.label for track in tracks},
            out=sys.stderr if to_stdout else sys.stdout,
            status=lambda: level_line([(source.track, source.health) for source in captured]),
        )
        sinks: list[CaptionSink] = [terminal]
        events = None
        transcript = None
        if keep.srt is not None or keep.library:
            transcript = _transcript(keep, tracks, recognition, settings, folders, lambda: captions)
        if keep.events:
            out = sys.stdout if to_stdout else EventFile(keep.events)
            if isinstance(out, EventFile):
                closing.callback(out.close)
            events = EventLines(out, lambda: captions.session.began_ns)
            sinks.append(events)
        loading = ProgressLine()
        captions = LiveCaptions(
            sources,
            recognition,
            folders,
            sinks,
            progress=lambda state: loading.show(loading_line(state)),
            transcript=transcript,
            record=keep.record,
            on_engine=lambda engine: transcript.describe(engine.model) if transcript is not None else None,
        )
        session = captions.session
        try:
            if not captured:
                captions.load()  # a file waits; of live sound no word is lost while the engine loads
            with ctrl_c_cancels(session.stop):
                session.start()
            if transcript is not None:
                transcript.start()
            status = _until_end(captions, terminal, duration_s)
        finally:
            try:
                captions.close()
            finally:
                loading.clear()
                if captions.missing is not None:
                    terminal.notice(captions.missing)
                terminal.close()
        if events is not None and captions.engine is not None:
            events.summary(session.summary(), asdict(captions.engine), _devices(captured))
        subtitles = transcript.subtitles if transcript is not None else None
        if subtitles is not None:
            sys.stderr.write(f"{cues_in_words(subtitles.cues)} in {keep.srt}\n")
        if keep.record is not None:
            sys.stderr.write(f"The sound is in {keep.record}\n")
        whole = (transcript is None or not transcript.troubled) and (events is None or events.whole)
    return status if whole else status or 1


def _transcript(
    keep: Keep,
    tracks: Sequence[Track],
    recognition: RecognitionSettings,
    settings: Settings,
    folders: Folders,
    captions: Callable[[], LiveCaptions],
) -> SessionTranscript:
    """What is kept of the session in words. Raises OutputError where the subtitles could not be written."""
    subtitles = library = None
    if keep.srt is not None:
        subtitles = SubtitleFile(keep.srt)
        subtitles.open()
    if keep.library:
        now_ms = time.time_ns() // 1_000_000
        # Files that the user named are the user's: to delete the session is not to delete them.
        library = LibraryKeeper(
            folders.library,
            lambda library: library.begin(
                title=keep.title,
                began_ms=now_ms,
                tracks=library_tracks(tracks),
                model=recognition.model,
                language=chosen_language(recognition),
                spools=captions().spools,
            ),
            lambda notice: captions().tell(notice),
        )
    return SessionTranscript(
        tracks,
        settings.transcript.standard,
        lambda notice: captions().tell(notice),
        library=library,
        subtitles=subtitles,
    )


def _devices(sources: Sequence[CaptureSource]) -> dict[str, Any]:
    """How the devices did: samples lost and too late, and how much slower their clocks are than ours."""
    healths = {source.track.id: source.health for source in sources}
    return {
        track: {"lost": health.lost, "late": health.late, "drift_ppm": health.drift_ppm}
        for track, health in healths.items()
    }


def _until_end(captions: LiveCaptions, terminal: TerminalCaptions, duration_s: float | None) -> int:
    """Waits for the end; the first Ctrl-C stops in order, a second one leaves at once."""
    session = captions.session
    stop_at = float("inf") if duration_s is None else time.monotonic() + duration_s
    try:
        while not session.wait(TICK_S):
            terminal.refresh()
            if time.monotonic() >= stop_at:
                session.stop()
        return 0
    except KeyboardInterrupt:
        session.stop()
    terminal.notice(Notice("info", "Stopping: what was said is still captioned. Ctrl-C again leaves at once."))
    try:
        if session.wait(DRAIN_S):
            return 0
    except KeyboardInterrupt:
        pass
    captions.abandon()
    return INTERRUPTED
