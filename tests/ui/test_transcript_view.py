import time
import tracemalloc

import pytest
from captions import caption
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from captioner.core.sound import Track
from captioner.ui.transcript_page import TranscriptPage
from captioner.ui.transcript_view import TranscriptView

_TRACKS = (Track("mic", "You"), Track("system", "Others"))


@pytest.fixture
def page(qtbot: QtBot) -> TranscriptPage:
    page = TranscriptPage()
    qtbot.addWidget(page)
    page.resize(600, 300)
    page.begin(_TRACKS)
    page.show()
    qtbot.waitExposed(page).__enter__()
    return page


@pytest.fixture
def view(page: TranscriptPage) -> TranscriptView:
    return page.view


def test_a_line_grows_and_ends_with_the_words_of_the_transcript(view: TranscriptView) -> None:
    view.show_caption(caption(1, "", "Good"))
    view.show_caption(caption(1, "Good", " mourning", revision=1))
    view.show_caption(caption(1, "Good mourning", revision=2, final=True))
    assert view.toPlainText() == "0:02  Others: Good mourning"
    assert view.lines == 1


def test_lines_stand_in_the_order_of_their_times_whoever_is_slower(view: TranscriptView) -> None:
    view.show_caption(caption(1, "second", start_s=5.0))
    view.show_caption(caption(2, "first", track="mic", start_s=3.0))
    view.show_caption(caption(3, "third", track="mic", start_s=61.0))
    view.show_caption(caption(1, "second one", revision=1, start_s=5.0, final=True))
    view.show_caption(caption(2, "first one 😀", track="mic", revision=1, start_s=3.0, final=True))
    view.show_caption(caption(3, "third one", track="mic", revision=1, start_s=61.0, final=True))
    assert view.toPlainText().splitlines() == [
        "0:03  You: first one 😀",
        "0:05  Others: second one",
        "1:01  You: third one",
    ]


def test_an_empty_utterance_leaves_no_line(view: TranscriptView) -> None:
    view.show_caption(caption(1, "", final=True))
    assert view.lines == 0


def test_words_that_were_none_leave_no_line(view: TranscriptView) -> None:
    view.show_caption(caption(1, "", "Thanks"))
    view.show_caption(caption(2, "Real words", final=True))
    view.show_caption(caption(1, "", revision=1, final=True))
    assert view.toPlainText() == "0:04  Others: Real words"
    view.show_caption(caption(3, "", "Thanks"))
    view.show_caption(caption(3, "", revision=1, final=True))
    view.show_caption(caption(4, "More", final=True))
    assert view.toPlainText().splitlines() == ["0:04  Others: Real words", "0:08  Others: More"]


def test_it_follows_until_somebody_reads_further_up(page: TranscriptPage, view: TranscriptView, qtbot: QtBot) -> None:
    bar = view.verticalScrollBar()
    for number in range(60):
        view.show_caption(caption(number, f"Line {number}", final=True))
    assert bar.maximum() > 0
    assert bar.value() == bar.maximum()
    bar.setValue(10)
    assert not view.following
    assert page.newest.isVisible()
    for number in range(60, 90):
        view.show_caption(caption(number, f"Line {number}", final=True))
    assert bar.value() == 10
    QTest.mouseClick(page.newest, Qt.MouseButton.LeftButton)
    assert bar.value() == bar.maximum()
    view.show_caption(caption(99, "The last one", final=True))
    assert bar.value() == bar.maximum()


def test_what_is_said_can_be_searched(page: TranscriptPage, view: TranscriptView, qtbot: QtBot) -> None:
    for number, text in enumerate(("a red apple", "a green pear", "another Apple")):
        view.show_caption(caption(number, text, final=True))
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.go_to_search()
    QTest.keyClicks(page.search, "apple")
    assert page.matches.text().startswith("2")
    found = []
    for _ in range(3):
        QTest.keyClick(page.search, Qt.Key.Key_Return)
        found.append((view.textCursor().blockNumber(), view.textCursor().selectedText()))
    assert found == [(0, "apple"), (2, "Apple"), (0, "apple")]
    assert not view.following
    QTest.keyClick(page.search, Qt.Key.Key_Escape)
    assert page.search.text() == ""
    assert view.extraSelections() == []


def test_a_selection_stays_while_words_come_and_can_be_copied(view: TranscriptView) -> None:
    view.show_caption(caption(1, "Keep this.", final=True))
    view.show_caption(caption(2, "", "and"))
    cursor = QTextCursor(view.document())
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    view.show_caption(caption(2, "and that", revision=1, final=True))
    view.copy()
    assert QGuiApplication.clipboard().text() == "0:02  Others: Keep this."


def test_a_screen_reader_finds_a_line_at_a_time(view: TranscriptView) -> None:
    view.show_caption(caption(1, "One line.", final=True))
    view.show_caption(caption(2, "Another line.", track="mic", final=True))
    found = QAccessible.queryAccessibleInterface(view)
    assert found.text(QAccessible.Text.Name) == "Transcript"
    assert found.state().readOnly
    assert found.state().multiLine
    text = found.textInterface()
    # PySide6 does not wrap textAtOffset, by which a reader goes from line to line; it goes by these line breaks.
    lines = text.text(0, text.characterCount()).splitlines()
    assert lines == ["0:02  Others: One line.", "0:04  You: Another line."]


def test_hours_of_captions_cost_no_more_than_their_text(view: TranscriptView) -> None:
    """10,000 updates: a late one costs what an early one does, and what is kept is the text."""
    took: list[float] = []
    tracemalloc.start()
    try:
        for number in range(2000):
            for revision in range(5):
                words = "word " * (revision + 1)
                began = time.perf_counter()
                view.show_caption(caption(number, words, revision=revision, final=revision == 4))
                took.append(time.perf_counter() - began)
        kept, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert view.lines == 2000
    early, late = sorted(took[500:1500]), sorted(took[-1000:])
    assert late[500] < 5 * early[500]
    assert kept < 4 << 20
    assert view.document().isUndoAvailable() is False
