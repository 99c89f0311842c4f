"""Eight hours of a meeting through the live pipeline, time compressed: flat memory, exact times at the end."""

import sys
from pathlib import Path

import numpy as np
import pytest
from spoken import spoken

from captioner.audio.decode import Decoder
from captioner.audio.spool import DiskSpool
from captioner.core.caption import Caption, Notice
from captioner.core.sound import SAMPLE_RATE, AudioBlock, Pcm, Track
from captioner.core.speech import EngineInfo, Hypothesis, PassCost, Window
from captioner.live.conversation import Conversation
from captioner.live.segmenter import Segmenter
from captioner.live.session import LiveSession
from captioner.live.talk import NS_PER_SAMPLE, Talk
from captioner.speech.vad import GatedVad

HOURS = 8
LENGTH = HOURS * 3600 * SAMPLE_RATE
BLOCK = 4096
SENTENCE_EVERY = 60 * SAMPLE_RATE


def resident_bytes() -> int:
    """What the process holds in memory."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096


class SimulatedMeeting:
    """A sentence a minute, silence between, as fast as the reader takes it: a clock that runs compressed.

    Stands in for a sound card, which cannot be made to run faster. Not live, so that the reader is waited for.
    """

    live = False

    def __init__(self, sentence: Pcm) -> None:
        self.track = Track("file")
        self._minute = np.zeros(SENTENCE_EVERY + BLOCK, np.float32)
        self._minute[SAMPLE_RATE : SAMPLE_RATE + len(sentence)] = sentence
        self._position = 0
        self.sizes: list[int] = []

    def start(self) -> None:
        pass

    @property
    def ended(self) -> bool:
        return self._position >= LENGTH

    def read(self, timeout_s: float) -> AudioBlock | None:
        if self.ended:
            return None
        if self._position % (3600 * SAMPLE_RATE // BLOCK * BLOCK) == 0:
            self.sizes.append(resident_bytes())
        start, at = self._position, self._position % SENTENCE_EVERY
        self._position += BLOCK
        return AudioBlock("file", start, self._minute[at : at + BLOCK], 0, self._position * NS_PER_SAMPLE)

    def stop(self) -> None:
        self._position = max(self._position, LENGTH)

    def close(self) -> None:
        pass


class Saying:
    """Stands in for an engine: one word as long as the speech. Eight hours of real passes would take hours."""

    info = EngineInfo("saying", "none", "cpu")

    def recognize(self, window: Window) -> Hypothesis:
        length_s = (window.stop - window.speech_start) / SAMPLE_RATE
        words = spoken("sentence", window.speech_start / SAMPLE_RATE, length_s)
        return Hypothesis(window.utterance, words, window.final, "en", 1.0, None, PassCost(encoded=len(window.pcm)))

    def forget(self, utterance: int) -> None:
        pass

    def close(self) -> None:
        pass


class LastCaption:
    """A sink that keeps only the newest."""

    def __init__(self) -> None:
        self.caption_count = 0
        self.last: Caption | None = None

    def caption(self, caption: Caption) -> None:
        self.caption_count += 1
        self.last = caption

    def notice(self, notice: Notice) -> None:
        raise AssertionError(notice)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="reads the process's memory from /proc")
def test_eight_hours(tmp_path: Path, speech_dir: Path) -> None:
    with Decoder(str(speech_dir / "fixed_03.flac")) as decoder:
        sentence = np.concatenate(list(decoder.blocks()))
    source, sink = SimulatedMeeting(sentence), LastCaption()
    spool = DiskSpool(tmp_path / "spool.wav")
    session = LiveSession([Talk(source, spool, GatedVad(), Segmenter("file"), Conversation("en"))], Saying, [sink])
    try:
        session.load()
        session.start()
        assert session.wait(1800)
    finally:
        session.abandon()
        session.join()
        session.close()
    assert session.failure is None
    summary = session.summary()
    assert summary.captured_s == pytest.approx(HOURS * 3600, abs=1)
    assert (summary.lost_samples, sink.caption_count) == (0, HOURS * 60)
    assert sink.last is not None
    in_minute_s = sink.last.start % SENTENCE_EVERY / SAMPLE_RATE
    assert sink.last.start // SENTENCE_EVERY == HOURS * 60 - 1
    assert in_minute_s == pytest.approx(1.5, abs=0.3), "the sentence begins half a second into its file"
    growth = source.sizes[-1] - source.sizes[1]
    assert len(source.sizes) >= HOURS
    assert growth < 8_000_000, f"bytes by the hour: {source.sizes}"
