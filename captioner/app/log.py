"""The program's diary for those who mend it: a bounded private file, and what becomes of our own bugs.

What the user says or reads never goes in: modules log counts, times and names of things, not words. Should a caption
be handed to the log all the same, only its type is written. The libraries below us are heard from WARNING on, since
some of them log addresses and text.
"""

import logging
import os
import sys
import threading
import traceback
from contextlib import suppress
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from captioner.core.caption import Caption, Cue, CueWord, Notice
from captioner.core.errors import CaptionerError
from captioner.core.message import Message
from captioner.core.speech import Hypothesis, Window, Word

MAX_BYTES = 1 << 20
BACKUPS = 3
MAX_RECORD_CHARACTERS = 32_000

_WORDS = (Caption, Cue, CueWord, Hypothesis, Window, Word)
_ours = logging.getLogger("captioner")


class Log:
    """The log of one run of the program, from its making to ``close``; use it as a context.

    ``verbosity`` 0 writes INFO and above of ``captioner``, 1 and more also DEBUG. Where the file cannot be written,
    the program goes on without: ``notice`` then says so.
    """

    def __init__(self, path: Path, verbosity: int = 0) -> None:
        self.path: Path | None = path
        self.notice: Notice | None = None
        self._root = logging.getLogger()
        self._levels = (self._root.level, _ours.level)
        self._hooks = (sys.excepthook, threading.excepthook)
        self._handler: logging.Handler = logging.NullHandler()
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._handler = _PrivateFile(path)
        except OSError as error:
            self.path = None
            self.notice = Notice(
                "warning",
                Message("The log cannot be written to {path}: {reason}.", path=path, reason=error.strerror or error),
                "Captions work without it. Make room or give yourself access to the folder.",
            )
        self._root.addHandler(self._handler)
        self._root.setLevel(logging.WARNING)
        _ours.setLevel(logging.DEBUG if verbosity else logging.INFO)
        logging.captureWarnings(True)
        sys.excepthook = self._bug
        threading.excepthook = self._bug_in_thread

    def close(self) -> None:
        """Give logging and the hooks back as they were found. Safe to call twice."""
        if self._handler not in self._root.handlers:
            return
        sys.excepthook, threading.excepthook = self._hooks
        logging.captureWarnings(False)
        self._root.removeHandler(self._handler)
        self._root.setLevel(self._levels[0])
        _ours.setLevel(self._levels[1])
        self._handler.close()

    def bug(self, error: BaseException, where: str = "") -> str:
        """Log an error that should not be, with its traceback; the line that tells the user where to look."""
        _ours.critical("bug%s", f" in {where}" if where else "", exc_info=error)
        what = "".join(traceback.format_exception_only(error)).strip().splitlines()[-1][:300]
        return f"captioner: a fault of captioner itself{f' in {where}' if where else ''}: {what} — " + (
            f"details are in {self.path}" if self.path else "there is no log: see the warning at the start"
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def _bug(self, kind: type[BaseException], error: BaseException, at: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            sys.__excepthook__(kind, error, at)
        else:
            _tell(_line_for(error) or self.bug(error))

    def _bug_in_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and not isinstance(args.exc_value, SystemExit):
            name = f"thread {args.thread.name}" if args.thread else "a thread"
            _tell(_line_for(args.exc_value) or self.bug(args.exc_value, name))


def _line_for(error: BaseException) -> str | None:
    """The line for what the user can act on, None for a bug."""
    return f"captioner: {error.message} {error.hint}".rstrip() if isinstance(error, CaptionerError) else None


def _tell(line: str) -> None:
    """On standard error, if there is one (a windowed program has none) and somebody reads it."""
    try:
        print(line, file=sys.stderr, flush=True)  # noqa: T201
    except (OSError, ValueError, AttributeError):
        return


def _open_private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


class _PrivateFile(RotatingFileHandler):
    """A rotating file that only this user can read, and that never disturbs who logs."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, maxBytes=MAX_BYTES, backupCount=BACKUPS, encoding="utf-8", errors="backslashreplace")
        self.setFormatter(_Lines("%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s"))
        self.addFilter(_without_words)

    def _open(self) -> TextIOWrapper:
        return open(self.baseFilename, "a", encoding=self.encoding, errors=self.errors, opener=_open_private)

    def close(self) -> None:
        """A full disk keeps the last record, not the program from ending."""
        with suppress(OSError):
            super().close()

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802
        """A full disk must not show tracebacks between captions: this record is lost."""


class _Lines(logging.Formatter):
    """Bounded records, so that the whole file is."""

    def format(self, record: logging.LogRecord) -> str:
        text = super().format(record)
        if len(text) <= MAX_RECORD_CHARACTERS:
            return text
        half = MAX_RECORD_CHARACTERS // 2
        return f"{text[:half]}\n… {len(text) - 2 * half} characters left out …\n{text[-half:]}"


def _without_words(record: logging.LogRecord) -> bool:
    """Put the type in place of an argument that holds the user's words."""
    if isinstance(record.args, tuple):
        record.args = tuple(_unworded(value) for value in record.args)
    elif record.args:
        record.args = {name: _unworded(value) for name, value in record.args.items()}
    record.msg = _unworded(record.msg)
    return True


def _unworded(value: Any) -> Any:
    if isinstance(value, _WORDS):
        return f"<{type(value).__name__}>"
    if isinstance(value, (list, tuple, set, frozenset)) and any(isinstance(item, _WORDS) for item in value):
        return f"<{len(value)} with words>"
    return value
