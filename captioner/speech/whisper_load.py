"""From a model folder to a Whisper that is ready: the device and the numbers that suit this machine, and a warm-up."""

import logging
import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

import numpy as np

from captioner.core.caption import Notice
from captioner.core.errors import EngineError, ModelError
from captioner.core.message import Message
from captioner.core.settings import DeviceChoice
from captioner.core.sound import SAMPLE_RATE
from captioner.core.speech import EngineInfo, Window
from captioner.speech.cuda_probe import gpu_error, probe_cuda
from captioner.speech.model_store import check_model_folder
from captioner.speech.whisper import PassPolicy, WhisperRecognizer
from captioner.speech.whisper_memory import keep_large_buffers

log = logging.getLogger(__name__)

SLOW_PASS_S = 0.04
"""Where a pass over Whisper's full 30 s takes longer, partial passes hear a shorter context: they would fill more than
a tenth of the time otherwise. GPUs are quicker, processors are not."""

MOST_THREADS = 8
"""More do not make Whisper on a CPU faster, and the rest of the computer wants some."""

_LANGUAGE_TOKEN = re.compile(r"<\|([a-z]{2,3})\|>")


def load_whisper(folder: Path, device: DeviceChoice, tell: Callable[[Notice], None]) -> WhisperRecognizer:
    """The model of the folder, warmed up.

    A GPU is used only after a child process has run the model on it; where that fails ``tell`` gets one line why, and
    the CPU takes over. Raises ModelError for a folder that is incomplete or damaged.
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
        recognizer = _loaded(folder, where, PassPolicy())
    except EngineError as error:  # another program took the GPU's memory since
        tell(_on_the_cpu(error.message, error.hint))
        recognizer = _loaded(folder, _CPU, PassPolicy())
    if _full_pass_s(recognizer) > SLOW_PASS_S:
        recognizer = recognizer.with_policy(PassPolicy(short_partials=True))
    return recognizer


@dataclass(frozen=True, slots=True)
class _Place:
    device: str
    compute_type: str


_CPU = _Place("cpu", "int8")


def _on_the_cpu(reason: str, hint: str) -> Notice:
    return Notice("warning", Message("Whisper runs on the CPU: {reason}", reason=reason), hint, remedy="cpu")


def _loaded(folder: Path, where: _Place, policy: PassPolicy) -> WhisperRecognizer:
    import ctranslate2
    import tokenizers

    if where.device == "cpu":
        keep_large_buffers()
    try:
        model = ctranslate2.models.Whisper(
            str(folder),
            device=where.device,
            compute_type=where.compute_type,
            intra_threads=min(MOST_THREADS, os.cpu_count() or 1),
        )
        vocabulary = tokenizers.Tokenizer.from_file(str(folder / "tokenizer.json"))
    except Exception as error:
        if where.device == "cuda" and isinstance(error, RuntimeError):
            raise gpu_error(error) from error
        # the libraries raise RuntimeError, ValueError and bare Exception for a damaged file
        log.warning("the model in %s does not load: %s", folder, error)
        raise ModelError(
            Message("The model in {folder} cannot be loaded: {reason}", folder=folder, reason=_first_line(error)),
            "Delete the folder and fetch it again.",
        ) from error
    languages = tuple(match[1] for token in vocabulary.get_vocab() if (match := _LANGUAGE_TOKEN.fullmatch(token)))
    info = EngineInfo(
        "whisper",
        folder.name,
        where.device,
        where.compute_type,
        tuple(sorted(languages)) if model.is_multilingual else ("en",),
    )
    return WhisperRecognizer(model, vocabulary, model.n_mels, info, policy)


def _full_pass_s(recognizer: WhisperRecognizer) -> float:
    """Seconds of a partial pass over the full context. The first one loads kernels and buffers and doesn't count."""
    second = np.random.default_rng(0).standard_normal(SAMPLE_RATE).astype(np.float32) * np.float32(0.01)
    took = 0.0
    for number in (-1, -2):
        began = perf_counter()
        recognizer.recognize(Window(number, "", 0, second, False, 0, recognizer.info.languages[0], False))
        recognizer.forget(number)
        took = perf_counter() - began
    return took


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0] or type(error).__name__
