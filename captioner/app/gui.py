"""Start-up of the desktop application: Qt, one instance, the first window; the rest is loaded behind it."""

import logging
import os
import sys
from pathlib import Path
from typing import NoReturn

from captioner.app import settings_file
from captioner.app.folders import Folders
from captioner.app.launch import Launch
from captioner.ui.overlay_window_system import wanted_platform

APPLICATION = "captioner"
SWITCH_INTERVAL_S = 0.001
"""The GUI thread needs Python's lock many times for one event: it should not wait 5 ms each time for a busy engine."""


def run(launch: Launch, settings_path: Path, folders: Folders) -> int:
    """The application until it is quit; its exit status. Raises SettingsError for settings of a newer captioner."""
    if platform := wanted_platform(os.environ):
        os.environ["QT_QPA_PLATFORM"] = platform
    from PySide6.QtWidgets import QApplication

    from captioner.app.one_instance import OneInstance
    from captioner.app.termination import Termination

    sys.setswitchinterval(SWITCH_INTERVAL_S)
    application = QApplication([APPLICATION])
    application.setApplicationName(APPLICATION)
    application.setDesktopFileName(APPLICATION)
    application.setQuitOnLastWindowClosed(False)
    instance = OneInstance(settings_path, lambda wish: desktop.launched(wish))
    if instance.hand_over(launch):
        return 0
    settings, trouble = settings_file.load_or_set_aside(settings_path)
    from captioner.app.desktop import Desktop

    instance.listen()
    desktop = Desktop(application, settings, settings_path, folders)
    desktop.ended.connect(lambda: application.exit(0))  # quit() would ask the windows, which never close by themselves
    termination = Termination(desktop.signalled)
    status = 0
    try:
        desktop.begin(launch, trouble)
        status = application.exec()
    finally:
        instance.close()
        desktop.close()
        termination.close()
    return _leave(status)


def _leave(status: int) -> NoReturn:
    """Ends the process at once: all is saved and closed.

    Python's and Qt's own teardown, with threads of the sound and speech libraries still about, crashes now and then.
    """
    logging.shutdown()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)
