"""The edges of caption text, glyph by glyph: each is drawn from the glyph's outline once and copied from then on.

Filling the outlines of a row at 4K width anew for every word that comes would take most of the time that an update may
take. A path for a whole row would take 50 times as long still: all its glyphs are checked against each other.
"""

import math
from collections import OrderedDict
from typing import NamedTuple

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGlyphRun, QPainter, QPainterPath, QPainterPathStroker, QPixmap, QRawFont, QTransform

from captioner.core.settings import CaptionEdge

_OUTLINE = 0.11
_SHADOW = 0.07
"""Widths of edges, in heights of the font."""
_PHASES = 4
"""A glyph may stand between two device pixels; its edge stands at the nearest of so many places."""
_MOST_PIXELS = 4_000_000
"""Of pictures kept, 16 MB: of the largest text some hundred glyphs, of usual text thousands."""


class _Key(NamedTuple):
    family: str
    style: str
    pixels: float
    dark: int
    ratio: float
    glyph: int
    across: int
    down: int


class _Drawn(NamedTuple):
    """A glyph's edge; ``corner`` is its left top from the glyph's origin, in device pixels."""

    picture: QPixmap
    corner: QPoint


class GlyphEdges:
    """Edges of one kind for text that is ``em`` logical pixels high."""

    def __init__(self, edge: CaptionEdge, em: float) -> None:
        self._edge = edge
        self._em = em
        self._drawn: OrderedDict[_Key, _Drawn | None] = OrderedDict()
        self._pixels = 0
        self._outlined: dict[str, bool] = {}

    def paint(self, painter: QPainter, run: QGlyphRun, to_device: QTransform, from_x: float, dark: QColor) -> None:
        """The edges of the run's glyphs that begin at ``from_x`` or later. The painter draws in device pixels, and
        ``to_device`` leads there from the run's. Pictures, such as emoji, have no edge.
        """
        font = run.rawFont()
        face = (
            font.familyName(),
            font.styleName(),
            font.pixelSize(),
            dark.rgba(),
            painter.device().devicePixelRatioF(),
        )
        for glyph, place in zip(run.glyphIndexes(), run.positions(), strict=True):
            if place.x() < from_x:
                continue
            origin = to_device.map(place)
            left, across = _phase(origin.x())
            top, down = _phase(origin.y())
            key = _Key(*face, glyph, across, down)
            if key in self._drawn:
                self._drawn.move_to_end(key)
                drawn = self._drawn[key]
            else:
                drawn = self._draw(font, key)
                self._keep(key, drawn)
            if drawn is not None:
                painter.drawPixmap(QPoint(left, top) + drawn.corner, drawn.picture)

    def _keep(self, key: _Key, drawn: _Drawn | None) -> None:
        self._drawn[key] = drawn
        self._pixels += _size(drawn)
        while self._pixels > _MOST_PIXELS and len(self._drawn) > 1:
            self._pixels -= _size(self._drawn.popitem(last=False)[1])

    def _draw(self, font: QRawFont, key: _Key) -> _Drawn | None:
        if not self._has_outlines(font):
            return None
        outline = font.pathForGlyph(key.glyph)
        if self._edge == "uniform":
            stroker = QPainterPathStroker()
            stroker.setWidth(_OUTLINE * self._em)
            stroker.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            outline = stroker.createStroke(outline)
        if outline.isEmpty():
            return None
        outline.setFillRule(Qt.FillRule.WindingFill)
        layers = [
            (self._placed(outline, key, shift), colour) for shift, colour in self._layers(QColor.fromRgba(key.dark))
        ]
        box = layers[0][0].boundingRect()
        for path, _ in layers[1:]:
            box = box.united(path.boundingRect())
        pixels = box.toAlignedRect().adjusted(-1, -1, 1, 1)
        picture = QPixmap(pixels.size())
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-pixels.topLeft())
        for path, colour in layers:
            painter.fillPath(path, colour)
        painter.end()
        return _Drawn(picture, pixels.topLeft())

    @staticmethod
    def _placed(outline: QPainterPath, key: _Key, shift: float) -> QPainterPath:
        """The outline in device pixels from the whole pixel of its origin, ``shift`` logical ones right and down."""
        place = QTransform.fromTranslate(key.across / _PHASES, key.down / _PHASES)
        place.scale(key.ratio, key.ratio)
        place.translate(shift, shift)
        return place.map(outline)

    def _layers(self, dark: QColor) -> tuple[tuple[float, QColor], ...]:
        """From below: how far right and down the outline is filled with which colour."""
        step = _SHADOW * self._em
        light = QColor("white") if dark.lightnessF() < 0.5 else QColor("black")
        light.setAlphaF(0.55 * dark.alphaF())
        soft = QColor(dark)
        soft.setAlphaF(0.6 * dark.alphaF())
        layers: dict[CaptionEdge, tuple[tuple[float, QColor], ...]] = {
            "none": (),
            "uniform": ((0, dark),),
            "shadow": ((step, soft), (0.6 * step, soft)),
            "raised": ((-0.4 * step, light), (step, dark), (0.5 * step, dark)),
            "depressed": ((0.4 * step, light), (-step, dark), (-0.5 * step, dark)),
        }
        return layers[self._edge]

    def _has_outlines(self, font: QRawFont) -> bool:
        """Fonts of pictures have none, and to ask for one spoils how Qt draws them from then on."""
        name = font.familyName()
        if name not in self._outlined:
            self._outlined[name] = any(not font.fontTable(table).isEmpty() for table in ("glyf", "CFF ", "CFF2"))
        return self._outlined[name]


def _phase(place: float) -> tuple[int, int]:
    """The whole pixel, and in how many parts of it."""
    parts = math.floor(place * _PHASES + 0.5)
    return divmod(parts, _PHASES)


def _size(drawn: _Drawn | None) -> int:
    return drawn.picture.width() * drawn.picture.height() if drawn is not None else 0
