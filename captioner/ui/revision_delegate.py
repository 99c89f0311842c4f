"""How the changes of a transcript look: old words struck out, new words underlined, each in its colour."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from captioner.transcript.revised_lines import RevisedLine
from captioner.transcript.revision import Hunk
from captioner.ui.cue_heights import CueHeights, laid_out
from captioner.ui.history_delegate import PAD, paint_line
from captioner.ui.library_words import clock_of_ms, name_in_words
from captioner.ui.marked_text import points, units
from captioner.ui.revision_model import LINE_ROLE, hunks_of, text_of
from captioner.ui.theme import Theme, theme_of

_EDGE_PX: Final = 4
Index = QModelIndex | QPersistentModelIndex


class RevisionDelegate(QStyledItemDelegate):
    """Rows are as high as their text; changes in an edited line have one line more that says so."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._heights = CueHeights(parent.font(), 1)
        self.current: Hunk | None = None
        """The change that is selected."""
        self.hours = False
        """Whether times need hours."""

    def measure(self, font: QFont, view_width: int) -> None:
        """Lay rows out for this font and width from now on; call it before the view lays its rows out."""
        width = max(1, view_width - self._indent(QFontMetrics(font)) - PAD)
        if width != self._heights.width or font != self._heights.font:
            self._heights = CueHeights(font, width)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """As high as the text at the width of the view."""
        line: RevisedLine = index.data(LINE_ROLE)
        lines = self._heights.lines(text_of(line)) + bool(line.speaker)
        if _spared(line):
            lines += self._heights.lines(self._spared_words())
        return QSize(1, lines * self._heights.line_height + PAD)

    def hunk_at(self, option: QStyleOptionViewItem, line: RevisedLine, where: QPoint) -> Hunk | None:
        """The change whose words are at a point of the view; else the first one of the row."""
        top = self._text_top(option, line)
        layout = laid_out(text_of(line), option.font, self._heights.width)
        left = option.rect.left() + self._indent(option.fontMetrics)
        for number in range(layout.lineCount()):
            row = layout.lineAt(number)
            if top + row.y() <= where.y() < top + row.y() + self._heights.line_height:
                at = points(text_of(line), row.xToCursor(where.x() - left, row.CursorPosition.CursorOnCharacter))
                for piece in line.pieces:
                    at -= len(piece.text)
                    if at < 0 and piece.hunk is not None:
                        return piece.hunk
        return next(iter(hunks_of(line)), None)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """A row."""
        line: RevisedLine = index.data(LINE_ROLE)
        theme = theme_of(option.palette)
        painter.save()
        self._paint_ground(painter, option, line, theme)
        indent, height = self._indent(option.fontMetrics), option.fontMetrics.lineSpacing()
        box = QRectF(option.rect.left() + indent, option.rect.top() + PAD // 2, self._heights.width, height)
        ink, soft = QColor(theme.ink), QColor(theme.soft_ink)
        painter.setFont(option.font)
        painter.setPen(soft)
        time = QRectF(option.rect.left() + PAD, box.top(), indent - 2 * PAD, height)
        painter.drawText(time, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, clock_of_ms(line.start_ms))
        if line.speaker:
            bold = QFont(option.font)
            bold.setWeight(QFont.Weight.DemiBold)
            paint_line(painter, box, name_in_words(line.speaker), bold, ink)
        top = self._text_top(option, line)
        layout = laid_out(text_of(line), option.font, self._heights.width, self._formats(line, theme))
        painter.setPen(ink)
        layout.draw(painter, QPointF(box.left(), top))
        if _spared(line):
            top += self._heights.lines(text_of(line)) * height
            painter.setPen(QColor(theme.warning))
            words = laid_out(self._spared_words(), option.font, self._heights.width)
            words.draw(painter, QPointF(box.left(), top))
        painter.restore()

    def _spared_words(self) -> str:
        return self.tr("You edited this line: it stays as it is unless you accept the change.")

    def _indent(self, metrics: QFontMetrics) -> int:
        """Where the text begins: behind the edge and the time."""
        return metrics.horizontalAdvance("00:00:00" if self.hours else "00:00") + 3 * PAD

    def _text_top(self, option: QStyleOptionViewItem, line: RevisedLine) -> int:
        return option.rect.top() + PAD // 2 + (option.fontMetrics.lineSpacing() if line.speaker else 0)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, line: RevisedLine, theme: Theme) -> None:
        """The accent is for the words that are selected, not for their row."""
        box = QRectF(option.rect)
        painter.fillRect(box, QColor(theme.panel))
        if hunks_of(line):
            edge = QColor(theme.warning if line.edited else theme.link)
            painter.fillRect(QRectF(box.left() + 2, box.top() + 3, _EDGE_PX, box.height() - 6), edge)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(theme.link), 1))
            painter.drawRect(box.adjusted(0.5, 0.5, -1.5, -1.5))

    def _formats(self, line: RevisedLine, theme: Theme) -> list[QTextLayout.FormatRange]:
        formats, at = [], 0
        for piece in line.pieces:
            length = units(piece.text)
            lead = units(piece.text) - units(piece.text.lstrip())
            if piece.hunk is not None:
                look = QTextCharFormat()
                look.setFontStrikeOut(piece.kind == "removed")
                look.setFontUnderline(piece.kind == "added")
                here = piece.hunk == self.current
                own = theme.error if piece.kind == "removed" else theme.good
                look.setForeground(QColor(theme.accent_ink if here else own))
                if here:
                    look.setBackground(QColor(theme.accent))
                found = QTextLayout.FormatRange()
                found.start, found.length, found.format = at + lead, length - lead, look
                formats.append(found)
            at += length
        return formats


def _spared(line: RevisedLine) -> bool:
    """Whether a change waits in a line that a person edited."""
    return line.edited and bool(hunks_of(line))
