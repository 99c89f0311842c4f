"""Wires a live session: sources, spools, voice activity, segmenters, the engine and the sinks."""

import os
import threading
from collections.abc import Callable, Sequence
from datetime import datetime

from captioner.app.engine import load_engine
from captioner.app.folders import Folders, make_private
from captioner.app.recognition import chosen_language
from captioner.audio.spool import DiskSpool
from captioner.core.caption import Notice
from captioner.core.protocols import AudioSource, CaptionSink, Recognizer
from captioner.core.settings import RecognitionSettings
from captioner.core.sound import AudioBlock
from captioner.core.speech import EngineInfo
from captioner.live.conversation import Conversation, Wishes
from captioner.live.segmenter import Segmenter
from captioner.live.session import LiveSession
from captioner.live.talk import Talk
from captioner.speech.vad import GatedVad


class LiveCaptions:
    """A live session with its real parts. ``session`` is what to start and stop.

    ``progress`` shows what loading the engine is doing, "" when it is done.
    """

    def __init__(
        self,
        sources: Sequence[AudioSource],
        recognition: RecognitionSettings,
        folders: Folders,
        sinks: Sequence[CaptionSink],
        *,
        progress: Callable[[str], None],
        on_block: Callable[[AudioBlock], None] | None = None,
    ) -> None:
        """Raises OutputError if there is no place for the spool."""
        self._recognition = recognition
        self._folders = folders
        self._progress = progress
        self._cancelled = threading.Event()
        self.engine: EngineInfo | None = None
        spool_folder = make_private(folders.spool)
        stem = f"{datetime.now():%Y-%m-%d_%H-%M-%S}_{os.getpid()}"
        talks = [
            Talk(
                source,
                DiskSpool(spool_folder / f"{stem}_{source.track.id}.wav", on_trouble=self._tell),
                GatedVad(),
                Segmenter(source.track.id, first_id=number, id_step=len(sources)),
                Conversation(chosen_language(recognition)),
            )
            for number, source in enumerate(sources)
        ]
        self.session = LiveSession(
            talks, self._load, sinks, Wishes(recognition.task, recognition.vocabulary), on_block=on_block
        )

    def load(self) -> None:
        """Loads the engine and waits for it. A Ctrl-C meanwhile ends a download, which can go on another time.

        Raises ModelError or EngineError.
        """
        try:
            self.session.load()
        except KeyboardInterrupt:
            self._cancelled.set()
            raise

    def _load(self) -> Recognizer:
        recognizer = load_engine(
            self._recognition,
            self._folders,
            tell=self._tell,
            progress=self._progress,
            cancelled=self._cancelled.is_set,
        )
        self.engine = recognizer.info
        return recognizer

    def _tell(self, notice: Notice) -> None:
        self.session.tell(notice)
