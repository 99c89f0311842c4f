"""Hearing the recording of a session: play, pause, where, how fast, and a picture of the sound."""

from PySide6.QtCore import QEvent, QLocale, QPointF, QRectF, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from captioner.ui.library_words import clock_of_ms
from captioner.ui.playback import SPEEDS, Playing, Recording
from captioner.ui.sound_picture import SoundPicture

_TICK_MS = 33


class PlayerBar(QWidget):
    """Hidden while there is no recording. ``moved`` gives the moment that is heard, or was gone to."""

    moved = Signal(int)
    trouble = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._recording: Recording | None = None
        self._at_ms = 0
        self._playing = False
        self.play = QToolButton()
        self.play.clicked.connect(self.play_or_pause)
        self.where = QSlider(Qt.Orientation.Horizontal)
        self.where.setSingleStep(1000)
        self.where.setPageStep(10_000)
        self.where.valueChanged.connect(self.go_to)
        self.clock = QLabel()
        self.speed = QComboBox()
        for speed in SPEEDS:
            self.speed.addItem("", speed)
        self.speed.setCurrentIndex(SPEEDS.index(1.0))
        self.speed.currentIndexChanged.connect(self._set_speed)
        self.picture_button = QPushButton()
        self.picture_button.setCheckable(True)
        self.picture = SoundPicture()
        self.picture.sought.connect(self.go_to)
        self.picture.play_pause_wanted.connect(self.play_or_pause)
        self.picture.hide()
        self.picture_button.toggled.connect(self.picture.setVisible)
        row = QHBoxLayout()
        row.addWidget(self.play)
        row.addWidget(self.clock)
        row.addStretch(1)
        row.addWidget(self.speed)
        row.addWidget(self.picture_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.picture)
        column.addWidget(self.where)
        column.addLayout(row)
        self._ticks = QTimer(self)
        self._ticks.setInterval(_TICK_MS)
        self._ticks.timeout.connect(self._tick)
        self._retranslate()
        self.hide()

    @property
    def position_ms(self) -> int:
        """What is heard, or would be heard next; -1 where there is nothing to hear."""
        return self._at_ms if self._recording is not None else -1

    @property
    def playing(self) -> bool:
        """Whether something is heard."""
        return self._playing

    def show_recording(self, recording: Recording | None) -> None:
        """Another recording, which from now on belongs to the bar; None for none."""
        if self._recording is not None:
            self._recording.player.close()
        self._recording = recording
        self._playing = False
        self._ticks.stop()
        self.picture.show_recording(recording.reader if recording else None)
        self._at_ms = 0
        if recording is not None:
            with QSignalBlocker(self.where):
                self.where.setRange(0, max(1, recording.reader.duration_ms))
            recording.player.set_speed(self.speed.currentData())
        self._show(Playing())
        self.setVisible(recording is not None)

    def play_from(self, ms: int) -> None:
        """Play from a moment on."""
        if self._recording is not None:
            self._at_ms = ms
            self._recording.player.play(ms)
            self._ticks.start()
            self._show(Playing(ms, playing=True))

    def play_or_pause(self) -> None:
        """The other of the two."""
        if self._recording is None:
            return
        if self._playing:
            self._recording.player.pause()
            self._tick()
        else:
            at_end = self._at_ms >= self._recording.reader.duration_ms - 50
            self.play_from(0 if at_end else self._at_ms)

    def go_to(self, ms: int) -> None:
        """Go to a moment, and go on playing there if something is played."""
        if self._playing:
            self.play_from(ms)
        elif self._recording is not None:
            self._show(Playing(ms))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another language of the interface."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self.play.setAccessibleName("")
            self._show_symbol()

    def _tick(self) -> None:
        if self._recording is None:
            return
        now = self._recording.player.now
        if now.trouble:
            self.trouble.emit(now.trouble)
        self._show(now)
        if not now.playing:
            self._ticks.stop()

    def _show(self, now: Playing) -> None:
        self._at_ms = now.position_ms
        self._playing = now.playing
        with QSignalBlocker(self.where):
            self.where.setValue(now.position_ms)
        whole = self._recording.reader.duration_ms if self._recording else 0
        self.clock.setText(f"{clock_of_ms(now.position_ms)} / {clock_of_ms(whole)}")
        self.picture.show_moment(now.position_ms)
        self._show_symbol()
        self.moved.emit(now.position_ms)

    def _show_symbol(self) -> None:
        text = self.tr("Pause") if self._playing else self.tr("Play")
        if self.play.accessibleName() != text:
            ink = self.palette().color(QPalette.ColorRole.ButtonText)
            self.play.setIcon(_symbol(self._playing, ink, self.play.iconSize(), self.devicePixelRatioF()))
            self.play.setAccessibleName(text)
            self.play.setToolTip(text)

    def _set_speed(self) -> None:
        if self._recording is not None:
            self._recording.player.set_speed(self.speed.currentData())

    def _retranslate(self) -> None:
        self.play.setAccessibleName("")
        self._show_symbol()
        self.where.setAccessibleName(self.tr("Place in the recording"))
        self.speed.setAccessibleName(self.tr("Speed"))
        self.speed.setToolTip(self.tr("Speed"))
        for at, speed in enumerate(SPEEDS):
            self.speed.setItemText(at, f"{QLocale().toString(speed)} ×")
        self.picture_button.setText(self.tr("Waveform"))


def _symbol(pause: bool, ink: QColor, size: QSize, ratio: float) -> QIcon:
    """Two bars to pause, a triangle to play."""
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.scale(size.width() / 16, size.height() / 16)
    if pause:
        painter.drawRect(QRectF(3, 2, 4, 12))
        painter.drawRect(QRectF(9, 2, 4, 12))
    else:
        painter.drawPolygon([QPointF(3.5, 2), QPointF(14, 8), QPointF(3.5, 14)])
    painter.end()
    return QIcon(pixmap)
