"""Rows of other heights than guessed: what is on the screen stays there."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QItemSelection, QPoint, QRect, QSize, QStringListModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from settings_parts import until

from captioner.ui.measured_list import MeasuredList

_ROWS = 3000


class Steps(MeasuredList):
    """Every row is 10 to 50 pixels high, by its text, and guessed at 20. Knows how many were measured."""

    def __init__(self) -> None:
        super().__init__()
        self.measured = 0
        self.lines = QStringListModel([str(at) for at in range(_ROWS)])
        self.setModel(self.lines)

    def prepare_heights(self, width: int) -> None:
        self.measured = 0

    def row_height(self, row: int) -> int:
        self.measured += 1
        return height(self.text(row))

    def guess_heights(self, first: int, count: int) -> Sequence[int]:
        return [20] * count

    def text(self, row: int) -> str:
        return str(self.lines.index(row, 0).data())

    def on_screen(self) -> dict[str, int]:
        """Texts that can be seen, and where."""
        seen, y = {}, 0
        while y < self.viewport().height() and (index := self.indexAt(QPoint(5, y))).isValid():
            box = self.visualRect(index)
            seen[self.text(index.row())] = box.top()
            y = box.bottom() + 1
        return seen

    def wait(self) -> None:
        """Until all rows are measured."""
        until(lambda: self.measured >= self.lines.rowCount(), "the measuring")
        QApplication.processEvents()


def height(text: str) -> int:
    return 10 + 10 * (hash_of(text) % 5)


def hash_of(text: str) -> int:
    return sum(ord(one) * (at + 7) for at, one in enumerate(text))


@pytest.fixture
def view(qtbot: QtBot) -> Steps:
    view = Steps()
    qtbot.addWidget(view)
    view.resize(QSize(300, 400))
    view.show()
    qtbot.waitExposed(view).__enter__()
    return view


def test_few_rows_are_measured_at_once_and_all_in_time(view: Steps) -> None:
    assert 8 <= view.measured <= 50
    assert list(view.on_screen())[:3] == ["0", "1", "2"]
    view.wait()
    assert view.verticalScrollBar().maximum() == sum(height(str(at)) for at in range(_ROWS)) - view.viewport().height()


def test_what_is_on_the_screen_stays_while_rows_above_are_measured(view: Steps) -> None:
    view.scrollTo(view.lines.index(1500, 0), Steps.ScrollHint.PositionAtCenter)
    before = view.on_screen()
    middle = before["1500"] + height("1500") // 2
    assert abs(middle - view.viewport().height() // 2) <= 1
    value = view.verticalScrollBar().value()
    view.wait()
    assert view.on_screen() == before
    assert view.verticalScrollBar().value() != value  # the rows above were guessed


@pytest.mark.parametrize("measured", [False, True])
def test_rows_that_come_and_go_above_move_nothing(view: Steps, measured: bool) -> None:
    if measured:
        view.wait()
    view.scrollTo(view.lines.index(900, 0), Steps.ScrollHint.PositionAtTop)
    before = view.on_screen()
    view.lines.insertRows(10, 3)
    assert view.on_screen() == before
    view.lines.removeRows(5, 20)
    assert view.on_screen() == before
    view.lines.setData(view.lines.index(3, 0), "another text")
    assert view.on_screen() == before
    view.resize(250, 400)
    QApplication.processEvents()
    assert view.on_screen() == before


def test_the_ends_can_be_reached(view: Steps) -> None:
    for _ in range(2):
        view.scrollToBottom()
        last = f"{_ROWS - 1}"
        assert view.on_screen()[last] + height(last) == view.viewport().height()
        view.scrollToTop()
        assert view.on_screen()["0"] == 0
        view.wait()
    view.lines.removeRows(3, _ROWS - 3)
    assert view.on_screen() == {"0": 0, "1": height("0"), "2": height("0") + height("1")}
    view.lines.removeRows(0, 3)
    assert view.on_screen() == {}
    view.lines.setStringList(["7", "8"])
    assert list(view.on_screen()) == ["7", "8"]


def test_keys_and_mouse(view: Steps) -> None:
    keys, none, shift = Qt.Key, Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier

    def press(key: Qt.Key, modifier: Qt.KeyboardModifier = none) -> int:
        QTest.keyClick(view, key, modifier)
        return view.currentIndex().row()

    view.setSelectionMode(Steps.SelectionMode.ExtendedSelection)
    view.setCurrentIndex(view.lines.index(0, 0))
    assert press(keys.Key_Down) == 1
    page = press(keys.Key_PageDown)
    assert 6 < page < 42
    assert press(keys.Key_PageUp) < page
    assert press(keys.Key_End) == _ROWS - 1
    assert f"{_ROWS - 1}" in view.on_screen()
    assert press(keys.Key_PageDown) == _ROWS - 1
    assert press(keys.Key_Up) == _ROWS - 2
    assert press(keys.Key_Home) == 0
    assert press(keys.Key_PageUp) == 0
    press(keys.Key_Down, shift)
    press(keys.Key_Down, shift)
    assert sorted(index.row() for index in view.selectedIndexes()) == [0, 1, 2]
    region = view.visualRegionForSelection(view.selectionModel().selection())
    assert region.boundingRect() == QRect(0, 0, view.viewport().width(), sum(map(height, "012")))
    assert view.visualRegionForSelection(QItemSelection()).isEmpty()
    where = view.visualRect(view.lines.index(4, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, none, where)
    assert [index.row() for index in view.selectedIndexes()] == [4]
    where = view.visualRect(view.lines.index(6, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, shift, where)
    assert sorted(index.row() for index in view.selectedIndexes()) == [4, 5, 6]
