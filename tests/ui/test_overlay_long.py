"""An hour of captions: memory stays flat, and scrolling through what is kept stays quick."""

import gc
import time
from pathlib import Path

import pytest
from captions import caption
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from captioner.core.settings import OverlaySettings
from captioner.ui.overlay import Overlay

_UPDATES = 10_000
_SPOKEN = "the server was down for three hours yesterday and we want to change the schedule 我们讨论了".split()


@pytest.mark.slow
def test_ten_thousand_updates(qapp: QApplication, qtbot: QtBot) -> None:
    overlay = Overlay(OverlaySettings(lines=3, edge="uniform"))
    overlay.set_shown(True)
    sizes: list[float] = []
    for update in range(_UPDATES):
        utterance, revision = divmod(update, 10)
        words = [_SPOKEN[(utterance * 7 + index) % len(_SPOKEN)] for index in range(2 + revision)]
        solid = len(words) if revision == 9 else revision
        stable, rest = " ".join(words[:solid]), " ".join(words[solid:])
        lead = " " if stable and rest else ""
        overlay.show_caption(
            caption(utterance, stable, lead + rest, revision=revision, final=revision == 9, start_s=1.4 * utterance)
        )
        QApplication.sendPostedEvents(overlay, QEvent.Type.UpdateRequest)
        if update % 500 == 499:
            qtbot.wait(5)
            gc.collect()
            sizes.append(resident_mb())
    assert sizes[-1] - sizes[len(sizes) // 2] < 4
    slowest = 0.0
    for _ in range(300):
        begin = time.thread_time()
        overlay.scroll_back(10)
        QApplication.sendPostedEvents(overlay, QEvent.Type.UpdateRequest)
        slowest = max(slowest, time.thread_time() - begin)
    assert overlay.visible_text()
    assert slowest < 0.05
    overlay.set_shown(False)
    overlay.deleteLater()


def resident_mb() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / 1e6
