"""The desktop application in the test's own process, with a real screen and a real sound server."""

import gc
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QLocale, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from captioner.app.desktop import Desktop as Application
from captioner.app.folders import folders
from captioner.app.gui import SWITCH_INTERVAL_S
from captioner.app.launch import Launch
from captioner.core.settings import Settings

_TICK_MS = 5
_IDLE_PROCESS = f"""
import sys, threading, time
ended = threading.Event()
threading.Thread(target=lambda: (sys.stdin.read(), ended.set()), daemon=True).start()
worst, last = 0.0, time.perf_counter()
while not ended.is_set():
    time.sleep({_TICK_MS} / 1000)
    now = time.perf_counter()
    worst, last = max(worst, now - last), now
print(worst * 1000 - {_TICK_MS})
"""
"""Does nothing but tick: what holds it up is the machine."""


@dataclass
class Watchdog:
    """For how long the event loop was held up at most, and a process beside it that had nothing else to do, in ms."""

    worst: float = 0.0
    machine: float = 0.0

    @contextmanager
    def watching(self) -> Iterator[None]:
        """While the context lasts."""
        owner = QObject()
        timer = QTimer(owner)
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.setInterval(_TICK_MS)
        idle = subprocess.Popen(
            [sys.executable, "-c", _IDLE_PROCESS], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
        )
        gc.collect()
        gc.freeze()  # what other tests left to be looked through is none of the application's
        last = time.perf_counter()

        def tick() -> None:
            nonlocal last
            now = time.perf_counter()
            self.worst = max(self.worst, (now - last) * 1000 - _TICK_MS)
            last = now

        timer.timeout.connect(tick)
        timer.start()
        try:
            yield
        finally:
            timer.stop()
            gc.unfreeze()
            out, _ = idle.communicate(timeout=10)
            self.machine = float(out)


@contextmanager
def running_application(
    qapp: QApplication, qtbot: QtBot, settings: Settings, launch: Launch | None = None
) -> Iterator[Application]:
    """The application, begun and ready; afterwards everything is as it was."""
    places = folders()
    before = QLocale()
    palette, style, sheet = qapp.palette(), qapp.style().objectName(), qapp.windowIcon()
    interval = sys.getswitchinterval()
    sys.setswitchinterval(SWITCH_INTERVAL_S)
    application = Application(qapp, settings, places.settings_file, places)
    try:
        with qtbot.waitSignals([application.ready, application.warm], timeout=30_000):
            application.begin(launch or Launch())
        yield application
    finally:
        application.close()
        sys.setswitchinterval(interval)
        application.translations.use("en")
        QLocale.setDefault(before)
        qapp.setStyle(style)
        qapp.setPalette(palette)
        qapp.setWindowIcon(sheet)
        application.deleteLater()
        qtbot.wait(50)
