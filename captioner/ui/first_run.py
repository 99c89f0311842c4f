"""The first run: pick the sound, pick the language, pick a model. Three pages, each of which can be skipped."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from captioner.core.settings import Settings
from captioner.ui.download_row import DownloadRow
from captioner.ui.language_names import language_name, languages_by_name
from captioner.ui.model_shelf import ModelChoice, Shelf
from captioner.ui.model_words import amount, fit_of, machine_in_words
from captioner.ui.settings_dialog import SettingsParts
from captioner.ui.settings_draft import SettingsDraft
from captioner.ui.settings_form import flexible, heading, index_of, small_print
from captioner.ui.settings_sound import SoundChooser
from captioner.ui.shelf_watch import ShelfWatch

_LARGER_HEADING: Final = 1.4


class LanguageStep(QWidget):
    """Which language is spoken; a click for the likely ones, a list for all."""

    def __init__(self, draft: SettingsDraft, likely: Sequence[str]) -> None:
        """``likely`` are Whisper codes, such as those of the languages that the system is set to."""
        super().__init__()
        self._draft = draft
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QRadioButton] = {}
        shown = dict.fromkeys([*likely[:3], "en"])
        for code in shown:
            self._add(column, code, language_name(code))
        self._add(column, "auto", self.tr("Several, or another one: detect it"))
        self.others = QComboBox()
        self.others.setAccessibleName(self.tr("All languages"))
        self.others.addItem(self.tr("All languages …"), "")
        for code, name in languages_by_name():
            self.others.addItem(name, code)
        flexible(self.others)
        self.others.activated.connect(self._take_other)
        column.addSpacing(6)
        column.addWidget(self.others)
        column.addSpacing(6)
        column.addWidget(
            small_print(
                self.tr("Captions come sooner and better where the language is named. It can be changed any time.")
            )
        )
        column.addStretch()
        draft.changed.connect(self._show)
        self._show(draft.settings)

    def _add(self, column: QVBoxLayout, code: str, text: str) -> None:
        button = QRadioButton(text)
        button.clicked.connect(lambda: self._draft.change("recognition", language=code))
        self._group.addButton(button)
        self.buttons[code] = button
        column.addWidget(button)

    def _take_other(self, index: int) -> None:
        if code := self.others.itemData(index):
            self._draft.change("recognition", language=code)

    def _show(self, settings: Settings) -> None:
        code = settings.recognition.language
        self._group.setExclusive(False)
        for name, button in self.buttons.items():
            button.setChecked(name == code)
        self._group.setExclusive(code in self.buttons)
        self.others.setCurrentIndex(0 if code in self.buttons else max(index_of(self.others, code), 0))


class ModelStep(QWidget):
    """A model that suits this machine, downloaded while the embedded engine captions already; or that engine alone."""

    def __init__(self, draft: SettingsDraft, watch: ShelfWatch) -> None:
        super().__init__()
        self._draft = draft
        self._watch = watch
        self._offered: list[ModelChoice] = []
        self._chosen = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.machine = small_print(self.tr("Looking at this computer …"))
        column.addWidget(self.machine)
        self._choices = QVBoxLayout()
        column.addLayout(self._choices)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QRadioButton] = {}
        self.download = DownloadRow(watch.downloads, lambda: draft.settings.recognition.mirror)
        column.addSpacing(8)
        column.addWidget(self.download)
        self.hint = small_print()
        column.addWidget(self.hint)
        column.addStretch()
        watch.seen.connect(self._take)
        draft.changed.connect(self._show_hint)
        if watch.shelf is not None:
            self._take(watch.shelf)

    @property
    def chosen(self) -> str:
        """The name of the chosen model; "" for the embedded engine alone."""
        return self._chosen

    def _take(self, shelf: Shelf) -> None:
        offered = _offered(shelf, self._draft.settings.recognition.language)
        self.machine.setText(machine_in_words(shelf.machine))
        if [(one.name, one.installed) for one in offered] != [(one.name, one.installed) for one in self._offered]:
            self._offer(offered)

    def _offer(self, offered: list[ModelChoice]) -> None:
        self._offered = offered
        for old in self.buttons.values():
            self._group.removeButton(old)
        while (item := self._choices.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self.buttons = {}
        for one in offered:
            title = self.tr("Whisper %1 (recommended)") if one.recommended else self.tr("Whisper %1")
            if one.installed:
                facts = self.tr("On this computer already; %1").replace("%1", fit_of(one))
            else:
                facts = self.tr("%1 to download; %2").replace("%1", amount(one.size)).replace("%2", fit_of(one))
            self._add(one.name, title.replace("%1", one.name), facts)
        self._add("", self.tr("No download"), self.tr("The embedded engine: English only, less accurate"))
        best = next((one.name for one in offered if one.recommended), "")
        self._chosen = self._chosen if self._chosen in self.buttons and self._chosen else best
        self.buttons[self._chosen].setChecked(True)
        self._show_hint()

    def _add(self, name: str, title: str, facts: str) -> None:
        button = QRadioButton(title)
        button.setAccessibleDescription(facts)
        button.clicked.connect(lambda: self._choose(name))
        self._group.addButton(button)
        self.buttons[name] = button
        self._choices.addWidget(button)
        below = small_print(facts)
        below.setIndent(26)
        self._choices.addWidget(below)

    def _choose(self, name: str) -> None:
        self._chosen = name
        self._show_hint()

    def _show_hint(self, _: object = None) -> None:
        language = self._draft.settings.recognition.language
        choice = next((one for one in self._offered if one.name == self._chosen), None)
        self.download.offer(choice.name if choice is not None and not choice.installed else "")
        english = language in ("en", "auto")
        if choice is not None and choice.installed:
            text = ""
        elif choice is not None and english:
            text = self.tr("Captions start at once with the embedded engine, and move to Whisper when it is here.")
        elif choice is not None:
            text = self.tr("The embedded engine knows English only: captions in %1 start when the model is here.")
        elif not english:
            text = self.tr("Without a model there are no captions in %1.")
        else:
            text = self.tr("A model can be downloaded any time, in the settings.")
        self.hint.setText(text.replace("%1", language_name(language)))


class FirstRun(QDialog):
    """``settings_changed`` tells of each choice as it is made, ``done_with`` of the end: whether to start captions.

    Skipped or closed, it is seen all the same. A download that was begun goes on after the window is gone.
    """

    settings_changed = Signal(Settings)
    done_with = Signal(bool)

    def __init__(
        self, settings: Settings, parts: SettingsParts, likely: Sequence[str] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Welcome to Captioner"))
        self._parts = parts
        self._told = False
        self.draft = SettingsDraft(settings, self)
        self.draft.edited.connect(self.settings_changed)
        self._watch = ShelfWatch(parts.shelf, parts.downloads, self.draft, self)
        self._watch.measure()
        self.sound = SoundChooser(self.draft, parts.sound)
        self.language = LanguageStep(self.draft, likely)
        self.model = ModelStep(self.draft, self._watch)
        self.stack = QStackedWidget()
        for title, text, step in (
            (
                self.tr("What shall be captioned?"),
                self.tr("Speak, or play something: the meter of what is heard moves."),
                self.sound,
            ),
            (self.tr("Which language is spoken?"), "", self.language),
            (
                self.tr("How shall speech be recognized?"),
                self.tr("All of it happens on this computer. No sound leaves it."),
                self.model,
            ),
        ):
            self.stack.addWidget(_page(title, text, step))
        self.place = small_print()
        self.skip = QPushButton(self.tr("Skip"))
        self.skip.setAccessibleDescription(self.tr("Leaves the rest as it is; the settings have it all"))
        self.back = QPushButton(self.tr("Back"))
        self.next = QPushButton(self.tr("Next"))
        self.start = QPushButton(self.tr("Start captions"))
        for button in (self.next, self.start):
            button.setDefault(True)
        self.skip.clicked.connect(self.reject)
        self.back.clicked.connect(lambda: self._turn(-1))
        self.next.clicked.connect(lambda: self._turn(1))
        self.start.clicked.connect(self._start)
        buttons = QHBoxLayout()
        for button in (self.skip, self.back, self.next, self.start):
            if button is self.back:
                buttons.addStretch()
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.addWidget(self.stack, 1)
        column.addWidget(self.place)
        column.addLayout(buttons)
        QWidget.setTabOrder(self.sound.microphone, self.sound.microphones)
        QWidget.setTabOrder(self.sound.microphones, self.sound.system)
        QWidget.setTabOrder(self.sound.system, self.sound.systems)
        self._turn(0)
        metrics = self.fontMetrics()
        wanted = QSize(metrics.averageCharWidth() * 88, metrics.lineSpacing() * 32)
        screen = self.screen() or QGuiApplication.primaryScreen()
        self.resize(wanted.boundedTo(screen.availableSize() * 0.92))

    def reject(self) -> None:
        """Skip: what was chosen so far stays."""
        self._end(start=False)
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Closing is skipping."""
        self._end(start=False)
        super().closeEvent(event)

    def _turn(self, by: int) -> None:
        index = min(max(self.stack.currentIndex() + by, 0), self.stack.count() - 1)
        last = index == self.stack.count() - 1
        self.stack.setCurrentIndex(index)
        self.back.setEnabled(index > 0)
        self.next.setVisible(not last)
        self.start.setVisible(last)
        (self.start if last else self.next).setDefault(True)
        place = self.tr("Step %1 of %2").replace("%1", str(index + 1))
        self.place.setText(place.replace("%2", str(self.stack.count())))
        if by:
            (self.start if last else self.next).setFocus()

    def _start(self) -> None:
        name = self.model.chosen
        if name:
            self.draft.change("recognition", model=name, engine="auto")
            choice = self._watch.shelf.choice(name) if self._watch.shelf else None
            if choice is None or not choice.installed:
                self._parts.downloads.start(name, self.draft.settings.recognition.mirror)
        else:
            self.draft.change("recognition", engine="embedded")
        self._end(start=True)
        self.accept()

    def _end(self, *, start: bool) -> None:
        if not self._told:
            self._told = True
            self.draft.change("interface", welcomed=True)
            self.done_with.emit(start)


def _offered(shelf: Shelf, language: str) -> list[ModelChoice]:
    """The recommended model, with a smaller and a larger one that know the language; smaller ones first."""
    best = shelf.recommended
    if best is None:
        return []
    known = [
        one
        for one in shelf.choices
        if (one.multilingual or language == "en") and not one.distilled and one.multilingual == best.multilingual
    ]
    known.sort(key=lambda one: one.size)
    place = known.index(best) if best in known else 0
    near = [known[index] for index in (place - 1, place, place + 1) if 0 <= index < len(known)]
    return [one for one in near if one is best or one.fit in ("good", "slow")]


def _page(title: str, text: str, step: QWidget) -> QWidget:
    """A step with its heading, in a scroll area."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 8, 0)
    top = heading(title)
    font = top.font()
    font.setPointSizeF(font.pointSizeF() * _LARGER_HEADING)
    top.setFont(font)
    column.addWidget(top)
    if text:
        words = QLabel(text)
        words.setWordWrap(True)
        column.addWidget(words)
    column.addSpacing(8)
    column.addWidget(step)
    column.addStretch(1)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(page)
    area.setAccessibleName(title)
    return area
