"""What a person waits for in the library's window: a session of ten hours is opened, scrolled and searched.

python -m pytest -m benchmark -s tests/benchmarks/test_library_window_benchmark.py
"""

import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from library_parts import LibraryFile, cue
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from captioner.ui.export_dialog import ExportDefaults
from captioner.ui.export_files import ExportChoice
from captioner.ui.library_worker import LibraryWorker
from captioner.ui.session_pane import SessionPane

pytestmark = pytest.mark.benchmark

_CUES = 10_000
_TEXT = "What was decided about the release in the meeting on Thursday, and who writes the minutes this time?"


@pytest.fixture
def pane(tmp_path: Path, qtbot: QtBot) -> Iterator[SessionPane]:
    kept = LibraryFile(tmp_path)
    for _ in range(3):
        kept.keep("Ten hours", *(cue(3600 * at, _TEXT[: 20 + at % 80], last_ms=3000) for at in range(_CUES)))
    worker = LibraryWorker(kept.open)
    pane = SessionPane(worker, lambda: ExportDefaults(tmp_path, ExportChoice(), lambda one: one.title), None)
    qtbot.addWidget(pane)
    pane.resize(700, 600)
    pane.show()
    qtbot.waitExposed(pane).__enter__()
    yield pane
    pane.shut()
    worker.close()


def took(act: Callable[[], object], done: Callable[[], bool]) -> float:
    """Milliseconds from the act until it is done and painted. The window sleeps between events, as it does in life."""
    began = time.perf_counter()
    act()
    while not done():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    QApplication.processEvents()
    return (time.perf_counter() - began) * 1000


def wait_for_nothing() -> None:
    """What was begun goes on by itself."""


def shows(pane: SessionPane, session: int) -> bool:
    return pane.model.session == session and pane.model.rowCount() > 0


def test_a_session_of_ten_hours(pane: SessionPane) -> None:
    model, view = pane.model, pane.view
    opened: list[float] = []
    whole: list[float] = []
    for session in (1, 2, 3, 1, 2, 3):
        opened.append(took(partial(pane.open, session), partial(shows, pane, session)))
        whole.append(opened[-1] + took(wait_for_nothing, lambda: model.is_complete))
    jump = took(lambda: view.go_to(9000), lambda: view.row == 9000)
    bar = view.verticalScrollBar()
    steps = sorted(took(partial(bar.setValue, at * bar.maximum() // 50), lambda: True) for at in range(50))
    found = took(pane.search, pane.find_bar.isVisible)
    typed = took(lambda: pane.find_bar.field.setText("minutes"), lambda: bool(pane.find_bar.matches.text()))
    for name, ms in (
        ("first lines, best", min(opened)),
        ("first lines, worst", max(opened)),
        ("all lines, best", min(whole)),
        ("all lines, worst", max(whole)),
        ("a jump to line 9,000", jump),
        ("a step of scrolling", steps[25]),
        ("the worst step", steps[-1]),
        ("the search opens", found),
        ("a key in the search", typed),
    ):
        print(f"{name:24} {ms:6.0f} ms")  # noqa: T201
    assert min(whole) < 200
