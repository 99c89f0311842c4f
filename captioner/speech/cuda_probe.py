"""Whether Whisper runs on the NVIDIA GPU of this machine, tried in a child so that a bad driver costs only the child.

A GPU may be counted, take the model, and abort the whole process at its first kernel because a library is missing.
Hence a child loads the model and lets it hear a window once, and its end is put into words.
"""

import json
import logging
import multiprocessing
import os
import re
import signal
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from captioner.core.errors import EngineError
from captioner.core.message import Message

log = logging.getLogger(__name__)

CUDA_TYPES = ("float16", "int8_float16", "float32")
"""Compute types on a GPU, the best first."""

PATIENCE_S = 120.0
"""The largest model is read from a slow disk in less; kernels compiled for a new GPU take most of a minute."""

_CPU_HINT = Message('Set the device to "cpu" to be told no more.')
_MOST_OUTPUT = 1 << 16
_ENDING_S = 5.0
"""For a child that has given its answer, or closed its end of the pipe, to be gone."""


@dataclass(frozen=True, slots=True)
class CudaProbe:
    """What became of the trial.

    ``devices`` counts the NVIDIA GPUs. ``compute_types`` are those with which the model really ran here, the best
    first; empty where it did not. ``reason`` is one sentence why it is not usable, ``hint`` the way out.
    """

    usable: bool
    devices: int
    compute_types: tuple[str, ...]
    reason: str
    hint: str


@dataclass(frozen=True, slots=True)
class ChildEnd:
    """How a child process ended.

    ``answer`` is what its function returned, ``error`` the text of what it raised; both are None after a crash or a
    hang. ``exit_code`` is None where it had to be killed for its silence, negative for a signal, as in
    ``multiprocessing``. ``output`` is the end of what was printed.
    """

    answer: tuple[str, ...] | None
    error: str | None
    exit_code: int | None
    output: str


def probe_cuda(folder: Path) -> CudaProbe:
    """Try the model of the folder on the GPU: load it, encode one window of silence, generate a token.

    Takes no time where there is no GPU. Never raises for what the GPU, its driver or its libraries do.
    """
    import ctranslate2

    devices = ctranslate2.get_cuda_device_count()
    if not devices:
        return CudaProbe(False, 0, (), Message("No NVIDIA GPU was found."), "")
    end = in_child(run_model_once, (str(folder), "cuda", *CUDA_TYPES), PATIENCE_S)
    if end.answer:
        return CudaProbe(True, devices, end.answer, "", "")
    log.info("no Whisper on the GPU: exit code %s, %s; printed: %s", end.exit_code, end.error, end.output)
    return CudaProbe(False, devices, (), *in_words(end))


def run_model_once(folder: str, device: str, *compute_types: str) -> tuple[str, ...]:
    """Runs in the child: the first of the compute types with which the model works on the device.

    The next one is tried only where memory is short. Raises what CTranslate2 raises.
    """
    import ctranslate2
    import numpy as np

    supported = ctranslate2.get_supported_compute_types(device)
    wanted = [kind for kind in compute_types if kind in supported]
    for kind in wanted:
        try:
            model = ctranslate2.models.Whisper(folder, device=device, compute_type=kind, intra_threads=1)
            silence = np.zeros((1, model.n_mels, 3000), dtype=np.float32)
            heard = model.encode(ctranslate2.StorageView.from_array(silence))
            model.generate(heard, [["<|startoftranscript|>"]], beam_size=1, max_length=4)
        except RuntimeError as error:
            if "out of memory" not in str(error) or kind == wanted[-1]:
                raise
            continue
        return (kind,)
    raise RuntimeError(f"none of {', '.join(compute_types)} is supported")


def in_child(function: Callable[..., tuple[str, ...]], arguments: tuple[str, ...], patience_s: float) -> ChildEnd:
    """Call a module-level function in a fresh process and wait for at most ``patience_s`` seconds.

    The child may raise, abort, crash or hang; none of it reaches this process, its terminal or its standard input.
    """
    spawn = multiprocessing.get_context("spawn")
    with tempfile.TemporaryDirectory(prefix="captioner-probe-", ignore_cleanup_errors=True) as folder:
        printed = Path(folder) / "output"
        ours, theirs = spawn.Pipe(duplex=False)
        child = spawn.Process(
            target=_child, args=(theirs, str(printed), function, arguments), name="captioner GPU trial", daemon=True
        )
        try:
            child.start()
            theirs.close()
            message: dict[str, Any] = {}
            if ours.poll(patience_s):
                message = _received(ours)
                child.join(_ENDING_S)
            exit_code = child.exitcode
        finally:
            ours.close()
            if child.pid is not None:
                child.kill()
                child.join()
                child.close()
        answer = message.get("answer")
        return ChildEnd(None if answer is None else tuple(answer), message.get("error"), exit_code, _end_of(printed))


def in_words(end: ChildEnd) -> tuple[Message, Message]:
    """Why the trial failed, as a sentence, and the way out."""
    told = f"{end.error or ''}\n{end.output}"
    folded = told.casefold()
    if "driver version is insufficient" in folded or "driver is too old" in folded:
        return Message("The NVIDIA driver is too old for this program."), Message("Update the NVIDIA driver.")
    if library := _missing_library(told):
        return (
            Message("The library {library}, which the GPU needs, is missing or cannot be loaded.", library=library),
            Message("Install cuBLAS of CUDA 12 and cuDNN 9. {otherwise}", otherwise=_CPU_HINT),
        )
    if "out of memory" in folded or "alloc_failed" in folded:
        return (
            Message("The GPU has too little free memory for this model."),
            Message("Choose a smaller model, or close programs that use the GPU."),
        )
    if "no kernel image" in folded:
        return Message("The GPU is of a kind that this program has no code for."), _CPU_HINT
    update = Message("Update the NVIDIA driver. {otherwise}", otherwise=_CPU_HINT)
    if end.error is not None:
        return Message("The GPU failed: {reason}.", reason=_first_line(end.error)), update
    if end.exit_code is None:
        return (
            Message("The GPU did not answer in time."),
            Message("Restart the computer or update the NVIDIA driver. {otherwise}", otherwise=_CPU_HINT),
        )
    return Message("A trial on the GPU crashed ({code}).", code=_exit_name(end.exit_code)), update


def gpu_error(error: RuntimeError) -> EngineError:
    """What CTranslate2 raised while it worked on the GPU, in words."""
    reason, hint = in_words(ChildEnd(None, str(error), 0, ""))
    return EngineError(reason, hint, remedy="cpu")


def _child(
    answer_to: Connection, printed: str, function: Callable[..., tuple[str, ...]], arguments: tuple[str, ...]
) -> None:
    output = os.open(printed, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    for stream in (1, 2):  # what C libraries print on their way down tells which one was missing
        os.dup2(output, stream)
    try:
        message: dict[str, object] = {"answer": function(*arguments)}
    except Exception as error:  # whatever it is, the parent puts it into words
        message = {"error": str(error) or type(error).__name__}
    answer_to.send_bytes(json.dumps(message).encode())
    answer_to.close()
    if sys.platform == "linux":
        os._exit(0)  # some CUDA libraries crash while they are unloaded, which is no news


def _received(connection: Connection) -> dict[str, Any]:
    try:
        message: dict[str, Any] = json.loads(connection.recv_bytes(_MOST_OUTPUT))
    except (EOFError, OSError):  # it ended without a word
        return {}
    return message


def _end_of(printed: Path) -> str:
    try:
        with printed.open("rb") as file:
            file.seek(max(0, printed.stat().st_size - _MOST_OUTPUT))
            return file.read().decode(errors="replace")
    except OSError:
        return ""


_LIBRARY = r"((?:lib)?(?:cudnn|cublas|cudart|cufft|curand|cusparse|nvrtc)[\w.-]*\w)"
_MISSING = re.compile(
    rf"(?:library {_LIBRARY} is not found|(?:unable|could not|cannot|failed) (?:to )?(?:load|locate)[^\n]*?{_LIBRARY}"
    rf"|{_LIBRARY}: cannot open)",
    re.IGNORECASE,
)


def _missing_library(told: str) -> str:
    match = _MISSING.search(told)
    return next(filter(None, match.groups()), "") if match else ""


def _first_line(text: str) -> str:
    return text.strip().partition("\n")[0].rstrip(".")


def _exit_name(code: int) -> str:
    try:
        return signal.Signals(-code).name
    except ValueError:
        return f"exit code {code}"
