"""``captioner transcribe``: recordings into subtitles."""

import argparse
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

from captioner.app.ctrl_c import ctrl_c_cancels
from captioner.app.engine import load_engine, loading_line
from captioner.app.folders import Folders
from captioner.app.output_files import OutputFiles, output_files
from captioner.app.recognition import add_recognition_arguments, recognition_of
from captioner.app.recorded_speech import RecordedSpeech
from captioner.app.terminal import ProgressLine, clock, print_notice
from captioner.app.time_argument import seconds
from captioner.audio.byte_source import open_bytes
from captioner.audio.decode import Decoder
from captioner.core.caption import Notice
from captioner.core.errors import CaptionerError, InputError
from captioner.core.library import SessionTrack
from captioner.core.protocols import Recognizer
from captioner.core.settings import RecognitionSettings, Settings, Standard
from captioner.core.sound import SAMPLE_RATE, seconds_to_samples
from captioner.transcript.formats import FORMATS
from captioner.transcript.formats.base import About, WriteOptions


def formats(text: str) -> list[str]:
    """Names of formats on the command line, parted by commas; argparse shows the error."""
    names = [name.strip() for name in text.split(",")]
    if unknown := [name for name in names if name not in FORMATS]:
        raise argparse.ArgumentTypeError(f"{unknown[0]!r} is no format: choose from {', '.join(FORMATS)}")
    return names


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of ``captioner transcribe``."""
    parser.add_argument(
        "inputs", nargs="+", metavar="INPUT", help="an audio or video file, - for standard input, or an http(s) address"
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar="PATH",
        help="the file to write, a folder, or - for standard output (default: beside the input)",
    )
    parser.add_argument(
        "--format",
        action="extend",
        type=formats,
        metavar="NAME[,NAME…]",
        help=f"one or more of {', '.join(FORMATS)} (default: what -o ends in, else srt)",
    )
    parser.add_argument("--start", type=seconds, default=0.0, metavar="TIME", help="begin there: seconds or [h:]m:s")
    parser.add_argument("--duration", type=seconds, metavar="TIME", help="hear only so much")
    parser.add_argument("--words", action="store_true", help="word times and probabilities in JSON")
    add_recognition_arguments(parser)


@dataclass(frozen=True, slots=True)
class Run:
    """What stays the same for all inputs of a run."""

    start_s: float
    duration_s: float | None
    words: bool
    standard: Standard
    recognition: RecognitionSettings
    progress: ProgressLine


def run(arguments: argparse.Namespace, settings: Settings, folders: Folders) -> int:
    """Transcribes every input; a bad one does not stop the others. 0, or 1 if any failed.

    Raises CaptionerError for what concerns all inputs: the options and the engine; KeyboardInterrupt after a Ctrl-C,
    with what was done kept.
    """
    recognition = recognition_of(arguments, settings)
    targets = output_files(arguments.inputs, arguments.output, arguments.format)
    progress = ProgressLine()
    this = Run(
        arguments.start,
        arguments.duration,
        arguments.words,
        settings.transcript.standard,
        recognition,
        progress,
    )
    recognizer: Recognizer | None = None
    failed = False
    try:
        for number, (name, files) in enumerate(zip(arguments.inputs, targets, strict=True), 1):
            label = f"[{number}/{len(targets)}] {files.title}" if len(targets) > 1 else files.title
            try:
                files.require_writable()
                source = open_bytes(name)
                with ctrl_c_cancels(source.cancel):
                    decoder = Decoder(source, start_s=this.start_s, duration_s=this.duration_s)
            except CaptionerError as error:
                failed = _report(error, progress)
                continue
            with decoder:
                if recognizer is None:
                    recognizer = load_engine(
                        recognition,
                        folders,
                        tell=_telling(progress),
                        progress=lambda state: progress.show(loading_line(state)),
                    )
                try:
                    _transcribe(decoder, files, label, this, recognizer)
                except CaptionerError as error:
                    failed = _report(error, progress)
    finally:
        progress.clear()
        if recognizer is not None:
            recognizer.close()
    return 1 if failed else 0


def _transcribe(decoder: Decoder, files: OutputFiles, label: str, this: Run, recognizer: Recognizer) -> None:
    """One input into its files. After Ctrl-C, or where the input breaks off, what was done goes into partial files."""
    transcript = RecordedSpeech(SessionTrack("file"), seconds_to_samples(this.start_s))
    began = time.monotonic()
    try:
        with ctrl_c_cancels(decoder.cancel):
            for heard in transcript.hear(decoder.blocks(), recognizer, this.recognition):
                this.progress.show(_progress(label, heard, decoder.samples, time.monotonic() - began))
    except (KeyboardInterrupt, InputError) as stopped:
        this.progress.clear()
        if transcript.spoken:
            _keep_partial(files, transcript, this)
        elif isinstance(stopped, KeyboardInterrupt):
            sys.stderr.write("Stopped: nothing was recognized yet.\n")
        raise
    this.progress.clear()
    _save(files, transcript, this)
    took = time.monotonic() - began
    heard_s = transcript.heard / SAMPLE_RATE
    if not files.to_stdout:
        speed = f", {heard_s / took:.1f} times faster than real time" if heard_s > took else ""
        sys.stderr.write(f"{label}: {clock(heard_s)} in {clock(took)}{speed} → {files.names}\n")
    if decoder.skipped:
        told = Notice("warning", f"{label}: {decoder.skipped} damaged packets were left out.")
        print_notice(told, sys.stderr)
    if not transcript.spoken:
        print_notice(Notice("warning", f"{label}: no speech was found."), sys.stderr)


def _save(files: OutputFiles, transcript: RecordedSpeech, this: Run) -> None:
    cues = transcript.cues(this.standard)
    for warning in files.write(cues, About(language=transcript.language), WriteOptions(words=this.words)):
        print_notice(Notice("warning", warning), sys.stderr)


def _keep_partial(files: OutputFiles, transcript: RecordedSpeech, this: Run) -> None:
    partial = files.partial()
    _save(partial, transcript, this)
    where = f" is in {partial.names}" if not partial.to_stdout else " was written"
    sys.stderr.write(f"Stopped: the transcript up to {clock(transcript.heard / SAMPLE_RATE)}{where}\n")


def _progress(label: str, heard: int, samples: int | None, took_s: float) -> str:
    if not samples:
        return f"{label}  {clock(heard / SAMPLE_RATE)}"
    done = min(1.0, heard / samples)
    left = f"  {clock(took_s * (1 - done) / done)} left" if took_s > 1 and done > 0.01 else ""
    return f"{label}  {done:4.0%}{left}"


def _telling(progress: ProgressLine) -> Callable[[Notice], None]:
    """Writes notices where the progress line is."""

    def tell(notice: Notice) -> None:
        progress.clear()
        print_notice(notice, sys.stderr)

    return tell


def _report(error: CaptionerError, progress: ProgressLine) -> bool:
    progress.clear()
    print_notice(Notice("error", error.message, error.hint), sys.stderr)
    return True
