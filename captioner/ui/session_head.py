"""Above the transcript of a session: what it is, what state it is in, and the buttons for all of it."""

from PySide6.QtCore import QEvent, QLocale, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from captioner.core.library import SessionInfo
from captioner.core.transcription import Job
from captioner.ui.again_dialog import has_sound
from captioner.ui.library_words import about_in_words, title_in_words


class ElidedLabel(QLabel):
    """One line, elided where there is no room for it; the tooltip has the whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str) -> None:
        """Another text."""
        self._whole = text
        self.setToolTip(text)
        self.setAccessibleName(text)
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Another width."""
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        self.setText(QFontMetrics(self.font()).elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width()))


class SessionHead(QWidget):
    """``edit_menu`` is filled by the owner."""

    export_wanted = Signal()
    recover_wanted = Signal()
    retranscribe_wanted = Signal()
    changes_wanted = Signal()

    def __init__(self, *, hears_again: bool, parent: QWidget | None = None) -> None:
        """``hears_again`` tells whether somebody answers ``retranscribe_wanted``."""
        super().__init__(parent)
        self._hears_again = hears_again
        self._session: SessionInfo | None = None
        self._recovery: Job | None = None
        self.title = ElidedLabel()
        large = self.title.font()
        large.setPointSizeF(large.pointSizeF() * 1.25)
        large.setBold(True)
        self.title.setFont(large)
        self.about = ElidedLabel()
        self.about.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.edit_menu = QMenu(self)
        self.edit_button, self.again_button, self.export_button = QPushButton(), QPushButton(), QPushButton()
        self.changes_button = QPushButton()
        self.changes_button.clicked.connect(self.changes_wanted)
        self.changes_button.hide()
        self.edit_button.setMenu(self.edit_menu)
        self.again_button.clicked.connect(self.retranscribe_wanted)
        self.export_button.clicked.connect(self.export_wanted)
        self.state = QLabel()
        self.state.setWordWrap(True)
        self.recover = QPushButton()
        self.recover.clicked.connect(self.recover_wanted)
        self.banner = QFrame()
        self.banner.setFrameShape(QFrame.Shape.StyledPanel)
        strip = QHBoxLayout(self.banner)
        strip.addWidget(self.state, 1)
        strip.addWidget(self.recover)
        row = QHBoxLayout()
        row.addWidget(self.title, 1)
        for button in (self.changes_button, self.again_button, self.edit_button, self.export_button):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.about)
        column.addWidget(self.banner)
        self._retranslate()

    def show_session(self, session: SessionInfo | None) -> None:
        """What is open."""
        self._session = session
        if session is None:
            return
        self.title.show_text(title_in_words(session))
        parts = [about_in_words(session), session.model, *(f"#{tag}" for tag in session.tags)]
        self.about.show_text(" · ".join(part for part in parts if part))
        self.again_button.setVisible(self._hears_again and has_sound(session))
        self.banner.setVisible(session.phase != "ended")
        self.recover.setVisible(session.phase == "cut off" and self._recovery is None)
        if self._recovery is not None:
            words = self._recovery_in_words(self._recovery)
        elif session.phase == "cut off":
            words = self.tr("This session was cut off: the computer or the program stopped in its middle.")
        else:
            words = self.tr("This session is running: more lines come.")
        self.state.setText(words)

    def show_recovery(self, recovery: Job | None) -> None:
        """How the recovery of this session stands; None where none is to come."""
        self._recovery = recovery
        self.show_session(self._session)

    def _recovery_in_words(self, recovery: Job) -> str:
        if recovery.state == "waiting":
            return self.tr("What was said waits for its turn to be recovered.")
        if recovery.state == "loading" or not recovery.whole_ms:
            return self.tr("What was said is being recovered: the model is being loaded.")
        percent = QLocale().toString(min(99, 100 * recovery.heard_ms // recovery.whole_ms))
        return self.tr("What was said is being recovered: %1 %").replace("%1", percent)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another language of the interface."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.show_session(self._session)

    def _retranslate(self) -> None:
        self.edit_button.setText(self.tr("Edit"))
        self.changes_button.setText(self.tr("Show the changes"))
        self.changes_button.setToolTip(self.tr("What was heard otherwise when the session was transcribed again"))
        self.again_button.setText(self.tr("Transcribe again …"))
        self.again_button.setToolTip(self.tr("With another model or language; you choose what to take over"))
        self.export_button.setText(self.tr("Export …"))
        self.recover.setText(self.tr("Recover"))
        self.recover.setToolTip(self.tr("Transcribe the sound that was heard but not yet written down"))
