"""The mending of cues that break a standard: step by step, each step for the better."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from captioner.core.caption import Cue
from captioner.transcript.faults import Demands, Fault, measures, shape
from captioner.transcript.recut import is_dialogue, merged, rebroken, recut

_WEIGHTS: dict[Fault, int] = {
    "empty": 8, "overlap": 6, "too many lines": 5, "line too long": 5,
    "gap too short": 3, "too long": 2, "too fast": 2, "too short": 1,
}  # fmt: skip
"""How much worse one is than another, where one can only be cured at the price of another."""

_LATE_MS = 125
"""How far behind its first word a cue may begin: three frames."""

_JOINED_PAUSE_MS = 1000
"""Speech on both sides of a pause longer than this stays in two cues."""


@dataclass(frozen=True, slots=True)
class Item:
    """A cue and what it was made of."""

    cue: Cue
    origin: tuple[int, ...]


_Cost = tuple[int, int, int]
"""Of a stretch of cues: how many faults, how heavy they are, how far beyond the limits."""

_Candidate = tuple[int, int, list[Item]]
"""What could take the place of the items [start, stop)."""


class Mending:
    """The cues of one track on their way to fewer faults.

    Goes along them and takes the best of the changes that lower the cost of the place, until there is none. Each step
    lowers the cost of the whole, a triple of natural numbers, so it ends; then no step is left, so it is idempotent.
    """

    def __init__(self, items: list[Item], demands: Demands) -> None:
        self._items = items
        self._demands = demands

    def done(self) -> list[Item]:
        """The mended items."""
        index = 0
        while index < len(self._items):
            at = self._step(index)
            # A step is judged by two neighbours on either side, so those before are looked at again.
            index = index + 1 if at is None else max(0, at - 2)
        return self._items

    def _step(self, index: int) -> int | None:
        """Make the best change at an item; where it was made, or None if none is better than what is."""
        best: tuple[_Cost, _Candidate] | None = None
        for candidate in self._candidates(index):
            start, stop, items = candidate
            if not self._in_order(start, stop, items):
                continue
            before = self._cost(self._items[max(0, start - 1) : stop + 1], stop < len(self._items))
            around = self._items[max(0, start - 1) : start] + items + self._items[stop : stop + 1]
            after = self._cost(around, stop < len(self._items))
            change = (after[0] - before[0], after[1] - before[1], after[2] - before[2])
            if change < (0, 0, 0) and (best is None or change < best[0]):
                best = change, candidate
        if best is None:
            return None
        start, stop, items = best[1]
        self._items[start:stop] = items
        return start

    def _cost(self, items: Sequence[Item], follower: bool) -> _Cost:
        """Of the items, but of the last one, with ``follower``, only as the one that follows."""
        count = weight = excess = 0
        for place in range(len(items) - follower):
            cue = items[place].cue
            following = items[place + 1].cue if place + 1 < len(items) else None
            for measure in measures(cue, following, self._demands.rules(cue)):
                count, weight, excess = count + 1, weight + _WEIGHTS[measure.fault], excess + measure.excess
        return count, weight, excess

    def _in_order(self, start: int, stop: int, items: Sequence[Item]) -> bool:
        """Whether starts would still not decrease."""
        starts = [
            item.cue.start_ms
            for item in (*self._items[max(0, start - 1) : start], *items, *self._items[stop : stop + 1])
        ]
        return starts == sorted(starts)

    def _candidates(self, index: int) -> Iterator[_Candidate]:
        item = self._items[index]
        cue, rules, language = item.cue, self._demands.rules(item.cue), self._demands.language(item.cue)
        following = self._items[index + 1].cue if index + 1 < len(self._items) else None
        faults = {measure.fault for measure in measures(cue, following, rules)}
        if not faults:
            return
        if "empty" in faults:
            yield index, index + 1, []
            return

        def instead(*cues: Cue) -> _Candidate:
            return index, index + 1, [replace(item, cue=one) for one in cues]

        if faults & {"line too long", "too many lines"}:
            broken = rebroken(cue, rules.line_columns, language)
            yield instead(broken)
            if broken.text.count("\n") >= rules.lines and "too long" not in faults:
                yield instead(*recut(cue, rules, language))
        spoken_until_ms = max((word.end_ms for word in cue.words), default=cue.start_ms + 1)
        if "too long" in faults:
            yield instead(*recut(cue, rules, language))
            yield instead(replace(cue, end_ms=max(spoken_until_ms, cue.start_ms + rules.max_ms)))
        if faults & {"too fast", "too short"}:
            wanted_ms = cue.start_ms + min(max(rules.min_ms, rules.reading_ms(shape(cue.text)[2])), rules.max_ms)
            if following is not None:
                wanted_ms = min(wanted_ms, following.start_ms - rules.gap_ms)
            if wanted_ms > cue.end_ms:
                yield instead(replace(cue, end_ms=wanted_ms))
        if following is not None and faults & {"overlap", "gap too short"}:
            end_ms = min(cue.end_ms, max(spoken_until_ms, following.start_ms - rules.gap_ms, cue.start_ms + 1))
            yield instead(replace(cue, end_ms=end_ms))
            start_ms = end_ms + rules.gap_ms
            if following.words and following.start_ms < start_ms <= following.words[0].start_ms + _LATE_MS:
                later = replace(following, start_ms=start_ms, end_ms=max(following.end_ms, start_ms + 1))
                yield (
                    index,
                    index + 2,
                    [replace(item, cue=replace(cue, end_ms=end_ms)), replace(self._items[index + 1], cue=later)],
                )
        # Not to make a fast one slower: that would show words long before they are said.
        if faults & {"too short", "overlap", "gap too short"}:
            for first in (index - 1, index):
                if (joint := self._joint(first)) is not None:
                    yield first, first + 2, [joint]

    def _joint(self, first: int) -> Item | None:
        """An item and the next one as one, if they may be."""
        if first < 0 or first + 1 >= len(self._items):
            return None
        left, right = self._items[first], self._items[first + 1]
        rules, language = self._demands.rules(left.cue), self._demands.language(left.cue)
        apart = right.cue.start_ms - left.cue.end_ms > _JOINED_PAUSE_MS
        too_long = max(left.cue.end_ms, right.cue.end_ms) - left.cue.start_ms > rules.max_ms
        too_wide = shape(left.cue.text)[2] + shape(right.cue.text)[2] > rules.lines * rules.line_columns
        if apart or too_long or too_wide or is_dialogue(left.cue.text) or is_dialogue(right.cue.text):
            return None
        together = rebroken(merged([left.cue, right.cue]), rules.line_columns, language)
        if together.text.count("\n") >= rules.lines:
            return None
        return Item(together, tuple(sorted({*left.origin, *right.origin})))
