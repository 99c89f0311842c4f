"""The settings of the running application: kept on disk, told, and taken at once."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QComboBox
from settings_parts import QUICK, until, wait

from captioner.app.folders import Folders, folders
from captioner.app.settings_file import load
from captioner.app.settings_wiring import settings_owner
from captioner.app.speed_book import MachineSpeeds
from captioner.app.start_at_login import starts_at_login
from captioner.core.caption import Notice
from captioner.core.settings import InterfaceSettings, OverlaySettings, Settings, SoundSettings
from captioner.ui.settings_owner import Edit, SettingsOwner

_QUIET = Settings(sound=SoundSettings(microphone=False, system=False))


@pytest.fixture
def places(home: Path) -> Folders:
    places = folders({"CAPTIONER_HOME": str(home)})
    MachineSpeeds(places.state).keep_probe(QUICK)  # the first run would go on measuring behind the test
    return places


@pytest.fixture
def owner(qapp: QApplication, places: Folders, tmp_path: Path) -> Iterator[SettingsOwner]:
    made = settings_owner(_QUIET, places, tmp_path / "Captions", lambda: "en")
    yield made
    made.close()
    wait(100)


def test_many_edits_are_told_each_and_written_once(owner: SettingsOwner, places: Folders) -> None:
    edits: list[Edit] = []
    owner.edited.connect(edits.append)
    for size in range(60, 160, 10):
        owner.replace(overlay=OverlaySettings(size=size))
    assert len(edits) == 10
    assert edits[-1].change.at_once == {"overlay.size"}
    assert not places.settings_file.exists()
    until(places.settings_file.exists, "the file")
    assert load(places.settings_file) == owner.settings
    owner.replace(overlay=OverlaySettings(size=150))
    assert len(edits) == 10


def test_the_last_edit_is_kept_when_the_application_ends_at_once(owner: SettingsOwner, places: Folders) -> None:
    owner.replace(overlay=OverlaySettings(size=70))
    owner.close()
    assert load(places.settings_file).overlay.size == 70


def test_an_edit_in_the_dialog_goes_everywhere(owner: SettingsOwner, places: Folders) -> None:
    edits: list[Edit] = []
    owner.edited.connect(edits.append)
    dialog = owner.show_settings("general")
    assert owner.show_settings() is dialog
    (theme,) = (box for box in dialog.findChildren(QComboBox) if box.accessibleName() == "Colours")
    theme.setCurrentIndex(2)
    assert edits[-1].settings.interface.theme == "dark"
    assert dialog.settings == owner.settings
    owner.replace(interface=InterfaceSettings(theme="light"))
    assert theme.currentIndex() == 1
    dialog.close()
    wait(50)
    second = owner.show_settings()
    assert second is not dialog
    second.close()
    wait(50)


def test_start_at_login_is_set_and_its_failure_is_told(
    owner: SettingsOwner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if sys.platform != "linux":
        pytest.skip("tried on Linux only")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    owner.replace(interface=InterfaceSettings(start_at_login=True))
    assert starts_at_login()
    owner.replace(interface=InterfaceSettings())
    assert not starts_at_login()
    (tmp_path / "autostart").rmdir()
    (tmp_path / "autostart").write_text("in the way")
    dialog = owner.show_settings("general")
    owner.replace(interface=InterfaceSettings(start_at_login=True))
    assert "Starting at login cannot be set" in " ".join(
        label.text() for label in dialog.page("general").findChildren(type(dialog.restart_words))
    )
    dialog.close()


def test_a_disk_that_does_not_take_them_is_told(owner: SettingsOwner, places: Folders) -> None:
    notices: list[Notice] = []
    owner.noticed.connect(notices.append)
    places.config.parent.mkdir(parents=True, exist_ok=True)
    places.config.write_text("in the way")
    owner.replace(overlay=OverlaySettings(size=90))
    until(lambda: bool(notices), "the notice")
    assert notices[0].severity == "error"
    assert notices[0].hint


def test_the_first_run_ends_with_the_settings_that_it_was_seen(owner: SettingsOwner) -> None:
    ended: list[bool] = []
    owner.first_run_ended.connect(ended.append)
    window = owner.show_first_run()
    assert owner.show_first_run() is window
    window.skip.click()
    assert ended == [False]
    assert owner.settings.interface.welcomed


def test_the_wiring_loads_no_qt_until_it_is_called() -> None:
    program = "import sys, captioner.app.settings_wiring; print('PySide6' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == "False"
