"""What the one engine does next, for all tracks. Pure: the time is told to it.

Finals come first, in the order in which they closed, and none is ever dropped. Then a speculative final for a speaker
who pauses, so that the text is ready when the pause turns out to be the end. Then partials, newest sound only, each
track in turn, no oftener than the engine can bear.
"""

from collections import deque
from dataclasses import dataclass, field

from captioner.core.speech import Utterance

NS = 1_000_000_000


@dataclass(frozen=True, slots=True)
class CadencePolicy:
    """How often partial passes run: ``base_s`` apart or more, filling at most ``duty_cap`` of the time."""

    base_s: float = 0.35
    longest_s: float = 8.0
    duty_cap: float = 0.6
    smoothing: float = 0.5


@dataclass(frozen=True, slots=True)
class Job:
    """A pass to make: a ``final`` one when the utterance is closed or pausing, else a partial one.

    ``due_ns`` is the time that the cadence set for it, 0 where it set none.
    """

    utterance: Utterance
    due_ns: int = field(default=0, compare=False)

    @property
    def final(self) -> bool:
        """Whether the pass deserves the engine's best."""
        return self.utterance.state != "open"


class Schedule:
    """The queue in front of the engine."""

    def __init__(self, policy: CadencePolicy | None = None) -> None:
        self._policy = policy or CadencePolicy()
        self._finals: deque[Utterance] = deque()
        self._growing: dict[str, Utterance] = {}
        self._heard: dict[str, tuple[int, str, int]] = {}  # by track: utterance, its state and stop at the last pass
        self._last_ns: dict[str, int] = {}
        self._pass_s = 0.0

    def offer(self, utterance: Utterance) -> None:
        """The newest state of an utterance."""
        if utterance.state == "closed":
            self._finals.append(utterance)
            self._growing.pop(utterance.track, None)
        else:
            self._growing[utterance.track] = utterance

    @property
    def interval_s(self) -> float:
        """The time between two partial passes of a track, as the engine's recent speed allows."""
        policy = self._policy
        return min(max(policy.base_s, self._pass_s / policy.duty_cap), policy.longest_s)

    @property
    def backlog_samples(self) -> int:
        """Closed speech that no final pass has reached yet."""
        return sum(utterance.stop - utterance.start for utterance in self._finals)

    @property
    def finals(self) -> int:
        """Closed utterances that wait."""
        return len(self._finals)

    def next(self, now_ns: int) -> Job | None:
        """The pass to make now, or None: ask again when something is offered or ``wait_s`` has passed."""
        if self._finals:
            return Job(self._finals.popleft())
        fresh = self._fresh()
        pausing = [u for u in fresh if u.state == "pausing"]
        due = [u for u in fresh if u.state == "open" and now_ns >= self._due_ns(u)]
        ready = pausing or due
        if not ready:
            return None
        chosen = min(ready, key=lambda u: self._last_ns.get(u.track, 0))
        self._heard[chosen.track] = (chosen.id, chosen.state, chosen.stop)
        return Job(chosen, self._due_ns(chosen) if chosen.state == "open" else 0)

    def wait_s(self, now_ns: int) -> float | None:
        """Seconds until a pass is due, None while there is no sound that no pass has heard."""
        due = [self._due_ns(u) if u.state == "open" else 0 for u in self._fresh()]
        return max(0.0, min(due) - now_ns) / NS if due else None

    def done(self, job: Job, began_ns: int, now_ns: int) -> None:
        """A pass is over; it began at ``began_ns``."""
        took = (now_ns - began_ns) / NS
        self._last_ns[job.utterance.track] = began_ns
        if not job.final:
            keep = self._policy.smoothing
            self._pass_s = keep * self._pass_s + (1 - keep) * took if self._pass_s else took

    def _fresh(self) -> list[Utterance]:
        return [u for u in self._growing.values() if self._heard.get(u.track) != (u.id, u.state, u.stop)]

    def _due_ns(self, utterance: Utterance) -> int:
        last = self._last_ns.get(utterance.track)
        return 0 if last is None else last + round(self.interval_s * NS)
