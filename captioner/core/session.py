"""What a session of the desktop application tells those who show it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from captioner.core.caption import Notice
from captioner.core.sound import Track
from captioner.core.speech import EngineInfo

Phase = Literal["idle", "starting", "listening", "paused", "stopping"]
"""``starting`` opens the devices, ``stopping`` captions what was said before; sound is heard in between only."""


@dataclass(frozen=True, slots=True)
class EngineLoading:
    """A model on its way: fetched from the hub where ``total_bytes`` is not 0, else read from the disk."""

    model: str
    done_bytes: int = 0
    total_bytes: int = 0


@dataclass(frozen=True, slots=True)
class SessionState:
    """A session at one moment.

    ``engine`` is None until one is ready; ``loading`` tells of one that is on its way, the first or a better one.
    ``transcript`` is the file that grows, or grew in the last session. ``failure`` is what ended the last session, or
    kept it from beginning. ``behind_s``: whole seconds of speech that wait for the engine, 0 where it keeps up.
    """

    phase: Phase = "idle"
    tracks: tuple[Track, ...] = ()
    engine: EngineInfo | None = None
    loading: EngineLoading | None = None
    transcript: Path | None = None
    failure: Notice | None = None
    behind_s: int = 0

    @property
    def running(self) -> bool:
        """Whether there is something to stop."""
        return self.phase in ("starting", "listening", "paused")


@dataclass(frozen=True, slots=True)
class SourceHealth:
    """Proof of life of a track: the device that is heard, "" while there is none, and its level in dB of full scale."""

    track: str
    device: str
    rms_db: float
    peak_db: float
    clipped: bool
    no_signal: bool
