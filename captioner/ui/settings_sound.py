"""Settings page: which sound is captioned, with moving meters as proof."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from captioner.core.settings import Settings
from captioner.ui.background import Background
from captioner.ui.level_bar import DeviceMeter
from captioner.ui.messages import in_one_line, translated
from captioner.ui.settings_draft import SettingsDraft
from captioner.ui.settings_form import SettingsPage, flexible, index_of, small_print
from captioner.ui.sound_choice import SoundCheck, SoundDevices, SoundKind

_LOOK_MS = 2000


class SoundChooser(QWidget):
    """The microphone and what the computer plays: on or off, which device, and whether it is heard."""

    def __init__(self, draft: SettingsDraft, check: SoundCheck) -> None:
        super().__init__()
        self._draft = draft
        self._check = check
        self._found = SoundDevices(())
        self._asking = False
        self._background = Background(self)
        self.microphone = QCheckBox(self.tr("The microphone: what I say"))
        self.system = QCheckBox(self.tr("The computer: what others say, and what plays"))
        self.microphones, self.systems = QComboBox(), QComboBox()
        self.microphones.setAccessibleName(self.tr("Microphone"))
        self.systems.setAccessibleName(self.tr("Output of the computer"))
        self.microphone_meter = DeviceMeter(check, "microphone", self.tr("Level of the microphone"))
        self.system_meter = DeviceMeter(check, "system", self.tr("Level of what the computer plays"))
        self.problem = small_print()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for box, devices, meter in (
            (self.microphone, self.microphones, self.microphone_meter),
            (self.system, self.systems, self.system_meter),
        ):
            flexible(devices)
            column.addWidget(box)
            column.addWidget(devices)
            column.addWidget(meter)
            column.addSpacing(10)
        column.addWidget(self.problem)
        self.microphone.toggled.connect(lambda on: draft.change("sound", microphone=on))
        self.system.toggled.connect(lambda on: draft.change("sound", system=on))
        self.microphones.activated.connect(
            lambda index: draft.change("sound", microphone_name=self.microphones.itemData(index))
        )
        self.systems.activated.connect(lambda index: draft.change("sound", system_name=self.systems.itemData(index)))
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)
        draft.changed.connect(self._show)
        self._show(draft.settings)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Look for devices, again and again: they come and go."""
        super().showEvent(event)
        self._look()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Look no more."""
        super().hideEvent(event)
        self._timer.stop()

    def _look(self) -> None:
        if not self._asking:
            self._asking = True
            self._background.run(self._check.devices, self._take)

    def _take(self, found: SoundDevices) -> None:
        self._asking = False
        if found != self._found:
            self._found = found
            self._show(self._draft.settings)

    def _show(self, settings: Settings) -> None:
        sound = settings.sound
        for kind, box, devices, meter, on, name in (
            (
                "microphone",
                self.microphone,
                self.microphones,
                self.microphone_meter,
                sound.microphone,
                sound.microphone_name,
            ),
            ("system", self.system, self.systems, self.system_meter, sound.system, sound.system_name),
        ):
            box.setChecked(on)
            devices.setEnabled(on)
            self._fill(devices, kind, name)  # type: ignore[arg-type]  # mypy widens the literals of the tuple
            meter.hear(name if on else None)
        self.problem.setText(self._problem(settings))
        self.problem.setVisible(bool(self.problem.text()))

    def _fill(self, box: QComboBox, kind: SoundKind, wanted: str) -> None:
        devices = self._found.of(kind)
        default = next((device.label for device in devices if device.default), "")
        first = self.tr("As the system: %1").replace("%1", default) if default else self.tr("As the system")
        entries = [("", first), *((device.name, device.label) for device in devices)]
        if all(wanted not in (name, label) for name, label in entries):
            entries.append((wanted, self.tr("%1 (not there now)").replace("%1", wanted)))
        before = [(box.itemData(index), box.itemText(index)) for index in range(box.count())]
        if entries != before:
            box.clear()
            for name, label in entries:
                box.addItem(label, name)
        chosen = index_of(box, wanted)
        box.setCurrentIndex(chosen if chosen >= 0 else max(box.findText(wanted), 0))

    def _problem(self, settings: Settings) -> str:
        if not settings.sound.microphone and not settings.sound.system:
            return self.tr("Nothing is heard: turn at least one on.")
        if self._found.problem:
            return in_one_line(self._found.problem, self._found.hint)
        if settings.sound.system and self._found.devices and not self._found.of("system"):
            return translated(self._found.system_hint)
        return ""


class SoundPage(SettingsPage):
    """The chooser as a page."""

    def __init__(self, draft: SettingsDraft, check: SoundCheck) -> None:
        super().__init__(draft)
        self.add_section(self.tr("What is captioned"))
        self.chooser = SoundChooser(draft, check)
        self.column.addWidget(self.chooser)
        self.column.addWidget(
            small_print(self.tr("The meters only measure: nothing is recorded here, and nothing leaves this computer."))
        )
        self.column.addStretch()
