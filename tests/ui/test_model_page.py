"""The page of models with a real download from the stand-in hub, which serves the tiny test model as "tiny"."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from desktop import Desktop
from hub_stand_in import Hub, hub_with
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from settings_parts import LAPTOP, LOOKS, Look, beyond_the_edge, clipped, dressed, parts_in, unreadable, until, wait
from test_settings_dialog import QUIET

from captioner.core.settings import RecognitionSettings, Settings
from captioner.speech import model_download
from captioner.speech.catalogue import CATALOGUE, entry_named
from captioner.speech.model_store import ModelStore
from captioner.ui.model_page import ModelPage
from captioner.ui.settings_dialog import SettingsDialog, SettingsParts

_NO_HUB = "http://127.0.0.1:9"


class SlowHub:
    """Holds the bytes of a download back until it is told to let them go."""

    def __init__(self) -> None:
        self.go = threading.Event()
        self.reached = threading.Event()

    def hold(self, progress: Callable[[object], None]) -> Callable[[object], None]:
        """A progress callback that waits at the first piece."""

        def held(state: object) -> None:
            progress(state)
            self.reached.set()
            self.go.wait(0.2)

        return held


@pytest.fixture(autouse=True)
def _straight_and_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """No proxy of this machine between us and 127.0.0.1, and no pause before a retry."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.setattr(model_download, "_FIRST_PAUSE_S", 0.0)


@pytest.fixture
def hub(tiny_whisper: Path) -> Iterator[Hub]:
    tiny = entry_named("tiny")
    assert tiny is not None
    with hub_with(tiny_whisper, tiny.repository) as running:
        yield running


@pytest.fixture
def parts(qapp: QApplication, tmp_path: Path) -> Iterator[SettingsParts]:
    made = parts_in(tmp_path)
    yield made
    made.downloads.close()
    until(lambda: not made.downloads.running, "the downloads to end")


@pytest.fixture
def open_page(desktop: Desktop, parts: SettingsParts) -> Iterator[Callable[[str], tuple[SettingsDialog, ModelPage]]]:
    dialogs: list[SettingsDialog] = []

    def opened(mirror: str) -> tuple[SettingsDialog, ModelPage]:
        recognition = RecognitionSettings(model="tiny.en", mirror=mirror)
        dialog = SettingsDialog(msgspec.structs.replace(QUIET, recognition=recognition), parts)
        dialogs.append(dialog)
        dialog.show_page("models")
        dialog.show()
        page = dialog.page("models")
        assert isinstance(page, ModelPage)
        until(lambda: page.models.count() == len(CATALOGUE), "the models")
        return dialog, page

    yield opened
    for dialog in dialogs:
        dialog.close()
        dialog.deleteLater()
    wait(100)


Open = Callable[[str], tuple[SettingsDialog, ModelPage]]


def row_of(page: ModelPage, name: str) -> str:
    """What a screen reader says of a model."""
    texts = [str(page.models.item(row).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(page.models.count())]
    (text,) = (text for text in texts if text.startswith((f"{name}. ", f"{name} ·")))
    return text


def test_every_model_tells_what_it_is_and_what_this_machine_can_bear(open_page: Open) -> None:
    _, page = open_page("")
    assert page.machine.text() == "This computer: 8-core processor, 16.0 GB of memory, no NVIDIA GPU found"
    assert row_of(page, "small") == (
        "small · recommended for this computer. 100 languages · 464 MB · speed 3/4 · keeps up with speech here"
    )
    assert row_of(page, "large-v3-turbo") == (
        "large-v3-turbo · turbo. 100 languages · 1.5 GB · speed 2/4 · lags behind speech here"
    )
    assert "English only" in row_of(page, "distil-large-v3")
    assert "too slow" in row_of(page, "large-v3")


def test_a_model_is_downloaded_used_and_deleted_by_keyboard(
    open_page: Open, parts: SettingsParts, hub: Hub, tmp_path: Path
) -> None:
    dialog, page = open_page(hub.address)
    told: list[Settings] = []
    dialog.settings_changed.connect(told.append)
    page.models.setFocus()
    QTest.keyClick(page.models, Qt.Key.Key_Home)
    assert page.chosen is not None
    assert page.chosen.name == "tiny"
    QTest.keyClick(page.download, Qt.Key.Key_Space)
    until(lambda: page.chosen is not None and page.chosen.installed, "the model")
    assert ModelStore(tmp_path / "models").find("tiny")
    assert "On this computer" in row_of(page, "tiny")
    assert not page.progress.isVisible()
    assert not page.download.isEnabled()
    QTest.keyClick(page.use, Qt.Key.Key_Space)
    assert told[-1].recognition.model == "tiny"
    assert "In use" in row_of(page, "tiny")
    assert not page.delete.isEnabled()  # what is in use is not deleted
    page.select("tiny.en")
    QTest.keyClick(page.use, Qt.Key.Key_Space)
    page.select("tiny")
    QTest.keyClick(page.delete, Qt.Key.Key_Space)
    until(lambda: page.chosen is not None and not page.chosen.installed, "the model to go")
    assert not ModelStore(tmp_path / "models").find("tiny")


def test_a_download_is_paused_goes_on_where_it_was_and_can_be_cancelled(
    open_page: Open, parts: SettingsParts, hub: Hub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = SlowHub()
    real = model_download.download
    monkeypatch.setattr(
        model_download, "download", lambda *a, progress, **k: real(*a, progress=slow.hold(progress), **k)
    )
    hub.breaks_after = [1_000_000]
    _, page = open_page(hub.address)
    page.select("tiny")
    page.download.click()
    assert page.pause.isEnabled()
    until(lambda: page.progress.value() > 100, "progress")
    assert "%" in page.status.text()
    page.pause.click()
    until(lambda: not parts.downloads.running, "the pause")
    until(lambda: "paused" in row_of(page, "tiny"), "the row")
    assert page.progress.isVisible()
    assert page.download.text() == "Go on with the download"
    kept = page.progress.value()
    slow.go.set()
    page.download.click()
    until(lambda: page.chosen is not None and page.chosen.installed, "the model")
    assert kept > 0
    assert hub.sent["model.bin"] < 2 * len(hub.files["model.bin"])
    assert any(wanted for name, wanted in hub.asked if name == "model.bin")

    slow.go.clear()
    page.delete.click()
    until(lambda: page.chosen is not None and not page.chosen.installed, "the model to go")
    page.download.click()
    until(lambda: page.progress.value() > 100, "progress")
    page.cancel.click()
    until(lambda: not parts.downloads.running and not list((tmp_path / "models").glob(".*.partial")), "all to be gone")
    until(lambda: not page.progress.isVisible(), "the page")
    assert page.download.text() == "Download"


def test_without_a_network_the_page_tells_and_the_rest_works(open_page: Open, tiny_whisper: Path) -> None:
    dialog, page = open_page(_NO_HUB)
    page.select("tiny")
    page.download.click()
    until(lambda: "cannot be reached" in page.status.text(), "the failure")
    assert "work without a network" in page.status.text()
    assert "broke off" in row_of(page, "tiny")
    assert page.download.isEnabled()
    assert page.download.text() == "Go on with the download"
    dialog.watch.use_folder(tiny_whisper)
    until(lambda: dialog.settings.recognition.model == str(tiny_whisper), "the folder")


def test_a_folder_that_is_no_model_is_refused_in_words(open_page: Open, tmp_path: Path) -> None:
    dialog, page = open_page("")
    dialog.watch.use_folder(tmp_path)
    until(lambda: "lacks" in page.status.text(), "the refusal")
    assert dialog.settings.recognition.model == "tiny.en"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("https://mirror.example/", "https://mirror.example"),
        ("mirror.example", "https://mirror.example"),
        ("ftp://mirror.example", ""),
        ("", ""),
    ],
)
def test_a_mirror_is_an_http_address(open_page: Open, typed: str, kept: str) -> None:
    dialog, page = open_page("")
    page.mirror.setFocus()
    QTest.keyClicks(page.mirror, typed)
    QTest.keyClick(page.mirror, Qt.Key.Key_Return)
    assert dialog.settings.recognition.mirror == kept
    assert dialog.isVisible()
    assert not any(button.isDefault() or button.autoDefault() for button in dialog.findChildren(QPushButton))
    assert ("http://" in page.status.text()) == (typed.startswith("ftp"))


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_a_download_on_its_way_fits_and_can_be_read(
    open_page: Open, qapp: QApplication, parts: SettingsParts, tmp_path: Path, look: Look
) -> None:
    with dressed(qapp, look):
        dialog, page = open_page(_NO_HUB)
        page.select("large-v3")
        page.download.click()
        until(lambda: parts.downloads.running is False, "the failure")
        wait(50)
        assert dialog.grab().save(str(tmp_path / f"failed-{look}.png"))
        assert not clipped(dialog)
        assert not beyond_the_edge(dialog)
        assert not unreadable(dialog)
        dialog.close()


def test_the_machine_that_the_tests_assume_has_no_gpu() -> None:
    assert LAPTOP.gpu == ""
