"""A live session: the threads of its tracks and of the engine, started together and stopped in order.

Stop takes no more sound, lets every track flush (the open utterance becomes final, to its last sample), lets the
recognizer drain, and only then ends. Speech that was queued is never discarded unless the deadline passes.
"""

import threading
import time
from collections.abc import Callable, Sequence

from captioner.core.caption import Caption, Notice
from captioner.core.errors import CaptionerError
from captioner.core.protocols import CaptionSink, Recognizer
from captioner.core.sound import AudioBlock
from captioner.core.speech import Utterance
from captioner.live.conversation import Wishes
from captioner.live.echo import EchoFilter
from captioner.live.metrics import SessionMetrics, Summary
from captioner.live.recognition import StreamingPolicy
from captioner.live.recognizer_worker import RecognizerWorker
from captioner.live.talk import Talk
from captioner.live.track_worker import TrackWorker


class LiveSession:
    """Tracks in, captions out.

    ``load`` makes the engine, in the engine's thread. Sinks are called there too; one that fails is told of once and
    given the next caption all the same: a full disk may have room again.
    """

    def __init__(
        self,
        talks: Sequence[Talk],
        load: Callable[[], Recognizer],
        sinks: Sequence[CaptionSink],
        wishes: Wishes | None = None,
        *,
        echo: EchoFilter | None = None,
        policy: StreamingPolicy | None = None,
        metrics: SessionMetrics | None = None,
    ) -> None:
        """``metrics`` that are given go on counting."""
        self._talks = tuple(talks)
        self._sinks = tuple(sinks)
        self._failing: set[int] = set()  # sinks that could not take the last caption
        self._sinks_lock = threading.Lock()
        self._echo = echo
        self._ready = threading.Event()
        self._finished = threading.Event()
        self._failure: BaseException | None = None
        self._engine_failed = False
        self._recognizer = RecognizerWorker(
            self._talks,
            load,
            wishes or Wishes(),
            policy,
            metrics,
            emit=self._emit,
            tell=self.tell,
            on_ready=self._ready.set,
            on_end=self._engine_ended,
        )
        self._workers = [
            TrackWorker(
                talk,
                offer=self._offer,
                on_block=self._captured,
                room=self._recognizer.wait_for_room,
                on_end=self._track_ended,
            )
            for talk in self._talks
        ]

    def load(self) -> None:
        """Starts the engine and waits until it is ready. Raises what kept it from loading.

        Not needed before ``start``: sound that comes while the engine loads is captioned as soon as it is ready.
        """
        self._recognizer.thread.start()
        self._ready.wait()
        if self._engine_failed and self._failure is not None:
            self.join()
            raise self._failure

    def start(self) -> None:
        """Opens every source and begins. Raises the first source's error, with everything closed again."""
        try:
            for talk in self._talks:
                talk.source.start()
        except BaseException:
            self._recognizer.abandon()
            self.join()
            self.close()
            raise
        if self._recognizer.thread.ident is None:
            self._recognizer.thread.start()
        for worker in self._workers:
            worker.thread.start()

    def stop(self) -> None:
        """Take no more sound and finish what is there; ``wait`` tells when. Safe to call twice, from any thread."""
        for talk in self._talks:
            talk.source.stop()

    def wait(self, timeout_s: float | None = None) -> bool:
        """Whether the session has ended, every caption handed out, within ``timeout_s``."""
        return self._finished.wait(timeout_s)

    def replace_engine(self, load: Callable[[], Recognizer]) -> None:
        """Go on with another engine after the utterance that is being spoken; see ``RecognizerWorker.replace``."""
        self._recognizer.replace(load)

    def abandon(self) -> float:
        """End now. Returns the seconds of speech that were never decoded."""
        self.stop()
        return self._recognizer.abandon()

    def join(self, timeout_s: float | None = None) -> bool:
        """Waits for the threads of an ended session; whether they ended in time. The spools are complete then."""
        deadline = None if timeout_s is None else time.monotonic() + timeout_s
        for thread in (*(worker.thread for worker in self._workers), self._recognizer.thread):
            if thread.ident is not None:
                thread.join(None if deadline is None else max(0.0, deadline - time.monotonic()))
                if thread.is_alive():
                    return False
        return True

    def close(self) -> None:
        """Lets go of the sources and the spools. Safe to call twice."""
        for talk in self._talks:
            talk.source.close()
            talk.spool.close()

    @property
    def failure(self) -> BaseException | None:
        """What ended a track or the engine before its time, None if nothing did."""
        return self._failure

    @property
    def behind_s(self) -> float:
        """Seconds of speech that is over and waits for the engine."""
        return self._recognizer.behind_s

    def summary(self) -> Summary:
        """The session's figures so far."""
        return self._recognizer.summary()

    @property
    def began_ns(self) -> int:
        """The monotonic clock when the first sound came, or now if none has."""
        began = [talk.anchor.began_ns for talk in self._talks if talk.anchor.began_ns is not None]
        return min(began, default=time.monotonic_ns())

    def tell(self, notice: Notice) -> None:
        """Gives a notice to every sink. From any thread."""
        self._give(lambda sink: sink.notice(notice), well=False)

    def _offer(self, utterances: list[Utterance]) -> None:
        if self._echo is not None:
            for utterance in utterances:
                self._echo.speech(utterance)
        self._recognizer.offer(utterances)

    def _emit(self, caption: Caption) -> None:
        for shown in [caption] if self._echo is None else self._echo.take(caption):
            self._show(shown)

    def _show(self, caption: Caption) -> None:
        self._give(lambda sink: sink.caption(caption), well=True)

    def _give(self, give: Callable[[CaptionSink], None], *, well: bool) -> None:
        """Hands something to every sink; ``well`` tells that a sink that takes it is in order again."""
        failures: list[CaptionerError] = []
        with self._sinks_lock:
            for number, sink in enumerate(self._sinks):
                try:
                    give(sink)
                    if well:
                        self._failing.discard(number)
                except CaptionerError as error:
                    if number not in self._failing:
                        failures.append(error)
                    self._failing.add(number)
        for failure in failures:
            self.tell(Notice("error", failure.message, failure.hint, remedy=failure.remedy))

    def _captured(self, block: AudioBlock) -> None:
        self._recognizer.captured(len(block.pcm), block.lost)

    def _track_ended(self, talk: Talk, failure: BaseException | None) -> None:
        if failure is not None and self._failure is None:
            self._failure = failure
        self._recognizer.track_ended(talk.track)

    def _engine_ended(self, failure: BaseException | None) -> None:
        if failure is not None:
            self._engine_failed = True
            if self._failure is None or not self._ready.is_set():
                self._failure = failure
        if self._echo is not None:
            for waiting in self._echo.flush():
                self._show(waiting)
        self.stop()
        self._ready.set()
        self._finished.set()
