"""From draft to final in the running application: heard again by the real engine, compared, decided, undone."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from desktop import Desktop
from library_parts import BEGAN_MS, LibraryFile
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from running_application import running_application
from settings_parts import until, wait
from sound_server import SoundServer

from captioner.app.desktop import Desktop as Application
from captioner.app.folders import folders
from captioner.app.hearings import Hearing, Hearings
from captioner.core.caption import Cue
from captioner.core.library import SessionTrack
from captioner.core.settings import InterfaceSettings, RecognitionSettings, Settings
from captioner.transcript import edits
from captioner.transcript.library import Library
from captioner.transcript.revision import Hunk
from captioner.ui.again_dialog import AgainDialog
from captioner.ui.library_page import LibraryPage
from captioner.ui.revision_model import hunks_of
from captioner.ui.revision_pane import RevisionPane

_DRAFT = (
    (0, 3000, "We met the agenda yesterday"),
    (3000, 6000, "and we will talk about it."),
)


@pytest.fixture
def kept(home: Path, speech_dir: Path, tmp_path: Path) -> LibraryFile:
    """A session with its recording and a bad draft of what is said in it; the user corrected the last line."""
    path = folders().library
    path.parent.mkdir(parents=True)
    file = LibraryFile(path.parent, path.name)
    recording = tmp_path / "kept.flac"
    shutil.copy(speech_dir / "talk_01.flac", recording)

    def begin(library: Library) -> None:
        writer = library.begin(
            title="Planning", began_ms=BEGAN_MS, tracks=[SessionTrack("mic", "You")], model="tiny", language="en",
            recording=recording,
        )  # fmt: skip
        writer.add([Cue(start, end, text, "mic", "Maria") for start, end, text in _DRAFT])
        writer.end(10_000)
        library.change(writer.id, edits.edit_text(library.cues(writer.id)[-1], "and we will talk of it."))

    file.ask(begin)
    return file


@pytest.fixture
def application(
    qapp: QApplication, desktop: Desktop, sound_server: SoundServer, qtbot: QtBot, tiny_whisper: Path, kept: LibraryFile
) -> Iterator[Application]:
    settings = Settings(
        recognition=RecognitionSettings(model=str(tiny_whisper), language="en", device="cpu"),
        interface=InterfaceSettings(language="en", theme="light", welcomed=True),
    )
    with running_application(qapp, qtbot, settings) as application:
        qtbot.waitExposed(application.window).__enter__()
        desktop.activate("Captioner")
        until(application.window.isActiveWindow, "the window")
        yield application


def page_of(application: Application, desktop: Desktop) -> LibraryPage:
    desktop.xdotool("key", "ctrl+2")
    until(lambda: application.window.places.library is not None, "the library")
    page = application.window.places.library
    assert page is not None
    page.open_session(1)
    until(lambda: page.session.session is not None and page.session.model.is_complete, "the session")
    wait(200)
    return page


def press(desktop: Desktop, widget: QWidget) -> None:
    spot = widget.mapToGlobal(QPoint(widget.width() // 2, widget.height() // 2))
    desktop.click(spot.x(), spot.y())


def hunks_in(changes: RevisionPane) -> list[Hunk]:
    """The changes that are shown."""
    return list(dict.fromkeys(hunk for line in changes.model.lines for hunk in hunks_of(line)))


def dialog() -> AgainDialog | None:
    return next(
        (one for one in QApplication.topLevelWidgets() if isinstance(one, AgainDialog) and one.isVisible()), None
    )


def test_heard_again_compared_and_decided_by_keys_and_mouse(
    application: Application, desktop: Desktop, kept: LibraryFile
) -> None:
    page = page_of(application, desktop)
    session, changes = page.session, page.session.changes
    press(desktop, session.head.again_button)
    until(lambda: dialog() is not None, "the dialog")
    asked = dialog()
    assert asked is not None
    assert asked.model.currentText().startswith("tiny-whisper · ")
    assert asked.language.currentData() == "en"
    until(asked.isActiveWindow, "the dialog in front")
    desktop.xdotool("key", "Return")
    until(changes.isVisible, "the changes", 60)
    until(lambda: changes.current is not None, "the first change")
    before = kept.texts(1)
    assert before == [_DRAFT[0][2], "and we will talk of it."], "nothing is changed by itself"
    assert not session.view.isVisible()
    assert "in lines that you edited" in changes.words.text()
    wait(200)
    until(changes.view.hasFocus, "the keyboard in the changes")
    first, count = changes.current, len(hunks_in(changes))
    desktop.xdotool("key", "n")
    until(lambda: changes.current not in (None, first), "the next one")
    desktop.xdotool("key", "p")
    until(lambda: changes.current == first, "the one before")
    desktop.xdotool("key", "k")
    until(lambda: len(hunks_in(changes)) == count - 1, "it is kept")
    assert changes.current != first
    assert kept.texts(1) == before
    press(desktop, changes.accept_all)
    until(lambda: kept.texts(1) != before, "all others")
    assert kept.texts(1)[1] == "and we will talk of it.", "the user's own words"
    until(lambda: all(hunk.edited for hunk in hunks_in(changes)), "those are left")
    until(changes.view.hasFocus, "the keyboard goes on from a button that is of no use any more")
    desktop.xdotool("key", "Return")
    until(lambda: kept.texts(1)[1] != "and we will talk of it.", "one change in the user's own words")
    until(lambda: len(hunks_in(changes)) == 1, "the comparison")
    desktop.xdotool("key", "ctrl+z")
    until(lambda: kept.texts(1)[1] == "and we will talk of it.", "the latest act undone")
    desktop.xdotool("key", "ctrl+z")
    until(lambda: kept.texts(1) == before, "one undo takes all back")
    until(lambda: len(hunks_in(changes)) == count - 1, "the changes are there again")
    desktop.xdotool("key", "Escape")
    until(session.view.isVisible, "the transcript")
    assert session.head.changes_button.isVisible()
    press(desktop, session.head.changes_button)
    until(changes.isVisible, "the changes once more")


@pytest.fixture
def heard_before(kept: LibraryFile) -> Path:
    """What was heard again before the application ended, and not looked through."""
    cues = (Cue(0, 3000, "We met about the agenda yesterday", "mic"), Cue(3000, 6000, _DRAFT[1][2], "mic"))
    kept.ask(lambda library: Hearings(folders()).keep(library, 1, Hearing(cues, "en")))
    (path,) = (folders().state / "hearings").iterdir()
    (path.parent / "2.json").write_text("not ours")
    return path


def test_what_was_not_looked_through_is_offered_at_the_next_start(
    heard_before: Path, application: Application, desktop: Desktop, kept: LibraryFile
) -> None:
    page = page_of(application, desktop)
    session, changes = page.session, page.session.changes
    until(session.head.changes_button.isVisible, "the offer")
    press(desktop, session.head.changes_button)
    until(lambda: changes.isVisible() and bool(hunks_in(changes)), "the changes")
    until(changes.view.hasFocus, "the keyboard in the changes")
    desktop.xdotool("key", "Return")
    until(lambda: kept.texts(1)[0] == "We met about the agenda yesterday", "the accepted change")
    until(lambda: len(hunks_in(changes)) == 1, "the one in the user's own words")
    assert heard_before.exists()
    wait(100)
    desktop.xdotool("key", "k")
    until(lambda: hunks_in(changes) == [], "all decided")
    desktop.xdotool("key", "Escape")
    until(session.view.isVisible, "the transcript")
    assert not heard_before.exists()
    assert not session.head.changes_button.isVisible()
