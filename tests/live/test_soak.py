"""Four hours of a meeting on two tracks, with minutes in which the engine is twenty times slower: nothing is lost.

Real voice activity, segmenter, spool, recognition and governor, and the real tiny Whisper, on a clock that only passes
move: a pass takes what base dimensions take on a small machine, twenty times that in a burst. The meeting repeats
itself, and the engine's answer to sound that it has heard before is remembered, for it would be the same.
"""

import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from climber import Climb, watched
from meeting import QUARTER, MeetingSource, TrueWord, Voice, true_words, two_voices
from numpy.typing import NDArray

from captioner.app.bench.scores import aligned, shown_at_s
from captioner.audio.decode import Decoder
from captioner.audio.spool import DiskSpool
from captioner.core.caption import Caption
from captioner.core.protocols import BatchRecognizer
from captioner.core.sound import SAMPLE_RATE
from captioner.core.speech import Hypothesis, Window, Word
from captioner.live.conversation import Conversation
from captioner.live.governor import LADDER
from captioner.live.segmenter import Segmenter
from captioner.live.simulation import Simulation
from captioner.live.talk import Talk
from captioner.live.wording import fold
from captioner.speech.vad import GatedVad
from captioner.speech.whisper_load import load_whisper

HOURS = 4
BURST_S = (120.0, 300.0)
"""Of each quarter of an hour."""

BURST_FACTOR = 20
PARTIAL_NS, FINAL_NS, THRIFTY_FINAL_NS = 120_000_000, 800_000_000, 300_000_000
QUARTER_S = QUARTER / SAMPLE_RATE
QUARTERS = 4 * HOURS
NORMAL_LAG_S = 3.0
CAUGHT_UP_S = 60.0


class Remembering:
    """A recognizer that hears each sound once, and gives the same answer when the same comes again."""

    def __init__(self, engine: BatchRecognizer) -> None:
        self._engine = engine
        self._answers: dict[object, Hypothesis] = {}
        self.info = engine.info
        self.batch = engine.batch
        self.asked = 0

    @property
    def heard(self) -> int:
        """Passes that the engine really made."""
        return len(self._answers)

    def recognize(self, window: Window) -> Hypothesis:
        self.asked += 1
        key = self._key(window)
        if key not in self._answers:
            answer = self._engine.recognize(window)
            self._answers[key] = replace(answer, words=_moved(answer.words, -window.start))
        known = self._answers[key]
        return replace(known, utterance=window.utterance, words=_moved(known.words, window.start))

    def recognize_finals(self, windows: Sequence[Window]) -> list[Hypothesis]:
        return [self.recognize(window) for window in windows]

    def forget(self, utterance: int) -> None:
        self._engine.forget(utterance)

    def close(self) -> None:
        self._engine.close()

    @staticmethod
    def _key(window: Window) -> object:
        """All that the answer depends on."""
        return (
            blake2b(window.pcm.tobytes(), digest_size=16).digest(),
            _moved(window.prefix, -window.start),
            window.speech_start - window.start,
            window.voicing,
            (window.final, window.thrifty, window.language, window.detect, window.context),
        )


def _moved(words: Sequence[Word], samples: int) -> tuple[Word, ...]:
    return tuple(replace(word, start=word.start + samples, end=word.end + samples) for word in words)


@dataclass(slots=True)
class Finals:
    """A sink that keeps of each final caption what is asked of it in the end, in little space."""

    voices: dict[str, Voice]
    starts: dict[str, list[int]]
    partials: int = 0
    utterances: dict[str, list[int]] = field(default_factory=dict)
    heard: dict[str, list[int]] = field(default_factory=dict)
    shown_s: list[float] = field(default_factory=list)
    lag_s: list[float] = field(default_factory=list)
    errors: "dict[int, array[int]]" = field(default_factory=dict)
    """By hour, in samples: how much later the words began, and ended, than they were said."""

    edges: "dict[int, array[int]]" = field(default_factory=dict)
    """The same of the first beginning and the last end of each utterance: a cue's, and bound by the voice activity."""

    matched: int = 0

    def caption(self, caption: Caption) -> None:
        if not caption.final:
            self.partials += 1
            return
        self.utterances.setdefault(caption.track, []).append(caption.utterance)
        self.heard.setdefault(caption.track, []).append(caption.heard)
        self.shown_s.append(shown_at_s(caption))
        self.lag_s.append(caption.lag_s)
        if not caption.words:
            return
        quarter = caption.start // QUARTER
        said = self._said(caption, quarter * QUARTER)
        heard = [fold(word.text) for word in caption.words]
        errors = self.errors.setdefault(quarter // 4, array("i"))
        edges = self.edges.setdefault(quarter // 4, array("i"))
        for i, j in aligned([fold(word.text) for word in said], heard):
            if i is not None and j is not None and fold(said[i].text) == heard[j]:
                self.matched += 1
                began = caption.words[j].start - quarter * QUARTER - said[i].start
                ended = caption.words[j].end - quarter * QUARTER - said[i].end
                errors.extend((began, ended))
                if j == 0:
                    edges.append(began)
                if j == len(heard) - 1:
                    edges.append(ended)

    def _said(self, caption: Caption, quarter_start: int) -> Sequence[TrueWord]:
        """The true words from a second before the caption's to a second behind them."""
        starts = self.starts[caption.track]
        first = bisect_left(starts, caption.start - quarter_start - SAMPLE_RATE)
        last = bisect_left(starts, caption.end - quarter_start + SAMPLE_RATE)
        return self.voices[caption.track].words[first:last]


def in_burst(at_s: float) -> bool:
    return BURST_S[0] <= at_s % QUARTER_S < BURST_S[1]


def back_s(lags: Sequence[tuple[float, float]], quarter: int) -> float:
    """How long after the quarter's burst the last final came that was late."""
    over_s = quarter * QUARTER_S + BURST_S[1]
    next_s = (quarter + 1) * QUARTER_S + BURST_S[0]
    return max((at_s - over_s for at_s, lag_s in lags if over_s <= at_s < next_s and lag_s > NORMAL_LAG_S), default=0.0)


def top_s(climb: Climb, quarter: int) -> float:
    """How long after the quarter's burst the governor was at the top again; infinite where not before the next."""
    over_s = quarter * QUARTER_S + BURST_S[1]
    top_s = climb.reached(0, over_s, (quarter + 1) * QUARTER_S + BURST_S[0])
    return float("inf") if top_s is None else top_s - over_s


def _times(errors_ms: NDArray[np.float64]) -> str:
    sizes = np.abs(errors_ms)
    return f"mean {sizes.mean():.0f} p95 {np.percentile(sizes, 95):.0f} median {np.median(errors_ms):+.1f}"


def resident_bytes() -> int:
    """What the process holds in memory."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096


@pytest.fixture
def voices(speech_dir: Path, manifest: dict[str, dict[str, Any]]) -> dict[str, Voice]:
    talks = []
    for number in range(5):
        name = f"talk_0{number}.flac"
        with Decoder(str(speech_dir / name)) as decoder:
            talks.append((np.concatenate(list(decoder.blocks())), true_words(manifest[name])))
    return dict(zip(("mic", "system"), two_voices(talks), strict=True))


@pytest.fixture
def engine(tiny_whisper: Path) -> Iterator[Remembering]:
    recognizer = Remembering(load_whisper(tiny_whisper, "cpu", lambda notice: None))
    yield recognizer
    recognizer.close()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="reads the process's memory from /proc")
def test_four_hours_with_bursts(
    voices: dict[str, Voice], engine: Remembering, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sizes: list[int] = []
    climb = watched(monkeypatch)
    sources = [
        MeetingSource("mic", voices["mic"], HOURS, lambda: sizes.append(resident_bytes())),
        MeetingSource("system", voices["system"], HOURS),
    ]
    talks = [
        Talk(
            source,
            DiskSpool(tmp_path / f"{source.track.id}.wav"),
            GatedVad(),
            Segmenter(source.track.id, first_id=number, id_step=2),
            Conversation(None),
        )
        for number, source in enumerate(sources)
    ]

    def pass_time(window: Window, hypothesis: Hypothesis) -> int:
        final_ns = THRIFTY_FINAL_NS if window.thrifty else FINAL_NS
        took = final_ns if window.final else PARTIAL_NS
        return took * (BURST_FACTOR if in_burst(sources[0].now_s) else 1)

    sink = Finals(voices, {track: [word.start for word in voice.words] for track, voice in voices.items()})
    summary = Simulation(talks, engine, sink.caption, pass_time=pass_time).run()
    sizes.append(resident_bytes())
    lags = list(zip(sink.shown_s, sink.lag_s, strict=True))
    backs = [back_s(lags, quarter) for quarter in range(QUARTERS)]
    tops = [top_s(climb, quarter) for quarter in range(QUARTERS)]
    errors_ms = {hour: np.array(found) * 1000 / SAMPLE_RATE for hour, found in sink.errors.items()}
    edges_ms = {hour: np.array(found) * 1000 / SAMPLE_RATE for hour, found in sink.edges.items()}
    known = QUARTERS * sum(len(voice.words) for voice in voices.values())
    settled = [lag_s for at_s, lag_s in lags if not BURST_S[0] <= at_s % QUARTER_S < BURST_S[1] + CAUGHT_UP_S]
    print(  # noqa: T201
        f"\n{summary.utterances} utterances, {sink.partials} partial captions, {sink.matched} of {known} words;"
        f" passes: {engine.asked}, real ones {engine.heard}"
        f"\nlag of finals, s: p50 {np.median(sink.lag_s):.2f}, p95 {np.percentile(sink.lag_s, 95):.2f},"
        f" longest {max(sink.lag_s):.1f}; of those a minute after a burst and later: longest {max(settled):.2f}"
        f"\nbehind for so long after each burst, s: {[round(back) for back in backs]}"
        f"\nat the top of the ladder again after, s: {[round(top) for top in tops]}"
        "\ntime error by hour, ms: "
        + "; ".join(f"words {_times(errors_ms[hour])}, utterances {_times(edges_ms[hour])}" for hour in range(HOURS))
        + f"\nmegabytes by hour: {[round(size / 1e6, 1) for size in sizes]}"
    )
    # nothing is lost
    assert summary.lost_samples == 0
    assert summary.captured_s == 2 * HOURS * 3600
    draws = np.random.default_rng(1)
    for talk, source in zip(talks, sources, strict=True):
        assert talk.spool.length == source.length
        for start in draws.integers(0, source.length // QUARTER, 20) * QUARTER + draws.integers(0, QUARTER - 16000, 20):
            at = int(start) % QUARTER
            kept, came = talk.spool.read(int(start), int(start) + 16000), voices[talk.track].pcm[at : at + 16000]
            assert np.max(np.abs(kept - came)) < 1e-4
        talk.spool.close()
    # every utterance has its final, in order
    for number, track in enumerate(("mic", "system")):
        finals = sink.utterances[track]
        assert finals == list(range(number, number + 2 * len(finals), 2))
        assert sink.heard[track] == sorted(sink.heard[track])
        assert sink.heard[track][-1] > voices[track].words[-1].end + (QUARTERS - 1) * QUARTER
    assert sum(len(finals) for finals in sink.utterances.values()) == summary.utterances > 100 * QUARTERS / 2
    assert summary.rewrites == 0
    assert sink.matched > 0.9 * known
    # the bursts bite, and are over when they are over
    assert max(place for _, place in climb.places) == len(LADDER) - 1
    assert all(
        max(lag_s for at_s, lag_s in lags if quarter * QUARTER_S <= at_s < (quarter + 1) * QUARTER_S) > 15
        for quarter in range(QUARTERS)
    )
    assert max(sink.lag_s) < 90, "with nothing but thrifty finals it would be 63"
    assert max(backs) < CAUGHT_UP_S
    assert max(settled) <= NORMAL_LAG_S
    assert max(tops) < 180
    # times stay true, and memory flat
    for found, most_p95 in ((edges_ms, 100), (errors_ms, 200)):  # inside, a word is where the test model's attention is
        assert all(np.abs(hour).mean() <= most_p95 / 2 for hour in found.values())
        assert all(np.percentile(np.abs(hour), 95) <= most_p95 for hour in found.values())
        for at in (5, 50, 95):
            drift_ms = np.percentile(found[HOURS - 1], at) - np.percentile(found[0], at)
            assert abs(drift_ms) < 5, f"percentile {at}"
    assert sizes[-1] - sizes[1] < 4_000_000, (
        "a little for each word: the figures of the session, and those of this test"
    )
