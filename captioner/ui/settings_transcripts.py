"""Settings page: what a session leaves behind."""

from pathlib import Path
from typing import get_args

from PySide6.QtCore import QDir
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLineEdit, QPushButton, QWidget

from captioner.core.settings import Settings, TranscriptFormat
from captioner.ui.format_words import STANDARDS, format_in_words, standard_in_words
from captioner.ui.settings_draft import SettingsDraft
from captioner.ui.settings_form import SettingsPage, beside


class TranscriptsPage(SettingsPage):
    """Folder, formats, rules and recordings. ``usual`` is the folder where the user named none."""

    def __init__(self, draft: SettingsDraft, usual: Path) -> None:
        super().__init__(draft)
        self._usual = usual
        where = self.add_section(self.tr("Where transcripts are kept"))
        self.folder = QLineEdit()
        self.folder.setReadOnly(True)
        self.folder.setMinimumWidth(120)
        browse = QPushButton(self.tr("Choose …"))
        browse.setAccessibleName(self.tr("Choose the folder for transcripts"))
        browse.clicked.connect(self._browse)
        self.usual_button = QPushButton(self.tr("Usual folder"))
        self.usual_button.clicked.connect(lambda: draft.change("transcript", folder=""))
        self.add_row(where, self.tr("Folder"), self.folder)
        where.addRow(beside(QWidget(), browse, self.usual_button))
        self.follow(self.folder, self._show_folder)
        formats = self.add_section(self.tr("Formats"))
        self.formats: dict[TranscriptFormat, QCheckBox] = {}
        for name in get_args(TranscriptFormat):
            box = QCheckBox(format_in_words(name))
            box.toggled.connect(self._take_formats)
            self.follow(box, lambda settings, box=box, name=name: box.setChecked(name in settings.transcript.formats))  # type: ignore[misc]
            self.formats[name] = box
            formats.addRow(box)
        self.add_hint(formats, self.tr("Sessions are kept in the library in any case, and can be exported later."))
        rules = self.add_section(self.tr("Subtitles"))
        self.add_choice(
            rules,
            self.tr("Rules for lines and times"),
            "transcript",
            "standard",
            [(standard, standard_in_words(standard)) for standard in STANDARDS],
        )
        sound = self.add_section(self.tr("Sound"))
        self.add_check(
            sound,
            self.tr("Keep a recording of each session"),
            "transcript",
            "keep_recordings",
            self.tr("Off, the sound is deleted as soon as it is captioned. Tell those whom you record."),
        )
        self.column.addStretch()

    def _show_folder(self, settings: Settings) -> None:
        own = settings.transcript.folder
        self.folder.setText(QDir.toNativeSeparators(own or str(self._usual)))
        self.folder.setCursorPosition(0)
        self.folder.setToolTip(self.folder.text())
        self.usual_button.setEnabled(bool(own))

    def _browse(self) -> None:
        title = self.tr("Folder for transcripts")
        chosen = QFileDialog.getExistingDirectory(
            self, title, self.draft.settings.transcript.folder or str(self._usual)
        )
        if chosen:
            self.draft.change("transcript", folder=chosen)

    def _take_formats(self) -> None:
        self.draft.change("transcript", formats=tuple(name for name, box in self.formats.items() if box.isChecked()))
