"""The first run as a real window: three pages, each of which can be skipped, by mouse and by keyboard."""

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
import shiboken6
from desktop import Desktop
from hub_stand_in import hub_with
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from settings_parts import LOOKS, Look, beyond_the_edge, clipped, dressed, parts_in, unreadable, until, wait
from settings_parts import without_names as nameless
from sound_server import SPEAKER, SoundServer, write_wav
from test_settings_dialog import QUIET

from captioner.core.settings import Settings
from captioner.speech import model_download
from captioner.speech.catalogue import entry_named
from captioner.speech.model_store import ModelStore
from captioner.ui.download_row import DownloadRow
from captioner.ui.first_run import FirstRun
from captioner.ui.settings_dialog import SettingsParts

Open = Callable[..., FirstRun]


@pytest.fixture
def parts(qapp: QApplication, tmp_path: Path) -> Iterator[SettingsParts]:
    made = parts_in(tmp_path)
    yield made
    made.downloads.close()
    until(lambda: not made.downloads.running, "the downloads to end")


@pytest.fixture
def open_first_run(desktop: Desktop, parts: SettingsParts) -> Iterator[Open]:
    windows: list[FirstRun] = []

    def opened(settings: Settings = QUIET, likely: tuple[str, ...] = ("de", "en")) -> FirstRun:
        window = FirstRun(settings, parts, likely)
        windows.append(window)
        window.show()
        assert QTest.qWaitForWindowExposed(window)
        until(lambda: bool(window.model.buttons), "the models")
        return window

    yield opened
    for window in windows:
        window.close()
        window.deleteLater()
    wait(100)


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_nothing_is_clipped_unreadable_or_nameless(
    open_first_run: Open, qapp: QApplication, tmp_path: Path, look: Look
) -> None:
    with dressed(qapp, look):
        window = open_first_run()
        assert window.stack.count() <= 3
        assert not nameless(window)
        for page in range(window.stack.count()):
            wait(30)
            assert window.grab().save(str(tmp_path / f"{page}-{look}.png"))
            assert not clipped(window), page
            assert not beyond_the_edge(window), page
            assert not unreadable(window), page
            window.next.click()
        assert window.screen().availableGeometry().contains(window.geometry())
        window.close()


def test_by_keyboard_alone_to_the_start_of_captions(open_first_run: Open) -> None:
    window = open_first_run()
    ended: list[bool] = []
    window.done_with.connect(ended.append)
    told: list[Settings] = []
    window.settings_changed.connect(told.append)
    window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_Return)
    assert window.stack.currentIndex() == 1
    window.language.buttons["de"].setFocus()
    QTest.keyClick(window.language.buttons["de"], Qt.Key.Key_Space)
    assert told[-1].recognition.language == "de"
    QTest.keyClick(window, Qt.Key.Key_Return)
    assert window.stack.currentIndex() == 2
    assert window.model.chosen == "small"
    assert "German" in window.model.hint.text()
    window.model.buttons[""].setFocus()
    QTest.keyClick(window.model.buttons[""], Qt.Key.Key_Space)
    assert "no captions in German" in window.model.hint.text()
    QTest.keyClick(window, Qt.Key.Key_Return)
    assert ended == [True]
    assert told[-1].recognition.engine == "embedded"
    assert told[-1].interface.welcomed


@pytest.mark.parametrize("pages", [0, 1, 2])
def test_every_page_can_be_skipped_and_what_was_chosen_stays(open_first_run: Open, pages: int) -> None:
    window = open_first_run()
    ended: list[bool] = []
    window.done_with.connect(ended.append)
    told: list[Settings] = []
    window.settings_changed.connect(told.append)
    for _ in range(pages):
        window.next.click()
    window.language.buttons["en"].click()
    if pages == 1:
        QTest.keyClick(window, Qt.Key.Key_Escape)
    else:
        window.skip.click()
    assert ended == [False]
    assert not window.isVisible()
    assert told[-1].interface.welcomed
    assert told[-1].recognition.language == "en"
    assert told[-1].recognition.model == QUIET.recognition.model


def test_any_language_can_be_picked_from_the_list(open_first_run: Open) -> None:
    window = open_first_run()
    window.next.click()
    box = window.language.others
    index = box.findText("Yoruba")
    box.setCurrentIndex(index)
    box.activated.emit(index)
    assert window.draft.settings.recognition.language == "yo"
    assert not any(button.isChecked() for button in window.language.buttons.values())
    window.language.buttons["auto"].click()
    assert window.draft.settings.recognition.language == "auto"
    assert box.currentIndex() == 0


def test_the_meter_is_proof_that_the_sound_is_heard(
    sound_server: SoundServer, open_first_run: Open, tmp_path: Path
) -> None:
    tone = 0.3 * np.sin(2 * np.pi * 440 * np.arange(48_000 * 8) / 48_000).astype(np.float32)
    window = open_first_run(Settings())
    meter = window.sound.system_meter
    until(lambda: meter.words.text() == "Play something.", "the device to be heard")
    sound_server.play(write_wav(tmp_path / "tone.wav", tone, 48_000), SPEAKER)
    until(lambda: meter.bar.shown > 0.5, "the meter to move")
    assert window.grab().save(str(tmp_path / "meter.png"))
    assert meter.words.text() == "It is heard."


def test_a_model_is_downloaded_on_the_page_with_pause_and_cancel(
    open_first_run: Open,
    parts: SettingsParts,
    tiny_whisper: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    small = entry_named("small")
    assert small is not None
    with hub_with(tiny_whisper, small.repository) as hub:
        hub.breaks_after = [1_000_000, *[0] * 3]  # it stands still there, with pauses between the attempts
        recognition = QUIET.recognition.__class__(mirror=hub.address)
        window = open_first_run(Settings(sound=QUIET.sound, recognition=recognition))
        window.next.click()
        window.next.click()
        row = window.model.download
        assert not row.progress.isVisible()
        row.begin.click()
        until(lambda: row.progress.value() > 200, "progress")
        assert row.begin.text() == "Pause"
        row.begin.click()
        until(lambda: row.begin.text() == "Go on", "the pause")
        assert window.grab().save(str(tmp_path / "paused.png"))
        assert not clipped(window)
        assert not nameless(window)
        row.cancel.click()
        until(lambda: row.begin.text() == "Download now", "the end")
        until(lambda: not list((tmp_path / "models").glob(".*.partial")), "all to be gone")
        hub.breaks_after = []
        row.begin.click()
        until(lambda: ModelStore(tmp_path / "models").find("small") is not None, "the model")
        until(lambda: not row.isVisible(), "the row to go")
        assert "already" in window.model.buttons["small"].accessibleDescription()


def test_the_recommended_model_comes_while_captions_start_and_outlives_the_window(
    open_first_run: Open,
    parts: SettingsParts,
    tiny_whisper: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.setattr(model_download, "_FIRST_PAUSE_S", 0.0)
    small = entry_named("small.en")
    assert small is not None
    with hub_with(tiny_whisper, small.repository) as hub:
        tree = QUIET.recognition.__class__(mirror=hub.address, language="en")
        window = open_first_run(Settings(sound=QUIET.sound, recognition=tree))
        arrived: list[str] = []
        parts.downloads.finished.connect(arrived.append)
        ended: list[bool] = []
        window.done_with.connect(ended.append)
        window.next.click()
        window.next.click()
        assert window.model.chosen == "small.en"
        assert "start at once" in window.model.hint.text()
        window.start.click()
        assert ended == [True]
        assert window.draft.settings.recognition.model == "small.en"
        assert window.draft.settings.recognition.engine == "auto"
        assert not window.isVisible()
        until(lambda: arrived == ["small.en"], "the model")
    assert ModelStore(tmp_path / "models").find("small.en")


def test_a_row_that_is_gone_is_told_no_more(parts: SettingsParts) -> None:
    """The downloads outlive the window: what they tell must not reach buttons that are deleted."""
    row = DownloadRow(parts.downloads, str)
    shiboken6.delete(row)
    parts.downloads.changed.emit("small")
