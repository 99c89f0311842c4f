from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from library_parts import LibraryFile, cue
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog
from pytestqt.qtbot import QtBot
from settings_parts import until, wait

from captioner.core.errors import CaptionerError
from captioner.core.library import CueChange
from captioner.transcript import edits
from captioner.ui.cue_view import CueView
from captioner.ui.export_dialog import ExportDefaults
from captioner.ui.export_files import ExportChoice
from captioner.ui.library_worker import LibraryWorker
from captioner.ui.session_pane import SessionPane

_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_LINES = ("Could we move the release?", "Thursday works.", "Thursday it is,\nthen.", "我们昨天讨论了这个问题。")


@pytest.fixture
def kept(tmp_path: Path) -> LibraryFile:
    file = LibraryFile(tmp_path)
    speakers = ("You", "Others", "You", "Others")
    file.keep(
        "Planning",
        *(cue(at * 4000, text, speaker) for at, (text, speaker) in enumerate(zip(_LINES, speakers, strict=True))),
    )
    return file


@pytest.fixture
def pane(kept: LibraryFile, tmp_path: Path, qtbot: QtBot) -> Iterator[SessionPane]:
    worker = LibraryWorker(kept.open)
    pane = SessionPane(worker, lambda: ExportDefaults(tmp_path, ExportChoice(), lambda one: one.title), None)
    qtbot.addWidget(pane)
    pane.resize(700, 500)
    pane.show()
    qtbot.waitExposed(pane).__enter__()
    pane.activateWindow()
    pane.open(1)
    until(lambda: pane.model.is_complete and pane.edits.can_edit, "the session")
    pane.enter()
    yield pane
    pane.shut()
    worker.close()


@pytest.fixture
def view(pane: SessionPane) -> CueView:
    return pane.view


def lines(view: CueView) -> list[str]:
    return [entry.cue.text for entry in view.cues.cues]


def go_to(view: CueView, row: int, *more: int) -> None:
    view.go_to(row)
    for other in more:
        view.selectionModel().select(view.cues.index(other, 0), view.selectionModel().SelectionFlag.Select)


def write(view: CueView, text: str, *, key: Qt.Key = Qt.Key.Key_Return) -> None:
    """Write over the text of the current cue."""
    QTest.keyClick(view, Qt.Key.Key_Return)
    field = view.editor
    assert field is not None
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, key)


def test_the_times_below_are_those_of_this_session(pane: SessionPane, kept: LibraryFile) -> None:
    kept.keep("Another", cue(0, "Short."))
    go_to(pane.view, 1)
    assert pane.status.text().startswith("0:04")
    pane.open(2)
    until(lambda: pane.model.session == 2 and pane.model.rowCount() == 1, "the other session")
    assert pane.status.text() == ""


def answer(fill: Callable[[QInputDialog], None]) -> None:
    """Fill in the dialog that asks, and accept it."""
    until(
        lambda: any(isinstance(one, QInputDialog) and one.isVisible() for one in QApplication.topLevelWidgets()), "it"
    )
    (dialog,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, QInputDialog) and one.isVisible()]
    fill(dialog)
    dialog.accept()
    wait(20)


def test_each_line_is_read_with_its_time_and_speaker(pane: SessionPane, view: CueView) -> None:
    assert pane.head.title.text() == "Planning"
    found = QAccessible.queryAccessibleInterface(view)
    assert found.text(QAccessible.Text.Name) == "Transcript"
    said = [found.child(row).text(QAccessible.Text.Name) for row in range(found.childCount())]
    assert said[1] == "0:04  Others: Thursday works."
    assert said[2] == "0:08  You: Thursday it is, then."


def test_text_is_written_in_place_kept_undone_and_made_again(view: CueView, kept: LibraryFile) -> None:
    go_to(view, 1)
    write(view, "Friday works.")
    until(lambda: lines(view)[1] == "Friday works.", "the edit")
    assert kept.texts(1)[1] == "Friday works."
    stored = kept.ask(lambda library: library.cues(1))[1]
    assert stored.edited
    assert [word.text for word in stored.cue.words] == ["Friday", " works."]
    assert stored.cue.words[1].start_ms == 4750
    QTest.keyClick(view, Qt.Key.Key_Z, _CTRL)
    until(lambda: tuple(lines(view)) == _LINES, "the undoing")
    QTest.keyClick(view, Qt.Key.Key_Z, _CTRL | _SHIFT)
    until(lambda: lines(view)[1] == "Friday works.", "the redoing")
    assert kept.texts(1) == lines(view)


def test_escape_leaves_the_text_as_it_was(view: CueView, kept: LibraryFile) -> None:
    go_to(view, 0)
    write(view, "Nonsense", key=Qt.Key.Key_Escape)
    wait(100)
    assert tuple(lines(view)) == _LINES
    assert view.editor is None


def test_what_is_written_is_kept_when_another_session_is_opened(
    pane: SessionPane, view: CueView, kept: LibraryFile
) -> None:
    other = kept.keep("Other", cue(0, "Something else"))
    go_to(view, 0)
    QTest.keyClick(view, Qt.Key.Key_F2)
    assert view.editor is not None
    QTest.keyClicks(view.editor, " Yes?")
    pane.open(other)
    until(lambda: lines(view) == ["Something else"], "the other session")
    until(lambda: kept.texts(1)[0] == "Could we move the release? Yes?", "the edit")


def test_ctrl_enter_splits_at_the_cursor_and_ctrl_m_merges(view: CueView, kept: LibraryFile) -> None:
    go_to(view, 0)
    view.edit_row(0, len("Could we move"))
    field = view.editor
    assert field is not None
    QTest.keyClick(field, Qt.Key.Key_Return, _CTRL)
    until(lambda: view.cues.rowCount() == 5, "two cues of one")
    assert lines(view)[:2] == ["Could we move", "the release?"]
    times = [(entry.cue.start_ms, entry.cue.end_ms) for entry in view.cues.cues[:2]]
    assert times == [(0, 900), (900, 1500)]
    go_to(view, 0)
    QTest.keyClick(view, Qt.Key.Key_M, _CTRL)
    until(lambda: view.cues.rowCount() == 4, "one cue of two")
    assert lines(view)[0].replace("\n", " ") == _LINES[0]
    for _ in range(2):
        QTest.keyClick(view, Qt.Key.Key_Z, _CTRL)
    until(lambda: tuple(lines(view)) == _LINES, "both undone")
    assert kept.texts(1) == list(_LINES)


def test_split_without_a_cursor_lets_one_put_it(view: CueView) -> None:
    go_to(view, 1)
    QTest.keyClick(view, Qt.Key.Key_Return, _CTRL)
    assert view.editor is not None
    assert view.editor.textCursor().position() == len(_LINES[1]) // 2


def test_times_are_shifted_from_here_on_or_of_what_is_selected(view: CueView) -> None:
    go_to(view, 2)
    QTest.keyClick(view, Qt.Key.Key_T, _CTRL)
    answer(lambda dialog: dialog.setDoubleValue(1.25))
    until(lambda: [entry.cue.start_ms for entry in view.cues.cues] == [0, 4000, 9250, 13250], "the shift")
    go_to(view, 0, 1)
    QTest.keyClick(view, Qt.Key.Key_T, _CTRL)
    answer(lambda dialog: dialog.setDoubleValue(0.5))
    until(lambda: [entry.cue.start_ms for entry in view.cues.cues] == [500, 4500, 9250, 13250], "the second shift")


def named(pane: SessionPane) -> list[str]:
    """The speakers of the tracks as the library lists them."""
    session = pane.session
    assert session is not None
    return [track.speaker for track in session.tracks]


def test_a_speaker_is_renamed_everywhere_or_for_some_cues(pane: SessionPane, view: CueView) -> None:
    go_to(view, 3)
    QTest.keyClick(view, Qt.Key.Key_U, _CTRL | _SHIFT)
    answer(lambda dialog: dialog.setTextValue("Maria"))
    until(lambda: [entry.cue.speaker for entry in view.cues.cues] == ["You", "Maria"] * 2, "the new name")
    assert view.delegate.look.speakers == ("You", "Maria")
    until(lambda: named(pane) == ["You", "Maria"], "the name in the listing")
    QTest.keyClick(view, Qt.Key.Key_Z, _CTRL)
    until(lambda: named(pane) == ["You", "Others"], "the old name")
    QTest.keyClick(view, Qt.Key.Key_Z, _CTRL | _SHIFT)
    until(lambda: named(pane) == ["You", "Maria"], "the name again")
    go_to(view, 0)
    QTest.keyClick(view, Qt.Key.Key_U, _CTRL)
    answer(lambda dialog: dialog.setTextValue("David"))
    until(lambda: view.cues.cues[0].cue.speaker == "David", "the name here")
    assert view.cues.cues[2].cue.speaker == "You"


def test_find_and_replace(pane: SessionPane, view: CueView, kept: LibraryFile) -> None:
    QTest.keyClick(view, Qt.Key.Key_H, _CTRL)
    bar = pane.find_bar
    QTest.keyClicks(bar.field, "thursday")
    assert bar.matches.text() == "2 found"
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert (view.row, bar.matches.text()) == (1, "1 of 2")
    QTest.keyClicks(bar.instead, "Monday")
    QTest.mouseClick(bar.one, Qt.MouseButton.LeftButton)
    until(lambda: lines(view)[1] == "Monday works.", "one")
    assert lines(view)[2] == _LINES[2]
    QTest.mouseClick(bar.all, Qt.MouseButton.LeftButton)
    until(lambda: lines(view)[2] == "Monday it is,\nthen.", "all")
    until(lambda: bar.matches.text() == "0 found", "none left")
    QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert view.hasFocus()
    QTest.keyClick(view, Qt.Key.Key_Z, _CTRL)
    until(lambda: lines(view)[2] == _LINES[2], "the undoing")


def test_lines_are_copied_as_text_and_deleted(view: CueView, kept: LibraryFile) -> None:
    go_to(view, 0, 2)
    QTest.keyClick(view, Qt.Key.Key_C, _CTRL)
    copied = "0:00  You: Could we move the release?\n0:08  You: Thursday it is, then."
    assert QGuiApplication.clipboard().text() == copied
    QTest.keyClick(view, Qt.Key.Key_Delete)
    until(lambda: lines(view) == [_LINES[1], _LINES[3]], "the deletion")
    assert kept.texts(1) == lines(view)


def test_a_change_in_another_window_is_told_and_read_again(pane: SessionPane, view: CueView, kept: LibraryFile) -> None:
    troubles: list[CaptionerError] = []
    pane.failed.connect(troubles.append)
    stored = kept.ask(lambda library: library.cues(1))[0]
    made = kept.ask(lambda library: library.change(1, edits.edit_text(stored, "From elsewhere")))
    assert isinstance(made, CueChange)
    go_to(view, 0)
    write(view, "From here")
    until(lambda: bool(troubles), "the conflict")
    assert "another window" in troubles[0].message
    until(lambda: lines(view)[0] == "From elsewhere", "what is there now")


def test_a_click_on_a_word_gives_its_moment_and_a_double_click_writes_there(view: CueView) -> None:
    wanted: list[int] = []
    view.play_wanted.connect(wanted.append)
    box = view.visualRect(view.cues.index(0, 0))
    for x in range(box.left() + 5, box.right() - 5, 7):
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, box.center().y()))
    assert sorted(set(wanted)) == [0, 300, 600, 900, 1200]
    assert wanted.index(1200) > wanted.index(300)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(box.right() - 5, box.center().y()))
    assert view.editor is not None
    assert view.editor.textCursor().position() == len(_LINES[0])
