"""What a notice offers as its way out: the page of the settings where the user can mend what it tells of."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from captioner.core.caption import Notice, Remedy
from captioner.ui.overlay_notice import WayOut


def way_out(notice: Notice, show_settings: Callable[[Remedy], None]) -> WayOut | None:
    """The way out of what the notice tells, None where there is none to offer."""
    remedy = notice.remedy or ("sound" if notice.track is not None and notice.severity != "info" else None)
    if remedy is None:
        return None
    labels: dict[Remedy, str] = {
        "sound": QCoreApplication.translate("Desktop", "Choose another device"),
        "models": QCoreApplication.translate("Desktop", "Choose a model"),
        "recognition": QCoreApplication.translate("Desktop", "Change the recognition"),
        "transcripts": QCoreApplication.translate("Desktop", "Choose another folder"),
    }
    return WayOut(labels[remedy], lambda: show_settings(remedy))


def way_to_folder(open_folder: Callable[[], None]) -> WayOut:
    """To the files of the session that has ended."""
    return WayOut(QCoreApplication.translate("Desktop", "Open the folder"), open_folder)
