"""Media files dropped on the running application become sessions, and the window shows how far they are."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from desktop import Desktop
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from running_application import running_application
from settings_parts import until, wait
from sound_server import SoundServer

from captioner.app.desktop import Desktop as Application
from captioner.app.folders import folders
from captioner.app.launch import Launch
from captioner.core.caption import Notice
from captioner.core.settings import InterfaceSettings, RecognitionSettings, Settings, TranscriptSettings
from captioner.core.transcription import Job, QueueState
from captioner.transcript.library import Library
from captioner.ui.file_drop import FileDrop
from captioner.ui.file_queue_panel import FileQueuePanel


@pytest.fixture
def settings(tiny_whisper: Path) -> Settings:
    return Settings(
        recognition=RecognitionSettings(model=str(tiny_whisper), language="en", device="cpu"),
        interface=InterfaceSettings(language="en", theme="light", welcomed=True),
    )


@pytest.fixture
def application(
    qapp: QApplication, desktop: Desktop, sound_server: SoundServer, qtbot: QtBot, settings: Settings
) -> Iterator[Application]:
    with running_application(qapp, qtbot, settings) as application:
        yield application


def drop(window: QWidget, *paths: Path) -> bool:
    """What a file manager does with these files; whether the window would have them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    place = QPointF(window.width() / 2, window.height() / 2)
    given = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    coming = QDragEnterEvent(place.toPoint(), *given)
    coming.ignore()
    QApplication.sendEvent(window, coming)
    if coming.isAccepted():
        QApplication.sendEvent(window, QDropEvent(place, *given))
    return coming.isAccepted()


def titles() -> list[str]:
    library = Library.open(folders().library)
    try:
        return [session.title for session in library.sessions()]
    finally:
        library.close()


def test_dropped_files_become_sessions(
    application: Application, desktop: Desktop, speech_dir: Path, tmp_path: Path
) -> None:
    (tmp_path / "folder").mkdir()
    shutil.copy(speech_dir / "fixed_00.flac", tmp_path / "folder" / "A talk.flac")
    (tmp_path / "folder" / "broken.mp3").write_bytes(b"no sound" * 100)
    window = application.window
    assert drop(window, tmp_path / "folder")
    page = window.places.library
    assert page is not None
    until(lambda: window.places.place == "library", "the library")
    panel = page.findChild(FileQueuePanel)
    assert panel is not None
    until(lambda: panel.isVisible() and panel.summary.text() == "2 of 2 done", "the end of the queue")
    assert titles() == ["A talk"]
    until(lambda: page.history.model.rowCount() == 1, "the session in the list")
    assert panel.retry.isVisible()
    assert "broken.mp3" in panel.trouble.text()
    rows = [item for row in range(2) if (item := panel.list.topLevelItem(row)) is not None]
    (row,) = [item for item in rows if item.text(2) == "done"]
    spot = panel.list.viewport().mapToGlobal(panel.list.visualItemRect(row).center())
    desktop.activate("Captioner")
    desktop.click(spot.x(), spot.y())
    desktop.click(spot.x(), spot.y())
    until(lambda: page.session.session is not None and page.session.session.title == "A talk", "the session to open")
    assert page.session.head.again_button.isVisible(), "its file is still there to be heard"
    panel.forget.click()
    until(lambda: not panel.isVisible(), "the list to be cleared")


def test_files_are_dragged_from_another_program(
    application: Application, desktop: Desktop, qtbot: QtBot, speech_dir: Path, tmp_path: Path
) -> None:
    source = tmp_path / "Dragged talk.flac"
    shutil.copy(speech_dir / "fixed_00.flac", source)
    window = application.window
    qtbot.waitExposed(window).__enter__()
    window.places.go_to("library")
    page = window.places.library
    assert page is not None
    drops = window.findChild(FileDrop)
    assert drops is not None
    search = page.history.search
    with dragged(desktop, source, search):
        until(drops.hint.isVisible, "the hint")
        assert drops.hint.size() == window.size()
        desktop.xdotool("mouseup", 1)
        until(lambda: not drops.hint.isVisible(), "the drop")
        until(lambda: folders().library.exists() and titles() == ["Dragged talk"], "the session", 60)
    assert search.text() == "", "the path is not typed into the field below"
    assert source.exists()


def test_files_dropped_on_the_overlay_alone_open_the_window(
    qapp: QApplication,
    desktop: Desktop,
    sound_server: SoundServer,
    qtbot: QtBot,
    settings: Settings,
    speech_dir: Path,
    tmp_path: Path,
) -> None:
    source = tmp_path / "Dragged talk.flac"
    shutil.copy(speech_dir / "fixed_00.flac", source)
    with running_application(qapp, qtbot, settings, Launch(overlay_only=True)) as application:
        window, overlay = application.window, application.overlay
        qtbot.waitExposed(overlay).__enter__()
        wait(500)
        assert not window.isVisible()
        drops = overlay.findChild(FileDrop)
        assert drops is not None
        with dragged(desktop, source, overlay):
            until(drops.hint.isVisible, "the hint")
            desktop.xdotool("mouseup", 1)
            until(lambda: window.isVisible() and window.places.place == "library", "the window")
            until(lambda: folders().library.exists() and titles() == ["Dragged talk"], "the session", 60)
        assert overlay.isVisible()
        page = window.places.library
        assert page is not None
        until(lambda: page.history.model.rowCount() == 1, "the session in the list")


@contextmanager
def dragged(desktop: Desktop, path: Path, over: QWidget) -> Iterator[None]:
    """A file of another program's window, held over the middle of a widget by the mouse."""
    files = subprocess.Popen(
        [sys.executable, Path(__file__).with_name("file_source.py"), path], stdout=subprocess.PIPE, text=True
    )
    try:
        assert files.stdout is not None
        assert files.stdout.readline() == "shown\n"
        desktop.activate("Files")
        end = over.mapToGlobal(over.rect().center())
        desktop.xdotool("mousemove", 80, 60, "mousedown", 1)
        for step in range(1, 9):
            x, y = (start + (stop - start) * step // 8 for start, stop in ((80, end.x()), (60, end.y())))
            desktop.xdotool("mousemove", x, y)
            wait(40)
        yield
    finally:
        files.kill()
        files.communicate()


def test_a_web_page_is_not_welcome(application: Application) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/talk.mp3")])
    coming = QDragEnterEvent(
        application.window.rect().center(), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    coming.ignore()
    QApplication.sendEvent(application.window, coming)
    assert not coming.isAccepted()


@pytest.mark.slow
def test_what_comes_into_the_watched_folder_becomes_a_session(
    application: Application, speech_dir: Path, tmp_path: Path
) -> None:
    watched = tmp_path / "watched"
    watched.mkdir()
    owner = application.settings_owner
    assert owner is not None
    owner.replace(transcript=TranscriptSettings(watched_folder=str(watched)))
    until((folders().state / "watched-folder.json").exists, "the first look into the folder")
    shutil.copy(speech_dir / "fixed_01.flac", watched / "came.flac")
    until(lambda: folders().library.exists() and titles() == ["came"], "the session")
    wait(100)
    strays = [one for one in QApplication.topLevelWidgets() if isinstance(one, FileQueuePanel) and one.isVisible()]
    assert not strays, "the panel has no place yet: the library was not opened"


def test_every_state_of_a_file_has_its_words_and_buttons(qtbot: QtBot) -> None:
    panel = FileQueuePanel()
    qtbot.addWidget(panel)
    failed = Notice("error", "There is no file c.mp4.", "Was it moved?")
    jobs = (
        Job(1, "file", "a.mp4", "/a.mp4", "done", 10, 10, None, 7),
        Job(2, "file", "b.mp4", "/b.mp4", "working", 30_000, 60_000, 95.0),
        Job(3, "file", "c.mp4", "/c.mp4", "failed", trouble=failed),
        Job(4, "file", "d.mp4", "/d.mp4"),
    )
    panel.show_state(QueueState(jobs))
    rows = [panel.list.topLevelItem(row) for row in range(4)]
    assert [row.text(2) for row in rows if row] == ["done", "50 %, 2 min left", "There is no file c.mp4.", "waits"]
    assert panel.summary.text() == "2 of 4 done"
    assert panel.list.selectedItems() == []
    with qtbot.waitSignal(panel.cancel_wanted) as cancelled:
        panel.cancel.click()
    assert cancelled.args == [[2, 4]], "nothing is selected: all that go on or wait"
    with qtbot.waitSignal(panel.retry_wanted) as again:
        panel.retry.click()
    assert again.args == [[3]]
    with qtbot.waitSignal(panel.pause_wanted) as paused:
        panel.pause.click()
    assert paused.args == [True]
    panel.show_state(QueueState(jobs, paused=True))
    assert panel.pause.text() == "Go on"
    assert rows[1] is not None
    assert rows[1].text(2) == "50 %, paused"
    with qtbot.waitSignal(panel.session_wanted) as opened:
        panel.list.itemActivated.emit(rows[0], 0)
    assert opened.args == [7]
    panel.show()
    assert panel.trouble.text() == "c.mp4: There is no file c.mp4. Was it moved?"
    assert panel.trouble.isVisible(), "in full, though the row has little room"
    panel.fold.click()
    assert (panel.list.isVisible(), panel.trouble.isVisible()) == (False, False)
    assert panel.summary.isVisible()
    panel.show_state(QueueState(jobs, held=True))
    assert panel.summary.text() == "2 of 4 done · rests while captions run"
    panel.show_state(QueueState())
    assert not panel.isVisible()


def test_files_rest_while_captions_run(application: Application, speech_dir: Path) -> None:
    window = application.window
    window.actions_.start_stop.trigger()
    until(lambda: application.windows.state.phase == "listening", "the captions", 60)
    assert drop(window, speech_dir / "fixed_00.flac")
    page = window.places.library
    assert page is not None
    panel = page.findChild(FileQueuePanel)
    assert panel is not None
    until(lambda: panel.summary.text() == "0 of 1 done · rests while captions run", "the file to wait")
    wait(500)
    assert panel.summary.text() == "0 of 1 done · rests while captions run"
    window.actions_.start_stop.trigger()
    until(lambda: application.windows.state.phase == "idle", "the end of the captions", 60)
    until(lambda: panel.summary.text() == "1 of 1 done", "the file", 60)
    assert "fixed_00" in titles()
