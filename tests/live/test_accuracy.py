"""The words across utterances, by the real engine: case, punctuation, numbers, cuts, languages, names, context."""

import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from simulated import Entry, captions_of, finals_of, sound_of, told, transcript_of
from word_errors import word_error_rate, words_of

from captioner.app.bench.scores import aligned
from captioner.core.protocols import Recognizer
from captioner.core.sound import SAMPLE_RATE, Pcm, seconds_to_samples
from captioner.core.speech import text_of
from captioner.live.conversation import Conversation, ConversationPolicy, Wishes
from captioner.live.segmenter import EndpointPolicy, Segmenter
from captioner.live.whole_file import transcribe
from captioner.speech.vad import GatedVad
from captioner.speech.whisper_load import load_whisper
from captioner.speech.whisper_whole_file import WholeFileWhisper

Manifest = dict[str, dict[str, Any]]
NUMBERS = set("two three five six seven nine ten eleven twelve fifteen twenty thirty forty fifty first percent".split())
BREATHLESS_S = 0.15
"""Between two sentences of somebody who hardly draws breath: less than makes a pause."""

INSIDE_S = 0.05
"""A cut nearer to the edge of a word than this cuts nothing off that could be heard."""


@pytest.fixture(scope="module")
def engine(tiny_whisper: Path) -> Iterator[Recognizer]:
    recognizer = load_whisper(tiny_whisper, "cpu", lambda notice: None)
    yield recognizer
    recognizer.close()


def talks(manifest: Manifest) -> list[Entry]:
    return [entry for entry in manifest.values() if entry["set"] == "talk"]


def exactly_right(reference: str, heard: str) -> float:
    """The share of words that are right with their case and their punctuation."""
    expected, found = reference.split(), heard.split()
    same = sum(i is not None and j is not None and expected[i] == found[j] for i, j in aligned(expected, found))
    return same / len(expected)


def breathless(
    speech_dir: Path, entries: Sequence[Entry], order: int | None = None
) -> tuple[Pcm, list[tuple[str, float, float]]]:
    """All sentences of the recordings without a pause between them, and their words with the times they have then.

    ``order`` shuffles them.
    """
    sentences = [(sound_of(speech_dir / entry["file"]), said) for entry in entries for said in entry["utterances"]]
    if order is not None:
        random.Random(order).shuffle(sentences)
    parts: list[Pcm] = []
    words: list[tuple[str, float, float]] = []
    at_s = 0.0
    for pcm, said in sentences:
        start_s, end_s = said["start"] - BREATHLESS_S / 2, said["end"] + BREATHLESS_S / 2
        parts.append(pcm[seconds_to_samples(start_s) : seconds_to_samples(end_s)])
        words += [(text, at_s + start - start_s, at_s + end - start_s) for text, start, end in said["words"]]
        at_s += len(parts[-1]) / SAMPLE_RATE
    return np.concatenate([np.zeros(SAMPLE_RATE // 2, np.float32), *parts]), [
        (text, start + 0.5, end + 0.5) for text, start, end in words
    ]


@pytest.mark.slow
def test_each_utterance_begins_and_ends_as_a_sentence_does(
    engine: Recognizer, speech_dir: Path, manifest: Manifest, tmp_path: Path
) -> None:
    """Case and punctuation do not suffer from hearing a talk in pieces."""
    live, references = [], []
    finals, kept = 0, 0
    for entry in talks(manifest):
        captions = captions_of(sound_of(speech_dir / entry["file"]), engine, tmp_path)
        live.append(transcript_of(captions))
        references.append(entry["text"])
        for final in finals_of(captions):
            text = text_of(final.words)
            assert text[0].isupper(), text
            assert text[-1] in ".?!", text
            finals += 1
            kept += final.stable == text
    right = exactly_right(" ".join(references), " ".join(live))
    told(
        f"exactly right with case and punctuation: {100 * right:.1f} % of {len(' '.join(references).split())} words;"
        f" of {finals} utterances {kept} read in the end as they were shown"
    )
    assert right >= 0.97
    assert kept >= 0.8 * finals


@pytest.mark.slow
def test_numbers(engine: Recognizer, speech_dir: Path, manifest: Manifest, tmp_path: Path) -> None:
    said, right = 0, 0
    for entry in manifest.values():
        if entry["lang"] != "en" or not NUMBERS & set(words_of(entry["text"])):
            continue
        heard = words_of(transcript_of(captions_of(sound_of(speech_dir / entry["file"]), engine, tmp_path)))
        expected = words_of(entry["text"])
        for i, j in aligned(expected, heard):
            if i is not None and expected[i] in NUMBERS:
                said += 1
                right += j is not None and heard[j] == expected[i]
    told(f"{right} of {said} numbers right")
    assert said >= 25
    assert right >= 0.95 * said


@pytest.mark.slow
@pytest.mark.parametrize(("cut_after_s", "most_wrong"), [(8, 0.05), (25, 0.06)], ids=["many cuts", "as it is"])
def test_no_word_is_lost_or_said_twice_at_a_hard_cut(
    engine: Recognizer, speech_dir: Path, manifest: Manifest, tmp_path: Path, cut_after_s: int, most_wrong: float
) -> None:
    """Somebody who hardly draws breath for a minute. Of windows with ten sentences the test model makes much up."""
    pcm, words = breathless(speech_dir, talks(manifest))
    endpoint = EndpointPolicy(hard_cut_after=cut_after_s * SAMPLE_RATE, cut_search=cut_after_s * SAMPLE_RATE // 3)
    captions = captions_of(pcm, engine, tmp_path, endpoint=endpoint, conversation=Conversation("en"))
    finals = finals_of(captions)
    cuts_s = [final.heard / SAMPLE_RATE for final in finals if final.cut]
    near, wrong_near, wrong = 0, 0, 0
    heard = [token for final in finals for word in final.words for token in words_of(word.text)]
    expected = [(token, start, end) for text, start, end in words for token in words_of(text)]
    last_s = 0.0
    for i, j in aligned([token for token, _, _ in expected], heard):
        if i is not None:
            last_s = expected[i][2]
        by_a_cut = any(abs(cut_s - last_s) < 1.0 for cut_s in cuts_s)
        bad = i is None or j is None or expected[i][0] != heard[j]
        near += by_a_cut and i is not None
        wrong_near += by_a_cut and bad
        wrong += bad
    severed = sum(any(start + INSIDE_S < cut_s < end - INSIDE_S for _, start, end in expected) for cut_s in cuts_s)
    told(
        f"{len(cuts_s)} cuts in {len(pcm) / SAMPLE_RATE:.0f} s, {severed} of them inside a word; within 1 s of one:"
        f" {wrong_near} of {near} words are wrong; in all {wrong} of {len(expected)}"
    )
    assert len(cuts_s) >= len(pcm) // endpoint.hard_cut_after - 1
    assert wrong_near <= 0.2 * near
    assert severed <= 1
    assert wrong <= most_wrong * len(expected)


@pytest.mark.slow
def test_breathless_speech_costs_no_words_against_the_whole_file(
    engine: Recognizer, tiny_whisper: Path, speech_dir: Path, manifest: Manifest
) -> None:
    """In four orders of the sentences: which of them share a window decides a lot, with this model."""
    whole_file = WholeFileWhisper(tiny_whisper, "cpu", "int8")
    live, whole = [], []
    for order in range(4):
        pcm, words = breathless(speech_dir, talks(manifest), order)
        reference = " ".join(text for text, _, _ in words)
        steps = transcribe(
            [pcm[at : at + SAMPLE_RATE] for at in range(0, len(pcm), SAMPLE_RATE)],
            GatedVad(),
            Segmenter("file"),
            engine,
            Conversation("en"),
            Wishes(),
        )
        heard = " ".join(text_of(step.found[1].words) for step in steps if step.found)
        live.append(word_error_rate(reference, heard))
        whole.append(word_error_rate(reference, whole_file.text(pcm, "en")))
    told(f"WER by utterances {100 * np.mean(live):.1f} %, of the whole {100 * np.mean(whole):.1f} %")
    assert np.mean(live) <= np.mean(whole)


def test_a_change_of_language_costs_a_sentence_or_two(
    engine: Recognizer, speech_dir: Path, manifest: Manifest, tmp_path: Path
) -> None:
    """English, then German, then English again: two agreeing finals change the language."""
    english = [sound_of(speech_dir / name) for name in ("talk_00.flac", "talk_01.flac")]
    german = [sound_of(speech_dir / "german.flac")] * 5
    captions = captions_of(np.concatenate([english[0], *german, english[1]]), engine, tmp_path)
    finals = finals_of(captions)
    begins, ends = len(english[0]), len(english[0]) + sum(map(len, german))
    in_german = [final for final in finals if begins <= final.start < ends]
    after = [final for final in finals if final.start >= ends]
    right = [text_of(final.words) == manifest["german.flac"]["text"] for final in in_german]
    back = word_error_rate(manifest["talk_01.flac"]["text"], transcript_of(after))
    told(f"German sentences right: {right}; WER of the English after them: {100 * back:.1f} %")
    before = [final.language for final in finals if final.start < begins]
    assert before == ["en"] * len(before)
    assert len(right) == 5
    assert all(right[2:]), "from the third on at the latest"
    assert back <= 0.1
    assert after[-1].language == "en"


def test_names_of_the_vocabulary_are_spelt_so_in_every_utterance(
    engine: Recognizer, speech_dir: Path, manifest: Manifest, tmp_path: Path
) -> None:
    entry = manifest["talk_03.flac"]
    pcm = sound_of(speech_dir / entry["file"])
    plain = transcript_of(captions_of(pcm, engine, tmp_path))
    spelt = transcript_of(captions_of(pcm, engine, tmp_path, wishes=Wishes(vocabulary=("Sara",))))
    assert "Sarah" in plain
    assert "Sara " in spelt
    assert "Sarah" not in spelt
    others = word_error_rate(plain.replace("Sarah", "Sara"), spelt)
    told(f"other words changed by the vocabulary: {100 * others:.1f} %")
    assert others <= 0.1
    quiet = np.random.default_rng(0).standard_normal(10 * SAMPLE_RATE).astype(np.float32) * np.float32(0.01)
    assert transcript_of(captions_of(quiet, engine, tmp_path, wishes=Wishes(vocabulary=("Sara",)))) == ""


def test_context_carries_over_and_never_loops(
    engine: Recognizer, speech_dir: Path, manifest: Manifest, tmp_path: Path
) -> None:
    """The same sentence a dozen times: the context says it already, and each is still heard once."""
    name = "fixed_08.flac"
    captions = captions_of(np.concatenate([sound_of(speech_dir / name)] * 12), engine, tmp_path)
    texts = [text_of(final.words) for final in finals_of(captions)]
    assert len(texts) == 12
    wrong = [text for text in texts if text != manifest[name]["text"]]
    told(f"{len(wrong)} of 12 differ: {wrong}")
    assert word_error_rate(" ".join([manifest[name]["text"]] * 12), " ".join(texts)) <= 0.05


@pytest.mark.slow
def test_what_is_carried_over_costs_no_words(
    engine: Recognizer, speech_dir: Path, manifest: Manifest, tmp_path: Path
) -> None:
    """Three minutes of talks in one session, with context and without."""
    joined = np.concatenate([sound_of(speech_dir / entry["file"]) for entry in talks(manifest)] * 2)
    reference = " ".join(entry["text"] for entry in talks(manifest) * 2)
    rates = {}
    for name, policy in (("with", ConversationPolicy()), ("without", ConversationPolicy(sure=2.0))):
        captions = captions_of(joined, engine, tmp_path, conversation=Conversation("en", policy))
        rates[name] = word_error_rate(reference, transcript_of(captions))
    told("WER " + ", ".join(f"{name} context {100 * rate:.2f} %" for name, rate in rates.items()))
    assert rates["with"] <= rates["without"] + 0.01
    assert rates["with"] <= 0.02
