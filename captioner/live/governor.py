"""How much is asked of an engine that cannot do it all: a ladder, walked by measured times. Pure: time is told to it.

What must be done is the final pass of every utterance; what goes by the board, in this order, is how often words are
shown while they are spoken, how much of the engine's context those passes use, and those passes altogether. The finals
that wait then have the engine to themselves. Where even that is too much they become thrifty too: words that come ever
later are worse than words that are a little rougher.

Thrifty finals before partials are given up would show words sooner: at the costs of small dimensions on two cores 2.6 s
after they were said instead of 5.8 s (of base dimensions 1.37 s and 1.41 s). But what stays would be rougher for as
long as the session lasts: in noise of -30 dB the test model's word error rate goes from 13 to 17-21 % with them, mostly
for want of the wide search.
"""

from collections.abc import Sequence
from dataclasses import dataclass

NS = 1_000_000_000

BEARS_S = 3.0
"""Seconds of speech that may wait for their final pass."""


@dataclass(frozen=True, slots=True)
class Rung:
    """``spacing`` stretches the interval between partial passes; ``thrifty`` ones may do with a short context.

    Without ``partials`` there are none, nor final ones on mere suspicion that the speaker has ended. ``thrifty_finals``
    are as the engine understands it. ``bears_s``: seconds of speech that may wait here for their final pass, but no
    more than ``BEARS_S`` where final passes alone take more time than there is: ever more would wait.
    """

    spacing: float = 1.0
    thrifty: bool = False
    partials: bool = True
    thrifty_finals: bool = False
    bears_s: float = BEARS_S


LADDER = (
    Rung(),
    Rung(spacing=2.0),
    Rung(spacing=2.0, thrifty=True),
    Rung(thrifty=True, partials=False, bears_s=10.0),
    Rung(thrifty=True, partials=False, thrifty_finals=True),
)
"""From what suits a machine that keeps up to what suits one that does not."""


@dataclass(frozen=True, slots=True)
class GovernorPolicy:
    """When to change the rung. Loads are shares of the engine's time, lengths seconds.

    Down where more speech waits for its final pass than the rung bears, or partial passes make the load more than
    ``crowded``: at once to the first rung that bears both, for a slow machine is asked seldom, but not sooner than
    ``settle_s`` after the last change. Up, one rung at a time, where the load on the rung above would be less than
    ``roomy`` and nothing waits, ``patience_s`` after the last change; a climb that is taken back doubles that, up to
    ``longest_patience_s``, and one that holds as long as that brings it back.
    """

    crowded: float = 0.9
    roomy: float = 0.7
    settle_s: float = 1.0
    patience_s: float = 5.0
    longest_patience_s: float = 60.0


class Governor:
    """Where on the ladder the session is."""

    def __init__(self, policy: GovernorPolicy | None = None) -> None:
        self._policy = policy or GovernorPolicy()
        self._place = 0
        self._changed_ns: int | None = None
        self._patience_s = self._policy.patience_s
        self._climbed = False

    @property
    def rung(self) -> Rung:
        """What may be asked of the engine now."""
        return LADDER[self._place]

    def consider(self, now_ns: int, loads: Sequence[float], waiting_s: float) -> None:
        """A pass is over: ``loads`` tells the load to expect on each rung, ``waiting_s`` the speech that waits."""
        policy = self._policy
        since_s = float("inf") if self._changed_ns is None else (now_ns - self._changed_ns) / NS
        place = self._demanded(loads, waiting_s)
        if place > self._place or waiting_s > self.rung.bears_s:
            if place > self._place and since_s >= policy.settle_s:
                if self._climbed and since_s < policy.longest_patience_s:
                    self._patience_s = min(2 * self._patience_s, policy.longest_patience_s)
                self._move(place, now_ns)
            return
        if self._climbed and since_s >= policy.longest_patience_s:
            self._patience_s, self._climbed = policy.patience_s, False
        roomy = self._place > 0 and loads[self._place - 1] < policy.roomy
        if roomy and waiting_s <= 0 and since_s >= self._patience_s:
            self._move(self._place - 1, now_ns)

    def _demanded(self, loads: Sequence[float], waiting_s: float) -> int:
        """The first place from the present one on that bears the load and what waits."""
        places = range(self._place, len(LADDER) - 1)
        return next((place for place in places if self._bears(LADDER[place], loads[place], waiting_s)), len(LADDER) - 1)

    def _bears(self, rung: Rung, load: float, waiting_s: float) -> bool:
        if rung.partials:
            return load <= self._policy.crowded and waiting_s <= rung.bears_s
        return waiting_s <= (rung.bears_s if load <= 1 else BEARS_S)

    def _move(self, place: int, now_ns: int) -> None:
        self._climbed = place < self._place
        self._place, self._changed_ns = place, now_ns
