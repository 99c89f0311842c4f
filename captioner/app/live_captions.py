"""Wires a live session: sources, spools, voice activity, segmenters, the engine and the sinks."""

import os
import shlex
import threading
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from captioner.app.engine import ShowLoading, fetch_model, load_embedded, load_engine, model_to_fetch
from captioner.app.folders import Folders, make_private
from captioner.app.live_sources import MICROPHONE, SYSTEM
from captioner.app.recognition import chosen_language
from captioner.app.session_transcript import SessionTranscript
from captioner.app.terminal import clock
from captioner.audio.recording import save_recording
from captioner.audio.spool import DiskSpool
from captioner.core.caption import Notice
from captioner.core.errors import CaptionerError, EngineError, OutputError
from captioner.core.message import Message
from captioner.core.protocols import AudioSource, CaptionSink, InterruptibleRecognizer, Recognizer
from captioner.core.settings import RecognitionSettings
from captioner.core.sound import samples_to_ms
from captioner.core.speech import EngineInfo
from captioner.live.conversation import Conversation, Wishes
from captioner.live.echo import EchoFilter
from captioner.live.segmenter import Segmenter
from captioner.live.session import LiveSession
from captioner.live.talk import Talk
from captioner.speech.catalogue import CatalogueEntry, entry_named
from captioner.speech.vad import GatedVad

_LAST_PASS_S = 2.0
"""For the engine to come back from its last pass when a session is given up; then it is interrupted if it can be."""


class LiveCaptions:
    """A live session with its real parts; ``session`` is what to start and stop.

    ``progress`` shows what loading the engine is doing, None when it is done. ``transcript`` is a sink too that ends
    with the session: the sound of what is missing in it stays on the disk. ``record`` keeps the sound in a file. With
    ``at_once``, an automatic engine does not wait for its model: the embedded engine captions while the model is
    fetched, and then hands over to it. ``apart``: see ``load_engine``. ``on_engine`` hears which engine works from now
    on.
    """

    def __init__(
        self,
        sources: Sequence[AudioSource],
        recognition: RecognitionSettings,
        folders: Folders,
        sinks: Sequence[CaptionSink],
        *,
        progress: ShowLoading,
        transcript: SessionTranscript | None = None,
        record: Path | None = None,
        at_once: bool = False,
        apart: bool = False,
        on_engine: Callable[[EngineInfo], None] = lambda info: None,
    ) -> None:
        """Raises OutputError if there is no place for the spool."""
        self._recognition = recognition
        self._folders = folders
        self._progress = progress
        self._transcript = transcript
        self._record = record
        self._at_once = at_once
        self._apart = apart
        self._on_engine = on_engine
        self._fetching: threading.Thread | None = None
        self._cancelled = threading.Event()
        self._untold: list[Notice] | None = []  # before the session runs
        self._abandoned = False
        self._recognizer: Recognizer | None = None
        self.engine: EngineInfo | None = None
        self.missing: Notice | None = None
        """What was not captioned, and how it still can be; known after ``close``."""
        spool_folder = make_private(folders.spool)
        stem = f"{datetime.now():%Y-%m-%d_%H-%M-%S}_{os.getpid()}"
        self._spools = [
            DiskSpool(spool_folder / f"{stem}_{source.track.id}.wav", on_trouble=self.tell) for source in sources
        ]
        talks = [
            Talk(
                source,
                spool,
                GatedVad(),
                Segmenter(source.track.id, first_id=number, id_step=len(sources)),
                Conversation(chosen_language(recognition)),
            )
            for number, (source, spool) in enumerate(zip(sources, self._spools, strict=True))
        ]
        self._tracks = [source.track.id for source in sources]
        self.session = LiveSession(
            talks,
            self._load,
            sinks if transcript is None else [transcript, *sinks],
            Wishes(recognition.task, recognition.vocabulary),
            echo=EchoFilter(SYSTEM.id, MICROPHONE.id) if {SYSTEM.id, MICROPHONE.id} <= set(self._tracks) else None,
        )

    @property
    def spools(self) -> dict[str, Path]:
        """The file of each track's sound, which is gone after a session that has ended well."""
        return {track: spool.path for track, spool in zip(self._tracks, self._spools, strict=True)}

    @property
    def in_library(self) -> bool:
        """Whether the library knows of the session."""
        return self._transcript is not None and self._transcript.in_library

    def load(self) -> None:
        """Loads the engine and waits for it. Raises ModelError or EngineError."""
        try:
            self.session.load()
        except KeyboardInterrupt:
            self._cancelled.set()
            raise

    def abandon(self) -> None:
        """Ends without captioning what waits: its sound is kept. ``close`` then sets ``missing``."""
        self._abandoned = True
        self.session.abandon()

    def model_arrived(self, name: str) -> None:
        """A model was downloaded by somebody else: if it is ours, the engine that stands in for it hands over."""
        wanted = entry_named(self._recognition.model)
        waiting = self._fetching is not None and self._fetching.is_alive()
        standing_in = (
            self.engine is not None and self.engine.engine == "embedded" and self._recognition.engine == "auto"
        )
        if standing_in and not waiting and wanted is not None and wanted.name == name:
            self.session.replace_engine(self._load_chosen)

    def cancel_loading(self) -> None:
        """Fetch no model any more; what has come of it stays for the next time."""
        self._cancelled.set()

    def close(self) -> None:
        """Ends the session if it has not ended, keeps transcript and recording, and lets go of everything.

        Raises what ended the session before its time, or OutputError where the recording cannot be written: its
        sound then stays in the spool.
        """
        self._cancelled.set()
        self.session.abandon()
        if not self.session.join(_LAST_PASS_S) and isinstance(self._recognizer, InterruptibleRecognizer):
            self._recognizer.interrupt()
        self.session.join()
        if self._fetching is not None:
            self._fetching.join()
        ended = self._all_is_kept()
        try:
            if self._record is not None and any(spool.length for spool in self._spools):
                self._keep_recording(self._record)
        finally:
            self.session.close()
            if self._transcript is not None:
                self._transcript.close(ended=ended, duration_ms=samples_to_ms(max(s.length for s in self._spools)))
        if self.session.failure is not None:
            raise self.session.failure

    def tell(self, notice: Notice) -> None:
        """Gives a notice to every sink. From any thread."""
        if self._untold is not None:
            self._untold.append(notice)
        else:
            self.session.tell(notice)

    def _all_is_kept(self) -> bool:
        """Whether everything that was said is in the transcript; the sound of what is not stays on the disk."""
        kept = self._transcript is None or self._transcript.finish()
        left_s = self.session.abandon() if self._abandoned or self._transcript is not None else 0.0
        if kept and not left_s:
            return True
        hint = self._keep_sound()
        if self.in_library:
            hint = Message("It is kept: captioner recover")
        if left_s:
            self.missing = Notice("warning", Message("{time} of speech was not captioned.", time=clock(left_s)), hint)
        elif not any(spool.troubled for spool in self._spools):
            self.missing = Notice("warning", "The transcript is not whole.", hint)
        return False

    def _keep_sound(self) -> Message:
        """Leaves the sound on the disk; how to make captions of it."""
        for spool in self._spools:
            spool.keep()
        kept = " ".join(shlex.quote(str(spool.path)) for spool in self._spools)
        return Message("The sound is kept: captioner transcribe {paths}", paths=kept)

    def _keep_recording(self, path: Path) -> None:
        try:
            save_recording(self._spools, path)
        except OutputError as error:
            for spool in self._spools:
                spool.keep()
            kept = ", ".join(str(spool.path) for spool in self._spools)
            raise OutputError(
                error.message, Message("{hint} The sound is kept in {paths}.", hint=error.hint, paths=kept)
            ) from error

    def _load(self) -> Recognizer:
        early, self._untold = self._untold or [], None
        for notice in early:
            self.tell(notice)
        entry = model_to_fetch(self._recognition, self._folders) if self._at_once else None
        if entry is None or self._recognition.engine != "auto":
            return self._load_chosen()
        try:
            recognizer = load_embedded(self._recognition)
        except EngineError:  # not for this language or task: the model must be waited for
            return self._load_chosen()
        if self._fetching is None:  # not when this engine is loaded again
            self._fetching = threading.Thread(target=self._fetch, args=(entry,), name="model-fetch", daemon=True)
            self._fetching.start()
        return self._ready(recognizer)

    def _load_chosen(self) -> Recognizer:
        return self._ready(
            load_engine(
                self._recognition,
                self._folders,
                tell=self.tell,
                progress=self._progress,
                cancelled=self._cancelled.is_set,
                apart=self._apart,
            )
        )

    def _ready(self, recognizer: Recognizer) -> Recognizer:
        self._recognizer = recognizer
        self.engine = recognizer.info
        self._on_engine(recognizer.info)
        return recognizer

    def _fetch(self, entry: CatalogueEntry) -> None:
        """In a thread of its own: the model comes while the embedded engine works, and takes over."""
        try:
            folder = fetch_model(entry, self._recognition, self._folders, self._progress, self._cancelled.is_set)
        except CaptionerError as error:
            self._progress(None)
            told = Message("{trouble} The embedded English engine captions meanwhile.", trouble=error.message)
            self.tell(Notice("warning", told, error.hint, remedy=error.remedy))
            return
        self._progress(None)
        if folder is not None:
            self.session.replace_engine(self._load_chosen)
