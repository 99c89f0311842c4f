"""Somebody speaks at the other end of the room: soft, with the room's echo, in its noise. Words kept against lost."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import scipy.signal
from simulated import captions_of, finals_of, sound_of, told, transcript_of
from word_errors import words_of

from captioner.app.bench.scores import aligned
from captioner.core.protocols import Recognizer
from captioner.core.sound import SAMPLE_RATE, Pcm, seconds_to_samples
from captioner.live.conversation import Conversation
from captioner.speech.whisper_load import load_whisper

FURTHER_DB = -30.0
ECHO_S = 0.4
"""After which the room's echo is 60 dB down: a furnished office."""

ECHO_DB = -6.0
"""The echo's power against that of what comes straight."""

SIGNAL_TO_NOISE_DB = 15.0


def soft(pcm: Pcm) -> Pcm:
    """As far away as a quiet voice across a room."""
    return pcm * np.float32(10 ** (FURTHER_DB / 20))


def in_a_room(pcm: Pcm) -> Pcm:
    """With an echo of noise that dies away, the usual model of a room's late reverberation."""
    time = np.arange(seconds_to_samples(ECHO_S)) / SAMPLE_RATE
    tail = np.random.default_rng(1).standard_normal(len(time)) * 10 ** (-3 * time / ECHO_S)
    tail[: seconds_to_samples(0.002)] = 0
    response = tail * np.sqrt(10 ** (ECHO_DB / 10) / np.sum(tail**2))
    response[0] = 1.0
    echoed: Pcm = scipy.signal.fftconvolve(pcm, response)[: len(pcm)].astype(np.float32)
    return echoed


def in_noise(pcm: Pcm) -> Pcm:
    """With a fan: noise with as much power in each octave."""
    white = np.random.default_rng(2).standard_normal(len(pcm))
    pink = scipy.signal.lfilter(
        [0.049922035, -0.095993537, 0.050612699, -0.004408786], [1, -2.494956002, 2.017265875, -0.522189400], white
    )
    wanted = np.sqrt(np.mean(pcm**2)) * 10 ** (-SIGNAL_TO_NOISE_DB / 20)
    noisy: Pcm = (pcm + pink * wanted / np.sqrt(np.mean(pink**2))).astype(np.float32)
    return noisy


ROOMS: Mapping[str, tuple[Callable[[Pcm], Pcm], float]] = {
    "near": (lambda pcm: pcm, 0.98),
    "soft": (soft, 0.95),
    "soft, echo": (lambda pcm: soft(in_a_room(pcm)), 0.5),
    "soft, noise": (lambda pcm: soft(in_noise(pcm)), 0.5),
    "soft, echo, noise": (lambda pcm: soft(in_noise(in_a_room(pcm))), 0.3),
}
"""What is done to the talks, and the share of words that must be kept."""


@pytest.fixture(scope="module")
def engine(tiny_whisper: Path) -> Iterator[Recognizer]:
    recognizer = load_whisper(tiny_whisper, "cpu", lambda notice: None)
    yield recognizer
    recognizer.close()


@pytest.mark.slow
@pytest.mark.parametrize("room", ROOMS)
def test_words_kept(
    engine: Recognizer, speech_dir: Path, manifest: dict[str, dict[str, Any]], tmp_path: Path, room: str
) -> None:
    """Of the words, so many are right, wrong, missing; what the voice activity did not hear is missing altogether."""
    place, least = ROOMS[room]
    right, wrong, missing, added, heard_s, speech_s = 0, 0, 0, 0, 0.0, 0.0
    for number in range(5):
        entry = manifest[f"talk_0{number}.flac"]
        captions = captions_of(
            place(sound_of(speech_dir / entry["file"])), engine, tmp_path, conversation=Conversation("en")
        )
        expected, heard = words_of(entry["text"]), words_of(transcript_of(captions))
        for i, j in aligned(expected, heard):
            right += i is not None and j is not None and expected[i] == heard[j]
            wrong += i is not None and j is not None and expected[i] != heard[j]
            missing += j is None
            added += i is None
        spans = [(final.start / SAMPLE_RATE, final.end / SAMPLE_RATE) for final in finals_of(captions)]
        for said in entry["utterances"]:
            speech_s += said["end"] - said["start"]
            heard_s += sum(max(0.0, min(said["end"], end) - max(said["start"], start)) for start, end in spans)
    whole = right + wrong + missing
    told(
        f"{room}: {100 * right / whole:.1f} % right, {100 * wrong / whole:.1f} % wrong, {100 * missing / whole:.1f} %"
        f" missing, {100 * added / whole:.1f} % added of {whole} words; {100 * heard_s / speech_s:.0f} % of the speech"
        " was captioned"
    )
    assert right >= least * whole
    assert added <= 0.1 * whole
