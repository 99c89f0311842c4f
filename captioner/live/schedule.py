"""What the one engine does next, for all tracks. Pure: the time is told to it.

Finals come first, in the order in which they closed, and none is ever dropped. Then a speculative final for a speaker
who pauses, so that the text is ready when the pause turns out to be the end. Then partials, newest sound only, each
track in turn, no oftener than the engine can bear. Where it cannot bear it all, the governor says what is left out, and
finals that have piled up are heard several at once by an engine that can.
"""

import math
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field

from captioner.core.sound import SAMPLE_RATE
from captioner.core.speech import Utterance
from captioner.live.governor import LADDER, Governor, Rung

NS = 1_000_000_000

MOST_SAVED = 6.0
"""A final pass takes at most so many times what a thrifty one takes; of Whisper models two to four were measured."""


@dataclass(frozen=True, slots=True)
class CadencePolicy:
    """How often partial passes run: ``base_s`` apart or more, filling at most ``duty_cap`` of the time.

    ``load_over_s``: over how long the final passes' share of the time is taken. ``backlog``: so many closed utterances
    must wait before the engine hears several at once, for each of them then waits for the whole batch, which is to take
    no longer than ``longest_batch_s``: a processor saves a tenth with it, and the governor is asked but once a pass.
    """

    base_s: float = 0.35
    longest_s: float = 8.0
    duty_cap: float = 0.6
    smoothing: float = 0.5
    load_over_s: float = 10.0
    backlog: int = 3
    longest_batch_s: float = 5.0


@dataclass(frozen=True, slots=True)
class Job:
    """A pass to make: a ``final`` one when the utterance is closed or pausing, else a partial one.

    ``due_ns`` is the time that the cadence set for it, 0 where it set none; a ``thrifty`` one is to cost little.
    """

    utterance: Utterance
    due_ns: int = field(default=0, compare=False)
    thrifty: bool = field(default=False, compare=False)

    @property
    def final(self) -> bool:
        """Whether the pass deserves the engine's best."""
        return self.utterance.state != "open"


class Schedule:
    """The queue in front of the engine."""

    def __init__(self, policy: CadencePolicy | None = None, *, patient: bool = False) -> None:
        """``patient``: nobody waits for the words, so every final gets the engine's best, each by itself.

        What comes of the sound then does not depend on how quick the machine happens to be.
        """
        self._policy = policy or CadencePolicy()
        self._patient = patient
        self._finals: deque[Utterance] = deque()
        self._growing: dict[str, Utterance] = {}
        self._heard: dict[
            str, tuple[int, str, int]
        ] = {}  # by track: utterance, state and end of speech at the last pass
        self._last_ns: dict[str, int] = {}
        self._pass_s = 0.0
        self._governor = Governor()
        self._finals_rate = 0.0
        self._final_s: dict[bool, float] = {}  # what one takes, by whether it is thrifty
        self._rate_ns: int | None = None

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
        return self._interval_s(self._governor.rung)

    @property
    def rung(self) -> Rung:
        """What is asked of the engine now."""
        return self._governor.rung

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
            return self._next_final()
        fresh = self._fresh()
        pausing = [u for u in fresh if u.state == "pausing"]
        due = [u for u in fresh if u.state == "open" and now_ns >= self._due_ns(u)]
        ready = pausing or due
        if not ready:
            return None
        chosen = min(ready, key=lambda u: self._last_ns.get(u.track, 0))
        self._heard[chosen.track] = _heard(chosen)
        rung = self._governor.rung
        if chosen.state == "pausing":
            return Job(chosen, thrifty=rung.thrifty_finals)
        return Job(chosen, self._due_ns(chosen), rung.thrifty)

    def companions(self, job: Job, most: int) -> list[Job]:
        """Finals to be heard in the same pass as the ``job`` that ``next`` gave: none before there is a backlog."""
        policy = self._policy
        waiting = len(self._finals)
        if self._patient or job.utterance.state != "closed" or waiting + 1 < policy.backlog:
            return []
        took_s = self._final_s.get(job.thrifty, 0.0)
        bearable = round(policy.longest_batch_s // took_s) - 1 if took_s else most
        return [self._next_final() for _ in range(min(most, waiting, max(0, bearable)))]

    def wait_s(self, now_ns: int) -> float | None:
        """Seconds until a pass is due, None while there is no sound that no pass has heard."""
        due = [self._due_ns(u) if u.state == "open" else 0 for u in self._fresh()]
        return max(0.0, min(due) - now_ns) / NS if due else None

    def done(self, jobs: Sequence[Job], began_ns: int, now_ns: int, *, spare: bool = True) -> None:
        """A pass over one job, or over several finals, is over; it began at ``began_ns``.

        ``spare`` tells that partial passes could be spared; those of an engine that goes on where it was could not:
        the final one would have to do their work.
        """
        took_s = (now_ns - began_ns) / NS / len(jobs)
        since_s = 0.0 if self._rate_ns is None else (now_ns - self._rate_ns) / NS
        self._finals_rate *= math.exp(-since_s / self._policy.load_over_s)
        self._rate_ns = now_ns
        for job in jobs:
            self._last_ns[job.utterance.track] = began_ns
            if job.final:
                self._finals_rate += 1 / self._policy.load_over_s
                self._final_took(job.thrifty, took_s)
            else:
                self._pass_s = self._smoothed(self._pass_s or None, took_s)
        if spare and not self._patient:
            loads = [self._finals_load(rung) + self._partials_load(rung) for rung in LADDER]
            self._governor.consider(now_ns, loads, self._late_samples / SAMPLE_RATE)

    def _final_took(self, thrifty: bool, took_s: float) -> None:
        """Learn from a final pass, also of what the rung leaves out: nobody measures that, and it may be long ago.

        An engine that has become quicker is so at everything; without this, one that was slow for a while would never
        be believed to be quick again.
        """
        before = self._final_s.get(thrifty)
        now = self._final_s[thrifty] = self._smoothed(before, took_s)
        change = now / before if before else 1.0
        if thrifty and False in self._final_s:
            self._final_s[False] = min(self._final_s[False] * change, now * MOST_SAVED)
        if not self._governor.rung.partials:
            self._pass_s = min(self._pass_s * change, self._final_s.get(False, now))

    def _next_final(self) -> Job:
        return Job(self._finals.popleft(), thrifty=self._governor.rung.thrifty_finals)

    def _smoothed(self, before: float | None, now: float) -> float:
        keep = self._policy.smoothing
        return now if before is None else keep * before + (1 - keep) * now

    def _finals_load(self, rung: Rung) -> float:
        """The share of the time that final passes would take on the rung, as far as both kinds have been seen.

        Those that wait count too: how many are made in a second tells nothing where there is no time for more.
        """
        other = self._final_s.get(not rung.thrifty_finals, 0.0)
        rate = self._finals_rate + len(self._finals) / self._policy.load_over_s
        return rate * self._final_s.get(rung.thrifty_finals, other)

    def _interval_s(self, rung: Rung) -> float:
        policy = self._policy
        bearable_s = self._pass_s * self._talking / policy.duty_cap
        return min(max(policy.base_s, bearable_s) * rung.spacing, policy.longest_s)

    def _partials_load(self, rung: Rung) -> float:
        """The share of the time that partial passes would take on the rung."""
        return self._pass_s * self._talking / self._interval_s(rung) if rung.partials else 0.0

    @property
    def _talking(self) -> int:
        """Tracks on which somebody speaks, 1 where it is quiet."""
        return max(1, len(self._growing))

    @property
    def _late_samples(self) -> int:
        """Speech that waits for its final pass though another utterance has closed since."""
        return sum(utterance.stop - utterance.start for utterance in list(self._finals)[:-1])

    def _fresh(self) -> list[Utterance]:
        """What grows and may have a pass that would hear something new."""
        if not self._governor.rung.partials:
            return []
        return [u for u in self._growing.values() if self._heard.get(u.track) != _heard(u)]

    def _due_ns(self, utterance: Utterance) -> int:
        last = self._last_ns.get(utterance.track)
        return 0 if last is None else last + round(self.interval_s * NS)


def _heard(utterance: Utterance) -> tuple[int, str, int]:
    """What must be another before a pass would hear anything new: more silence behind the speech is not."""
    return utterance.id, utterance.state, utterance.speech_stop
