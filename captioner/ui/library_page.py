"""The library in the main window: the sessions and the search at the left, the transcript of one at the right."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from captioner.core.caption import Cue, Notice
from captioner.core.errors import CaptionerError
from captioner.core.library import SessionInfo
from captioner.core.transcription import Job
from captioner.ui.export_dialog import ExportDefaults
from captioner.ui.export_files import Exported
from captioner.ui.history_menu import HistoryMenu
from captioner.ui.history_pane import HistoryPane
from captioner.ui.library_words import title_in_words
from captioner.ui.library_worker import LibraryWorker
from captioner.ui.notice_bar import NoticeBar
from captioner.ui.overlay_notice import WayOut
from captioner.ui.playback import OpenRecording
from captioner.ui.session_acts import UNDO_S, SessionActs
from captioner.ui.session_pane import SessionPane

if TYPE_CHECKING:
    from captioner.transcript.library import Library


class LibraryPage(QWidget):
    """What the application connects:

    - ``recover_wanted``: transcribe the rest of a cut-off session; ``show_recovery`` tells how that stands, and
      that it has ended;
    - ``retranscribe_wanted``: hear the recording of a session again with another model; asked for only with
      ``hears_again``;
    - ``refresh``: the library was changed by somebody else, such as a session that ended;
    - ``shut``: before the application ends; it waits for what is being saved.
    """

    recover_wanted = Signal(int)
    retranscribe_wanted = Signal(int)

    def __init__(
        self,
        open_library: "Callable[[], Library]",
        *,
        exporting: Callable[[], ExportDefaults],
        open_recording: OpenRecording | None = None,
        hears_again: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """``open_library`` is called in a worker thread, and so is ``open_recording``, where there is a player.

        ``exporting`` gives what an export begins with; asked in the GUI thread.
        """
        super().__init__(parent)
        self.worker = LibraryWorker(open_library)
        self.worker.noticed.connect(self.tell)
        self.notices = NoticeBar()
        self.history = HistoryPane(self.worker)
        self.session = SessionPane(self.worker, exporting, open_recording, hears_again=hears_again)
        self.acts = SessionActs(self.worker, self)
        self.menu = HistoryMenu(self.history, self.acts, hears_again=hears_again)
        self.history.opened.connect(self._open)
        self.history.entered.connect(self.session.enter)
        self.history.selected.connect(self._selected)
        self.history.menu_wanted.connect(self._show_menu)
        self.history.model.renamed.connect(self.acts.rename)
        self.history.model.loaded.connect(self._listed)
        self.acts.changed.connect(self._changed)
        self.acts.undoable.connect(self._offer_undo)
        self.session.noticed.connect(self.tell)
        for failing in (self.acts.failed, self.session.failed):
            failing.connect(self._tell_error)
        self.menu.export_wanted.connect(self.session.export)
        for source in (self.menu, self.session):
            source.recover_wanted.connect(self.recover_wanted)
            source.retranscribe_wanted.connect(self.retranscribe_wanted)
        self.session.exported.connect(self._tell_exported)
        self.session.changed.connect(self.history.reread)
        self.session.merge_wanted.connect(lambda: self.acts.merge(self.history.selection))
        self.session.delete_wanted.connect(lambda: self.acts.discard(self.history.selection))
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.addWidget(self.history)
        self.split.addWidget(self.session)
        self.split.setChildrenCollapsible(False)
        self.split.setStretchFactor(0, 2)
        self.split.setStretchFactor(1, 5)
        self.split.setHandleWidth(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.notices)
        column.addWidget(self.split, 1)
        self._sized = False

    def arrive(self) -> None:
        """The user came here: read what there is, and take the keyboard."""
        self.refresh()
        self.acts.empty_old_bin()
        self.history.take_keyboard()

    def refresh(self) -> None:
        """Read the list again, and the transcript that is shown."""
        self.history.refresh()
        self.session.refresh()

    def open_session(self, session: int) -> None:
        """Show a session, such as the one that has just ended."""
        self.history.search.clear()
        self.history.select([session])
        self.history.refresh()

    def take_hearing(self, session: SessionInfo, cues: Sequence[Cue], language: str | None) -> None:
        """A session was heard again: show what changes, at once where it is open and nobody writes in it.

        ``language`` is that of the new cues, None where it is not known.
        """
        self.session.revision.take(session.id, cues, language)
        if self.session.model.session == session.id and self.isVisible() and self.session.view.editor is None:
            self.show_changes(session.id)
            return
        words = self.tr("“%1” was transcribed again.").replace("%1", title_in_words(session))
        way = WayOut(lambda: self.tr("Show the changes"), lambda: self.show_changes(session.id))
        self.notices.tell(Notice("info", words), way, stays_s=UNDO_S)

    def show_changes(self, session: int) -> None:
        """Open a session; where it was heard again, with what changes in it."""
        self.session.revision.open(session)
        self.open_session(session)

    def show_recovery(self, session: int, recovery: Job | None) -> None:
        """How the recovery of a session stands; None when it has ended, however that was."""
        self.session.show_recovery(session, recovery)
        if recovery is None:
            self.refresh()

    def tell(self, notice: Notice) -> None:
        """Tell something about the library."""
        self.notices.tell(notice)

    def go_to_search(self) -> None:
        """The search of the place where the keyboard is: in this transcript, or in all."""
        if self.session.has_keyboard():
            self.session.search()
        else:
            self.history.go_to_search()

    def shut(self) -> None:
        """Save what is being written, delete for good what was deleted, let go of the library."""
        self.session.shut()
        self.acts.empty_bin()
        self.worker.close()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """The list gets a third of the room at first."""
        super().showEvent(event)
        if not self._sized:
            self._sized = True
            width = max(self.width(), 1)
            left = min(max(self.fontMetrics().averageCharWidth() * 42, width // 3), width // 2)
            self.split.setSizes([left, width - left])

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another language of the interface: dates are written otherwise."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.history.list.viewport().update()

    def _open(self, session: int, cue: int) -> None:
        self.session.open(session, cue)

    def _listed(self) -> None:
        if not self.history.model.sessions:
            self.session.leave()

    def _selected(self, sessions: list[int]) -> None:
        if len(sessions) > 1:
            self.session.show_several(self.history.selection)

    def _changed(self, select: list[int]) -> None:
        if select:
            self.history.select(select)
        self.refresh()

    def _show_menu(self, where: QPoint) -> None:
        chosen: list[SessionInfo] = self.history.selection
        if chosen:
            self.menu.of(chosen).popup(where)

    def _offer_undo(self, words: str) -> None:
        self.notices.clear()
        self.notices.tell(Notice("info", words), WayOut(lambda: self.tr("Undo"), self.acts.undo), stays_s=UNDO_S)

    def _tell_exported(self, exported: Exported) -> None:
        self.notices.clear()
        for warning in exported.warnings:
            self.notices.tell(Notice("warning", warning))
        if not exported.paths:
            return
        folder = exported.paths[0].parent
        words = self.tr("%n files were written to %1.", "", len(exported.paths)).replace("%1", str(folder))

        def show() -> None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

        self.notices.tell(Notice("info", words), WayOut(lambda: self.tr("Open the folder"), show), stays_s=UNDO_S)

    def _tell_error(self, error: CaptionerError) -> None:
        self.notices.tell(Notice("error", error.message, error.hint))
