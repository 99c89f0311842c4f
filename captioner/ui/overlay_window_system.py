"""What the overlay asks of the window system, and what each system cannot do.

X11 and XWayland: the window goes past the window manager, as only so it stays above full-screen windows; it is then
moved by hand. Wayland alone gives no ordinary client a place of its own or a place above others.
"""

import logging
import sys
from collections.abc import Mapping
from typing import Literal

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication, QWindow

_log = logging.getLogger(__name__)

Platform = Literal["xcb", "wayland", "windows", "cocoa", "other"]

WINDOW_FLAGS = (
    Qt.WindowType.Tool
    | Qt.WindowType.FramelessWindowHint
    | Qt.WindowType.WindowStaysOnTopHint
    | Qt.WindowType.WindowDoesNotAcceptFocus
    | Qt.WindowType.NoDropShadowWindowHint
)

_EXCLUDE_FROM_CAPTURE = 0x11
"""WDA_EXCLUDEFROMCAPTURE, Windows 10 2004 and later."""


def wanted_platform(environment: Mapping[str, str]) -> str | None:
    """What QT_QPA_PLATFORM should be, None for Qt's own choice. To be set before the application is made.

    Under Wayland with XWayland captions can stay above other windows, so that X11 is the better choice there.
    """
    if environment.get("QT_QPA_PLATFORM") or sys.platform in ("win32", "darwin"):
        return None
    return "xcb" if environment.get("WAYLAND_DISPLAY") and environment.get("DISPLAY") else None


def platform() -> Platform:
    """The window system that Qt runs on."""
    name = QGuiApplication.platformName()
    if name in ("xcb", "windows", "cocoa"):
        return name  # type: ignore[return-value]  # narrowed by the line above
    return "wayland" if name.startswith("wayland") else "other"


def window_flags() -> Qt.WindowType:
    """The flags of a window that stays above everything and never takes the focus."""
    if platform() == "xcb":
        return WINDOW_FLAGS | Qt.WindowType.X11BypassWindowManagerHint
    return WINDOW_FLAGS


def moves_by_hand() -> bool:
    """Whether we move the window ourselves; the window system does where it must, and where it is better at it."""
    return platform() in ("xcb", "other")


def let_clicks_through(window: QWindow | None, through: bool) -> None:
    """Have clicks go to what lies below. Works on a window that is mapped, and is lost when it is hidden."""
    if window is not None:
        window.setFlag(Qt.WindowType.WindowTransparentForInput, through)


def hide_from_sharing(window: QWindow | None, hidden: bool) -> bool:
    """Keep the window out of recordings and shared screens, at best effort; whether the system agreed."""
    if sys.platform != "win32" or window is None:
        return not hidden
    import ctypes

    affinity = _EXCLUDE_FROM_CAPTURE if hidden else 0
    agreed = bool(ctypes.windll.user32.SetWindowDisplayAffinity(int(window.winId()), affinity))
    if not agreed:
        _log.info("SetWindowDisplayAffinity(%#x) was refused", affinity)
    return agreed


def limits() -> list[str]:
    """What this window system cannot do, in words for the user."""
    translate = QCoreApplication.translate
    found = []
    if platform() == "wayland":
        found.append(
            translate(
                "WindowSystem",
                "Wayland does not let captions stay above other windows or remember their place. "
                "Install XWayland, or choose “always on top” in the window's menu.",
            )
        )
    if platform() != "windows":
        found.append(translate("WindowSystem", "This system cannot hide captions from screen sharing."))
    return found
