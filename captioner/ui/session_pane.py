"""The right half of the library: the transcript of a session, to read, to correct, to hear and to export."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from captioner.core.caption import Notice
from captioner.core.errors import CaptionerError
from captioner.core.library import SessionInfo
from captioner.core.transcription import Job
from captioner.ui.cue_finder import next_row, rows_with
from captioner.ui.cue_model import CueModel
from captioner.ui.cue_view import CueView
from captioner.ui.export_dialog import ExportDefaults, ExportDialog
from captioner.ui.export_files import ExportChoice, Exported
from captioner.ui.find_bar import FindBar
from captioner.ui.library_words import length_in_words
from captioner.ui.library_worker import LibraryWorker
from captioner.ui.playback import OpenRecording
from captioner.ui.player_bar import PlayerBar
from captioner.ui.revision_pane import RevisionPane
from captioner.ui.session_editing import SessionEditing
from captioner.ui.session_edits import SessionEdits
from captioner.ui.session_head import SessionHead
from captioner.ui.session_playback import SessionPlayback
from captioner.ui.session_revision import SessionRevision

_HOUR_MS = 3_600_000
_GROWS_MS = 2_000
"""How often a session that runs is looked at for new lines."""


class SessionPane(QWidget):
    """``changed`` says that the listing of the session may be another one now."""

    changed = Signal()
    exported = Signal(Exported)
    failed = Signal(CaptionerError)
    noticed = Signal(Notice)
    recover_wanted = Signal(int)
    retranscribe_wanted = Signal(int)
    merge_wanted = Signal()
    delete_wanted = Signal()

    def __init__(
        self,
        worker: LibraryWorker,
        exporting: Callable[[], ExportDefaults],
        open_recording: OpenRecording | None,
        *,
        hears_again: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._worker = worker
        self._exporting = exporting
        self._export_choice: ExportChoice | None = None
        self._session: SessionInfo | None = None
        self._several: Sequence[SessionInfo] = ()
        self._go_to_cue = 0
        self.head = SessionHead(hears_again=hears_again)
        self._recovering: dict[int, Job] = {}
        self.find_bar = FindBar()
        self.model = CueModel(worker, self)
        self.view = CueView(self.model)
        self.status = QLabel()
        self.status.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.player = PlayerBar()
        self.playback = SessionPlayback(self.view, self.player, open_recording, self)
        self.edits = SessionEdits(worker, self.model, self)
        self.editing = SessionEditing(self.edits, self.view, self.head.edit_menu, self.search)
        self.changes = RevisionPane()
        self.changes.hide()
        self.revision = SessionRevision(self.edits, self.model, self.changes, lambda: exporting().choice.standard)
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.words.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.merge, self.export_several, self.delete = QPushButton(), QPushButton(), QPushButton()
        self.stack = QStackedWidget()
        self._lay_out()
        self._wire()
        self._retranslate()

    @property
    def session(self) -> SessionInfo | None:
        """What is open."""
        return self._session

    # What the page tells

    def open(self, session: int, cue: int = 0) -> None:
        """Show a session; with the view at a cue, where one is given."""
        if self._session is not None and self._session.id == session:
            if cue:
                self.revision.leave()
                self._go_to_cue = cue
                self._go()
            self.stack.setCurrentIndex(1)
            return
        self._go_to_cue = cue
        self._worker.ask(lambda library: library.session(session), self._show, self.failed.emit, topic="session")

    def refresh(self) -> None:
        """Read again what the listing says of the session that is open."""
        if self._session is not None:
            number = self._session.id
            self._worker.ask(lambda library: library.session(number), self._show, self.failed.emit, topic="session")

    def show_recovery(self, session: int, recovery: Job | None) -> None:
        """How the recovery of a session stands; None when it has ended, however that was."""
        self._recovering.pop(session, None)
        if recovery is not None:
            self._recovering[session] = recovery
        if self._session is not None and self._session.id == session:
            self.head.show_recovery(recovery)

    def show_several(self, sessions: Sequence[SessionInfo]) -> None:
        """What can be done with more than one."""
        self._several = sessions
        words = self.tr("%n sessions are selected.", "", len(sessions))
        total = length_in_words(sum(one.duration_ms for one in sessions))
        self.words.setText(f"{words}\n{total}")
        self.merge.setEnabled(all(one.phase != "running" for one in sessions))
        for button in (self.merge, self.export_several, self.delete):
            button.show()
        self.stack.setCurrentIndex(0)

    def enter(self) -> None:
        """The keyboard goes to the transcript."""
        if self.revision.shown:
            self.changes.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.view.row < 0 and self.model.rowCount():
            self.view.choose(0)

    def has_keyboard(self) -> bool:
        """Whether somebody works in the transcript."""
        focused = self.window().focusWidget()
        return self._session is not None and focused is not None and self.isAncestorOf(focused)

    def search(self, *, replace: bool = False) -> None:
        """Search in this transcript."""
        self.revision.leave()
        self.find_bar.open(replace=replace)

    def export(self, sessions: Sequence[SessionInfo]) -> None:
        """Ask how, and write the files."""
        if sessions:
            defaults = self._exporting()
            if self._export_choice is not None:
                defaults = replace(defaults, choice=self._export_choice)
            dialog = ExportDialog(self._worker, sessions, defaults, self)
            dialog.exported.connect(self._exported)
            dialog.open()

    def _exported(self, exported: Exported, choice: ExportChoice) -> None:
        self._export_choice = choice
        self.exported.emit(exported)

    def shut(self) -> None:
        """Keep what is being written, fall silent."""
        self.editing.keep()
        self.playback.close()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another language of the interface."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    # What is open

    def _show(self, session: SessionInfo | None) -> None:
        if session is None:
            self.leave()
            return
        before, self._session = self._session, session
        self.head.show_session(session)
        self.head.show_recovery(self._recovering.get(session.id))
        self.stack.setCurrentIndex(1)
        if before is None or before.id != session.id:
            self.editing.keep()
            self.revision.leave()
            self.find_bar.close_search()
            self.edits.begin(session)
            self._show_speakers()  # before its lines come: they are laid out by it
            self.model.show(session.id)
        else:
            self.edits.begin(session)
            if session.cues > self.model.rowCount() and self.model.is_complete:
                self.model.grow()
        self.playback.show_session(session)
        if session.phase == "running":
            self._growing.start()
        else:
            self._growing.stop()

    def leave(self) -> None:
        """Show no session."""
        self.revision.leave()
        self._session = None
        self._growing.stop()
        self.model.show(0)
        self.playback.show_session(None)
        self.words.setText(self.tr("Choose a session to read it."))
        for button in (self.merge, self.export_several, self.delete):
            button.hide()
        self.stack.setCurrentIndex(0)

    def _first_page(self) -> None:
        self._show_speakers()
        self._show_status()
        if self.model.rowCount():
            self.view.scrollToTop()
        self._go()

    def _complete(self) -> None:
        self._show_speakers()
        self._go()

    def _go(self) -> None:
        """To the cue that was asked for, once it is here."""
        if self._go_to_cue and (row := self.model.row_of_id(self._go_to_cue)) is not None:
            self._go_to_cue = 0
            self.view.go_to(row)

    def _show_speakers(self) -> None:
        """Columns as wide as names and times are, by what is known of the session and its lines."""
        if (session := self._session) is None:
            return
        cues = self.model.cues if self.model.session == session.id else ()
        named = [track.speaker for track in self.edits.tracks]
        speakers = tuple(dict.fromkeys(name for name in (*named, *(entry.cue.speaker for entry in cues)) if name))
        last = max(session.duration_ms, cues[-1].cue.start_ms if cues else 0)
        self._look(speakers=speakers, hours=last >= _HOUR_MS)

    def _look(self, **changes: object) -> None:
        self.view.show_look(replace(self.view.delegate.look, **changes))  # type: ignore[arg-type]

    def _show_status(self) -> None:
        row = self.view.row
        self.status.setText(self.editing.in_words(row) if 0 <= row < self.model.rowCount() else "")

    # Finding

    def _mark(self, needle: str) -> None:
        self._look(needle=needle)
        self._count()

    def _count(self) -> None:
        self._show_count(rows_with(self.model.cues, self.view.delegate.look.needle))

    def _show_count(self, rows: Sequence[int]) -> None:
        at = rows.index(self.view.row) + 1 if self.view.row in rows else 0
        self.find_bar.show_matches(at, len(rows))

    def _step(self, step: int) -> None:
        rows = rows_with(self.model.cues, self.view.delegate.look.needle)
        row = next_row(rows, self.view.row, step)
        if row is not None:
            self.view.go_to(row)
        self._show_count(rows)

    # Within

    def _lay_out(self) -> None:
        several = QWidget()
        middle = QVBoxLayout(several)
        middle.addStretch(1)
        middle.addWidget(self.words)
        row = QHBoxLayout()
        row.addStretch(1)
        for button in (self.merge, self.export_several, self.delete):
            button.hide()
            row.addWidget(button)
        row.addStretch(1)
        middle.addLayout(row)
        middle.addStretch(2)
        one = QWidget()
        column = QVBoxLayout(one)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.head)
        column.addWidget(self.find_bar)
        column.addWidget(self.view, 1)
        column.addWidget(self.changes, 1)
        column.addWidget(self.player)
        column.addWidget(self.status)
        self.stack.addWidget(several)
        self.stack.addWidget(one)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.stack)

    def _wire(self) -> None:
        self.model.first_page.connect(self._first_page)
        self.model.complete.connect(self._complete)
        self.model.failed.connect(self.failed)
        self.edits.failed.connect(self.failed)
        self.playback.troubled.connect(self.noticed)
        self.edits.changed.connect(self._edited)
        self.view.current_changed.connect(lambda _: self._show_status())
        self.find_bar.wanted.connect(self._mark)
        self.find_bar.step.connect(self._step)
        self.find_bar.left.connect(self.enter)
        self.find_bar.replace_one.connect(self._replace_one)
        self.find_bar.replace_all.connect(self.edits.replace_all)
        self.head.export_wanted.connect(lambda: self.export([self._session] if self._session else []))
        self.head.recover_wanted.connect(lambda: self.recover_wanted.emit(self.model.session))
        self.head.retranscribe_wanted.connect(lambda: self.retranscribe_wanted.emit(self.model.session))
        self.head.changes_wanted.connect(lambda: self.revision.open(self.model.session))
        self.revision.opened.connect(self._show_changes)
        self.changes.play_wanted.connect(self.playback.play_or_pause_at)
        self.revision.offered.connect(self._offer_changes)
        self.merge.clicked.connect(self.merge_wanted)
        self.delete.clicked.connect(self.delete_wanted)
        self.export_several.clicked.connect(lambda: self.export(self._several))
        self._growing = QTimer(self)
        self._growing.setInterval(_GROWS_MS)
        self._growing.timeout.connect(self.refresh)

    def _show_changes(self, shown: bool) -> None:
        """What was heard otherwise, in place of the transcript."""
        keyboard = self.has_keyboard()
        if shown:
            self.editing.keep()
            self.find_bar.close_search()
        for part in (self.view, self.status, self.head.edit_button):
            part.setVisible(not shown)
        self.changes.setVisible(shown)
        if keyboard:
            self.enter()

    def _offer_changes(self, offered: bool) -> None:
        self.head.changes_button.setVisible(offered and not self.revision.shown)

    def _edited(self) -> None:
        self._show_speakers()
        self._show_status()
        if self.find_bar.isVisible():
            self._count()
        self.refresh()
        self.changed.emit()

    def _replace_one(self, needle: str, instead: str) -> None:
        rows = rows_with(self.model.cues, needle)
        if self.view.row in rows:
            self.edits.replace_in(self.view.row, needle, instead)
        self._step(1)

    def _retranslate(self) -> None:
        self.editing.retranslate()
        self.view.setAccessibleName(self.tr("Transcript"))
        self.merge.setText(self.tr("Merge into one session"))
        self.export_several.setText(self.tr("Export …"))
        self.delete.setText(self.tr("Delete"))
        if self._session is None and not self._several:
            self.words.setText(self.tr("Choose a session to read it."))
