"""The library in the running application, by a real mouse and real keys."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from desktop import Desktop
from library_parts import BEGAN_MS, LibraryFile, cue
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from running_application import running_application
from settings_parts import until, wait
from sound_server import SoundServer

from captioner.app.desktop import Desktop as Application
from captioner.app.folders import folders
from captioner.audio.decode import Decoder
from captioner.audio.spool import DiskSpool
from captioner.core.library import SessionTrack
from captioner.core.settings import InterfaceSettings, RecognitionSettings, Settings
from captioner.transcript.library import Library
from captioner.ui.library_page import LibraryPage


@pytest.fixture
def kept(home: Path) -> LibraryFile:
    path = folders().library
    path.parent.mkdir(parents=True)
    file = LibraryFile(path.parent, path.name)
    file.keep("Planning", cue(0, "Could we move the release?"), cue(4000, "Thursday works.", "Others"))
    file.keep("Lecture", cue(0, "The café is in Zürich"), hours=5)
    return file


@pytest.fixture
def application(
    qapp: QApplication, desktop: Desktop, sound_server: SoundServer, qtbot: QtBot, tiny_whisper: Path, kept: LibraryFile
) -> Iterator[Application]:
    settings = Settings(
        recognition=RecognitionSettings(model=str(tiny_whisper), language="en"),
        interface=InterfaceSettings(language="en", theme="light", welcomed=True),
    )
    with running_application(qapp, qtbot, settings) as application:
        qtbot.waitExposed(application.window).__enter__()
        desktop.activate("Captioner")
        until(application.window.isActiveWindow, "the window")
        yield application


def page_of(application: Application) -> LibraryPage:
    until(lambda: application.window.places.library is not None, "the library")
    page = application.window.places.library
    assert page is not None
    return page


def press(desktop: Desktop, widget: QWidget) -> None:
    """Click in the middle of it."""
    spot = widget.mapToGlobal(QPoint(widget.width() // 2, widget.height() // 2))
    desktop.click(spot.x(), spot.y())


def test_found_opened_corrected_and_deleted_by_keys(
    application: Application, desktop: Desktop, kept: LibraryFile
) -> None:
    desktop.xdotool("key", "ctrl+2")
    page = page_of(application)
    until(lambda: len(page.history.model.sessions) == 2, "the list")
    desktop.xdotool("key", "ctrl+f")
    until(page.history.search.hasFocus, "the search field")
    desktop.xdotool("type", "thurs")
    until(lambda: page.history.hits_model.rowCount() == 2, "the hit")
    desktop.xdotool("key", "Return")
    until(page.history.hits.hasFocus, "the hits")
    desktop.xdotool("key", "Return")
    until(lambda: page.session.view.hasFocus() and page.session.view.row == 1, "the cue")
    desktop.xdotool("key", "Return")
    until(lambda: page.session.view.editor is not None, "the field")
    desktop.xdotool("key", "ctrl+a")
    desktop.xdotool("type", "Friday works.")
    desktop.xdotool("key", "Return")
    until(lambda: kept.texts(1)[1] == "Friday works.", "the correction")
    until(lambda: "Friday works." in [entry.cue.text for entry in page.session.model.cues], "it is shown")
    desktop.xdotool("key", "ctrl+z")
    until(lambda: kept.texts(1)[1] == "Thursday works.", "the undoing")
    desktop.xdotool("key", "ctrl+1")
    until(lambda: application.window.places.place == "live", "the live captions")
    until(application.window.start.hasFocus, "the start button")


def test_deleted_and_brought_back_by_mouse(application: Application, desktop: Desktop, kept: LibraryFile) -> None:
    press(desktop, application.window.places.rail.button("library"))
    page = page_of(application)
    history = page.history
    until(lambda: len(history.model.sessions) == 2, "the list")
    wait(100)
    spot = history.list.viewport().mapToGlobal(history.list.visualRect(history.model.index(0)).center())
    desktop.click(spot.x(), spot.y())
    until(lambda: page.session.session is not None and page.session.session.title == "Lecture", "the transcript")
    desktop.xdotool("key", "Delete")
    until(lambda: kept.titles() == ["Planning"], "the deletion")
    until(lambda: page.session.session is not None and page.session.session.title == "Planning", "its neighbour")
    (undo,) = [one for one in page.notices.findChildren(QPushButton) if one.text() == "Undo"]
    wait(100)
    press(desktop, undo)
    until(lambda: kept.titles() == ["Lecture", "Planning"], "both")


def test_what_is_deleted_is_gone_for_good_at_the_end(
    qapp: QApplication, desktop: Desktop, sound_server: SoundServer, qtbot: QtBot, kept: LibraryFile
) -> None:
    settings = Settings(interface=InterfaceSettings(language="en", welcomed=True))
    with running_application(qapp, qtbot, settings) as application:
        application.window.places.go_to("library")
        page = page_of(application)
        until(lambda: len(page.history.model.sessions) == 2, "the list")
        page.acts.discard(page.history.model.sessions[:1])
        until(lambda: kept.titles() == ["Planning"], "the deletion")
        assert len(kept.ask(Library.discarded)) == 1
    assert kept.ask(Library.discarded) == []
    assert kept.titles() == ["Planning"]


def test_what_a_killed_application_left_in_the_bin_is_purged(
    application: Application, desktop: Desktop, kept: LibraryFile
) -> None:
    kept.ask(lambda library: library.discard([1]))
    desktop.xdotool("key", "ctrl+2")
    until(lambda: kept.ask(Library.discarded) == [], "an empty bin")
    assert kept.titles() == ["Lecture"]


def test_the_rest_of_a_cut_off_session_is_recovered(
    application: Application, desktop: Desktop, kept: LibraryFile, speech_dir: Path
) -> None:
    spool = folders().spool / "cut-off.wav"
    sound = DiskSpool(spool)
    with Decoder(str(speech_dir / "talk_01.flac")) as decoder:
        for block in decoder.blocks():
            sound.append(block)
    sound.keep()
    sound.close()

    def begin(library: Library) -> int:
        tracks = (SessionTrack("mic", "You"),)
        writer = library.begin(title="Cut", began_ms=BEGAN_MS * 2, tracks=tracks, model="", spools={"mic": spool})
        writer.leave()
        return writer.id

    number = kept.ask(begin)
    desktop.xdotool("key", "ctrl+2")
    page = page_of(application)
    until(lambda: len(page.history.model.sessions) == 3, "the list")
    page.open_session(number)
    until(page.session.head.recover.isVisible, "the button")
    assert page.history.model.sessions[0].phase == "cut off"
    wait(100)
    press(desktop, page.session.head.recover)
    until(
        lambda: "session was recovered" in " ".join(notice.text for notice in page.notices.notices), "the recovery", 60
    )
    until(lambda: not page.session.head.banner.isVisible(), "an ended session")
    assert "agenda" in " ".join(kept.texts(number))
    until(lambda: page.session.model.rowCount() == len(kept.texts(number)), "its lines")
