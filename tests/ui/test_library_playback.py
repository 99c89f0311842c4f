"""The player of these tests is silent: it keeps the time that a real one would, without a sound device."""

import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from library_parts import LibraryFile, cue
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from settings_parts import until, wait

from captioner.core.library import SessionInfo
from captioner.core.sound import SAMPLE_RATE, Pcm
from captioner.ui.export_dialog import ExportDefaults
from captioner.ui.export_files import ExportChoice
from captioner.ui.library_worker import LibraryWorker
from captioner.ui.playback import Playing, Recording
from captioner.ui.session_pane import SessionPane
from captioner.ui.sound_shape import shape_of

_LENGTH_MS = 30_000


class SilentPlayer:
    """Keeps time by the clock."""

    def __init__(self) -> None:
        self.speed, self.closed, self.trouble = 1.0, False, ""
        self._from_ms, self._since = 0, 0.0
        self._plays = False

    @property
    def now(self) -> Playing:
        passed = (time.monotonic() - self._since) * 1000 * self.speed if self._plays else 0
        position = min(self._from_ms + round(passed), _LENGTH_MS)
        return Playing(position, self._plays and position < _LENGTH_MS and not self.trouble, self.trouble)

    def play(self, from_ms: int) -> None:
        self._from_ms, self._since, self._plays = from_ms, time.monotonic(), True

    def pause(self) -> None:
        self._from_ms, self._plays = self.now.position_ms, False

    def set_speed(self, speed: float) -> None:
        self._from_ms, self._since, self.speed = self.now.position_ms, time.monotonic(), speed

    def close(self) -> None:
        self.closed = True


class Tone:
    """Silence with a tone of 1 kHz from the 2nd to the 3rd second."""

    def __init__(self) -> None:
        self.duration_ms, self.closed = _LENGTH_MS, False
        self.read_ms: list[tuple[int, int]] = []

    def read(self, start_ms: int, stop_ms: int) -> Pcm:
        self.read_ms.append((start_ms, stop_ms))
        at = np.arange(start_ms * 16, stop_ms * 16)
        sound = 0.5 * np.sin(2 * np.pi * 1000 * at / SAMPLE_RATE) * ((at >= 2 * SAMPLE_RATE) & (at < 3 * SAMPLE_RATE))
        return sound.astype(np.float32)

    def close(self) -> None:
        self.closed = True


class Recordings:
    """What was opened, in order."""

    def __init__(self) -> None:
        self.players: list[SilentPlayer] = []
        self.readers: list[Tone] = []

    def open(self, session: SessionInfo) -> Recording:
        self.players.append(SilentPlayer())
        self.readers.append(Tone())
        return Recording(self.players[-1], self.readers[-1])


@pytest.fixture
def recordings() -> Recordings:
    return Recordings()


@pytest.fixture
def pane(tmp_path: Path, recordings: Recordings, qtbot: QtBot) -> Iterator[SessionPane]:
    kept = LibraryFile(tmp_path)
    lines = (cue(1000 * at, f"This is line {at}", "You", last_ms=900) for at in range(29))
    kept.keep("Planning", *lines, recording=tmp_path / "planning.flac")
    kept.keep("Without", cue(0, "No sound was kept"))
    worker = LibraryWorker(kept.open)
    pane = SessionPane(worker, lambda: ExportDefaults(tmp_path, ExportChoice(), lambda one: one.title), recordings.open)
    qtbot.addWidget(pane)
    pane.resize(700, 600)
    pane.show()
    qtbot.waitExposed(pane).__enter__()
    pane.activateWindow()
    pane.open(1)
    until(lambda: pane.player.isVisible() and pane.model.is_complete, "the recording")
    pane.enter()
    yield pane
    pane.shut()
    worker.close()


def test_a_click_on_a_word_plays_it_and_what_is_heard_is_marked(pane: SessionPane, recordings: Recordings) -> None:
    view, (player,) = pane.view, recordings.players
    box = view.visualRect(view.cues.index(2, 0))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(box.left() + 110, box.center().y()))
    until(lambda: pane.player.playing, "the sound")
    assert 2000 <= player.now.position_ms < 3500
    before = marked(pane)
    until(lambda: marked(pane) != before, "the next word")
    until(lambda: pane.view.delegate.look.playing_ms > 3000, "the next line")
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert not pane.player.playing
    stopped = pane.player.position_ms
    wait(100)
    assert pane.player.position_ms == stopped == player.now.position_ms


def marked(pane: SessionPane) -> QImage:
    return pane.view.viewport().grab().toImage()


def test_the_speed_is_chosen_and_the_end_is_the_end(pane: SessionPane, recordings: Recordings) -> None:
    bar, (player,) = pane.player, recordings.players
    assert [bar.speed.itemText(at) for at in (0, 2, 6)] == ["0.5 ×", "1 ×", "2 ×"]
    bar.speed.setCurrentIndex(6)
    assert player.speed == 2.0
    bar.where.setValue(29_800)
    assert bar.position_ms == 29_800
    QTest.mouseClick(bar.play, Qt.MouseButton.LeftButton)
    assert bar.play.accessibleName() == "Pause"
    until(lambda: not bar.playing, "the end")
    assert bar.position_ms == _LENGTH_MS
    assert bar.play.accessibleName() == "Play"
    QTest.mouseClick(bar.play, Qt.MouseButton.LeftButton)
    until(lambda: bar.playing and 0 < bar.position_ms < 5000, "from the beginning")


def test_the_line_that_is_heard_stays_in_sight(pane: SessionPane) -> None:
    view = pane.view
    pane.player.play_from(27_200)
    until(lambda: view.viewport().rect().contains(view.visualRect(view.cues.index(27, 0))), "line 27")


def test_another_session_closes_the_recording(pane: SessionPane, recordings: Recordings) -> None:
    pane.player.play_from(0)
    pane.open(2)
    until(lambda: not pane.player.isVisible(), "the other session")
    assert recordings.players[0].closed
    until(lambda: recordings.readers[0].closed, "the reader")
    assert not pane.player.playing


def test_why_nothing_is_heard_is_told(pane: SessionPane, recordings: Recordings) -> None:
    told: list[str] = []
    pane.noticed.connect(lambda notice: told.append(notice.text))
    recordings.players[0].trouble = "The loudspeakers are gone."
    pane.player.play_from(0)
    until(lambda: bool(told), "the trouble")
    assert told == ["The loudspeakers are gone."]
    assert not pane.player.playing


def test_the_picture_shows_the_sound_and_zooms(pane: SessionPane, recordings: Recordings) -> None:
    picture, (reader,) = pane.player.picture, recordings.readers
    assert reader.read_ms == []  # nobody looks
    QTest.mouseClick(pane.player.picture_button, Qt.MouseButton.LeftButton)
    until(lambda: picture.shape is not None and picture.shape.stop_ms == 15_000, "the picture", 60)
    shape = picture.shape
    assert shape is not None
    columns = len(shape.high)
    assert shape.high[columns * 25 // 150] > 0.49
    assert shape.high[: columns * 19 // 150].max() == 0
    QTest.mouseClick(picture, Qt.MouseButton.LeftButton, pos=QPoint(picture.width() // 6, 20))
    assert 2400 < pane.player.position_ms < 2600
    wheel(picture.mapToGlobal(QPoint(picture.width() // 6, 20)), picture.width() // 6, pane)
    until(lambda: picture.shown_ms[1] - picture.shown_ms[0] < 15_000, "nearer")
    assert picture.shown_ms[0] < 2500 < picture.shown_ms[1]
    picture.setFocus()
    QTest.keyClick(picture, Qt.Key.Key_Minus)
    QTest.keyClick(picture, Qt.Key.Key_Right)
    assert 3400 < pane.player.position_ms < 3600
    said = QAccessible.queryAccessibleInterface(picture)
    assert said.text(QAccessible.Text.Name) == "Waveform and spectrogram"
    assert said.text(QAccessible.Text.Description) == "0:03"
    until(lambda: (shape := picture.shape) is not None and (shape.start_ms, shape.stop_ms) == picture.shown_ms, "it")
    colours = picture.grab().toImage()
    seen = {colours.pixelColor(x, colours.height() * 3 // 4).name() for x in range(colours.width())}
    assert QColor(picture.palette().base().color()).name() in seen
    assert len(seen) > 2


def wheel(where: QPoint, x: int, pane: SessionPane) -> None:
    event = QWheelEvent(
        QPointF(x, 20),
        QPointF(where),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(pane.player.picture, event)


@pytest.mark.parametrize(("length_ms", "columns"), [(1000, 500), (15_000, 700), (120_000, 900), (1, 300)])
def test_a_tone_stands_in_its_place_at_its_pitch(length_ms: int, columns: int) -> None:
    at = np.arange(length_ms * 16)
    second_half = at >= len(at) // 2
    sound = (0.5 * np.sin(2 * np.pi * 3000 * at / SAMPLE_RATE) * second_half).astype(np.float32)
    shape = shape_of(sound, 0, length_ms, columns)
    assert len(shape.low) == shape.power.shape[1] == min(columns, len(sound))
    if length_ms > 1:
        middle = columns * 3 // 4
        loudest = int(shape.power[:, middle].argmax())
        assert abs(loudest - 128 * (1 - 3000 / 8000)) <= 2
        assert shape.power[:, : columns // 2 - 20].max() == 0
        assert shape.low[: columns // 2 - 1].min() == 0
        assert shape.high[middle] == pytest.approx(0.5, abs=0.05)


def test_a_silent_recording_looks_silent() -> None:
    shape = shape_of(np.zeros(16_000, np.float32), 0, 1000, 100)
    assert shape.power.max() == 0
    assert shape.high.max() == 0
