"""How the answer to a search looks: sessions as headings, hits with their time and the words that matched marked."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from captioner.ui.history_delegate import PAD, paint_ground, paint_line
from captioner.ui.hits_model import ROW_ROLE, FoundSession
from captioner.ui.library_words import clock_of_ms
from captioner.ui.marked_text import around_first_mark, paint_marked
from captioner.ui.theme import theme_of

Index = QModelIndex | QPersistentModelIndex


class HitsDelegate(QStyledItemDelegate):
    """Two lines a row, of either kind."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """Two lines; more room above a session."""
        line = option.fontMetrics.lineSpacing()
        heading = isinstance(index.data(ROW_ROLE), FoundSession)
        return QSize(12 * line, 2 * line + (2 * PAD if heading else PAD) + 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """A row."""
        row = index.data(ROW_ROLE)
        theme = theme_of(option.palette)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        ink = QColor(theme.accent_ink if selected else theme.ink)
        soft = QColor(theme.accent_ink if selected else theme.soft_ink)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option, theme)
        line = option.fontMetrics.lineSpacing()
        box = QRectF(option.rect).adjusted(PAD, PAD / 2, -PAD, -PAD / 2)
        if isinstance(row, FoundSession):
            bold = QFont(option.font)
            bold.setBold(True)
            top = box.bottom() - 2 * line
            paint_line(painter, QRectF(box.left(), top, box.width(), line), row.title, bold, ink)
            paint_line(painter, QRectF(box.left(), top + line, box.width(), line), row.about, option.font, soft)
        else:
            painter.setFont(option.font)
            painter.setPen(soft)
            time = clock_of_ms(row.start_ms)
            width = option.fontMetrics.horizontalAdvance("0:00:00 ") + PAD
            painter.drawText(QRectF(box.left(), box.top(), width - PAD, line), Qt.AlignmentFlag.AlignRight, time)
            words = box.adjusted(width, 0, 0, 0)
            most = max(20, int(2 * words.width() / option.fontMetrics.averageCharWidth() * 0.9))
            text, marks = around_first_mark(row.text, row.marks, most)
            paint_marked(painter, words, text, marks, ink, None if selected else QColor(theme.mark))
        painter.restore()
