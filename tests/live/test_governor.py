"""The ladder: down when it is crowded, up when there is room, no fluttering, and never a final lost."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from captioner.core.speech import Utterance
from captioner.live.governor import BEARS_S, LADDER, NS, Governor, GovernorPolicy
from captioner.live.schedule import Job, Schedule

BOTTOM = len(LADDER) - 1


def walked(loads: list[float], waiting_s: float = 0.0, every_s: float = 0.5, *, to_s: float = 60) -> list[int]:
    """The places on the ladder, a consideration each ``every_s`` seconds."""
    governor, places = Governor(), []
    for number in range(round(to_s / every_s)):
        governor.consider(round(number * every_s * NS), loads, waiting_s)
        places.append(LADDER.index(governor.rung))
    return places


def test_a_machine_with_room_stays_on_top() -> None:
    assert set(walked([0.5, 0.3, 0.3, 0.1, 0.1])) == {0}


def test_it_goes_down_to_where_the_load_fits_and_stays_there() -> None:
    assert set(walked([2.0, 1.2, 0.8, 0.3, 0.3])) == {2}, "at once: the next decision may be a long pass away"


def test_speech_that_waits_takes_it_to_the_bottom() -> None:
    assert walked([0.1] * 5, waiting_s=11.0, to_s=10)[-1] == BOTTOM


def test_finals_become_thrifty_only_when_without_partials_they_wait_long() -> None:
    places = walked([0.1] * 5, waiting_s=5.0, to_s=60)
    assert max(places) == BOTTOM - 1
    assert not LADDER[BOTTOM - 1].thrifty_finals
    assert set(walked([2.0, 2.0, 2.0, 2.0, 0.2])[10:]) == {BOTTOM - 1}, "a full load that nothing waits for is no harm"


def test_finals_become_thrifty_sooner_where_there_is_no_time_for_full_ones() -> None:
    assert set(walked([2.0, 2.0, 2.0, 1.5, 0.5], waiting_s=5.0)) == {BOTTOM}


def test_a_load_between_the_thresholds_moves_nothing() -> None:
    governor = Governor()
    governor.consider(0, [1.0, 0.8, 0.8, 0.1, 0.1], 0)
    for second in range(1, 100):
        governor.consider(second * NS, [0.8, 0.8, 0.8, 0.1, 0.1], 0)
    assert LADDER.index(governor.rung) == 1


def test_it_climbs_one_rung_at_a_time_with_patience() -> None:
    governor = Governor()
    for second in range(10):
        governor.consider(second * NS, [2, 2, 2, 2, 0.1], 11)
    assert LADDER.index(governor.rung) == BOTTOM
    changes = []
    for second in range(10, 60):
        before = LADDER.index(governor.rung)
        governor.consider(second * NS, [0.2, 0.2, 0.2, 0.2, 0.1], 0)
        if LADDER.index(governor.rung) != before:
            changes.append((second, LADDER.index(governor.rung)))
    assert [place for _, place in changes] == [3, 2, 1, 0]
    assert all(later - sooner >= GovernorPolicy().patience_s for (sooner, _), (later, _) in pairwise(changes))


def test_a_climb_that_is_taken_back_is_not_tried_again_so_soon() -> None:
    """On a machine that looks quick enough from below and is not."""
    governor, climbs = Governor(), []
    for second in range(400):
        place = LADDER.index(governor.rung)
        governor.consider(second * NS, [1.5, 0.1, 0.1, 0.1, 0.1] if place == 0 else [0.1] * 5, 0)
        if LADDER.index(governor.rung) < place:
            climbs.append(second)
    waits = [later - sooner for sooner, later in pairwise(climbs)]
    assert waits == sorted(waits)
    assert waits[-1] >= GovernorPolicy().longest_patience_s > waits[0]


@given(
    steps=st.lists(
        st.tuples(st.floats(0, 30), st.floats(0, 3), st.floats(0, 3), st.floats(0, 20)), min_size=1, max_size=60
    )
)
def test_any_measurements_move_it_no_further_and_no_sooner_than_they_may(
    steps: list[tuple[float, float, float, float]],
) -> None:
    """One rung up, for what is measured there is not yet known above; down past rungs that would not do."""
    policy, governor = GovernorPolicy(), Governor()
    now_ns, changed_ns = 0, None
    for wait_s, load, less, waiting_s in steps:
        now_ns += round(wait_s * NS)
        before = LADDER.index(governor.rung)
        loads = [load, load / 2, load / 2, min(load / 2, less), less / 2]
        governor.consider(now_ns, loads, waiting_s)
        moved = LADDER.index(governor.rung) - before
        assert moved >= -1
        for place in range(before, before + moved):
            assert waiting_s > BEARS_S or loads[place] > policy.crowded
        if moved:
            least_s = policy.settle_s if moved > 0 else policy.patience_s
            assert changed_ns is None or now_ns - changed_ns >= round(least_s * NS)
            changed_ns = now_ns


def utterance(number: int, stop: int, state: str = "open") -> Utterance:
    return Utterance(number, "mic", number, number + stop, number, number + stop, state)  # type: ignore[arg-type]


def test_an_engine_that_is_too_slow_makes_finals_only_until_it_has_caught_up() -> None:
    schedule = Schedule()
    for number in range(6):
        schedule.offer(utterance(number, 80_000, "closed"))
    now_ns, rungs = 0, []
    while schedule.finals:
        job = schedule.next(now_ns)
        assert job is not None
        schedule.done([job], now_ns, now_ns + 2 * NS)
        now_ns += 2 * NS
        rungs.append(schedule.rung)
    assert not rungs[-1].partials
    schedule.offer(utterance(9, 16_000))
    assert schedule.next(now_ns) is None
    assert schedule.wait_s(now_ns) is None
    for second in range(12):
        at_ns = now_ns + 10 * second * NS
        schedule.done([Job(utterance(10, 100, "closed"))], at_ns, at_ns + NS // 10)
    assert schedule.rung.partials
    assert schedule.next(now_ns + 200 * NS) == Job(utterance(9, 16_000))


@pytest.mark.parametrize("slow_s", [2.0, 4.0, 16.0])
def test_an_engine_that_was_slow_for_a_while_is_believed_to_be_quick_again(slow_s: float) -> None:
    """Of full final passes and partial ones nothing is measured at the bottom: what they took then is no more true."""
    schedule, now_ns = Schedule(), 0
    for number in range(40):
        schedule.offer(utterance(number, 80_000, "closed"))

    def passes(count: int, took_s: float, every_s: float) -> None:
        nonlocal now_ns
        for _ in range(count):
            schedule.offer(utterance(100, now_ns // 10**6))
            job = schedule.next(now_ns)
            assert job is not None
            took_ns = round(took_s * NS / (3 if job.thrifty or not job.final else 1))
            schedule.done([job], now_ns, now_ns + took_ns)
            now_ns += max(took_ns, round(every_s * NS))

    passes(20, slow_s, 0.0)
    assert schedule.rung == LADDER[BOTTOM]
    passes(20, slow_s / 20, 0.0)
    assert schedule.finals == 0
    for number in range(12):
        schedule.offer(utterance(200 + number, 80_000, "closed"))
        passes(1, slow_s / 20, 4.0)
    assert schedule.rung.partials


def test_an_engine_whose_partial_passes_do_the_final_ones_work_is_left_alone() -> None:
    schedule = Schedule()
    for second in range(60):
        schedule.done([Job(utterance(0, 100))], second * NS, (second + 2) * NS, spare=False)
    assert schedule.rung == LADDER[0]
