"""Final captions into what stays of a session: the library, the subtitles that grow.

A thread of its own makes the cues and hands them to whoever keeps them, so that a slow or full disk never holds the
recognizer up. One that fails is told of once; it is tried again with the next cue, and now and then without one.
"""

import logging
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from queue import Empty, SimpleQueue

from captioner.app.final_cues import CueKeeper, FinalCues
from captioner.app.library_keeper import LibraryKeeper
from captioner.app.subtitle_file import SubtitleFile
from captioner.core.caption import Caption, Cue, Notice
from captioner.core.errors import CaptionerError
from captioner.core.message import Message
from captioner.core.settings import Standard
from captioner.core.sound import Track, ms_to_samples
from captioner.transcript.cue_builder import CueBuilder, in_order

_log = logging.getLogger(__name__)

RETRY_S = 10.0
"""A keeper that failed is tried again so long after, though nobody speaks."""


class SessionTranscript:
    """A CaptionSink; cues by the rules of ``standard``, speakers named where there is more than one track.

    ``tell`` hears of keepers that fail, from the writer's thread. Call ``start`` when the session has begun, and at its
    end ``finish`` and ``close``.
    """

    def __init__(
        self,
        tracks: Iterable[Track],
        standard: Standard,
        tell: Callable[[Notice], None],
        *,
        library: LibraryKeeper | None = None,
        subtitles: SubtitleFile | None = None,
    ) -> None:
        self._builders = {
            track.id: CueBuilder(standard=standard, track=track.id, speaker=track.label) for track in tracks
        }
        self.library = library
        self.subtitles = subtitles
        self._keepers: list[CueKeeper] = [keeper for keeper in (library, subtitles) if keeper is not None]
        self._tell = tell
        self._told: set[tuple[CueKeeper, str]] = set()
        self._faulty = False
        self._coming: SimpleQueue[Caption | Callable[[], None] | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="library writer", daemon=True)
        self._heard = dict.fromkeys(self._builders, 0)
        self._written: list[Cue] = []
        self.language: str | None = None
        """The language of the last final caption."""

    @property
    def in_library(self) -> bool:
        """Whether the library knows of the session."""
        return self.library is not None and self.library.begun

    def start(self) -> None:
        """Begin to write. The keepers are tried at once, though there is nothing to keep yet."""
        self._coming.put(lambda: self._keep(()))
        self._thread.start()

    def caption(self, caption: Caption) -> None:
        """Take a caption; final ones are kept. Returns at once."""
        if caption.final:
            self._coming.put(caption)

    def notice(self, notice: Notice) -> None:
        """Notices are no part of a transcript."""

    def describe(self, model: str) -> None:
        """Another model recognizes from now on."""
        if self.library is not None:
            self._coming.put(partial(self.library.describe, model))

    @property
    def troubled(self) -> bool:
        """Whether something could not be kept when it came."""
        return self._faulty or bool(self._told)

    def finish(self) -> bool:
        """Nothing more is said: keep all of it, also what waited to be continued.

        Whether the session's sound is not needed for it any more: the library has every cue or, where it has nothing of
        the session at all, the subtitles do.
        """
        if self._thread.ident is None:
            return True
        done = threading.Event()
        self._coming.put(self._flush)
        self._coming.put(done.set)
        done.wait()
        if self.library is not None and (self.in_library or self.subtitles is None):
            return self.library.whole
        return self.subtitles is None or self.subtitles.whole

    def close(self, *, ended: bool, duration_ms: int) -> None:
        """Let the keepers go and wait for it. ``ended`` tells that nothing of the session is missing."""
        if self._thread.ident is None:
            return
        self._coming.put(lambda: self._close(ended, duration_ms))
        self._coming.put(None)
        self._thread.join()

    def cues_in_order(self) -> list[Cue]:
        """Every cue so far, by its start. After ``finish``."""
        return in_order(self._written)

    # The writer's thread

    def _run(self) -> None:
        batch: list[Caption] = []
        while True:
            try:
                coming = self._coming.get(block=not batch, timeout=RETRY_S)
            except Empty:
                self._guarded(lambda: self._keep_captions(batch))
                continue
            if isinstance(coming, Caption):
                batch.append(coming)  # with those that came while the last ones were being kept
                continue
            self._guarded(lambda: self._keep_captions(batch))
            if coming is None:
                return
            self._guarded(coming)

    def _guarded(self, action: Callable[[], None]) -> None:
        """A fault of ours must not end the thread for which the end of the session waits."""
        try:
            action()
        except Exception as error:
            _log.exception("the transcript could not be kept")
            if not self._faulty:
                self._faulty = True
                self._tell(Notice("error", Message("The transcript could not be kept: {reason}.", reason=error)))

    def _keep_captions(self, batch: list[Caption]) -> None:
        captions = batch.copy()
        batch.clear()
        self._keep([self._final(caption) for caption in captions])

    def _final(self, caption: Caption) -> FinalCues:
        builder = self._builders[caption.track]
        self._heard[caption.track] = caption.heard
        cues: list[Cue] = []
        if caption.words:
            self.language = caption.language
            cues = builder.add(caption.words, language=caption.language, cut=caption.cut)
        return self._given(caption.track, cues, caption.language)

    def _given(self, track: str, cues: list[Cue], language: str | None) -> FinalCues:
        self._written += cues
        held_ms = self._builders[track].held_from_ms
        heard = self._heard[track] if held_ms is None else ms_to_samples(held_ms)
        return FinalCues(track, tuple(cues), language, heard)

    def _flush(self) -> None:
        self._keep(
            [
                self._given(track, builder.finish(), self.language)
                for track, builder in self._builders.items()
                if builder.held_from_ms is not None
            ]
        )

    def _keep(self, finals: Sequence[FinalCues]) -> None:
        for keeper in self._keepers:
            with self._told_once(keeper):
                keeper.keep(finals)

    def _close(self, ended: bool, duration_ms: int) -> None:
        for keeper in self._keepers:
            with self._told_once(keeper):
                keeper.close(ended, duration_ms)
        self._keepers.clear()

    @contextmanager
    def _told_once(self, keeper: CueKeeper) -> Iterator[None]:
        """The same trouble of a keeper is told once in a session."""
        try:
            yield
        except CaptionerError as error:
            if (keeper, error.message) not in self._told:
                self._told.add((keeper, error.message))
                self._tell(Notice("error", error.message, error.hint, remedy=keeper.remedy))
