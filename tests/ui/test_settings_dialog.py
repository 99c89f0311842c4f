"""The settings dialog as a real window: every control, by mouse and keyboard, in all sizes, colours and languages."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

import msgspec
import numpy as np
import pytest
from desktop import Desktop
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QSlider, QSpinBox, QWidget
from settings_parts import (
    LOOKS,
    Look,
    beyond_the_edge,
    clipped,
    controls_of,
    dressed,
    parts_in,
    unreadable,
    until,
    wait,
)
from settings_parts import without_names as nameless
from sound_server import MIC_FEED, SPEAKER, SoundServer, write_wav

from captioner.core.settings import (
    OverlaySettings,
    Settings,
    ShortcutSettings,
    SoundSettings,
    TranscriptSettings,
    settings_from,
    tree_of,
)
from captioner.speech.languages import LANGUAGES as SPOKEN
from captioner.transcript.formats import FORMATS
from captioner.ui.caption_style import PRESETS, with_preset
from captioner.ui.language_names import LANGUAGE_CODES, language_name
from captioner.ui.settings_dialog import PAGES, SettingsDialog
from captioner.ui.settings_general import GeneralPage
from captioner.ui.settings_overlay import OverlayPage
from captioner.ui.settings_recognition import RecognitionPage
from captioner.ui.settings_shortcuts import ShortcutsPage
from captioner.ui.settings_sound import SoundPage
from captioner.ui.settings_transcripts import TranscriptsPage

QUIET = Settings(sound=SoundSettings(microphone=False, system=False))

Page = TypeVar("Page", bound=QWidget)
Control = TypeVar("Control", bound=QWidget)
Open = Callable[..., SettingsDialog]


@pytest.fixture
def open_dialog(qapp: QApplication, desktop: Desktop, tmp_path: Path) -> Iterator[Open]:
    """Opens dialogs on the real parts; no device is heard unless the settings say so."""
    dialogs: list[SettingsDialog] = []

    def opened(settings: Settings = QUIET) -> SettingsDialog:
        dialog = SettingsDialog(settings, parts_in(tmp_path))
        dialogs.append(dialog)
        dialog.show()
        assert QTest.qWaitForWindowExposed(dialog)
        until(lambda: dialog.watch.shelf is not None, "the models")
        return dialog

    yield opened
    for dialog in dialogs:
        dialog.close()
        dialog.deleteLater()
    wait(100)


def page_of(dialog: SettingsDialog, kind: type[Page]) -> Page:
    """Turn to the page of this class."""
    name, page = next((name, page) for name in PAGES if isinstance(page := dialog.page(name), kind))
    dialog.show_page(name)
    wait(10)
    return page


def named(dialog: SettingsDialog, kind: type[Control], name: str) -> Control:
    """The control with this accessible name."""
    (found,) = (one for one in dialog.findChildren(kind) if one.accessibleName() == name)
    return found


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_nothing_is_clipped_unreadable_or_nameless(
    open_dialog: Open, qapp: QApplication, tmp_path: Path, look: Look
) -> None:
    with dressed(qapp, look):
        dialog = open_dialog()
        dialog.show_taken_shortcuts({"lock": "Another program has these keys."})
        dialog.show_login_problem("The folder is not yours.")
        for name in PAGES:
            dialog.show_page(name)
            wait(30)
            assert not nameless(dialog)
            assert dialog.grab().save(str(tmp_path / f"{name}-{look}.png"))
            assert not clipped(dialog), name
            assert not beyond_the_edge(dialog), name
            assert not unreadable(dialog), name
        assert dialog.screen().availableGeometry().contains(dialog.geometry())
        dialog.close()


def test_the_keyboard_reaches_every_control_of_a_page_and_turns_pages(open_dialog: Open) -> None:
    dialog = open_dialog()
    dialog.activateWindow()
    dialog.names.setFocus()
    for index, name in enumerate(PAGES):
        if index:
            QTest.keyClick(dialog.names, Qt.Key.Key_Down)
        wait(30)
        page = dialog.page(name)
        assert page.isVisible()
        wanted = {control for control in controls_of(page) if control.isEnabled() and control.isVisible()}
        reached: list[QWidget] = []
        for _ in range(4 * len(wanted) + 20):
            QTest.keyClick(focus_in(dialog), Qt.Key.Key_Tab)
            reached.append(focus_in(dialog))
        assert wanted <= set(reached), name
        first = [one for one in dict.fromkeys(reached) if one in wanted]
        places = [one.mapTo(page, one.rect().center()) for one in first]
        for one, other in pairwise(places):  # as one reads
            assert other.y() > one.y() + 6 or (abs(other.y() - one.y()) <= 6 and other.x() > one.x()), name
        dialog.names.setFocus()


def focus_in(dialog: SettingsDialog) -> QWidget:
    """What has the focus in the dialog."""
    widget = dialog.focusWidget()
    assert widget is not None
    return widget


def test_every_edit_is_told_at_once_and_is_valid(open_dialog: Open) -> None:
    dialog = open_dialog()
    for name in PAGES:
        dialog.page(name)
    told: list[Settings] = []
    dialog.settings_changed.connect(told.append)
    for box in dialog.findChildren(QComboBox):
        for index in range(box.count() if box.count() < 20 else 3):
            box.setCurrentIndex(index)
    for number in dialog.findChildren(QSpinBox):
        for value in (number.minimum() - 5, number.maximum() + 5):
            number.setValue(value)
    for slider in dialog.findChildren(QSlider):
        slider.setValue(slider.maximum())
    assert len(told) > 50
    for settings in told:
        assert settings_from(tree_of(settings)) == settings
    assert dialog.settings == told[-1]
    assert told[-1].overlay.size == 200
    assert told[-1].overlay.lines == 8


def test_the_wheel_scrolls_and_changes_no_value(open_dialog: Open) -> None:
    dialog = open_dialog()
    page_of(dialog, OverlayPage)
    controls: list[QWidget] = [named(dialog, QComboBox, "Font"), named(dialog, QSlider, "Size")]
    for control in controls:
        place = QPointF(5, 5)
        turn = QWheelEvent(
            place, control.mapToGlobal(place), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(control, turn)
    assert dialog.settings == QUIET


def test_what_changes_elsewhere_is_shown_and_not_told(open_dialog: Open) -> None:
    dialog = open_dialog()
    told: list[Settings] = []
    dialog.settings_changed.connect(told.append)
    dialog.take(msgspec.structs.replace(QUIET, overlay=OverlaySettings(size=140, locked=True)))
    page_of(dialog, OverlayPage)
    assert named(dialog, QSlider, "Size").value() == 140
    assert not told


def test_a_running_session_is_told_to_need_a_restart(open_dialog: Open) -> None:
    dialog = open_dialog()
    page_of(dialog, RecognitionPage)
    dialog.set_session(QUIET)
    assert not dialog.restart_strip.isVisible()
    named(dialog, QComboBox, "Captions are").setCurrentIndex(1)
    assert dialog.restart_strip.isVisible()
    wanted: list[bool] = []
    dialog.restart_wanted.connect(lambda: wanted.append(True))
    dialog.restart_button.click()
    assert wanted
    dialog.set_session(dialog.settings)
    assert not dialog.restart_strip.isVisible()


def test_the_interface_turns_to_another_language_while_the_dialog_is_open(
    open_dialog: Open, qapp: QApplication
) -> None:
    dialog = open_dialog()
    dialog.show_page("sound")
    with dressed(qapp, LOOKS[2]):
        wait(50)
        assert dialog.windowTitle() == "设置"
        assert dialog.names.currentItem().text() == "声音"
        assert not nameless(dialog)
    wait(50)
    assert dialog.windowTitle() == "Settings"


def test_every_language_that_an_engine_knows_has_a_name() -> None:
    assert set(LANGUAGE_CODES) == set(SPOKEN)
    assert {code: language_name(code) for code in SPOKEN} == SPOKEN
    assert language_name("tlh") == "tlh"


def test_presets_and_preview(open_dialog: Open) -> None:
    dialog = open_dialog()
    page = page_of(dialog, OverlayPage)
    assert page.preview.rows.visible_text() == ["You: Shall we begin?", "Others: Yes, everyone is here now"]
    before = page.preview.grab().toImage()
    for name in PRESETS:
        page.presets[name].click()
        assert dialog.settings.overlay == with_preset(QUIET.overlay, name)
        assert page.presets[name].isChecked()
    assert page.preview.grab().toImage() != before
    named(dialog, QSlider, "Size").setValue(130)
    assert not any(button.isChecked() for button in page.presets.values())
    page.presets["classic"].click()
    assert dialog.settings.overlay == OverlaySettings()


def test_vocabulary_keeps_lines_that_are_terms(open_dialog: Open) -> None:
    dialog = open_dialog()
    page = page_of(dialog, RecognitionPage)
    page.vocabulary.setFocus()
    QTest.keyClicks(page.vocabulary, "  Ngozi ")
    QTest.keyClick(page.vocabulary, Qt.Key.Key_Return)
    QTest.keyClick(page.vocabulary, Qt.Key.Key_Return)
    QTest.keyClicks(page.vocabulary, "x" * 100)
    assert dialog.settings.recognition.vocabulary == ("Ngozi", "x" * 80)


def test_what_cannot_work_together_is_told(open_dialog: Open) -> None:
    dialog = open_dialog()
    page = page_of(dialog, RecognitionPage)
    assert not page.problem.isVisible()
    engine, language = named(dialog, QComboBox, "Engine"), named(dialog, QComboBox, "Language spoken")
    engine.setCurrentIndex(engine.findData("embedded"))
    assert not page.problem.isVisible()
    language.setCurrentIndex(language.findData("fi"))
    assert "for Finnish" in page.problem.text()
    assert page.problem.isVisible()
    engine.setCurrentIndex(engine.findData("auto"))
    assert not page.problem.isVisible()
    language.setCurrentIndex(language.findData("en"))
    tree = msgspec.structs.replace(dialog.settings.recognition, model="small.en", task="translate")
    dialog.take(msgspec.structs.replace(dialog.settings, recognition=tree))
    assert "does not translate" in page.problem.text()


def test_formats_and_folder(open_dialog: Open, tmp_path: Path) -> None:
    dialog = open_dialog(msgspec.structs.replace(QUIET, transcript=TranscriptSettings(folder=str(tmp_path))))
    page = page_of(dialog, TranscriptsPage)
    assert page.folder.text() == str(tmp_path)
    assert list(page.formats) == list(FORMATS)
    page.formats["vtt"].click()
    assert dialog.settings.transcript.formats == ("srt", "vtt")
    page.usual_button.click()
    assert dialog.settings.transcript.folder == ""
    assert page.folder.text() == str(tmp_path / "Captions")


def test_shortcuts_that_conflict_are_told_and_not_taken(open_dialog: Open) -> None:
    dialog = open_dialog()
    page = page_of(dialog, ShortcutsPage)
    edit = page.edits["lock"]
    edit.setFocus()
    edit.setKeySequence(QKeySequence(ShortcutSettings().start_stop))
    assert dialog.settings.shortcuts == ShortcutSettings()
    assert "Start or stop captions" in page.problems["lock"].text()
    assert edit.keySequence() == QKeySequence(ShortcutSettings().lock)
    edit.setKeySequence(QKeySequence("L"))
    assert dialog.settings.shortcuts == ShortcutSettings()
    assert "Ctrl" in page.problems["lock"].text()
    edit.setKeySequence(QKeySequence("Ctrl+Alt+K"))
    assert dialog.settings.shortcuts.lock == "Ctrl+Alt+K"
    assert not page.problems["lock"].isVisible()
    edit.setKeySequence(QKeySequence("F9"))
    assert dialog.settings.shortcuts.lock == "F9"
    (clear,) = (
        one for one in page.findChildren(QPushButton) if one.accessibleName() == "Clear: Lock or unlock the overlay"
    )
    clear.click()
    assert dialog.settings.shortcuts.lock == ""
    (reset,) = (one for one in page.findChildren(QPushButton) if one.text() == "Back to the usual keys")
    reset.click()
    assert dialog.settings.shortcuts == ShortcutSettings()


def test_a_meter_moves_when_the_computer_plays_and_the_device_is_let_go(
    sound_server: SoundServer, open_dialog: Open, tmp_path: Path
) -> None:
    tone = 0.3 * np.sin(2 * np.pi * 440 * np.arange(48_000 * 8) / 48_000).astype(np.float32)
    sound = write_wav(tmp_path / "tone.wav", tone, 48_000)
    dialog = open_dialog(Settings())
    page = page_of(dialog, SoundPage)
    chooser = page.chooser
    until(lambda: chooser.systems.count() > 1, "the devices")
    assert "Virtual_Speaker" in chooser.systems.itemText(0)
    until(lambda: chooser.microphone_meter.words.text() == "Say something.", "the microphone to be heard")
    sound_server.play(sound, SPEAKER)
    until(lambda: chooser.system_meter.bar.shown > 0.5, "the meter to move")
    assert chooser.system_meter.words.text() == "It is heard."
    assert chooser.microphone_meter.bar.shown < 0.2
    sound_server.play(sound, MIC_FEED)
    until(lambda: chooser.microphone_meter.bar.shown > 0.5, "the meter of the microphone to move")
    dialog.show_page("general")
    until(lambda: "captioner" not in sound_server.pactl("list", "source-outputs").lower(), "the devices to be let go")


def test_a_device_that_is_gone_stays_chosen_and_is_told(sound_server: SoundServer, open_dialog: Open) -> None:
    dialog = open_dialog(Settings(sound=SoundSettings(microphone_name="Headset of Ngozi", system=False)))
    page = page_of(dialog, SoundPage)
    until(lambda: page.chooser.microphones.count() == 3, "the devices")
    assert page.chooser.microphones.currentText() == "Headset of Ngozi (not there now)"
    until(lambda: "Headset of Ngozi" in page.chooser.microphone_meter.words.text(), "the meter to tell")
    page.chooser.microphones.setCurrentIndex(1)
    page.chooser.microphones.activated.emit(1)
    assert dialog.settings.sound.microphone_name not in ("", "Headset of Ngozi")
    page.chooser.microphone.click()
    assert "at least one" in page.chooser.problem.text()


def test_a_problem_with_start_at_login_is_told_on_its_page(open_dialog: Open) -> None:
    dialog = open_dialog()
    page = page_of(dialog, GeneralPage)
    dialog.show_login_problem("It cannot be set.")
    assert page.problem.isVisible()
    dialog.show_login_problem("")
    assert not page.problem.isVisible()
