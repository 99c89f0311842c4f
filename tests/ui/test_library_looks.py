"""The library in light and dark, in English and both Chinese scripts, at 100 and 200 %."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from library_parts import LibraryFile, cue
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from settings_parts import LOOKS, Look, beyond_the_edge, clipped, dressed, unreadable, until, wait, without_names

from captioner.core.settings import Settings
from captioner.ui.contrast import READABLE, contrast
from captioner.ui.export_dialog import ExportDefaults
from captioner.ui.export_files import ExportChoice
from captioner.ui.library_page import LibraryPage
from captioner.ui.main_window import MainWindow
from captioner.ui.theme import DARK, LIGHT, Theme


@pytest.fixture
def kept(tmp_path: Path) -> LibraryFile:
    file = LibraryFile(tmp_path)
    long = "Call with the customer about the very long list of open questions"
    file.keep(
        long, cue(0, "Could we move it?", unsure=("move",)), cue(4000, "我们昨天讨论了。", "Others"), tags=("work",)
    )
    file.keep("Lecture", cue(0, "Fourier series"), hours=5, end=False)
    return file


@pytest.fixture
def window(qapp: QApplication, kept: LibraryFile, qtbot: QtBot, look: Look) -> Iterator[MainWindow]:
    with dressed(qapp, look):
        window = MainWindow(Settings(), list)
        pages: list[LibraryPage] = []

        def make() -> LibraryPage:
            defaults = ExportDefaults(kept.path.parent, ExportChoice(), lambda one: one.title)
            pages.append(LibraryPage(kept.open, exporting=lambda: defaults))
            return pages[-1]

        window.places.use_library(make)
        window.show()
        qtbot.waitExposed(window).__enter__()
        window.places.go_to("library")
        until(lambda: len(pages[0].history.model.sessions) == 2, "the list")
        yield window
        pages[0].shut()
        window.hide()
        window.deleteLater()
        qtbot.wait(10)


def page_of(window: MainWindow) -> LibraryPage:
    page = window.places.library
    assert page is not None
    return page


def look_at(window: MainWindow, what: str) -> None:
    wait(50)
    assert without_names(window) == [], what
    assert clipped(window) == [], what
    assert beyond_the_edge(window) == [], what
    assert unreadable(window) == [], what
    assert window.screen().availableGeometry().contains(window.geometry()), what


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_nothing_is_clipped_unreadable_or_nameless(window: MainWindow, look: Look) -> None:
    page = page_of(window)
    look_at(window, "the list")
    cut_off, whole = page.history.model.sessions
    page.session.open(cut_off.id)
    until(lambda: page.session.head.banner.isVisible(), "the cut-off session")
    look_at(window, "a cut-off session")
    page.session.open(whole.id)
    until(lambda: page.session.model.rowCount() == 2, "the session")
    page.session.search(replace=True)
    look_at(window, "find and replace")
    page.history.list.selectAll()
    until(lambda: page.session.merge.isVisible(), "several")
    look_at(window, "several sessions")
    page.acts.discard(page.history.selection)
    until(lambda: bool(page.notices.notices), "the notice")
    look_at(window, "an empty list")


@pytest.mark.parametrize("look", LOOKS[:1], ids=str)
def test_the_keyboard_goes_round_the_library(window: MainWindow, look: Look) -> None:
    page = page_of(window)
    page.session.open(page.history.model.sessions[1].id)
    until(lambda: page.session.model.rowCount() == 2, "the session")
    window.activateWindow()
    until(window.isActiveWindow, "the window")
    page.history.search.setFocus()
    reached = set()
    for _ in range(30):
        widget = QApplication.focusWidget()
        assert widget is not None
        reached.add(widget)
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    head = page.session.head
    wanted = {page.history.search, page.history.more, page.history.list, page.session.view, head.edit_button}
    assert wanted | {head.export_button, window.places.rail.button("live")} <= reached


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_what_a_search_found_can_be_read_on_its_mark(theme: Theme) -> None:
    assert contrast(QColor(theme.ink), QColor(theme.mark)) >= READABLE


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_doubtful_words_and_rows_are_painted_readably(window: MainWindow, look: Look) -> None:
    """Rows are painted by hand: their inks must stand apart from their ground, and be the theme's."""
    page = page_of(window)
    page.session.open(page.history.model.sessions[1].id)
    until(lambda: page.session.model.rowCount() == 2, "the session")
    wait(50)
    picture = page.session.view.viewport().grab(page.session.view.visualRect(page.session.model.index(0, 0))).toImage()
    inks = colours(picture)
    for ink in (look.theme.ink, look.theme.soft_ink, look.theme.warning):
        assert min(distance(QColor(ink), one) for one in inks) < 12, ink


def colours(picture: QImage) -> list[QColor]:
    found = {picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())}
    return [QColor.fromRgb(one) for one in found]


def distance(one: QColor, other: QColor) -> int:
    return abs(one.red() - other.red()) + abs(one.green() - other.green()) + abs(one.blue() - other.blue())
