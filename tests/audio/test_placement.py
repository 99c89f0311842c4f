"""Frames land where their timestamps say, and faulty timestamps do no harm."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from captioner.audio.placement import Placement, Placer

RATE = 1_000


def test_jitter_is_not_believed_but_a_hole_is() -> None:
    placer = Placer(RATE)
    assert placer.place(0, 100) == Placement()
    assert placer.place(140, 100) == Placement()
    assert placer.place(60 + 200, 100) == Placement(gap=60)
    assert placer.position == 360
    assert placer.place(None, 40) == Placement()
    assert placer.position == 400


def test_after_a_loss_the_next_timestamp_counts_to_the_frame() -> None:
    placer = Placer(RATE)
    placer.place(0, 100)
    placer.mistrust()
    assert placer.place(121, 100) == Placement(gap=21)
    assert placer.place(222, 100) == Placement()


def test_overlap_is_dropped_across_blocks() -> None:
    placer = Placer(RATE)
    placer.place(0, 1_000)
    assert placer.place(700, 200) == Placement(drop=200)
    assert placer.place(900, 200) == Placement(drop=100)
    assert placer.position == 1_100


@pytest.mark.parametrize("jump", [10**9, -(10**6)])
def test_absurd_jump_is_a_fault_of_the_clock(jump: int) -> None:
    placer = Placer(RATE)
    placer.place(0, 1_000)
    assert placer.place(1_000 + jump, 100) == Placement()
    assert placer.place(1_100 + jump, 100) == Placement()
    assert placer.place(1_200 + jump + 70, 100) == Placement(gap=70)


@given(
    st.lists(
        st.tuples(st.one_of(st.none(), st.integers(-(10**12), 10**12), st.integers(0, 5_000)), st.integers(1, 400)),
        max_size=40,
    )
)
def test_position_is_the_sum_of_what_was_placed(steps: list[tuple[int | None, int]]) -> None:
    placer = Placer(RATE)
    position = 0
    for stamp, count in steps:
        placed = placer.place(stamp, count)
        assert 0 <= placed.drop <= count
        assert 0 <= placed.gap <= 600 * RATE
        assert not (placed.gap and placed.drop)
        position += placed.gap + count - placed.drop
        assert placer.position == position
