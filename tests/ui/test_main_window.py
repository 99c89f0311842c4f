from collections.abc import Iterator
from pathlib import Path

import pytest
from captions import caption
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from captioner.core.caption import Notice
from captioner.core.session import EngineLoading, SessionState, SourceHealth
from captioner.core.settings import Settings, SoundSettings
from captioner.core.sound import Track
from captioner.core.speech import EngineInfo
from captioner.ui.main_window import MainWindow
from captioner.ui.overlay_notice import WayOut
from captioner.ui.sound_choice import SoundDevice, SoundDevices

_TRACKS = (Track("mic", "You"), Track("system", "Others"))
_LISTENING = SessionState("listening", _TRACKS, EngineInfo("whisper", "small", "cuda"))


@pytest.fixture
def health() -> list[SourceHealth]:
    return []


@pytest.fixture
def window(qtbot: QtBot, health: list[SourceHealth]) -> Iterator[MainWindow]:
    window = MainWindow(Settings(), lambda: health)
    window.show()
    qtbot.waitExposed(window).__enter__()
    yield window
    window.hide()
    window.deleteLater()
    qtbot.wait(10)


def test_the_session_in_words(window: MainWindow) -> None:
    assert (window.phase.text(), window.engine.text()) == ("Ready", "Whisper base")
    window.show_state(SessionState("starting"))
    assert window.start.text() == "Stop captions"
    window.show_state(_LISTENING)
    assert window.engine.text() == "Whisper small · GPU"
    assert window.pause.isVisible()
    embedded = EngineInfo("embedded", "pocketsphinx en-us", "cpu")
    loading = EngineLoading("small", 120_000_000, 480_000_000)
    window.show_state(SessionState("listening", _TRACKS, embedded, loading))
    assert window.engine.text().splitlines() == ["Embedded English engine", "Fetching the model small: 120 of 480 MB"]
    window.show_caption(caption(1, "Hello"))
    assert window.lag.text() == "0.5 s behind the speech"
    window.show_state(SessionState("listening", _TRACKS, embedded, behind_s=12))
    assert window.phase.text() == "Listening. Catching up, 12 s behind"
    window.show_state(SessionState("stopping", _TRACKS, behind_s=7))
    assert window.phase.text() == "Finishing the last words: 7 s of speech …"
    window.show_state(SessionState("stopping", _TRACKS))
    assert window.phase.text() == "Finishing the last words …"
    assert not window.start.isEnabled()
    window.show_state(SessionState("idle"))
    assert (window.start.text(), window.start.isEnabled(), window.lag.text()) == ("Start captions", True, "")


def test_meters_move_while_a_session_hears_and_rest_else(
    window: MainWindow, health: list[SourceHealth], qtbot: QtBot
) -> None:
    health.append(SourceHealth("mic", "USB", -20.0, -12.0, False, False))
    assert not window._meters.isActive()
    window.show_state(_LISTENING)
    qtbot.waitUntil(lambda: window.microphone.bar.shown > 0.5)
    assert window.system.bar.shown == 0
    assert window._meters.interval() >= 1000 / 15
    health[0] = SourceHealth("mic", "USB", -120.0, -120.0, False, True)
    qtbot.waitUntil(lambda: window.microphone.words.text() == "No signal: it may be muted.")
    window.hide()
    assert not window._meters.isActive()
    window.show()
    window.show_state(SessionState("idle"))
    assert not window._meters.isActive()
    assert window.microphone.bar.shown == 0


def test_sound_and_language_are_chosen_here(window: MainWindow, qtbot: QtBot) -> None:
    devices = SoundDevices(
        (SoundDevice("microphone", "usb", "USB Headset", True), SoundDevice("system", "hdmi", "Monitor of HDMI", False))
    )
    window.show_devices(devices)
    assert window.microphone.choice.itemText(0) == "USB Headset (default)"
    changed: list[Settings] = []
    window.settings_changed.connect(changed.append)
    for row, text in ((window.microphone, "Off"), (window.system, "Monitor of HDMI")):
        _choose(row.choice, row.choice.findText(text), qtbot)
    _choose(window.language, window.language.findData("de"), qtbot)
    assert changed[-1].sound == SoundSettings(microphone=False, system_name="hdmi")
    assert changed[-1].recognition.language == "de"
    window.show_state(SessionState("starting"))
    assert not window.microphone.choice.isEnabled()


def test_another_choice_in_a_session_offers_to_restart_it(window: MainWindow, qtbot: QtBot) -> None:
    window.set_session(Settings())
    window.show_state(_LISTENING)
    assert not window.restart.isVisible()
    _choose(window.language, window.language.findData("de"), qtbot)
    assert window.restart.isVisible()
    with qtbot.waitSignal(window.restart_wanted):
        QTest.mouseClick(window.restart, Qt.MouseButton.LeftButton)
    _choose(window.language, window.language.findData("auto"), qtbot)
    assert not window.restart.isVisible()
    _choose(window.language, window.language.findData("de"), qtbot)
    window.set_session(None)
    assert not window.restart.isVisible()


def test_notices_come_with_their_way_out_and_once(window: MainWindow, qtbot: QtBot) -> None:
    taken: list[str] = []
    notice = Notice("error", "The device is busy.", "Close the other program.")
    for _ in range(2):
        window.show_notice(notice, WayOut(lambda: "Choose another device", lambda: taken.append("sound")))
    assert window.notices.notices == [notice]
    buttons = [one for one in window.notices.findChildren(QPushButton) if one.text() == "Choose another device"]
    QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
    assert taken == ["sound"]
    assert window.notices.notices == []
    for number in range(5):
        window.show_notice(Notice("warning", str(number)))
    assert [one.text for one in window.notices.notices] == ["4", "3", "2"]


def test_everything_is_reached_by_tab_and_has_a_name(window: MainWindow, qtbot: QtBot) -> None:
    window.show_state(_LISTENING)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.start.setFocus()
    reached = set()
    for _ in range(40):
        widget = QApplication.focusWidget()
        if widget is not None:
            reached.add(widget)
            assert _name(widget), widget
        QTest.keyClick(widget or window, Qt.Key.Key_Tab)
    wanted = {window.start, window.pause, window.overlay, window.lock, window.settings_button, window.transcript.search}
    assert wanted <= reached


def test_the_close_button_asks_the_application(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.closed):
        window.close()
    assert window.isVisible()


def test_twice_as_large_text_is_not_cut_off(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    before = qapp.font()
    large = qapp.font()
    large.setPointSizeF(before.pointSizeF() * 2)
    qapp.setFont(large)
    try:
        window = MainWindow(Settings(), list)
        qtbot.addWidget(window)
        window.show()
        qtbot.waitExposed(window).__enter__()
        for button in window.findChildren(QAbstractButton):
            if button.isVisible() and button.text():
                assert button.fontMetrics().horizontalAdvance(button.text()) <= button.width(), button.text()
                assert button.fontMetrics().height() <= button.height(), button.text()
    finally:
        qapp.setFont(before)


def _choose(box: QComboBox, index: int, qtbot: QtBot) -> None:
    assert index >= 0
    box.setFocus()
    while box.currentIndex() != index:
        QTest.keyClick(box, Qt.Key.Key_Down if box.currentIndex() < index else Qt.Key.Key_Up)


def _name(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text or widget.windowTitle()
