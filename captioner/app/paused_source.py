"""A source that can be paused: while it is, nothing of its sound goes on, and time does."""

from dataclasses import replace

import numpy as np

from captioner.core.protocols import AudioSource
from captioner.core.sound import AudioBlock, Track


class PausableSource:
    """Gives the blocks of another source; silence instead of them while ``paused``.

    What is said in a pause reaches neither the engine nor the disk.
    """

    def __init__(self, source: AudioSource) -> None:
        self._source = source
        self.paused = False
        """Any thread may set it; it counts from the next block on."""

    @property
    def track(self) -> Track:
        """The track that the source feeds."""
        return self._source.track

    @property
    def live(self) -> bool:
        """Whether sound comes at its own pace."""
        return self._source.live

    def start(self) -> None:
        """Begin. Raises what the source raises."""
        self._source.start()

    def read(self, timeout_s: float) -> AudioBlock | None:
        """The next block, silent in a pause."""
        block = self._source.read(timeout_s)
        if block is None or not self.paused:
            return block
        return replace(block, pcm=np.zeros_like(block.pcm))

    @property
    def ended(self) -> bool:
        """Whether everything has been read."""
        return self._source.ended

    def stop(self) -> None:
        """Take no more sound."""
        self._source.stop()

    def close(self) -> None:
        """Let go of everything."""
        self._source.close()
