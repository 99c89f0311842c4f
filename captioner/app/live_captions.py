"""Wires a live session: sources, spools, voice activity, segmenters, the engine and the sinks."""

import os
import threading
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from captioner.app.engine import load_engine
from captioner.app.folders import Folders, make_private
from captioner.app.live_sources import MICROPHONE, SYSTEM
from captioner.app.recognition import chosen_language
from captioner.audio.recording import save_recording
from captioner.audio.spool import DiskSpool
from captioner.core.caption import Notice
from captioner.core.errors import OutputError
from captioner.core.protocols import AudioSource, CaptionSink, Recognizer
from captioner.core.settings import RecognitionSettings
from captioner.core.speech import EngineInfo
from captioner.live.conversation import Conversation, Wishes
from captioner.live.echo import EchoFilter
from captioner.live.segmenter import Segmenter
from captioner.live.session import LiveSession
from captioner.live.talk import Talk
from captioner.speech.vad import GatedVad


class LiveCaptions:
    """A live session with its real parts; ``session`` is what to start and stop.

    ``progress`` shows what loading the engine is doing, "" when it is done. ``record`` keeps the sound in a file.
    """

    def __init__(
        self,
        sources: Sequence[AudioSource],
        recognition: RecognitionSettings,
        folders: Folders,
        sinks: Sequence[CaptionSink],
        *,
        progress: Callable[[str], None],
        record: Path | None = None,
    ) -> None:
        """Raises OutputError if there is no place for the spool."""
        self._recognition = recognition
        self._folders = folders
        self._progress = progress
        self._record = record
        self._cancelled = threading.Event()
        self.engine: EngineInfo | None = None
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
        tracks = {source.track.id for source in sources}
        self.session = LiveSession(
            talks,
            self._load,
            sinks,
            Wishes(recognition.task, recognition.vocabulary),
            echo=EchoFilter(SYSTEM.id, MICROPHONE.id) if {SYSTEM.id, MICROPHONE.id} <= tracks else None,
        )

    def load(self) -> None:
        """Loads the engine and waits for it. Raises ModelError or EngineError."""
        try:
            self.session.load()
        except KeyboardInterrupt:
            self._cancelled.set()
            raise

    def close(self) -> None:
        """Ends the session if it has not ended, keeps the recording, and lets go of everything.

        Raises what ended the session before its time, or OutputError where the recording cannot be written: its
        sound then stays in the spool.
        """
        self._cancelled.set()
        self.session.abandon()
        self.session.join()
        try:
            if self._record is not None and any(spool.length for spool in self._spools):
                self._keep_recording(self._record)
        finally:
            self.session.close()
        if self.session.failure is not None:
            raise self.session.failure

    def tell(self, notice: Notice) -> None:
        """Gives a notice to every sink. From any thread."""
        self.session.tell(notice)

    def _keep_recording(self, path: Path) -> None:
        try:
            save_recording(self._spools, path)
        except OutputError as error:
            for spool in self._spools:
                spool.keep()
            kept = ", ".join(str(spool.path) for spool in self._spools)
            raise OutputError(error.message, f"{error.hint} The sound is kept in {kept}.") from error

    def _load(self) -> Recognizer:
        recognizer = load_engine(
            self._recognition,
            self._folders,
            tell=self.tell,
            progress=self._progress,
            cancelled=self._cancelled.is_set,
        )
        self.engine = recognizer.info
        return recognizer
