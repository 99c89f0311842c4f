"""What the overlay shows: utterances of one or two tracks as rows of text that only ever roll up.

Utterances that one speaker says without a longer pause flow on in one *turn*, a paragraph; another speaker, another
language or a pause begins a new one on a row of its own. A row is found by its ordinal, counted from the first row ever
shown. Rules that hold whatever comes:

- A committed character stays on its row. A row that fills breaks before what is tentative, never before what stands.
- The number of rows never shrinks: where a tentative text gets shorter, its last row stays empty until it is refilled.
- A turn that grows above another speaker's pushes its own rows up and leaves those below where they are.

Only a change of width or font (``rebreak``) breaks rows anew. Nothing here is Qt: what fits on a row, the LineBreaker
says.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from captioner.core.caption import Caption
from captioner.core.sound import seconds_to_samples
from captioner.transcript.phrases import ideographic

MAX_TURNS = 400
"""How far back one can scroll in the overlay; the transcript keeps everything."""

_PAUSE = seconds_to_samples(2.0)
_LONG_TURN = 600
"""Characters after which the next utterance begins a new turn: breaking rows stays quick."""


class LineBreaker(Protocol):
    """Breaks the text of a turn into rows."""

    def __call__(self, text: str, said: str, language: str | None, starts: Sequence[int], keep: int) -> list[int]:
        """Where the rows of ``text`` begin, ascending from 0. The given ``starts`` stand, and no row after the last of
        them begins before ``keep``. ``said`` is the text without the speaker's name: it decides on script and
        direction."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of text. ``text`` is the turn's text from ``start`` on, without space at its end; its first
    ``solid`` characters stay, its first ``name`` ones are the speaker's name. ``language`` and what is ``said`` in
    the turn decide on font and direction, ``speaker`` (0, 1) on the colour."""

    turn: int
    start: int
    text: str
    solid: int
    name: int
    speaker: int
    language: str | None
    said: str = field(compare=False)  # what is new at its end changes nothing on this row


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place between two characters of what was said, for selections."""

    turn: int
    offset: int


@dataclass(slots=True)
class _Utterance:
    """``lead`` parts it from the one before it in its turn."""

    lead: str = ""
    revision: int = -1
    stable: str = ""
    tentative: str = ""
    final: bool = False


@dataclass(slots=True)
class _Turn:
    track: str
    language: str | None
    name: str
    speaker: int
    end: int
    utterances: list[_Utterance] = field(default_factory=list)
    text: str = ""
    solid: int = 0
    starts: list[int] | None = None
    rows: int = 1

    @property
    def final(self) -> bool:
        return self.utterances[-1].final

    @property
    def said(self) -> str:
        return self.text[len(self.name) + 2 :] if self.name else self.text


class CaptionLines:
    """The rows of a session."""

    def __init__(self, breaker: LineBreaker) -> None:
        self._breaker = breaker
        self._names: dict[str, str] = {}
        self._names_shown = False
        self._turns: list[_Turn] = []
        self._first_turn = 0  # ordinal of _turns[0]
        self._places: dict[tuple[str, int], tuple[int, int]] = {}  # open utterance → turn ordinal, index in the turn
        self._bottom = 0

    @property
    def bottom(self) -> int:
        """The ordinal just past the newest row; it never decreases."""
        return self._bottom

    def show(self, caption: Caption) -> bool:
        """Take one state of an utterance; whether anything that is shown changed.

        Raises ValueError where committed text would change: whoever sends that is wrong.
        """
        key = (caption.track, caption.utterance)
        place = self._places.get(key)
        if place is None:
            if not (caption.stable or caption.tentative):
                return False
            place = self._places[key] = self._place_for(caption)
        turn = self._turns[place[0] - self._first_turn]
        utterance = turn.utterances[place[1]]
        if caption.revision <= utterance.revision:
            return False
        if not caption.stable.startswith(utterance.stable):
            raise ValueError(f"utterance {caption.utterance} of {caption.track}: committed text changed")
        if not utterance.stable:
            utterance.lead = _lead(turn, place[1], (caption.stable + caption.tentative).lstrip())
        turn.language = turn.language or caption.language
        utterance.revision = caption.revision
        utterance.stable, utterance.tentative = caption.stable, caption.tentative
        utterance.final = caption.final
        turn.end = max(turn.end, caption.end)
        if caption.final:
            del self._places[key]
        return self._refresh(turn)

    def rename(self, names: dict[str, str], shown: bool) -> None:
        """Labels by track, in the order of the speakers, and whether turns begin with them; turns that are there keep
        theirs."""
        self._names, self._names_shown = dict(names), shown

    def rebreak(self, breaker: LineBreaker) -> None:
        """Another width or font: all rows are broken anew, older ones when somebody looks at them."""
        self._breaker = breaker
        for turn in self._turns:
            turn.starts = None
            turn.rows = 1
        for turn in self._turns[-2:]:
            turn.rows = len(self._starts(turn))

    def window(self, bottom: int, count: int) -> list[Row | None]:
        """``count`` rows, the last of them just above the ordinal ``bottom``, None where there is no text."""
        found: list[Row | None] = []
        below = self._bottom
        for index in range(len(self._turns) - 1, -1, -1):
            turn = self._turns[index]
            starts = self._starts(turn)
            for row in range(turn.rows - 1, -1, -1):
                below -= 1
                if below < bottom:
                    found.append(self._row(index, starts, row) if row < len(starts) else None)
                if len(found) == count:
                    return found[::-1]
        return [None] * (count - len(found)) + found[::-1]

    def first_row(self, at_least: int) -> int:
        """The ordinal of the oldest row that is kept, looking back no further than ``at_least``."""
        ordinal = self._bottom
        for turn in reversed(self._turns):
            if ordinal <= at_least:
                break
            self._starts(turn)
            ordinal -= turn.rows
        return max(ordinal, at_least)

    def text_between(self, one: Position, other: Position) -> str:
        """What was said between two places, a line a turn."""
        first, last = sorted((one, other))
        pieces = []
        for ordinal in range(max(first.turn, self._first_turn), last.turn + 1):
            if ordinal - self._first_turn >= len(self._turns):
                break
            text = self._turns[ordinal - self._first_turn].text
            begin = first.offset if ordinal == first.turn else 0
            end = last.offset if ordinal == last.turn else len(text)
            pieces.append(text[begin:end].strip())
        return "\n".join(pieces)

    def everything(self) -> tuple[Position, Position]:
        """The whole that is kept, as a selection."""
        last = self._first_turn + len(self._turns) - 1
        if last < self._first_turn:
            return Position(0, 0), Position(0, 0)
        return Position(self._first_turn, 0), Position(last, len(self._turns[-1].text))

    def _place_for(self, caption: Caption) -> tuple[int, int]:
        """Where a new utterance goes: into the last turn if it goes on there, else into a new one."""
        last = self._turns[-1] if self._turns else None
        if last is None or not self._goes_on(last, caption):
            last = self._new_turn(caption)
        last.utterances.append(_Utterance())
        return self._first_turn + len(self._turns) - 1, len(last.utterances) - 1

    @staticmethod
    def _goes_on(turn: _Turn, caption: Caption) -> bool:
        return (
            turn.track == caption.track
            and turn.final
            and caption.start - turn.end < _PAUSE
            and len(turn.text) < _LONG_TURN
            and (turn.language == caption.language or None in (turn.language, caption.language))
        )

    def _new_turn(self, caption: Caption) -> _Turn:
        free = 0
        if self._turns and self._turns[-1].final:  # its empty rows are refilled by what follows
            last = self._turns[-1]
            free = last.rows - len(self._starts(last))
            last.rows -= free
        speakers = list(self._names)
        speaker = speakers.index(caption.track) % 2 if caption.track in self._names else 0
        name = self._names.get(caption.track, "") if self._names_shown else ""
        turn = _Turn(caption.track, caption.language, name, speaker, caption.end)
        turn.rows = max(1, free)
        self._turns.append(turn)
        self._bottom += turn.rows - free
        if len(self._turns) > MAX_TURNS:
            del self._turns[0]
            self._first_turn += 1
            self._places = {key: place for key, place in self._places.items() if place[0] >= self._first_turn}
        return turn

    def _refresh(self, turn: _Turn) -> bool:
        """Text and rows of a turn from its utterances; whether either changed."""
        prefix = f"{turn.name}: " if turn.name else ""
        text = prefix + "".join(part.lead + part.stable + part.tentative for part in turn.utterances)
        newest = turn.utterances[-1]
        tentative = len(newest.tentative) + (0 if newest.stable else len(newest.lead))
        before = (turn.text, turn.solid)
        starts = turn.starts
        stood = turn.solid
        turn.text, turn.solid = text, len(text) - tentative
        if (text, turn.solid) == before:
            return False
        fixed = starts[: max(1, bisect_left(starts, stood))] if starts else [0]
        turn.starts = self._breaker(text, turn.said, turn.language, fixed, stood)
        grown = max(0, len(turn.starts) - turn.rows)
        turn.rows += grown
        self._bottom += grown
        return True

    def _starts(self, turn: _Turn) -> list[int]:
        if turn.starts is None:
            turn.starts = self._breaker(turn.text, turn.said, turn.language, [0], 0)
            turn.rows = max(turn.rows, len(turn.starts))
        return turn.starts

    def _row(self, index: int, starts: list[int], row: int) -> Row:
        turn = self._turns[index]
        start = starts[row]
        stop = starts[row + 1] if row + 1 < len(starts) else len(turn.text)
        text = turn.text[start:stop].rstrip()
        return Row(
            turn=self._first_turn + index,
            start=start,
            text=text,
            solid=min(max(turn.solid - start, 0), len(text)),
            name=len(turn.name) + 1 if turn.name and row == 0 else 0,
            speaker=turn.speaker,
            language=turn.language,
            said=turn.said,
        )


def _lead(turn: _Turn, index: int, after: str) -> str:
    """What parts an utterance of a turn from the one before it: a space, where the script writes one."""
    if index == 0 or not after:
        return ""
    before = turn.utterances[index - 1].stable[-1:]
    if not before or before.isspace() or (ideographic(before) and ideographic(after[0])):
        return ""
    return " "
