"""Settings page: keys that work in every program."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QKeySequenceEdit, QLabel, QPushButton

from captioner.core.settings import Settings, ShortcutSettings
from captioner.ui.settings_draft import SettingsDraft
from captioner.ui.settings_form import SettingsPage, beside, small_print


class ShortcutsPage(SettingsPage):
    """A key sequence for each action. Those that another action has are told and not taken."""

    def __init__(self, draft: SettingsDraft) -> None:
        super().__init__(draft)
        form = self.add_section(self.tr("Keys that work in every program"))
        self._actions = {
            "start_stop": self.tr("Start or stop captions"),
            "show_hide": self.tr("Show or hide the overlay"),
            "lock": self.tr("Lock or unlock the overlay"),
            "freeze": self.tr("Freeze the text or follow it"),
        }
        self.edits: dict[str, QKeySequenceEdit] = {}
        self.problems: dict[str, QLabel] = {}
        self._taken: Mapping[str, str] = {}
        self._own: dict[str, str] = {}
        for name, text in self._actions.items():
            edit = QKeySequenceEdit()
            edit.setMaximumSequenceLength(1)
            edit.setMinimumWidth(self.fontMetrics().averageCharWidth() * 18)
            clear = QPushButton(self.tr("Clear"))
            clear.setAccessibleName(f"{self.tr('Clear')}: {text}")
            clear.clicked.connect(lambda _=False, name=name: self._take(name, QKeySequence()))
            edit.keySequenceChanged.connect(lambda keys, name=name: self._take(name, keys))
            self.add_row(form, text, beside(edit, clear), named=edit)
            problem = small_print()
            problem.hide()
            form.addRow(problem)
            self.edits[name], self.problems[name] = edit, problem
            self.follow(edit, lambda settings, name=name: self._show(settings, name))  # type: ignore[misc]
        reset = QPushButton(self.tr("Back to the usual keys"))
        reset.clicked.connect(self._reset)
        self.column.addSpacing(8)
        self.column.addWidget(reset, alignment=Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch()

    def show_taken(self, taken: Mapping[str, str]) -> None:
        """Why the system does not give some actions their keys, by action."""
        self._taken = taken
        self._show_problems()

    def _take(self, name: str, keys: QKeySequence) -> None:
        text = keys.toString(QKeySequence.SequenceFormat.PortableText)
        self._own = {}
        shortcuts = self.draft.settings.shortcuts
        other = next((one for one in self._actions if one != name and text and getattr(shortcuts, one) == text), None)
        if other is not None:
            self._own = {name: self.tr("%1 is taken: %2").replace("%1", text).replace("%2", self._actions[other])}
        elif text and not self._combined(text):
            self._own = {name: self.tr("Use Ctrl, Alt or Meta with another key, or a function key.")}
        else:
            self.draft.change("shortcuts", **{name: text})
        self._show(self.draft.settings, name)
        self._show_problems()

    def _combined(self, text: str) -> bool:
        """Whether the keys may be taken from every other program: a bare letter must not."""
        *modifiers, key = text.split("+") if not text.endswith("++") else [*text[:-2].split("+"), "+"]
        function = key[:1] == "F" and key[1:].isdigit()
        return function or bool({"Ctrl", "Alt", "Meta"} & set(modifiers))

    def _show(self, settings: Settings, name: str) -> None:
        keys = QKeySequence.fromString(getattr(settings.shortcuts, name), QKeySequence.SequenceFormat.PortableText)
        edit = self.edits[name]
        if edit.keySequence() != keys:
            before = edit.blockSignals(True)
            edit.setKeySequence(keys)
            edit.blockSignals(before)

    def _show_problems(self) -> None:
        for name, label in self.problems.items():
            text = self._own.get(name) or self._taken.get(name, "")
            label.setText(text)
            label.setVisible(bool(text))
            self.edits[name].setAccessibleDescription(text)

    def _reset(self) -> None:
        usual = ShortcutSettings()
        self._own = {}
        self.draft.change("shortcuts", **{name: getattr(usual, name) for name in self._actions})
        self._show_problems()
