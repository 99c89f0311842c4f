"""From an open container to frames of float32, past whatever is damaged on the way."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from captioner.audio.media import OpenMedia
from captioner.core.errors import InputError

if TYPE_CHECKING:
    from av import AudioFrame, AudioResampler, AudioStream
    from av.packet import Packet

_EXACT_SEEK = {"wav", "w64", "aiff", "au", "caf", "flac", "mov,mp4,m4a,3gp,3g2,mj2", "matroska,webm"}
"""Containers whose timestamps stay the same after a seek. In others, earlier packets are read but not decoded."""
_LEAD_S = Fraction(1)
"""Decoded before the start that was asked for: codecs overlap their frames and need a past."""
_FAULTS_IN_A_ROW = 10_000


@dataclass(frozen=True, slots=True)
class Frames:
    """Decoded frames, shape (n, channels), full scale 1.0, at ``rate``; ``time_s`` is the container time of the first
    (None: unknown). ``after_loss`` tells that packets before it could not be decoded."""

    rate: int
    frames: NDArray[np.float32]
    time_s: Fraction | None
    after_loss: bool


class FrameReader:
    """Reads the audio stream of a container once. ``skipped`` counts packets that were damaged."""

    def __init__(self, media: OpenMedia) -> None:
        self._media = media
        self._unpacker: tuple[tuple[str, str, int], AudioResampler] | None = None
        self.skipped = 0
        self.found = False
        """Whether there was anything to decode, even if before the start."""

    def frames(self, start_s: Fraction) -> Iterator[Frames]:
        """The frames from ``start_s`` (container time) or somewhat before it to the end of the input.

        An input that breaks off ends here; its ``failure`` tells why.
        """
        if self._seek(start_s):
            reached = self._decoded(None)
            first = next(reached, None)
            if first is not None and first.time_s is not None and first.time_s <= start_s:
                yield first
                yield from reached
                return
            self._media.container.seek(0)  # the index misleads
        yield from self._decoded(start_s - _LEAD_S)

    def _seek(self, start_s: Fraction) -> bool:
        """Go near the start where that is worth it and exact."""
        import av.error

        media, base = self._media, self._media.stream.time_base
        beginning = media.start_s or Fraction(0)
        if base is None or media.container.format.name not in _EXACT_SEEK or not media.bytes.rewinds:
            return False
        if start_s - beginning < 5 * _LEAD_S:
            return False
        try:
            media.container.seek(int((start_s - _LEAD_S) / base), stream=media.stream)
        except (av.error.FFmpegError, OSError):
            return False
        return True

    def _decoded(self, not_before: Fraction | None) -> Iterator[Frames]:
        """Decode packet by packet; those that begin before ``not_before`` are passed over."""
        import av.error

        lost = False
        for packet in self._packets():
            if not_before is not None and packet.pts is not None and packet.pts * packet.time_base < not_before:
                self.found = True
                continue
            not_before = None
            try:
                for frame in self._media.stream.decode(packet):
                    if frame.samples and frame.sample_rate:
                        yield self._unpack(frame, lost)
                        self.found, lost = True, False
            except av.error.EOFError:
                return
            except (av.error.FFmpegError, ValueError):
                self.skipped += 1
                lost = True

    def _packets(self) -> "Iterator[Packet[AudioStream]]":
        """The packets of the stream, past faults of the container, and the empty one that flushes the decoder."""
        import av.error

        faults = 0
        while faults < _FAULTS_IN_A_ROW:
            try:
                for packet in self._media.container.demux(self._media.stream):
                    yield packet
                    faults = 0
                return
            except (av.error.EOFError, InputError):
                return
            except (av.error.FFmpegError, OSError):
                if self._media.bytes.failure is not None:
                    return
                self.skipped += 1
                faults += 1

    def _unpack(self, frame: "AudioFrame", after_loss: bool) -> Frames:
        """As interleaved float32. Through FFmpeg: reading planar 8-channel frames directly crashes PyAV 18.1."""
        import av

        kind = (frame.format.name, frame.layout.name, frame.sample_rate)
        if self._unpacker is None or self._unpacker[0] != kind:
            self._unpacker = kind, av.AudioResampler(format="flt")
        parts = [each.to_ndarray().reshape(-1, frame.layout.nb_channels) for each in self._unpacker[1].resample(frame)]
        time_s = None if frame.pts is None or frame.time_base is None else frame.pts * frame.time_base
        return Frames(frame.sample_rate, np.concatenate(parts), time_s, after_loss)
