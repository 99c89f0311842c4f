"""The session that the desktop application runs: begun, paused and ended from the GUI thread, which never waits for it.

Opening devices, loading the engine, draining and saving happen in a thread of the session's own. What changes is told
by a callback, from whatever thread it changes in.
"""

import logging
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

from captioner.app.folders import Folders
from captioner.app.library_keeper import LibraryKeeper, library_tracks
from captioner.app.live_captions import LiveCaptions
from captioner.app.live_sources import live_sources
from captioner.app.paused_source import PausableSource
from captioner.app.recognition import chosen_language
from captioner.app.session_files import SessionFiles, session_files
from captioner.app.session_transcript import SessionTranscript
from captioner.app.subtitle_file import SubtitleFile
from captioner.audio.capture import CaptureSource
from captioner.core.caption import Notice
from captioner.core.errors import CaptionerError, SourceError
from captioner.core.message import Message
from captioner.core.protocols import CaptionSink
from captioner.core.session import EngineLoading, SessionState, SourceHealth
from captioner.core.settings import Settings, SoundSettings
from captioner.core.sound import Track
from captioner.core.speech import EngineInfo
from captioner.transcript.library import Library

DRAIN_S = 60.0
"""How long an ordered stop may take before what is left is given up."""
_LOOK_S = 0.05
_BEHIND_S = 3
"""Less of a backlog is not worth a word: an utterance waits for the one before it."""

_log = logging.getLogger(__name__)

OpenSources = Callable[[SoundSettings, Callable[[Notice], None]], Sequence[CaptureSource]]


def chosen_sources(sound: SoundSettings, tell: Callable[[Notice], None]) -> Sequence[CaptureSource]:
    """The sources of the settings. With both kinds and no names, what there is. Raises SourceError."""
    microphone = sound.microphone_name if sound.microphone else None
    system = sound.system_name if sound.system else None
    if microphone is None and system is None:
        raise SourceError("There is nothing to hear: both sources are off.", "Choose a microphone or system audio.")
    if microphone == "" and system == "":
        return live_sources(None, None, tell)
    return live_sources(microphone, system, tell)


class DesktopSession:
    """At most one session at a time. Every method returns at once, from any thread, unless it says otherwise."""

    def __init__(
        self,
        folders: Folders,
        sinks: Sequence[CaptionSink],
        on_state: Callable[[SessionState], None],
        open_sources: OpenSources = chosen_sources,
        *,
        named: Callable[[tuple[Track, ...]], tuple[Track, ...]] = tuple,
    ) -> None:
        """``sinks`` take captions and notices; ``on_state`` every change of state, in order. Both in any thread.

        ``named`` gives the tracks the labels that windows and transcripts show.
        """
        self._named = named
        self._folders = folders
        self._sinks = tuple(sinks)
        self._on_state = on_state
        self._open_sources = open_sources
        self._lock = threading.RLock()
        self._state = SessionState()
        self._thread: threading.Thread | None = None
        self._stopping = threading.Event()
        self._given_up = threading.Event()
        self._captions: LiveCaptions | None = None
        self._captures: Sequence[CaptureSource] = ()
        self._pausable: Sequence[PausableSource] = ()

    @property
    def state(self) -> SessionState:
        """How it stands."""
        return self._state

    @property
    def health(self) -> list[SourceHealth]:
        """The sources that are heard now, with their levels."""
        found = []
        for source in self._captures:
            health, level = source.health, source.health.level
            found.append(
                SourceHealth(
                    source.track.id, health.device, level.rms_db, level.peak_db, level.clipped, level.no_signal
                )
            )
        return found

    def start(self, settings: Settings, title: str = "") -> None:
        """Begin, unless a session runs or is being stopped. Without a title it is called by its date."""
        with self._lock:
            if self._thread is not None:
                return
            self._stopping.clear()
            self._given_up.clear()
            self._thread = threading.Thread(target=self._run, args=(settings, title), name="session", daemon=True)
            self._set(SessionState("starting"))
            self._thread.start()

    def stop(self) -> None:
        """Hear no more, caption what was said, save. A second call changes nothing."""
        with self._lock:
            if not self._state.running:
                return
            self._change(phase="stopping")
            self._stopping.set()
            for source in self._captures:
                source.stop()

    def pause(self, paused: bool) -> None:
        """Hear nothing for a while, or go on."""
        with self._lock:
            if self._state.phase in ("listening", "paused"):
                for source in self._pausable:
                    source.paused = paused
                self._change(phase="paused" if paused else "listening")

    def model_arrived(self, name: str) -> None:
        """A model was downloaded: the engine that stands in for it hands over."""
        with self._lock:
            if self._captions is not None:
                self._captions.model_arrived(name)

    def abandon(self) -> None:
        """Stop without captioning what is left."""
        self._given_up.set()
        self.stop()

    def join(self, timeout_s: float | None = None) -> bool:
        """Waits for the end of the session; whether it has ended."""
        thread = self._thread
        if thread is not None:
            thread.join(timeout_s)
        return thread is None or not thread.is_alive()

    # The session's thread

    def _run(self, settings: Settings, title: str) -> None:
        failure: Notice | None = None
        try:
            self._session(settings, title)
        except CaptionerError as error:
            failure = Notice("error", error.message, error.hint, remedy=error.remedy)
        except Exception as error:  # told to the user like the rest, and in full to the log
            _log.exception("the session broke off")
            failure = Notice(
                "error", Message("The session broke off by a fault of captioner itself: {reason}.", reason=error)
            )
        with self._lock:
            self._thread = None
            self._captions, self._captures, self._pausable = None, (), ()
            self._set(SessionState("idle", transcript=self._state.transcript, failure=failure))

    def _session(self, settings: Settings, title: str) -> None:
        """One session from its sources to its files. Raises CaptionerError."""
        now = datetime.now()
        files = session_files(settings.transcript, self._folders, now, title)
        captures = self._open_sources(settings.sound, self._tell)
        pausable = [PausableSource(source) for source in captures]
        tracks = self._named(tuple(source.track for source in captures))
        beginning = partial(
            Library.begin,
            title=title,
            began_ms=round(now.timestamp() * 1000),
            tracks=library_tracks(tracks),
            model=settings.recognition.model,
            language=chosen_language(settings.recognition),
            subtitles=files.srt,
            recording=files.record,
        )
        transcript = SessionTranscript(
            tracks,
            settings.transcript.standard,
            self._tell,
            library=LibraryKeeper(
                self._folders.library,
                lambda library: beginning(library, spools=captions.spools),
                self._tell,
                further_files=files.other_formats(settings.transcript.formats),
            ),
            subtitles=SubtitleFile(files.srt),
        )

        def show_engine(engine: EngineInfo) -> None:
            transcript.describe(engine.model)
            self._change(engine=engine)

        captions = LiveCaptions(
            pausable,
            settings.recognition,
            self._folders,
            self._sinks,
            progress=self._show_loading,
            transcript=transcript,
            record=files.record,
            at_once=True,
            apart=True,
            on_engine=show_engine,
        )
        try:
            captions.session.start()
            transcript.start()
            with self._lock:
                self._captions, self._captures, self._pausable = captions, captures, pausable
                self._change(tracks=tracks, transcript=files.srt)
                if self._stopping.is_set():  # while the devices were being opened
                    captions.session.stop()
                else:
                    self._change(phase="listening")
            self._wait(captions)
        finally:
            self._finish(captions, files)
        files.save_other_formats(settings.transcript.formats, transcript.cues_in_order(), transcript.language)

    def _wait(self, captions: LiveCaptions) -> None:
        """Until the session has ended, or was given up."""
        deadline = float("inf")
        while not captions.session.wait(_LOOK_S):
            behind_s = int(captions.session.behind_s)
            self._change(behind_s=behind_s if behind_s >= _BEHIND_S else 0)
            if not self._stopping.is_set():
                continue
            if deadline == float("inf"):
                deadline = time.monotonic() + DRAIN_S
                captions.cancel_loading()
            if self._given_up.is_set() or time.monotonic() > deadline:
                break

    def _finish(self, captions: LiveCaptions, files: SessionFiles) -> None:
        stopped = self._stopping.is_set()
        try:
            captions.abandon()
            try:
                captions.close()
            except CaptionerError:
                if not (stopped and captions.engine is None):  # it was stopped before there was an engine
                    raise
            finally:
                self._tell_missing(captions.missing, captions.in_library)
        finally:
            if files.drop_empty():
                self._change(transcript=None)

    def _tell_missing(self, missing: Notice | None, in_library: bool) -> None:
        if missing is not None:
            later = Message("It is kept: the library can transcribe it later.")
            self._tell(replace(missing, hint=later if in_library else missing.hint))

    def _tell(self, notice: Notice) -> None:
        for sink in self._sinks:
            sink.notice(notice)

    def _show_loading(self, loading: EngineLoading | None) -> None:
        self._change(loading=loading)

    def _change(self, **changes: Any) -> None:
        with self._lock:
            self._set(replace(self._state, **changes))

    def _set(self, state: SessionState) -> None:
        with self._lock:
            if state != self._state:
                self._state = state
                self._on_state(state)
