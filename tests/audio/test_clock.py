"""The clocks of sessions and devices, in simulated time."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from captioner.audio.clock import DeviceClock, SessionClock
from captioner.core.sound import SAMPLE_RATE

S = 1_000_000_000
RATE = 48_000


class FakeTime:
    """The two clocks of a computer: one runs while it sleeps."""

    def __init__(self) -> None:
        self.awake_ns = 77 * S
        self.always_ns = 5 * S

    def run(self, seconds: float) -> None:
        self.awake_ns += round(seconds * S)
        self.always_ns += round(seconds * S)

    def sleep(self, seconds: float) -> None:
        self.always_ns += round(seconds * S)


def session(time: FakeTime) -> SessionClock:
    return SessionClock(lambda: time.awake_ns, lambda: time.always_ns)


def test_a_session_begins_at_zero_and_counts_16_000_samples_a_second() -> None:
    time = FakeTime()
    clock = session(time)
    assert clock.now_ns() == 0
    time.run(2.5)
    assert clock.sample(clock.now_ns()) == 40_000
    assert clock.monotonic_ns(clock.now_ns()) == time.awake_ns


def test_sleep_is_part_of_the_session_and_sound_from_before_it_stays_before_it() -> None:
    time = FakeTime()
    clock = session(time)
    time.run(10)
    before = time.awake_ns
    assert clock.now_ns() == 10 * S
    time.sleep(3600)
    time.run(1)
    assert clock.now_ns() == 3611 * S
    assert clock.slept_ns == 3600 * S
    assert clock.session_ns(before) == 10 * S
    assert clock.monotonic_ns(10 * S) == before
    assert clock.monotonic_ns(1000 * S) == before  # asleep
    assert clock.monotonic_ns(3611 * S) == time.awake_ns


@given(st.lists(st.tuples(st.floats(0.1, 100), st.floats(2, 1000)), max_size=5))
def test_session_time_and_back(naps: list[tuple[float, float]]) -> None:
    time = FakeTime()
    clock = session(time)
    last = 0
    for awake, asleep in naps:
        time.run(awake)
        now = clock.now_ns()
        assert now >= last
        assert clock.session_ns(clock.monotonic_ns(now)) == now
        last = now
        time.sleep(asleep)
    time.run(1)
    assert clock.now_ns() == time.always_ns - 5 * S


MINUTES = 10
WILD = [
    pytest.param(0.0, 0.1, id="arrivals that come when they like, exact stamps"),
    pytest.param(0.001, 80.0, id="prompt arrivals, stamps that wander"),
]


@pytest.mark.parametrize(("late_s", "wander_ms"), WILD)
@pytest.mark.parametrize("ppm", [-100, 0, 37, 100])
def test_drift_is_known_within_3_ppm_by_the_better_of_two_witnesses(
    ppm: float, late_s: float, wander_ms: float
) -> None:
    draw = np.random.default_rng(7)
    device = DeviceClock(RATE)
    ns_a_frame = S / RATE * (1 + ppm * 1e-6)
    assert device.drift_ppm is None
    drift = 0.0
    for block in range(1, 50 * 60 * MINUTES):
        true_ns = block * 960 * ns_a_frame
        bad_second = (block // 50 * 7919) % 5 < 2 and late_s == 0.0  # a player changes the latency
        late_ns = draw.exponential((late_s or 0.003) * 1e9) + bad_second * 37e6
        late_ns += (draw.random() < 0.01) * draw.random() * 2e9
        drift = 0.999 * drift + draw.normal(0, wander_ms * 1e6 * 0.045)
        device.anchor(block * 960, arrived_ns=round(true_ns + late_ns), stamped_ns=round(true_ns + drift))
    assert device.drift_ppm == pytest.approx(ppm, abs=3)
    frame = 50 * 60 * MINUTES * 960
    assert device.time_ns(frame) == pytest.approx(frame * ns_a_frame, abs=3e6)


def test_a_line_through_one_anchor_has_the_nominal_rate() -> None:
    device = DeviceClock(RATE)
    device.anchor(960, arrived_ns=1 * S, stamped_ns=1 * S)
    assert device.time_ns(960) == pytest.approx(1.0 * S)
    assert device.time_ns(960 + RATE) == pytest.approx(2.0 * S)


def test_a_minute_of_late_arrivals_does_not_bend_the_line() -> None:
    device = DeviceClock(RATE)
    draw = np.random.default_rng(8)
    for block in range(1, 50 * 300):
        at = block * 960
        stalled = 5000 < block < 8000  # everything late for 60 s of 300, then in time again
        late_ns = 400_000_000 if stalled else 0
        stamp = round(at * S / RATE + draw.normal(0, 50e6))
        device.anchor(at, arrived_ns=round(at * S / RATE) + late_ns, stamped_ns=stamp)
    assert device.drift_ppm == pytest.approx(0, abs=1)
    assert SAMPLE_RATE * abs(device.time_ns(50 * 300 * 960) - 300 * S) / S < 16
