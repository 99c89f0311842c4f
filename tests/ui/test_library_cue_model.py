"""The cues of a session as they come."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from library_parts import LibraryFile, cue
from PySide6.QtCore import QObject
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from settings_parts import until

from captioner.core.errors import CaptionerError, OutputError
from captioner.core.library import StoredCue
from captioner.transcript.library import Library
from captioner.ui.cue_model import CueModel
from captioner.ui.library_worker import LibraryWorker


@pytest.fixture
def kept(tmp_path: Path) -> LibraryFile:
    file = LibraryFile(tmp_path)
    for count in (3, 700, 5):
        file.keep(f"{count}", *(cue(2000 * at, f"line {at} of {count}") for at in range(count)))
    return file


@pytest.fixture
def model(qapp: QApplication, kept: LibraryFile) -> Iterator[CueModel]:
    worker = LibraryWorker(kept.open)
    owner = QObject()
    yield CueModel(worker, owner)
    worker.close()
    owner.deleteLater()


def texts(model: CueModel) -> list[str]:
    return [model.index(row, 0).data().partition(" You: ")[2] for row in range(model.rowCount())]


def test_it_tells_qt_what_it_does(model: CueModel) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for session, count in ((2, 700), (1, 3), (2, 700), (3, 5)):
        model.show(session)
        until(lambda: model.is_complete, "the session")
        assert texts(model) == [f"line {at} of {count}" for at in range(count)]
    model.show(0)
    assert model.rowCount() == 0
    tester.deleteLater()


def test_the_session_that_was_asked_for_last_is_shown(model: CueModel) -> None:
    for session in (2, 1, 2, 3):
        model.show(session)
    until(lambda: model.is_complete, "the session")
    assert texts(model) == [f"line {at} of 5" for at in range(5)]


def test_a_page_that_cannot_be_read_is_told_and_nothing_is_added_to_another_session(
    model: CueModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    model.show(1)
    until(lambda: model.is_complete, "the session")
    told: list[CaptionerError] = []
    model.failed.connect(told.append)
    read = Library.cues

    def cues(library: Library, session: int, *, first: int = 0, count: int | None = None) -> list[StoredCue]:
        if first == 0:
            raise OutputError("The disk is gone.")
        return read(library, session, first=first, count=count)

    monkeypatch.setattr(Library, "cues", cues)
    model.show(2)
    until(lambda: bool(told), "the error")
    QApplication.processEvents()
    assert [error.message for error in told] == ["The disk is gone."]
    assert not model.is_complete
    assert model.rowCount() == 3
