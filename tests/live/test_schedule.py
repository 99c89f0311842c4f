"""What the engine does next, by simulated time."""

import dataclasses
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from captioner.core.speech import Utterance
from captioner.live.schedule import NS, CadencePolicy, Job, Schedule


def utterance(number: int, stop: int, state: str = "open", track: str = "mic") -> Utterance:
    base = Utterance(number, track, 0, stop, 0, stop, "open")
    return dataclasses.replace(base, state=state)  # type: ignore[arg-type]  # the literal comes from the test


def test_finals_come_first_and_in_their_order() -> None:
    schedule = Schedule()
    schedule.offer(utterance(9, 100, track="system"))
    for number in range(3):
        schedule.offer(utterance(number, 100, "closed"))
    order = [job.utterance.id for _ in range(4) if (job := schedule.next(0))]
    assert order == [0, 1, 2, 9]
    assert schedule.next(0) is None


def test_partials_are_newest_wins_and_no_oftener_than_the_cadence() -> None:
    schedule = Schedule(CadencePolicy(base_s=0.25))
    schedule.offer(utterance(0, 100))
    schedule.offer(utterance(0, 200))
    job = schedule.next(0)
    assert job == Job(utterance(0, 200))
    schedule.done([job], 0, NS // 100)
    schedule.offer(utterance(0, 300))
    assert schedule.next(NS // 10) is None
    assert schedule.wait_s(NS // 10) == 0.15
    assert schedule.next(NS // 4) == Job(utterance(0, 300))


def test_no_pass_hears_the_same_sound_twice_and_silence_costs_nothing() -> None:
    schedule = Schedule()
    schedule.offer(utterance(0, 100))
    assert schedule.next(0)
    assert schedule.next(100 * NS) is None
    assert schedule.wait_s(100 * NS) is None


def test_a_pause_is_decoded_at_once() -> None:
    schedule = Schedule()
    schedule.offer(utterance(0, 100))
    job = schedule.next(0)
    assert job is not None
    schedule.done([job], 0, 1)
    schedule.offer(utterance(0, 200, "pausing"))
    job = schedule.next(2)
    assert job is not None
    assert job.final


def test_a_slow_engine_gets_longer_intervals_up_to_a_limit() -> None:
    schedule = Schedule(CadencePolicy(base_s=0.25, longest_s=8, duty_cap=0.5))
    for took, at_least, at_most in ((0.05, 0.25, 0.25), (1.0, 0.9, 2.0), (60.0, 8.0, 8.0)):
        schedule.done([Job(utterance(0, 1))], 0, round(took * NS))
        assert at_least <= schedule.interval_s <= at_most


def test_two_tracks_take_turns() -> None:
    schedule = Schedule(CadencePolicy(base_s=0.0))
    now, order = 0, []
    for stop in range(100, 1000, 100):
        for track in ("mic", "system"):
            schedule.offer(utterance(("mic", "system").index(track), stop, track=track))
        job = schedule.next(now)
        assert job is not None
        order.append(job.utterance.track)
        schedule.done([job], now, now + NS // 10)
        now += NS // 5  # as often as two tracks may ask an engine that takes a tenth of a second
    assert all(a != b for a, b in pairwise(order))


offers = st.lists(
    st.tuples(st.integers(0, 2), st.sampled_from(["open", "pausing", "closed"]), st.booleans()), max_size=60
)


@given(offers=offers)
def test_every_closed_utterance_gets_exactly_one_final_pass(offers: list[tuple[int, str, bool]]) -> None:
    schedule = Schedule()
    numbers = [0, 1, 2]
    closed: list[int] = []
    finals: list[int] = []
    now = 0
    for track, state, work in offers:
        schedule.offer(utterance(numbers[track], now + 1, state, str(track)))
        if state == "closed":
            closed.append(numbers[track])
            numbers[track] += 3
        if work and (job := schedule.next(now)):
            finals += [job.utterance.id] * (job.utterance.state == "closed")
            schedule.done([job], now, now + NS)
        now += NS // 10
    while schedule.finals:
        job = schedule.next(now)
        assert job is not None
        finals.append(job.utterance.id)
    assert finals == closed


def test_a_backlog_goes_in_batches_and_two_finals_at_once_do_not() -> None:
    schedule = Schedule(CadencePolicy(backlog=3))
    for number in range(2):
        schedule.offer(utterance(number, 100, "closed"))
    job = schedule.next(0)
    assert job is not None
    assert schedule.companions(job, 3) == []
    for number in range(2, 7):
        schedule.offer(utterance(number, 100, "closed"))
    batches = []
    while (job := schedule.next(0)) is not None:
        batches.append([each.utterance.id for each in (job, *schedule.companions(job, 3))])
    assert batches == [[1, 2, 3, 4], [5], [6]]


@pytest.mark.parametrize(("took_s", "together"), [(0.5, 4), (1.5, 3), (2.0, 2), (16.0, 1)])
def test_a_batch_is_no_longer_than_can_be_waited_for(took_s: float, together: int) -> None:
    schedule = Schedule()
    for number in range(12):
        schedule.offer(utterance(number, 100, "closed"))
    job = schedule.next(0)
    assert job is not None
    schedule.done([job], 0, round(took_s * NS))
    job = schedule.next(20 * NS)
    assert job is not None
    assert len(schedule.companions(job, 3)) == together - 1


def test_where_nobody_waits_a_slow_engine_hears_each_final_by_itself_and_fully() -> None:
    schedule, now = Schedule(patient=True), 0
    for number in range(20):
        schedule.offer(utterance(number, 80_000, "closed"))
    while (job := schedule.next(now)) is not None:
        assert schedule.companions(job, 3) == []
        assert not job.thrifty
        now += 10 * NS
        schedule.done([job], now - 10 * NS, now)
    assert schedule.finals == 0


def test_no_partial_pass_is_joined_by_finals() -> None:
    schedule = Schedule(CadencePolicy(backlog=1))
    schedule.offer(utterance(0, 100))
    job = schedule.next(0)
    assert job is not None
    schedule.offer(utterance(1, 100, "closed"))
    assert schedule.companions(job, 3) == []


def test_silence_behind_the_speech_is_not_heard_again() -> None:
    schedule = Schedule()
    schedule.offer(utterance(0, 100))
    assert schedule.next(0)
    schedule.offer(dataclasses.replace(utterance(0, 100), stop=200))
    assert schedule.next(100 * NS) is None
    schedule.offer(dataclasses.replace(utterance(0, 100, "pausing"), stop=200))
    assert schedule.next(100 * NS)
