"""Models in words: what one knows, takes and can do on this machine."""

from PySide6.QtCore import QCoreApplication, QLocale

from captioner.ui.model_downloads import DownloadState
from captioner.ui.model_shelf import MachineFacts, ModelChoice

_GIB = 1 << 30


def amount(size: int) -> str:
    """Bytes in words, as the interface's language writes them."""
    return QLocale().formattedDataSize(size, 1 if size >= _GIB else 0, QLocale.DataSizeFormat.DataSizeTraditionalFormat)


def title_of(choice: ModelChoice) -> str:
    """The name, and what sets the model apart."""
    tr = QCoreApplication.translate
    marks = [choice.name]
    if choice.recommended:
        marks.append(tr("ModelWords", "recommended for this computer"))
    elif choice.turbo:
        marks.append(tr("ModelWords", "turbo"))
    elif choice.distilled:
        marks.append(tr("ModelWords", "distilled"))
    return " · ".join(marks)


def facts_of(choice: ModelChoice) -> str:
    """Languages, size, speed, and what this machine can bear."""
    tr = QCoreApplication.translate
    languages = tr("ModelWords", "100 languages") if choice.multilingual else tr("ModelWords", "English only")
    speed = {
        "very fast": tr("ModelWords", "very fast"),
        "fast": tr("ModelWords", "fast"),
        "moderate": tr("ModelWords", "moderate speed"),
        "slow": tr("ModelWords", "slow"),
    }[choice.speed]
    return " · ".join((languages, amount(choice.size), speed, fit_of(choice)))


def fit_of(choice: ModelChoice) -> str:
    """What this machine can bear."""
    tr = QCoreApplication.translate
    return {
        "good": tr("ModelWords", "keeps up with speech here"),
        "slow": tr("ModelWords", "lags behind speech here"),
        "too slow": tr("ModelWords", "too slow here for live captions"),
        "too large": tr("ModelWords", "too large for this computer's memory"),
    }[choice.fit]


def state_of(choice: ModelChoice, download: DownloadState | None, in_use: bool) -> str:
    """Whether it is here, in use, or on its way."""
    tr = QCoreApplication.translate
    if download is not None and download.phase == "running":
        return tr("ModelWords", "Downloading: %1").replace("%1", progress_of(download))
    if download is not None and download.phase == "failed":
        return tr("ModelWords", "The download broke off")
    if choice.installed:
        return tr("ModelWords", "In use") if in_use else tr("ModelWords", "On this computer")
    if download is not None or choice.fetched:
        return tr("ModelWords", "Download paused")
    return tr("ModelWords", "In use once it is downloaded") if in_use else ""


def progress_of(download: DownloadState) -> str:
    """How much has come."""
    tr = QCoreApplication.translate
    if not download.total:
        return tr("ModelWords", "asking the server …")
    parts = (f"{100 * download.done // download.total} %", amount(download.done), amount(download.total))
    text = tr("ModelWords", "%1 (%2 of %3)")
    for place, part in zip(("%1", "%2", "%3"), parts, strict=True):
        text = text.replace(place, part)
    return text


def machine_in_words(machine: MachineFacts) -> str:
    """What the advice rests on."""
    tr = QCoreApplication.translate
    parts = [tr("ModelWords", "%n processor core(s)", None, machine.cores)]
    if machine.memory:
        parts.append(tr("ModelWords", "%1 of memory").replace("%1", amount(machine.memory)))
    parts.append(machine.gpu or tr("ModelWords", "no NVIDIA GPU found"))
    return tr("ModelWords", "This computer: %1").replace("%1", tr("ModelWords", ", ").join(parts))
