"""Start-up of the desktop application: Qt, one instance, the first window; the rest is loaded behind it."""

import gc
import logging
import os
import sys
from pathlib import Path
from typing import NoReturn

from captioner.app import settings_file
from captioner.app.folders import Folders
from captioner.app.launch import Launch

SWITCH_INTERVAL_S = 0.001
"""The GUI thread needs Python's lock many times for one event: it should not wait 5 ms each time for a busy engine."""


def run(launch: Launch, settings_path: Path, folders: Folders) -> int:
    """The application until it is quit; its exit status. Raises SettingsError for settings of a newer captioner."""
    gc.disable()  # until the window is there, a tenth of the time would go into looking for garbage, and there is none
    from captioner.app.desktop_application import DesktopApplication
    from captioner.app.one_instance import OneInstance
    from captioner.app.termination import Termination
    from captioner.ui.overlay_window_system import wanted_platform

    if platform := wanted_platform(os.environ):
        os.environ["QT_QPA_PLATFORM"] = platform
    sys.setswitchinterval(SWITCH_INTERVAL_S)
    application = DesktopApplication()
    instance = OneInstance(settings_path, folders.state, lambda wish: desktop.launched(wish))
    if instance.hand_over(launch):
        return 0
    settings, trouble = settings_file.load_or_set_aside(settings_path)
    from captioner.app.desktop import Desktop

    desktop = Desktop(application, settings, settings_path, folders)
    desktop.painted.connect(instance.listen)
    desktop.painted.connect(gc.enable)
    desktop.ended.connect(lambda: application.exit(0))  # quit() would ask the windows, which never close by themselves
    application.quit_wanted.connect(desktop.quit)
    application.save_wanted.connect(desktop.save)
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
    """Ends the process at once, all being saved and closed: nobody waits for libraries that are still being loaded."""
    logging.shutdown()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)
