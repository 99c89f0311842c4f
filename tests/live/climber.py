"""The governor, watched: where on the ladder it was, and when."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from captioner.live.governor import LADDER, Governor


@dataclass(slots=True)
class Climb:
    """The places on the ladder, each with the second from which on the governor was there; 0 is the top."""

    places: list[tuple[float, int]] = field(default_factory=lambda: [(0.0, 0)])

    def reached(self, place: int, from_s: float, to_s: float) -> float | None:
        """The first second of a stretch of time at which the governor came to that place; None where it did not."""
        return next((at_s for at_s, there in self.places if from_s <= at_s < to_s and there == place), None)

    def shares(self, end_s: float) -> list[float]:
        """The share of the time until ``end_s`` that was spent on each rung."""
        spent = [0.0] * len(LADDER)
        ends = [at_s for at_s, _ in self.places[1:]] + [end_s]
        for (at_s, place), left_s in zip(self.places, ends, strict=True):
            spent[place] += (left_s - at_s) / end_s
        return spent


def watched(monkeypatch: pytest.MonkeyPatch) -> Climb:
    """The climb of the sessions that are made from now on."""
    climb = Climb()

    class Watched(Governor):
        def consider(self, now_ns: int, loads: Sequence[float], waiting_s: float) -> None:
            super().consider(now_ns, loads, waiting_s)
            place = LADDER.index(self.rung)
            if climb.places[-1][1] != place:
                climb.places.append((now_ns / 1e9, place))

    monkeypatch.setattr("captioner.live.schedule.Governor", Watched)
    return climb
