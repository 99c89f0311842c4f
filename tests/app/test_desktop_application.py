"""What the system asks of the application: to quit, and to save before the login session ends."""

import os
import subprocess
import sys
from pathlib import Path

from desktop import Desktop

_CHECKOUT = Path(__file__).parents[2]
_QUIT_BY_THE_SYSTEM = """
import sys
from PySide6.QtCore import QCoreApplication, QEvent
from captioner.app.command_line import main
from captioner.app.desktop import Desktop
begin = Desktop.begin
def begun(self, *arguments):
    self.ready.connect(lambda: QCoreApplication.sendEvent(QCoreApplication.instance(), QEvent(QEvent.Type.Quit)))
    begin(self, *arguments)
Desktop.begin = begun
sys.exit(main([]))
"""
_SESSION_MANAGER = """
from PySide6.QtCore import SIGNAL
from captioner.app.desktop_application import DesktopApplication

class Manager:
    hint = None
    def setRestartHint(self, hint):
        self.hint = hint

application = DesktopApplication()
wishes = []
application.save_wanted.connect(lambda: wishes.append("save"))
application.quit_wanted.connect(lambda: wishes.append("quit"))
manager = Manager()
application._save(manager)
names = ("commitDataRequest", "saveStateRequest")
print([application.receivers(SIGNAL(f"{name}(QSessionManager&)")) for name in names], wishes, manager.hint.name)
"""


def _ran(desktop: Desktop, program: str) -> "subprocess.CompletedProcess[str]":
    environment = {**os.environ, "DISPLAY": desktop.display, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(_CHECKOUT)}
    return subprocess.run(
        [sys.executable, "-c", program],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=90,
        check=False,
    )


def test_the_system_can_quit_it_though_its_window_does_not_close_by_itself(desktop: Desktop) -> None:
    ended = _ran(desktop, _QUIT_BY_THE_SYSTEM)
    assert (ended.returncode, ended.stderr) == (0, "")


def test_at_the_end_of_the_login_session_it_saves_and_asks_for_no_restart(desktop: Desktop) -> None:
    """The manager is a stand-in: Qt for Python comes without X11's, and lets nobody make one."""
    ended = _ran(desktop, _SESSION_MANAGER)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.split("\n")[0] == "[1, 1] ['save'] RestartNever"
