"""Any audio or video as 16 kHz mono, block by block, in bounded memory and with true times."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from math import gcd
from typing import Self

import numpy as np

from captioner.audio.byte_source import ByteSource
from captioner.audio.media import MediaInfo, OpenMedia, index_out_of_reach
from captioner.audio.packets import FrameReader, Frames
from captioner.audio.placement import Placer
from captioner.audio.resample import MAX_CHANNELS, MAX_RATE, Converter
from captioner.core.errors import InputError
from captioner.core.message import Message
from captioner.core.sound import SAMPLE_RATE, Pcm, seconds_to_samples

BLOCK = SAMPLE_RATE // 5
"""Samples of a decoded block; the last one of an input may be shorter."""

_FILTER_LEAD = SAMPLE_RATE // 4
"""Samples before the start that the converter hears, so that its filters and gains have settled."""
_GAP_PIECE = 1 << 14


class Decoder:
    """The sound of one input, once through. Use as a context manager, or ``close`` it.

    Sample k of the output is the sound k/16000 s after ``start_s`` in the media, where 0 is what a player shows as 0.
    Holes in the timestamps come as silence. Damaged packets are left out and counted in ``skipped``.
    """

    def __init__(
        self,
        source: str | ByteSource,
        *,
        start_s: float = 0.0,
        duration_s: float | None = None,
        channel: int | None = None,
    ) -> None:
        """Open a path, ``-``, an http(s) address or opened bytes, to hear ``duration_s`` from ``start_s`` on.

        Without a duration, to the end. ``channel`` is the only one to hear (the last one where there are not so many);
        without it all are mixed. Raises InputError, and ValueError for a negative time.
        """
        if not start_s >= 0 or (duration_s is not None and not duration_s >= 0):
            raise ValueError("times cannot be negative")
        self._start = seconds_to_samples(start_s)
        self._wanted = None if duration_s is None else seconds_to_samples(duration_s)
        self._channel = channel
        self._media = OpenMedia(source)
        self._reader = FrameReader(self._media)
        self._zero_s = self._media.start_s
        self._converter: Converter | None = None
        self._placer = Placer(SAMPLE_RATE)
        self._origin = 0  # the first frame that the converter takes, counted from zero at its rate
        self._stale = 0  # samples before the start that the converter still gives

    @property
    def info(self) -> MediaInfo:
        """What the input says about itself."""
        return self._media.info

    @property
    def skipped(self) -> int:
        """Packets that were damaged so far."""
        return self._reader.skipped

    @property
    def samples(self) -> int | None:
        """How many samples will come, as far as the input tells before they have."""
        if self.info.duration_s is None:
            return self._wanted
        there = max(0, seconds_to_samples(self.info.duration_s) - self._start)
        return there if self._wanted is None else min(self._wanted, there)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def cancel(self) -> None:
        """Let ``blocks`` end early, with what was read so far. From any thread."""
        self._media.bytes.cancel()

    def close(self) -> None:
        """Let go. Safe to call twice."""
        self._media.close()

    def blocks(self) -> Iterator[Pcm]:
        """The sound in blocks of 0.2 s. Raises InputError where there is none, or where the input breaks off."""
        pending: list[Pcm] = []
        ready = given = 0
        for pcm in self._output():
            if self._wanted is not None:
                pcm = pcm[: self._wanted - given - ready]
            pending.append(pcm)
            ready += len(pcm)
            if ready >= BLOCK:
                joined = np.concatenate(pending)
                whole = ready - ready % BLOCK
                for at in range(0, whole, BLOCK):
                    yield joined[at : at + BLOCK]
                pending, ready, given = [joined[whole:]], ready - whole, given + whole
            if given + ready == self._wanted:
                break
        if ready:
            yield np.concatenate(pending)
        if self._media.bytes.failure is not None and given + ready != self._wanted:
            raise self._media.bytes.failure
        if not given + ready and self._wanted != 0 and not self._media.bytes.cancelled:
            raise self._nothing()

    def _nothing(self) -> InputError:
        name = self.info.name
        if self._reader.found:
            return InputError(
                Message("{name} ends before {seconds:g} s.", name=name, seconds=self._start / SAMPLE_RATE),
                "Choose an earlier start.",
            )
        if out_of_reach := index_out_of_reach(self._media.bytes):
            return out_of_reach
        return InputError(
            Message("{name} holds no sound that can be decoded.", name=name), "Check that it plays in a media player."
        )

    def _output(self) -> Iterator[Pcm]:
        """The samples from the start on, in pieces as the converter gives them."""
        zero_s = self._media.start_s or Fraction(0)
        for part in self._reader.frames(zero_s + Fraction(self._start, SAMPLE_RATE)):
            if self._channel is not None:
                at = min(self._channel, part.frames.shape[1] - 1)
                part = replace(part, frames=part.frames[:, at : at + 1])
            rate, channels = part.rate, part.frames.shape[1]
            if channels > MAX_CHANNELS or not 1_000 <= rate <= MAX_RATE:
                continue  # damaged: no stream changes to that
            if self._zero_s is None:
                self._zero_s = Fraction(0) if self._start else part.time_s
            stamp = None
            if part.time_s is not None:
                stamp = round((part.time_s - (self._zero_s or 0)) * rate)
            if self._converter is None or (self._converter.rate, self._converter.channels) != (rate, channels):
                yield self._turn(rate, stamp)
                self._converter = Converter(rate, channels)
            yield from self._place(self._converter, part, stamp)
        if self._converter is not None:
            yield self._fresh(self._converter.flush())

    def _turn(self, rate: int, stamp: int | None) -> Pcm:
        """Begin at frames of this rate, or change to them in mid-stream; what the converter before still had."""
        if self._converter is not None and self._placer.position >= self._origin:
            tail = self._fresh(self._converter.flush())
            self._origin = round(Fraction(self._placer.position, self._converter.rate) * rate)
            self._placer = Placer(rate, self._origin)
            return tail
        # The converter begins on a frame that falls on a sample of the output, so that a part of an input gives the
        # same samples as the whole.
        step = rate // gcd(rate, SAMPLE_RATE)
        lead = max(0, self._start - _FILTER_LEAD)
        self._origin = lead * rate // SAMPLE_RATE // step * step
        self._stale = self._start - self._origin * SAMPLE_RATE // rate
        self._placer = Placer(rate, 0 if stamp is None else min(stamp, self._origin))
        return np.empty(0, np.float32)

    def _place(self, converter: Converter, part: Frames, stamp: int | None) -> Iterator[Pcm]:
        """Convert the frames where they belong, with silence where there is a hole before them."""
        if part.after_loss:
            self._placer.mistrust()
        at = self._placer.position
        placement = self._placer.place(stamp, len(part.frames))
        gap = at + placement.gap - max(at, self._origin)
        while gap > 0:
            piece = min(gap, _GAP_PIECE)
            yield self._fresh(converter.push(np.zeros((piece, converter.channels), np.float32)))
            gap -= piece
        early = max(0, self._origin - (at + placement.gap))
        frames = part.frames[placement.drop :][early:]
        if len(frames):
            yield self._fresh(converter.push(frames))

    def _fresh(self, pcm: Pcm) -> Pcm:
        """Without what lies before the start."""
        stale = min(self._stale, len(pcm))
        self._stale -= stale
        return pcm[stale:]
