"""The thread that owns the engine: it takes the schedule's jobs, asks the engine, and hands captions to the sinks."""

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from captioner.core.caption import Caption, Notice
from captioner.core.errors import CaptionerError, EngineLostError
from captioner.core.message import Message
from captioner.core.protocols import Recognizer
from captioner.core.speech import Utterance
from captioner.live.asking import answers, batch_of
from captioner.live.conversation import Wishes
from captioner.live.metrics import SessionMetrics, Summary
from captioner.live.recognition import Recognition, StreamingPolicy, Turn
from captioner.live.talk import Talk

PATIENT_FINALS = 4
"""Finals that may wait before a source that is not live has to."""

LoadEngine = Callable[[], Recognizer]

STEADY_S = 60.0
"""An engine that is lost sooner after it was loaded again is given up: it would go on so."""

BEHIND_S = 10.0
CAUGHT_UP_S = 2.0


@dataclass(slots=True)
class _Queue:
    """What the threads share, under one lock."""

    recognition: Recognition
    changed: threading.Condition = field(default_factory=threading.Condition)
    talking: set[str] = field(default_factory=set)
    successor: LoadEngine | None = None
    abandoned: bool = False


class RecognizerWorker:
    """Owns the recognizer for its whole life: loads it, asks it, closes it, all in its own thread.

    A better engine can take over between two utterances, see ``replace``. One that is lost (EngineLostError) is loaded
    again and asked again, unless that happened a moment ago.

    ``emit`` takes captions, ``tell`` notices; both are called in this thread. ``on_end`` is called once at the end with
    the exception that ended the work, or None.
    """

    def __init__(
        self,
        talks: Sequence[Talk],
        load: LoadEngine,
        wishes: Wishes,
        policy: StreamingPolicy | None = None,
        metrics: SessionMetrics | None = None,
        *,
        emit: Callable[[Caption], None],
        tell: Callable[[Notice], None],
        on_ready: Callable[[], None],
        on_end: Callable[[BaseException | None], None],
    ) -> None:
        self._talks = {talk.track: talk for talk in talks}
        self._load = load
        self._emit = emit
        self._tell = tell
        self._on_ready = on_ready
        self._on_end = on_end
        self._queue = _Queue(Recognition(talks, wishes, policy, metrics), talking=set(self._talks))
        self._behind = False
        self._engine: Recognizer  # from ``_load`` on, in the thread
        self._revived_s: float | None = None
        self.thread = threading.Thread(target=self._run, name="recognizer", daemon=True)

    # Called by the track workers ---------------------------------------------------------------------------------

    def offer(self, utterances: list[Utterance]) -> None:
        """Newest states of utterances, in order."""
        with self._queue.changed:
            self._queue.recognition.offer(utterances, time.monotonic_ns())
            self._queue.changed.notify_all()

    def captured(self, samples: int, lost: int) -> None:
        """So many more samples of a track are in its spool."""
        with self._queue.changed:
            self._queue.recognition.captured(samples, lost)

    def wait_for_room(self) -> None:
        """Returns when few enough finals wait."""
        with self._queue.changed:
            self._queue.changed.wait_for(
                lambda: self._queue.recognition.finals < PATIENT_FINALS or self._queue.abandoned
            )

    def track_ended(self, track: str) -> None:
        """The track will offer nothing more."""
        with self._queue.changed:
            self._queue.talking.discard(track)
            self._queue.changed.notify_all()

    # Called by the session ---------------------------------------------------------------------------------------

    def abandon(self) -> float:
        """Make no further pass. Returns the seconds of closed speech that stay undecoded."""
        with self._queue.changed:
            self._queue.abandoned = True
            self._queue.changed.notify_all()
            return self._queue.recognition.backlog_s

    def replace(self, load: LoadEngine) -> None:
        """Go on with another engine as soon as no utterance is between its first pass and its last.

        ``load`` makes it, in the engine's thread; what is said meanwhile waits. Where it raises a CaptionerError, the
        engine that is there goes on and the user is told. A session that is being stopped keeps the engine it has.
        """
        with self._queue.changed:
            self._queue.successor = load
            self._queue.changed.notify_all()

    @property
    def behind_s(self) -> float:
        """Seconds of closed speech that wait for the engine."""
        with self._queue.changed:
            return self._queue.recognition.backlog_s

    def summary(self) -> Summary:
        """The session's figures so far."""
        with self._queue.changed:
            return self._queue.recognition.summary()

    # The thread --------------------------------------------------------------------------------------------------

    def _run(self) -> None:
        failure: BaseException | None = None
        try:
            self._engine = self._load()
            try:
                self._on_ready()
                while (step := self._next(batch_of(self._engine))) is not None:
                    if isinstance(step, Turn):
                        self._work(step)
                    else:
                        self._hand_over(step)
            finally:
                self._engine.close()
        except EngineLostError as error:
            failure = None if self._queue.abandoned else error  # it was interrupted
        except Exception as error:
            failure = error
        finally:
            self.abandon()
            self._on_end(failure)

    def _next(self, batch: int) -> Turn | LoadEngine | None:
        """Waits for the next turn, or for the engine that takes over.

        None when everything is decoded and no more will come, or at once if abandoned.
        """
        queue = self._queue
        with queue.changed:
            while not queue.abandoned:
                if queue.successor is not None and queue.talking and queue.recognition.between_utterances:
                    load, queue.successor = queue.successor, None
                    return load
                now = time.monotonic_ns()
                turn = queue.recognition.next(now, batch)
                if turn is not None:
                    queue.changed.notify_all()  # there may be room now
                    return turn
                if not queue.talking:
                    return None
                queue.changed.wait(queue.recognition.wait_s(now))
        return None

    def _hand_over(self, load: LoadEngine) -> None:
        """To another engine, if it can be loaded."""
        try:
            successor = load()
        except CaptionerError as error:
            self._tell(Notice("warning", error.message, error.hint, remedy=error.remedy))
            return
        self._engine.close()
        self._engine, self._load = successor, load

    def _revive(self, error: EngineLostError) -> None:
        """Another engine in the place of the one that is lost. Raises ``error`` where that would not last."""
        now_s = time.monotonic()
        if self._queue.abandoned or (self._revived_s is not None and now_s - self._revived_s < STEADY_S):
            raise error
        self._revived_s = now_s
        self._tell(
            Notice(
                "warning",
                "The engine has ended by itself and is being started again.",
                "Nothing is lost, the captions come a little later.",
            )
        )
        self._engine.close()
        self._engine = self._load()

    def _work(self, turn: Turn) -> None:
        recognition = self._queue.recognition
        while True:
            asked = recognition.ask(turn, self._engine.info)
            asked_ns = time.monotonic_ns()
            try:
                hypotheses = answers(self._engine, asked)
                break
            except EngineLostError as error:
                self._revive(error)
        now_ns = time.monotonic_ns()
        with self._queue.changed:
            captions = recognition.answered(turn, hypotheses, self._engine.info, now_ns)
        for caption in captions:
            self._emit(caption)
        for utterance in turn.closed:
            self._engine.forget(utterance.id)
        with self._queue.changed:
            recognition.handed(turn, now_ns - asked_ns, time.monotonic_ns())
        for utterance in turn.closed:
            self._report_backlog(utterance)

    def _report_backlog(self, utterance: Utterance) -> None:
        """Tells once that captions are behind, and once that they have caught up."""
        if not self._talks[utterance.track].source.live:
            return
        with self._queue.changed:
            behind_s = self._queue.recognition.backlog_s
        if not self._behind and behind_s > BEHIND_S:
            self._behind = True
            self._tell(
                Notice(
                    "warning",
                    Message(
                        "Captions are {seconds:.0f} s behind: this computer is slower than the speech.",
                        seconds=behind_s,
                    ),
                    "Nothing is lost, the rest is being caught up. A smaller model keeps up better.",
                )
            )
        elif self._behind and behind_s < CAUGHT_UP_S:
            self._behind = False
            self._tell(Notice("info", "Captions have caught up."))
