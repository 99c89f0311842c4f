"""A live session without threads and without waiting: a clock that only computing moves.

A discrete-event simulation of one thread a track and one for the engine. The sound of each block is in the air when
its track says so, what the real parts compute takes as long as it was measured to take, and everything else takes no
time. So an hour of sound passes as fast as the machine can compute, and the figures are those of a session at real pace
on a machine with a core to spare for each track.
"""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from time import perf_counter_ns

from captioner.core.caption import Caption
from captioner.core.protocols import Recognizer
from captioner.core.sound import SAMPLE_RATE, AudioBlock, Pcm, Track
from captioner.core.speech import Hypothesis, Utterance, Window
from captioner.live.asking import answers, batch_of
from captioner.live.conversation import Wishes
from captioner.live.metrics import SessionMetrics, Summary
from captioner.live.recognition import Recognition, StreamingPolicy, Turn
from captioner.live.talk import NS_PER_SAMPLE, Talk

PassTime = Callable[[Window, Hypothesis], int]
"""Nanoseconds that a pass takes, from what it heard and what it gave. Several at once take as long as one by one."""


class SimulatedSource:
    """An AudioSource over sound that is there already, in blocks as a sound card gives them, by a clock from 0 on."""

    live = True

    def __init__(self, track: Track, pcm: Pcm, block: int = SAMPLE_RATE // 50) -> None:
        """``block``: samples of a block."""
        self.track = track
        self._pcm = pcm
        self._block = block
        self._position = 0

    def start(self) -> None:
        """Nothing needs to be opened."""

    def read(self, timeout_s: float) -> AudioBlock | None:
        """The next block, at once; None at the end."""
        if self.ended:
            return None
        start = self._position
        self._position = min(start + self._block, len(self._pcm))
        return AudioBlock(self.track.id, start, self._pcm[start : self._position], 0, self._position * NS_PER_SAMPLE)

    @property
    def ended(self) -> bool:
        """Whether all has been read."""
        return self._position >= len(self._pcm)

    def stop(self) -> None:
        """Take no more sound."""
        self._pcm = self._pcm[: self._position]

    def close(self) -> None:
        """Nothing is open."""


@dataclass(slots=True)
class _Lane:
    """A track's thread: what it has found, and when that is to be known."""

    talk: Talk
    free_ns: int = 0
    ended: bool = False
    found: deque[tuple[int, AudioBlock | None, list[Utterance]]] = field(default_factory=deque)


class Simulation:
    """One run over the tracks' sound; ``emit`` takes the captions.

    The sources are read to their end. They must stamp their blocks with a clock that begins at 0 and need not wait.
    With ``pass_time`` nothing is measured: a pass takes what that says, all else no time, and the same sound gives the
    same captions at the same times.
    """

    def __init__(
        self,
        talks: Sequence[Talk],
        recognizer: Recognizer,
        emit: Callable[[Caption], None],
        wishes: Wishes | None = None,
        policy: StreamingPolicy | None = None,
        metrics: SessionMetrics | None = None,
        pass_time: PassTime | None = None,
    ) -> None:
        self._lanes = [_Lane(talk) for talk in talks]
        self._recognizer = recognizer
        self._recognition = Recognition(talks, wishes or Wishes(), policy, metrics)
        self._emit = emit
        self._pass_time = pass_time
        self._clock_ns = perf_counter_ns if pass_time is None else lambda: 0
        self._now_ns = 0
        self.pipeline_ns = 0
        """What everything but the engine has computed so far."""

    def run(self) -> Summary:
        """The session's figures. Raises what a source or the engine raises."""
        batch = batch_of(self._recognizer)
        for lane in self._lanes:
            self._listen(lane)
        while True:
            self._hear_until(self._now_ns)
            turn = self._recognition.next(self._now_ns, batch)
            if turn is not None:
                self._work(turn)
                continue
            wait_s = self._recognition.wait_s(self._now_ns)
            moments = [lane.found[0][0] for lane in self._lanes if lane.found]
            if wait_s is not None:
                moments.append(self._now_ns + max(1, round(wait_s * 1e9)))
            if not moments:
                return self._recognition.summary()
            self._now_ns = max(self._now_ns, min(moments))

    def _listen(self, lane: _Lane) -> None:
        """The track's thread takes one block."""
        talk = lane.talk
        block = talk.source.read(0.0)
        began_ns = self._clock_ns()
        if block is None:
            lane.ended = True
            lane.found.append((lane.free_ns, None, talk.segmenter.flush(talk.spool.length)))
            return
        talk.spool.append(block.pcm)
        changes = talk.segmenter.push(talk.vad.push(block.pcm))
        took_ns = self._clock_ns() - began_ns
        self.pipeline_ns += took_ns
        lane.free_ns = max(lane.free_ns, block.end_ns) + took_ns
        lane.found.append((lane.free_ns, block, changes))

    def _hear_until(self, now_ns: int) -> None:
        """What the tracks' threads find up to ``now_ns`` becomes known, in the order of time."""
        while True:
            ready = [lane for lane in self._lanes if lane.found and lane.found[0][0] <= now_ns]
            if not ready:
                return
            lane = min(ready, key=lambda lane: lane.found[0][0])
            known_ns, block, changes = lane.found.popleft()
            if block is not None:
                lane.talk.anchor.move(block.stop, block.end_ns)
                self._recognition.captured(len(block.pcm), block.lost)
            if changes:
                self._recognition.offer(changes, known_ns)
            if not lane.ended:
                self._listen(lane)

    def _work(self, turn: Turn) -> None:
        """The engine's thread makes a pass, while the tracks' threads go on."""
        recognizer, recognition = self._recognizer, self._recognition
        began_ns = self._clock_ns()
        asked = recognition.ask(turn, recognizer.info)
        asking_ns = self._clock_ns() - began_ns
        hypotheses, engine_ns = self._answers(asked)
        self._now_ns += asking_ns + engine_ns
        self._hear_until(self._now_ns)
        began_ns = self._clock_ns()
        for caption in recognition.answered(turn, hypotheses, recognizer.info, self._now_ns):
            self._emit(caption)
        for utterance in turn.closed:
            recognizer.forget(utterance.id)
        handing_ns = self._clock_ns() - began_ns
        self._now_ns += handing_ns
        self.pipeline_ns += asking_ns + handing_ns
        recognition.handed(turn, engine_ns, self._now_ns)

    def _answers(self, asked: Sequence[Window | Hypothesis]) -> tuple[list[Hypothesis], int]:
        """The engine's answers, and what they took on the clock; one that was given before takes nothing."""
        began_ns = self._clock_ns()
        found = answers(self._recognizer, asked)
        if self._pass_time is None:
            return found, self._clock_ns() - began_ns
        pairs = zip(asked, found, strict=True)
        return found, sum(self._pass_time(one, answer) for one, answer in pairs if isinstance(one, Window))
