"""The live transcript: a line an utterance, in the order of their times, with time and speaker.

It is one read-only document, so that text can be selected over lines, copied, searched, and read by a screen reader a
line at a time. Only the line that changes is laid out anew, whatever the length of the rest.
"""

from bisect import bisect_left, insort
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QPalette,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QPlainTextEdit, QScrollBar, QTextEdit, QWidget

from captioner.core.caption import Caption
from captioner.core.sound import Track
from captioner.core.speech import text_of
from captioner.ui.marked_text import units
from captioner.ui.session_words import clock
from captioner.ui.theme import DARK, LIGHT, Theme

_GAP = "  "
_MARGIN = 14
_LARGER = 1.25
"""Text to be read, beside text to be glanced at."""
_MAX_MARKED = 1000
"""Matches of a search that are marked at once."""


@dataclass(slots=True, order=True)
class _Line:
    """Sorted by start, then by order of coming."""

    start: int
    number: int
    speaker: int = field(compare=False)
    head: str = field(compare=False)
    """The time and the gap behind it."""
    name: str = field(compare=False)
    said: str = field(compare=False, default="")
    solid: int = field(compare=False, default=0)
    """So many characters of ``said`` stay."""

    @property
    def text(self) -> str:
        return self.head + self.name + self.said


class _Inks(QSyntaxHighlighter):
    """Times and what is tentative in a softer ink, names in colours."""

    def __init__(self, document: QTextDocument, lines: list[_Line]) -> None:
        super().__init__(document)
        self._lines = lines
        self._soft = QTextCharFormat()
        self._names = (QTextCharFormat(), QTextCharFormat())
        for ink in self._names:
            ink.setFontWeight(600)

    def use(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._soft.setForeground(QColor(theme.soft_ink))
        for ink, colour in zip(self._names, (theme.link, theme.good), strict=True):
            ink.setForeground(QColor(colour))
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:  # noqa: N802
        """The inks of one line."""
        number = self.currentBlock().blockNumber()
        if number >= len(self._lines):
            return
        line = self._lines[number]
        head, name = len(line.head), units(line.name)
        self.setFormat(0, head, self._soft)
        self.setFormat(head, name, self._names[line.speaker])
        self.setFormat(head + name + units(line.said[: line.solid]), len(text), self._soft)


class TranscriptView(QPlainTextEdit):
    """Follows the newest line until the user scrolls back; ``following_changed`` tells."""

    following_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)  # a history of every revision would grow for ever
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(QScrollBar())  # ours: see MainWindow._lay_out
        self.document().setDocumentMargin(_MARGIN)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * _LARGER)
        self.setFont(font)
        self._lines: list[_Line] = []
        self._open: dict[tuple[str, int], _Line] = {}
        self._count = 0
        self._tracks: tuple[Track, ...] = ()
        self._following = True
        self._inks = _Inks(self.document(), self._lines)
        self._use_theme()
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.verticalScrollBar().rangeChanged.connect(self._keep_following)
        self.retranslate()

    @property
    def following(self) -> bool:
        """Whether the newest line is kept in sight."""
        return self._following

    @property
    def lines(self) -> int:
        """How many lines there are."""
        return len(self._lines)

    def begin(self, tracks: tuple[Track, ...]) -> None:
        """A new session, with an empty transcript."""
        self._tracks = tracks
        self._lines.clear()
        self._open.clear()
        self.clear()
        self.follow()

    def show_caption(self, caption: Caption) -> None:
        """Take one state of an utterance. A final one shows the words of the transcript."""
        key = (caption.track, caption.utterance)
        solid = text_of(caption.words) if caption.final and caption.words else caption.stable
        said = solid + caption.tentative
        line = self._open.get(key)
        if line is None:
            if not said.strip():
                return
            line = self._insert(caption)
            self._open[key] = line
        line.said, line.solid = said.strip(), len(solid.lstrip())
        if caption.final:
            del self._open[key]
        if caption.final and not line.said:
            self._remove(line)
        else:
            self._write(line)

    def follow(self) -> None:
        """Go to the newest line and stay with it."""
        self._set_following(True)
        bar = self.verticalScrollBar()
        bar.setValue(bar.maximum())

    def mark(self, text: str) -> int:
        """Mark what is searched for; how often it is there."""
        marks: list[QTextEdit.ExtraSelection] = []
        found = 0
        if text:
            colour = QColor(self._theme.accent)
            cursor = self.document().find(text)
            while not cursor.isNull():
                found += 1
                if len(marks) < _MAX_MARKED:
                    selection = QTextEdit.ExtraSelection()
                    selection.cursor = cursor
                    selection.format.setBackground(colour)
                    selection.format.setForeground(QColor(self._theme.accent_ink))
                    marks.append(selection)
                cursor = self.document().find(text, cursor)
        self.setExtraSelections(marks)
        return found

    def find_next(self, text: str, *, back: bool = False) -> bool:
        """Go to the next match, round the end; whether there is one."""
        if not text:
            return False
        flags = QTextDocument.FindFlag.FindBackward if back else QTextDocument.FindFlag(0)
        found = self.document().find(text, self.textCursor(), flags)
        if found.isNull():
            edge = QTextCursor(self.document())
            if back:
                edge.movePosition(QTextCursor.MoveOperation.End)
            found = self.document().find(text, edge, flags)
        if found.isNull():
            return False
        self._set_following(False)
        self.setTextCursor(found)
        self.centerCursor()
        return True

    def retranslate(self) -> None:
        """Name it in the language of the interface."""
        self.setAccessibleName(self.tr("Transcript"))
        self.setPlaceholderText(self.tr("What is said appears here, with its time."))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another theme or language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._use_theme()
        elif event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Shows the place from which the keys go on."""
        super().focusInEvent(event)
        self.setCursorWidth(2)

    @property
    def _theme(self) -> Theme:
        return DARK if self.palette().color(QPalette.ColorRole.Base).lightnessF() < 0.5 else LIGHT

    def _use_theme(self) -> None:
        self._inks.use(self._theme)

    def _insert(self, caption: Caption) -> _Line:
        ids = [track.id for track in self._tracks]
        speaker = ids.index(caption.track) if caption.track in ids else 0
        label = self._tracks[speaker].label if len(self._tracks) > 1 else ""
        self._count += 1
        line = _Line(
            caption.start, self._count, speaker % 2, clock(caption.start) + _GAP, f"{label}: " if label else ""
        )
        insort(self._lines, line)
        if len(self._lines) == 1:
            return line
        at = bisect_left(self._lines, line)
        cursor = QTextCursor(self.document().findBlockByNumber(max(at - 1, 0)))
        if at > 0:
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        cursor.insertBlock()
        return line

    def _remove(self, line: _Line) -> None:
        """What seemed to be words was none."""
        at = bisect_left(self._lines, line)
        cursor = QTextCursor(self.document().findBlockByNumber(at))
        del self._lines[at]
        cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
        cursor.removeSelectedText()
        if at == 0 and self._lines:  # the first block has no line break before it to go with it
            cursor.deleteChar()

    def _write(self, line: _Line) -> None:
        """Put the line's text into its block, leaving alone what is the same at its beginning."""
        block = self.document().findBlockByNumber(bisect_left(self._lines, line))
        old, new = block.text(), line.text.replace("\n", " ")
        same = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + units(old[:same]))
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        if old != new:
            cursor.insertText(new[same:])
        self._inks.rehighlightBlock(block)

    def _scrolled(self, value: int) -> None:
        self._set_following(value >= self.verticalScrollBar().maximum())

    def _keep_following(self, _: int, maximum: int) -> None:
        if self._following:
            self.verticalScrollBar().setValue(maximum)

    def _set_following(self, following: bool) -> None:
        if following != self._following:
            self._following = following
            self.following_changed.emit(following)
