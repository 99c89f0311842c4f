"""What every test gets: its own home, a quiet log, and a check that it leaves nothing behind."""

import json
import logging
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import hypothesis
import pytest
from expected_log import ExpectedLog, listening
from left_behind import left_behind, traces

from captioner.app.folders import HOME_VARIABLE

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

pytest_plugins = ("running", "sound_fixtures", "desktop", "standstill")

_TESTS = Path(__file__).parent
_DATA = _TESTS / "data"
_CHECKOUT = _TESTS.parent
_REAL_SPEECH = _CHECKOUT.parent / "shared" / "speech"
_NO_LITTER_HERE = ((_CHECKOUT, "*"), (_DATA, "**/*"))


def pytest_configure(config: pytest.Config) -> None:
    """Property tests: the same examples on every run in CI, no deadlines, and what they keep is not in the tree."""
    if config.cache is not None:
        os.environ.setdefault("HYPOTHESIS_STORAGE_DIRECTORY", str(config.cache.mkdir("hypothesis")))
    on_ci = os.environ.get("CI", "").lower() in ("1", "true")
    hypothesis.settings.register_profile("captioner", deadline=None, derandomize=on_ci, print_blob=not on_ci)
    hypothesis.settings.load_profile("captioner")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Slow tests last: what fails quickly is seen first."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is not None)


@pytest.fixture(autouse=True)
def _nothing_is_left_behind() -> Iterator[None]:
    before = traces(_NO_LITTER_HERE)
    yield
    if litter := left_behind(before, _NO_LITTER_HERE):
        pytest.fail("the test left behind: " + ", ".join(litter), pytrace=False)


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The test's own CAPTIONER_HOME: no test sees or touches the settings, models and log of the person who runs it."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv(HOME_VARIABLE, str(folder))
    return folder


@pytest.fixture(autouse=True)
def expect_log() -> Iterator[ExpectedLog]:
    """Call it with a regular expression for each warning or error that the test makes ``captioner`` log."""
    with listening(logging.getLogger("captioner")) as expected:
        yield expected
        if complaints := expected.complaints():
            pytest.fail("; ".join(complaints), pytrace=False)


@pytest.fixture
def qtbot(qapp: "QApplication", request: pytest.FixtureRequest) -> "QtBot":
    """pytest-qt's, with more patience."""
    from patience import PatientQtBot

    return PatientQtBot(request)


@pytest.fixture(scope="session")
def speech_dir() -> Path:
    """The synthetic test speech: FLAC, 16 kHz mono."""
    return _DATA / "speech"


@pytest.fixture(scope="session")
def tiny_whisper() -> Path:
    """The folder of the tiny Whisper model that really recognizes the test speech."""
    return _DATA / "tiny-whisper"


@pytest.fixture(scope="session")
def manifest(speech_dir: Path) -> dict[str, dict[str, Any]]:
    """By file name: text, voice, duration in seconds, utterances with their words and times in seconds."""
    with (speech_dir / "manifest.jsonl").open(encoding="utf-8") as lines:
        return {entry["file"]: entry for entry in map(json.loads, lines)}


@pytest.fixture(scope="session")
def real_speech() -> Path:
    """Recordings of people, which are not part of this repository."""
    if not _REAL_SPEECH.is_dir():
        pytest.skip(f"needs recordings of people in {_REAL_SPEECH}")
    return _REAL_SPEECH
