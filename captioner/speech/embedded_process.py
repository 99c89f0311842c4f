"""The embedded engine in a process of its own.

Pocketsphinx keeps Python's lock while it loads its model, half a second for each track, and while it hears a piece of
sound: in the process of the windows nothing would move meanwhile, and the sound card's callback would wait.
"""

import multiprocessing
import signal
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any

from captioner.core.errors import CaptionerError, EngineError
from captioner.core.speech import EngineInfo, Hypothesis, Task, Window
from captioner.speech.embedded import EmbeddedRecognizer, require_english

_ENDING_S = 5.0
"""For the process to be gone once nobody asks it any more."""


class EmbeddedProcess:
    """An ``EmbeddedRecognizer`` behind a pipe. Its process ends with ``close``, and with ours."""

    def __init__(self, language: str | None = None, task: Task = "transcribe") -> None:
        """Load the model. Raises EngineError as ``EmbeddedRecognizer`` does."""
        require_english(language, task)
        spawn = multiprocessing.get_context("spawn")
        self._pipe, theirs = spawn.Pipe()
        self._child = spawn.Process(
            target=_serve, args=(theirs, language, task), name="captioner embedded engine", daemon=True
        )
        self._closed = False
        self._child.start()
        theirs.close()
        try:
            self._info: EngineInfo = self._answer()
        except BaseException:
            self.close()
            raise

    @property
    def info(self) -> EngineInfo:
        """What runs."""
        return self._info

    def recognize(self, window: Window) -> Hypothesis:
        """What was said in the window. Raises EngineError, also where the process is gone."""
        self._ask(window)
        hypothesis: Hypothesis = self._answer()
        return hypothesis

    def forget(self, utterance: int) -> None:
        """The utterance is over, whether or not it had a final pass."""
        self._ask(utterance)

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

    def _ask(self, question: Window | int) -> None:
        try:
            self._pipe.send(question)
        except OSError as error:
            raise _gone() from error

    def _answer(self) -> Any:
        try:
            answer = self._pipe.recv()
        except (EOFError, OSError) as error:
            raise _gone() from error
        if isinstance(answer, Exception):
            raise answer
        return answer


def _gone() -> EngineError:
    return EngineError("The embedded engine has ended by itself.", "Start the captions again.")


def _serve(pipe: Connection, language: str | None, task: Task) -> None:
    """Runs in the process: answers windows until nobody asks any more."""
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):  # what is meant for the application: its last words are wanted yet
        if number := getattr(signal, name, None):
            signal.signal(number, signal.SIG_IGN)
    with suppress(EOFError, OSError):
        try:
            engine = EmbeddedRecognizer(language, task)
        except CaptionerError as error:
            pipe.send(error)
            return
        pipe.send(engine.info)
        while True:
            question = pipe.recv()
            if isinstance(question, Window):
                pipe.send(_heard(engine, question))
            else:
                engine.forget(question)


def _heard(engine: EmbeddedRecognizer, window: Window) -> Hypothesis | Exception:
    try:
        return engine.recognize(window)
    except CaptionerError as error:
        return error
    except Exception as error:  # our fault: it is raised where the engine was asked
        return RuntimeError(f"{type(error).__name__}: {error}")
