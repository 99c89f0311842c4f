"""A better engine takes over while a session runs: real sound and voice activity, engines that only count."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from spoken import spoken

from captioner.audio.file_source import FileSource
from captioner.audio.spool import DiskSpool
from captioner.core.caption import Caption, Notice
from captioner.core.errors import EngineLostError, ModelError
from captioner.core.protocols import Recognizer
from captioner.core.sound import SAMPLE_RATE, Track
from captioner.core.speech import EngineInfo, Hypothesis, Window
from captioner.live.conversation import Conversation
from captioner.live.segmenter import Segmenter
from captioner.live.session import LiveSession
from captioner.live.talk import Talk
from captioner.speech.vad import GatedVad


@dataclass
class Kept:
    """A sink that keeps what it gets."""

    captions: list[Caption] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)

    def caption(self, caption: Caption) -> None:
        self.captions.append(caption)

    def notice(self, notice: Notice) -> None:
        self.notices.append(notice)


class Named:
    """Stands in for an engine where only the order of things matters: it says its own name."""

    def __init__(self, name: str, asked: Callable[[Window], None] = lambda window: None) -> None:
        self.info = EngineInfo(name, "none", "cpu")
        self.passes: list[tuple[int, bool]] = []
        self.threads = {threading.get_ident()}
        self.closed = False
        self._asked = asked

    def recognize(self, window: Window) -> Hypothesis:
        self.threads.add(threading.get_ident())
        self.passes.append((window.utterance, window.final))
        self._asked(window)
        return Hypothesis(
            window.utterance, spoken(self.info.engine, window.start / SAMPLE_RATE), window.final, "en", 1.0
        )

    def forget(self, utterance: int) -> None:
        pass

    def close(self) -> None:
        self.closed = True


@pytest.fixture
def sink() -> Kept:
    return Kept()


MakeSession = Callable[[Callable[[], Recognizer], float], LiveSession]


@pytest.fixture
def session_over(speech_dir: Path, tmp_path: Path, sink: Kept) -> Iterator[MakeSession]:
    sessions: list[LiveSession] = []

    def build(load: Callable[[], Recognizer], pace: float) -> LiveSession:
        talk = Talk(
            FileSource(Track("file"), str(speech_dir / "talk_01.flac"), pace=pace),
            DiskSpool(tmp_path / "spool.wav"),
            GatedVad(),
            Segmenter("file"),
            Conversation(None),
        )
        sessions.append(LiveSession([talk], load, [sink]))
        return sessions[-1]

    yield build
    for session in sessions:
        session.abandon()
        session.join()
        session.close()


def test_the_engine_changes_between_utterances_and_in_its_own_thread(session_over: MakeSession, sink: Kept) -> None:
    better: list[Named] = []

    def load_better() -> Recognizer:
        better.append(Named("better"))
        return better[-1]

    def in_the_middle(window: Window) -> None:
        if not window.final:  # the first utterance is being spoken
            session.replace_engine(load_better)

    first = Named("first", in_the_middle)
    first.threads.clear()
    session = session_over(lambda: first, 2.0)
    session.start()
    assert session.wait(60)
    session.join()
    assert session.failure is None
    said = {caption.utterance: caption.words[0].text.strip() for caption in sink.captions if caption.final}
    assert list(said.values()) == ["first"] + ["better"] * (len(said) - 1)
    assert len(said) > 1
    assert {utterance for utterance, _ in first.passes}.isdisjoint({utterance for utterance, _ in better[0].passes})
    assert first.threads == better[0].threads
    assert len(better) == 1
    assert (first.closed, better[0].closed) == (True, True)


def test_it_changes_in_a_silence_too(session_over: MakeSession) -> None:
    changed = threading.Event()

    def load_better() -> Recognizer:
        changed.set()
        return Named("better")

    session = session_over(lambda: Named("first"), 0.05)  # so slow that nobody has spoken yet
    session.start()
    session.replace_engine(load_better)
    assert changed.wait(60)


def test_an_engine_that_cannot_be_loaded_leaves_the_old_one_at_work(session_over: MakeSession, sink: Kept) -> None:
    def fail() -> Recognizer:
        raise ModelError("The model is damaged.", "Fetch it again.")

    first = Named("first")
    session = session_over(lambda: first, 0.0)
    session.replace_engine(fail)
    session.start()
    assert session.wait(60)
    session.join()
    assert session.failure is None
    assert sink.notices == [Notice("warning", "The model is damaged.", "Fetch it again.", remedy="models")]
    assert {caption.words[0].text.strip() for caption in sink.captions if caption.final} == {"first"}


def test_an_engine_that_is_lost_is_loaded_again_and_hears_what_it_was_asked(
    session_over: MakeSession, sink: Kept
) -> None:
    loaded: list[Named] = []

    def lose(window: Window) -> None:
        if len(loaded) == 1 and window.final and window.utterance > 0:
            raise EngineLostError("The engine has ended by itself.")

    def load() -> Recognizer:
        loaded.append(Named(f"engine{len(loaded)}", lose))
        return loaded[-1]

    session = session_over(load, 0.0)
    session.start()
    assert session.wait(60)
    session.join()
    assert session.failure is None
    said = [caption.words[0].text.strip() for caption in sink.captions if caption.final]
    assert said == ["engine0"] + ["engine1"] * (len(said) - 1)
    assert len(said) > 1
    assert [caption.utterance for caption in sink.captions if caption.final] == list(range(len(said)))
    assert [notice.severity for notice in sink.notices] == ["warning"]
    assert [engine.closed for engine in loaded] == [True, True]


def test_an_engine_that_is_lost_again_and_again_ends_the_session(session_over: MakeSession, sink: Kept) -> None:
    loaded: list[Named] = []

    def lose(window: Window) -> None:
        raise EngineLostError("The engine has ended by itself.", "Start the captions again.")

    def load() -> Recognizer:
        loaded.append(Named("engine", lose))
        return loaded[-1]

    session = session_over(load, 0.0)
    session.start()
    assert session.wait(60)
    session.join()
    assert isinstance(session.failure, EngineLostError)
    assert session.abandon() > 0, "what was said is known to be missing"
    assert [engine.closed for engine in loaded] == [True, True]
