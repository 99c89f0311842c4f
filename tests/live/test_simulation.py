"""The simulated clock: the same decisions as the threads, again and again the same, and a machine that is too slow."""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from spoken import spoken

from captioner.audio.decode import Decoder
from captioner.audio.spool import DiskSpool
from captioner.core.caption import Caption
from captioner.core.protocols import Recognizer
from captioner.core.sound import SAMPLE_RATE, Pcm, Track
from captioner.core.speech import EngineInfo, Hypothesis, PassCost, Window
from captioner.live.conversation import Conversation
from captioner.live.segmenter import Segmenter
from captioner.live.simulation import SimulatedSource, Simulation
from captioner.live.talk import Talk
from captioner.speech.vad import GatedVad
from captioner.speech.whisper_load import load_whisper

MS = 1_000_000


class Saying:
    """Stands in for an engine where only the order and the time of things matter: a word for each half second."""

    info = EngineInfo("saying", "none", "cpu")

    def __init__(self) -> None:
        self.forgotten: list[int] = []

    def recognize(self, window: Window) -> Hypothesis:
        count = max(1, int((window.stop - window.speech_start) / SAMPLE_RATE * 2))
        words = spoken(" ".join(f"w{i}" for i in range(count)), window.speech_start / SAMPLE_RATE, 0.5)
        known = len(window.prefix)
        return Hypothesis(
            window.utterance, words[known:], window.final, "en", 1.0, None, PassCost(encoded=len(window.pcm))
        )

    def forget(self, utterance: int) -> None:
        self.forgotten.append(utterance)

    def close(self) -> None:
        pass


@pytest.fixture
def talk_pcm(speech_dir: Path) -> Callable[[str], Pcm]:
    def decoded(name: str) -> Pcm:
        with Decoder(str(speech_dir / name)) as decoder:
            return np.concatenate(list(decoder.blocks()))

    return decoded


MakeTalk = Callable[..., Talk]


@pytest.fixture
def make_talk(tmp_path: Path) -> MakeTalk:
    count = 0

    def build(pcm: Pcm, track: str = "file", number: int = 0) -> Talk:
        nonlocal count
        count += 1
        source = SimulatedSource(Track(track), pcm)
        spool = DiskSpool(tmp_path / f"{count}.wav")
        return Talk(source, spool, GatedVad(), Segmenter(track, first_id=number, id_step=2), Conversation(None))

    return build


def simulated(talks: list[Talk], engine: Recognizer, pass_ns: Callable[[Window], int]) -> list[Caption]:
    captions: list[Caption] = []
    simulation = Simulation(talks, engine, captions.append, pass_time=lambda window, hypothesis: pass_ns(window))
    simulation.run()
    for talk in talks:
        talk.spool.close()
    return captions


def always(ns: int, window: Window) -> int:
    """Every pass takes as long."""
    return ns


def shown_s(caption: Caption) -> float:
    return round(caption.end / SAMPLE_RATE + caption.lag_s, 6)


def test_the_same_sound_gives_the_same_captions_at_the_same_times(
    make_talk: MakeTalk, talk_pcm: Callable[[str], Pcm], tiny_whisper: Path
) -> None:
    engine = load_whisper(tiny_whisper, "cpu", lambda notice: None)
    pcm = talk_pcm("talk_01.flac")
    runs = [simulated([make_talk(pcm)], engine, partial(always, 40 * MS)) for _ in range(2)]
    engine.close()
    assert runs[0] == runs[1]
    assert sum(caption.final for caption in runs[0]) == 3
    assert all(shown_s(a) <= shown_s(b) for a, b in pairwise(runs[0]))


def test_the_clock_moves_by_what_passes_take(make_talk: MakeTalk, talk_pcm: Callable[[str], Pcm]) -> None:
    finals: list[list[float]] = []
    for pass_ns in (10 * MS, 200 * MS):
        captions = simulated([make_talk(talk_pcm("talk_01.flac"))], Saying(), partial(always, pass_ns))
        finals.append([shown_s(caption) for caption in captions if caption.final])
    late = [slow - quick for quick, slow in zip(*finals, strict=True)]
    assert all(0 <= by_s <= 0.4 for by_s in late), "at most the pass that ran and the final one"
    assert max(late) > 0


def test_a_machine_too_slow_by_half_captions_everything_in_order(
    make_talk: MakeTalk, talk_pcm: Callable[[str], Pcm]
) -> None:
    """The final passes alone take twice as long as the speech."""
    engine = Saying()
    pcm = np.concatenate([talk_pcm(f"talk_0{number}.flac") for number in range(5)])
    captions = simulated([make_talk(pcm)], engine, lambda w: 2 * len(w.pcm) * 62_500)
    finals = [caption.utterance for caption in captions if caption.final]
    assert finals == list(range(0, 2 * len(finals), 2)) == engine.forgotten, "none is missing"
    assert len(finals) > 20
    assert captions[-1].heard > len(pcm) - 3 * SAMPLE_RATE
    assert captions[-1].lag_s > 60, "it was behind"
    assert not any(captions[i].lag_s > 10 for i in range(len(captions)) if not captions[i].final), "finals only, then"


def test_a_machine_too_slow_for_partial_passes_makes_none_and_keeps_up(
    make_talk: MakeTalk, talk_pcm: Callable[[str], Pcm]
) -> None:
    pcm = np.concatenate([talk_pcm(f"talk_0{number}.flac") for number in range(5)])
    captions = simulated([make_talk(pcm)], Saying(), partial(always, 1500 * MS))
    finals = [caption for caption in captions if caption.final]
    assert [caption.utterance for caption in finals] == list(range(0, 2 * len(finals), 2))
    assert max(caption.lag_s for caption in finals[len(finals) // 2 :]) < 6


def test_a_machine_too_slow_for_the_best_final_passes_keeps_up_with_thrifty_ones(
    make_talk: MakeTalk, talk_pcm: Callable[[str], Pcm]
) -> None:
    """The best take twice as long as the speech, thrifty ones half as long."""
    pcm = np.concatenate([talk_pcm(f"talk_0{number}.flac") for number in (0, 1, 2, 3, 4, 0, 1, 2)])
    captions = simulated([make_talk(pcm)], Saying(), lambda w: (1 if w.thrifty else 4) * len(w.pcm) * 31_250)
    finals = [caption for caption in captions if caption.final]
    assert [caption.utterance for caption in finals] == list(range(0, 2 * len(finals), 2))
    assert max(caption.lag_s for caption in finals) < 30
    assert max(caption.lag_s for caption in finals[len(finals) // 2 :]) < 12


class SayingTogether(Saying):
    """One that hears several at once."""

    batch = 4

    def __init__(self) -> None:
        super().__init__()
        self.batches: list[int] = []

    def recognize_finals(self, windows: Sequence[Window]) -> list[Hypothesis]:
        self.batches.append(len(windows))
        assert all(window.final for window in windows)
        return [self.recognize(window) for window in windows]


def test_a_backlog_is_heard_in_batches_and_in_order(make_talk: MakeTalk, talk_pcm: Callable[[str], Pcm]) -> None:
    engine = SayingTogether()
    pcm = np.concatenate([talk_pcm(f"talk_0{number}.flac") for number in range(5)])
    stuck = 30_000 * MS  # once, in a partial pass
    captions = simulated([make_talk(pcm)], engine, lambda w: 500 * MS if w.final or w.start > SAMPLE_RATE else stuck)
    finals = [caption.utterance for caption in captions if caption.final]
    assert finals == list(range(0, 2 * len(finals), 2)) == engine.forgotten, "none is missing"
    assert max(engine.batches) == 4


def test_two_tracks_share_the_engine(make_talk: MakeTalk, talk_pcm: Callable[[str], Pcm]) -> None:
    talks = [
        make_talk(talk_pcm("talk_01.flac"), "mic", 0),
        make_talk(talk_pcm("talk_02.flac"), "system", 1),
    ]
    captions = simulated(talks, Saying(), partial(always, 150 * MS))
    for track in ("mic", "system"):
        times = [shown_s(caption) for caption in captions if caption.track == track]
        assert times == sorted(times)
        assert sum(not caption.final for caption in captions if caption.track == track) > 8
