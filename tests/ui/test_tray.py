"""The tray icon and its menu; a real tray where trayer is installed."""

import shutil
import subprocess
from collections.abc import Iterator

import pytest
from desktop import Desktop
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from captioner.core.caption import Notice
from captioner.core.session import SessionState
from captioner.ui.app_icon import IconState, icon
from captioner.ui.desktop_actions import DesktopActions
from captioner.ui.tray import Tray


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def tray(window: QWidget) -> Iterator[Tray]:
    tray = Tray(DesktopActions(window), window)
    yield tray
    tray.hide()


@pytest.mark.parametrize(
    ("state", "shown"),
    [
        (SessionState(), "idle"),
        (SessionState("starting"), "listening"),
        (SessionState("listening"), "listening"),
        (SessionState("paused"), "paused"),
        (SessionState("idle", failure=Notice("error", "No microphone.")), "trouble"),
    ],
)
def test_the_icon_tells_the_state(tray: Tray, state: SessionState, shown: IconState) -> None:
    tray.show_state(state)
    assert tray.shown == shown


def test_a_source_that_fails_in_a_session_is_trouble_until_it_is_back(tray: Tray) -> None:
    tray.show_state(SessionState("listening"))
    seen = [tray.shown]
    for trouble in (True, False):
        tray.show_trouble(trouble)
        seen.append(tray.shown)
    assert seen == ["listening", "trouble", "listening"]


def test_the_icons_differ_in_more_than_colour() -> None:
    states: tuple[IconState, ...] = ("idle", "listening", "paused", "trouble")
    shapes = set()
    for state in states:
        image = icon(state).pixmap(22, 22).toImage()
        ink = bytes(image.pixelColor(x, y).lightness() > 200 for x in range(22) for y in range(22))
        shapes.add(ink)
    assert len(shapes) == len(states)


def test_the_menu_offers_what_there_is_to_do(tray: Tray) -> None:
    names = [action.text() for action in tray.menu.actions() if not action.isSeparator()]
    assert names == [
        "Start captions",
        "Pause",
        "Show the overlay",
        "Lock the overlay",
        "Open the window",
        "Settings …",
        "Quit",
    ]


def test_it_sits_in_a_real_tray(desktop: Desktop, tray: Tray, qtbot: QtBot) -> None:
    if shutil.which("trayer") is None:
        pytest.skip("needs trayer")
    environment = {"DISPLAY": desktop.display, "PATH": "/usr/bin:/bin"}
    panel = subprocess.Popen(
        ["trayer", "--edge", "top", "--align", "right", "--widthtype", "request", "--height", "28"],
        env=environment,
        stderr=subprocess.DEVNULL,
    )
    tried: list[QRect] = []
    try:
        qtbot.waitUntil(lambda: tray.available, timeout=20_000)
        tray.show()
        qtbot.waitUntil(lambda: tray.icon.geometry().width() > 0, timeout=20_000)
        clicks: list[bool] = []
        tray.clicked.connect(lambda: clicks.append(True))
        while not clicks and len(tried) < 10:  # the tray moves its icons about while it fills
            tried.append(tray.icon.geometry())
            desktop.click(tried[-1].center().x(), tried[-1].center().y())
            qtbot.wait(300)
        assert clicks
        box = tray.icon.geometry()
        desktop.xdotool("mousemove", box.center().x(), box.center().y(), "click", 3)
        qtbot.waitUntil(tray.menu.isVisible, timeout=20_000)
        tray.menu.close()
    finally:
        tray.hide()
        panel.terminate()
        panel.wait(30)
