"""One source of sound in the main window: which device, and what comes from it."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QSizePolicy, QVBoxLayout, QWidget

from captioner.core.session import SourceHealth
from captioner.ui.level_bar import LevelBar
from captioner.ui.sound_choice import SoundDevices, SoundKind

_OFF = None
_SILENT_DB = -120.0


class SourceRow(QWidget):
    """``chosen`` tells whether the user wants this kind of sound, and the device's name ("" is the default)."""

    chosen = Signal(bool, str)

    def __init__(self, kind: SoundKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind: SoundKind = kind
        self._devices = SoundDevices(())
        self._wanted: str | None = ""
        self._health: SourceHealth | None = None
        self.name = QLabel(self)
        self.choice = QComboBox(self)
        self.choice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # long names are elided
        self.name.setBuddy(self.choice)
        self.choice.activated.connect(self._tell)
        self.bar = LevelBar(self)
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.words.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self.name, self.choice, self.bar, self.words):
            column.addWidget(widget)
        self._retranslate()

    def show_devices(self, devices: SoundDevices) -> None:
        """What there is to choose from."""
        if devices != self._devices:
            self._devices = devices
            self._fill()

    def show_choice(self, wanted: bool, name: str) -> None:
        """What is chosen."""
        choice = name if wanted else _OFF
        if choice != self._wanted:
            self._wanted = choice
            self._fill()

    def show_health(self, health: SourceHealth | None) -> None:
        """The level; None while nothing is heard."""
        self.bar.show_level(
            health.rms_db if health else _SILENT_DB,
            health.peak_db if health else _SILENT_DB,
            bool(health and health.clipped),
        )
        words = self._in_words(health)
        if words != self.words.text():
            self.words.setText(words)
            self.words.setVisible(bool(words))
            self.bar.setAccessibleDescription(words)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another language of the interface."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _in_words(self, health: SourceHealth | None) -> str:
        if health is None:
            return ""
        if not health.device:
            return self.tr("The device is gone; waiting for it.")
        if health.clipped:
            return self.tr("Too loud: turn it down.")
        if health.no_signal and self._kind == "microphone":
            return self.tr("No signal: it may be muted.")
        return ""

    def _tell(self, index: int) -> None:
        self._wanted = self.choice.itemData(index)
        self.chosen.emit(self._wanted is not _OFF, self._wanted or "")

    def _fill(self) -> None:
        default = next((one.label for one in self._devices.of(self._kind) if one.default), "")
        self.choice.clear()
        usual = self.tr("%1 (default)").replace("%1", default) if default else self.tr("The system's default")
        self.choice.addItem(usual, "")
        for device in self._devices.of(self._kind):
            self.choice.addItem(device.label, device.name)
        if self._wanted and self.choice.findData(self._wanted) < 0:
            self.choice.addItem(self._wanted, self._wanted)
        self.choice.addItem(self.tr("Off"), _OFF)
        at = self.choice.count() - 1 if self._wanted is _OFF else self.choice.findData(self._wanted)
        self.choice.setCurrentIndex(at)
        self.choice.setToolTip(self.choice.currentText())

    def _retranslate(self) -> None:
        text = self.tr("Microphone") if self._kind == "microphone" else self.tr("Sound of this computer")
        self.name.setText(text)
        self.choice.setAccessibleName(text)
        self.bar.setAccessibleName(self.tr("Level of: %1").replace("%1", text))
        self._fill()
