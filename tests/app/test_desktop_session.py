"""The session of the desktop application, without its windows: real devices and engines."""

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest
from expected_log import ExpectedLog
from library_runs import opened
from msgspec.structs import replace
from sound_server import SPEAKER, SoundServer
from word_errors import word_error_rate

from captioner.app.desktop_session import DesktopSession
from captioner.app.folders import folders
from captioner.core.caption import Caption, Notice
from captioner.core.errors import ModelUnavailableError
from captioner.core.session import SessionState
from captioner.core.settings import RecognitionSettings, Settings, SoundSettings, TranscriptSettings
from captioner.core.sound import SAMPLE_RATE, Track
from captioner.transcript.formats import read_file


class Shown:
    """What the windows would get."""

    def __init__(self) -> None:
        self.states: list[SessionState] = []
        self.captions: list[Caption] = []
        self.notices: list[Notice] = []

    def caption(self, caption: Caption) -> None:
        self.captions.append(caption)

    def notice(self, notice: Notice) -> None:
        self.notices.append(notice)


@pytest.fixture
def shown() -> Shown:
    return Shown()


@pytest.fixture
def session(shown: Shown) -> Iterator[DesktopSession]:
    session = DesktopSession(folders(), [shown], shown.states.append)
    yield session
    session.abandon()
    assert session.join(30)


@pytest.fixture
def embedded() -> Settings:
    return Settings(
        sound=SoundSettings(microphone=False), recognition=RecognitionSettings(engine="embedded", language="en")
    )


def until(done: Callable[[], bool], timeout_s: float = 60) -> None:
    deadline = time.monotonic() + timeout_s
    while not done():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.02)


def test_it_begins_and_ends_without_a_wait_and_leaves_its_files(
    session: DesktopSession,
    shown: Shown,
    sound_server: SoundServer,
    embedded: Settings,
    speech_dir: Path,
    tmp_path: Path,
) -> None:
    kept = TranscriptSettings(folder=str(tmp_path / "kept"), formats=("srt", "vtt"), keep_recordings=True)
    settings = Settings(sound=embedded.sound, recognition=embedded.recognition, transcript=kept)
    began = time.monotonic()
    session.start(settings)
    assert time.monotonic() - began < 0.2
    until(lambda: session.state.engine is not None and session.state.phase == "listening")
    player = sound_server.play(speech_dir / "fixed_00.flac", SPEAKER)
    until(lambda: any(health.rms_db > -50 for health in session.health))
    assert [health.device for health in session.health] == ["Virtual_Speaker"]
    player.wait(30)
    began = time.monotonic()
    session.stop()
    assert time.monotonic() - began < 0.2
    until(lambda: session.state.phase == "idle")
    assert [state.phase for state in shown.states if state.phase != "listening"][:1] == ["starting"]
    assert session.state.failure is None
    assert session.state.transcript is not None
    assert sorted(path.suffix for path in (tmp_path / "kept").iterdir()) == [".flac", ".srt", ".vtt"]
    assert session.state.transcript.read_text(encoding="utf-8").startswith("1\n")
    assert any(caption.final for caption in shown.captions)
    with opened() as library:
        (kept_session,) = library.sessions()
        assert (kept_session.phase, kept_session.subtitles) == ("ended", session.state.transcript)
        assert kept_session.recording is not None
        assert kept_session.recording.exists()
        cues = [stored.cue for stored in library.cues(kept_session.id)]
        assert [cue.text for cue in cues] == [cue.text for cue in read_file(session.state.transcript)]
        library.purge([kept_session.id])
    assert list((tmp_path / "kept").iterdir()) == [], "what is deleted takes its files along"
    assert list(folders().spool.iterdir()) == []


def test_what_was_not_captioned_can_be_recovered(
    session: DesktopSession,
    shown: Shown,
    sound_server: SoundServer,
    speech_dir: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def load(*_: object, cancelled: Callable[[], bool], **__: object) -> None:
        """Stands in for a model that takes longer to come than anybody waits."""
        until(cancelled)
        raise ModelUnavailableError("Fetching the model was stopped.")

    monkeypatch.setattr("captioner.app.live_captions.load_engine", load)
    session.start(Settings(sound=SoundSettings(microphone=False), recognition=RecognitionSettings(engine="whisper")))
    until(lambda: session.state.phase == "listening")
    sound_server.play(speech_dir / "fixed_00.flac", SPEAKER).wait(30)
    session.abandon()
    assert session.join(30)
    with opened() as library:
        (kept,) = library.sessions()
        (rest,) = library.unheard(kept.id)
    assert kept.phase == "cut off"
    assert rest.to_sample - rest.from_sample > SAMPLE_RATE
    assert shown.notices[-1].hint == "It is kept: the library can transcribe it later."


def talking(
    session: DesktopSession, shown: Shown, sound_server: SoundServer, model: Path, speech_dir: Path
) -> "tuple[subprocess.Popen[bytes], BaseProcess]":
    """A session of Whisper with a first utterance captioned, while more is being said; the talk and the engine."""
    recognition = RecognitionSettings(model=str(model), language="en")
    session.start(Settings(sound=SoundSettings(microphone=False), recognition=recognition))
    until(lambda: session.state.engine is not None and session.state.phase == "listening")
    until(lambda: any(health.rms_db < -90 for health in session.health))
    player = sound_server.play(speech_dir / "talk_01.flac", SPEAKER)
    until(lambda: any(caption.final for caption in shown.captions))
    (engine,) = (child for child in multiprocessing.active_children() if child.name == "captioner engine")
    return player, engine


def test_an_engine_that_crashes_in_the_middle_costs_no_word(
    session: DesktopSession,
    shown: Shown,
    sound_server: SoundServer,
    tiny_whisper: Path,
    speech_dir: Path,
    manifest: dict[str, dict[str, object]],
    expect_log: ExpectedLog,
) -> None:
    expect_log("ended with exit code -9")
    player, engine = talking(session, shown, sound_server, tiny_whisper, speech_dir)
    engine.kill()
    player.wait(60)
    time.sleep(1.0)
    session.stop()
    until(lambda: session.state.phase == "idle")
    assert session.state.failure is None
    assert session.state.transcript is not None
    text = " ".join(cue.text.replace("\n", " ") for cue in read_file(session.state.transcript))
    assert word_error_rate(str(manifest["talk_01.flac"]["text"]), text) <= 0.05
    assert [notice.severity for notice in shown.notices].count("warning") == 1
    with opened() as library:
        (kept,) = library.sessions()
    assert kept.phase == "ended"


@pytest.mark.skipif(sys.platform == "win32", reason="stops a process as POSIX does")
def test_an_engine_that_hangs_keeps_nobody_from_leaving(
    session: DesktopSession, shown: Shown, sound_server: SoundServer, tiny_whisper: Path, speech_dir: Path
) -> None:
    player, engine = talking(session, shown, sound_server, tiny_whisper, speech_dir)
    assert engine.pid is not None
    os.kill(engine.pid, signal.SIGSTOP)
    player.wait(60)
    session.abandon()
    assert session.join(20)
    assert session.state.failure is None
    with opened() as library:
        (kept,) = library.sessions()
        assert kept.phase == "cut off"
        assert library.unheard(kept.id), "the sound of the rest is kept"


def test_what_is_said_in_a_pause_is_not_heard(
    session: DesktopSession, shown: Shown, sound_server: SoundServer, embedded: Settings, speech_dir: Path
) -> None:
    session.start(embedded)
    until(lambda: session.state.engine is not None and session.state.phase == "listening")
    session.pause(True)
    assert session.state.phase == "paused"
    time.sleep(0.3)
    sound_server.play(speech_dir / "fixed_00.flac", SPEAKER).wait(30)
    time.sleep(0.5)
    session.pause(False)
    session.stop()
    until(lambda: session.state.phase == "idle")
    assert shown.captions == []
    assert session.state.transcript is None
    assert list((folders().transcripts).iterdir()) == []


def test_what_cannot_begin_is_told_with_the_way_out(session: DesktopSession, sound_server: SoundServer) -> None:
    session.start(Settings(sound=SoundSettings(microphone=False, system=False)))
    until(lambda: session.state.phase == "idle")
    failure = session.state.failure
    assert failure is not None
    assert (failure.severity, failure.remedy) == ("error", "sound")
    session.start(Settings(sound=SoundSettings(system=False, microphone_name="no such thing")))
    until(lambda: session.state.phase == "idle")
    assert session.state.failure is not None
    assert "no such thing" in session.state.failure.text


@pytest.mark.slow
def test_it_begins_at_once_and_moves_to_the_better_engine_when_its_model_is_there(
    session: DesktopSession,
    shown: Shown,
    sound_server: SoundServer,
    speech_dir: Path,
    tiny_whisper: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    arrived = threading.Event()

    def fetch(*_: object, **__: object) -> Path:
        """Stands in for the hub, which these tests cannot reach: the model comes when the test says so."""
        assert arrived.wait(30)
        (folders().models).mkdir(parents=True)
        (folders().models / "base").symlink_to(tiny_whisper)
        return folders().models / "base"

    monkeypatch.setattr("captioner.speech.model_download.download", fetch)
    session.start(Settings(sound=SoundSettings(microphone=False)))
    until(lambda: session.state.engine is not None)
    assert session.state.engine is not None
    assert session.state.engine.engine == "embedded"
    assert session.state.loading is not None
    assert session.state.loading.model == "base"
    sound_server.play(speech_dir / "fixed_00.flac", SPEAKER).wait(30)
    until(lambda: any(caption.final for caption in shown.captions))
    arrived.set()
    until(lambda: session.state.engine is not None and session.state.engine.engine == "whisper")
    before = len(shown.captions)
    sound_server.play(speech_dir / "talk_01.flac", SPEAKER).wait(30)
    session.stop()
    until(lambda: session.state.phase == "idle")
    assert "agenda" in " ".join(caption.stable for caption in shown.captions[before:])
    assert session.state.failure is None
    assert shown.notices == []


def test_it_moves_to_a_model_that_was_downloaded_in_the_settings(
    session: DesktopSession,
    shown: Shown,
    sound_server: SoundServer,
    tiny_whisper: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fetch(*_: object, **__: object) -> Path:
        """Stands in for the hub, which these tests cannot reach."""
        raise ModelUnavailableError("The hub cannot be reached.", "Check the network.")

    monkeypatch.setattr("captioner.speech.model_download.download", fetch)
    session.start(Settings(sound=SoundSettings(microphone=False)))
    until(lambda: bool(shown.notices))
    assert (shown.notices[0].remedy, shown.notices[0].hint) == ("download", "Check the network.")
    until(lambda: session.state.engine is not None and session.state.phase == "listening")
    (folders().models).mkdir(parents=True)
    (folders().models / "base").symlink_to(tiny_whisper)
    session.model_arrived("small")  # somebody tries another one out
    session.model_arrived("base")
    until(lambda: session.state.engine is not None and session.state.engine.engine == "whisper")


def test_speakers_have_the_names_that_the_interface_gives_them(
    shown: Shown, sound_server: SoundServer, speech_dir: Path, embedded: Settings
) -> None:
    def named(tracks: tuple[Track, ...]) -> tuple[Track, ...]:
        return tuple(Track(track.id, {"You": "我", "Others": "对方"}[track.label]) for track in tracks)

    session = DesktopSession(folders(), [shown], shown.states.append, named=named)
    session.start(replace(embedded, sound=SoundSettings()))
    until(lambda: session.state.engine is not None and session.state.phase == "listening")
    sound_server.play(speech_dir / "fixed_00.flac", SPEAKER).wait(30)
    session.stop()
    until(lambda: session.state.phase == "idle")
    assert session.join(30)
    tracks = next(state.tracks for state in shown.states if state.tracks)
    assert [track.label for track in tracks] == ["我", "对方"]
    assert session.state.transcript is not None
    assert "对方: " in session.state.transcript.read_text("utf-8")
