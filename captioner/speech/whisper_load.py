"""From a model folder to a Whisper that is ready: the device and the numbers that suit this machine, and a warm-up."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from captioner.core.caption import Notice
from captioner.core.errors import EngineError, ModelError
from captioner.core.message import Message
from captioner.core.settings import DeviceChoice
from captioner.core.sound import SAMPLE_RATE
from captioner.core.speech import EngineInfo, Window
from captioner.speech.cuda_probe import gpu_error, probe_cuda
from captioner.speech.languages import LANGUAGES
from captioner.speech.model_store import check_model_folder
from captioner.speech.whisper import PassPolicy, WhisperRecognizer
from captioner.speech.whisper_binary import whisper_shape
from captioner.speech.whisper_memory import keep_large_buffers
from captioner.speech.whisper_speed import SpeedBook, WhisperSpeed, measure, model_name, quickest

log = logging.getLogger(__name__)

SLOW_ENCODE_S = 0.03
"""Where the encoder takes longer over Whisper's full 30 s, partial passes hear a shorter context: they would fill more
than a tenth of the time otherwise. GPUs are quicker, processors are not."""


def load_whisper(
    folder: Path, device: DeviceChoice, tell: Callable[[Notice], None], book: SpeedBook | None = None
) -> WhisperRecognizer:
    """The model of the folder, warmed up.

    A GPU is used only after a child process has run the model on it; where that fails ``tell`` gets one line why, and
    the CPU takes over, with as many threads as suit the model: they are tried, unless the ``book`` knows them or tells
    what to expect. Raises ModelError for a folder that is incomplete or damaged.
    """
    check_model_folder(folder)
    where = _CPU
    if device != "cpu":
        probe = probe_cuda(folder)
        if probe.usable:
            where = _Place("cuda", probe.compute_types[0])
        elif device == "cuda" or probe.devices:
            tell(_on_the_cpu(probe.reason, probe.hint))
    try:
        recognizer = _loaded(folder, where, book)
    except EngineError as error:  # another program took the GPU's memory since
        tell(_on_the_cpu(error.message, error.hint))
        recognizer = _loaded(folder, _CPU, book)
    _warm_up(recognizer)
    return recognizer


@dataclass(frozen=True, slots=True)
class _Place:
    device: str
    compute_type: str


_CPU = _Place("cpu", "int8")


def _on_the_cpu(reason: str, hint: str) -> Notice:
    return Notice("warning", Message("Whisper runs on the CPU: {reason}", reason=reason), hint, remedy="cpu")


def _loaded(folder: Path, where: _Place, book: SpeedBook | None) -> WhisperRecognizer:
    import ctranslate2
    import tokenizers

    if where.device == "cpu":
        keep_large_buffers()

    def load(threads: int) -> tuple[Any, list[int], int]:
        model = ctranslate2.models.Whisper(
            str(folder), device=where.device, compute_type=where.compute_type, intra_threads=threads
        )
        return model, *_prompt_and_end(vocabulary)

    try:
        vocabulary = tokenizers.Tokenizer.from_file(str(folder / "tokenizer.json"))
        model, speed = _quickest(load, where, folder, book)
    except Exception as error:
        if where.device == "cuda" and isinstance(error, RuntimeError):
            raise gpu_error(error) from error
        # the libraries raise RuntimeError, ValueError and bare Exception for a damaged file
        log.warning("the model in %s does not load: %s", folder, error)
        raise ModelError(
            Message("The model in {folder} cannot be loaded: {reason}", folder=folder, reason=_first_line(error)),
            "Delete the folder and fetch it again.",
        ) from error
    # asked one by one: the whole vocabulary as a dict would hold Python's lock for the twentieth part of a second
    languages = tuple(code for code in LANGUAGES if vocabulary.token_to_id(f"<|{code}|>") is not None)
    info = EngineInfo(
        "whisper",
        folder.name,
        where.device,
        where.compute_type,
        tuple(sorted(languages)) if model.is_multilingual else ("en",),
    )
    policy = PassPolicy(short_partials=speed.final.encode_s > SLOW_ENCODE_S)
    return WhisperRecognizer(model, vocabulary, model.n_mels, info, policy)


def _quickest(
    load: Callable[[int], tuple[Any, list[int], int]], where: _Place, folder: Path, book: SpeedBook | None
) -> tuple[Any, WhisperSpeed]:
    if where.device == "cuda":
        return _measured(load, 1)
    if book is None:
        return quickest(load)
    name = model_name(folder)
    if (known := book.speed(name)) is not None:
        return load(known.threads)[0], known
    guess = book.expected(whisper_shape(folder / "model.bin"))
    model, speed = quickest(load) if guess is None else _measured(load, guess.threads)
    book.keep(name, speed)
    return model, speed


def _measured(load: Callable[[int], tuple[Any, list[int], int]], threads: int) -> tuple[Any, WhisperSpeed]:
    model, prompt, end = load(threads)
    return model, measure(model, prompt, end, threads)


def _prompt_and_end(vocabulary: Any) -> tuple[list[int], int]:
    """The tokens before any text, and the one that ends it. Raises ValueError for the vocabulary of another model."""
    found = [vocabulary.token_to_id(f"<|{name}|>") for name in ("startoftranscript", "notimestamps", "endoftext")]
    if None in found:
        raise ValueError("the tokenizer lacks Whisper's own tokens")
    return found[:2], found[2]


def _warm_up(recognizer: WhisperRecognizer) -> None:
    """A pass over a second of noise: the first one loads kernels and buffers."""
    second = np.random.default_rng(0).standard_normal(SAMPLE_RATE).astype(np.float32) * np.float32(0.01)
    recognizer.recognize(Window(-1, "", 0, second, False, 0, recognizer.info.languages[0], False))
    recognizer.forget(-1)


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0] or type(error).__name__
