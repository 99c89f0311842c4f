import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from captioner.ui.overlay_window_system import hide_from_sharing, limits, moves_by_hand, wanted_platform, window_flags


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="X11 and Wayland are not of this system")
@pytest.mark.parametrize(
    ("environment", "wanted"),
    [
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, "xcb"),
        ({"WAYLAND_DISPLAY": "wayland-0"}, None),
        ({"DISPLAY": ":0"}, None),
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0", "QT_QPA_PLATFORM": "wayland"}, None),
        ({}, None),
    ],
)
def test_xwayland_is_wanted_where_it_is(environment: dict[str, str], wanted: str | None) -> None:
    assert wanted_platform(environment) == wanted


def test_on_x11_the_window_goes_past_the_window_manager_and_moves_by_hand(qapp: QApplication) -> None:
    on_x11 = qapp.platformName() == "xcb"
    assert bool(window_flags() & Qt.WindowType.X11BypassWindowManagerHint) is on_x11
    assert moves_by_hand()
    assert window_flags() & Qt.WindowType.WindowDoesNotAcceptFocus


@pytest.mark.skipif(sys.platform == "win32", reason="Windows can do it; there is no Windows here to try it on")
def test_what_the_system_cannot_do_is_said(qapp: QApplication) -> None:
    assert not hide_from_sharing(None, True)
    assert hide_from_sharing(None, False)
    assert any("screen sharing" in limit for limit in limits())
