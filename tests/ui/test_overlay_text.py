import pytest
from captions import caption
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from captioner.core.settings import CaptionEdge, OverlaySettings
from captioner.ui.caption_lines import CaptionLines, Row
from captioner.ui.caption_style import style_of
from captioner.ui.overlay_text import SetRow, Typesetter, direction


def setter(width: float = 400, **changes: object) -> Typesetter:
    return Typesetter(style_of(OverlaySettings(**changes)), width)  # type: ignore[arg-type]


def row(text: str, solid: int | None = None, language: str | None = "en") -> Row:
    return Row(0, 0, text, len(text) if solid is None else solid, 0, 0, language, text)


def painted(set_row: SetRow, ratio: float = 1.0) -> QImage:
    """The row over mid grey."""
    picture = set_row.picture(ratio).toImage()
    image = QImage(picture.size(), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor(128, 128, 128))
    painter = QPainter(image)
    painter.drawImage(QPointF(0, 0), picture)
    painter.end()
    return image


_ALPHABETS = st.sampled_from(
    ["abc defg ", "我们讨论。，「", "ab 我，。!", "ابجد هوز ، ", "a😀 👍🏽b ", "こんにちは、。ー "]
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), width=st.integers(60, 500))
def test_committed_characters_never_leave_their_row(qapp: QApplication, data: st.DataObject, width: int) -> None:
    """The rule of caption_lines, kept by Qt's own line breaking with its kinsoku, right-to-left text and emoji."""
    alphabet = data.draw(_ALPHABETS)
    text = "x" + data.draw(st.text(alphabet, max_size=60))
    lines = CaptionLines(setter(width))
    places: dict[int, int] = {}
    solid = 0
    for revision in range(6):
        solid = data.draw(st.integers(solid, len(text)))
        tentative = data.draw(st.text(alphabet, max_size=20))
        lines.show(caption(1, text[:solid], tentative, revision=revision))
        for shown in lines.window(lines.bottom, 60):
            if shown is not None:
                for index in range(shown.solid):
                    assert places.setdefault(shown.start + index, shown.start) == shown.start
    assert lines.text_between(*lines.everything()) == (text[:solid] + tentative).strip()


def test_text_is_broken_where_it_no_longer_fits(qapp: QApplication) -> None:
    text = "The server was down for three hours yesterday."
    narrow = setter(250)
    starts = narrow(text, text, "en", [0], 0)
    pieces = [text[a:b].rstrip() for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]
    assert len(pieces) > 1
    for piece in pieces:
        assert narrow.set(row(piece)).natural.width() <= 250
    assert " ".join(pieces) == text


def test_punctuation_hangs_rather_than_moves_a_committed_character(qapp: QApplication) -> None:
    one = setter()
    text = "我们昨天讨论了这个问题还没有结果"
    fits = setter(one.set(row(text, language="zh")).natural.width() + 1)
    assert fits(text, text, "zh", [0], 0) == [0]
    longer = text + "，但是"
    assert fits(longer, longer, "zh", [0], 0) == [0, len(text) - 1]  # free to break, kinsoku takes a character along
    assert fits(longer, longer, "zh", [0], len(text)) == [0, len(text) + 1]


@pytest.mark.parametrize(
    ("text", "leftward"),
    [
        ("Hello", False),
        ("كان الخادم", True),
        ("שלום", True),
        ("123 كان", True),
        ("iPhone كان", False),
        ("你好", False),
        ("…", False),
    ],
)
def test_direction_is_that_of_the_first_letter(text: str, leftward: bool) -> None:
    assert (direction(text) == Qt.LayoutDirection.RightToLeft) is leftward


def test_arabic_stands_at_the_right_and_its_name_does_not_turn_it(qapp: QApplication) -> None:
    arabic = Row(0, 0, "Others: كان الخادم", 18, 7, 1, "ar", "كان الخادم")
    assert setter(400).set(arabic).natural.right() == pytest.approx(400, abs=2)


def test_stable_text_is_solid_and_tentative_text_dimmer(qapp: QApplication) -> None:
    one = setter(400)
    shown = one.set(row("HHHH HHHH", solid=4))
    image = painted(shown)
    em = round(one.em)
    edge = em + round(shown.x_of(4))
    left = max(image.pixelColor(x, y).lightness() for x in range(em, edge) for y in range(image.height()))
    right = max(image.pixelColor(x, y).lightness() for x in range(edge + 2, em + 250) for y in range(image.height()))
    assert left == 255
    assert right < 200


def test_places_count_characters_not_units(qapp: QApplication) -> None:
    shown = setter(400).set(row("a😀b👍🏽c"))
    for offset in (0, 1, 2, 3, 5, 6):
        assert shown.offset_at(shown.x_of(offset)) == offset


@pytest.mark.parametrize("edge", ["raised", "depressed", "uniform", "shadow"])
def test_edges_surround_text_and_leave_emoji_as_they_are(qapp: QApplication, edge: CaptionEdge) -> None:
    plain, edged = setter(400, size=100), setter(400, size=100, edge=edge)
    text = row("Word 你好")
    bare, framed = painted(plain.set(text)), painted(edged.set(text))
    assert darkest(bare) > 100  # white on grey
    assert darkest(framed) < 40
    emoji = row("😀😀")
    for _ in range(3):  # asking for outlines of pictures would spoil them from the second time on
        for size in (100, 130):
            bare, framed = painted(setter(size=size).set(emoji)), painted(setter(size=size, edge=edge).set(emoji))
            assert yellows(bare) > 400
            assert yellows(framed) == pytest.approx(yellows(bare), rel=0.1)


def yellows(image: QImage) -> int:
    colours = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(colour.red() > 200 and colour.blue() < 100 for colour in colours)


def darkest(image: QImage) -> int:
    return min(image.pixelColor(x, y).lightness() for x in range(image.width()) for y in range(image.height()))


@pytest.mark.parametrize("edge", ["none", "uniform", "shadow"])
@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
@pytest.mark.parametrize(
    ("before", "after"),
    [
        (("The server was down fo", 10), ("The server was down for three", 10)),
        (("The server was down", 10), ("The server was down", 19)),
        (("The server has been", 4), ("The server was down", 4)),
        (("我们昨天", 2), ("我们昨天讨论", 4)),
        (("كان الخادم", 3), ("كان الخادم معطلا", 3)),
    ],
)
def test_a_row_that_is_painted_in_part_looks_like_one_painted_anew(
    qapp: QApplication, edge: CaptionEdge, ratio: float, before: tuple[str, int], after: tuple[str, int]
) -> None:
    one = setter(500, edge=edge)
    old = one.set(row(*before, language=None))
    new = one.set(row(*after, language=None))
    in_part = new.picture(ratio, (old, old.picture(ratio))).toImage()
    assert in_part == new.picture(ratio).toImage()


def test_edges_stay_right_after_more_characters_than_are_kept(qapp: QApplication) -> None:
    one = setter(3000, size=200, edge="raised")
    for first in range(0x4E00, 0x5600, 40):
        one.set(row("".join(map(chr, range(first, first + 40))))).picture(2.0)
    text = row("Word 你好 一丁七")
    assert (
        one.set(text).picture(2.0).toImage() == setter(3000, size=200, edge="raised").set(text).picture(2.0).toImage()
    )


def test_a_selection_is_highlighted(qapp: QApplication) -> None:
    one = setter(400)
    assert painted(one.set(row("Word word"), (0, 4))) != painted(one.set(row("Word word")))


def test_rows_are_of_one_height_in_every_script(qapp: QApplication) -> None:
    one = setter(300)
    for text in ("Åfgjpq", "骨直令", "كان الخادم"):
        image = one.set(row(text, language=None)).picture(1.0).toImage()
        inked = [y for y in range(image.height()) if any(image.pixelColor(x, y).alpha() for x in range(image.width()))]
        assert inked[0] > 0, text
        assert inked[-1] < image.height() - 1, text
