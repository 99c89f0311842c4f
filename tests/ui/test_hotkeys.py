"""Global keys on a real X server, while a window of another program has the focus."""

import sys
from collections.abc import Iterator

import pytest
from desktop import Desktop
from pytestqt.qtbot import QtBot

from captioner.core.settings import ShortcutSettings
from captioner.ui.hotkeys import Hotkeys, limit_in_words

pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="needs X11")

_KEYS = ShortcutSettings(start_stop="Ctrl+Alt+Shift+S", show_hide="Meta+F9", lock="", freeze="Ctrl+Alt+Space")


@pytest.fixture
def hotkeys(desktop: Desktop, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hotkeys]:
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    hotkeys = Hotkeys()
    yield hotkeys
    hotkeys.close()


def test_they_work_while_another_program_has_the_focus(hotkeys: Hotkeys, desktop: Desktop, qtbot: QtBot) -> None:
    pressed: list[str] = []
    hotkeys.pressed.connect(pressed.append)
    hotkeys.apply(_KEYS)
    assert hotkeys.problems == {}
    with desktop.other_window("Figures"):
        desktop.activate("Figures")
        for keys, action in (
            ("ctrl+alt+shift+s", "start_stop"),
            ("super+F9", "show_hide"),
            ("ctrl+alt+space", "freeze"),
        ):
            pressed.clear()
            desktop.xdotool("key", keys)
            qtbot.waitUntil(lambda: bool(pressed))
            assert pressed == [action]


def test_caps_lock_does_not_matter(hotkeys: Hotkeys, desktop: Desktop, qtbot: QtBot) -> None:
    pressed: list[str] = []
    hotkeys.pressed.connect(pressed.append)
    hotkeys.apply(_KEYS)
    desktop.xdotool("key", "Caps_Lock")
    try:
        desktop.xdotool("key", "ctrl+alt+shift+s")
        qtbot.waitUntil(lambda: pressed == ["start_stop"])
    finally:
        desktop.xdotool("key", "Caps_Lock")


def test_changed_keys_are_given_back(hotkeys: Hotkeys, desktop: Desktop, qtbot: QtBot) -> None:
    pressed: list[str] = []
    hotkeys.pressed.connect(pressed.append)
    hotkeys.apply(_KEYS)
    hotkeys.apply(ShortcutSettings(start_stop="Ctrl+F8", show_hide="", lock="", freeze=""))
    desktop.xdotool("key", "ctrl+alt+shift+s")
    desktop.xdotool("key", "ctrl+F8")
    qtbot.waitUntil(lambda: bool(pressed))
    qtbot.wait(50)
    assert pressed == ["start_stop"]


def test_a_key_that_another_program_has_is_told_and_the_others_work(hotkeys: Hotkeys, qtbot: QtBot) -> None:
    hotkeys.apply(_KEYS)
    second = Hotkeys()
    try:
        with qtbot.waitSignal(second.problems_changed):
            second.apply(ShortcutSettings(start_stop="Ctrl+Alt+Shift+S", show_hide="Ctrl+F7", lock="", freeze=""))
        assert second.problems == {"start_stop": "Another program has Ctrl+Alt+Shift+S."}
        hotkeys.close()
        second.apply(ShortcutSettings(start_stop="Ctrl+Alt+Shift+S", show_hide="", lock="", freeze=""))
        assert second.problems == {}
    finally:
        second.close()


def test_wayland_has_none_and_says_so(desktop: Desktop, monkeypatch: pytest.MonkeyPatch) -> None:
    assert limit_in_words() == ""
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert "Wayland" in limit_in_words()
    hotkeys = Hotkeys()
    hotkeys.apply(_KEYS)
    assert hotkeys.limit == limit_in_words()
