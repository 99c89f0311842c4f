import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect

from captioner.core.settings import OverlayPlace
from captioner.ui.overlay_mouse import Grip, grip_at, stretched
from captioner.ui.overlay_placement import (
    MARGIN,
    MIN_WIDTH,
    Display,
    Spot,
    default_spot,
    remembered,
    resized,
    snapped,
    spot_for,
    under,
    within,
)

_LEFT = Display("left 1920x1080+0+0", QRect(0, 0, 1920, 1040))
_RIGHT = Display("right 2560x1440+1920+0", QRect(1920, 0, 2560, 1440))
_COORDINATE = st.integers(-20_000, 20_000)
_SPOTS = st.builds(Spot, _COORDINATE, _COORDINATE, st.integers(1, 20_000), st.sampled_from(["none", "top", "bottom"]))


def rect(spot: Spot, height: int) -> QRect:
    return QRect(spot.left, spot.top, spot.width, height)


@given(spot=_SPOTS, height=st.integers(40, 900), width=st.integers(320, 4000), top=st.integers(-2000, 2000))
def test_whatever_is_asked_it_lies_on_the_screen(spot: Spot, height: int, width: int, top: int) -> None:
    area = QRect(-100, top, width, 1000)
    assert area.contains(rect(within(spot, area, height), height))


@given(spot=_SPOTS, height=st.integers(40, 900))
def test_a_remembered_place_is_found_again(spot: Spot, height: int) -> None:
    spot = within(spot, _RIGHT.area, height)
    places = remembered((), _RIGHT, spot)
    assert spot_for(places, [_LEFT, _RIGHT], height) == spot


def test_each_screen_has_its_place_and_the_latest_that_is_there_counts() -> None:
    on_left, on_right = Spot(100, 200, 800, "none"), Spot(2000, 300, 900, "none")
    places = remembered(remembered((), _LEFT, on_left), _RIGHT, on_right)
    assert spot_for(places, [_LEFT, _RIGHT], 100) == on_right
    assert spot_for(places, [_LEFT], 100) == on_left  # the monitor went away
    assert spot_for(places, [_RIGHT, _LEFT], 100) == on_right  # and came back


def test_on_screens_never_seen_it_is_at_the_bottom_of_the_first() -> None:
    place = OverlayPlace(screen="gone", left=10, top=10, width=500)
    assert spot_for((place,), [_LEFT, _RIGHT], 100) == default_spot(_LEFT.area, 100)
    assert rect(default_spot(_LEFT.area, 100), 100).bottom() == _LEFT.area.bottom() - MARGIN


def test_a_screen_that_moved_in_the_layout_keeps_its_place() -> None:
    places = remembered((), _RIGHT, Spot(2000, 300, 900, "none"))
    elsewhere = Display(_RIGHT.key, QRect(-2560, 0, 2560, 1440))
    assert spot_for(places, [elsewhere], 100) == Spot(-2560 + 80, 300, 900, "none")


def test_places_are_bounded() -> None:
    places: tuple[OverlayPlace, ...] = ()
    for number in range(40):
        places = remembered(places, Display(f"screen {number}", _LEFT.area), Spot(0, 0, 500, "none"))
    assert len(places) == 16
    assert places[0].screen == "screen 39"


@pytest.mark.parametrize(("top", "dock"), [(0, "top"), (24, "top"), (25, "none"), (915, "none"), (916, "bottom")])
def test_it_docks_near_an_edge(top: int, dock: str) -> None:
    assert snapped(QRect(100, top, 500, 100), _LEFT.area).dock == dock


@given(left=_COORDINATE, top=_COORDINATE, width=st.integers(MIN_WIDTH, 3000))
def test_dragged_it_cannot_be_lost(left: int, top: int, width: int) -> None:
    spot = snapped(QRect(left, top, width, 100), _LEFT.area)
    shown = rect(spot, 100).intersected(_LEFT.area)
    assert shown.width() >= 60
    assert shown.height() >= 75


@pytest.mark.parametrize(
    ("spot", "top"),
    [
        (Spot(0, 900, 500, "bottom"), 1040 - MARGIN - 200),
        (Spot(0, 5, 500, "top"), MARGIN),
        (Spot(0, 700, 500, "none"), 600),
        (Spot(0, 100, 500, "none"), 100),
    ],
)
def test_another_height_keeps_the_edge(spot: Spot, top: int) -> None:
    assert resized(spot, 100, 200, _LEFT.area).top == top


def test_the_screen_is_the_one_that_shows_most_of_it() -> None:
    assert under([_LEFT, _RIGHT], QRect(1800, 10, 400, 100)) == _RIGHT
    assert under([_LEFT, _RIGHT], QRect(1600, 10, 400, 100)) == _LEFT
    assert under([_LEFT, _RIGHT], QRect(9000, 9000, 1, 1)) == _RIGHT


@pytest.mark.parametrize(
    ("point", "grip"),
    [
        (QPoint(2, 50), Grip(left=True)),
        (QPoint(298, 99), Grip(right=True, bottom=True)),
        (QPoint(150, 1), Grip(top=True)),
        (QPoint(150, 50), Grip()),
    ],
)
def test_edges_are_where_the_mouse_expects_them(point: QPoint, grip: Grip) -> None:
    assert grip_at(point, QRect(0, 0, 300, 100)) == grip


@given(x=_COORDINATE, y=_COORDINATE, held=st.tuples(*[st.booleans()] * 4))
def test_stretching_moves_only_the_edges_that_are_held(x: int, y: int, held: tuple[bool, bool, bool, bool]) -> None:
    before = QRect(100, 100, 500, 100)
    after = stretched(before, Grip(*held), QPoint(x, y))
    assert after.width() >= MIN_WIDTH
    assert after.height() >= 1
    if not held[0]:
        assert after.left() == before.left()
    if not held[1]:
        assert after.top() == before.top()
    if not held[2]:
        assert after.right() == before.right()
    if not held[3]:
        assert after.bottom() == before.bottom()
