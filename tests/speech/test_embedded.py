"""The embedded engine on synthetic speech, through the real pocketsphinx and its own model."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from captioner.core.errors import EngineError
from captioner.core.protocols import Recognizer
from captioner.core.sound import SAMPLE_RATE, Pcm
from captioner.core.speech import Hypothesis, Task, Window, Word, text_of
from captioner.speech.embedded import FRAME_SAMPLES, UNKNOWN_PROBABILITY, EmbeddedRecognizer, rejection

SPEECH = Path(__file__).parents[1] / "data" / "speech"


def sound_of(name: str) -> Pcm:
    resampler = av.AudioResampler(format="flt", layout="mono", rate=SAMPLE_RATE)
    with av.open(str(SPEECH / name)) as container:
        frames = [part for frame in container.decode(audio=0) for part in resampler.resample(frame)]
        frames += resampler.resample(None)
    return np.concatenate([frame.to_ndarray()[0] for frame in frames]).astype(np.float32)


def utterances_of(name: str) -> list[dict[str, Any]]:
    lines = (SPEECH / "manifest.jsonl").read_text(encoding="utf-8").splitlines()
    utterances: list[dict[str, Any]] = next(e for e in map(json.loads, lines) if e["file"] == name)["utterances"]
    return utterances


def span(utterance: dict[str, Any]) -> slice:
    return slice(max(0, round((utterance["start"] - 0.4) * SAMPLE_RATE)), round((utterance["end"] + 0.2) * SAMPLE_RATE))


def plain(text: str) -> list[str]:
    return re.sub(r"[^a-z' ]", " ", text.lower()).split()


def word_errors(reference: list[str], heard: list[str]) -> int:
    row = list(range(len(heard) + 1))
    for i, wanted in enumerate(reference, 1):
        diagonal, row[0] = row[0], i
        for j, given_word in enumerate(heard, 1):
            diagonal, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, diagonal + (wanted != given_word))
    return row[-1]


def ask(
    engine: Recognizer,
    pcm: Pcm,
    *,
    final: bool = True,
    utterance: int = 1,
    start: int = 0,
    track: str = "mic",
    language: str | None = "en",
    task: Task = "transcribe",
) -> Hypothesis:
    return engine.recognize(Window(utterance, track, start, pcm, final, start, language, task=task))


@pytest.fixture
def engine() -> Iterator[EmbeddedRecognizer]:
    recognizer = EmbeddedRecognizer()
    yield recognizer
    recognizer.close()


MONDAY = sound_of("talk_04.flac")[span(utterances_of("talk_04.flac")[4])]
MORNING = sound_of("talk_00.flac")[span(utterances_of("talk_00.flac")[1])]


@pytest.fixture(scope="module")
def morning_words() -> tuple[Word, ...]:
    return ask(EmbeddedRecognizer(), MORNING).words


def test_a_talk_is_understood(engine: EmbeddedRecognizer) -> None:
    pcm, errors, words = sound_of("talk_04.flac"), 0, 0
    for number, utterance in enumerate(utterances_of("talk_04.flac")[:5]):
        at = span(utterance)
        heard = ask(engine, pcm[at], utterance=number, start=at.start)
        assert heard.rejected is None
        errors += word_errors(plain(utterance["text"]), plain(text_of(heard.words)))
        words += len(plain(utterance["text"]))
    assert errors / words <= 0.2


def test_words_come_with_their_times(engine: EmbeddedRecognizer) -> None:
    utterance = utterances_of("talk_04.flac")[4]
    at = span(utterance)
    heard = ask(engine, MONDAY, start=at.start)
    assert text_of(heard.words) == "We need to review the budget on monday"
    for word, (_, start, end) in zip(heard.words, utterance["words"], strict=True):
        assert abs(word.start / SAMPLE_RATE - start) < 0.15
        assert abs(word.end / SAMPLE_RATE - end) < 0.15
        assert 0.0 < word.probability <= 1.0
    assert (heard.language, heard.final) == ("en", True)


def test_words_form_while_the_speech_runs(engine: EmbeddedRecognizer) -> None:
    passes = [ask(engine, MONDAY[:stop], final=False) for stop in range(6400, len(MONDAY), 6400)]
    lengths = [len(heard.words) for heard in passes]
    assert lengths[-1] >= 4
    assert any(0 < length < lengths[-1] for length in lengths)
    assert all(word.probability == UNKNOWN_PROBABILITY for heard in passes for word in heard.words)
    final = ask(engine, MONDAY)
    assert plain(text_of(final.words))[:4] == plain(text_of(passes[-1].words))[:4]
    assert final.words[0].text == passes[-1].words[0].text == " We"


def test_a_pass_hears_only_what_is_new(engine: EmbeddedRecognizer) -> None:
    encoded = [ask(engine, MORNING[:stop], final=False).cost.encoded for stop in (16000, 24000, 24100, 32000)]
    encoded.append(ask(engine, MORNING).cost.encoded)
    assert encoded == [16000, 8000, 0, 8000, len(MORNING) - 32000]


@pytest.mark.parametrize("step", [1000, 7777])
def test_the_words_do_not_depend_on_when_the_passes_came(
    engine: EmbeddedRecognizer, morning_words: tuple[Word, ...], step: int
) -> None:
    for stop in range(step, len(MORNING), step):
        ask(engine, MORNING[:stop], final=False)
    assert ask(engine, MORNING).words == morning_words


def test_an_utterance_cut_back_or_resumed_is_heard_afresh(
    engine: EmbeddedRecognizer, morning_words: tuple[Word, ...]
) -> None:
    ask(engine, np.concatenate([MORNING, MONDAY]), final=False)
    cut_back = ask(engine, MORNING, final=True)
    assert cut_back.cost.encoded == len(MORNING)
    assert cut_back.words == morning_words
    speculative = ask(engine, MORNING[:24000], final=True, utterance=1)
    assert speculative.final
    assert ask(engine, MORNING, final=True, utterance=1).words == morning_words


def test_two_tracks_interleave(engine: EmbeddedRecognizer, morning_words: tuple[Word, ...]) -> None:
    alone = [morning_words, ask(EmbeddedRecognizer(), MONDAY).words]
    for stop in range(8000, min(len(MORNING), len(MONDAY)), 8000):
        ask(engine, MORNING[:stop], final=False, track="mic", utterance=1)
        ask(engine, MONDAY[:stop], final=False, track="system", utterance=2)
    together = [ask(engine, MORNING, track="mic").words, ask(engine, MONDAY, track="system", utterance=2).words]
    assert together == alone


def test_an_utterance_without_a_final_leaves_nothing_behind(
    engine: EmbeddedRecognizer, morning_words: tuple[Word, ...]
) -> None:
    ask(engine, MONDAY, final=False, utterance=1)
    engine.forget(1)
    engine.forget(99)
    assert ask(engine, MORNING, utterance=2).words == morning_words


def test_silence_and_noise_give_no_words(engine: EmbeddedRecognizer) -> None:
    assert ask(engine, np.zeros(2 * SAMPLE_RATE, np.float32)).words == ()
    noise = sound_of("noise_white.flac")
    for number, start in enumerate((0, 40000), 2):
        heard = ask(engine, noise[start : start + 32000], utterance=number)
        assert heard.words == ()


def test_a_window_of_no_sound_is_no_words(engine: EmbeddedRecognizer) -> None:
    assert ask(engine, np.zeros(0, np.float32), final=False).words == ()
    assert ask(engine, np.zeros(0, np.float32)).words == ()


def test_broken_samples_do_not_stop_it(engine: EmbeddedRecognizer) -> None:
    broken = np.array([np.nan, np.inf, -np.inf, 1e30] * 1000, np.float32)
    assert "morning" in text_of(ask(engine, np.concatenate([broken, MORNING])).words)


@pytest.mark.parametrize(("language", "task"), [("de", "transcribe"), ("en", "translate")])
def test_what_it_cannot_do_is_said_at_once(engine: EmbeddedRecognizer, language: str, task: Task) -> None:
    with pytest.raises(EngineError, match="embedded engine") as raised:
        EmbeddedRecognizer(language, task)
    assert raised.value.hint
    with pytest.raises(EngineError, match="embedded engine"):
        ask(engine, MORNING, language=language, task=task)


def test_it_says_what_it_is_and_closes_twice(engine: EmbeddedRecognizer) -> None:
    assert (engine.info.incremental, engine.info.languages) == (True, ("en",))
    ask(engine, MORNING[:16000], final=False)
    engine.close()
    engine.close()


def test_the_library_prints_nothing(engine: EmbeddedRecognizer, capfd: pytest.CaptureFixture[str]) -> None:
    ask(EmbeddedRecognizer(), MORNING[:8000])
    ask(engine, np.zeros(100, np.float32))
    assert capfd.readouterr() == ("", "")


@given(
    st.lists(st.text("abcdefghij", min_size=3, max_size=10), min_size=1),
    st.floats(0.05, 0.13),
    st.floats(0.11, 1.0),
)
def test_words_at_the_pace_of_speech_are_never_rejected(texts: list[str], letter_s: float, probability: float) -> None:
    words, at = [], 0
    for text in texts:
        end = at + int(letter_s * len(text) * SAMPLE_RATE) // FRAME_SAMPLES * FRAME_SAMPLES
        words.append(Word(" " + text, at, end, probability))
        at = end
    assert rejection(tuple(words)) is None


def test_stretched_and_doubtful_words_are_rejected() -> None:
    assert rejection((Word(" thigh", 0, 30000, 1.0),)) == "too slow for words"
    assert rejection((Word(" you", 0, 6000, 0.05),)) == "unsure"
    assert rejection(()) is None
