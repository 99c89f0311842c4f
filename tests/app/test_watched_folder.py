"""A folder of which new media files become sessions by themselves."""

import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from library_runs import opened

from captioner.app.file_queue import FileQueue
from captioner.app.folders import folders
from captioner.app.watched_folder import WatchedFolder
from captioner.core.caption import Notice
from captioner.core.library import SessionTrack
from captioner.core.settings import RecognitionSettings, Settings

EVERY_S = 0.05


def until(done: Callable[[], bool], timeout_s: float = 60) -> None:
    deadline = time.monotonic() + timeout_s
    while not done():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.01)


class Watching:
    """A queue and the folder that feeds it, which can be ended and begun anew like the application."""

    def __init__(self, folder: Path, model: Path) -> None:
        self.folder = folder
        self._settings = Settings(recognition=RecognitionSettings(engine="whisper", model=str(model), device="cpu"))
        self.told: list[Notice] = []
        self._closing = ExitStack()
        self.begin()

    def begin(self) -> None:
        self.queue = FileQueue(folders(), lambda: self._settings, lambda state: None)
        watched = WatchedFolder(self.folder, self.queue, folders(), self.told.append, every_s=EVERY_S)
        self._closing.callback(self.queue.close)
        self._closing.callback(watched.close)

    def end(self) -> None:
        self._closing.close()

    @property
    def names(self) -> list[str]:
        return [job.name for job in self.queue.state.jobs]

    def look_on(self) -> None:
        """So long that anything to be taken would have been."""
        time.sleep(8 * EVERY_S)

    def finish(self) -> None:
        until(lambda: bool(self.names) and all(job.over for job in self.queue.state.jobs))
        self.look_on()


@pytest.fixture
def watching(tiny_whisper: Path, tmp_path: Path, speech_dir: Path) -> Iterator[Watching]:
    folder = tmp_path / "watched"
    folder.mkdir()
    shutil.copy(speech_dir / "fixed_09.flac", folder / "was there.flac")
    made = Watching(folder, tiny_whisper)
    until((folders().state / "watched-folder.json").exists)
    yield made
    made.end()


def test_a_new_file_becomes_a_session_once(watching: Watching, speech_dir: Path) -> None:
    shutil.copy(speech_dir / "fixed_00.flac", watching.folder / "new.flac")
    watching.finish()
    assert watching.names == ["new.flac"]
    with opened() as library:
        (session,) = library.sessions()
        assert session.title == "new"
        library.purge([session.id])
    watching.end()
    watching.begin()
    watching.look_on()
    assert watching.names == [], "what was deleted does not come back"
    notes = (folders().state / "watched-folder.json").read_text(encoding="utf-8")
    assert "new" not in notes
    assert watching.told == []


def test_a_file_is_taken_when_it_is_complete(watching: Watching, speech_dir: Path) -> None:
    watching.queue.hold(True)
    data = (speech_dir / "talk_00.flac").read_bytes()
    deadline = time.monotonic() + 0.6
    with (watching.folder / "recording.flac").open("wb", buffering=0) as file:
        while time.monotonic() < deadline:
            file.write(data[:100])
            assert watching.names == []
            time.sleep(0.005)
    until(lambda: watching.names == ["recording.flac"])


def test_what_waited_when_the_application_ended_is_queued_again(watching: Watching, speech_dir: Path) -> None:
    watching.queue.hold(True)
    shutil.copy(speech_dir / "fixed_00.flac", watching.folder / "new.flac")
    until(lambda: watching.names == ["new.flac"])
    watching.end()
    watching.begin()
    watching.queue.hold(True)
    until(lambda: watching.names == ["new.flac"])


def test_a_file_that_is_a_session_already_is_left_alone(watching: Watching, speech_dir: Path) -> None:
    path = watching.folder / "known.flac"
    with opened() as library:
        writer = library.begin(title="", began_ms=0, tracks=[SessionTrack("file")], model="m", source=str(path))
        writer.leave()
    shutil.copy(speech_dir / "fixed_00.flac", path)
    watching.look_on()
    assert watching.names == []


def test_a_folder_that_goes_away_and_comes_back_is_not_taken_anew(watching: Watching) -> None:
    away = watching.folder.with_name("away")
    watching.folder.rename(away)
    watching.look_on()
    away.rename(watching.folder)
    watching.look_on()
    assert watching.names == []
    assert watching.told == []
