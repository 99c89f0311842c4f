"""A device's chunks become one true track: hours of simulated sound, drifting clocks, losses, pauses, sleep."""

from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from captioner.audio.clock import SessionClock
from captioner.audio.continuity import Continuity
from captioner.audio.ring import RingChunk
from captioner.audio.timeline import Timeline
from captioner.core.sound import SAMPLE_RATE, AudioBlock

S = 1_000_000_000
RATE = 16_000
"""Of the simulated devices: the conversion is tested elsewhere."""


class Device:
    """A simulated device: a clock that is off, sound whose value tells when it was in the air, late arrivals."""

    def __init__(self, ppm: float = 0.0, seed: int = 0, block: int = 320) -> None:
        self._draw = np.random.default_rng(seed)
        self._rate = RATE * (1 - ppm * 1e-6)
        self._block = block
        self._index = 0
        self.at_s = 0.0
        """Time of the next frame."""

    def chunk(self, *, late_s: float = 0.0, lost: int = 0) -> RingChunk:
        """The next block. Its value is the second of the session, modulo 8, at which its middle was in the air."""
        end = self.at_s + self._block / self._rate
        arrived = end + late_s + float(self._draw.exponential(0.003))
        stamp = self.at_s + float(self._draw.normal(0, 1e-4))
        value = (self.at_s + end) / 2 % 8.0 / 8.0
        frames = np.full((self._block, 1), value, np.float32)
        chunk = RingChunk(self._index, lost, frames, round(stamp * S), round(arrived * S))
        self._index += self._block
        self.at_s = end
        return chunk

    def lose(self, seconds: float) -> None:
        """Sound that nobody gets to see."""
        self.at_s += seconds


def clock() -> SessionClock:
    """A clock that stands at the start of the session: the devices say themselves when things happen."""
    return SessionClock(lambda: 0, lambda: 0)


def off_s(block: AudioBlock) -> float:
    """How far a block that holds one chunk lies from where it belongs, modulo 8 s."""
    middle = (block.start + block.stop) / 2
    off = float(block.pcm[0]) * 8.0 - middle / SAMPLE_RATE % 8.0
    return (off + 4.0) % 8.0 - 4.0


def joined(blocks: Iterator[AudioBlock] | list[AudioBlock], at: int = 0) -> list[AudioBlock]:
    """The blocks, checked to join without a gap from ``at`` on."""
    found = list(blocks)
    for block in found:
        assert block.start == at
        assert len(block.pcm)
        assert not block.pcm[: block.lost].any()
        at = block.stop
    return found


@pytest.mark.parametrize(("ppm", "hours"), [pytest.param(100, 8, marks=pytest.mark.slow), (-100, 2)])
def test_hours_of_a_drifting_device_stay_within_25_ms_of_the_session(ppm: float, hours: int) -> None:
    """2.9 s of drift; blocks of a second stand for the 50 of 20 ms that would arrive in it."""
    device, timeline = Device(ppm, block=RATE), Timeline("mic", clock())
    timeline.begin(RATE, 1)
    worst = 0.0
    samples = 0
    for second in range(hours * 3600):
        for block in timeline.take(0, device.chunk()):
            assert block.start == samples
            samples = block.stop
            if second > 120:
                worst = max(worst, abs(off_s(block)))
    assert worst < 0.025
    assert timeline.drift_ppm == pytest.approx(ppm, abs=2)
    assert abs(samples / SAMPLE_RATE - device.at_s) < 0.025
    assert timeline.lost == 0
    assert timeline.late < 0.02 * SAMPLE_RATE  # the track may begin within the first block


def test_what_the_ring_lost_is_silence_counted_to_the_sample() -> None:
    device, timeline = Device(), Timeline("mic", clock())
    timeline.begin(RATE, 1)
    blocks: list[AudioBlock] = []
    for _ in range(100):
        blocks += timeline.take(0, device.chunk())
    lost = 5 * 320
    for _ in range(5):
        device.chunk()
    blocks += timeline.take(lost, device.chunk(lost=lost))
    blocks += timeline.end()
    joined(blocks)
    assert timeline.lost == lost == sum(block.lost for block in blocks)
    assert blocks[-1].stop == 106 * 320


@settings(max_examples=30)
@given(st.floats(0.06, 30.0), st.integers(60, 200))
def test_sound_lost_before_the_ring_is_found_and_becomes_silence_of_its_length(gap_s: float, before: int) -> None:
    device, timeline, continuity = Device(seed=before), Timeline("mic", clock()), Continuity(RATE)
    timeline.begin(RATE, 1)
    blocks: list[AudioBlock] = []

    def take(count: int) -> None:
        for _ in range(count):
            for missing, chunk in continuity.push(device.chunk()):
                blocks.extend(timeline.take(missing, chunk))

    take(before)
    device.lose(gap_s)
    take(100)
    joined(blocks)
    assert timeline.lost / SAMPLE_RATE == pytest.approx(gap_s, abs=0.015)
    assert blocks[-1].stop / SAMPLE_RATE == pytest.approx(device.at_s, abs=0.02)


@settings(max_examples=30)
@given(st.floats(0.05, 8.0), st.integers(0, 10_000))
def test_a_busy_computer_loses_nothing_and_no_loss_is_invented(stall_s: float, seed: int) -> None:
    """The callback stands still, and then everything comes in a burst."""
    device, timeline, continuity = Device(seed=seed), Timeline("mic", clock()), Continuity(RATE)
    timeline.begin(RATE, 1)
    blocks: list[AudioBlock] = []
    for number in range(600):
        late_s = max(0.0, stall_s - (number - 100) * 0.02) if number >= 100 else 0.0
        for missing, chunk in continuity.push(device.chunk(late_s=late_s)):
            assert missing == 0
            blocks.extend(timeline.take(missing, chunk))
    assert timeline.lost == 0
    assert timeline.late < 0.02 * SAMPLE_RATE  # the track may begin within the first block
    before_the_first_sound = len(joined(blocks)[0].pcm) if not blocks[0].pcm.any() else 0
    assert blocks[-1].stop - before_the_first_sound + timeline.late == 600 * 320


@settings(max_examples=30)
@given(st.floats(0.05, 8.0), st.floats(0.0, 1.0), st.integers(0, 10_000))
def test_a_backlog_that_is_stamped_as_new_is_no_loss(stall_s: float, wrong: float, seed: int) -> None:
    """After a standstill of the whole computer the sound server's clock needs a second to know how old its sound is."""
    device, continuity = Device(seed=seed), Continuity(RATE)
    given_out = 0
    for number in range(600):
        late_s = max(0.0, stall_s - (number - 100) * 0.02) if number >= 100 else 0.0
        chunk = device.chunk(late_s=late_s)
        late_ns = round(wrong * stall_s * S) if 100 <= number < 150 else 0
        moved = RingChunk(chunk.index, 0, chunk.frames, chunk.time_ns + late_ns, chunk.arrived_ns)
        for missing, certain in continuity.push(moved):
            assert missing == 0
            assert certain.index == given_out
            given_out = certain.stop
    assert given_out == 600 * 320


def test_stamps_that_wander_are_no_loss() -> None:
    device, continuity = Device(), Continuity(RATE)
    for number in range(2000):
        chunk = device.chunk()
        whim = 60_000_000 if number % 300 > 150 else 0
        moved = RingChunk(chunk.index, 0, chunk.frames, chunk.time_ns + whim, chunk.arrived_ns)
        assert sum(missing for missing, _ in continuity.push(moved)) == 0


def test_a_pause_is_filled_by_the_clock_and_what_was_filled_is_not_used_again() -> None:
    device, timeline = Device(), Timeline("system", clock())
    timeline.begin(RATE, 1)
    blocks: list[AudioBlock] = []
    for _ in range(50):
        blocks += timeline.take(0, device.chunk())
    blocks += timeline.silence(3 * S, lost=False)
    assert blocks[-1].stop == 3 * SAMPLE_RATE
    assert timeline.idle
    device.lose(1.5)  # sound goes on at 2.5 s, where silence stands already
    for _ in range(100):
        blocks += timeline.take(0, device.chunk())
    joined(blocks)
    assert timeline.lost == 0
    assert timeline.late == pytest.approx(0.5 * SAMPLE_RATE, abs=100)
    assert abs(off_s(blocks[-1])) < 0.01


def test_a_second_stream_continues_the_track_after_a_gap_of_true_length() -> None:
    device, timeline = Device(), Timeline("mic", clock())
    timeline.begin(RATE, 1)
    blocks: list[AudioBlock] = []
    for _ in range(50):
        blocks += timeline.take(0, device.chunk())
    blocks += timeline.end()
    blocks += timeline.silence(4 * S, lost=True)
    other = Device(seed=3)
    other.at_s = 6.0
    timeline.begin(RATE, 1)
    for _ in range(50):
        blocks += timeline.take(0, other.chunk())
    blocks += timeline.end()
    joined(blocks)
    assert timeline.lost / SAMPLE_RATE == pytest.approx(5.0, abs=0.01)
    assert blocks[-1].stop / SAMPLE_RATE == pytest.approx(7.0, abs=0.01)
    assert all(block.pcm.size <= SAMPLE_RATE for block in blocks)


def test_the_time_before_the_first_sound_is_silence_that_is_not_lost() -> None:
    device, timeline = Device(), Timeline("mic", clock())
    device.at_s = 0.25
    timeline.begin(RATE, 1)
    blocks = [block for _ in range(10) for block in timeline.take(0, device.chunk())]
    joined(blocks)
    assert timeline.lost == 0
    assert blocks[0].stop == pytest.approx(0.25 * SAMPLE_RATE, abs=100)
    assert not blocks[0].pcm.any()
