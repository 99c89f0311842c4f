"""The changes of a second hearing in light and dark, in English and Chinese, at 100 and 200 %, and for ears."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from library_parts import LibraryFile, cue
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from settings_parts import LOOKS, Look, beyond_the_edge, clipped, dressed, unreadable, until, wait, without_names

from captioner.core.library import SessionInfo, SessionTrack
from captioner.transcript import edits
from captioner.ui.again_dialog import AgainDialog, AgainModel
from captioner.ui.contrast import READABLE, contrast
from captioner.ui.export_dialog import ExportDefaults
from captioner.ui.export_files import ExportChoice
from captioner.ui.library_page import LibraryPage
from captioner.ui.revision_pane import RevisionPane
from captioner.ui.theme import DARK, LIGHT, Theme

_HEARD = (
    cue(0, "Could we please move the relief?"),
    cue(4000, "Thursday worked well.", "Others"),
    cue(8000, "我们今天讨论了这个问题。", "Others"),
)
_MODELS = (
    AgainModel("tiny.en", "tiny.en", 75 << 20, False),
    AgainModel("large-v3", "large-v3", 3 << 30, True),
    AgainModel("small", "small", 484 << 20, True),
)


@pytest.fixture
def page(qapp: QApplication, tmp_path: Path, qtbot: QtBot, look: Look) -> Iterator[LibraryPage]:
    file = LibraryFile(tmp_path)
    lines = ("Could we move the release?", "Thursday works.", "我们昨天讨论了这个问题。")
    speakers = ("You", "Others", "Others")
    number = file.keep("Planning", *(cue(4000 * at, *one) for at, one in enumerate(zip(lines, speakers, strict=True))))
    file.ask(lambda library: library.change(number, edits.edit_text(library.cues(number)[1], "Thursday works well.")))
    with dressed(qapp, look):
        defaults = ExportDefaults(tmp_path, ExportChoice(), lambda one: one.title)
        page = LibraryPage(file.open, exporting=lambda: defaults)
        page.resize(1000, 600)
        page.show()
        qtbot.waitExposed(page).__enter__()
        page.open_session(number)
        until(lambda: page.session.session is not None and page.session.model.is_complete, "the session")
        assert page.session.session is not None
        page.take_hearing(page.session.session, _HEARD, None)
        until(lambda: page.session.changes.current is not None, "the changes")
        yield page
        page.shut()
        page.hide()
        page.deleteLater()
        qtbot.wait(10)


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_nothing_is_clipped_unreadable_or_nameless(page: LibraryPage, look: Look) -> None:
    wait(50)
    assert without_names(page) == []
    assert clipped(page) == []
    assert beyond_the_edge(page) == []
    assert unreadable(page) == []


@pytest.mark.parametrize("look", LOOKS[:1], ids=str)
def test_what_a_screen_reader_says(page: LibraryPage, look: Look) -> None:
    view = page.session.changes.view
    found = QAccessible.queryAccessibleInterface(view)
    said = [found.child(row).text(QAccessible.Text.Name) for row in range(found.childCount())]
    assert said == [
        "0:00  You: Could we [added: please] move the [removed: release?] [added: relief?]",
        "0:04  Others: Thursday [removed: works] [added: worked] well.",
        "0:08  Others: 我们 [removed: 昨] [added: 今] 天讨论了这个问题。",
    ]
    assert (
        page.session.changes.words.text()
        == "Change 1 of 4 · 1 in a line that you edited: it stays unless you accept it"
    )


@pytest.mark.parametrize("look", LOOKS[:1], ids=str)
def test_changed_words_are_chosen_by_a_click_and_by_the_arrow_keys(page: LibraryPage, look: Look) -> None:
    changes: RevisionPane = page.session.changes
    view = changes.view
    box = view.visualRect(changes.model.index(0))
    chosen = []
    for x in range(box.left() + 60, box.left() + 400, 6):
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, box.bottom() - 10))
        chosen.append(changes.current.new if changes.current else "")
    assert list(dict.fromkeys(chosen)) == ["please", "relief?"]
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert changes.current is not None
    assert (changes.current.old, changes.current.edited) == ("works", True)
    with_sound: list[int] = []
    changes.play_wanted.connect(with_sound.append)
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert with_sound == [4000]


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_old_and_new_words_can_be_read(theme: Theme) -> None:
    inks = (theme.error, theme.good, theme.warning, theme.ink)
    assert min(contrast(QColor(ink), QColor(theme.panel)) for ink in inks) >= READABLE
    assert contrast(QColor(theme.accent_ink), QColor(theme.accent)) >= READABLE


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_the_dialog_offers_the_largest_model_first_and_what_goes_with_it(
    qapp: QApplication, qtbot: QtBot, look: Look
) -> None:
    session = SessionInfo(1, "Planning", 0, 1000, "ended", (SessionTrack("mic"),), "zh", "tiny", "", 1, ())
    with dressed(qapp, look):
        page = RevisionPane()
        qtbot.addWidget(page)
        dialog = AgainDialog(session, _MODELS, "zh", page)
        dialog.show()
        wait(50)
        assert [dialog.model.itemText(row).split(" · ")[0] for row in range(3)] == ["large-v3", "small", "tiny.en"]
        assert dialog.language.currentData() == "zh"
        for row in range(3):
            dialog.model.setCurrentIndex(row)
            wait(20)
            assert clipped(dialog) == []
            assert unreadable(dialog) == []
        assert without_names(dialog) == []
        assert (dialog.language.currentData(), dialog.language.isEnabled()) == ("en", False)
        with qtbot.waitSignal(dialog.chosen) as chosen:
            QTest.keyClick(dialog.model, Qt.Key.Key_Return)
        assert chosen.args == ["tiny.en", "en"]


@pytest.mark.parametrize("look", LOOKS[:1], ids=str)
def test_without_a_model_the_way_leads_to_the_models(qapp: QApplication, qtbot: QtBot, look: Look) -> None:
    session = SessionInfo(1, "Planning", 0, 1000, "ended", (SessionTrack("mic"),), None, "tiny", "", 1, ())
    page = RevisionPane()
    qtbot.addWidget(page)
    dialog = AgainDialog(session, (), "auto", page)
    dialog.show()
    assert not dialog.go.isEnabled()
    with qtbot.waitSignal(dialog.models_wanted):
        dialog.more.click()


@pytest.mark.parametrize("look", LOOKS[:1], ids=str)
def test_what_is_accepted_in_a_hurry_is_made_act_by_act(page: LibraryPage, look: Look) -> None:
    """The second and third are accepted before the transcript was compared anew."""
    session, view = page.session, page.session.changes.view
    before = [entry.cue.text for entry in session.model.cues]
    page.activateWindow()
    until(page.isActiveWindow, "the window")
    view.setFocus()
    for _ in range(3):
        QTest.keyClick(view, Qt.Key.Key_Return)
    after = ["Could we please move the relief?", "Thursday worked well.", before[2]]
    until(lambda: [entry.cue.text.replace("\n", " ") for entry in session.model.cues] == after, "all three")
    assert session.changes.words.text() == "Change 1 of 1"
    for count, first in enumerate(("Could we please move the relief?", "Could we please move the release?", before[0])):
        QTest.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        until(lambda first=first: session.model.cues[0].cue.text == first, f"undo {count}")  # type: ignore[misc]
    until(lambda: [entry.cue.text for entry in session.model.cues] == before, "the words from before")
