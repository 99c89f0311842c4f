"""``captioner bench``: its scores by hand-made captions, its command by the test model and its talks."""

import dataclasses
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from running import Captioner
from word_errors import word_errors

from captioner.app.bench.engines import Engines
from captioner.app.bench.figures import Ledger, differences
from captioner.app.bench.recordings import KnownWord, Recording, recordings_of, tokens
from captioner.app.bench.runs import Run, run_real, run_simulated
from captioner.app.bench.scores import Sums, aligned, interval, scored
from captioner.app.bench.trends import growth_per_hour
from captioner.app.bench.variants import Variant, variants_of
from captioner.app.folders import folders
from captioner.core.caption import Caption
from captioner.core.errors import InputError, SettingsError
from captioner.core.settings import RecognitionSettings
from captioner.core.sound import SAMPLE_RATE, seconds_to_samples
from captioner.core.speech import EngineInfo, Word
from captioner.live.metrics import SessionMetrics
from captioner.speech.whisper import PassPolicy

words = st.lists(st.sampled_from("abcd"), max_size=12)


@given(expected=words, heard=words)
def test_the_alignment_is_whole_in_order_and_has_the_fewest_errors(expected: list[str], heard: list[str]) -> None:
    pairs = aligned(expected, heard)
    assert [i for i, _ in pairs if i is not None] == list(range(len(expected)))
    assert [j for _, j in pairs if j is not None] == list(range(len(heard)))
    errors = sum(i is None or j is None or expected[i] != heard[j] for i, j in pairs)
    assert errors == word_errors(expected, heard)


def test_tokens() -> None:
    assert tokens("“Don’t”, said O'Neil — at ten o'clock.") == ["don't", "said", "o'neil", "at", "ten", "o'clock"]
    assert tokens("他说 OK。") == ["他", "说", "ok"]


def known(text: str, *, each_s: float = 0.5) -> Recording:
    said = [KnownWord(word, i * each_s, (i + 1) * each_s, i // 4) for i, word in enumerate(text.split())]
    return Recording(Path("a.flac"), tuple(said))


def state(at_s: float, stable: str, tentative: str = "", *, final: bool = False, utterance: int = 0) -> Caption:
    """A caption shown ``at_s`` seconds into the track; a final one has a word each half second from 0 on."""
    heard = [
        Word(" " + word, seconds_to_samples(i * 0.5), seconds_to_samples((i + 1) * 0.5), 0.9)
        for i, word in enumerate(stable.split())
    ]
    end = 2 * SAMPLE_RATE
    spoken = tuple(heard) if final else ()
    return Caption(utterance, "file", 0, stable, tentative, final, 0, end, at_s - 2.0, spoken)


def test_latency_counts_from_the_true_end_of_each_word_that_was_recognized() -> None:
    captions = [
        state(1.0, "", "we kneed"),
        state(2.0, "we need", " to"),
        state(3.0, "we need to rest", final=True),
    ]
    scores = scored(known("we need to review"), captions)
    assert scores.display_s == pytest.approx([0.5, 1.0, 0.5]), "we, need, to; the last word was not recognized"
    assert scores.commit_s == pytest.approx([1.5, 1.0, 1.5])
    assert scores.first_text_s == pytest.approx([1.0])
    assert scores.finalization_s == pytest.approx([1.5])
    assert (scores.errors.ratio, scores.shown_errors.ratio) == (0.25, 0.25)
    assert scores.time_error_s == pytest.approx([0.0] * 6)


def test_words_where_nobody_speaks_are_phantoms() -> None:
    scores = scored(
        Recording(Path("noise.flac"), ()), [state(1.0, "", "thanks for watching"), state(2.0, "", "thanks")]
    )
    assert scores.phantoms == 3
    with pytest.raises(ValueError, match="not known"):
        scored(Recording(Path("b.flac"), None), [])


def test_the_interval_holds_the_figure_and_pairs_cancel_what_both_share() -> None:
    generator = np.random.default_rng(1)
    hard = generator.integers(0, 5, 200).astype(float)
    one = Sums(hard, np.full(200, 10.0))
    other = Sums(hard + 1, np.full(200, 10.0))
    low, high = interval(one.resampled()) or (0, 0)
    assert one.ratio is not None
    assert low < one.ratio < high
    assert interval(other.resampled() - one.resampled()) == pytest.approx((0.1, 0.1))
    assert interval(Sums.empty(3).resampled()) is None
    assert interval(Sums.empty(0).resampled()) is None


def test_what_creeps_is_told_by_the_hour_once_there_is_enough_sound() -> None:
    hour = [(float(at_s), 40.0 + 10.0 * at_s / 3600) for at_s in range(0, 3600, 10)]
    assert growth_per_hour(hour) == pytest.approx(10.0)
    warm = [(at_s, value if at_s > 600 else 0.0) for at_s, value in hour]
    assert growth_per_hour(warm) == pytest.approx(10.0), "buffers that fill at first are no growth"
    assert growth_per_hour(hour[:59]) is None
    assert growth_per_hour([]) is None


def test_late_words_are_a_drift_and_held_memory_a_growth() -> None:
    text = " ".join("abcdefgh"[index % 8] * (1 + index % 3) for index in range(2000))
    recording, ledger = known(text), Ledger()
    late = [
        Word(" " + word.text, round(1.001 * word.start_s * SAMPLE_RATE), round(1.001 * word.end_s * SAMPLE_RATE), 0.9)
        for word in recording.words or ()
        if word.start_s is not None and word.end_s is not None
    ]
    caption = dataclasses.replace(state(1000.0, text, final=True), words=tuple(late))
    metrics = SessionMetrics()
    metrics.captured(1000 * SAMPLE_RATE, 0)
    memory = [(float(at_s), 1e8 + 2e6 * at_s / 3600) for at_s in range(1000)]
    ledger.add(recording, Run([caption], metrics, 0.1, memory=memory), None)
    figures = ledger.figures()
    assert figures.time_drift_ms_per_hour == pytest.approx(3600, rel=0.01)
    assert figures.memory_growth_mb_per_hour == pytest.approx(2.0)


def test_two_ledgers_differ_pair_by_pair() -> None:
    recording = known("we need to review the budget on monday")
    ledgers = []
    for late_s in (0.0, 1.0):
        ledger = Ledger()
        caption = state(5.0 + late_s, "we need to review the budget on monday", final=True)
        ledger.add(recording, Run([caption], SessionMetrics(), 0.1), "we need to review the budget")
        ledgers.append(ledger)
    found = {each.figure: each for each in differences("later", *ledgers)}
    assert found["commit"].difference == pytest.approx(1.0)
    assert found["commit"].interval == pytest.approx((1.0, 1.0))
    assert found["wer"].difference == 0
    figures = ledgers[0].figures()
    assert (figures.wer, figures.whole_file_wer, figures.delta_wer) == (0.0, 0.25, -0.25)


def test_the_manifest_tells_words_and_times(speech_dir: Path) -> None:
    (talk,) = recordings_of([speech_dir / "talk_01.flac"])
    assert talk.words is not None
    assert talk.passages == 4
    assert all(word.start_s is not None and word.end_s is not None for word in talk.words)
    (silence,) = recordings_of([speech_dir / "silence.flac"])
    assert silence.words == ()
    assert len(recordings_of([speech_dir])) == 40


def test_a_manifest_that_lies_does_no_harm(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no file"):
        recordings_of([tmp_path / "a.wav"])
    with pytest.raises(InputError, match=r"no manifest\.jsonl"):
        recordings_of([tmp_path])
    lines = [{"file": "../secret.wav", "text": "x"}, {"file": "a.wav", "reference": None}, {"file": "b.wav"}]
    (tmp_path / "manifest.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    assert [(found.path.name, found.words) for found in recordings_of([tmp_path])] == [("a.wav", None), ("b.wav", None)]
    (tmp_path / "manifest.jsonl").write_text('{"file": 3}\n')
    with pytest.raises(InputError, match="line 1"):
        recordings_of([tmp_path])


def test_variants() -> None:
    plain = RecognitionSettings(model="base")
    engine = EngineInfo("whisper", "base", "cpu")
    changes = "model=small, commit.guard=300ms,cadence.base_s=0.5,pass.short_partials=yes,endpoint.close_after=0.6s"
    first, other = variants_of(plain, [changes])
    assert (first.recognition.model, other.recognition.model) == ("base", "small")
    commit, default = other.streaming(engine).commit, first.streaming(engine).commit
    assert commit is not None
    assert default is not None
    assert (commit.guard, commit.pause) == (4800, default.pause)
    assert other.streaming(engine).cadence.base_s == 0.5
    assert other.passes(PassPolicy()) == PassPolicy(short_partials=True)
    assert other.endpoint.close_after == 9600


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ("model", "KEY=VALUE"),
        ("colour=red", "nothing called 'colour'"),
        ("commit.nothing=1", "nothing called"),
        ("commit.guard=soon", "does not fit"),
        ("engine=magic", "engine=magic"),
    ],
)
def test_a_change_that_cannot_be(change: str, complaint: str) -> None:
    with pytest.raises(SettingsError, match=complaint):
        variants_of(RecognitionSettings(), [change])


def test_the_command_compares_and_prints(captioner: Captioner, speech_dir: Path, tiny_whisper: Path) -> None:
    given = ("bench", "--pace", "simulated", "--engine", "whisper", "--model", tiny_whisper)
    inputs = (speech_dir / "talk_01.flac", speech_dir / "silence.flac")
    ran = captioner(*given, *inputs, "--json", "--against", "cadence.base_s=1.5,pass.final_beam=1")
    assert (ran.status, ran.errors) == (0, "")
    tree: dict[str, Any] = json.loads(ran.out)
    first, other = (run["figures"] for run in tree["runs"])
    assert first["wer"] <= 0.05
    assert first["delta_wer"] == pytest.approx(first["wer"] - first["whole_file_wer"])
    assert (first["rewrites"], first["phantom_words"], first["lost_samples"]) == (0, 0, 0)
    assert first["partial_passes"] > other["partial_passes"]
    assert tree["runs"][1]["settings"]["cadence"]["base_s"] == 1.5
    assert tree["runs"][1]["settings"]["pass"]["final_beam"] == 1
    later = next(each for each in tree["differences"] if each["figure"] == "first_display")
    assert later["difference"] > 0.1
    assert tree["machine"]["cores"] > 0
    table = captioner(*given, speech_dir / "fixed_00.flac", "--no-whole-file").out
    assert "normalized erasure" in table
    assert "tiny-whisper on cpu int8" in table


def test_live_captions_are_quick_calm_and_right(speech_dir: Path, tiny_whisper: Path) -> None:
    """What issue and README promise, on a machine that takes 40 ms for a partial pass and 120 ms for a final one."""
    variant = Variant("", RecognitionSettings(model=str(tiny_whisper), engine="whisper", device="cpu"), {})
    engines, ledger = Engines(folders(), lambda notice: None, lambda state: None), Ledger()
    recognizer = engines.recognizer(variant)
    (recording,) = recordings_of([speech_dir / "talk_02.flac"])
    run = run_simulated(recording, variant, recognizer, lambda window, _: (120 if window.final else 40) * 1_000_000)
    ledger.add(recording, run, None)
    engines.close()
    figures = ledger.figures()
    assert (figures.rewrites, figures.lost_samples) == (0, 0)
    assert figures.erasure < 0.2
    assert figures.first_display.mean is not None
    assert figures.first_display.mean < 0.98, "half of whisper_streaming's"
    assert figures.commit.mean is not None
    assert figures.commit.mean < 1.2
    assert figures.finalization.p95 is not None
    assert figures.finalization.p95 < 0.9
    assert figures.wer is not None
    assert figures.wer <= 0.02


@pytest.mark.slow
def test_the_simulated_clock_gives_the_figures_of_the_real_one(speech_dir: Path, tiny_whisper: Path) -> None:
    """Within what a busy machine does to the real run: its passes are late, and then there are fewer of them."""
    variant = Variant("", RecognitionSettings(model=str(tiny_whisper), engine="whisper", device="cpu"), {})
    (recording,) = recordings_of([speech_dir / "talk_01.flac"])
    engines = Engines(folders(), lambda notice: None, lambda state: None)
    simulated, real = Ledger(), Ledger()
    recognizer = engines.recognizer(variant)
    simulated.add(recording, run_simulated(recording, variant, recognizer), None)
    real.add(recording, run_real(recording, variant, recognizer), None)
    engines.close()
    one, other = simulated.figures(), real.figures()
    assert (one.utterances, one.words, one.rewrites) == (other.utterances, other.words, other.rewrites)
    assert one.wer == other.wer
    assert one.commit.mean == pytest.approx(other.commit.mean, abs=0.35)
    assert one.first_display.mean == pytest.approx(other.first_display.mean, abs=0.35)
    assert one.endpointing.p50 == pytest.approx(other.endpointing.p50, abs=0.1)
    assert one.time_error.mean == pytest.approx(other.time_error.mean, abs=0.01)
