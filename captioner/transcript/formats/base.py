"""What every format of cues has in common: its name, what is made ready before writing, what it says about losses."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from captioner.core.caption import Cue
from captioner.transcript.plain_text import one_line, plain


@dataclass(frozen=True, slots=True)
class Written:
    """A file's text, UTF-8 without byte order mark, and what the user must know about it, a line each."""

    text: str
    warnings: tuple[str, ...] = ()


class CueFormat(ABC):
    """A kind of file for cues.

    ``name`` is what the user types, ``extension`` begins with a point, ``last_ms`` is the latest time it can hold and
    ``tick_ms`` its finest step.
    """

    name: ClassVar[str]
    extension: ClassVar[str]
    title: ClassVar[str]
    last_ms: ClassVar[int | None] = None
    tick_ms: ClassVar[int] = 1

    def write(self, cues: Iterable[Cue], *, language: str | None = None, words: bool = False) -> Written:
        """The cues as the text of a file, in order of time. ``words`` adds the times of words where there is room."""
        ready = sorted(
            (cue for cue in map(self.ready, cues) if cue is not None), key=lambda cue: (cue.start_ms, cue.end_ms)
        )
        late = sum(self.last_ms is not None and cue.end_ms >= self.last_ms for cue in ready)
        warnings: tuple[str, ...] = ()
        if late and self.last_ms is not None:
            limit = f"{(self.last_ms + 1) // 3_600_000} hours"
            warnings = (f"{self.title} cannot hold times past {limit}: {late} cues stand at the limit.",)
        return Written(self._text(ready, language or "", words), warnings)

    def ready(self, cue: Cue) -> Cue | None:
        """The cue with text and times that the format can hold, or None if no text is left."""
        text = plain(cue.text)
        if not text:
            return None
        tick = self.tick_ms
        start_ms = max(0, cue.start_ms) // tick * tick
        end_ms = max(start_ms + tick, -(-cue.end_ms // tick) * tick)
        if self.last_ms is not None:
            start_ms, end_ms = min(start_ms, self.last_ms - tick), min(end_ms, self.last_ms)
        return replace(cue, start_ms=start_ms, end_ms=end_ms, text=text, speaker=one_line(cue.speaker))

    @abstractmethod
    def _text(self, cues: Sequence[Cue], language: str, words: bool) -> str:
        """The file's text for cues that are ready."""


class ReadableFormat(CueFormat):
    """A format that keeps times, so that a file of it can be read again."""

    @abstractmethod
    def read(self, text: str) -> list[Cue]:
        """The cues of a file's text, clean. Raises InputError where it is no such file."""


def clock(ms: int, decimal: str) -> str:
    """A time as HH:MM:SS and three decimals behind the given mark."""
    seconds, ms = divmod(ms, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02d}:{minutes:02d}:{seconds:02d}{decimal}{ms:03d}"


def milliseconds(hours: str | None, minutes: str, seconds: str, decimals: str) -> int:
    """The time that a clock's digits stand for; ``decimals`` are the digits behind the mark, as many as there are."""
    whole = (int(hours or 0) * 60 + int(minutes)) * 60 + int(seconds)
    return whole * 1000 + int(decimals[:3].ljust(3, "0"))
