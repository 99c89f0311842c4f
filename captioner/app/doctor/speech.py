"""What the doctor tells about engines: the models that are here, and whether Whisper runs on a GPU."""

import ctypes
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from captioner.app.doctor.files import size_words
from captioner.audio.examination import Finding, Severity
from captioner.core.errors import ModelError
from captioner.core.settings import RecognitionSettings
from captioner.speech.catalogue import CATALOGUE, CatalogueEntry
from captioner.speech.cuda_probe import CudaProbe, in_child, probe_cuda
from captioner.speech.model_store import ModelStore, check_model_folder, chosen_model

_LIBRARIES = {
    "linux": ("libcublas.so.12", "libcublasLt.so.12", "libcudnn.so.9"),
    "win32": ("cublas64_12.dll", "cublasLt64_12.dll", "cudnn64_9.dll"),
}
"""What CTranslate2 loads at its first kernel on an NVIDIA GPU."""
_PATIENCE_S = 30.0
"""For CTranslate2 to load and to count the GPUs; a driver that sleeps takes seconds."""


def examine_models(recognition: RecognitionSettings, models: Path) -> Iterator[Finding]:
    """The model that the settings name, and those of the store."""
    store = ModelStore(models)
    yield _configured(recognition, store)
    here = [f"{model.entry.name} ({size_words(model.size)})" for model in store.installed()]
    yield Finding("ok", "Models here", f"{', '.join(here) or 'none'}, in {models}")
    for entry in CATALOGUE:
        if store.place_of(entry).exists() and store.find(entry.name) is None and entry != _entry(recognition):
            yield _broken(store.place_of(entry), "warning")


def model_to_try(recognition: RecognitionSettings, models: Path) -> Path | None:
    """The folder of the configured model, else of the smallest that is here; None where there is no sound one."""
    store = ModelStore(models)
    try:
        model = chosen_model(recognition.model)
        if isinstance(model, Path):
            check_model_folder(model)
            return model
        if found := store.find(model.name):
            return found
    except ModelError:
        pass  # the models' own line tells it
    return next((installed.folder for installed in store.installed()), None)


def examine_gpu(recognition: RecognitionSettings, models: Path) -> Iterator[Finding]:
    """Whether CTranslate2 loads, the GPUs and CUDA libraries there are, and whether a kernel ran. Never raises."""
    end = in_child(count_gpus, (), _PATIENCE_S)
    if end.answer is None:
        reason = end.error or ("it does not answer" if end.exit_code is None else f"it ended with {end.exit_code}")
        yield Finding(
            "error", "CTranslate2", f"it does not load: {reason}", "Install captioner again, or use --engine embedded."
        )
        return
    count, *libraries = end.answer
    if count == "0":
        yield _no_gpu(recognition)
        return
    missing = [name for name in _LIBRARIES.get(sys.platform, ()) if name not in libraries]
    if missing:
        yield Finding(
            "warning", "CUDA libraries", f"not found: {', '.join(missing)}", "Install cuBLAS of CUDA 12 and cuDNN 9."
        )
    else:
        yield Finding("ok", "CUDA libraries", ", ".join(libraries))
    folder = model_to_try(recognition, models)
    if folder is None:
        yield Finding(
            "warning",
            "GPU",
            f"{_gpus(int(count))}; no kernel was tried, for want of a model",
            "Fetch a Whisper model by using it once, then run captioner doctor again.",
        )
        return
    yield in_words(probe_cuda(folder), folder.name)


def count_gpus() -> tuple[str, ...]:
    """Runs in a child: the number of NVIDIA GPUs, then the CUDA libraries that load if there are any."""
    import ctranslate2

    count = ctranslate2.get_cuda_device_count()
    return (str(count), *(name for name in _LIBRARIES.get(sys.platform, ()) if count and _loads(name)))


def in_words(probe: CudaProbe, model: str) -> Finding:
    """The finding that a trial of a model on the GPU stands for."""
    if probe.usable:
        return Finding(
            "ok", "GPU", f"{_gpus(probe.devices)}; the model {model} ran on it with {probe.compute_types[0]}"
        )
    return Finding("error", "GPU", f"{_gpus(probe.devices)}, but {model} did not run on it: {probe.reason}", probe.hint)


def _configured(recognition: RecognitionSettings, store: ModelStore) -> Finding:
    subject = "Model"
    if recognition.engine == "embedded":
        return Finding("ok", subject, "none is needed: the settings choose the embedded English engine")
    try:
        model = chosen_model(recognition.model)
        if isinstance(model, Path):
            check_model_folder(model)
            return Finding("ok", subject, f"the folder {model}")
    except ModelError as error:
        return Finding("error", subject, error.message, error.hint)
    place = store.place_of(model)
    if store.find(model.name) is not None:
        return Finding("ok", subject, f"{model.name}, in {place}")
    if place.exists():
        return _broken(place, "error")
    meanwhile = "" if recognition.engine == "whisper" else " Without a network the embedded English engine captions."
    return Finding(
        "warning",
        subject,
        f"{model.name} is not here yet",
        f"It is fetched at its first use ({size_words(model.download_bytes)}).{meanwhile}",
    )


def _broken(place: Path, severity: Severity) -> Finding:
    try:
        check_model_folder(place)
    except ModelError as error:
        return Finding(severity, "Model", error.message, error.hint)
    return Finding("ok", "Model", str(place))  # another process has just completed it


def _entry(recognition: RecognitionSettings) -> CatalogueEntry | None:
    try:
        model = chosen_model(recognition.model)
    except ModelError:
        return None
    return None if isinstance(model, Path) else model


def _no_gpu(recognition: RecognitionSettings) -> Finding:
    if recognition.device == "cuda":
        return Finding(
            "error",
            "GPU",
            "the settings choose CUDA, but CTranslate2 finds no NVIDIA GPU",
            'Install the NVIDIA driver, or set recognition.device to "auto".',
        )
    if _has_driver():
        return Finding(
            "warning",
            "GPU",
            "there is an NVIDIA driver, but CTranslate2 finds no GPU; Whisper runs on the CPU",
            "Update the NVIDIA driver, and restart the computer.",
        )
    return Finding("ok", "GPU", "no NVIDIA GPU; Whisper runs on the CPU")


def _has_driver() -> bool:
    return shutil.which("nvidia-smi") is not None or Path("/dev/nvidiactl").exists()


def _gpus(count: int) -> str:
    return "an NVIDIA GPU" if count == 1 else f"{count} NVIDIA GPUs"


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
