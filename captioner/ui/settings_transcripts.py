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
        self._add_watched_folder()
        self.column.addStretch()

    def _add_watched_folder(self) -> None:
        watched = self.add_section(self.tr("Watched folder"))
        self.watched = QLineEdit()
        self.watched.setReadOnly(True)
        self.watched.setMinimumWidth(120)
        self.watched.setPlaceholderText(self.tr("None"))
        choose = QPushButton(self.tr("Choose …"))
        choose.setAccessibleName(self.tr("Choose the folder to watch"))
        choose.clicked.connect(self._choose_watched)
        self.unwatch_button = QPushButton(self.tr("Watch none"))
        self.unwatch_button.clicked.connect(lambda: self.draft.change("transcript", watched_folder=""))
        self.add_row(watched, self.tr("Folder"), self.watched)
        watched.addRow(beside(QWidget(), choose, self.unwatch_button))
        self.add_hint(
            watched, self.tr("Audio and video files that come into this folder become sessions by themselves.")
        )
        self.follow(self.watched, self._show_watched)

    def _show_watched(self, settings: Settings) -> None:
        self.watched.setText(QDir.toNativeSeparators(settings.transcript.watched_folder))
        self.watched.setCursorPosition(0)
        self.watched.setToolTip(self.watched.text())
        self.unwatch_button.setEnabled(bool(settings.transcript.watched_folder))

    def _choose_watched(self) -> None:
        title = self.tr("Folder to watch")
        chosen = QFileDialog.getExistingDirectory(self, title, self.draft.settings.transcript.watched_folder)
        if chosen:
            self.draft.change("transcript", watched_folder=chosen)

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
