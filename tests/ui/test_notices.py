"""Notices in window and overlay: long ones, in Chinese, with large text; nothing of them is cut off."""

from collections.abc import Iterator
from itertools import product

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from settings_parts import Look, dressed

from captioner.core.caption import Notice
from captioner.core.message import Message
from captioner.ui.notice_bar import NoticeBar, NoticeRow
from captioner.ui.notice_text import NoticeText
from captioner.ui.overlay_notice import NoticeBubble, WayOut
from captioner.ui.theme import LIGHT
from captioner.ui.translations import Language

_PATHS = (
    "/home/someone/" + "a_name_that_nothing_breaks_" * 6 + "/session.srt",
    "C:\\Users\\someone\\" + "Folder\\" * 20,
)
_LANGUAGES: tuple[Language, ...] = ("en", "zh_CN")
_LOOKS = [Look(LIGHT, language, scale) for language, scale in product(_LANGUAGES, (1.0, 2.0))]


def _full(path: str) -> Notice:
    text = Message("Cannot write {path}: the disk is full.", path=path)
    return Notice("error", text, "Free some space or choose another disk.")


@pytest.fixture(params=_LOOKS, ids=str)
def look(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[Look]:
    with dressed(qapp, request.param):
        yield request.param


def _cut_off(notice: QWidget, around: QWidget) -> list[str]:
    """Texts and buttons of the notice that have less room than they need."""
    found = []
    parts: list[QLabel | QPushButton] = [*notice.findChildren(NoticeText), *notice.findChildren(QPushButton)]
    for part in parts:
        if part.isVisibleTo(notice):
            needed = part.heightForWidth(part.width()) if part.hasHeightForWidth() else part.sizeHint().height()
            inside = around.rect().left() <= part.mapTo(around, QRect(part.rect()).topLeft()).x()
            right = part.mapTo(around, part.rect().topRight()).x() <= around.rect().right()
            if part.height() < needed or not inside or not right:
                found.append(part.text())
    return found


@pytest.mark.parametrize("path", _PATHS)
def test_the_bar_cuts_nothing_off_and_scrolls_where_it_is_low(look: Look, qtbot: QtBot, path: str) -> None:
    bar = NoticeBar()
    qtbot.addWidget(bar)
    for severity in ("info", "warning", "error"):
        notice = _full(path)
        bar.tell(Notice(severity, notice.text, notice.hint), WayOut(lambda: "选择其他文件夹", lambda: None))
    bar.resize(bar.minimumSizeHint())
    bar.show()
    qtbot.waitExposed(bar).__enter__()
    qtbot.wait(50)
    assert bar.width() < 500 * look.scale
    rows = bar.findChildren(NoticeRow)
    assert len(rows) == 3
    qtbot.waitUntil(lambda: not any(_cut_off(row, bar.viewport()) for row in rows))  # layouts settle in some steps
    assert bar.verticalScrollBar().maximum() > 0
    bar.resize(bar.width(), bar.sizeHint().height())
    qtbot.waitUntil(lambda: bar.verticalScrollBar().maximum() == 0)


@pytest.mark.parametrize("path", _PATHS)
def test_the_bubble_cuts_nothing_off(look: Look, qtbot: QtBot, path: str) -> None:
    beside = QWidget()
    qtbot.addWidget(beside)
    bubble = NoticeBubble(beside)
    area = QRect(0, 0, 640, 900)
    bubble.stay_beside(QRect(20, 800, 600, 80), area)
    bubble.tell(_full(path), WayOut(lambda: "选择其他文件夹", lambda: None))
    qtbot.wait(50)
    assert area.contains(bubble.geometry())
    assert _cut_off(bubble, bubble) == []


def test_a_screen_reader_and_the_clipboard_get_the_text_as_it_is(qtbot: QtBot) -> None:
    label = NoticeText()
    qtbot.addWidget(label)
    label.tell(_PATHS[0])
    assert label.text() != _PATHS[0]
    assert label.accessibleName() == _PATHS[0]
    label.actions()[0].trigger()
    assert QGuiApplication.clipboard().text() == _PATHS[0]
    label.tell("")
    assert label.isHidden()
