"""An engine in its own process: the same words, no lock of ours held, and an end in every case."""

import os
import shutil
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from expected_log import ExpectedLog
from test_embedded import MORNING, ask

from captioner.audio.decode import Decoder
from captioner.core.errors import EngineError, EngineLostError, ModelError
from captioner.core.speech import Task, Window
from captioner.speech.embedded import EmbeddedRecognizer
from captioner.speech.engine_process import EngineProcess, embedded_process, whisper_process
from captioner.speech.whisper_binary import WhisperShape
from captioner.speech.whisper_load import load_whisper
from captioner.speech.whisper_speed import WhisperSpeed


@pytest.fixture
def engine() -> Iterator[EngineProcess]:
    process = embedded_process()
    yield process
    process.close()


def test_it_hears_what_the_engine_hears(engine: EngineProcess) -> None:
    here = EmbeddedRecognizer()
    assert engine.info == here.info
    for stop in (16000, 32000):
        growing = ask(engine, MORNING[:stop], final=False)
        assert growing.words == ask(here, MORNING[:stop], final=False).words
    engine.forget(1)
    here.forget(1)
    assert ask(engine, MORNING, utterance=2).words == ask(here, MORNING, utterance=2).words


@pytest.mark.parametrize(("language", "task"), [("de", "transcribe"), ("en", "translate")])
def test_what_it_cannot_do_is_said_at_once(engine: EngineProcess, language: str, task: Task) -> None:
    with pytest.raises(EngineError, match="embedded engine") as raised:
        embedded_process(language, task)
    assert raised.value.hint
    with pytest.raises(EngineError, match="embedded engine") as raised:
        ask(engine, MORNING, language=language, task=task)
    assert raised.value.hint
    assert raised.value.remedy == "recognition"
    assert ask(engine, MORNING).words


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_process_that_ends_is_told_and_signals_do_not_end_it(engine: EngineProcess, expect_log: ExpectedLog) -> None:
    expect_log("ended with exit code -9")
    pid = engine._child.pid
    assert pid is not None
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        os.kill(pid, number)
    assert ask(engine, MORNING[:16000], final=False).language == "en"
    os.kill(pid, signal.SIGKILL)
    with pytest.raises(EngineLostError, match="has ended by itself"):
        ask(engine, np.zeros(160, np.float32))
    engine.forget(1)
    engine.close()
    engine.close()


class Book:
    """A SpeedBook that can be sent, and forgets."""

    def speed(self, model: str) -> WhisperSpeed | None:
        return None

    def keep(self, model: str, speed: WhisperSpeed) -> None:
        """It is not needed again."""

    def expected(self, shape: WhisperShape) -> WhisperSpeed | None:
        return None


def test_whisper_hears_there_what_it_hears_here(tiny_whisper: Path, speech_dir: Path) -> None:
    with Decoder(str(speech_dir / "fixed_00.flac")) as decoder:
        pcm = np.concatenate(list(decoder.blocks()))
    windows = [Window(number, "file", 0, pcm, True, 8000, "en", False) for number in range(3)]
    here = load_whisper(tiny_whisper, "cpu", lambda notice: None)
    there = whisper_process(tiny_whisper, "cpu", lambda notice: None, Book())
    try:
        assert (there.info, there.batch) == (here.info, here.batch)
        alone = here.recognize(windows[0])
        assert alone.words
        assert there.recognize(windows[0]).words == alone.words
        there.forget(0)
        assert [found.words for found in there.recognize_finals(windows)] == [alone.words] * 3
        with pytest.raises(RuntimeError, match="ValueError: a window of"):
            there.recognize(Window(9, "file", 0, np.zeros(31 * 16000, np.float32), True, 0))
        assert there.recognize(windows[1]).words == alone.words, "it goes on"
    finally:
        there.close()
        here.close()


def test_a_model_that_cannot_be_loaded_there_is_told_here_with_its_way_out(tiny_whisper: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(tiny_whisper, tmp_path / "model"))
    (folder / "tokenizer.json").write_text("{", encoding="utf-8")
    with pytest.raises(ModelError) as raised:
        whisper_process(folder, "cpu", lambda notice: None, Book())
    assert raised.value.hint
    assert raised.value.remedy == "models"
