"""The ways in which the user changes cues: the menu "Edit", its keys, the fields for times and names."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QInputDialog, QMenu

from captioner.ui.cue_view import CueView
from captioner.ui.cue_words import UNSURE
from captioner.ui.library_words import name_in_words
from captioner.ui.session_edits import SessionEdits

_MOST_SHIFT_S: Final = 100 * 3600.0


class SessionEditing(QObject):
    """Works on the current cue of a view, or on those that are selected."""

    def __init__(self, edits: SessionEdits, view: CueView, menu: QMenu, find: Callable[..., None]) -> None:
        """``find`` opens the search, with ``replace=True`` for replacing."""
        super().__init__(view)
        self._edits = edits
        self._view = view
        self._menu = menu
        self._names: list[tuple[QAction, Callable[[], str]]] = []
        add, standard = self._add, QKeySequence.StandardKey
        self.undo = add(lambda: self.tr("Undo"), edits.undo, standard.Undo)
        self.redo = add(lambda: self.tr("Redo"), edits.redo, standard.Redo)
        menu.addSeparator()
        self.write = add(lambda: self.tr("Edit the text"), lambda: view.edit_row(view.row), "F2")
        self.split = add(lambda: self.tr("Split at the cursor"), self._split, "Ctrl+Return")
        self.merge = add(lambda: self.tr("Merge with the next"), self._merge, "Ctrl+M")
        self.shift = add(lambda: self.tr("Shift the times …"), self._shift, "Ctrl+T")
        self.name = add(lambda: self.tr("Who speaks here …"), self._name, "Ctrl+U")
        self.rename = add(lambda: self.tr("Rename the speaker …"), self._rename, "Ctrl+Shift+U")
        self.remove = add(lambda: self.tr("Delete"), lambda: edits.remove(view.rows), standard.Delete)
        menu.addSeparator()
        self.copy = add(lambda: self.tr("Copy as text"), view.copy, standard.Copy)
        self.copy_all = add(lambda: self.tr("Copy everything as text"), view.copy_all, "Ctrl+Shift+C")
        menu.addSeparator()
        self.find = add(lambda: self.tr("Find") + "\tCtrl+F", find, None)
        self.replace = add(lambda: self.tr("Find and replace"), lambda: find(replace=True), "Ctrl+H")
        self.unsure = add(lambda: self.tr("Mark doubtful words"), self._mark_unsure, None)
        self.unsure.setCheckable(True)
        self.unsure.setChecked(True)
        menu.aboutToShow.connect(self._offer)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._open_menu)
        view.cues.edited.connect(edits.set_text)
        view.delegate.split_wanted.connect(edits.split)
        edits.made.connect(self._made)
        self.retranslate()

    def keep(self) -> None:
        """Keep what is being written, as Enter does."""
        if (field := self._view.editor) is not None:
            self._view.commitData(field)
            self._view.closeEditor(field, self._view.delegate.EndEditHint.NoHint)

    def in_words(self, row: int) -> str:
        """The times of a cue to the millisecond, and how fast it is to be read."""
        cue = self._view.cues.cues[row].cue
        length_s = (cue.end_ms - cue.start_ms) / 1000
        speed = len(cue.text.replace("\n", "")) / max(length_s, 0.001)
        text = self.tr("%1 – %2 · %3 s · %4 characters a second")
        parts = (_exact(cue.start_ms), _exact(cue.end_ms), f"{length_s:.1f}", f"{speed:.0f}")
        for number, part in enumerate(parts, 1):
            text = text.replace(f"%{number}", part)
        doubtful = sum(word.probability < UNSURE for word in cue.words)
        return text + " · " + self.tr("%n doubtful words", "", doubtful) if doubtful else text

    def retranslate(self) -> None:
        """Name everything in the language of the interface."""
        for action, name in self._names:
            action.setText(name())

    # Within

    def _add(
        self, name: Callable[[], str], act: Callable[[], object], key: QKeySequence.StandardKey | str | None
    ) -> QAction:
        action = QAction(self)
        self._names.append((action, name))
        if key is not None:
            action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda: act())
        self._menu.addAction(action)
        self._view.addAction(action)
        return action

    def _offer(self) -> None:
        """What can be done now."""
        editable, rows = self._edits.can_edit, self._view.rows
        self.undo.setEnabled(editable and self._edits.history.can_undo)
        self.redo.setEnabled(editable and self._edits.history.can_redo)
        for action in (self.write, self.split, self.merge, self.shift, self.name, self.remove):
            action.setEnabled(editable and bool(rows))
        self.rename.setEnabled(editable and bool(self._view.delegate.look.speakers))

    def _open_menu(self, where: QPoint) -> None:
        if self._view.indexAt(where).isValid():
            self._menu.popup(self._view.viewport().mapToGlobal(where))

    def _split(self) -> None:
        """Without a cursor in the text there is no place yet: let the user put it there."""
        if self._view.row >= 0:
            text = self._view.cues.cues[self._view.row].cue.text
            self._view.edit_row(self._view.row, len(text) // 2)

    def _merge(self) -> None:
        rows = self._view.rows
        last = len(self._view.cues.cues) - 1
        if len(rows) == 1 and rows[0] < last:
            rows.append(rows[0] + 1)
        if len(rows) > 1 and rows[-1] - rows[0] == len(rows) - 1:
            self._edits.merge(rows)

    def _shift(self) -> None:
        rows = self._view.rows
        if not rows:
            return
        dialog = QInputDialog(self._view)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setInputMode(QInputDialog.InputMode.DoubleInput)
        dialog.setDoubleDecimals(3)
        dialog.setDoubleStep(0.1)
        dialog.setDoubleRange(-_MOST_SHIFT_S, _MOST_SHIFT_S)
        dialog.setWindowTitle(self.tr("Shift the times"))
        if len(rows) > 1:
            label = self.tr("Seconds by which the %n selected cues come later; less than 0 for earlier:", "", len(rows))
        else:
            label = self.tr("Seconds by which this cue and all after it come later; less than 0 for earlier:")
            rows = list(range(rows[0], len(self._view.cues.cues)))
        dialog.setLabelText(label)
        _show_title(dialog)
        dialog.doubleValueSelected.connect(lambda seconds: self._edits.shift(rows, round(seconds * 1000)))
        dialog.open()

    def _name(self) -> None:
        rows = self._view.rows
        if rows:
            now = self._view.cues.cues[rows[0]].cue.speaker
            title, label = self.tr("Who speaks here"), self.tr("Name for the %n selected cues:", "", len(rows))
            self._ask_name(title, label, now, lambda name: self._edits.set_speaker(rows, name))

    def _rename(self) -> None:
        row, speakers = self._view.row, self._view.delegate.look.speakers
        if not speakers:
            return
        here = self._view.cues.cues[row].cue.speaker if row >= 0 else ""
        old = here or speakers[0]
        label = self.tr("New name for “%1” in the whole session:").replace("%1", name_in_words(old))
        self._ask_name(self.tr("Rename the speaker"), label, old, lambda name: self._edits.rename_speaker(old, name))

    def _ask_name(self, title: str, label: str, now: str, use: Callable[[str], None]) -> None:
        dialog = QInputDialog(self._view)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(title)
        dialog.setLabelText(label)
        dialog.setComboBoxItems(sorted({*self._view.delegate.look.speakers, now} - {""}))
        dialog.setComboBoxEditable(True)
        dialog.setTextValue(now)
        _show_title(dialog)
        dialog.textValueSelected.connect(lambda name: use(name.strip()))
        dialog.open()

    def _mark_unsure(self) -> None:
        self._view.delegate.unsure_marked = self.unsure.isChecked()
        self._view.viewport().update()

    def _made(self, row: int) -> None:
        """Go on from what was changed."""
        self._view.choose(row)


def _show_title(dialog: QInputDialog) -> None:
    """Be so wide that the title can be read."""
    metrics = dialog.fontMetrics()
    width = metrics.horizontalAdvance(dialog.windowTitle()) + 20 * metrics.averageCharWidth()
    dialog.resize(max(width, dialog.sizeHint().width()), dialog.sizeHint().height())


def _exact(ms: int) -> str:
    seconds, ms = divmod(ms, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}.{ms:03}" if hours else f"{minutes}:{seconds:02}.{ms:03}"
