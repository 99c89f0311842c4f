"""The settings dialog: pages beside a list of them. Every edit takes effect as it is made."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Literal, get_args

from PySide6.QtCore import QCoreApplication, QEvent, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from captioner.core.settings import Settings
from captioner.core.settings_change import change_between
from captioner.ui.model_downloads import ModelDownloads
from captioner.ui.model_page import ModelPage
from captioner.ui.model_shelf import ModelShelf
from captioner.ui.settings_draft import SettingsDraft
from captioner.ui.settings_form import SettingsPage, order_tab_stops, tab_stops
from captioner.ui.settings_general import GeneralPage
from captioner.ui.settings_overlay import OverlayPage
from captioner.ui.settings_recognition import RecognitionPage
from captioner.ui.settings_shortcuts import ShortcutsPage
from captioner.ui.settings_sound import SoundPage
from captioner.ui.settings_transcripts import TranscriptsPage
from captioner.ui.shelf_watch import ShelfWatch
from captioner.ui.sound_choice import SoundCheck

PageName = Literal["general", "sound", "recognition", "models", "overlay", "transcripts", "shortcuts"]
PAGES: Final[tuple[PageName, ...]] = get_args(PageName)


@dataclass(frozen=True, slots=True)
class SettingsParts:
    """What the pages work with. ``preferred_han`` as for the overlay; ``transcripts`` is the usual folder for them."""

    shelf: ModelShelf
    downloads: ModelDownloads
    sound: SoundCheck
    transcripts: Path
    preferred_han: str = "zh-Hans"


class SettingsDialog(QDialog):
    """``settings_changed`` tells of each edit, ``restart_wanted`` that the running session should begin anew."""

    settings_changed = Signal(Settings)
    restart_wanted = Signal()

    def __init__(self, settings: Settings, parts: SettingsParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._draft = SettingsDraft(settings, self)
        self._draft.edited.connect(self._edited)
        self.watch = ShelfWatch(parts.shelf, parts.downloads, self._draft, self)
        self._session: Settings | None = None
        self._taken: Mapping[str, str] = {}
        self._login_problem = ""
        self._pages: dict[PageName, SettingsPage] = {}
        self._holders: list[QVBoxLayout] = []
        self.names = QListWidget()
        self.names.setFrameShape(QFrame.Shape.NoFrame)
        self.names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.stack = QStackedWidget()
        self.names.currentRowChanged.connect(self._turn)
        self.restart_words = QLabel()
        self.restart_words.setWordWrap(True)
        self.restart_button = QPushButton()
        self.restart_button.clicked.connect(self.restart_wanted)
        self.restart_strip = QWidget()
        strip = QHBoxLayout(self.restart_strip)
        strip.setContentsMargins(0, 0, 0, 0)
        strip.addWidget(self.restart_words, 1)
        strip.addWidget(self.restart_button)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._buttons.button(QDialogButtonBox.StandardButton.Close).setIcon(QIcon())
        self._buttons.rejected.connect(self.reject)
        middle = QHBoxLayout()
        middle.addWidget(self.names)
        middle.addWidget(self.stack, 1)
        column = QVBoxLayout(self)
        column.addLayout(middle, 1)
        column.addWidget(self.restart_strip)
        column.addWidget(self._buttons)
        self._fill()
        self._show_restart()
        self.resize(self._fitting())

    @property
    def settings(self) -> Settings:
        """The settings as they are shown."""
        return self._draft.settings

    def take(self, settings: Settings) -> None:
        """The settings were changed elsewhere, such as on the overlay."""
        self._draft.take(settings)
        self._show_restart()

    def set_session(self, settings: Settings | None) -> None:
        """The settings with which a session runs; None while none does."""
        self._session = settings
        self._show_restart()

    def page(self, name: PageName) -> SettingsPage:
        """A page; each is made when it is first wanted, to open the dialog at once."""
        if name not in self._pages:
            page = self._pages[name] = self._made(name)
            page.setAccessibleName(self.names.item(PAGES.index(name)).text())
            holder = self._holders[PAGES.index(name)]
            if isinstance(page, OverlayPage):
                holder.addWidget(page.preview)
            holder.addWidget(_scrolled(page))
            self._let_enter_be()
        return self._pages[name]

    def show_page(self, name: PageName) -> None:
        """Turn to a page."""
        self.names.setCurrentRow(PAGES.index(name))

    def show_taken_shortcuts(self, taken: Mapping[str, str]) -> None:
        """Why the system does not give some actions their keys, by action ("start_stop", …)."""
        self._taken = taken
        page = self._pages.get("shortcuts")
        if isinstance(page, ShortcutsPage):
            page.show_taken(taken)

    def show_login_problem(self, text: str) -> None:
        """Why starting at login could not be set; "" takes it back."""
        self._login_problem = text
        page = self._pages.get("general")
        if isinstance(page, GeneralPage):
            page.show_problem(text)

    def set_preferred_han(self, preferred_han: str) -> None:
        """The interface turned to another language: the preview's forms of Han characters follow."""
        self._parts = replace(self._parts, preferred_han=preferred_han)
        self._fill()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another language of the interface: all texts anew."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()
            self._show_restart()
        elif event.type() == QEvent.Type.FontChange and self.names.count():
            self._measure_names()

    def _fill(self) -> None:
        """All texts, and the pages, anew; pages keep nothing that is not in the draft."""
        self.setWindowTitle(self.tr("Settings"))
        self.names.setAccessibleName(self.tr("Pages"))
        self.restart_button.setText(self.tr("Restart captions"))
        row = max(self.names.currentRow(), 0)
        self.names.clear()
        self._pages = {}
        self._holders = []
        while (old := self.stack.currentWidget()) is not None:
            self.stack.removeWidget(old)
            old.hide()
            old.deleteLater()
        titles: dict[PageName, str] = {
            "general": self.tr("General"),
            "sound": self.tr("Sound"),
            "recognition": self.tr("Recognition"),
            "models": self.tr("Models"),
            "overlay": self.tr("Overlay"),
            "transcripts": self.tr("Transcripts"),
            "shortcuts": self.tr("Shortcuts"),
        }
        for name in PAGES:
            holder = QWidget()
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 0, 0)
            self._holders.append(column)
            self.stack.addWidget(holder)
            with QSignalBlocker(self.names):  # the first row would be made current
                self.names.addItem(QListWidgetItem(titles[name]))
        self._measure_names()
        self.names.setCurrentRow(-1)
        self.names.setCurrentRow(row)

    def _turn(self, row: int) -> None:
        if row >= 0:
            self.page(PAGES[row])
            self.stack.setCurrentIndex(row)
            QTimer.singleShot(0, self, self._order_tab_stops)  # once the page is laid out

    def _order_tab_stops(self) -> None:
        page = self._pages.get(PAGES[max(self.names.currentRow(), 0)])
        if page is not None:
            close = self._buttons.button(QDialogButtonBox.StandardButton.Close)
            order_tab_stops((self.names, *tab_stops(page), self.restart_button, close))

    def _made(self, name: PageName) -> SettingsPage:
        draft, parts = self._draft, self._parts
        match name:
            case "general":
                general = GeneralPage(draft)
                general.show_problem(self._login_problem)
                return general
            case "sound":
                return SoundPage(draft, parts.sound)
            case "recognition":
                recognition = RecognitionPage(draft, self.watch)
                recognition.models_wanted.connect(lambda: self.show_page("models"))
                return recognition
            case "models":
                return ModelPage(draft, self.watch)
            case "overlay":
                return OverlayPage(draft, parts.preferred_han)
            case "transcripts":
                return TranscriptsPage(draft, parts.transcripts)
            case "shortcuts":
                shortcuts = ShortcutsPage(draft)
                shortcuts.show_taken(self._taken)
                return shortcuts

    def _let_enter_be(self) -> None:
        """Enter in a field ends its editing; a dialog's buttons would take it for a click on one of them."""
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
            button.setDefault(False)

    def _measure_names(self) -> None:
        metrics = self.names.fontMetrics()
        widths = []
        for row in range(self.names.count()):
            item = self.names.item(row)
            widths.append(metrics.horizontalAdvance(item.text()) + 3 * metrics.averageCharWidth())
            item.setSizeHint(QSize(widths[-1], round(metrics.lineSpacing() * 1.9)))
        self.names.setFixedWidth(max(widths) + metrics.averageCharWidth())

    def _edited(self, settings: Settings) -> None:
        self._show_restart()
        self.settings_changed.emit(settings)

    def _show_restart(self) -> None:
        session = self._session
        waits = session is not None and bool(change_between(session, self._draft.settings).restart)
        self.restart_words.setText(
            QCoreApplication.translate(
                "SettingsDialog", "The captions that are running go on with the settings they began with."
            )
        )
        self.restart_strip.setVisible(waits)

    def _fitting(self) -> QSize:
        """A size that shows a page well and is on the screen."""
        metrics = self.fontMetrics()
        wanted = QSize(metrics.averageCharWidth() * 118, metrics.lineSpacing() * 42)
        screen = self.screen() or QGuiApplication.primaryScreen()
        return wanted.boundedTo(screen.availableSize() * 0.92)


def _scrolled(page: SettingsPage) -> QScrollArea:
    """The page in a scroll area."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(page)
    return area
