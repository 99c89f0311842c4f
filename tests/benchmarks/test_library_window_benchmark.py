"""What a person waits for in the library's window: a session of ten hours is opened, scrolled and searched.

python -m pytest -m benchmark -s tests/benchmarks/test_library_window_benchmark.py
"""

import random
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from library_parts import LibraryFile, cue
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from captioner.app.gui import SWITCH_INTERVAL_S
from captioner.ui.export_dialog import ExportDefaults
from captioner.ui.export_files import ExportChoice
from captioner.ui.library_page import LibraryPage
from captioner.ui.session_pane import SessionPane

pytestmark = pytest.mark.benchmark

_CUES = 10_000
_AFTERWARDS_S = 1.0
"""Lines out of sight are laid out meanwhile."""
_WORDS = "what was decided about the release in the meeting on Thursday and who writes minutes this time".split()


@pytest.fixture
def pane(tmp_path: Path, qtbot: QtBot) -> Iterator[SessionPane]:
    kept = LibraryFile(tmp_path)
    draw = random.Random(10)
    for _ in range(3):
        texts = (" ".join(draw.choices(_WORDS, k=draw.randint(3, 17))) for _ in range(_CUES))
        kept.keep("Ten hours", *(cue(3600 * at, text, last_ms=3000) for at, text in enumerate(texts)))
    interval = sys.getswitchinterval()
    sys.setswitchinterval(SWITCH_INTERVAL_S)  # as the application has it
    page = LibraryPage(kept.open, exporting=lambda: ExportDefaults(tmp_path, ExportChoice(), lambda one: one.title))
    qtbot.addWidget(page)
    page.resize(1100, 600)
    page.show()
    qtbot.waitExposed(page).__enter__()
    qtbot.waitUntil(lambda: len(page.history.model.sessions) == 3)
    yield page.session
    page.shut()
    sys.setswitchinterval(interval)


class Window:
    """The event loop, with a short sleep where nothing happens. ``held`` is how long it was busy at a time, in ms: what
    the user does has to wait for so long."""

    def __init__(self) -> None:
        self.held = 0.0

    def took(self, act: Callable[[], object], done: Callable[[], bool]) -> float:
        """Milliseconds from the act until it is done and painted."""
        began = time.perf_counter()
        self._busy(act)
        while not done():
            time.sleep(0.002)
            self._busy(QApplication.processEvents)
        self._busy(QApplication.processEvents)
        return (time.perf_counter() - began) * 1000

    def rest(self, seconds: float) -> None:
        """Let what was begun go on."""
        until = time.perf_counter() + seconds
        self.took(lambda: None, lambda: time.perf_counter() > until)

    def _busy(self, act: Callable[[], object]) -> None:
        began = time.perf_counter()
        act()
        self.held = max(self.held, (time.perf_counter() - began) * 1000)


def test_a_session_of_ten_hours(pane: SessionPane) -> None:
    model, view = pane.model, pane.view
    window = Window()
    took = window.took
    opened: list[float] = []
    whole: list[float] = []
    held: list[float] = []
    pages: list[int] = []
    model.first_page.connect(lambda: pages.append(model.session))
    for session in (1, 2, 3) * 3:
        window.held = 0
        pages.clear()
        opened.append(took(partial(pane.open, session), lambda: bool(pages)))
        whole.append(opened[-1] + took(lambda: None, lambda: model.is_complete))
        window.rest(_AFTERWARDS_S)
        held.append(window.held)
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
        ("held meanwhile, best", min(held)),
        ("held meanwhile, worst", max(held)),
        ("a jump to line 9,000", jump),
        ("a step of scrolling", steps[25]),
        ("the worst step", steps[-1]),
        ("the search opens", found),
        ("a key in the search", typed),
    ):
        print(f"{name:24} {ms:6.0f} ms")  # noqa: T201
    assert max(whole) < 200
    assert min(held) < 20
