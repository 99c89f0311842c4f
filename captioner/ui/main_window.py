"""The main window: what is captioned now (start and stop, sources, engine, live transcript), and the library."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QPalette, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QMenu,
    QMenuBar,
    QPushButton,
    QScrollArea,
    QScrollBar,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from captioner.core.caption import Caption, Notice
from captioner.core.session import SessionState, SourceHealth
from captioner.core.settings import Settings
from captioner.core.settings_change import change_between
from captioner.ui.desktop_actions import DesktopActions
from captioner.ui.language_names import languages_by_name
from captioner.ui.notice_bar import NoticeBar
from captioner.ui.session_words import engine_in_words, lag_in_words, loading_in_words, named, phase_in_words
from captioner.ui.sound_choice import SoundDevices
from captioner.ui.source_row import SourceRow
from captioner.ui.start_button import StartButton, check_box_of
from captioner.ui.transcript_page import TranscriptPage
from captioner.ui.window_places import WindowPlaces

if TYPE_CHECKING:
    from captioner.ui.overlay_notice import WayOut

_METER_MS = 80
"""Meters are looked at so often while a session hears, and never else."""
_LAG_STALE_MS = 15_000
"""A lag older than this tells nothing any more."""


class MainWindow(QMainWindow):
    """``settings_changed`` tells of what the user chose here, ``restart_wanted`` that the running session should begin
    anew, ``closed`` that the window should go.

    The application decides what closing means and connects the actions.
    """

    settings_changed = Signal(Settings)
    restart_wanted = Signal()
    closed = Signal()

    def __init__(self, settings: Settings, health: Callable[[], Sequence[SourceHealth]]) -> None:
        """``health`` gives the sources that are heard now; asked in the GUI thread, it must answer at once."""
        super().__init__()
        self._settings = settings
        self._health = health
        self._session: Settings | None = None
        self._state = SessionState()
        self.actions_ = DesktopActions(self)
        self.start = StartButton(self.actions_.start_stop)
        self.pause = QPushButton()
        self.pause.clicked.connect(self.actions_.pause.trigger)
        self.microphone = SourceRow("microphone")
        self.system = SourceRow("system")
        self.microphone.chosen.connect(lambda on, name: self._choose(microphone=on, microphone_name=name))
        self.system.chosen.connect(lambda on, name: self._choose(system=on, system_name=name))
        self.language_name = QLabel()
        self.language = QComboBox()
        self.language.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.language_name.setBuddy(self.language)
        self.language.activated.connect(self._choose_language)
        self.restart = QPushButton()
        self.restart.clicked.connect(self.restart_wanted)
        self.engine = _words()
        self.phase = _words()
        self.lag = _words()
        self.limits = _words()
        self.limits.hide()
        self.overlay = check_box_of(self.actions_.overlay)
        self.lock = check_box_of(self.actions_.lock)
        self.settings_button = QPushButton()
        self.settings_button.clicked.connect(self.actions_.settings.trigger)
        self.notices = NoticeBar()
        self.transcript = TranscriptPage()
        self.places = WindowPlaces(self.notices)
        self._meters = QTimer(self)
        self._meters.setInterval(_METER_MS)
        self._meters.timeout.connect(self._look)
        self._stale = QTimer(self)
        self._stale.setSingleShot(True)
        self._stale.setInterval(_LAG_STALE_MS)
        self._stale.timeout.connect(self.lag.clear)
        self._lay_out()
        self._retranslate()
        self._show_choices()
        self.show_state(self._state)
        self.start.setFocus(Qt.FocusReason.OtherFocusReason)

    # What the session tells

    def show_state(self, state: SessionState) -> None:
        """How the session stands."""
        before, self._state = self._state, state
        if state.tracks and state.tracks != before.tracks:
            self.transcript.begin(named(state.tracks))
        self.actions_.show_state(state)
        self.start.show_running(state.running)
        self.places.rail.show_running(state.running)
        self.pause.setText(self.actions_.pause.text())
        self.pause.setVisible(state.phase in ("listening", "paused"))
        self._show_words()
        for choice in (self.microphone.choice, self.system.choice, self.language):
            choice.setEnabled(state.phase in ("idle", "listening", "paused"))
        if not state.running:
            self.lag.clear()
        self._run_meters()

    def show_caption(self, caption: Caption) -> None:
        """Take one state of an utterance."""
        self.transcript.show_caption(caption)
        self.lag.setText(lag_in_words(caption.lag_s))
        self._stale.start()

    def show_notice(self, notice: Notice, way_out: "WayOut | None" = None) -> None:
        """Tell something about the program."""
        self.notices.tell(notice, way_out)

    def show_limits(self, texts: Sequence[str]) -> None:
        """What this system cannot do, and how the window makes up for it."""
        self.limits.setText("\n".join(texts))
        self.limits.setVisible(bool(texts))

    # What the settings tell

    def apply(self, settings: Settings) -> None:
        """Take settings that were changed elsewhere."""
        self._settings = settings
        self._show_choices()

    def set_session(self, settings: Settings | None) -> None:
        """What the running session began with, None while there is none."""
        self._session = settings
        self._show_restart()

    def show_devices(self, devices: SoundDevices) -> None:
        """What there is to hear."""
        self.microphone.show_devices(devices)
        self.system.show_devices(devices)

    # Qt's events

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for a paragraph of transcript beside the controls."""
        width, height = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        grown = self._panel.sizeHint().height() + 8 * height  # for what a session adds: pause, its state, warnings
        return QSize(165 * width, max(46 * height, grown))

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """The application decides."""
        event.ignore()
        self.closed.emit()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Meters move only where somebody sees them."""
        super().showEvent(event)
        self._run_meters()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """See ``showEvent``."""
        super().hideEvent(event)
        self._run_meters()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another language of the interface; a window that is minimized or not."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._show_choices()
            self.show_state(self._state)
        elif event.type() == QEvent.Type.WindowStateChange:
            self._run_meters()

    # Within

    def _lay_out(self) -> None:
        """Bars and menus are made here, not by Qt: for the first object that it did not make itself, Qt for Python
        prepares all its classes, a twentieth of the launch."""
        panel = QWidget()
        column = QVBoxLayout(panel)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(self.start)
        column.addWidget(self.pause)
        column.addWidget(self.phase)
        column.addWidget(self.engine)
        column.addWidget(self.lag)
        column.addSpacing(10)
        column.addWidget(self.microphone)
        column.addSpacing(6)
        column.addWidget(self.system)
        column.addSpacing(6)
        column.addWidget(self.language_name)
        column.addWidget(self.language)
        column.addWidget(self.restart)
        column.addStretch(1)
        column.addWidget(self.limits)
        column.addWidget(self.overlay)
        column.addWidget(self.lock)
        column.addWidget(self.settings_button)
        self._panel = panel
        side = QScrollArea()
        side.setWidget(panel)
        side.setWidgetResizable(True)
        side.setFrameShape(QFrame.Shape.NoFrame)
        side.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it scrolls to what has the focus
        side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll = QScrollBar()
        side.setVerticalScrollBar(scroll)
        bar = scroll.sizeHint().width()
        side.setFixedWidth(self.fontMetrics().averageCharWidth() * 38 + bar)  # where a bar is needed, it covers nothing
        right = self.places.live_column
        right.setContentsMargins(0, 16, 16, 16)
        right.addWidget(self.transcript, 1)
        row = QHBoxLayout(self.places.live)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side)
        row.addLayout(right, 1)
        self.setCentralWidget(self.places)
        menus = QMenuBar()
        self.setMenuBar(menus)
        menu = self._menu = QMenu(self)
        menus.addMenu(menu)
        actions = self.actions_
        menu.addActions([actions.start_stop, actions.pause])
        menu.addSeparator()
        menu.addActions([actions.overlay, actions.lock, actions.freeze])
        menu.addSeparator()
        menu.addActions([actions.find, actions.add_files, actions.folder, actions.settings])
        menu.addSeparator()
        menu.addAction(actions.quit)
        actions.find.triggered.connect(self._find)
        self._view_menu = QMenu(self)
        menus.addMenu(self._view_menu)
        self._view_menu.addActions(self.places.rail.menu_actions)
        self.places.live.setFocusProxy(self.start)

    def _find(self) -> None:
        page = self.places.library if self.places.place == "library" else None
        (page or self.transcript).go_to_search()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Captioner"))
        self.actions_.retranslate()
        self._menu.setTitle(self.tr("&Captions"))
        self._view_menu.setTitle(self.tr("&View"))
        self.language_name.setText(self.tr("Language that is spoken"))
        self.language.setAccessibleName(self.tr("Language that is spoken"))
        self.settings_button.setText(self.actions_.settings.text())
        translate = QCoreApplication.translate
        self.restart.setText(translate("SettingsDialog", "Restart captions"))
        self.restart.setToolTip(
            translate("SettingsDialog", "The captions that are running go on with the settings they began with.")
        )
        for box, action in ((self.overlay, self.actions_.overlay), (self.lock, self.actions_.lock)):
            box.setText(action.text())
            box.setToolTip(action.toolTip())
        self.language.clear()
        self.language.addItem(self.tr("Detect the language"), "auto")
        for code, name in languages_by_name():
            self.language.addItem(name, code)

    def _show_choices(self) -> None:
        sound, recognition = self._settings.sound, self._settings.recognition
        self.microphone.show_choice(sound.microphone, sound.microphone_name)
        self.system.show_choice(sound.system, sound.system_name)
        self.language.setCurrentIndex(max(0, self.language.findData(recognition.language)))
        self._show_words()
        self._show_restart()

    def _show_restart(self) -> None:
        waits = self._session is not None and bool(change_between(self._session, self._settings).restart)
        self.restart.setVisible(waits)

    def _show_words(self) -> None:
        state = self._state
        self.phase.setText(phase_in_words(state))
        words = []
        if state.engine is not None:
            words.append(engine_in_words(state.engine))
        elif state.phase == "idle":
            words.append(self._engine_wanted())
        if state.loading is not None:
            words.append(loading_in_words(state.loading))
        self.engine.setText("\n".join(words))

    def _engine_wanted(self) -> str:
        recognition = self._settings.recognition
        if recognition.engine == "embedded":
            return self.tr("Embedded English engine")
        return self.tr("Whisper %1").replace("%1", recognition.model.replace("\\", "/").rstrip("/").rpartition("/")[2])

    def _choose(self, **values: object) -> None:
        self._change("sound", **values)

    def _choose_language(self, index: int) -> None:
        self._change("recognition", language=self.language.itemData(index))

    def _change(self, branch: str, **values: object) -> None:
        changed = msgspec.structs.replace(getattr(self._settings, branch), **values)
        self._settings = msgspec.structs.replace(self._settings, **{branch: changed})
        self._show_restart()
        self.settings_changed.emit(self._settings)

    def _run_meters(self) -> None:
        wanted = self._state.phase in ("listening", "paused") and self.isVisible() and not self.isMinimized()
        if wanted and not self._meters.isActive():
            self._meters.start()
        elif not wanted:
            self._meters.stop()
            self._look()

    def _look(self) -> None:
        hears = self._state.phase == "listening"
        by_track = {one.track: one for one in self._health()} if hears else {}
        self.microphone.show_health(by_track.get("mic"))
        self.system.show_health(by_track.get("system"))


def _words() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label
