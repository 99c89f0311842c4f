"""How quick a Whisper is on this machine, pass by pass, and with how many of the engine's threads it is quickest.

More threads are not always quicker: an encoder over 30 s of sound has work for all of them, but a token of a small
decoder is done before another core has woken up. Measured on 2 cores, one thread against two: of the tiny test model a
partial pass takes 14 ms against 33, of base dimensions 305 against 255, of small ones 1036 against 836.
"""

import logging
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any, Protocol

import numpy as np

from captioner.core.speech import PassCost
from captioner.speech.whisper_binary import WhisperShape

log = logging.getLogger(__name__)

SHORT, FULL = 384, 1500
"""Encoder positions of a usual partial pass, and of a final one."""

PARTIAL_TOKENS, FINAL_TOKENS = 5, 14
"""What a pass usually decodes: some words beyond those on the screen, and the words of an utterance."""

BEAM = 5
_COLUMNS_A_POSITION = 2
_SLOW_ENCODE_S = 0.5
"""Where the short encoder takes longer, the full one is not waited for: it takes eight times as long, and decoding and
alignment after it three times as long."""

_PARTIALS_A_SECOND, _FINALS_A_SECOND = 1.0, 0.3
"""While somebody speaks: the fewest partial passes that still look live, and the utterances of a usual talk."""


@dataclass(frozen=True, slots=True)
class WhisperSpeed:
    """What a usual ``partial`` pass over up to 5 s costs with so many ``threads``, and a usual ``final`` one."""

    threads: int
    partial: PassCost
    final: PassCost

    @property
    def load(self) -> float:
        """The share of the time that live captions would take while somebody speaks."""
        return _PARTIALS_A_SECOND * self.partial.seconds + self.finals_load

    @property
    def finals_load(self) -> float:
        """That of the final passes alone."""
        return _FINALS_A_SECOND * self.final.seconds

    @property
    def passes_s(self) -> tuple[float, float]:
        """Seconds of a partial pass and of a final one."""
        return self.partial.seconds, self.final.seconds

    def of(self, ours: WhisperShape, other: WhisperShape) -> "WhisperSpeed":
        """The speed to expect of a model of ``other`` dimensions; this one is of a model of ``ours``.

        From a model of one layer each and base width, loads came out for tiny, base and small dimensions within a fifth
        of those measured.
        """
        decoder = _decoder_work(other) / _decoder_work(ours)

        def scaled(cost: PassCost, positions: int) -> PassCost:
            encoder = _encoder_work(other, positions) / _encoder_work(ours, positions)
            return PassCost(cost.encode_s * encoder, cost.decode_s * decoder, cost.align_s * decoder, cost.encoded)

        return WhisperSpeed(self.threads, scaled(self.partial, SHORT), scaled(self.final, FULL))


class SpeedBook(Protocol):
    """Remembers what was measured on this machine."""

    def speed(self, model: str) -> WhisperSpeed | None:
        """What was measured of the model, None where that is not known."""

    def keep(self, model: str, speed: WhisperSpeed) -> None:
        """Remember it."""

    def expected(self, shape: WhisperShape) -> WhisperSpeed | None:
        """What to expect of a model of these dimensions, None where nothing tells."""


def model_name(folder: Path) -> str:
    """What a book of speeds calls the model of a folder."""
    return f"{folder.name} {(folder / 'model.bin').stat().st_size}"


MOST_THREADS = 8
"""More do not make Whisper on a CPU faster, and the rest of the computer wants some."""


def most_threads() -> int:
    """The engine's threads where all are worth it."""
    return min(MOST_THREADS, os.cpu_count() or 1)


def quickest(load: Callable[[int], tuple[Any, list[int], int]]) -> tuple[Any, WhisperSpeed]:
    """A model on the CPU with the number of threads that suits it, and its speed.

    ``load`` gives a model with so many threads, its prompt and its end token. One thread is tried where the encoder is
    not all that counts.
    """
    threads = most_threads()
    model, prompt, end = load(threads)
    speed = measure(model, prompt, end, threads)
    if threads > 1 and speed.partial.encode_s < _SLOW_ENCODE_S:
        other, prompt, end = load(1)
        alone = measure(other, prompt, end, 1)
        if alone.load < speed.load:
            model, speed = other, alone
    log.info("quickest with %d threads: partial passes %.3f s, final ones %.3f s", speed.threads, *speed.passes_s)
    return model, speed


def measure(model: Any, prompt: list[int], end: int, threads: int) -> WhisperSpeed:
    """Of a ``ctranslate2.models.Whisper``, with the tokens of its prompt and the one that would end the text.

    Each part of a partial pass is tried twice, for the first time loads kernels and buffers, and another program may be
    in the way. Those of a final one take long, and are tried once.
    """
    from ctranslate2 import StorageView

    noise = np.random.default_rng(0).standard_normal((1, model.n_mels, _COLUMNS_A_POSITION * FULL), np.float32)

    def cost(positions: int, tokens: int, beam: int, times: int) -> PassCost:
        sound = StorageView.from_array(np.ascontiguousarray(noise[:, :, : _COLUMNS_A_POSITION * positions]))
        encoded = model.encode(sound)
        said = [[end + 1] * tokens]
        length = max(2 * tokens, tokens + len(prompt))  # CTranslate2 decodes half of it at most
        return PassCost(
            _quickest(times, lambda: model.encode(sound)),
            _quickest(
                times,
                lambda: model.generate(encoded, [prompt], beam_size=beam, max_length=length, suppress_tokens=[end]),
            ),
            _quickest(times, lambda: model.align(encoded, prompt, said, _COLUMNS_A_POSITION * positions)),
        )

    partial = cost(SHORT, PARTIAL_TOKENS, 1, times=2)
    if partial.encode_s > _SLOW_ENCODE_S and model.device == "cpu":
        per_token = partial.decode_s / PARTIAL_TOKENS
        final = PassCost(8 * partial.encode_s, 3 * FINAL_TOKENS * per_token, 3 * partial.align_s)
    else:
        final = cost(FULL, FINAL_TOKENS, BEAM, times=1)
    return WhisperSpeed(threads, partial, final)


def _quickest(times: int, act: Callable[[], object]) -> float:
    took: list[float] = []
    for _ in range(times):
        began = perf_counter()
        act()
        took.append(perf_counter() - began)
    return min(took)


def _encoder_work(shape: WhisperShape, positions: int) -> float:
    """In multiplications of 8 bits; those of convolutions and of attention are of floats, and take thrice as long."""
    width = shape.width
    matrices = 12 * width**2 * positions
    attention = 2 * positions**2 * width
    convolutions = 3 * width * positions * (width + 2 * shape.mels)
    return shape.encoder_layers * (matrices + 3.0 * attention) + 3.0 * convolutions


def _decoder_work(shape: WhisperShape) -> float:
    """In weights read for a token; a layer attends to the sound too, and costs two and a half times its weights."""
    return 2.5 * shape.decoder_layers * 14 * shape.width**2 + shape.tokens * shape.width
