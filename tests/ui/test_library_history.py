import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from library_parts import LibraryFile, cue
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QInputDialog, QLineEdit, QMenu, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot
from settings_parts import until, wait

from captioner.core.errors import LibraryError
from captioner.transcript.library import Library
from captioner.ui.history_menu import HistoryMenu
from captioner.ui.history_pane import HistoryPane
from captioner.ui.hits_model import ROW_ROLE, FoundSession
from captioner.ui.library_worker import LibraryWorker
from captioner.ui.session_acts import SessionActs


@pytest.fixture
def kept(tmp_path: Path) -> LibraryFile:
    file = LibraryFile(tmp_path)
    file.keep("Planning", cue(0, "Could we move the release?"), cue(4000, "Thursday works.", "Others"), tags=("work",))
    file.keep("Lecture", cue(0, "The café is in Zürich"), cue(9000, "我们昨天讨论了这个问题。"), hours=5)
    file.keep("Stand-up", cue(500, "Good morning, shall we release it?"), hours=30)
    return file


@pytest.fixture
def worker(kept: LibraryFile, qtbot: QtBot) -> Iterator[LibraryWorker]:
    worker = LibraryWorker(kept.open)
    yield worker
    worker.close()


@pytest.fixture
def pane(worker: LibraryWorker, qtbot: QtBot) -> HistoryPane:
    return shown(HistoryPane(worker), qtbot)


@pytest.fixture
def acts(worker: LibraryWorker, pane: HistoryPane) -> SessionActs:
    acts = SessionActs(worker, pane)
    acts.changed.connect(pane.select)
    acts.changed.connect(lambda _: pane.refresh())
    pane.model.renamed.connect(acts.rename)
    HistoryMenu(pane, acts)
    return acts


def shown(pane: HistoryPane, qtbot: QtBot) -> HistoryPane:
    qtbot.addWidget(pane)
    pane.resize(360, 500)
    pane.show()
    qtbot.waitExposed(pane).__enter__()
    pane.activateWindow()
    until(pane.isActiveWindow, "the keyboard")
    pane.refresh()
    until(lambda: bool(pane.model.sessions) or bool(pane.words.text()), "the list")
    return pane


def titles(pane: HistoryPane) -> list[str]:
    return [one.title for one in pane.model.sessions]


def choose(pane: HistoryPane, *rows: int) -> None:
    """Click on rows, Ctrl held for the later ones."""
    for number, row in enumerate(rows):
        where = pane.list.visualRect(pane.model.index(row)).center()
        keys = Qt.KeyboardModifier.ControlModifier if number else Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, keys, where)


def found(pane: HistoryPane) -> list[str]:
    """The rows of the answer: titles of sessions, and texts of hits with what is marked in brackets."""
    rows = []
    for number in range(pane.hits_model.rowCount()):
        row = pane.hits_model.index(number).data(ROW_ROLE)
        if isinstance(row, FoundSession):
            rows.append(row.title)
        else:
            text = row.text
            for start, stop in reversed(row.marks):
                text = f"{text[:start]}[{text[start:stop]}]{text[stop:]}"
            rows.append(text)
    return rows


def test_the_newest_session_stands_first_and_a_screen_reader_hears_all_of_a_row(pane: HistoryPane) -> None:
    assert titles(pane) == ["Stand-up", "Lecture", "Planning"]
    said = pane.model.index(2).data(Qt.ItemDataRole.AccessibleTextRole)
    for part in ("Planning", "6 s", "You, Others", "work", "Could we move the release?"):
        assert part in said
    row = QAccessible.queryAccessibleInterface(pane.list).child(2)
    assert row.text(QAccessible.Text.Name) == said


def test_a_session_is_opened_where_the_selection_rests(pane: HistoryPane, qtbot: QtBot) -> None:
    opened: list[tuple[int, object]] = []
    pane.opened.connect(lambda session, cue: opened.append((session, cue)))
    pane.list.setFocus()
    for _ in range(3):
        QTest.keyClick(pane.list, Qt.Key.Key_Down)
    until(lambda: bool(opened), "the session")
    wait(200)
    assert opened == [(pane.model.sessions[2].id, 0)]


def test_what_was_said_is_found_as_one_types_with_its_words_marked(pane: HistoryPane) -> None:
    pane.go_to_search()
    QTest.keyClicks(pane.search, "relea")
    until(lambda: pane.hits_model.rowCount() == 4, "the hits")
    assert found(pane) == [
        "Stand-up",
        "Good morning, shall we [relea]se it?",
        "Planning",
        "Could we move the [relea]se?",
    ]
    assert pane.count.text() == "2 hits"
    pane.search.setText("cafe")
    until(lambda: "Lecture" in found(pane), "accents folded")
    assert found(pane) == ["Lecture", "The [café] is in Zürich"]
    pane.search.setText("讨论")
    until(lambda: found(pane) == ["Lecture", "我们昨天[讨论]了这个问题。"], "a part of Chinese text")
    pane.search.setText("plann")
    until(lambda: found(pane) == ["Planning"], "a title")
    QTest.keyClick(pane.search, Qt.Key.Key_Escape)
    assert pane.stack.currentWidget() is pane.list


def test_enter_opens_at_the_cue(pane: HistoryPane, kept: LibraryFile) -> None:
    opened: list[tuple[int, object]] = []
    entered: list[bool] = []
    pane.opened.connect(lambda session, cue: opened.append((session, cue)))
    pane.entered.connect(lambda: entered.append(True))
    pane.go_to_search()
    QTest.keyClicks(pane.search, "thursday")
    until(lambda: pane.hits_model.rowCount() == 2, "the hit")
    QTest.keyClick(pane.search, Qt.Key.Key_Return)
    QTest.keyClick(pane.hits, Qt.Key.Key_Return)
    session = pane.model.sessions[2].id
    wanted = kept.ask(lambda library: library.cues(session))[1].id
    assert wanted > 2**31
    assert opened[-1] == (session, wanted)
    assert entered


def test_an_answer_to_what_is_no_longer_asked_is_dropped(pane: HistoryPane, worker: LibraryWorker) -> None:
    answers: list[str] = []
    for text in ("first", "second", "third"):
        worker.ask(lambda _, text=text: text, answers.append, lambda _: None, topic="test")  # type: ignore[misc]
    until(lambda: bool(answers), "an answer")
    wait(100)
    assert answers == ["third"]


def test_in_words_why_nothing_is_shown(pane: HistoryPane, worker: LibraryWorker, qtbot: QtBot, tmp_path: Path) -> None:
    pane.search.setText("unheard of")
    until(lambda: pane.stack.currentWidget() is pane.words, "the words")
    assert pane.words.text() == "Nothing was found for “unheard of”."
    (tmp_path / "empty").mkdir()
    empty = LibraryWorker(LibraryFile(tmp_path / "empty").open)
    nothing = shown(HistoryPane(empty), qtbot)
    until(lambda: nothing.stack.currentWidget() is nothing.words, "the words")
    assert "Start captions" in nothing.words.text()
    empty.close()


def test_a_library_that_cannot_be_opened_is_told_and_tried_again(kept: LibraryFile, qtbot: QtBot) -> None:
    troubles = [LibraryError("The library is in use.", "Close the other window.")]

    def open_library() -> Library:
        if troubles:
            raise troubles[0]
        return kept.open()

    worker = LibraryWorker(open_library)
    pane = shown(HistoryPane(worker), qtbot)
    until(lambda: "in use" in pane.words.text(), "the reason")
    assert "Close the other window." in pane.words.text()
    troubles.clear()
    pane.refresh()
    until(lambda: len(pane.model.sessions) == 3, "the list")
    assert pane.stack.currentWidget() is pane.list
    worker.close()


def test_f2_renames_in_place(pane: HistoryPane, acts: SessionActs, kept: LibraryFile) -> None:
    choose(pane, 1)
    QTest.keyClick(pane.list, Qt.Key.Key_F2)
    field = pane.list.viewport().findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    assert field.text() == "Lecture"
    field.selectAll()
    QTest.keyClicks(field, "Fourier series")
    QTest.keyClick(field, Qt.Key.Key_Return)
    until(lambda: titles(pane) == ["Stand-up", "Fourier series", "Planning"], "the new title")
    assert kept.titles() == titles(pane)
    assert [one.title for one in pane.selection] == ["Fourier series"]


def test_deleting_can_be_undone(pane: HistoryPane, acts: SessionActs, kept: LibraryFile) -> None:
    told: list[str] = []
    acts.undoable.connect(told.append)
    choose(pane, 0)
    QTest.keyClick(pane.list, Qt.Key.Key_Delete)
    until(lambda: titles(pane) == ["Lecture", "Planning"], "the deletion")
    assert told == ["“Stand-up” was deleted."]
    choose(pane, 0, 1)
    QTest.keyClick(pane.list, Qt.Key.Key_Delete)
    until(lambda: pane.stack.currentWidget() is pane.words, "an empty list")
    acts.undo()
    until(lambda: titles(pane) == ["Lecture", "Planning"], "two of them")
    pane.list.setFocus()
    QTest.keyClick(pane.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    until(lambda: titles(pane) == ["Stand-up", "Lecture", "Planning"], "all of them")
    assert kept.titles() == titles(pane)


def test_several_become_one_and_two_again(pane: HistoryPane, acts: SessionActs, kept: LibraryFile) -> None:
    choose(pane, 1, 2)
    QTest.keyClick(pane.list, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    until(lambda: titles(pane) == ["Stand-up", "Planning"], "one session")
    merged = pane.model.sessions[1]
    assert kept.texts(merged.id) == [
        "Could we move the release?",
        "Thursday works.",
        "The café is in Zürich",
        "我们昨天讨论了这个问题。",
    ]
    until(lambda: [one.id for one in pane.selection] == [merged.id], "the merged one selected")
    acts.undo()
    until(lambda: titles(pane) == ["Stand-up", "Lecture", "Planning"], "as before")


def test_tags_are_given_taken_and_chosen(pane: HistoryPane, acts: SessionActs, kept: LibraryFile) -> None:
    until(lambda: pane.tags.count() == 2, "the known tag")
    sessions = pane.model.sessions
    acts.tag(sessions[:2], "later", True)
    until(lambda: pane.tags.count() == 3, "the new tag")
    pane.tags.setCurrentIndex(pane.tags.findData("later"))
    pane.tags.activated.emit(pane.tags.currentIndex())
    until(lambda: titles(pane) == ["Stand-up", "Lecture"], "those with the tag")
    acts.tag(pane.model.sessions, "later", False)
    until(lambda: pane.stack.currentWidget() is pane.words, "none")
    assert pane.words.text() == "No session has this tag."
    assert [one.tags for one in kept.ask(lambda library: library.sessions())] == [(), (), ("work",)]


def test_old_sessions_go_together_and_come_back_together(
    pane: HistoryPane, acts: SessionActs, kept: LibraryFile
) -> None:
    acts.discard_older(pane.model.sessions[0].began_ms)
    until(lambda: titles(pane) == ["Stand-up"], "the old ones gone")
    acts.undo()
    until(lambda: len(titles(pane)) == 3, "the old ones back")
    acts.discard(pane.model.sessions[:1])
    until(lambda: len(titles(pane)) == 2, "one gone")
    assert [one.title for one in kept.ask(Library.discarded)] == ["Stand-up"]
    acts.empty_bin()
    until(lambda: kept.ask(Library.discarded) == [], "an empty bin")
    assert not acts.can_undo


def test_two_thousand_sessions_come_in_pages(kept: LibraryFile, qtbot: QtBot) -> None:
    def fill(library: Library) -> None:
        for number in range(450):
            writer = library.begin(title=f"{number}", began_ms=number, tracks=(), model="")
            writer.add([cue(0, "word")])
            writer.end(1500)

    kept.ask(fill)
    worker = LibraryWorker(kept.open)
    pane = shown(HistoryPane(worker), qtbot)
    assert len(pane.model.sessions) == 200
    pane.list.scrollToBottom()
    until(lambda: len(pane.model.sessions) == 400, "the second page")
    pane.list.scrollToBottom()
    until(lambda: len(pane.model.sessions) == 453, "the third page")
    assert titles(pane)[-1] == "0"
    assert len(set(titles(pane))) == 453
    worker.close()


def answer_box(kind: type[QDialog], act: Callable[[QDialog], None]) -> None:
    """Do something with the box that asks."""
    boxes = [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]
    assert len(boxes) == 1
    act(boxes[0])
    wait(20)


def entries(menu: QMenu) -> dict[str, QAction]:
    return {action.text(): action for action in menu.actions() if action.text()}


def test_the_menu_of_a_session_offers_what_can_be_done(worker: LibraryWorker, pane: HistoryPane) -> None:
    menu = HistoryMenu(pane, SessionActs(worker, pane))
    planning = pane.model.sessions[2]
    one = entries(menu.of([planning]))
    assert list(one) == ["Rename", "Tags", "Export …", "Delete"]
    tags = one["Tags"].menu()
    assert isinstance(tags, QMenu)
    until(lambda: pane.tags.count() == 2, "the known tag")
    assert entries(tags)["work"].isChecked()
    assert "Merge into one session" in entries(menu.of(pane.model.sessions))
    lost = entries(menu.of([replace(planning, phase="cut off")]))
    wanted: list[int] = []
    menu.recover_wanted.connect(wanted.append)
    lost["Recover"].trigger()
    assert wanted == [planning.id]
    running = entries(menu.of([replace(planning, phase="running")]))
    assert not running["Delete"].isEnabled()


def test_a_new_tag_is_written_in_a_field(pane: HistoryPane, acts: SessionActs, kept: LibraryFile) -> None:
    choose(pane, 0, 1)
    QTest.keyClick(pane.list, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)

    def fill(box: QDialog) -> None:
        assert isinstance(box, QInputDialog)
        assert "2" in box.labelText()
        box.setTextValue(" urgent  ")
        box.accept()

    answer_box(QInputDialog, fill)
    until(lambda: [one.tags for one in pane.model.sessions] == [("urgent",), ("urgent",), ("work",)], "the tag")


def test_old_sessions_are_deleted_from_the_menu_once_that_is_confirmed(
    pane: HistoryPane, acts: SessionActs, kept: LibraryFile
) -> None:
    now_ms = round(time.time() * 1000)
    kept.ask(lambda library: ended(library, "New", now_ms))
    kept.ask(lambda library: ended(library, "Two months", now_ms - 62 * 86_400_000))
    pane.refresh()
    until(lambda: len(titles(pane)) == 5, "all")
    menu = pane.more.menu()
    assert menu is not None
    menu.aboutToShow.emit()
    older = entries(menu)["Delete sessions older than"].menu()
    assert isinstance(older, QMenu)
    for button, left in (("Keep them", 5), ("Delete", 1)):
        older.actions()[0].trigger()

        def click(box: QDialog, button: str = button) -> None:
            (found,) = [one for one in box.findChildren(QPushButton) if one.text() == button]
            QTest.mouseClick(found, Qt.MouseButton.LeftButton)

        answer_box(QMessageBox, click)
        until(lambda left=left: len(titles(pane)) == left, button)  # type: ignore[misc]
    assert titles(pane) == ["New"]


def ended(library: Library, title: str, began_ms: int) -> None:
    writer = library.begin(title=title, began_ms=began_ms, tracks=(), model="")
    writer.add([cue(0, "word")])
    writer.end(1500)
