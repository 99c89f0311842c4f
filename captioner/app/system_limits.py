"""What the window system cannot do for us, as the main window tells it."""

from PySide6.QtCore import QCoreApplication

from captioner.ui.overlay_window_system import limits, platform


def limits_in_words(tray: bool, keys: str) -> list[str]:
    """``tray`` is whether there is one, ``keys`` why no global keys can be had, empty where they can."""
    texts = limits()[:1] if platform() == "wayland" else []
    if not tray:
        texts.append(
            QCoreApplication.translate("Desktop", "This system has no tray: the window stays open while captions run.")
        )
    return [*texts, keys] if keys else texts
