"""Pictures of all windows to be looked at: python tests/ui/window_gallery.py FOLDER [SCALE [THEME [LANGUAGE]]]

Run with the checkout on PYTHONPATH. SCALE is the screen's device pixels for one of ours. Each picture is
NAME-THEME-LANGUAGE-SCALE.png. Says what is clipped or cannot be read, and then ends with status 1.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from captions import caption
from desktop import running_desktop
from library_parts import LibraryFile, cue
from PySide6.QtWidgets import QApplication, QWidget
from settings_parts import Look, beyond_the_edge, clipped, dressed, parts_in, unreadable, until, wait

from captioner.core.caption import Notice
from captioner.core.session import SessionState, SourceHealth
from captioner.core.settings import RecognitionSettings, Settings, SoundSettings
from captioner.core.sound import Track
from captioner.core.speech import EngineInfo
from captioner.ui.export_dialog import ExportDefaults
from captioner.ui.export_files import ExportChoice
from captioner.ui.first_run import FirstRun
from captioner.ui.library_page import LibraryPage
from captioner.ui.main_window import MainWindow
from captioner.ui.overlay_notice import WayOut
from captioner.ui.settings_dialog import PAGES, SettingsDialog
from captioner.ui.sound_choice import SoundDevice, SoundDevices
from captioner.ui.theme import DARK, LIGHT

_RECOGNITION = RecognitionSettings(model="small", language="en")
_QUIET = Settings(sound=SoundSettings(microphone=False, system=False), recognition=_RECOGNITION)
"""For windows that would listen to the real devices."""
_TALK = (
    caption(1, "Good morning, everybody. Shall we begin?", track="mic", final=True),
    caption(2, "Yes. The first thing on the agenda is the release.", track="system", final=True, start_s=5),
    caption(3, "Could we move it to Thursday?", track="mic", final=True, start_s=9),
    caption(4, "Thursday works. Maria and David will have", " the numbers by", track="system", start_s=12),
)
_TRACKS = (Track("mic", "You"), Track("system", "Others"))
_HEALTH = (
    SourceHealth("mic", "USB Microphone", -28.0, -14.0, False, False),
    SourceHealth("system", "Speakers", -22.0, -9.0, False, False),
)
_DEVICES = SoundDevices(
    (
        SoundDevice("microphone", "usb", "USB Microphone", default=True),
        SoundDevice("system", "speaker", "Speakers", default=True),
    )
)


class Gallery:
    """Takes the pictures; ``faults`` tells what is wrong in them."""

    def __init__(self, folder: Path, suffix: str) -> None:
        self._folder = folder
        self._suffix = suffix
        self.faults: list[str] = []

    def take(self, name: str, window: QWidget) -> None:
        """A picture of the window as it is now."""
        wait(150)
        window.grab().save(str(self._folder / f"{name}-{self._suffix}.png"))
        wrong = [*clipped(window), *beyond_the_edge(window), *unreadable(window)]
        if not window.screen().availableGeometry().contains(window.geometry()):
            wrong.append("larger than the screen")
        self.faults += [f"{name}: {fault}" for fault in wrong]


def main(folder: Path, scale: str = "2", theme: str = "light", language: str = "en") -> int:
    """Take all pictures; the exit status."""
    os.environ["QT_SCALE_FACTOR"] = scale
    factor = float(scale)
    with running_desktop(round(1280 * factor), round(800 * factor)) as desktop:
        os.environ.update(DISPLAY=desktop.display, QT_QPA_PLATFORM="xcb")
        application = QApplication(["gallery"])
        gallery = Gallery(folder, f"{theme}-{language}-{scale}")
        look = Look({"light": LIGHT, "dark": DARK}[theme], language, 1.0)  # type: ignore[arg-type]  # from the command line
        with dressed(application, look):
            _main_window(gallery, folder)
            _first_run(gallery, folder)
            _settings(gallery, folder)
        application.shutdown()
    sys.stdout.write("".join(f"{fault}\n" for fault in gallery.faults))
    return 1 if gallery.faults else 0


def _main_window(gallery: Gallery, folder: Path) -> None:
    kept = LibraryFile(folder)
    kept.keep(
        "Planning",
        cue(0, "Good morning, everybody. Shall we begin?"),
        cue(5000, "The first thing on the agenda is the release.", "Others", unsure=("release.",)),
        cue(9000, "Could we move it to Thursday?"),
        tags=("work",),
    )
    kept.keep("Lecture", cue(0, "Today we talk about Fourier series."), hours=5, end=False)
    pages: list[LibraryPage] = []
    defaults = ExportDefaults(folder, ExportChoice(), lambda one: one.title)

    def make() -> LibraryPage:
        pages.append(LibraryPage(kept.open, exporting=lambda: defaults))
        return pages[-1]

    window = MainWindow(Settings(recognition=_RECOGNITION), lambda: _HEALTH)
    window.places.use_library(make)
    window.show_devices(_DEVICES)
    with _shown(window):
        gallery.take("window-ready", window)
        window.show_state(SessionState("listening", _TRACKS, EngineInfo("whisper", "small", "cpu")))
        for one in _TALK:
            window.show_caption(one)
        window.show_notice(
            Notice("warning", "No sound comes from USB Microphone.", "It may be muted."),
            WayOut(lambda: "Choose another device", lambda: None),
        )
        window.set_session(Settings())  # which had another language
        gallery.take("window-listening", window)
        window.set_session(None)
        window.show_state(SessionState("idle"))
        window.notices.clear()
        window.places.go_to("library")
        until(lambda: len(pages[0].history.model.sessions) == 2, "the list")
        gallery.take("library", window)
        pages[0].show_changes(1)
        until(lambda: pages[0].session.session is not None, "the session")
        gallery.take("library-session", window)
        pages[0].shut()


def _first_run(gallery: Gallery, folder: Path) -> None:
    parts = parts_in(folder)
    window = FirstRun(_QUIET, parts, ("de", "en"))
    with _shown(window):
        until(lambda: bool(window.model.buttons), "the models")
        for page in range(window.stack.count()):
            gallery.take(f"first-run-{page + 1}", window)
            if page + 1 < window.stack.count():
                window.next.click()
    parts.downloads.close()


def _settings(gallery: Gallery, folder: Path) -> None:
    parts = parts_in(folder)
    dialog = SettingsDialog(_QUIET, parts)
    with _shown(dialog):
        until(lambda: dialog.watch.shelf is not None, "the models")
        for page in PAGES:
            dialog.show_page(page)
            gallery.take(f"settings-{page}", dialog)
    parts.downloads.close()


@contextmanager
def _shown(window: QWidget) -> Iterator[None]:
    window.show()
    wait(300)
    try:
        yield
    finally:
        window.hide()
        window.deleteLater()
        wait(50)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), *sys.argv[2:]))
