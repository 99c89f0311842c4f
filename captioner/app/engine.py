"""Which engine captions: the Whisper model that the settings name, or the embedded one until there is a model."""

import logging
from collections.abc import Callable
from pathlib import Path

from captioner.app.folders import Folders
from captioner.app.recognition import chosen_language
from captioner.app.speed_book import MachineSpeeds
from captioner.core.caption import Notice
from captioner.core.errors import EngineError, ModelError, OutputError
from captioner.core.message import Message
from captioner.core.protocols import Recognizer
from captioner.core.session import EngineLoading
from captioner.core.settings import RecognitionSettings
from captioner.core.speech import EngineInfo
from captioner.speech.catalogue import CatalogueEntry
from captioner.speech.languages import LANGUAGES
from captioner.speech.model_store import ModelStore, chosen_model

log = logging.getLogger(__name__)

Tell = Callable[[Notice], None]
ShowLoading = Callable[[EngineLoading | None], None]


def loading_line(loading: EngineLoading | None) -> str:
    """What is going on as a line of text, "" for nothing."""
    if loading is None:
        return ""
    if not loading.total_bytes:
        return f"Loading the model {loading.model} …"
    done, whole = loading.done_bytes / 1e6, loading.total_bytes / 1e6
    return f"Fetching the model {loading.model}: {done:.0f} of {whole:.0f} MB"


def load_engine(
    recognition: RecognitionSettings,
    folders: Folders,
    *,
    tell: Tell,
    progress: ShowLoading,
    cancelled: Callable[[], bool] = lambda: False,
    apart: bool = False,
) -> Recognizer:
    """The recognizer that the settings ask for, ready to work. It belongs to the thread that calls this.

    Beside windows it must work ``apart``, in a process of its own; the embedded engine always does.

    ``auto`` takes the embedded engine where the Whisper model is not here and cannot be had, whether for want of a
    network, of the model or of room on the disk, and tells so; but not for what that engine cannot do.
    ``progress`` shows what is going on, None at the end; ``cancelled`` is asked while a model comes. Raises ModelError,
    OutputError or EngineError.
    """
    try:
        recognizer = _chosen(recognition, folders, tell, progress, cancelled, apart=apart)
    finally:
        progress(None)
    try:
        require_language(recognizer.info, chosen_language(recognition))
    except EngineError:
        recognizer.close()
        raise
    info = recognizer.info
    log.info("engine %s, model %s, on %s %s", info.engine, info.model, info.device, info.compute_type)
    return recognizer


def require_language(info: EngineInfo, language: str | None) -> None:
    """Raises EngineError if the engine does not know the language."""
    if language is None or not info.languages or language in info.languages:
        return
    name = LANGUAGES.get(language, language)
    raise EngineError(
        Message(
            "The {engine} model {model} does not know {language}.", engine=info.engine, model=info.model, language=name
        ),
        "Choose a multilingual Whisper model, such as small.",
    )


def load_embedded(recognition: RecognitionSettings) -> Recognizer:
    """The engine that is always there. Raises EngineError for what it cannot do: other languages, translation."""
    from captioner.speech.engine_process import embedded_process

    return embedded_process(chosen_language(recognition), recognition.task)


def model_to_fetch(recognition: RecognitionSettings, folders: Folders) -> CatalogueEntry | None:
    """The model that must be fetched before the engine of the settings can work, None where all is here.

    Raises ModelError for a name that is no model.
    """
    if recognition.engine == "embedded":
        return None
    model = chosen_model(recognition.model)
    if isinstance(model, Path) or ModelStore(folders.models).find(model.name) is not None:
        return None
    return model


def fetch_model(
    entry: CatalogueEntry,
    recognition: RecognitionSettings,
    folders: Folders,
    progress: ShowLoading,
    cancelled: Callable[[], bool],
) -> Path | None:
    """Download the model; its folder, or None where it was cancelled. Raises ModelError or OutputError."""
    from captioner.speech.model_download import DownloadProgress, download

    def show(state: DownloadProgress) -> None:
        progress(EngineLoading(entry.name, state.done_bytes, state.total_bytes))

    progress(EngineLoading(entry.name, 0, entry.download_bytes))
    store = ModelStore(folders.models)
    return download(entry, store, mirror=recognition.mirror, progress=show, cancelled=cancelled)


def _chosen(
    recognition: RecognitionSettings,
    folders: Folders,
    tell: Tell,
    progress: ShowLoading,
    cancelled: Callable[[], bool],
    *,
    apart: bool,
) -> Recognizer:
    if recognition.engine == "embedded":
        return load_embedded(recognition)
    model = chosen_model(recognition.model)
    try:
        folder = model if isinstance(model, Path) else _installed(model, recognition, folders, progress, cancelled)
    except (ModelError, OutputError) as error:
        if recognition.engine == "whisper" or cancelled():
            raise
        try:
            engine = load_embedded(recognition)
        except EngineError:
            raise error from None
        told = Message("{trouble} The embedded English engine captions meanwhile.", trouble=error.message)
        tell(Notice("warning", told, error.hint, remedy=error.remedy))
        return engine
    progress(EngineLoading(folder.name))
    book = MachineSpeeds(folders.state)
    if apart:
        from captioner.speech.engine_process import whisper_process

        return whisper_process(folder, recognition.device, tell, book)
    from captioner.speech.whisper_load import load_whisper

    return load_whisper(folder, recognition.device, tell, book)


def _installed(
    model: CatalogueEntry,
    recognition: RecognitionSettings,
    folders: Folders,
    progress: ShowLoading,
    cancelled: Callable[[], bool],
) -> Path:
    """The model's folder, fetched first where it must be. Raises ModelError or OutputError."""
    found = ModelStore(folders.models).find(model.name)
    if found is not None:
        return found
    fetched = fetch_model(model, recognition, folders, progress, cancelled)
    if fetched is None:
        raise ModelError("Fetching the model was stopped.", "The next time it goes on from here.")
    return fetched
