"""What the passes of larger Whispers cost on this machine, and what live captions would be with them.

python -m pytest -m benchmark -s tests/benchmarks/test_engine_benchmark.py

The models have the dimensions of Whisper's and random weights. Nothing is judged by the clock: these are figures to
read, and to compare with those of another day on the same machine.
"""

import wave
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any

import numpy as np
import pytest
from climber import watched
from numpy.typing import NDArray

from captioner.app.bench.engines import Engines
from captioner.app.bench.figures import Ledger, Times
from captioner.app.bench.recordings import KnownWord, Recording, recordings_of
from captioner.app.bench.runs import run_simulated, sound_of
from captioner.app.bench.scores import shown_at_s
from captioner.app.bench.variants import Variant
from captioner.app.folders import folders
from captioner.core.settings import RecognitionSettings
from captioner.core.sound import SAMPLE_RATE
from captioner.core.speech import Hypothesis, Window
from captioner.speech.blank_whisper import SPECIAL, write_blank_whisper
from captioner.speech.whisper import SHORT_CONTEXTS, THRIFTY_FINAL_CONTEXT, PassPolicy, WhisperRecognizer
from captioner.speech.whisper_binary import WhisperShape
from captioner.speech.whisper_memory import keep_large_buffers
from captioner.speech.whisper_speed import BEAM, FINAL_TOKENS, FULL, PARTIAL_TOKENS, SHORT, most_threads
from captioner.speech.whisper_words import SAMPLES_PER_POSITION

pytestmark = pytest.mark.benchmark

SHAPES = {
    "tiny": WhisperShape(80, 384, 4, 4, 6, 51865),
    "base": WhisperShape(80, 512, 6, 6, 8, 51865),
    "small": WhisperShape(80, 768, 12, 12, 12, 51865),
}
PROMPT = [SPECIAL.index("<|startoftranscript|>"), SPECIAL.index("<|notimestamps|>")]
END = SPECIAL.index("<|endoftext|>")
BATCHES = (1, 2, 4)
TOKENS_A_WORD = 1.4
"""Of Whisper's English, with punctuation."""

TURNS = 2
"""So often the five talks come one after the other: three minutes, almost without a pause."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of pass: encoder positions, hypotheses kept, tokens decoded."""

    name: str
    positions: int
    beam: int
    tokens: int


PARTIAL = Kind("partial, short context", SHORT, 1, PARTIAL_TOKENS)
FULL_PARTIAL = Kind("partial, full context", FULL, 1, PARTIAL_TOKENS)
THRIFTY = Kind("final, thrifty", THRIFTY_FINAL_CONTEXT, 1, FINAL_TOKENS)
FINAL = Kind("final", FULL, BEAM, FINAL_TOKENS)


@dataclass(frozen=True, slots=True)
class Stages:
    """Seconds of a pass."""

    encode_s: float
    decode_s: float
    align_s: float

    @property
    def seconds(self) -> float:
        return self.encode_s + self.decode_s + self.align_s


class Blank:
    """A model of random weights, and the clock beside it."""

    def __init__(self, folder: Path, threads: int) -> None:
        import ctranslate2

        keep_large_buffers()
        self.threads = threads
        self._model = ctranslate2.models.Whisper(str(folder), device="cpu", compute_type="int8", intra_threads=threads)
        self._noise = np.random.default_rng(0).standard_normal((1, self._model.n_mels, 2 * FULL), np.float32)

    def encode_s(self, positions: int) -> float:
        return quickest_s(lambda: self._encoded(positions))

    def decode_s(self, positions: int, beam: int, tokens: int, batch: int = 1) -> float:
        """So many tokens of each of a batch."""
        encoded = self._batched(positions, batch)
        length = max(2 * tokens, tokens + len(PROMPT))  # CTranslate2 decodes half of it at most
        return quickest_s(
            lambda: self._model.generate(
                encoded, [PROMPT] * batch, beam_size=beam, max_length=length, suppress_tokens=[END]
            )
        )

    def align_s(self, positions: int, tokens: int, batch: int = 1) -> float:
        encoded, said = self._batched(positions, batch), [[END + 9] * tokens] * batch
        return quickest_s(lambda: self._model.align(encoded, PROMPT, said, [2 * positions] * batch))

    def stages(self, kind: Kind) -> Stages:
        return Stages(
            self.encode_s(kind.positions),
            self.decode_s(kind.positions, kind.beam, kind.tokens),
            self.align_s(kind.positions, kind.tokens),
        )

    def _encoded(self, positions: int) -> Any:
        from ctranslate2 import StorageView

        return self._model.encode(StorageView.from_array(np.ascontiguousarray(self._noise[:, :, : 2 * positions])))

    def _batched(self, positions: int, batch: int) -> Any:
        from ctranslate2 import StorageView

        encoded = np.asarray(self._encoded(positions))
        return StorageView.from_array(np.ascontiguousarray(np.repeat(encoded, batch, axis=0)))


def quickest_s(act: Callable[[], object]) -> float:
    """Seconds, the best of three: the first loads kernels and buffers, and another program may be in the way."""
    took = []
    for _ in range(3):
        began = perf_counter()
        act()
        took.append(perf_counter() - began)
    return min(took)


@pytest.fixture
def blank_folder(tmp_path: Path) -> Callable[[str], Path]:
    def written(name: str) -> Path:
        folder = tmp_path / name
        folder.mkdir()
        write_blank_whisper(folder, SHAPES[name])
        return folder

    return written


def printed(line: str) -> None:
    print(line)  # noqa: T201


@pytest.mark.parametrize("name", SHAPES)
def test_costs_of_passes(blank_folder: Callable[[str], Path], name: str) -> None:
    folder = blank_folder(name)
    printed(f"\n{name} dimensions, int8, ms: encode decode align = pass")
    for threads in sorted({1, most_threads()}):
        blank = Blank(folder, threads)
        took = {kind: blank.stages(kind) for kind in (PARTIAL, FULL_PARTIAL, THRIFTY, FINAL)}
        for kind, stages in took.items():
            parts = (stages.encode_s, stages.decode_s, stages.align_s, stages.seconds)
            encode, decode, align, whole = (f"{1000 * part:6.0f}" for part in parts)
            printed(f"  {threads} threads  {kind.name:24} {encode} {decode} {align} = {whole}")
        printed(f"  {threads} threads  thrifty final / final: {took[THRIFTY].seconds / took[FINAL].seconds:.2f}")
        each_s = []
        for batch in BATCHES:
            decode_s = blank.decode_s(FULL, BEAM, FINAL_TOKENS, batch) / batch
            align_s = blank.align_s(FULL, FINAL_TOKENS, batch) / batch
            each_s.append((decode_s, took[FINAL].encode_s + decode_s + align_s))
        for batch, (decode_s, whole_s) in zip(BATCHES, each_s, strict=True):
            printed(
                f"  {threads} threads  {batch} finals at once, each: decode {1000 * decode_s:.0f}"
                f" ({decode_s / each_s[0][0]:.2f}), pass {1000 * whole_s:.0f} ({whole_s / each_s[0][1]:.2f})"
            )


@dataclass(frozen=True, slots=True)
class PassTimes:
    """What a pass takes, by what it encoded and what it said."""

    encode_s: dict[int, float]
    decode_s: dict[tuple[bool, bool], tuple[float, float]]
    """By whether it is final and thrifty: seconds before the first token, and for each token."""

    align_s: dict[tuple[bool, bool], float]

    @classmethod
    def of(cls, blank: Blank) -> "PassTimes":
        kinds = {(False, False): PARTIAL, (False, True): PARTIAL, (True, True): THRIFTY, (True, False): FINAL}
        few, many = 4, 16
        decode_s = {}
        for key, kind in kinds.items():
            short_s, long_s = (blank.decode_s(kind.positions, kind.beam, tokens) for tokens in (few, many))
            token_s = max(0.0, long_s - short_s) / (many - few)
            decode_s[key] = (max(0.0, short_s - few * token_s), token_s)
        align_s = {key: blank.align_s(kind.positions, kind.tokens) for key, kind in kinds.items()}
        return cls({positions: blank.encode_s(positions) for positions in SHORT_CONTEXTS}, decode_s, align_s)

    def ns(self, window: Window, hypothesis: Hypothesis) -> int:
        """The nanoseconds of one pass."""
        key = (window.final, window.thrifty)
        before_s, token_s = self.decode_s[key]
        tokens = 1 + TOKENS_A_WORD * len(hypothesis.words)
        encode_s = self.encode_s[hypothesis.cost.encoded // SAMPLES_PER_POSITION]
        align_s = self.align_s[key] if hypothesis.words else 0.0
        return round(1e9 * (encode_s + before_s + token_s * tokens + align_s))


@pytest.fixture
def five_talks(speech_dir: Path, tmp_path: Path) -> Recording:
    """The five talks one after the other, ``TURNS`` times."""
    talks = recordings_of([speech_dir / f"talk_0{number}.flac" for number in range(5)]) * TURNS
    sounds: list[NDArray[np.float32]] = []
    words: list[KnownWord] = []
    passages, at_s = 0, 0.0
    for talk in talks:
        for word in talk.words or ():
            assert word.start_s is not None
            assert word.end_s is not None
            words.append(KnownWord(word.text, at_s + word.start_s, at_s + word.end_s, passages + word.passage))
        sounds.append(sound_of(talk.path))
        at_s += len(sounds[-1]) / SAMPLE_RATE
        passages += talk.passages
    path = tmp_path / "talks.wav"
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(SAMPLE_RATE)
        file.writeframes((np.concatenate(sounds) * 32767).astype("<i2").tobytes())
    return Recording(path, tuple(words), "en")


@pytest.fixture
def words_of_tiny(tiny_whisper: Path) -> Iterator[tuple[Variant, WhisperRecognizer]]:
    variant = Variant("", RecognitionSettings(model=str(tiny_whisper), engine="whisper", device="cpu"), {})
    engines = Engines(folders(), lambda notice: None, lambda state: None)
    recognizer = engines.recognizer(variant)
    assert isinstance(recognizer, WhisperRecognizer)
    yield variant, recognizer.with_policy(PassPolicy(short_partials=True))
    engines.close()


@pytest.mark.parametrize("name", SHAPES)
def test_live_captions_with_such_an_engine(
    blank_folder: Callable[[str], Path],
    five_talks: Recording,
    words_of_tiny: tuple[Variant, WhisperRecognizer],
    monkeypatch: pytest.MonkeyPatch,
    name: str,
) -> None:
    """The words of the tiny test model, at the times that such passes take, which a batch does not shorten here."""
    variant, recognizer = words_of_tiny
    folder = blank_folder(name)
    trials = [PassTimes.of(Blank(folder, threads)) for threads in sorted({1, most_threads()})]
    times = min(trials, key=lambda trial: sum(trial.encode_s.values()))
    climb = watched(monkeypatch)
    ledger = Ledger()
    run = run_simulated(five_talks, variant, recognizer, times.ns)
    ledger.add(five_talks, run, None)
    figures = ledger.figures()
    finals = [caption for caption in run.captions if caption.final]
    end_s = max(shown_at_s(finals[-1]), figures.sound_s)
    shares = ", ".join(f"{100 * share:.0f}" for share in climb.shares(end_s))
    printed(
        f"\n{name} dimensions, {figures.sound_s:.0f} s of talks; mean p50 p95 in s"
        f"\n  first display {three(figures.first_display)}, commit {three(figures.commit)}"
        f"\n  finalization {three(figures.finalization)}, of which endpointing p50 {figures.endpointing.p50:.2f}"
        f"\n  lag of captions p95 {p95([caption.lag_s for caption in run.captions]):.2f},"
        f" of finals {p95([caption.lag_s for caption in finals]):.2f}"
        f"\n  passes: {figures.partial_passes} partial, {figures.final_passes} final;"
        f" % of the time on each rung from the top: {shares}"
        f"\n  erasure {figures.erasure:.3f}, WER {100 * (figures.wer or 0):.2f} %"
    )
    assert [caption.utterance for caption in finals] == list(range(len(finals)))
    assert (figures.rewrites, figures.lost_samples) == (0, 0)


def three(times: Times) -> str:
    return " ".join("–" if value is None else f"{value:.2f}" for value in (times.mean, times.p50, times.p95))


def p95(values: Sequence[float]) -> float:
    return float(np.percentile(values, 95))
