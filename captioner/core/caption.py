"""What people read: captions as they form, cues as they stay, notices about the program itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from captioner.core.errors import Remedy as Remedy
from captioner.core.speech import Word


@dataclass(frozen=True, slots=True)
class Caption:
    """One state of the text of one utterance, for display.

    ``stable`` never changes once shown: each revision's begins with the one before. ``tentative`` may. The last
    revision is ``final`` and its tentative text is empty; ``words`` then holds the transcript, which may correct what
    was shown. ``start`` and ``end`` are sample indices of the first and last word shown. ``lag_s`` is the time from
    the end of the last word in the air to this caption; in the windows, until they got it. ``cut`` tells of a final one
    that the speaker goes on without a pause: the utterance was too long. ``heard`` is, of a final one, the sample of
    the track up to which the engine has heard it all.
    """

    utterance: int
    track: str
    revision: int
    stable: str
    tentative: str
    final: bool
    start: int
    end: int
    lag_s: float
    words: tuple[Word, ...] = ()
    language: str | None = None
    cut: bool = False
    heard: int = 0


@dataclass(frozen=True, slots=True)
class CueWord:
    """A word of a cue with its times in milliseconds; ``text`` carries its own leading space."""

    text: str
    start_ms: int
    end_ms: int
    probability: float


@dataclass(frozen=True, slots=True)
class Cue:
    """A subtitle: what is shown from ``start_ms`` to ``end_ms``, lines separated by a line feed.

    ``words`` is a tuple, or what cannot be told from one: equal to it, hashable, never changed.
    """

    start_ms: int
    end_ms: int
    text: str
    track: str = ""
    speaker: str = ""
    words: Sequence[CueWord] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """Something about the program that the user must know, in words, with the way out. Never caption text.

    Texts are in English, and a ``core.message.Message`` where something is filled in, see ``CaptionerError``.
    """

    severity: Literal["info", "warning", "error"]
    text: str
    hint: str = ""
    track: str | None = None
    remedy: Remedy | None = None
