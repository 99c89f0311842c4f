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
    translate = QCoreApplication.translate
    marks = [choice.name]
    if choice.recommended:
        marks.append(translate("ModelWords", "recommended for this computer"))
    elif choice.turbo:
        marks.append(translate("ModelWords", "turbo"))
    elif choice.distilled:
        marks.append(translate("ModelWords", "distilled"))
    return " · ".join(marks)


def facts_of(choice: ModelChoice) -> str:
    """Languages, size, speed, and what this machine can bear."""
    translate = QCoreApplication.translate
    languages = (
        translate("ModelWords", "100 languages") if choice.multilingual else translate("ModelWords", "English only")
    )
    marks = {"very fast": "4/4", "fast": "3/4", "moderate": "2/4", "slow": "1/4"}
    speed = translate("ModelWords", "speed %1").replace("%1", marks[choice.speed])
    return " · ".join((languages, amount(choice.size), speed, fit_of(choice)))


def fit_of(choice: ModelChoice) -> str:
    """What this machine can bear."""
    translate = QCoreApplication.translate
    return {
        "good": translate("ModelWords", "keeps up with speech here"),
        "slow": translate("ModelWords", "lags behind speech here"),
        "too slow": translate("ModelWords", "too slow here for live captions"),
        "too large": translate("ModelWords", "too large for this computer's memory"),
    }[choice.fit]


def state_of(choice: ModelChoice, download: DownloadState | None, in_use: bool) -> str:
    """Whether it is here, in use, or on its way."""
    translate = QCoreApplication.translate
    if download is not None and download.phase == "running":
        return translate("ModelWords", "Downloading: %1").replace("%1", progress_of(download))
    if download is not None and download.phase == "failed":
        return translate("ModelWords", "The download broke off")
    if choice.installed:
        return translate("ModelWords", "In use") if in_use else translate("ModelWords", "On this computer")
    if download is not None or choice.fetched:
        return translate("ModelWords", "Download paused")
    return translate("ModelWords", "In use once it is downloaded") if in_use else ""


def progress_of(download: DownloadState) -> str:
    """How much has come."""
    translate = QCoreApplication.translate
    if not download.total:
        return translate("ModelWords", "asking the server …")
    parts = (f"{100 * download.done // download.total} %", amount(download.done), amount(download.total))
    text = translate("ModelWords", "%1 (%2 of %3)")
    for place, part in zip(("%1", "%2", "%3"), parts, strict=True):
        text = text.replace(place, part)
    return text


def machine_in_words(machine: MachineFacts) -> str:
    """What the advice rests on."""
    translate = QCoreApplication.translate
    parts = [translate("ModelWords", "%1-core processor").replace("%1", str(machine.cores))]
    if machine.memory:
        parts.append(translate("ModelWords", "%1 of memory").replace("%1", amount(machine.memory)))
    parts.append(machine.gpu or translate("ModelWords", "no NVIDIA GPU found"))
    return translate("ModelWords", "This computer: %1").replace("%1", translate("ModelWords", ", ").join(parts))
