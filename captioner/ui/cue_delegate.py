"""How a cue looks in the transcript of a session: its time, its speaker, its text with doubtful words marked."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QPlainTextEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from captioner.core.caption import Cue
from captioner.core.library import StoredCue
from captioner.transcript.edits import occurrences
from captioner.ui.cue_heights import CueHeights, laid_out
from captioner.ui.cue_model import CUE_ROLE, CueModel
from captioner.ui.cue_words import UNSURE, word_at, word_spans
from captioner.ui.history_delegate import PAD, paint_ground
from captioner.ui.library_words import clock_of_ms, name_in_words
from captioner.ui.marked_text import points, units
from captioner.ui.theme import Theme, theme_of

_MOST_NAME_CHARS: Final = 14
_BOLDER: Final = 1.15
"""Bold text is no wider than this beside plain text."""
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class CueLook:
    """What the delegate shows beside the cues themselves: ``speakers`` in the order of their colours, whether times
    need hours, what is searched for, and the moment that is being played (-1 for none)."""

    speakers: tuple[str, ...] = ()
    hours: bool = False
    needle: str = ""
    playing_ms: int = -1


class CueDelegate(QStyledItemDelegate):
    """Rows are as high as their text. ``split_wanted`` gives row, text and the cursor's place in it."""

    split_wanted = Signal(int, str, int)

    def __init__(self, model: CueModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._heights = CueHeights(parent.font(), 0, PAD)
        self.look = CueLook()
        self.unsure_marked = True

    # Sizes

    def columns(self, metrics: QFontMetrics) -> tuple[int, int]:
        """Widths of the columns with time and speaker, in pixels."""
        time = metrics.horizontalAdvance("00:00:00" if self.look.hours else "00:00") + PAD
        longest = max((_name_width(name, metrics) for name in self.look.speakers), default=0)
        return time, longest + PAD if longest else 0

    def text_box(self, option: QStyleOptionViewItem) -> QRect:
        """Where the text of a row is."""
        time, name = self.columns(option.fontMetrics)
        return option.rect.adjusted(PAD + time + name + PAD // 2, PAD // 2, -PAD, -PAD // 2)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """As high as the text at the width of the view."""
        return QSize(1, self.row_height(index.row()))

    def row_height(self, row: int) -> int:
        """In pixels, measured."""
        return self._heights.row(self._model.cues[row].cue.text)

    def guess_heights(self, first: int, count: int) -> list[int]:
        """In pixels, about."""
        return self._heights.guesses(self._model.cues[first : first + count])

    def measure(self, font: QFont, view_width: int) -> None:
        """Lay rows out for this font and width from now on; call it before the view lays its rows out."""
        metrics = QFontMetrics(font)
        time, name = self.columns(metrics)
        width = max(view_width - 2 * PAD - PAD // 2 - time - name, 8 * metrics.averageCharWidth())
        if width != self._heights.width or font != self._heights.font:
            self._heights = CueHeights(font, width, PAD)

    def position_at(self, option: QStyleOptionViewItem, entry: StoredCue, where: QPoint) -> int | None:
        """The character of the text below a point of the view, None beside the text."""
        box = self.text_box(option)
        if not box.contains(where):
            return None
        layout = laid_out(entry.cue.text, option.font, box.width())
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            if where.y() - box.top() < line.y() + line.height() or number == layout.lineCount() - 1:
                at = line.xToCursor(where.x() - box.left())
                return points(entry.cue.text, at)
        return None

    # Painting

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """A row."""
        entry: StoredCue = index.data(CUE_ROLE)
        cue = entry.cue
        theme = theme_of(option.palette)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        ink = QColor(theme.accent_ink if selected else theme.ink)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option, theme)
        metrics = option.fontMetrics
        time, name = self.columns(metrics)
        top, line = option.rect.top() + PAD // 2, metrics.lineSpacing()
        painter.setFont(option.font)
        painter.setPen(QColor(theme.accent_ink if selected else theme.soft_ink))
        time_box = QRect(option.rect.left() + PAD, top, time - PAD, line)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(time_box, right, clock_of_ms(cue.start_ms))
        if name and cue.speaker:
            bold = QFont(option.font)
            bold.setWeight(QFont.Weight.DemiBold)
            painter.setFont(bold)
            painter.setPen(QColor(theme.accent_ink) if selected else self._colour(cue.speaker, theme))
            box = QRect(option.rect.left() + PAD + time, top, name - PAD // 2, line)
            elided = QFontMetrics(bold).elidedText(_short(cue.speaker), Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, elided)
        box = self.text_box(option)
        layout = laid_out(cue.text, option.font, box.width(), self._formats(cue, theme, selected))
        painter.setPen(ink)
        layout.draw(painter, QPointF(box.topLeft()))
        if entry.edited:
            self._paint_edited(painter, option, theme, selected)
        painter.restore()

    def _formats(self, cue: Cue, theme: Theme, selected: bool) -> list[QTextLayout.FormatRange]:
        formats = []
        if self.unsure_marked:
            doubt = QTextCharFormat()
            doubt.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            doubt.setFontUnderline(True)
            if not selected:
                doubt.setForeground(QColor(theme.warning))
            doubt.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            formats += [
                _format(cue.text, start, stop, doubt)
                for start, stop, word in word_spans(cue)
                if word.probability < UNSURE
            ]
        found = QTextCharFormat()
        if selected:
            found.setFontUnderline(True)
            found.setFontWeight(QFont.Weight.Bold)
        else:
            found.setBackground(QColor(theme.mark))
            found.setForeground(QColor(theme.ink))
        formats += [_format(cue.text, start, stop, found) for start, stop in occurrences(cue.text, self.look.needle)]
        if self.look.playing_ms >= 0 and (spoken := word_at(cue, self.look.playing_ms)):
            now = QTextCharFormat()
            now.setBackground(QColor(theme.ink if not selected else theme.accent_ink))
            now.setForeground(QColor(theme.panel if not selected else theme.accent))
            formats.append(_format(cue.text, *spoken, now))
        return formats

    def _paint_edited(self, painter: QPainter, option: QStyleOptionViewItem, theme: Theme, selected: bool) -> None:
        """A bar at the left edge: somebody wrote this."""
        box = QRectF(option.rect)
        colour = QColor(theme.accent_ink if selected else theme.good)
        painter.fillRect(QRectF(box.left() + 2, box.top() + 3, 3, box.height() - 7), colour)

    def _colour(self, speaker: str, theme: Theme) -> QColor:
        colours = (theme.link, theme.good, theme.warning, theme.error)
        known = self.look.speakers
        return QColor(colours[known.index(speaker) % len(colours)] if speaker in known else theme.ink)

    # Editing

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: N802
        """A field for the text."""
        field = QPlainTextEdit(parent)
        field.setAccessibleName(self.tr("Text of the cue"))
        field.document().setDocumentMargin(2)
        field.setTabChangesFocus(True)
        field.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        field.setFont(option.font)
        field.setProperty("row", index.row())
        field.document().setModified(False)
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:  # noqa: N802
        """The text, with the cursor at its end."""
        if isinstance(editor, QPlainTextEdit) and not editor.document().isModified():
            editor.setPlainText(index.data(Qt.ItemDataRole.EditRole))
            editor.moveCursor(editor.textCursor().MoveOperation.End)

    def setModelData(self, editor: QWidget, model: object, index: QModelIndex) -> None:  # type: ignore[override]  # noqa: N802
        """Give the text back."""
        if isinstance(editor, QPlainTextEdit):
            index.model().setData(index, editor.toPlainText(), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802
        """Over the text."""
        box = self.text_box(option).adjusted(-5, -4, 4, 4)
        least = 2 * option.fontMetrics.lineSpacing() + 10
        editor.setGeometry(box)
        if box.height() < least and isinstance(editor, QPlainTextEdit):
            editor.setFixedHeight(least)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:  # noqa: N802
        """Enter keeps the text, Shift+Enter breaks the line, Ctrl+Enter splits the cue at the cursor."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # keys of the window are not for it while somebody writes
            return False
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and isinstance(editor, QPlainTextEdit):
            return self._key(editor, event) or super().eventFilter(editor, event)
        return super().eventFilter(editor, event)

    def _key(self, editor: QPlainTextEdit, event: QKeyEvent) -> bool:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            editor.insertPlainText("\n")
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            text, row = editor.toPlainText(), editor.property("row")
            at = points(text, editor.textCursor().position())
            self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
            self.split_wanted.emit(row, text, at)
        else:
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
        return True


def _short(speaker: str) -> str:
    name = name_in_words(speaker)
    return name if len(name) <= _MOST_NAME_CHARS else f"{name[: _MOST_NAME_CHARS - 1]}…"


def _name_width(speaker: str, metrics: QFontMetrics) -> int:
    return round(metrics.horizontalAdvance(_short(speaker)) * _BOLDER)


def _format(text: str, start: int, stop: int, look: QTextCharFormat) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = units(text[:start]), units(text[start:stop]), look
    return found
