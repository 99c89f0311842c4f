"""How a session looks in the history: title, when and who, first words with the tags before them."""

from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from captioner.core.library import SessionInfo
from captioner.ui.history_model import SESSION_ROLE
from captioner.ui.library_words import about_in_words, phase_mark, title_in_words
from captioner.ui.theme import Theme, theme_of

PAD: Final = 10
"""Pixels around the text of a row."""
Index = QModelIndex | QPersistentModelIndex


class HistoryDelegate(QStyledItemDelegate):
    """All rows are of one height."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """Three lines."""
        line = option.fontMetrics.lineSpacing()
        return QSize(12 * line, 3 * line + 2 * PAD + 4)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """A row."""
        session: SessionInfo = index.data(SESSION_ROLE)
        theme = theme_of(option.palette)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option, theme)
        ink = QColor(theme.accent_ink if selected else theme.ink)
        soft = QColor(theme.accent_ink if selected else theme.soft_ink)
        box = QRectF(option.rect).adjusted(PAD, PAD, -PAD, -PAD)
        line = option.fontMetrics.lineSpacing()
        title_box = QRectF(box.left(), box.top(), box.width(), line)
        if mark := phase_mark(session):
            colour = theme.error if session.phase == "running" else theme.warning
            title_box.setRight(_paint_chip(painter, title_box, mark, QColor(soft if selected else colour), right=True))
        bold = QFont(option.font)
        bold.setBold(True)
        paint_line(painter, title_box, title_in_words(session), bold, ink)
        about = QRectF(box.left(), box.top() + line + 1, box.width(), line)
        paint_line(painter, about, about_in_words(session), option.font, soft)
        words = QRectF(box.left(), box.top() + 2 * line + 3, box.width(), line)
        for tag in session.tags:
            if words.width() > 6 * line:
                words.setLeft(_paint_chip(painter, words, tag, soft, right=False))
        paint_line(painter, words, session.first_words.replace("\n", " "), option.font, ink)
        painter.restore()

    # Renaming

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: N802
        """A field for the title."""
        field = QLineEdit(parent)
        field.setAccessibleName(self.tr("Title"))
        field.setMaxLength(200)
        return field

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802
        """Over the title."""
        line = editor.sizeHint().height()
        editor.setGeometry(option.rect.adjusted(PAD - 4, 4, -PAD + 4, 0))
        editor.setFixedHeight(line)

    def eventFilter(self, editor: object, event: QEvent) -> bool:  # noqa: N802
        """Keys of the window, such as Ctrl+Enter, are not for it while a title is written."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return False
        return super().eventFilter(editor, event)  # type: ignore[arg-type]


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, theme: Theme) -> None:
    """The ground of a row: selected, under the mouse or plain, with a line below and a ring for the focus."""
    box = QRectF(option.rect)
    state = option.state
    selected = bool(state & QStyle.StateFlag.State_Selected)
    hovered = bool(state & QStyle.StateFlag.State_MouseOver)
    painter.fillRect(box, QColor(theme.accent if selected else theme.stripe if hovered else theme.panel))
    painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), QColor(theme.stripe))
    if state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_KeyboardFocusChange:
        painter.setPen(QPen(QColor(theme.accent_ink if selected else theme.ink), 1, Qt.PenStyle.DotLine))
        painter.drawRect(box.adjusted(2.5, 2.5, -2.5, -3.5))


def paint_line(painter: QPainter, box: QRectF, text: str, font: QFont, ink: QColor) -> None:
    """One line, elided where it is too long."""
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    painter.setPen(ink)
    elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, elided)


def _paint_chip(painter: QPainter, box: QRectF, text: str, ink: QColor, *, right: bool) -> float:
    """A word in a frame at one end of the box; where the rest of the box then ends or begins."""
    font = QFont(painter.font())
    font.setPointSizeF(font.pointSizeF() * 0.88)
    metrics = QFontMetricsF(font)
    pad = metrics.averageCharWidth()
    text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width() / 2)
    width = metrics.horizontalAdvance(text) + 2 * pad
    left = box.right() - width if right else box.left()
    chip = QRectF(left, box.top() + 1, width, box.height() - 2)
    painter.setFont(font)
    painter.setPen(QPen(ink, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(chip.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, text)
    return chip.left() - pad if right else chip.right() + pad
