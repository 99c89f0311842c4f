"""The sound around the place that is read or heard: waveform, spectrogram, where the cues are, and the cursor."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from captioner.core.caption import Cue
from captioner.core.errors import CaptionerError
from captioner.ui.background import Background
from captioner.ui.contrast import mixed
from captioner.ui.library_words import clock_of_ms
from captioner.ui.playback import RecordingReader
from captioner.ui.theme import theme_of

if TYPE_CHECKING:
    from captioner.ui.sound_shape import SoundShape

_SHORTEST_MS: Final = 1_000
_LONGEST_MS: Final = 120_000
_USUAL_MS: Final = 15_000
_ZOOM: Final = 1.4
_STEP_MS: Final = 1_000
_CALM_MS: Final = 60
_WAVE: Final = 0.42
"""Part of the height below the words that the waveform has; the spectrogram has the rest."""
_QUIET: Final = 0.05
"""Sound whose peaks stay below this part of full scale is drawn no larger: silence must look silent."""


class SoundPicture(QWidget):
    """``sought`` gives the moment that was clicked or gone to. The wheel and the keys + and − zoom."""

    sought = Signal(int)
    play_pause_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reader: RecordingReader | None = None
        self._left: list[RecordingReader] = []
        self._background = Background(self)
        self._reading = False
        self._start_ms, self._span_ms, self._cursor_ms = 0, _USUAL_MS, 0
        self._cues: Sequence[Cue] = ()
        self._shape: SoundShape | None = None
        self._drawn: QPixmap | None = None
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_CALM_MS)
        self._calm.timeout.connect(self._read)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._retranslate()

    @property
    def shown_ms(self) -> tuple[int, int]:
        """The stretch that is shown, [start, stop)."""
        return self._start_ms, self._start_ms + self._span_ms

    @property
    def shape(self) -> "SoundShape | None":
        """What was read last, None before anything was."""
        return self._shape

    def show_recording(self, reader: RecordingReader | None) -> None:
        """Draw another recording; the one before is closed when it is no longer read."""
        if self._reader is not None:
            self._left.append(self._reader)
        self._reader, self._shape, self._drawn = reader, None, None
        self._start_ms = self._cursor_ms = 0
        self._close_left()
        if reader is not None:
            self._background.run(_load, lambda _: None)
        self._look_again()

    def show_cues(self, cues: Sequence[Cue]) -> None:
        """The cues that lie in or near the stretch that is shown."""
        self._cues = cues
        self.update()

    def show_moment(self, ms: int) -> None:
        """Put the cursor there, and turn the page where it leaves what is shown."""
        self._cursor_ms = ms
        start, stop = self.shown_ms
        if not start <= ms < stop - self._span_ms // 20:
            self._go(ms - self._span_ms // 10)
        self.setAccessibleDescription(clock_of_ms(ms))
        self.update()

    def zoom(self, steps: float, around_ms: int | None = None) -> None:
        """So many steps nearer, or farther where less than 0, with one moment staying in its place."""
        middle = self._cursor_ms if around_ms is None else around_ms
        span = round(min(max(self._span_ms * _ZOOM**-steps, _SHORTEST_MS), _LONGEST_MS))
        part = (middle - self._start_ms) / self._span_ms
        self._span_ms = span
        self._go(round(middle - min(max(part, 0.0), 1.0) * span))

    # Qt's events

    def sizeHint(self) -> QSize:  # noqa: N802
        """Nine lines of text high, one of them for words."""
        return QSize(400, 9 * self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Any width."""
        return QSize(100, self.sizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Up and down zooms, sideways moves."""
        turned = event.angleDelta()
        if abs(turned.x()) > abs(turned.y()):
            self._go(self._start_ms - turned.x() * self._span_ms // 1200)
        else:
            self.zoom(turned.y() / 120, self._ms_at(event.position().x()))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Go there."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.sought.emit(self._ms_at(event.position().x()))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Arrows move the cursor, with Shift five times as far; + and − zoom; Space plays."""
        far = 5 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        match event.key():
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                sign = 1 if event.key() == Qt.Key.Key_Right else -1
                self.sought.emit(max(0, self._cursor_ms + sign * far * _STEP_MS))
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom(1)
            case Qt.Key.Key_Minus:
                self.zoom(-1)
            case Qt.Key.Key_Space:
                self.play_pause_wanted.emit()
            case _:
                super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """More or fewer columns."""
        super().resizeEvent(event)
        self._look_again()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another theme or language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._drawn = None
        elif event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """What was drawn of the sound, the cues over it, the cursor over all."""
        theme = theme_of(self.palette())
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.panel))
        if self._drawn is None and self._shape is not None:
            self._drawn = self._draw(self._shape)
        if self._drawn is not None and self._shape is not None:
            left, right = self._x(self._shape.start_ms), self._x(self._shape.stop_ms)
            painter.drawPixmap(QRectF(left, 0, right - left, self.height()), self._drawn, QRectF(self._drawn.rect()))
        elif self._reading:
            painter.setPen(QColor(theme.soft_ink))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.tr("Reading …"))
        self._paint_cues(painter)
        x = self._x(self._cursor_ms)
        painter.setPen(QPen(QColor(theme.error), 2))
        painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))
        painter.setPen(QPen(QColor(theme.accent if self.hasFocus() else theme.line), 2 if self.hasFocus() else 1))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()

    # Within

    def _x(self, ms: int) -> float:
        return (ms - self._start_ms) * self.width() / self._span_ms

    def _ms_at(self, x: float) -> int:
        return max(0, round(self._start_ms + x * self._span_ms / max(self.width(), 1)))

    def _go(self, start_ms: int) -> None:
        last = self._reader.duration_ms - self._span_ms if self._reader is not None else 0
        self._start_ms = max(0, min(start_ms, last))
        self._look_again()
        self.update()

    def _look_again(self) -> None:
        if self._reader is not None:
            self._calm.start()

    def _read(self) -> None:
        """Read what is shown in a thread, one stretch at a time; what is wanted meanwhile is read after it."""
        reader = self._reader
        if reader is None or self._reading or not self.isVisible():
            return
        self._reading = True
        self.update()
        start, stop = self.shown_ms
        columns = max(1, round(self.width() * self.devicePixelRatioF()))

        def work() -> "SoundShape":
            from captioner.ui.sound_shape import shape_of

            return shape_of(reader.read(start, stop), start, stop, columns)

        self._background.run(work, lambda shape: self._take(reader, shape), self._fail)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """What was not read while nobody could see it."""
        self._look_again()

    def _take(self, reader: RecordingReader, shape: "SoundShape") -> None:
        self._reading = False
        self._close_left()
        if reader is self._reader:
            self._shape, self._drawn = shape, None
            self.update()
        if reader is not self._reader or (shape.start_ms, shape.stop_ms) != self.shown_ms:
            self._look_again()

    def _fail(self, error: CaptionerError) -> None:
        self._reading = False
        self._close_left()
        self.setToolTip(error.message)

    def _close_left(self) -> None:
        if not self._reading:
            for reader in self._left:
                reader.close()
            self._left.clear()

    def _draw(self, shape: "SoundShape") -> QPixmap:
        theme = theme_of(self.palette())
        ratio = self.devicePixelRatioF()
        drawn = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        drawn.fill(QColor(theme.panel))
        painter = QPainter(drawn)
        top = (self.fontMetrics().height() + 4) * ratio
        height, columns = (drawn.height() - top) * _WAVE, len(shape.low)
        middle, wide = top + height / 2, drawn.width() / columns
        tall = height / 2 / max(_QUIET, float(shape.high.max()), -float(shape.low.min()))
        painter.setPen(QPen(QColor(theme.link), max(1.0, wide)))
        lines = [
            QLineF(at * wide, middle - float(high) * tall, at * wide, middle - float(low) * tall + 1)
            for at, (low, high) in enumerate(zip(shape.low, shape.high, strict=True))
        ]
        painter.drawLines(lines)
        rows = shape.power.shape[0]
        image = QImage(shape.power.data, columns, rows, columns, QImage.Format.Format_Indexed8)
        ground, ink = QColor(theme.panel), QColor(theme.ink)
        image.setColorTable([mixed(ground, ink, level / 255).rgb() for level in range(256)])
        painter.drawImage(QRectF(0, top + height, drawn.width(), drawn.height() - top - height), image)
        painter.end()
        return drawn

    def _paint_cues(self, painter: QPainter) -> None:
        theme = theme_of(self.palette())
        start, stop = self.shown_ms
        metrics = self.fontMetrics()
        for cue in self._cues:
            if cue.end_ms <= start or cue.start_ms >= stop:
                continue
            left, right = self._x(cue.start_ms), self._x(cue.end_ms)
            here = cue.start_ms <= self._cursor_ms < cue.end_ms
            tint = QColor(theme.accent)
            tint.setAlphaF(0.30 if here else 0.12)
            painter.fillRect(QRectF(left, 0, right - left, self.height()), tint)
            edge = QColor(theme.accent)
            painter.setPen(QPen(edge, 1))
            painter.drawLine(QPointF(left, 0), QPointF(left, self.height()))
            painter.drawLine(QPointF(right, 0), QPointF(right, self.height()))
            room = min(right, self.width()) - max(left, 0) - 8
            if room > 4 * metrics.averageCharWidth():
                text = metrics.elidedText(cue.text.replace("\n", " "), Qt.TextElideMode.ElideRight, int(room))
                box = QRectF(max(left, 0) + 4, 2, metrics.horizontalAdvance(text) + 4, metrics.height())
                painter.setPen(QColor(theme.ink))
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Waveform and spectrogram"))
        self.setToolTip(self.tr("Click to go there; the wheel zooms"))


def _load() -> None:
    """The library that makes spectrograms takes seconds to load the first time: before somebody waits for it."""
    import scipy.signal  # noqa: F401
