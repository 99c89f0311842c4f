"""Settings page: the interface itself."""

from PySide6.QtWidgets import QLabel

from captioner.ui.settings_draft import SettingsDraft
from captioner.ui.settings_form import SettingsPage, small_print
from captioner.ui.translations import LANGUAGES


class GeneralPage(SettingsPage):
    """Language and looks of the windows, and how the application starts."""

    def __init__(self, draft: SettingsDraft) -> None:
        super().__init__(draft)
        looks = self.add_section(self.tr("Windows"))
        self.add_choice(
            looks,
            self.tr("Language"),
            "interface",
            "language",
            [("auto", self.tr("As the system")), *LANGUAGES.items()],
        )
        self.add_choice(
            looks,
            self.tr("Colours"),
            "interface",
            "theme",
            [("auto", self.tr("As the system")), ("light", self.tr("Light")), ("dark", self.tr("Dark"))],
        )
        start = self.add_section(self.tr("Start"))
        self.add_check(start, self.tr("Start when I log in"), "interface", "start_at_login")
        self.problem: QLabel = small_print()
        self.problem.hide()
        start.addRow(self.problem)
        self.add_check(
            start,
            self.tr("Start with the window closed"),
            "interface",
            "start_minimized",
            self.tr("The tray icon and the shortcuts are then the way to it."),
        )
        self.column.addStretch()

    def show_problem(self, text: str) -> None:
        """Why starting at login could not be set; "" takes it back."""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
