"""Caption text set in rows and painted: line breaking by Qt's text layout, edges glyph by glyph.

Qt counts characters in UTF-16 units, Python in code points: ``_units`` and ``_points`` go between them.
"""

import math
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontInfo,
    QPainter,
    QPixmap,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
    QTransform,
)

from captioner.ui.caption_lines import Row
from captioner.ui.caption_style import CaptionStyle
from captioner.ui.fonts import han_form
from captioner.ui.glyph_edges import GlyphEdges

_LEADING = 1.45
"""Height of a row, in heights of the font: room for Han and Arabic, the same for every script so that nothing jumps."""
_BASELINE = 1.06
_HANGING = frozenset("、。，．！？：；）」』】》〉”’,.!?:;)…")
"""May stand past the end of a row where the word before them is committed to it; the margin has the room."""
_HIGHLIGHT = QColor("#2a6fdb")


class Typesetter:
    """Sets text of one style in rows of ``width`` logical pixels. ``preferred_han`` as for ``fonts.han_form``."""

    def __init__(self, style: CaptionStyle, width: float, preferred_han: str = "zh-Hans") -> None:
        self.style = style
        self.width = max(1.0, width)
        self._preferred_han = preferred_han
        self._fonts: dict[str, QFont] = {}
        self.em = float(QFontInfo(style.text_font(preferred_han)).pixelSize())
        self.edges = GlyphEdges(style.edge, self.em)
        self.row_height = math.ceil(self.em * _LEADING)
        self.baseline = round(self.em * _BASELINE)

    def __call__(self, text: str, said: str, language: str | None, starts: Sequence[int], keep: int) -> list[int]:
        """See ``caption_lines.LineBreaker``."""
        found = list(starts)
        begin = found[-1]
        rest = text[begin:]
        layout = QTextLayout(rest, self.font(language, said))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(direction(said))
        layout.setTextOption(option)
        layout.beginLayout()
        kept = _units(rest, keep - begin)
        line = layout.createLine()
        while line.isValid():
            line.setLineWidth(self.width)
            end = line.textStart() + line.textLength()
            if line.textStart() < kept and end < kept:
                line.setNumColumns(_units(rest, _with_hanging(rest, keep - begin)) - line.textStart())
            if line.textStart() > 0:
                found.append(begin + _points(rest, line.textStart()))
            line = layout.createLine()
        layout.endLayout()
        return found

    def font(self, language: str | None, text: str) -> QFont:
        """The font for a text in a language."""
        han = han_form(language, text, self._preferred_han)
        if han not in self._fonts:
            self._fonts[han] = self.style.text_font(han)
        return self._fonts[han]

    def set(self, row: Row, selected: tuple[int, int] = (0, 0)) -> "SetRow":
        """The row ready to be painted, with the characters of ``selected`` (from, to) highlighted."""
        return SetRow(self, row, selected)


@dataclass(frozen=True, slots=True)
class _Piece:
    """Characters (UTF-16) of one colour."""

    start: int
    length: int
    colour: QColor


class SetRow:
    """One row of text, laid out: knows its place on the row, where each character is, and how to paint itself."""

    def __init__(self, setter: Typesetter, row: Row, selected: tuple[int, int] = (0, 0)) -> None:
        self._setter = setter
        self.row = row
        self._selected = selected
        style = setter.style
        rtl = direction(row.said)
        layout = QTextLayout(row.text, setter.font(row.language, row.said))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        option.setAlignment(
            Qt.AlignmentFlag.AlignRight if rtl == Qt.LayoutDirection.RightToLeft else Qt.AlignmentFlag.AlignLeft
        )
        option.setTextDirection(rtl)
        layout.setTextOption(option)
        solid = _units(row.text, row.solid)
        whole = _units(row.text, len(row.text))
        self._pieces = [
            _Piece(0, solid, style.texts[row.speaker]),
            _Piece(solid, whole - solid, style.tentatives[row.speaker]),
        ]
        layout.setFormats([_format(piece.start, piece.length, piece.colour) for piece in self._pieces if piece.length])
        layout.beginLayout()
        line = layout.createLine()
        if line.isValid():
            line.setLineWidth(1e6 if rtl == Qt.LayoutDirection.LeftToRight else setter.width)
            line.setPosition(QPointF(0, setter.baseline - line.ascent()))
        layout.endLayout()
        self._layout = layout
        self._line = line
        self.natural = line.naturalTextRect() if line.isValid() else QRectF()
        self.leftward = rtl == Qt.LayoutDirection.RightToLeft

    def same_as(self, row: Row, selected: tuple[int, int]) -> bool:
        """Whether this is what the row would look like."""
        return self.row == row and self._selected == selected

    def offset_at(self, x: float) -> int:
        """The place in the row's text nearest to x."""
        if not self._line.isValid():
            return 0
        return _points(self.row.text, self._line.xToCursor(x))

    def x_of(self, offset: int) -> float:
        """Where a place of the row's text is."""
        if not self._line.isValid():
            return 0.0
        x = self._line.cursorToX(_units(self.row.text, offset))
        return float(x[0]) if isinstance(x, tuple) else float(x)  # type: ignore[arg-type]  # typed as object

    def unchanged_until(self, other: "SetRow") -> float:
        """The x up to which another state of the row looks the same; 0 where that cannot be told."""
        if (
            self.leftward
            or other.leftward
            or self._selected != other._selected
            or self.row.speaker != other.row.speaker
        ):
            return 0.0
        mine, its = self.row, other.row
        same = min(mine.solid, its.solid) if mine.solid != its.solid else min(len(mine.text), len(its.text))
        for index in range(same):
            if mine.text[index] != its.text[index]:
                same = index
                break
        same = mine.text.rfind(" ", 0, same) if " " in mine.text[:same] else 0  # shaping joins letters of one word
        return max(0.0, min(self.x_of(max(same, 0)), other.x_of(max(same, 0))) - self._setter.em / 2)

    def paint(self, painter: QPainter, from_x: float = 0.0) -> None:
        """Paint text, edges and background; the row's top left corner is the painter's origin, nothing left of
        ``from_x`` is needed."""
        style = self._setter.style
        height = self._setter.row_height
        if style.background.alpha() and self.row.text:
            pad = self._setter.em * 0.2
            painter.fillRect(
                QRectF(self.natural.left() - pad, 0, self.natural.width() + 2 * pad, height), style.background
            )
        if style.edge != "none":
            self._paint_edges(painter, from_x)
        start, end = (_units(self.row.text, offset) for offset in self._selected)
        chosen = []
        if end > start:
            mark = QTextLayout.FormatRange()
            mark.start, mark.length = start, end - start
            mark.format.setBackground(_HIGHLIGHT)
            mark.format.setForeground(QColor("white"))
            chosen.append(mark)
        self._layout.draw(painter, QPointF(0, 0), chosen)

    def picture(self, ratio: float, before: "tuple[SetRow, QPixmap] | None" = None) -> QPixmap:
        """The row as a picture of the row's full width plus a margin of an em left and right, ``ratio`` device pixels
        to a logical one. What a picture of the row's state before can give is copied from it."""
        em, height = self._setter.em, self._setter.row_height
        size = QSizeF(self._setter.width + 2 * em, height) * ratio
        canvas = QPixmap(size.toSize())
        canvas.setDevicePixelRatio(ratio)
        canvas.fill(Qt.GlobalColor.transparent)
        from_x = 0.0
        painter = QPainter(canvas)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        if before is not None and before[1].size() == canvas.size():
            from_x = math.floor(self.unchanged_until(before[0]))
        if before is not None and from_x > 0:
            edge = math.floor((em + from_x) * ratio)
            painter.drawPixmap(QPointF(0, 0), before[1], QRectF(0, 0, edge, size.height()))
            painter.setClipRect(QRectF(edge / ratio, 0, size.width(), height))
        painter.translate(em, 0)
        self.paint(painter, from_x)
        painter.end()
        return canvas

    def _paint_edges(self, painter: QPainter, from_x: float) -> None:
        """The edge of each glyph from ``from_x`` on, copied pixel by pixel of the device."""
        ratio = painter.device().devicePixelRatioF()
        to_device = painter.combinedTransform()
        painter.save()
        painter.setWorldTransform(QTransform.fromScale(1 / ratio, 1 / ratio))
        for piece in self._pieces:
            dark = self._setter.style.edge_colour(piece.colour)
            for run in self._layout.glyphRuns(piece.start, piece.length) if piece.length else ():
                self._setter.edges.paint(painter, run, to_device, from_x - 2 * self._setter.em, dark)
        painter.restore()


def direction(text: str) -> Qt.LayoutDirection:
    """Which way the text runs: that of its first letter that has a direction (rule P2 of UAX #9)."""
    return Qt.LayoutDirection.RightToLeft if not text.isascii() and _rtl(text) else Qt.LayoutDirection.LeftToRight


def _rtl(text: str) -> bool:
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind in ("R", "AL"):
            return True
        if kind == "L":
            return False
    return False


def _with_hanging(text: str, end: int) -> int:
    """``end``, or past the closing punctuation that follows it."""
    while end < len(text) and text[end] in _HANGING:
        end += 1
    return end


def _format(start: int, length: int, colour: QColor) -> QTextLayout.FormatRange:
    look = QTextCharFormat()
    look.setForeground(colour)
    part = QTextLayout.FormatRange()
    part.start, part.length, part.format = start, length, look
    return part


def _units(text: str, points: int) -> int:
    """UTF-16 units of the first ``points`` characters."""
    if points <= 0:
        return 0
    part = text[:points]
    return len(part) if part.isascii() else len(part) + sum(char > "\uffff" for char in part)


def _points(text: str, units: int) -> int:
    """Characters in the first ``units`` UTF-16 units."""
    if text.isascii():
        return units
    seen = 0
    for index, char in enumerate(text):
        if seen >= units:
            return index
        seen += 2 if char > "\uffff" else 1
    return len(text)
