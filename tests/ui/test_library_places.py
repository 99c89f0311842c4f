from collections.abc import Iterator
from pathlib import Path

import pytest
from library_parts import LibraryFile, cue
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from settings_parts import until

from captioner.core.caption import Notice
from captioner.core.session import SessionState
from captioner.core.settings import Settings
from captioner.core.sound import Track
from captioner.ui.export_dialog import ExportDefaults
from captioner.ui.export_files import ExportChoice
from captioner.ui.library_page import LibraryPage
from captioner.ui.main_window import MainWindow

_CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    window = MainWindow(Settings(), list)
    window.show()
    qtbot.waitExposed(window).__enter__()
    window.activateWindow()
    until(window.isActiveWindow, "the window")
    yield window
    window.hide()
    window.deleteLater()
    qtbot.wait(10)


@pytest.fixture
def pages(window: MainWindow, tmp_path: Path) -> Iterator[list[LibraryPage]]:
    """The pages that were made for the window: none until somebody goes there, and one from then on."""
    kept = LibraryFile(tmp_path)
    kept.keep("Planning", cue(0, "Could we move the release?"))
    made: list[LibraryPage] = []

    def make() -> LibraryPage:
        defaults = ExportDefaults(tmp_path, ExportChoice(), lambda one: one.title)
        made.append(LibraryPage(kept.open, exporting=lambda: defaults))
        return made[-1]

    window.places.use_library(make)
    yield made
    for page in made:
        page.shut()


def test_without_a_library_there_is_one_place(window: MainWindow) -> None:
    assert not window.places.rail.isVisible()
    QTest.keyClick(window, Qt.Key.Key_2, _CTRL)
    assert window.places.place == "live"


def test_keys_go_from_place_to_place_and_the_page_is_made_once(window: MainWindow, pages: list[LibraryPage]) -> None:
    assert window.places.rail.isVisible()
    assert pages == []
    for _ in range(2):
        QTest.keyClick(window, Qt.Key.Key_2, _CTRL)
        assert not window.places.live.isVisible()
        until(lambda: len(pages[0].history.model.sessions) == 1, "the list")
        QTest.keyClick(window, Qt.Key.Key_F, _CTRL)
        assert pages[0].history.search.hasFocus()
        QTest.keyClick(window, Qt.Key.Key_1, _CTRL)
        assert window.places.live.isVisible()
        assert window.start.hasFocus()
        QTest.keyClick(window, Qt.Key.Key_F, _CTRL)
        assert window.transcript.search.hasFocus()
    assert len(pages) == 1
    rail = window.places.rail
    assert [rail.button(place).isChecked() for place in ("live", "library")] == [True, False]


def test_notices_and_running_captions_are_seen_from_the_library(window: MainWindow, pages: list[LibraryPage]) -> None:
    window.places.go_to("library")
    window.show_notice(Notice("error", "The disk is full."))
    assert window.notices.isVisible()
    live = window.places.rail.button("live")
    before = live.grab().toImage()
    window.show_state(SessionState("listening", (Track("mic", "You"),)))
    assert live.accessibleDescription() == "Captions are running"
    assert live.grab().toImage() != before
    window.show_state(SessionState("idle"))
    assert live.accessibleDescription() == ""


def test_ctrl_enter_starts_captions_but_not_while_somebody_writes(window: MainWindow, pages: list[LibraryPage]) -> None:
    started: list[bool] = []
    window.actions_.start_stop.triggered.connect(lambda: started.append(True))
    window.places.go_to("library")
    page = pages[0]
    until(lambda: len(page.history.model.sessions) == 1, "the list")
    page.open_session(1)
    until(lambda: page.session.edits.can_edit, "the session")
    page.session.enter()
    page.session.view.edit_row(0, len("Could we move"))
    assert page.session.view.editor is not None
    QTest.keyClick(page.session.view.editor, Qt.Key.Key_Return, _CTRL)
    until(lambda: page.session.model.rowCount() == 2, "the split")
    assert started == []
