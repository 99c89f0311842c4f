from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from library_parts import LibraryFile, cue
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from settings_parts import LOOKS, Look, beyond_the_edge, clipped, dressed, unreadable, until, wait, without_names
from shiboken6 import isValid

from captioner.core.library import SessionInfo
from captioner.transcript import read_file
from captioner.ui.export_dialog import ExportDefaults, ExportDialog
from captioner.ui.export_files import ExportChoice, Exported
from captioner.ui.library_worker import LibraryWorker

_FAST = "This cue is far too long to be read in the short time for which it is shown to anybody at all, is it not?"


@pytest.fixture
def kept(tmp_path: Path) -> LibraryFile:
    file = LibraryFile(tmp_path)
    file.keep("Planning", cue(0, "Could we move the release?"), cue(9000, _FAST, "Others", last_ms=4000))
    file.keep("Lecture", cue(0, "我们昨天讨论了这个问题。", last_ms=3000), hours=2)
    return file


@pytest.fixture
def worker(kept: LibraryFile, qtbot: QtBot) -> Iterator[LibraryWorker]:
    worker = LibraryWorker(kept.open)
    yield worker
    worker.close()


def sessions(kept: LibraryFile) -> list[SessionInfo]:
    return kept.ask(lambda library: library.sessions())


class Opened:
    """A dialog that is open and has checked, and what it has written."""

    def __init__(
        self, worker: LibraryWorker, chosen: list[SessionInfo], folder: Path, formats: tuple[str, ...]
    ) -> None:
        self._owner = QWidget()
        defaults = ExportDefaults(folder, ExportChoice(formats), lambda one: one.title)
        self.dialog = ExportDialog(worker, chosen, defaults, self._owner)
        self.written: list[Exported] = []
        self.dialog.exported.connect(lambda exported, _: self.written.append(exported))
        self.dialog.open()
        until(lambda: "…" not in self.dialog.told.text(), "the check")


Open = Callable[..., Opened]


@pytest.fixture
def opened(worker: LibraryWorker, tmp_path: Path, qtbot: QtBot) -> Iterator[Open]:
    """Opens a dialog for these sessions."""
    dialogs: list[Opened] = []

    def open_dialog(
        chosen: list[SessionInfo], *, folder: Path = tmp_path, formats: tuple[str, ...] = ("srt",)
    ) -> Opened:
        dialogs.append(Opened(worker, chosen, folder, formats))
        return dialogs[-1]

    yield open_dialog
    for one in dialogs:
        if isValid(one.dialog):
            one.dialog.reject()


def click(button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_one_session_in_two_formats(opened: Open, kept: LibraryFile, tmp_path: Path) -> None:
    (tmp_path / "Planning.srt").write_text("mine")
    asked = opened(sessions(kept)[1:])
    dialog = asked.dialog
    written = asked.written
    dialog.formats["vtt"].setFocus()
    QTest.keyClick(dialog.formats["vtt"], Qt.Key.Key_Space)
    dialog.names.setChecked(False)
    click(dialog.go)
    until(lambda: bool(written), "the files")
    assert written[0].paths == (tmp_path / "Planning (2).srt", tmp_path / "Planning.vtt")
    assert (tmp_path / "Planning.srt").read_text() == "mine"
    assert [one.text for one in read_file(tmp_path / "Planning (2).srt")] == kept.texts(1)
    assert "Others" not in (tmp_path / "Planning.vtt").read_text()


def test_many_sessions_with_mark_encoding_and_short_lines(opened: Open, kept: LibraryFile, tmp_path: Path) -> None:
    asked = opened(sessions(kept))
    dialog = asked.dialog
    written = asked.written
    dialog.columns.setValue(32)
    dialog.encoding.setCurrentIndex(1)
    click(dialog.go)
    until(lambda: bool(written), "the files")
    assert [path.name for path in written[0].paths] == ["Lecture.srt", "Planning.srt"]
    for path in written[0].paths:
        assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    lines = (tmp_path / "Planning.srt").read_text("utf-8-sig").splitlines()
    assert max(map(len, lines)) <= 32
    assert "You: Could we move the release?".replace("You: ", "") in " ".join(lines)


def test_what_breaks_the_standard_is_told_and_mended_in_the_file_alone(
    opened: Open, kept: LibraryFile, tmp_path: Path
) -> None:
    asked = opened(sessions(kept)[1:])
    dialog = asked.dialog
    written = asked.written
    found = [dialog.findings.item(row).text() for row in range(dialog.findings.count())]
    assert any(one.startswith("0:09  ") and "characters in a line, at most 42" in one for one in found)
    before = len(found)
    click(dialog.mend)
    until(lambda: dialog.told.text().startswith("Mended"), "the mending")
    assert dialog.findings.count() < before
    click(dialog.go)
    until(lambda: bool(written), "the file")
    texts = [one.text for one in read_file(tmp_path / "Planning.srt")]
    assert all(len(line) <= 42 for text in texts for line in text.split("\n"))
    assert kept.texts(1)[1] == _FAST


def test_another_standard_is_another_check(opened: Open, kept: LibraryFile, tmp_path: Path) -> None:
    asked = opened(sessions(kept)[1:])
    dialog = asked.dialog
    assert dialog.findings.count()
    dialog.standard.setCurrentIndex(dialog.standard.findData("none"))
    until(lambda: dialog.told.text() == "Nothing breaks it.", "the other check")
    assert not dialog.mend.isVisible()


def test_what_does_not_go_is_out_of_reach_or_told(opened: Open, kept: LibraryFile, tmp_path: Path) -> None:
    asked = opened(sessions(kept), folder=tmp_path / "nowhere", formats=("docx",))
    dialog = asked.dialog
    written = asked.written
    assert not dialog.encoding.isEnabled()
    assert not dialog.columns.isEnabled()
    assert dialog.names.isEnabled()
    click(dialog.go)
    until(dialog.problem.isVisible, "the reason")
    assert "folder does not exist" in dialog.problem.text()
    assert not written
    dialog.formats["docx"].setChecked(False)
    assert not dialog.go.isEnabled()


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_it_can_be_read_in_every_dress(
    look: Look, qapp: QApplication, opened: Open, kept: LibraryFile, tmp_path: Path
) -> None:
    with dressed(qapp, look):
        asked = opened(sessions(kept)[1:])
        dialog = asked.dialog
        wait(50)
        assert clipped(dialog) == []
        assert unreadable(dialog) == []
        assert without_names(dialog) == []
        assert beyond_the_edge(dialog) == []
        assert dialog.screen().availableGeometry().contains(dialog.geometry())
