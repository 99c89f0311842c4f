"""How high the text of a cue is: asked for every cue of a session, so that it must be quick."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF, QTextLayout, QTextOption

from captioner.core.library import StoredCue

_DOUBT_PX: Final = 3.0
"""Kerning may make a line so much shorter or longer than the sum of its characters: then Qt lays it out."""


class CueHeights:
    """For one font and one width of the text. Rows are ``pad`` higher than their lines."""

    def __init__(self, font: QFont, width: int, pad: int = 0) -> None:
        self.font = QFont(font)
        self.width = width
        self.line_height = QFontMetrics(font).lineSpacing()
        self._pad = pad
        self._metrics = QFontMetricsF(font)
        self._advances: dict[str, float] = {}
        self._a_line = max(1.0, width / max(1, self._metrics.averageCharWidth()))

    def row(self, text: str) -> int:
        """How high the row of a text is, in pixels."""
        return self.lines(text) * self.line_height + self._pad

    def guesses(self, cues: Iterable[StoredCue]) -> list[int]:
        """About how high the rows of cues are, in pixels, by the lengths of their texts."""
        a_character, height, pad = 1 / self._a_line, self.line_height, self._pad
        return [(1 + int(len(entry.cue.text) * a_character)) * height + pad for entry in cues]

    def lines(self, text: str) -> int:
        """The lines of a text, those that it has and those that the width makes."""
        return sum(self._wrapped(line) for line in text.split("\n"))

    def _wrapped(self, line: str) -> int:
        guess = self._sum_of_words(line) if line.isascii() else 0
        return guess or max(1, laid_out(line, self.font, self.width).lineCount())

    def _sum_of_words(self, line: str) -> int:
        """Lines by the widths of the words alone; 0 where that is too close to tell."""
        advances = self._advances
        space = self._advance(" ")
        lines, at = 1, 0.0
        for word in line.split(" "):
            width = advances.get(word) or self._advance(word)
            end = at + width
            if end > self.width - _DOUBT_PX:
                if end < self.width + _DOUBT_PX or width > self.width - _DOUBT_PX:
                    return 0
                lines, at = lines + 1, width + space
            else:
                at = end + space
        return lines

    def _advance(self, word: str) -> float:
        found = self._advances[word] = self._metrics.horizontalAdvance(word)
        return found


def laid_out(text: str, font: QFont, width: int, formats: "list[QTextLayout.FormatRange] | None" = None) -> QTextLayout:
    """The text of a cue in lines of this width at most, one below the other."""
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(formats or [])
    spacing = QFontMetrics(font).lineSpacing()
    layout.beginLayout()
    top = 0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top))
        top += spacing
    layout.endLayout()
    return layout
