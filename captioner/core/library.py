"""What the library of transcripts keeps: sessions, their cues with identities, changes to them, hits of a search."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from captioner.core.caption import Cue

SessionPhase = Literal["running", "ended", "cut off"]
"""``cut off``: it has no end mark and the process that ran it is gone."""


@dataclass(frozen=True, slots=True)
class SessionTrack:
    """A track of a stored session: ``id`` as in Track ("mic", "system", "file"), ``speaker`` "" for none."""

    id: str
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class SessionInfo:
    """A session as the history lists it.

    ``began_ms`` is Unix time (UTC). ``subtitles`` is the SRT that grew during the session, ``recording`` the sound
    where it was kept, one channel a track in the order of ``tracks``. ``source`` is the media file or the address that
    it was made of, "" for live sound. ``words`` counts what search finds: a word of a spaced script, a character of
    Chinese, Japanese, Korean or Thai.
    """

    id: int
    title: str
    began_ms: int
    duration_ms: int
    phase: SessionPhase
    tracks: tuple[SessionTrack, ...]
    language: str | None
    model: str
    first_words: str
    cues: int
    tags: tuple[str, ...]
    subtitles: Path | None = None
    recording: Path | None = None
    source: str = ""
    words: int = 0


@dataclass(frozen=True, slots=True)
class StoredCue:
    """A cue of the library.

    ``id`` is unique in the library and may need 53 bits; 0 stands for a cue that is not in the library yet. ``edited``
    cues were changed by a person.
    """

    id: int
    cue: Cue
    edited: bool = False
    language: str | None = None


@dataclass(frozen=True, slots=True)
class CueChange:
    """Cues of one session that give way, and those that take their place; tracks as they are, and with other names."""

    removed: tuple[StoredCue, ...] = ()
    added: tuple[StoredCue, ...] = ()
    renamed: tuple[tuple[SessionTrack, SessionTrack], ...] = ()

    def __bool__(self) -> bool:
        """Whether anything changes."""
        return bool(self.removed or self.added or self.renamed)

    @property
    def inverse(self) -> "CueChange":
        """The change that undoes this one."""
        return CueChange(self.added, self.removed, tuple((new, old) for old, new in self.renamed))


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue that a search found; ``marks`` are the stretches that matched, [start, stop) in characters of ``text``."""

    session: int
    title: str
    began_ms: int
    cue: int
    start_ms: int
    text: str
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class SessionFilter:
    """Which sessions to list: those that match in all that is given.

    ``text`` is searched for in titles and cues. ``began_after_ms`` is the earliest beginning listed,
    ``began_before_ms`` the first no longer listed.
    """

    text: str = ""
    tag: str = ""
    began_after_ms: int | None = None
    began_before_ms: int | None = None


@dataclass(frozen=True, slots=True)
class Unheard:
    """Sound of a cut-off session that is not in its transcript: samples [from, to) of a track, in its spool file."""

    session: int
    track: str
    spool: Path
    from_sample: int
    to_sample: int
