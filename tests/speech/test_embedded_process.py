"""The embedded engine in its own process: the same words, no lock of ours held, and an end in every case."""

import os
import signal
import sys
from collections.abc import Iterator

import numpy as np
import pytest
from test_embedded import MORNING, ask

from captioner.core.errors import EngineError
from captioner.core.speech import Task
from captioner.speech.embedded import EmbeddedRecognizer
from captioner.speech.embedded_process import EmbeddedProcess


@pytest.fixture
def engine() -> Iterator[EmbeddedProcess]:
    process = EmbeddedProcess()
    yield process
    process.close()


def test_it_hears_what_the_engine_hears(engine: EmbeddedProcess) -> None:
    here = EmbeddedRecognizer()
    assert engine.info == here.info
    for stop in (16000, 32000):
        growing = ask(engine, MORNING[:stop], final=False)
        assert growing.words == ask(here, MORNING[:stop], final=False).words
    engine.forget(1)
    here.forget(1)
    assert ask(engine, MORNING, utterance=2).words == ask(here, MORNING, utterance=2).words


@pytest.mark.parametrize(("language", "task"), [("de", "transcribe"), ("en", "translate")])
def test_what_it_cannot_do_is_said_at_once(engine: EmbeddedProcess, language: str, task: Task) -> None:
    with pytest.raises(EngineError, match="embedded engine") as raised:
        EmbeddedProcess(language, task)
    assert raised.value.hint
    with pytest.raises(EngineError, match="embedded engine") as raised:
        ask(engine, MORNING, language=language, task=task)
    assert raised.value.hint
    assert raised.value.remedy == "recognition"
    assert ask(engine, MORNING).words


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_process_that_ends_is_told_and_signals_do_not_end_it(engine: EmbeddedProcess) -> None:
    pid = engine._child.pid
    assert pid is not None
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        os.kill(pid, number)
    assert ask(engine, MORNING[:16000], final=False).language == "en"
    os.kill(pid, signal.SIGKILL)
    with pytest.raises(EngineError, match="has ended by itself"):
        ask(engine, np.zeros(160, np.float32))
    engine.close()
    engine.close()
