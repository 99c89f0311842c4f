"""Text of a row in two lines at most, with stretches of it marked."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

_BEFORE: Final = 24
"""Characters that are shown before the first mark of a text that is too long for its room."""


def units(text: str) -> int:
    """The length in the UTF-16 units in which Qt counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def points(text: str, units_before: int) -> int:
    """How many characters of the text stand before a place that Qt counts in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * units_before].decode("utf-16-le", "ignore"))


def around_first_mark(text: str, marks: Sequence[tuple[int, int]], most: int) -> tuple[str, list[tuple[int, int]]]:
    """The text in one line, from near its first mark on where it has more than ``most`` characters; marks follow."""
    text = text.replace("\n", " ")
    first = marks[0][0] if marks else 0
    if len(text) <= most or first < most - _BEFORE:
        return text, list(marks)
    begin = max(0, first - _BEFORE)
    blank = text.find(" ", begin, first)
    begin = blank + 1 if blank >= 0 else begin
    lead = "… "
    moved = [(start - begin + len(lead), stop - begin + len(lead)) for start, stop in marks]
    return lead + text[begin:], moved


def paint_marked(
    painter: QPainter, box: QRectF, text: str, marks: Sequence[tuple[int, int]], ink: QColor, ground: QColor | None
) -> None:
    """Paint into the box as many lines as it holds; marks bold, and on ``ground`` or else underlined."""
    layout = QTextLayout(text, painter.font())
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    layout.setTextOption(option)
    formats = []
    for start, stop in marks:
        mark = QTextLayout.FormatRange()
        mark.start, mark.length = units(text[:start]), units(text[start:stop])
        look = QTextCharFormat()
        if ground is None:
            look.setFontUnderline(True)
        else:
            look.setBackground(ground)
        look.setFontWeight(QFont.Weight.Bold)
        mark.format = look
        formats.append(mark)
    layout.setFormats(formats)
    layout.beginLayout()
    height = 0.0
    while True:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(box.width())
        fits = height == 0 or height + line.height() <= box.height() + 0.5
        line.setPosition(QPointF(0, height if fits else 2 * box.height()))  # what does not fit is clipped
        height += line.height()
    layout.endLayout()
    painter.save()
    painter.setClipRect(box)
    painter.setPen(ink)
    layout.draw(painter, box.topLeft())
    painter.restore()
