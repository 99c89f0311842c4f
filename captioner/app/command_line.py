"""The ``captioner`` command: its parser, and the way from an error to one line and an exit status.

Exit status: 0 done, 1 an error that was told in words (or some of several inputs failed), 2 wrong usage, 130 Ctrl-C.
"""

import argparse
import errno
import importlib
import io
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from captioner import __version__
from captioner.app.folders import Folders, folders
from captioner.app.launch import add_top_arguments, has_desktop, launch_of, require_desktop, without_command
from captioner.core.caption import Notice
from captioner.core.errors import CaptionerError, OutputError, SettingsError

INTERRUPTED = 130

DESCRIPTION = "Live captions for any sound of this computer, made on this computer."
EPILOG = """\
Without a command, the application opens: captions over all windows, of
whatever is heard. Without a screen, captioner captions its sample talk.

  captioner transcribe talk.mp4              subtitles beside the file: talk.srt
  captioner listen --from talk.mp4           see live captions of a file
  captioner sessions --search "next week"    what was said, and when
  captioner export last -o notes.srt         the newest session as a file
  captioner check talk.srt                   what breaks a subtitle standard
  captioner info talk.mp4                    what is in a file
  captioner devices                          which microphones there are
  captioner bench talks/                     how good the captions are here
  captioner doctor                           what is wrong, if anything

captioner COMMAND --help tells more."""


def parser() -> argparse.ArgumentParser:
    """The whole command line."""
    import shtab

    from captioner.app import check, delete, devices, export, info, listen, recover, sessions, transcribe
    from captioner.app.bench import command as bench
    from captioner.app.doctor import command as doctor

    top = argparse.ArgumentParser(
        prog="captioner", description=DESCRIPTION, epilog=EPILOG, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    top.add_argument("--version", action="version", version=f"captioner {__version__}")
    add_top_arguments(top)
    shtab.add_argument_to(top, ["--print-completion"], help="print a shell's completion script")
    commands = top.add_subparsers(dest="command", metavar="COMMAND")
    for name, room, summary in (
        ("transcribe", transcribe, "recordings into subtitles"),
        ("listen", listen, "live captions in the terminal"),
        ("sessions", sessions, "what is in the library, and who said what when"),
        ("export", export, "sessions of the library as files"),
        ("check", check, "what breaks a subtitle standard in a file, and mending it"),
        ("recover", recover, "the rest of sessions that were cut off"),
        ("delete", delete, "sessions of the library, for good"),
        ("info", info, "what is in a media file"),
        ("devices", devices, "microphones and system-audio sources"),
        ("bench", bench, "how quick, calm and right live captions are here"),
        ("doctor", doctor, "what is wrong on this computer, and what to do"),
    ):
        command = commands.add_parser(name, help=summary, description=(room.__doc__ or "").partition(": ")[2].strip())
        room.add_arguments(command)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command; errors that the user can act on become one line, or two with the way out.

    A bug goes into the log with its traceback, and the user is told where that is.
    """
    _prepare_streams()
    try:
        given = sys.argv[1:] if arguments is None else arguments
        window = without_command(given)
        with _ending_at_once() if window is not None and has_desktop() else _ending_like_ctrl_c():
            return _run(window or parser().parse_args(given), folders())
    except CaptionerError as error:
        from captioner.app.terminal import print_notice

        print_notice(Notice("error", error.message, error.hint), sys.stderr)
        return 1
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has gone; Python would complain once more when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def _run(chosen: argparse.Namespace, places: Folders) -> int:
    """The command with a log. A bug ends in it."""
    from captioner.app.log import Log

    with Log(places.log_file, chosen.verbose) as log:
        if log.notice is not None:
            from captioner.app.terminal import print_notice

            print_notice(log.notice, sys.stderr)
        try:
            return _command(chosen, places)
        except (CaptionerError, BrokenPipeError):
            raise
        except Exception as error:
            if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
                raise OutputError("The disk is full.", "Free some space or choose another disk.") from error
            sys.stderr.write(log.bug(error) + "\n")
            return 1


def _command(chosen: argparse.Namespace, places: Folders) -> int:
    from captioner.app import settings_file

    command = getattr(chosen, "command", None)
    if command == "info":
        from captioner.app import info

        return info.run(chosen)
    if command == "check":  # means the same on every computer, whatever the settings
        from captioner.app import check

        return check.run(chosen)
    if command == "devices":
        from captioner.app import devices

        return devices.run(chosen)
    if command == "doctor":  # it examines the settings itself
        from captioner.app.doctor import command as doctor

        return doctor.run(chosen, places)
    if chosen.settings is not None and not chosen.settings.exists():
        raise SettingsError(f"There is no settings file {chosen.settings}.", "Check the path for a typing mistake.")
    settings_path = chosen.settings or places.settings_file
    if command is None and require_desktop(launch_of(chosen)):
        from captioner.app import gui

        return gui.run(launch_of(chosen), settings_path, places)
    settings = settings_file.load(settings_path)
    if command is None:
        from captioner.app import sample

        return sample.run(settings, places)
    if command == "bench":
        from captioner.app.bench import command as bench

        return bench.run(chosen, settings, places)
    room = importlib.import_module(f"captioner.app.{command}")
    status: int = room.run(chosen, settings, places)
    return status


def _prepare_streams() -> None:
    """What goes into a file or a pipe is UTF-8 whatever the locale; a terminal gets what it can show.

    A stream that is closed (a program without a console has none) swallows what it gets.
    """
    nowhere = Path(os.devnull)
    sys.stdout = sys.stdout or nowhere.open("w", encoding="utf-8")
    sys.stderr = sys.stderr or nowhere.open("w", encoding="utf-8")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")


@contextmanager
def _ending_like_ctrl_c() -> Iterator[None]:
    """Being told to end, or losing the terminal, stops as orderly as Ctrl-C; who ignores that (nohup) still does."""
    names = [name for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    ours = [number for name in names if signal.getsignal(number := getattr(signal, name)) is signal.SIG_DFL]
    for number in ours:
        signal.signal(number, signal.default_int_handler)
    try:
        yield
    finally:
        for number in ours:
            signal.signal(number, signal.SIG_DFL)


@contextmanager
def _ending_at_once() -> Iterator[None]:
    """Until its window listens to signals, the desktop application has nothing to lose, and Ctrl-C is no exception.

    As one it would break off whatever library is at work: msgspec crashes then, and PySide aborts.
    """
    before = signal.getsignal(signal.SIGINT)
    if before is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
