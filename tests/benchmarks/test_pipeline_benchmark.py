"""What everything but the engine costs: capture, ring, resampling, spool, voice activity, segmenter, stabilizer, cues.

python -m pytest -m benchmark -s tests/benchmarks/test_pipeline_benchmark.py
"""

import time
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.signal import resample_poly
from sound_server import SPEAKER, SoundServer
from spoken import spoken

from captioner.app.bench.runs import sound_of
from captioner.app.live_sources import live_sources
from captioner.audio.resample import Converter
from captioner.audio.ring import Ring
from captioner.audio.spool import DiskSpool
from captioner.core.caption import Caption, Notice
from captioner.core.sound import SAMPLE_RATE, AudioBlock, Track
from captioner.core.speech import EngineInfo, Hypothesis, Window
from captioner.live.conversation import Conversation
from captioner.live.segmenter import Segmenter
from captioner.live.session import LiveSession
from captioner.live.simulation import Simulation
from captioner.live.talk import NS_PER_SAMPLE, Talk
from captioner.speech.vad import GatedVad
from captioner.transcript.cue_builder import CueBuilder

pytestmark = pytest.mark.benchmark
EVERY_S = 0.4
RATE = 48_000
BLOCK = RATE // 25
MOST_PERCENT = 2.0


class Free:
    """Stands in for an engine, and costs nothing: a word for each 0.4 s of speech."""

    info = EngineInfo("free", "none", "cpu")

    def recognize(self, window: Window) -> Hypothesis:
        count = max(1, int((window.stop - window.speech_start) / SAMPLE_RATE / EVERY_S))
        words = spoken(" ".join(f"word{i}" for i in range(count)), window.speech_start / SAMPLE_RATE, EVERY_S)
        return Hypothesis(window.utterance, words[len(window.prefix) :], window.final, "en", 1.0)

    def forget(self, utterance: int) -> None:
        """There is nothing to forget."""

    def close(self) -> None:
        """There is nothing to close."""


class Cues:
    """A sink that makes cues."""

    def __init__(self) -> None:
        self.count = 0
        self.partials = 0
        self._builder = CueBuilder(standard="netflix", track="system", speaker="")

    def caption(self, caption: Caption) -> None:
        self.partials += not caption.final
        if caption.final:
            self.count += len(self._builder.add(caption.words, language="en", cut=caption.cut))

    def notice(self, notice: Notice) -> None:
        """None is expected, and none counts."""


class ThroughTheRing:
    """An AudioSource: sound of 48 kHz and two channels in blocks of 40 ms, through ring and converter."""

    live = True

    def __init__(self, frames: NDArray[np.float32]) -> None:
        self.track = Track("file")
        self._frames = frames
        self._ring = Ring(60 * RATE, 2)
        self._converter = Converter(RATE, 2)
        self._at = self._given = 0

    def start(self) -> None:
        """Nothing needs to be opened."""

    def read(self, timeout_s: float) -> AudioBlock | None:
        if self.ended:
            return None
        self._ring.write(self._frames[self._at : self._at + BLOCK], self._at)
        self._at += BLOCK
        chunk = self._ring.read()
        assert chunk is not None
        start, pcm = self._given, self._converter.push(chunk.frames)
        self._given += len(pcm)
        return AudioBlock(self.track.id, start, pcm, 0, self._given * NS_PER_SAMPLE)

    @property
    def ended(self) -> bool:
        return self._at >= len(self._frames)

    def stop(self) -> None:
        self._at = len(self._frames)

    def close(self) -> None:
        """Nothing is open."""


def test_what_is_computed_for_one_track(speech_dir: Path, tmp_path: Path) -> None:
    """Five talks, as fast as it goes: all that this computer computes for them, in seconds of one core."""
    talks = [sound_of(speech_dir / f"talk_0{number}.flac") for number in range(5)]
    mono = resample_poly(np.concatenate(talks), 3, 1).astype(np.float32)
    percents = []
    for attempt in range(3):
        sink = Cues()
        source = ThroughTheRing(np.column_stack([mono, mono]))
        spool = DiskSpool(tmp_path / f"{attempt}.wav")
        talk = Talk(source, spool, GatedVad(), Segmenter("file"), Conversation("en"))
        began = time.thread_time()
        Simulation([talk], Free(), sink.caption, pass_time=lambda window, hypothesis: 0).run()
        percents.append(100 * (time.thread_time() - began) * RATE / len(mono))
        spool.close()
        assert sink.count > 15
        assert sink.partials > 100
    print(f"\n{min(percents):.2f} % of a core for a track in which somebody speaks, without capture and engine")  # noqa: T201
    assert min(percents) < MOST_PERCENT


@pytest.mark.parametrize("speaking", [True, False], ids=["speech", "silence"])
def test_a_session_without_an_engine(
    sound_server: SoundServer, speech_dir: Path, tmp_path: Path, speaking: bool
) -> None:
    sources = live_sources(None, "", lambda notice: None)
    sink = Cues()
    talks = [
        Talk(
            source, DiskSpool(tmp_path / f"{source.track.id}.wav"), GatedVad(), Segmenter("system"), Conversation("en")
        )
        for source in sources
    ]
    session = LiveSession(talks, Free, [sink])
    try:
        session.load()
        session.start()
        time.sleep(1.0)
        player = sound_server.play(speech_dir / "talk_04.flac", SPEAKER) if speaking else None
        began, cpu = time.monotonic(), time.process_time()
        if player is not None:
            player.wait(60)
        else:
            time.sleep(15)
        percent = 100 * (time.process_time() - cpu) / (time.monotonic() - began)
        session.stop()
        assert session.wait(30)
    finally:
        session.abandon()
        session.join()
        session.close()
    print(f"\n{percent:.2f} % of a core for the process that hears one track of {'speech' if speaking else 'silence'}")  # noqa: T201
    assert (sink.count > 3) == speaking
    assert (sink.partials > 20) == speaking
