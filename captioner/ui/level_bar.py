"""A moving meter: proof that a device hears something."""

from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, QTimer
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from captioner.ui.messages import translated
from captioner.ui.sound_choice import Listening, Reading, SoundCheck, SoundKind
from captioner.ui.theme import theme_of

_FLOOR_DB: Final = -60.0
_HEARD_DB: Final = -50.0
_TICK_MS: Final = 50


class LevelBar(QWidget):
    """A bar from −60 dB of full scale to 0. Repaints only where it changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rms = self._peak = 0.0
        self._clipped = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_level(self, rms_db: float, peak_db: float, clipped: bool) -> None:
        """Show a level."""
        parts = (_part(rms_db), _part(peak_db), clipped)
        width = max(1, self.width())
        before = (round(self._rms * width), round(self._peak * width), self._clipped)
        if (round(parts[0] * width), round(parts[1] * width), clipped) != before:
            self._rms, self._peak, self._clipped = parts
            self.update()

    @property
    def shown(self) -> float:
        """The part of the bar that is filled, 0…1."""
        return self._rms

    def sizeHint(self) -> QSize:  # noqa: N802
        """As high as a capital letter."""
        height = self.fontMetrics().capHeight() + 4
        return QSize(10 * height, height)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Any width will do."""
        return QSize(4 * self.sizeHint().height(), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The bar, and a line where the peak is."""
        theme = theme_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QColor(theme.line))
        painter.setBrush(QColor(theme.panel))
        painter.drawRoundedRect(box, 3, 3)
        inner = box.adjusted(2, 2, -2, -2)
        colour = QColor(theme.error if self._clipped else theme.good)
        painter.fillRect(QRectF(inner.left(), inner.top(), inner.width() * self._rms, inner.height()), colour)
        if self._peak > 0:
            painter.fillRect(
                QRectF(inner.left() + inner.width() * self._peak - 2, inner.top(), 2, inner.height()), colour
            )
        painter.end()


class DeviceMeter(QWidget):
    """The level of a device with words for it; hears the device only while it is shown and told to."""

    def __init__(self, check: SoundCheck, kind: SoundKind, name: str, parent: QWidget | None = None) -> None:
        """``name`` is the accessible name of the meter."""
        super().__init__(parent)
        self._check = check
        self._kind: SoundKind = kind
        self._device: str | None = None
        self._listening: Listening | None = None
        self._heard = False
        self.bar = LevelBar(self)
        self.bar.setAccessibleName(name)
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.words.setMinimumWidth(self.fontMetrics().averageCharWidth() * 24)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.bar, 3)
        row.addWidget(self.words, 2)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._show(Reading())

    @property
    def reading(self) -> Reading:
        """What was heard last."""
        return self._listening.reading if self._listening else Reading()

    def hear(self, device: str | None) -> None:
        """Hear the device of this name, "" for the default, None for none."""
        if device != self._device:
            self._device = device
            self._heard = False
            self._stop()
            if self.isVisible():
                self._start()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Listen."""
        super().showEvent(event)
        self._start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Let go of the device."""
        super().hideEvent(event)
        self._stop()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.words.setMinimumWidth(self.fontMetrics().averageCharWidth() * 24)

    def _start(self) -> None:
        if self._device is not None and self._listening is None:
            self._listening = self._check.listen(self._kind, self._device)
            self._timer.start()

    def _stop(self) -> None:
        self._timer.stop()
        if self._listening is not None:
            self._listening.close()
            self._listening = None
        self._show(Reading())

    def _tick(self) -> None:
        if self._listening is not None:
            self._show(self._listening.reading)

    def _show(self, reading: Reading) -> None:
        self.bar.show_level(reading.rms_db, reading.peak_db, reading.clipped)
        self._heard = self._heard or reading.rms_db > _HEARD_DB
        words = self._in_words(reading)
        if words != self.words.text():
            self.words.setText(words)
            self.words.setToolTip(translated(reading.hint))
            self.bar.setAccessibleDescription(words)

    def _in_words(self, reading: Reading) -> str:
        if self._device is None:
            return self.tr("Off")
        if reading.problem:
            return translated(reading.problem)
        if not reading.device:
            return self.tr("Listening …")
        if reading.no_signal and self._kind == "microphone":
            return self.tr("No signal: it may be muted.")
        if reading.clipped:
            return self.tr("Too loud: turn it down.")
        if self._heard:
            return self.tr("It is heard.")
        if self._kind == "microphone":
            return self.tr("Say something.")
        return self.tr("Play something.")


def _part(level_db: float) -> float:
    return min(max((level_db - _FLOOR_DB) / -_FLOOR_DB, 0.0), 1.0)
