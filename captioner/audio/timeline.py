"""From a device's chunks to the track's blocks, so that sample n is the sound at n/16000 s of the session."""

from collections.abc import Iterator

import numpy as np

from captioner.audio.clock import DeviceClock, SessionClock
from captioner.audio.resample import Converter
from captioner.audio.ring import RingChunk
from captioner.core.sound import SAMPLE_RATE, AudioBlock, Pcm

_NUDGE_FROM, _NUDGE_TO = SAMPLE_RATE // 50, SAMPLE_RATE // 1000
"""Samples (20 ms, 1 ms) off the session's clock at which nudging begins and ends."""
_NUDGE_SHARE = 200
"""At most every 200th sample is added or left out: half a per cent of pitch while it lasts, 4 s at a time."""
_PLACED_BY_S = 0.1
"""A stream is placed by the promptest arrival of its first tenth of a second."""
_LATENCIES_NS = (-100_000_000, 500_000_000)
"""A wireless microphone's sound is old when it arrives; a speaker's monitor has it before it is in the air. Stamps that
say more are wrong."""
_LONGEST = SAMPLE_RATE
"""Silence comes in blocks of at most a second."""
_NS = 1_000_000_000


class Timeline:
    """Builds one track without a gap out of any number of streams.

    Sound that is missing becomes silence of its true length. Sound that comes when silence has already taken its
    place, after a stall, is left out and counted as ``late``.
    """

    def __init__(self, track: str, clock: SessionClock) -> None:
        """The track begins with the session's clock, however late its first sound comes."""
        self._track = track
        self._clock = clock
        self._emitted = 0
        self._late = 0  # samples of the next output to leave out
        self._converter: Converter | None = None
        self._device: DeviceClock | None = None
        self._first: list[tuple[int, RingChunk]] = []
        self._latency_ns = 0  # of this stream
        self._missing = 0  # frames of this stream that never came
        self._from = 0  # frame of the stream at which the converter began
        self._drift_ppm: float | None = None
        self._nudging = False
        self._silence_lost: bool | None = None  # of the silence since the last chunk, None where there is none
        self.lost = 0
        """Samples of silence that stand for sound that was lost."""
        self.late = 0
        """Samples that came too late to be used."""

    @property
    def samples(self) -> int:
        """Samples given so far."""
        return self._emitted

    @property
    def drift_ppm(self) -> float | None:
        """How much slow the device is against the session's clock, in millionths; None until it is known."""
        return self._drift_ppm

    @property
    def idle(self) -> bool:
        """Whether silence by the clock stands at the end of the track."""
        return self._silence_lost is not None

    def begin(self, rate: int, channels: int) -> None:
        """A new stream comes: the arrivals of its first chunks say where it belongs."""
        self._converter = Converter(rate, channels)
        self._device = None
        self._first = []
        self._missing = 0

    def take(self, missing: int, chunk: RingChunk) -> Iterator[AudioBlock]:
        """The blocks that a chunk gives; ``missing`` frames were lost right before it."""
        if self._converter is None:
            raise RuntimeError("begin() comes first")
        if self._device is not None:
            yield from self._use(missing, chunk, self._device)
            return
        self._first.append((missing, chunk))
        if sum(len(part.frames) for _, part in self._first) >= _PLACED_BY_S * self._converter.rate:
            yield from self._place_first()

    def silence(self, until_ns: int, *, lost: bool) -> Iterator[AudioBlock]:
        """Silence up to a time of the session: nothing is heard, and time goes on."""
        if self._first:
            yield from self._place_first()
        if self._device is not None:
            yield from self._flush()
            self._device = None  # what comes next is placed by its arrival
        self._silence_lost = lost
        yield from self._fill(self._clock.sample(until_ns), lost=lost)

    def end(self) -> Iterator[AudioBlock]:
        """The stream is over: the samples still on their way."""
        if self._first:
            yield from self._place_first()
        yield from self._flush()
        self._converter = self._device = None

    def _place_first(self) -> Iterator[AudioBlock]:
        """Place the first chunks of a stream by the promptest of them."""
        assert self._converter is not None  # noqa: S101
        first, self._first = self._first, []
        rate = self._converter.rate
        self._device = DeviceClock(rate)
        self._latency_ns = _latency_ns([chunk for _, chunk in first], rate)
        missing_before = self._missing
        for missing, chunk in first:
            missing_before += max(0, missing - chunk.lost)
            self._anchor(chunk, missing_before, self._device)
        for number, (missing, chunk) in enumerate(first):
            yield from self._use(missing, chunk, self._device, placed=number > 0, anchored=True)

    def _use(
        self, missing: int, chunk: RingChunk, device: DeviceClock, *, placed: bool = True, anchored: bool = False
    ) -> Iterator[AudioBlock]:
        converter = self._converter
        assert converter is not None  # noqa: S101
        self._missing += max(0, missing - chunk.lost)  # the ring's own losses are in its index
        if not anchored:
            self._anchor(chunk, self._missing, device)
        if missing or not placed:
            yield from self._flush()
            lost = self._emitted > 0 if self._silence_lost is None else self._silence_lost
            self._from = chunk.index + self._missing
            yield from self._place(self._expected(device, converter), lost=lost)
            self._silence_lost = None
        self._drift_ppm = device.drift_ppm or self._drift_ppm
        expected = self._expected(device, converter)
        yield from self._emit(self._nudge(converter.push(chunk.frames), expected))

    def _anchor(self, chunk: RingChunk, missing: int, device: DeviceClock) -> None:
        stop_ns = chunk.time_ns + len(chunk.frames) * _NS // device.rate
        device.anchor(
            chunk.stop + missing,
            arrived_ns=self._clock.session_ns(chunk.arrived_ns) - self._latency_ns,
            stamped_ns=self._clock.session_ns(stop_ns),
        )

    def _expected(self, device: DeviceClock, converter: Converter) -> int:
        """Index that the session's clock gives to the converter's next sample."""
        frame = self._from + converter.given * converter.rate / SAMPLE_RATE
        return self._clock.sample(round(device.time_ns(frame)))

    def _nudge(self, pcm: Pcm, expected: int) -> Pcm:
        """Stretch or shrink a block by a sample or two where the device has drifted away from the session's clock."""
        behind = expected - self._emitted + self._late
        if self._device is None or self._device.drift_ppm is None:
            return pcm  # in the first minute stamps wander more than any clock drifts
        if abs(behind) > _NUDGE_FROM:
            self._nudging = True
        elif abs(behind) < _NUDGE_TO:
            self._nudging = False
        most = len(pcm) // _NUDGE_SHARE
        if not self._nudging or not most:
            return pcm
        wanted = len(pcm) + min(max(behind, -most), most)
        return np.interp(np.linspace(0, len(pcm) - 1, wanted), np.arange(len(pcm)), pcm).astype(np.float32)

    def _place(self, sample: int, *, lost: bool) -> Iterator[AudioBlock]:
        """Make the next sample be ``sample``: by silence, or by leaving out what comes too late."""
        self._late = max(0, self._emitted - sample)
        yield from self._fill(sample, lost=lost)

    def _fill(self, sample: int, *, lost: bool) -> Iterator[AudioBlock]:
        while self._emitted < sample:
            count = min(sample - self._emitted, _LONGEST)
            if lost:
                self.lost += count
            yield self._block(np.zeros(count, np.float32), lost=count if lost else 0)

    def _flush(self) -> Iterator[AudioBlock]:
        if self._converter is not None and self._converter.taken:
            yield from self._emit(self._converter.flush())

    def _emit(self, pcm: Pcm) -> Iterator[AudioBlock]:
        if self._late:
            left_out = min(self._late, len(pcm))
            self._late -= left_out
            self.late += left_out
            pcm = pcm[left_out:]
        if len(pcm):
            yield self._block(pcm, lost=0)

    def _block(self, pcm: Pcm, *, lost: int) -> AudioBlock:
        start = self._emitted
        self._emitted += len(pcm)
        end_ns = self._clock.monotonic_ns(self._emitted * _NS // SAMPLE_RATE)
        return AudioBlock(self._track, start, pcm, lost, end_ns)


def _latency_ns(chunks: list[RingChunk], rate: int) -> int:
    """How old a stream's sound is, by its stamps, when it arrives at its promptest."""
    arrival = min(chunk.arrived_ns - chunk.stop * _NS / rate for chunk in chunks)
    stamp = float(np.median([chunk.time_ns - chunk.index * _NS / rate for chunk in chunks]))
    least, most = _LATENCIES_NS
    return round(min(max(arrival - stamp, least), most))
