"""An engine in a process of its own.

Pocketsphinx keeps Python's lock while it loads its model, half a second for each track, and while it hears a piece of
sound; Whisper's tokenizer keeps it for a fifth of a second while it is read. In the process of the windows nothing
would move meanwhile, and the sound card's callback would wait. A GPU's driver that crashes takes only the engine along.
"""

import logging
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from logging.handlers import QueueHandler
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from captioner.core.caption import Notice
from captioner.core.errors import CaptionerError, EngineLostError
from captioner.core.protocols import BatchRecognizer, Recognizer
from captioner.core.settings import DeviceChoice
from captioner.core.speech import EngineInfo, Hypothesis, Task, Window
from captioner.speech.whisper_speed import SpeedBook

log = logging.getLogger(__name__)

Load = Callable[..., Recognizer]
"""A module's own function: it gets the arguments, and as the last one a function that takes notices."""

_ENDING_S = 5.0
"""For the process to be gone once nobody asks it any more."""


class EngineProcess:
    """A recognizer behind a pipe. Its process ends with ``close``, and with ours."""

    def __init__(self, load: Load, arguments: tuple[Any, ...], tell: Callable[[Notice], None]) -> None:
        """Load the engine there; ``tell`` hears meanwhile what ``load`` tells. Raises what ``load`` raises."""
        self._tell = tell
        spawn = multiprocessing.get_context("spawn")
        self._pipe, theirs = spawn.Pipe()
        # No daemon in multiprocessing's sense: those may not try a GPU in a process of their own.
        self._child = spawn.Process(target=_serve, args=(theirs, load, arguments), name="captioner engine")
        self._closed = self._interrupted = False
        self._child.start()
        theirs.close()
        try:
            info, batch = self._answer()
        except BaseException:
            self.close()
            raise
        self._info: EngineInfo = info
        self._batch: int = batch

    @property
    def info(self) -> EngineInfo:
        """What runs."""
        return self._info

    @property
    def batch(self) -> int:
        """How many finals it hears at once."""
        return self._batch

    def recognize(self, window: Window) -> Hypothesis:
        """What was said in the window. Raises what the engine raises, and EngineLostError where the process is gone."""
        self._ask(window)
        hypothesis: Hypothesis = self._answer()
        return hypothesis

    def recognize_finals(self, windows: Sequence[Window]) -> list[Hypothesis]:
        """What was said in each of the windows. Raises as ``recognize``."""
        self._ask(list(windows))
        hypotheses: list[Hypothesis] = self._answer()
        return hypotheses

    def forget(self, utterance: int) -> None:
        """The utterance is over."""
        with suppress(OSError):  # a process that is gone has forgotten everything; the next question tells
            self._pipe.send(utterance)

    def interrupt(self) -> None:
        """End the process in the middle of what it does. From any thread."""
        self._interrupted = True
        with suppress(ValueError):  # it was closed in this moment
            self._child.kill()

    def close(self) -> None:
        """End the process."""
        if self._closed:
            return
        self._closed = True
        self._pipe.close()
        self._child.join(_ENDING_S)
        self._child.kill()
        self._child.join()
        self._child.close()

    def _lost(self) -> EngineLostError:
        self._child.join(_ENDING_S)
        if not self._interrupted:
            log.warning("the engine's process has ended with exit code %s", self._child.exitcode)
        return EngineLostError("The engine has ended by itself.", "Start the captions again.")

    def _ask(self, question: Window | list[Window]) -> None:
        try:
            self._pipe.send(question)
        except OSError as error:
            raise self._lost() from error

    def _answer(self) -> Any:
        while True:
            try:
                answer = self._pipe.recv()
            except (EOFError, OSError) as error:
                raise self._lost() from error
            if isinstance(answer, Notice):
                self._tell(answer)
            elif isinstance(answer, logging.LogRecord):
                logging.getLogger(answer.name).handle(answer)
            elif isinstance(answer, Exception):
                raise answer
            else:
                return answer


def embedded_process(language: str | None = None, task: Task = "transcribe") -> EngineProcess:
    """The embedded engine. Raises EngineError as ``EmbeddedRecognizer`` does."""
    from captioner.speech.embedded import require_english

    require_english(language, task)
    return EngineProcess(load_embedded_there, (language, task), lambda notice: None)


def whisper_process(
    folder: Path, device: DeviceChoice, tell: Callable[[Notice], None], book: SpeedBook
) -> EngineProcess:
    """The model of the folder. Raises as ``load_whisper``; the ``book`` must be one that can be sent."""
    return EngineProcess(load_whisper_there, (folder, device, book), tell)


def load_embedded_there(language: str | None, task: Task, tell: Callable[[Notice], None]) -> Recognizer:
    """Runs in the process."""
    from captioner.speech.embedded import EmbeddedRecognizer

    return EmbeddedRecognizer(language, task)


def load_whisper_there(
    folder: Path, device: DeviceChoice, book: SpeedBook, tell: Callable[[Notice], None]
) -> Recognizer:
    """Runs in the process."""
    from captioner.speech.whisper_load import load_whisper

    return load_whisper(folder, device, tell, book)


def _serve(pipe: Connection, load: Load, arguments: tuple[Any, ...]) -> None:
    """Runs in the process: answers windows until nobody asks any more."""
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):  # what is meant for the application: its last words are wanted yet
        if number := getattr(signal, name, None):
            signal.signal(number, signal.SIG_IGN)
    with suppress(EOFError, OSError):
        logging.getLogger().addHandler(_ToPipe(pipe))
        logging.getLogger().setLevel(logging.INFO)
        try:
            engine = load(*arguments, pipe.send)
        except Exception as error:
            pipe.send(_sendable(error))
        else:
            pipe.send((engine.info, engine.batch if isinstance(engine, BatchRecognizer) else 1))
            while True:
                question = pipe.recv()
                if isinstance(question, int):
                    engine.forget(question)
                else:
                    pipe.send(_heard(engine, question))
    if sys.platform == "linux":
        os._exit(0)  # some CUDA libraries crash while they are unloaded, which is no news


def _heard(engine: Recognizer, question: Window | list[Window]) -> Hypothesis | list[Hypothesis] | Exception:
    try:
        if isinstance(question, list) and isinstance(engine, BatchRecognizer):
            return engine.recognize_finals(question)
        if isinstance(question, list):
            return [engine.recognize(window) for window in question]
        return engine.recognize(question)
    except Exception as error:
        return _sendable(error)


def _sendable(error: Exception) -> Exception:
    """What the user can act on as it is; our faults in words: they are raised again where the engine was asked."""
    if isinstance(error, CaptionerError):
        error.__cause__ = error.__context__ = None
        return error
    return RuntimeError(f"{type(error).__name__}: {error}")


class _ToPipe(QueueHandler):
    """Sends what is logged to the application, which has the log."""

    def __init__(self, pipe: Connection) -> None:
        super().__init__(pipe)  # type: ignore[arg-type]  # all that it does with a queue is in enqueue

    def enqueue(self, record: logging.LogRecord) -> None:
        with suppress(OSError):
            self.queue.send(record)  # type: ignore[attr-defined]
