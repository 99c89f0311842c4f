"""The Whisper engine with the tiny model, through the real library."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import ctranslate2
import numpy as np
import pytest
from word_errors import word_error_rate

from captioner.audio.decode import Decoder
from captioner.core.caption import Notice
from captioner.core.errors import ModelError
from captioner.core.sound import SAMPLE_RATE, Pcm
from captioner.core.speech import Window, text_of
from captioner.speech.cuda_probe import CudaProbe
from captioner.speech.whisper import SHORT_CONTEXTS, PassPolicy, WhisperRecognizer, context_for
from captioner.speech.whisper_binary import WhisperShape
from captioner.speech.whisper_load import load_whisper
from captioner.speech.whisper_speed import WhisperSpeed, most_threads

Manifest = dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def notices() -> list[Notice]:
    return []


@pytest.fixture(scope="module")
def whisper(tiny_whisper: Path, notices: list[Notice]) -> Iterator[WhisperRecognizer]:
    recognizer = load_whisper(tiny_whisper, "auto", notices.append)
    yield recognizer
    recognizer.close()


def sound(path: Path) -> Pcm:
    with Decoder(str(path)) as decoder:
        return np.concatenate(list(decoder.blocks()))


def spoken_window(speech_dir: Path, entry: dict[str, Any], *, final: bool = True) -> Window:
    """The first utterance of a file as the segmenter would cut it."""
    first = entry["utterances"][0]
    start = max(0, round((first["start"] - 0.5) * SAMPLE_RATE))
    pcm = sound(speech_dir / entry["file"])[start : round((first["end"] + 0.2) * SAMPLE_RATE)]
    return Window(7, "file", start, pcm, final, round(first["start"] * SAMPLE_RATE))


def seen(manifest: Manifest) -> list[dict[str, Any]]:
    return [e for e in manifest.values() if e.get("voice_seen") and e["lang"] == "en" and e["set"] != "talk"]


def test_what_runs_is_told_in_words(whisper: WhisperRecognizer, notices: list[Notice]) -> None:
    info = whisper.info
    assert (info.engine, info.model, info.incremental) == ("whisper", "tiny-whisper", False)
    assert {"en", "de", "zh", "yue"} <= set(info.languages) or {"en", "de", "zh"} <= set(info.languages)
    assert all(notice.severity != "error" for notice in notices)


def test_sentences_of_the_voices_it_knows_with_their_times(
    whisper: WhisperRecognizer, speech_dir: Path, manifest: Manifest
) -> None:
    references, texts = [], []
    for entry in seen(manifest):
        hypothesis = whisper.recognize(spoken_window(speech_dir, entry))
        whisper.forget(7)
        truth = entry["utterances"][0]
        assert (hypothesis.language, hypothesis.rejected) == ("en", None)
        assert hypothesis.words[0].start / SAMPLE_RATE == pytest.approx(truth["start"], abs=0.3)
        assert hypothesis.words[-1].end / SAMPLE_RATE == pytest.approx(truth["end"], abs=0.3)
        references.append(entry["text"])
        texts.append(text_of(hypothesis.words))
    assert word_error_rate(" ".join(references), " ".join(texts)) <= 0.05


def test_word_times_are_those_of_the_voice(whisper: WhisperRecognizer, speech_dir: Path, manifest: Manifest) -> None:
    errors = []
    for entry in seen(manifest)[:8]:
        words = whisper.recognize(spoken_window(speech_dir, entry)).words
        whisper.forget(7)
        truth = entry["utterances"][0]["words"]
        if [word.text.strip() for word in words] == [text for text, _, _ in truth]:
            errors += [abs(w.start / SAMPLE_RATE - t[1]) for w, t in zip(words, truth, strict=True)]
    assert len(errors) > 40
    assert float(np.percentile(errors, 90)) < 0.15


def test_a_partial_pass_continues_its_prefix_and_does_not_repeat_it(
    whisper: WhisperRecognizer, speech_dir: Path, manifest: Manifest
) -> None:
    entry = manifest["fixed_08.flac"]
    final = whisper.recognize(spoken_window(speech_dir, entry))
    whisper.forget(7)
    window = replace(spoken_window(speech_dir, entry, final=False), prefix=final.words[:3])
    words = whisper.recognize(window).words
    whisper.forget(7)
    assert text_of(words) == text_of(final.words[3:])
    assert words[0].start >= final.words[2].end


def test_short_contexts_say_the_same_for_less(
    tiny_whisper: Path, speech_dir: Path, manifest: Manifest, whisper: WhisperRecognizer
) -> None:
    window = spoken_window(speech_dir, manifest["fixed_00.flac"], final=False)
    full = whisper.with_policy(PassPolicy(short_partials=False)).recognize(window)
    short = whisper.with_policy(PassPolicy(short_partials=True)).recognize(window)
    assert text_of(short.words) == text_of(full.words)
    assert (short.cost.encoded, full.cost.encoded) == (384 * 320, 1500 * 320)


def test_the_context_is_the_smallest_that_leaves_room() -> None:
    assert context_for(5 * SAMPLE_RATE) == 384
    assert context_for(6 * SAMPLE_RATE) == 512
    assert context_for(30 * SAMPLE_RATE) == SHORT_CONTEXTS[-1]
    assert not {80, 128} & set(SHORT_CONTEXTS), "CTranslate2 would take them for mel bins"


def test_finals_heard_together_say_what_each_says_alone(
    whisper: WhisperRecognizer, speech_dir: Path, manifest: Manifest
) -> None:
    """Also where one is noise, one has no language yet and one comes from another talk."""
    names = ("fixed_00.flac", "fixed_03.flac", "fixed_08.flac", "fixed_10.flac")
    windows = [
        replace(spoken_window(speech_dir, manifest[name]), utterance=number, language="en", detect=number == 1)
        for number, name in enumerate(names)
    ]
    windows[2] = replace(windows[2], pcm=sound(speech_dir / "noise_white.flac")[: 3 * SAMPLE_RATE])
    windows.append(replace(windows[0], utterance=4, language=None, detect=True))
    windows.append(replace(windows[1], utterance=5, context="Good morning everyone."))
    alone = [whisper.recognize(window) for window in windows]
    together = whisper.recognize_finals(windows)
    for one in range(len(windows)):
        whisper.forget(one)
    assert whisper.batch >= 4
    assert [found.utterance for found in together] == list(range(len(windows)))
    assert [text_of(found.words) for found in together] == [text_of(found.words) for found in alone]
    assert [[(w.start, w.end) for w in found.words] for found in together] == [
        [(w.start, w.end) for w in found.words] for found in alone
    ]
    assert [(found.language, found.rejected) for found in together] == [(f.language, f.rejected) for f in alone]
    assert together[0].words
    assert not together[2].words


def test_a_thrifty_final_pass_costs_less_and_says_the_same(
    whisper: WhisperRecognizer, speech_dir: Path, manifest: Manifest
) -> None:
    window = spoken_window(speech_dir, manifest["fixed_00.flac"])
    full, thrifty = whisper.recognize(window), whisper.recognize(replace(window, thrifty=True))
    whisper.forget(7)
    assert text_of(thrifty.words) == text_of(full.words)
    assert (thrifty.cost.encoded, full.cost.encoded) == (768 * 320, 1500 * 320)


@pytest.mark.parametrize("kind", ["silence.flac", "noise_white.flac"])
def test_silence_and_noise_have_no_words(whisper: WhisperRecognizer, speech_dir: Path, kind: str) -> None:
    pcm = sound(speech_dir / kind)
    assert whisper.recognize(Window(1, "file", 0, pcm, True, 0)).words == ()
    whisper.forget(1)


def test_the_language_is_heard(whisper: WhisperRecognizer, speech_dir: Path) -> None:
    german = whisper.recognize(Window(2, "file", 0, sound(speech_dir / "german.flac"), True, 0))
    whisper.forget(2)
    assert (german.language, text_of(german.words)) == ("de", "Vielen Dank, das war eine gute Antwort.")


def test_vocabulary_changes_the_spelling(whisper: WhisperRecognizer, speech_dir: Path, manifest: Manifest) -> None:
    entry = next(e for e in manifest.values() if e["text"].startswith("Sarah") and e["set"] == "fixed")
    window = replace(spoken_window(speech_dir, entry), vocabulary=("Sara",))
    assert text_of(whisper.recognize(window).words).startswith("Sara ")
    whisper.forget(7)


def test_more_than_thirty_seconds_is_a_mistake_of_the_caller(whisper: WhisperRecognizer) -> None:
    with pytest.raises(ValueError, match="30 s"):
        whisper.recognize(Window(3, "file", 0, np.zeros(31 * SAMPLE_RATE, np.float32), True, 0))


def damaged(tiny_whisper: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(tiny_whisper, tmp_path / "model"))


@pytest.mark.parametrize("name", ["model.bin", "config.json", "tokenizer.json", "vocabulary.json"])
def test_a_folder_that_lacks_a_file_is_refused_in_words(tiny_whisper: Path, tmp_path: Path, name: str) -> None:
    folder = damaged(tiny_whisper, tmp_path)
    (folder / name).unlink()
    with pytest.raises(ModelError) as caught:
        load_whisper(folder, "cpu", lambda notice: None)
    assert name.partition(".")[0] in caught.value.message
    assert caught.value.hint


def test_a_tokenizer_of_another_model_is_refused(tiny_whisper: Path, tmp_path: Path) -> None:
    folder = damaged(tiny_whisper, tmp_path)
    tree = json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))
    tree["added_tokens"] = []
    (folder / "tokenizer.json").write_text(json.dumps(tree), encoding="utf-8")
    with pytest.raises(ModelError):
        load_whisper(folder, "cpu", lambda notice: None)


def test_a_gpu_that_fails_after_its_trial_leaves_the_work_to_the_cpu(
    tiny_whisper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def worked(folder: Path) -> CudaProbe:
        """Stands in for a trial that went well: CTranslate2 itself then refuses the GPU that is not there."""
        return CudaProbe(True, 1, ("float16",), "", "")

    if ctranslate2.get_cuda_device_count():
        pytest.skip("this machine has an NVIDIA GPU")
    monkeypatch.setattr("captioner.speech.whisper_load.probe_cuda", worked)
    notices: list[Notice] = []
    recognizer = load_whisper(tiny_whisper, "auto", notices.append)
    recognizer.close()
    assert recognizer.info.device == "cpu"
    assert [(one.severity, one.remedy) for one in notices] == [("warning", "cpu")]
    assert notices[0].text.startswith("Whisper runs on the CPU: ")


class Book:
    """A SpeedBook in memory."""

    def __init__(self) -> None:
        self.pages: dict[str, WhisperSpeed] = {}
        self.guess: WhisperSpeed | None = None

    def speed(self, model: str) -> WhisperSpeed | None:
        return self.pages.get(model)

    def keep(self, model: str, speed: WhisperSpeed) -> None:
        self.pages[model] = speed

    def expected(self, shape: WhisperShape) -> WhisperSpeed | None:
        return self.guess


def test_how_quick_a_model_is_here_is_measured_once_and_remembered(tiny_whisper: Path) -> None:
    book = Book()
    load_whisper(tiny_whisper, "cpu", lambda notice: None, book).close()
    (name,) = book.pages
    speed = book.pages[name]
    assert speed.threads in (1, most_threads())
    assert 0 < speed.partial.seconds < speed.final.seconds
    assert 0 < speed.finals_load < speed.load
    other = replace(speed, final=replace(speed.final, encode_s=0.001))
    book.pages[name] = other
    again = load_whisper(tiny_whisper, "cpu", lambda notice: None, book)
    again.close()
    assert not again.policy.short_partials, "what the book says holds"
    assert book.pages == {name: other}
    book.pages.clear()
    book.guess = replace(speed, threads=3)
    load_whisper(tiny_whisper, "cpu", lambda notice: None, book).close()
    assert book.pages[name].threads == 3, "what is expected needs no trial"
