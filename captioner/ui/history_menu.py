"""The menus of the history: what can be done with the selected sessions, and with all."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QDate, QDateTime, QEvent, QObject, Qt, QTime, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QInputDialog, QMenu, QMessageBox

from captioner.core.library import SessionInfo
from captioner.ui.again_dialog import has_sound
from captioner.ui.history_pane import HistoryPane
from captioner.ui.library_words import day_in_words
from captioner.ui.session_acts import SessionActs

_AGES_MONTHS: Final = (1, 3, 6, 12, 24)


class HistoryMenu(QObject):
    """Made for a pane; its keys work in the pane's list."""

    export_wanted = Signal(list)
    recover_wanted = Signal(int)
    retranscribe_wanted = Signal(int)

    def __init__(self, pane: HistoryPane, acts: SessionActs, *, hears_again: bool = False) -> None:
        """``hears_again`` tells whether somebody answers ``retranscribe_wanted``."""
        super().__init__(pane)
        self._hears_again = hears_again
        self._pane = pane
        self._acts = acts
        self._menu = QMenu(pane)
        self._all = QMenu(pane)
        self._all.aboutToShow.connect(self._fill_all)
        pane.more.setMenu(self._all)
        keys: tuple[tuple[QKeySequence.StandardKey | str, Callable[[], None]], ...] = (
            (QKeySequence.StandardKey.Delete, lambda: acts.discard(pane.selection)),
            (QKeySequence.StandardKey.Undo, acts.undo),
            ("Ctrl+M", self._merge),
            ("Ctrl+T", self._new_tag),
            ("Ctrl+Shift+E", lambda: self.export_wanted.emit(pane.selection)),
        )
        for key, act in keys:
            shortcut = QShortcut(QKeySequence(key), pane.list, context=Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(act)
        pane.list.installEventFilter(self)

    def of(self, sessions: Sequence[SessionInfo]) -> QMenu:
        """The menu of these sessions."""
        menu = self._menu
        menu.clear()
        one = sessions[0] if len(sessions) == 1 else None
        if one is not None:
            if one.phase == "cut off":
                self._add(menu, self.tr("Recover"), lambda: self.recover_wanted.emit(one.id))
            self._add(menu, self.tr("Rename"), self._rename, "F2")
            if self._hears_again and has_sound(one):
                again = self.tr("Transcribe again …")
                self._add(menu, again, lambda: self.retranscribe_wanted.emit(one.id))
        elif len(sessions) > 1:
            merge = self._add(menu, self.tr("Merge into one session"), self._merge, "Ctrl+M")
            merge.setEnabled(all(session.phase != "running" for session in sessions))
        self._add_tags(menu, sessions)
        self._add(menu, self.tr("Export …"), lambda: self.export_wanted.emit(list(sessions)), "Ctrl+Shift+E")
        menu.addSeparator()
        delete = self._add(menu, self.tr("Delete"), lambda: self._acts.discard(sessions), "Del")
        delete.setEnabled(any(session.phase != "running" for session in sessions))
        return menu

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """The menu key opens the menu at the current session."""
        if event.type() == QEvent.Type.ContextMenu and watched is self._pane.list:
            view = self._pane.list
            box = view.visualRect(view.currentIndex())
            self._pane.menu_wanted.emit(view.viewport().mapToGlobal(box.center()))
            return True
        return super().eventFilter(watched, event)

    def _fill_all(self) -> None:
        menu = self._all
        menu.clear()
        chosen = self._pane.selection if not self._pane.searching else []
        undo = self._add(menu, self.tr("Undo"), self._acts.undo, "Ctrl+Z")
        undo.setEnabled(self._acts.can_undo)
        export = self._add(
            menu, self.tr("Export the selected sessions …"), lambda: self.export_wanted.emit(chosen), "Ctrl+Shift+E"
        )
        export.setEnabled(bool(chosen))
        menu.addSeparator()
        older = menu.addMenu(self.tr("Delete sessions older than"))
        for months in _AGES_MONTHS:
            text = self.tr("%n months", "", months)
            self._add(older, text, lambda months=months: self._ask_to_delete(months))  # type: ignore[misc]

    def _add(self, menu: QMenu, text: str, act: Callable[[], object], key: str = "") -> QAction:
        action = menu.addAction(text)
        if key:  # only to be seen: the shortcuts of the list do the work
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda: act())
        return action

    def _add_tags(self, menu: QMenu, sessions: Sequence[SessionInfo]) -> None:
        tags = menu.addMenu(self.tr("Tags"))
        combo = self._pane.tags
        known = {combo.itemData(row) for row in range(1, combo.count())} | {tag for one in sessions for tag in one.tags}
        for tag in sorted(known, key=str.casefold):
            everywhere = all(tag in one.tags for one in sessions)
            action = tags.addAction(tag.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(everywhere)
            action.triggered.connect(lambda on, tag=tag: self._acts.tag(sessions, tag, on))
        if known:
            tags.addSeparator()
        self._add(tags, self.tr("New tag …"), self._new_tag, "Ctrl+T")

    def _rename(self) -> None:
        self._pane.list.edit(self._pane.list.currentIndex())

    def _merge(self) -> None:
        chosen = self._pane.selection
        if len(chosen) > 1 and all(one.phase != "running" for one in chosen):
            self._acts.merge(chosen)

    def _new_tag(self) -> None:
        chosen = self._pane.selection
        if not chosen:
            return
        dialog = QInputDialog(self._pane)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("New tag"))
        dialog.setLabelText(self.tr("Tag for %n selected sessions:", "", len(chosen)))
        dialog.textValueSelected.connect(lambda tag: self._acts.tag(chosen, tag[:60], True))
        dialog.open()

    def _ask_to_delete(self, months: int) -> None:
        first_kept = QDate.currentDate().addMonths(-months)
        began_before_ms = QDateTime(first_kept, QTime(0, 0)).toMSecsSinceEpoch()
        box = QMessageBox(self._pane)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.tr("Delete old sessions"))
        text = self.tr("Delete all sessions from before %1, with their recordings?")
        box.setText(text.replace("%1", day_in_words(began_before_ms)))
        delete = box.addButton(self.tr("Delete"), QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(self.tr("Keep them"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        delete.clicked.connect(lambda: self._acts.discard_older(began_before_ms))
        box.open()
