"""From utterances to the engine's windows, and from the engine's answers to captions.

Pure: the time is told to it, and its caller asks the engine. So a thread with a real clock and a simulation with a
virtual one make the same decisions.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from captioner.core.caption import Caption
from captioner.core.sound import SAMPLE_RATE
from captioner.core.speech import EngineInfo, Hypothesis, Utterance, Window, Word
from captioner.live.conversation import Wishes
from captioner.live.metrics import SessionMetrics, Summary
from captioner.live.schedule import CadencePolicy, Job, Schedule
from captioner.live.stabilizer import CommitPolicy, Shown, Stabilizer, commit_policy
from captioner.live.talk import Talk

NS = 1_000_000_000
DOUBTFUL_VOICING = 0.6
"""Where the VAD is less sure of speech on average, as in music, words are not shown before the final pass has judged
them. Of people's speech, clean or in noise of 10 dB, it is less sure in one moment of twenty-five."""

WINDOW_GRID = 160
"""Windows of an utterance begin on this grid of samples, so that the engine can use features again."""


@dataclass(frozen=True, slots=True)
class StreamingPolicy:
    """How often the engine is asked, and when its words are shown; ``commit`` None for what suits the engine."""

    cadence: CadencePolicy = field(default_factory=CadencePolicy)
    commit: CommitPolicy | None = None


@dataclass(slots=True)
class _Progress:
    """An utterance between its first pass and its last."""

    stabilizer: Stabilizer
    revision: int = 0
    sent: tuple[str, str] = ("", "")
    speculated: tuple[int, Hypothesis] | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """A pass of the engine, from ``began_ns`` on; it could have begun at ``ready_ns``, had nothing of ours taken time:
    its sound had been in the air, its time had come, and the engine was free. Several jobs are finals of a backlog.
    """

    jobs: tuple[Job, ...]
    ready_ns: int
    began_ns: int

    @property
    def closed(self) -> tuple[Utterance, ...]:
        """The utterances that are over with this pass."""
        return tuple(job.utterance for job in self.jobs if job.utterance.state == "closed")


class Recognition:
    """The recognition of a session's tracks, step by step.

    The track side calls ``offer`` and ``captured``. The engine side takes ``next``, makes its windows with ``ask``, has
    the engine answer, gives the answers to ``answered``, the captions that come of it to the sinks, and then says
    ``handed``. All times are nanoseconds of one clock. Not thread-safe: its caller holds a lock over every call but
    ``ask``, which touches only what belongs to the engine side.
    """

    def __init__(
        self,
        talks: Sequence[Talk],
        wishes: Wishes,
        policy: StreamingPolicy | None = None,
        metrics: SessionMetrics | None = None,
    ) -> None:
        """``metrics`` that are given go on counting."""
        self._talks = {talk.track: talk for talk in talks}
        self._wishes = wishes
        self._policy = policy or StreamingPolicy()
        self._schedule = Schedule(self._policy.cadence, patient=not any(talk.source.live for talk in talks))
        self._metrics = metrics or SessionMetrics()
        self._progress: dict[int, _Progress] = {}
        self._heard_ns: dict[int, int] = {}  # by utterance: when the sound of its newest state had been in the air
        self._on_screen: set[int] = set()  # growing utterances of which something was shown
        self._free_ns = 0  # when the engine came back from its last pass

    # The track side ----------------------------------------------------------------------------------------------

    def offer(self, utterances: Sequence[Utterance], now_ns: int) -> None:
        """Newest states of utterances, in order. A source that is not live has no watcher: only its finals count."""
        for utterance in utterances:
            talk = self._talks[utterance.track]
            anchor = talk.anchor
            if utterance.state == "closed":
                silence_ns = now_ns - anchor.ns_at(utterance.speech_stop)
                self._metrics.closed(utterance.speech_stop - utterance.speech_start, silence_ns / NS)
            elif not talk.source.live or self._doubtful(utterance):
                continue
            known_ns = anchor.ns_at(utterance.stop) if utterance.state == "open" else anchor.newest_ns
            self._heard_ns[utterance.id] = known_ns
            self._schedule.offer(utterance)

    def captured(self, samples: int, lost: int) -> None:
        """So many more samples of a track are in its spool."""
        self._metrics.captured(samples, lost)

    def _doubtful(self, utterance: Utterance) -> bool:
        """Whether a growing utterance may be no speech; what is on the screen goes on growing."""
        return utterance.voicing < DOUBTFUL_VOICING and utterance.id not in self._on_screen

    # The engine side ---------------------------------------------------------------------------------------------

    @property
    def finals(self) -> int:
        """Closed utterances that wait."""
        return self._schedule.finals

    @property
    def backlog_s(self) -> float:
        """Seconds of closed speech that no final pass has reached yet."""
        return self._schedule.backlog_samples / SAMPLE_RATE

    @property
    def between_utterances(self) -> bool:
        """Whether no utterance is between its first pass and its last."""
        return not self._progress

    def next(self, now_ns: int, batch: int = 1) -> Turn | None:
        """The pass to make now, or None: ask again when something is offered or ``wait_s`` has passed.

        ``batch``: how many finals the engine can hear at once.
        """
        job = self._schedule.next(now_ns)
        if job is None:
            return None
        jobs = (job, *self._schedule.companions(job, batch - 1))
        known_ns = max(self._heard_ns[each.utterance.id] for each in jobs)
        return Turn(jobs, max(known_ns, job.due_ns, self._free_ns), now_ns)

    def wait_s(self, now_ns: int) -> float | None:
        """Seconds until a pass is due, None while there is no sound that no pass has heard."""
        return self._schedule.wait_s(now_ns)

    def ask(self, turn: Turn, engine: EngineInfo) -> list[Window | Hypothesis]:
        """What the engine is to hear for each job, or its answer where it has given it already, in a pause that was the
        end."""
        return [self._ask(job, engine) for job in turn.jobs]

    def _ask(self, job: Job, engine: EngineInfo) -> Window | Hypothesis:
        utterance = job.utterance
        progress = self._progress.get(utterance.id)
        if progress is None:
            stabilizer = Stabilizer(self._policy.commit or commit_policy(engine))
            progress = self._progress[utterance.id] = _Progress(stabilizer)
        if utterance.state == "closed" and progress.speculated and progress.speculated[0] == utterance.stop:
            return progress.speculated[1]
        # An engine that goes on where it was would have to begin anew after a final that was only a guess.
        final = utterance.state == "closed" if engine.incremental else job.final
        return self._window(utterance, progress, engine.incremental, final=final, thrifty=job.thrifty)

    def answered(self, turn: Turn, hypotheses: Sequence[Hypothesis], engine: EngineInfo, now_ns: int) -> list[Caption]:
        """The engine has answered, job by job: the captions to show, in order."""
        self._schedule.done(turn.jobs, turn.began_ns, now_ns, spare=not engine.incremental)
        captions = [
            self._answered(job, hypothesis, engine, now_ns)
            for job, hypothesis in zip(turn.jobs, hypotheses, strict=True)
        ]
        return [caption for caption in captions if caption is not None]

    def _answered(self, job: Job, hypothesis: Hypothesis, engine: EngineInfo, now_ns: int) -> Caption | None:
        """The caption to show, or None where nothing has changed."""
        utterance = job.utterance
        progress = self._progress[utterance.id]
        if progress.speculated is None or hypothesis is not progress.speculated[1]:
            self._metrics.passed(hypothesis.cost, final=hypothesis.final, rejected=hypothesis.rejected is not None)
            speculative = hypothesis.final and utterance.state == "pausing"
            progress.speculated = (utterance.stop, hypothesis) if speculative else None
        if utterance.state == "closed":
            del self._progress[utterance.id]
            self._on_screen.discard(utterance.id)
            self._talks[utterance.track].conversation.heard(utterance, hypothesis)
            shown = progress.stabilizer.final(hypothesis.words)
            return self._caption(utterance, progress, shown, now_ns, hypothesis)
        continues = not (job.final or engine.incremental)
        shown = progress.stabilizer.partial(
            hypothesis.words, utterance.stop, continues=continues, settled=utterance.state == "pausing"
        )
        if shown.stable or shown.tentative:
            self._on_screen.add(utterance.id)
        return self._caption(utterance, progress, shown, now_ns)

    def handed(self, turn: Turn, engine_ns: int, now_ns: int) -> None:
        """The sinks have taken what came of the turn, in which the engine took ``engine_ns``."""
        for utterance in turn.closed:
            del self._heard_ns[utterance.id]
        self._free_ns = now_ns
        self._metrics.ours((now_ns - turn.ready_ns - engine_ns) / NS)

    def summary(self) -> Summary:
        """The session's figures so far."""
        return self._metrics.summary()

    def _window(
        self, utterance: Utterance, progress: _Progress, incremental: bool, *, final: bool, thrifty: bool
    ) -> Window:
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
            talk.conversation.detecting and (final or talk.conversation.language is None),
            self._wishes.task,
            prefix,
            talk.conversation.context(utterance),
            self._wishes.vocabulary,
            utterance.voicing,
            thrifty,
        )

    def _caption(
        self, utterance: Utterance, progress: _Progress, shown: Shown, now_ns: int, final: Hypothesis | None = None
    ) -> Caption | None:
        """The display as a caption, if it changed."""
        text = (shown.stable_text, shown.tentative_text)
        if text == progress.sent and (final is None or progress.revision == 0):
            return None
        anchor = self._talks[utterance.track].anchor
        words = shown.stable + shown.tentative
        end = words[-1].end if words else utterance.speech_stop
        caption = Caption(
            utterance.id,
            utterance.track,
            progress.revision,
            *text,
            final is not None,
            words[0].start if words else utterance.speech_start,
            end,
            (now_ns - anchor.ns_at(end)) / NS,
            final.words if final else (),
            final.language if final else None,
            utterance.reason in ("soft cut", "hard cut"),
            utterance.stop if final else 0,
        )
        progress.revision += 1
        progress.sent = text
        since_onset_s = (now_ns - anchor.ns_at(utterance.speech_start)) / NS
        since_end_s = (now_ns - anchor.ns_at(utterance.speech_stop)) / NS
        self._metrics.shown(caption, since_onset_s, since_end_s)
        return caption
