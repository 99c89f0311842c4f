"""A track on its way through the session: its parts, and the map from its samples to the clock on the wall."""

from dataclasses import dataclass, field

from captioner.core.protocols import AudioSource, Spool, Vad
from captioner.core.sound import SAMPLE_RATE
from captioner.live.conversation import Conversation
from captioner.live.segmenter import Segmenter

NS_PER_SAMPLE = 1_000_000_000 // SAMPLE_RATE


class Anchor:
    """Sample index ↔ monotonic clock, by the newest block.

    One thread moves it, others read it: the pair is replaced as a whole.
    """

    def __init__(self) -> None:
        self._newest: tuple[int, int] | None = None
        self._began_ns: int | None = None

    @property
    def began_ns(self) -> int | None:
        """The monotonic clock at the track's first sample, None before it."""
        return self._began_ns

    @property
    def newest_ns(self) -> int:
        """The monotonic clock at the newest sample. Zero before the first block."""
        return self._newest[1] if self._newest else 0

    def move(self, sample: int, ns: int) -> None:
        """``sample`` samples of the track were in the air at ``ns``."""
        if self._began_ns is None:
            self._began_ns = ns - sample * NS_PER_SAMPLE
        self._newest = (sample, ns)

    def ns_at(self, sample: int) -> int:
        """The monotonic clock, in nanoseconds, when ``sample`` was in the air. Zero before the first block."""
        if self._newest is None:
            return 0
        at, ns = self._newest
        return ns + (sample - at) * NS_PER_SAMPLE


@dataclass(frozen=True, slots=True)
class Talk:
    """The parts that serve one track of a session."""

    source: AudioSource
    spool: Spool
    vad: Vad
    segmenter: Segmenter
    conversation: Conversation
    anchor: Anchor = field(default_factory=Anchor)

    @property
    def track(self) -> str:
        """The track's id."""
        return self.source.track.id
