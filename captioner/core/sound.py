"""Sound as it travels: tracks, blocks of samples, and the units of time."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SAMPLE_RATE = 16_000
"""Samples a second of everything inside the pipeline (Whisper's rate)."""

SAMPLES_PER_MS = SAMPLE_RATE // 1000

if TYPE_CHECKING:
    Pcm: TypeAlias = NDArray[np.float32]
else:  # whoever only shows captions need not wait for numpy
    Pcm = Any
"""Mono sound at 16 kHz, shape (n,), full scale = 1.0."""


def samples_to_ms(samples: int) -> int:
    """The millisecond nearest to a sample index (halves round up)."""
    return (2 * samples + SAMPLES_PER_MS) // (2 * SAMPLES_PER_MS)


def ms_to_samples(ms: int) -> int:
    """The sample index of a millisecond, exactly."""
    return ms * SAMPLES_PER_MS


def seconds_to_samples(seconds: float) -> int:
    """The sample index nearest to a time in seconds."""
    return round(seconds * SAMPLE_RATE)


@dataclass(frozen=True, slots=True)
class Track:
    """One source of sound of a session: a microphone, what the speakers play, a file.

    ``id`` is short, stable and unique in its session ("mic", "system", "file"); ``label`` is what a person reads
    before the words ("You", "Others"), empty where one track needs no name.
    """

    id: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class AudioBlock:
    """A stretch of a track's sound.

    ``start`` is the sample index of ``pcm[0]`` since the start of the track. The first ``lost`` samples of ``pcm`` are
    silence that stands for sound that never arrived (overflow, unplugged device), so that time stays true.
    ``end_ns`` is the monotonic clock, in nanoseconds, at which the last sample of the block was in the air.
    """

    track: str
    start: int
    pcm: Pcm
    lost: int
    end_ns: int

    @property
    def stop(self) -> int:
        """The sample index just past the block."""
        return self.start + len(self.pcm)
