"""A session in words: what it does, with which engine, how far behind."""

from PySide6.QtCore import QCoreApplication

from captioner.core.session import EngineLoading, SessionState
from captioner.core.sound import SAMPLE_RATE, Track
from captioner.core.speech import EngineInfo

_MEGABYTE = 1_000_000


def phase_in_words(state: SessionState) -> str:
    """What the session does."""
    translate = QCoreApplication.translate
    if state.phase == "starting":
        return translate("Session", "Opening the sound …")
    if state.phase == "paused":
        return translate("Session", "Paused: nothing is heard.")
    if state.phase == "stopping":
        if state.behind_s:
            return translate("Session", "Finishing the last words: %1 s of speech …").replace("%1", str(state.behind_s))
        return translate("Session", "Finishing the last words …")
    if state.phase == "listening":
        if state.engine is None:
            return translate("Session", "Listening. The first captions come when the engine is ready.")
        if state.behind_s:
            return translate("Session", "Listening. Catching up, %1 s behind").replace("%1", str(state.behind_s))
        return translate("Session", "Listening")
    return translate("Session", "Ready")


def engine_in_words(engine: EngineInfo) -> str:
    """The model and where it works, such as "Whisper small · GPU"."""
    translate = QCoreApplication.translate
    if engine.engine == "embedded":
        return translate("Session", "Embedded English engine")
    name = f"{engine.engine.capitalize()} {engine.model}"
    return f"{name} · {translate('Session', 'GPU') if engine.device == 'cuda' else translate('Session', 'CPU')}"


def loading_in_words(loading: EngineLoading) -> str:
    """A model on its way."""
    translate = QCoreApplication.translate
    if not loading.total_bytes:
        return translate("Session", "Loading the model %1 …").replace("%1", loading.model)
    return (
        translate("Session", "Fetching the model %1: %2 of %3 MB")
        .replace("%1", loading.model)
        .replace("%2", str(loading.done_bytes // _MEGABYTE))
        .replace("%3", str(loading.total_bytes // _MEGABYTE))
    )


def lag_in_words(lag_s: float) -> str:
    """How far the captions are behind the speech."""
    return QCoreApplication.translate("Session", "%1 s behind the speech").replace("%1", f"{max(0.0, lag_s):.1f}")


def named(tracks: tuple[Track, ...]) -> tuple[Track, ...]:
    """The tracks with their labels in the language of the interface."""
    labels = {
        "You": QCoreApplication.translate("Session", "You"),
        "Others": QCoreApplication.translate("Session", "Others"),
    }
    return tuple(Track(track.id, labels.get(track.label, track.label)) for track in tracks)


def clock(samples: int) -> str:
    """A time since the start of the session: m:ss, or h:mm:ss."""
    seconds = max(0, samples) // SAMPLE_RATE
    hours, minutes = seconds // 3600, seconds // 60 % 60
    return f"{hours}:{minutes:02}:{seconds % 60:02}" if hours else f"{minutes}:{seconds % 60:02}"
