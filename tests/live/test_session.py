"""The threads around the pipeline: real file source, real voice activity and, where words matter, the real engine."""

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest
from spoken import spoken
from word_errors import word_error_rate

from captioner.audio.file_source import FileSource
from captioner.audio.spool import DiskSpool
from captioner.core.caption import Caption, Notice
from captioner.core.errors import InputError, ModelError, OutputError
from captioner.core.protocols import Recognizer
from captioner.core.sound import SAMPLE_RATE, Track
from captioner.core.speech import EngineInfo, Hypothesis, PassCost, Window, text_of
from captioner.live.conversation import Conversation
from captioner.live.segmenter import Segmenter
from captioner.live.session import LiveSession
from captioner.live.talk import Talk
from captioner.speech.vad import GatedVad
from captioner.speech.whisper_load import load_whisper


@dataclass
class Collected:
    """A sink that keeps what it gets, and fails when told to."""

    captions: list[Caption] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    failure: OutputError | None = None
    fails: int = 0

    def caption(self, caption: Caption) -> None:
        if self.failure and self.fails:
            self.fails -= 1
            raise self.failure
        self.captions.append(caption)

    def notice(self, notice: Notice) -> None:
        self.notices.append(notice)

    @property
    def text(self) -> str:
        return " ".join(text_of(caption.words) for caption in self.captions if caption.final)


class Counting:
    """Stands in for an engine where only the order of things matters: its words are the utterances' numbers."""

    def __init__(self, gate: threading.Event | None = None, fails: Exception | None = None) -> None:
        self.info = EngineInfo("counting", "none", "cpu")
        self.windows: list[Window] = []
        self.closed = False
        self._gate = gate
        self._fails = fails

    def recognize(self, window: Window) -> Hypothesis:
        self.windows.append(window)
        if self._gate is not None:
            self._gate.wait(60)
        if self._fails is not None:
            raise self._fails
        words = spoken(f"utterance {window.utterance}", window.start / SAMPLE_RATE, 0.1)
        return Hypothesis(window.utterance, words, window.final, "en", 1.0, None, PassCost(encoded=len(window.pcm)))

    def forget(self, utterance: int) -> None:
        pass

    def close(self) -> None:
        self.closed = True


MakeSession = Callable[..., LiveSession]


@pytest.fixture
def make(tmp_path: Path) -> Iterator[MakeSession]:
    """Sessions over a file; what a test leaves running is ended."""
    sessions: list[LiveSession] = []

    def build(
        source: Path | str, load: Callable[[], Recognizer], *sinks: Collected, pace: float = 0.0, **options: float
    ) -> LiveSession:
        number = len(sessions)
        talk = Talk(
            FileSource(Track("file"), str(source), pace=pace, **options),
            DiskSpool(tmp_path / f"{number}.wav"),
            GatedVad(),
            Segmenter("file"),
            Conversation(None),
        )
        sessions.append(LiveSession([talk], load, sinks))
        return sessions[-1]

    yield build
    for session in sessions:
        session.abandon()


def ended(session: LiveSession) -> None:
    """Joins and closes; raises what ended the session before its time."""
    session.join()
    session.close()
    if session.failure is not None:
        raise session.failure


def whole(session: LiveSession) -> None:
    session.load()
    session.start()
    assert session.wait(60)
    ended(session)


def test_a_talk_at_real_pace(
    make: MakeSession, tiny_whisper: Path, speech_dir: Path, manifest: dict[str, dict[str, object]]
) -> None:
    sink = Collected()
    session = make(speech_dir / "talk_01.flac", lambda: load_whisper(tiny_whisper, "cpu", sink.notice), sink, pace=1.0)
    whole(session)
    summary = session.summary()
    assert word_error_rate(str(manifest["talk_01.flac"]["text"]), sink.text) <= 0.05
    assert (summary.rewrites, summary.lost_samples) == (0, 0)
    assert summary.captured_s == pytest.approx(12.83, abs=0.01)
    assert summary.partial_passes > 5
    revisions: dict[int, list[Caption]] = {}
    for caption in sink.captions:
        revisions.setdefault(caption.utterance, []).append(caption)
    for states in revisions.values():
        assert [state.revision for state in states] == list(range(len(states)))
        assert [state.final for state in states] == [False] * (len(states) - 1) + [True]
        assert all(after.stable.startswith(before.stable) for before, after in pairwise(states))
        assert states[-1].tentative == ""
    assert sink.notices == []


def test_as_fast_as_possible_gives_the_same_every_time(make: MakeSession, tiny_whisper: Path, speech_dir: Path) -> None:
    texts = []
    for _ in range(2):
        sink = Collected()
        load = partial(load_whisper, tiny_whisper, "cpu", sink.notice)
        whole(make(speech_dir / "talk_00.flac", load, sink))
        texts.append([(caption.words, caption.start, caption.end) for caption in sink.captions])
        assert all(caption.final for caption in sink.captions)
    assert texts[0] == texts[1]


def test_silence_costs_no_pass(make: MakeSession, speech_dir: Path) -> None:
    engine, sink = Counting(), Collected()
    session = make(speech_dir / "silence.flac", lambda: engine, sink)
    whole(session)
    assert (engine.windows, sink.captions, engine.closed) == ([], [], True)


def test_stop_keeps_all_that_was_said_before(make: MakeSession, speech_dir: Path) -> None:
    gate, sink = threading.Event(), Collected()
    engine = Counting(gate=gate)
    session = make(speech_dir / "talk_02.flac", lambda: engine, sink, pace=20.0)
    session.load()
    session.start()
    time.sleep(0.6)  # twelve seconds of talk, and an engine that is stuck
    session.stop()
    session.stop()
    assert not session.wait(0.3), "the queue is not drained yet"
    assert session.behind_s > 3
    gate.set()
    assert session.wait(60)
    assert session.behind_s == 0
    ended(session)
    finals = [caption for caption in sink.captions if caption.final]
    assert len(finals) == session.summary().utterances >= 3
    assert [caption.utterance for caption in finals] == sorted(caption.utterance for caption in finals)


def test_abandoning_tells_what_was_not_decoded(make: MakeSession, speech_dir: Path) -> None:
    gate = threading.Event()
    session = make(speech_dir / "talk_02.flac", lambda: Counting(gate=gate), Collected(), pace=30.0)
    session.load()
    session.start()
    time.sleep(0.8)
    session.stop()
    left_s = session.abandon()
    gate.set()
    assert session.wait(60)
    ended(session)
    assert left_s > 3


def test_an_engine_that_cannot_load_is_told_and_nothing_runs(make: MakeSession, speech_dir: Path) -> None:
    def load() -> Recognizer:
        raise ModelError("The model is damaged.", "Fetch it again.")

    session = make(speech_dir / "talk_00.flac", load, Collected())
    with pytest.raises(ModelError, match="damaged"):
        session.load()


def test_an_engine_that_breaks_ends_the_session_with_its_error(make: MakeSession, speech_dir: Path) -> None:
    engine = Counting(fails=RuntimeError("CUDA failed"))
    session = make(speech_dir / "talk_00.flac", lambda: engine, Collected(), pace=20.0)
    session.load()
    session.start()
    assert session.wait(60)
    with pytest.raises(RuntimeError, match="CUDA"):
        ended(session)
    assert engine.closed


def test_a_source_that_cannot_be_opened_leaves_nothing_running(make: MakeSession, tmp_path: Path) -> None:
    session = make(tmp_path / "missing.wav", Counting, Collected())
    session.load()
    with pytest.raises(InputError):
        session.start()
    assert session.wait(60)


def test_a_sink_that_fails_is_told_of_once_and_tried_again(make: MakeSession, speech_dir: Path) -> None:
    good, bad = Collected(), Collected(failure=OutputError("The disk is full.", "Make room."), fails=2)
    session = make(speech_dir / "talk_00.flac", Counting, bad, good)
    whole(session)
    assert len(bad.captions) == len(good.captions) - 2
    assert [notice.text for notice in good.notices] == ["The disk is full."]
    assert len(good.captions) >= 3


def test_a_slow_engine_is_behind_says_so_and_drops_no_final(make: MakeSession, speech_dir: Path) -> None:
    gate, sink = threading.Event(), Collected()
    session = make(speech_dir / "talk_04.flac", lambda: Counting(gate=gate), sink, pace=40.0)
    session.load()
    session.start()
    time.sleep(1.0)  # the talk is over, nothing is decoded
    gate.set()
    assert session.wait(60)
    ended(session)
    assert [notice.severity for notice in sink.notices] == ["warning", "info"]
    assert sum(caption.final for caption in sink.captions) == session.summary().utterances
