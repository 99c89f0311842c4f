"""What a notice offers as its way out, as a button: a page of the settings, or what mends it at once."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices

from captioner.audio.permission import permission_page
from captioner.core.caption import Notice, Remedy
from captioner.ui.overlay_notice import WayOut

Act = Callable[[], None]


def way_out(
    notice: Notice, show_settings: Callable[[Remedy], None], acts: Mapping[Remedy, Act], system_page: str | None = None
) -> WayOut | None:
    """The way out of what the notice tells, None where there is none to offer.

    ``acts`` are the remedies that are no page of the settings; ``system_page`` is the address of the system's page with
    the permission of the microphone, by default this system's. Where it has none, another device can be chosen.
    """
    page = permission_page() if system_page is None else system_page
    remedy = notice.remedy or ("sound" if notice.track is not None and notice.severity != "info" else None)
    if remedy is None:
        return None
    if remedy == "permission" and not page:
        remedy = "sound"
    if remedy == "permission":
        return WayOut(lambda: _label("permission"), lambda: _open(page))
    return WayOut(lambda: _label(remedy), acts.get(remedy) or (lambda: show_settings(remedy)))


def _label(remedy: Remedy) -> str:
    translate = QCoreApplication.translate
    labels: dict[Remedy, str] = {
        "sound": translate("Desktop", "Choose another device"),
        "models": translate("Desktop", "Choose a model"),
        "recognition": translate("Desktop", "Change the recognition"),
        "transcripts": translate("Desktop", "Choose another folder"),
        "permission": translate("Desktop", "Open the privacy settings"),
        "cpu": translate("Desktop", "Use the CPU"),
        "download": translate("Desktop", "Download the model"),
    }
    return labels[remedy]


def way_to_folder(open_folder: Act) -> WayOut:
    """To the files of the session that has ended."""
    return WayOut(lambda: QCoreApplication.translate("Desktop", "Open the folder"), open_folder)


def way_to_library(open_library: Act) -> WayOut:
    """To the sessions that are kept."""
    return WayOut(lambda: QCoreApplication.translate("Desktop", "Open the library"), open_library)


def _open(page: str) -> None:
    QDesktopServices.openUrl(QUrl(page))
