"""Recordings that are played and read, with a real sound server."""

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from sound_server import SoundServer

from captioner.app.playback import SoundPlayer, SoundReader, open_recording
from captioner.audio.capture import CaptureSource
from captioner.audio.decode import Decoder
from captioner.audio.devices import sound_system
from captioner.core.library import SessionInfo, SessionTrack
from captioner.core.sound import SAMPLE_RATE, Pcm, Track


@pytest.fixture
def player(sound_server: SoundServer, speech_dir: Path) -> Iterator[SoundPlayer]:
    made = SoundPlayer(speech_dir / "talk_00.flac")
    yield made
    made.close()
    made.join()
    assert "player" not in {thread.name for thread in threading.enumerate()}


def until(done: Callable[[], bool], timeout_s: float = 30) -> None:
    deadline = time.monotonic() + timeout_s
    while not done():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.01)


def session(**files: Path | str) -> SessionInfo:
    tracks = (SessionTrack("file"),)
    return SessionInfo(1, "", 0, 1000, "ended", tracks, None, "m", "", 0, (), **files)  # type: ignore[arg-type]


@pytest.mark.parametrize("speed", [1.0, 2.0])
def test_it_plays_at_its_speed_and_tells_where_it_is(player: SoundPlayer, speed: float) -> None:
    player.set_speed(speed)
    player.play(2000)
    assert (player.now.position_ms, player.now.playing) == (2000, True)
    until(lambda: player.now.position_ms > 2200)
    first, at = player.now.position_ms, time.monotonic()
    time.sleep(1.5)
    went_on = player.now.position_ms - first
    assert went_on == pytest.approx(1000 * speed * (time.monotonic() - at), rel=0.15)
    player.pause()
    assert not player.now.playing
    place = player.now.position_ms
    time.sleep(0.3)
    assert player.now.position_ms == place


def test_it_goes_elsewhere_while_it_plays_and_stops_at_the_end(player: SoundPlayer, speech_dir: Path) -> None:
    end_ms = SoundReader(speech_dir / "talk_00.flac", 0).duration_ms
    player.play(0)
    until(lambda: player.now.position_ms > 100)
    player.play(end_ms - 700)
    until(lambda: not player.now.playing)
    assert player.now.position_ms == pytest.approx(end_ms, abs=60)
    assert player.now.trouble == ""
    player.play(0)
    until(lambda: 50 < player.now.position_ms < 2000)


def test_what_is_heard_is_the_recording(player: SoundPlayer, speech_dir: Path) -> None:
    source = CaptureSource(Track("system"), "system", sound_system(), name="", on_notice=lambda notice: None)
    source.start()
    heard: list[Pcm] = []
    try:
        player.play(1000)
        deadline = time.monotonic() + 4
        while time.monotonic() < deadline:
            if (block := source.read(0.1)) is not None:
                heard.append(block.pcm)
    finally:
        source.stop()
        source.close()
    with Decoder(str(speech_dir / "talk_00.flac"), start_s=1.2, duration_s=1.5) as decoder:
        wanted = np.concatenate(list(decoder.blocks()))
    sound = np.concatenate(heard)
    likeness = np.correlate(sound, wanted, "valid")
    at = int(np.argmax(likeness))
    found = sound[at : at + len(wanted)]
    assert float(np.corrcoef(found, wanted)[0, 1]) > 0.95


def test_where_nothing_can_be_played_it_says_so(empty_sound_server: SoundServer, speech_dir: Path) -> None:
    player = SoundPlayer(speech_dir / "gone.flac")
    player.play(0)
    until(lambda: not player.now.playing)
    assert player.now.trouble
    player.close()
    player.join()


def test_a_stretch_is_read_with_silence_around_it(speech_dir: Path) -> None:
    reader = SoundReader(speech_dir / "talk_00.flac", 0)
    with Decoder(str(speech_dir / "talk_00.flac")) as decoder:
        whole = np.concatenate(list(decoder.blocks()))
    assert reader.duration_ms == round(len(whole) / 16)
    np.testing.assert_allclose(reader.read(500, 1500), whole[8000:24_000], atol=1e-4)
    before = reader.read(-1000, 1000)
    assert not before[:SAMPLE_RATE].any()
    np.testing.assert_allclose(before[SAMPLE_RATE:], whole[:SAMPLE_RATE], atol=1e-4)
    assert not reader.read(reader.duration_ms + 10, reader.duration_ms + 20).any()
    assert len(reader.read(reader.duration_ms - 100, reader.duration_ms + 100)) == 200 * 16


def test_what_is_opened_is_the_recording_or_the_source_or_nothing(speech_dir: Path, tmp_path: Path) -> None:
    source = str(speech_dir / "talk_00.flac")
    opened = open_recording(session(recording=tmp_path / "gone.flac", source=source))
    assert opened is not None
    assert opened.reader.duration_ms > 10_000
    assert open_recording(session(recording=tmp_path / "gone.flac")) is None
    assert open_recording(session(source="https://example.org/talk.mp3")) is None
