import random

from captioner.ui.row_places import RowPlaces


def test_places_follow_what_is_measured_comes_and_goes() -> None:
    draw = random.Random(5)
    heights: list[int] = []
    places = RowPlaces()
    for _ in range(400):
        act = draw.randrange(3)
        row = draw.randint(0, len(heights))
        if act == 0:
            new = [draw.randint(1, 90) for _ in range(draw.randint(1, 6))]
            heights[row:row] = new
            places.insert(row, new)
        elif act == 1 and row < len(heights):
            last = min(row + draw.randint(0, 3), len(heights) - 1)
            del heights[row : last + 1]
            places.remove(row, last)
        elif row < len(heights):
            heights[row] = draw.randint(1, 90)
            places.measure(row, heights[row])
        tops = [sum(heights[:at]) for at in range(len(heights) + 1)]
        assert [places.top(at) for at in range(len(heights) + 1)] == tops
        assert (len(places), places.total) == (len(heights), sum(heights))
        for at, height in enumerate(heights):
            assert places.height(at) == height
            assert places.row_at(tops[at]) == places.row_at(tops[at] + height - 1) == at
    assert places.row_at(-5) == 0
    assert places.row_at(places.total) == len(places)


def test_guesses_are_found_from_a_row_on_and_round_the_end() -> None:
    places = RowPlaces([10] * 4)
    assert places.next_guess(2) == 2
    for row in (2, 3, 1):
        places.measure(row, 12)
    assert places.next_guess(2) == 0
    places.measure(0, 12)
    assert places.next_guess(2) is None
    places.doubt(1, 2)
    assert [places.is_measured(row) for row in range(4)] == [True, False, False, True]
    assert places.next_guess(3) == 1
    assert RowPlaces().next_guess(0) is None
