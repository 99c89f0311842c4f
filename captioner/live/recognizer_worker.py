"""The thread that owns the engine: it takes the schedule's jobs, asks the engine, and hands captions to the sinks."""

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from captioner.core.caption import Caption, Notice
from captioner.core.errors import CaptionerError
from captioner.core.protocols import Recognizer
from captioner.core.sound import SAMPLE_RATE
from captioner.core.speech import Hypothesis, Utterance, Window, Word
from captioner.live.conversation import Wishes
from captioner.live.metrics import SessionMetrics, Summary
from captioner.live.schedule import Job, Schedule
from captioner.live.stabilizer import Shown, Stabilizer, commit_policy
from captioner.live.talk import Talk

NS = 1_000_000_000
WINDOW_GRID = 160
"""Windows of an utterance begin on this grid of samples, so that the engine can use features again."""

PATIENT_FINALS = 4
"""Finals that may wait before a source that is not live has to."""

LoadEngine = Callable[[], Recognizer]

BEHIND_S = 10.0
CAUGHT_UP_S = 2.0


@dataclass(slots=True)
class _Progress:
    """An utterance between its first pass and its last."""

    stabilizer: Stabilizer
    revision: int = 0
    sent: tuple[str, str] = ("", "")
    speculated: tuple[int, Hypothesis] | None = None


@dataclass(slots=True)
class _Queue:
    """What the threads share, under one lock."""

    schedule: Schedule
    changed: threading.Condition = field(default_factory=threading.Condition)
    talking: set[str] = field(default_factory=set)
    successor: LoadEngine | None = None
    abandoned: bool = False


class RecognizerWorker:
    """Owns the recognizer for its whole life: loads it, asks it, closes it, all in its own thread.

    A better engine can take over between two utterances, see ``replace``.

    ``emit`` takes captions, ``tell`` notices; both are called in this thread. ``on_end`` is called once at the end with
    the exception that ended the work, or None.
    """

    def __init__(
        self,
        talks: Sequence[Talk],
        load: LoadEngine,
        wishes: Wishes,
        *,
        emit: Callable[[Caption], None],
        tell: Callable[[Notice], None],
        on_ready: Callable[[], None],
        on_end: Callable[[BaseException | None], None],
    ) -> None:
        self._talks = {talk.track: talk for talk in talks}
        self._load = load
        self._wishes = wishes
        self._emit = emit
        self._tell = tell
        self._on_ready = on_ready
        self._on_end = on_end
        self._queue = _Queue(Schedule(), talking=set(self._talks))
        self._metrics = SessionMetrics()
        self._progress: dict[int, _Progress] = {}
        self._behind = False
        self.thread = threading.Thread(target=self._run, name="recognizer", daemon=True)

    # Called by the track workers ---------------------------------------------------------------------------------

    def offer(self, utterances: list[Utterance]) -> None:
        """Newest states of utterances, in order. A source that is not live has no watcher: only its finals count."""
        now = time.monotonic_ns()
        with self._queue.changed:
            for utterance in utterances:
                talk = self._talks[utterance.track]
                if utterance.state == "closed":
                    speech_end_ns = talk.anchor.ns_at(utterance.speech_stop)
                    self._metrics.closed(utterance.speech_stop - utterance.speech_start, (now - speech_end_ns) / NS)
                elif not talk.source.live:
                    continue
                self._queue.schedule.offer(utterance)
            self._queue.changed.notify_all()

    def captured(self, samples: int, lost: int) -> None:
        """So many more samples of a track are in its spool."""
        with self._queue.changed:
            self._metrics.captured(samples, lost)

    def wait_for_room(self) -> None:
        """Returns when few enough finals wait."""
        with self._queue.changed:
            self._queue.changed.wait_for(lambda: self._queue.schedule.finals < PATIENT_FINALS or self._queue.abandoned)

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
            return self._queue.schedule.backlog_samples / SAMPLE_RATE

    def replace(self, load: LoadEngine) -> None:
        """Go on with another engine as soon as no utterance is between its first pass and its last.

        ``load`` makes it, in the engine's thread; what is said meanwhile waits. Where it raises a CaptionerError, the
        engine that is there goes on and the user is told. A session that is being stopped keeps the engine it has.
        """
        with self._queue.changed:
            self._queue.successor = load
            self._queue.changed.notify_all()

    def summary(self) -> Summary:
        """The session's figures so far."""
        with self._queue.changed:
            return self._metrics.summary()

    # The thread --------------------------------------------------------------------------------------------------

    def _run(self) -> None:
        failure: BaseException | None = None
        try:
            recognizer = self._load()
            try:
                self._on_ready()
                while (step := self._next()) is not None:
                    if isinstance(step, Job):
                        self._work(recognizer, step)
                    else:
                        recognizer = self._handed_over(recognizer, step)
            finally:
                recognizer.close()
        except Exception as error:
            failure = error
        finally:
            self.abandon()
            self._on_end(failure)

    def _next(self) -> Job | LoadEngine | None:
        """Waits for the next job, or for the engine that takes over.

        None when everything is decoded and no more will come, or at once if abandoned.
        """
        queue = self._queue
        with queue.changed:
            while not queue.abandoned:
                if queue.successor is not None and queue.talking and not self._progress:
                    load, queue.successor = queue.successor, None
                    return load
                now = time.monotonic_ns()
                job = queue.schedule.next(now)
                if job is not None:
                    queue.changed.notify_all()  # there may be room now
                    return job
                if not queue.talking:
                    return None
                queue.changed.wait(queue.schedule.wait_s(now))
        return None

    def _handed_over(self, recognizer: Recognizer, load: LoadEngine) -> Recognizer:
        """The engine to go on with."""
        try:
            successor = load()
        except CaptionerError as error:
            self._tell(Notice("warning", error.message, error.hint))
            return recognizer
        recognizer.close()
        return successor

    def _work(self, recognizer: Recognizer, job: Job) -> None:
        utterance = job.utterance
        progress = self._progress.setdefault(utterance.id, _Progress(Stabilizer(commit_policy(recognizer.info))))
        began_ns = time.monotonic_ns()
        hypothesis = self._hypothesis(recognizer, job, progress)
        with self._queue.changed:
            self._queue.schedule.done(job, began_ns, time.monotonic_ns())
        if utterance.state == "closed":
            self._finish(utterance, progress, hypothesis)
            recognizer.forget(utterance.id)
            del self._progress[utterance.id]
            self._report_backlog(utterance)
        else:
            continues = not (job.final or recognizer.info.incremental)
            shown = progress.stabilizer.partial(hypothesis.words, utterance.stop, continues=continues)
            self._show(utterance, progress, shown)

    def _hypothesis(self, recognizer: Recognizer, job: Job, progress: _Progress) -> Hypothesis:
        """The engine's answer, or the speculative one if the pause has turned out to be the end."""
        utterance = job.utterance
        if utterance.state == "closed" and progress.speculated and progress.speculated[0] == utterance.stop:
            return progress.speculated[1]
        incremental = recognizer.info.incremental
        # An engine that goes on where it was would have to begin anew after a final that was only a guess.
        final = utterance.state == "closed" if incremental else job.final
        hypothesis = recognizer.recognize(self._window(utterance, final, progress, incremental))
        with self._queue.changed:
            self._metrics.passed(hypothesis.cost, final=final, rejected=hypothesis.rejected is not None)
        progress.speculated = (utterance.stop, hypothesis) if final and utterance.state == "pausing" else None
        return hypothesis

    def _window(self, utterance: Utterance, final: bool, progress: _Progress, incremental: bool) -> Window:
        talk = self._talks[utterance.track]
        start = utterance.start
        prefix: tuple[Word, ...] = ()
        if not final and not incremental:
            boundary = progress.stabilizer.boundary
            if boundary is not None:
                start += (boundary - start) // WINDOW_GRID * WINDOW_GRID
            prefix = tuple(word for word in progress.stabilizer.committed if word.start >= start)
        return Window(
            utterance.id,
            utterance.track,
            start,
            talk.spool.read(start, utterance.stop),
            final,
            max(start, utterance.speech_start),
            talk.conversation.language,
            talk.conversation.detecting,
            self._wishes.task,
            prefix,
            talk.conversation.context(utterance),
            self._wishes.vocabulary,
            utterance.voicing,
        )

    def _finish(self, utterance: Utterance, progress: _Progress, hypothesis: Hypothesis) -> None:
        self._talks[utterance.track].conversation.heard(utterance, hypothesis)
        shown = progress.stabilizer.final(hypothesis.words)
        if shown.stable or progress.revision:
            self._show(utterance, progress, shown, hypothesis)

    def _show(self, utterance: Utterance, progress: _Progress, shown: Shown, final: Hypothesis | None = None) -> None:
        """Hands the display to the sinks if it changed."""
        text = (shown.stable_text, shown.tentative_text)
        if final is None and text == progress.sent:
            return
        anchor = self._talks[utterance.track].anchor
        words = shown.stable + shown.tentative
        end = words[-1].end if words else utterance.speech_stop
        now = time.monotonic_ns()
        caption = Caption(
            utterance.id,
            utterance.track,
            progress.revision,
            *text,
            final is not None,
            words[0].start if words else utterance.speech_start,
            end,
            (now - anchor.ns_at(end)) / NS,
            final.words if final else (),
            final.language if final else None,
            utterance.reason in ("soft cut", "hard cut"),
        )
        progress.revision += 1
        progress.sent = text
        since_onset = (now - anchor.ns_at(utterance.speech_start)) / NS
        since_end = (now - anchor.ns_at(utterance.speech_stop)) / NS
        with self._queue.changed:
            self._metrics.shown(caption, since_onset, since_end)
        self._emit(caption)

    def _report_backlog(self, utterance: Utterance) -> None:
        """Tells once that captions are behind, and once that they have caught up."""
        if not self._talks[utterance.track].source.live:
            return
        with self._queue.changed:
            behind_s = self._queue.schedule.backlog_samples / SAMPLE_RATE
        if not self._behind and behind_s > BEHIND_S:
            self._behind = True
            self._tell(
                Notice(
                    "warning",
                    f"Captions are {behind_s:.0f} s behind: this computer is slower than the speech.",
                    "Nothing is lost, the rest is being caught up. A smaller model keeps up better.",
                )
            )
        elif self._behind and behind_s < CAUGHT_UP_S:
            self._behind = False
            self._tell(Notice("info", "Captions have caught up."))
