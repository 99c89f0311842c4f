"""Settings page: what turns speech into words."""

from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QPlainTextEdit, QPushButton

from captioner.core.settings import Settings
from captioner.ui.language_names import language_name, languages_by_name
from captioner.ui.model_shelf import Shelf
from captioner.ui.settings_draft import SettingsDraft
from captioner.ui.settings_form import SettingsPage, beside, flexible, index_of
from captioner.ui.shelf_watch import ShelfWatch

_MOST_TERMS, _LONGEST_TERM = 500, 80


class RecognitionPage(SettingsPage):
    """Language, engine, model, device and vocabulary."""

    models_wanted = Signal()
    """The user wants to see the models that there are."""

    def __init__(self, draft: SettingsDraft, watch: ShelfWatch) -> None:
        super().__init__(draft)
        self._watch = watch
        speech = self.add_section(self.tr("Speech"))
        self.language = self.add_choice(
            speech,
            self.tr("Language spoken"),
            "recognition",
            "language",
            [("auto", self.tr("Detect it")), *languages_by_name()],
            self.tr("Captions come sooner and better where the language is named."),
        )
        self.add_choice(
            speech,
            self.tr("Captions are"),
            "recognition",
            "task",
            [("transcribe", self.tr("In the language spoken")), ("translate", self.tr("Translated into English"))],
        )
        self.problem = QLabel()
        self.problem.setWordWrap(True)
        speech.addRow(self.problem)
        engine = self.add_section(self.tr("Engine"))
        self.add_choice(
            engine,
            self.tr("Engine"),
            "recognition",
            "engine",
            [
                ("auto", self.tr("Automatic")),
                ("whisper", self.tr("Whisper only")),
                ("embedded", self.tr("Embedded (English only)")),
            ],
            self.tr("Automatic: Whisper, and the embedded engine until its model is here."),
        )
        self.model = QComboBox()
        more = QPushButton(self.tr("Models …"))
        more.setAccessibleDescription(self.tr("Shows all models, to download or delete them"))
        more.clicked.connect(self.models_wanted)
        self.add_row(engine, self.tr("Whisper model"), beside(self.model, more), named=self.model)
        flexible(self.model)
        self.model.activated.connect(lambda index: draft.change("recognition", model=self.model.itemData(index)))
        self.add_choice(
            engine,
            self.tr("Runs on"),
            "recognition",
            "device",
            [
                ("auto", self.tr("The GPU if it works")),
                ("cpu", self.tr("The processor")),
                ("cuda", self.tr("The NVIDIA GPU only")),
            ],
        )
        words = self.add_section(self.tr("Vocabulary"))
        self.vocabulary = QPlainTextEdit()
        self.vocabulary.setTabChangesFocus(True)
        self.vocabulary.setFixedHeight(self.fontMetrics().lineSpacing() * 5 + 12)
        label = QLabel(self.tr("Names and terms to expect, one on each line"))
        label.setBuddy(self.vocabulary)
        hint = self.tr("Up to 500 of up to 80 characters. Whisper takes them as a hint; the first ones count most.")
        self.vocabulary.setAccessibleName(label.text())
        self.vocabulary.setAccessibleDescription(hint)
        words.addRow(label)
        words.addRow(self.vocabulary)
        self.add_hint(words, hint)
        self.vocabulary.textChanged.connect(self._take_vocabulary)
        self.follow(self.vocabulary, self._show_vocabulary)
        self._showers.append(self._show_model)
        watch.seen.connect(self._show_shelf)
        self._showers.append(self._show_problem)
        self._show_shelf(None)
        self.column.addStretch()

    def _show_shelf(self, _: Shelf | None) -> None:
        self._show_model(self.draft.settings)
        self._show_problem(self.draft.settings)

    def _show_problem(self, settings: Settings) -> None:
        """What is chosen here and cannot work together."""
        wanted = settings.recognition
        choice = self._watch.shelf.choice(wanted.model) if self._watch.shelf else None
        english = wanted.engine == "embedded" or (choice is not None and not choice.multilingual)
        text = ""
        if english and wanted.language not in ("auto", "en"):
            text = self.tr("This engine or model knows English only: choose another one for %1.")
        elif english and wanted.task == "translate":
            text = self.tr("This engine or model knows English only, and does not translate.")
        self.problem.setText(text.replace("%1", language_name(wanted.language)))
        self.problem.setVisible(bool(text))

    def _show_model(self, settings: Settings) -> None:
        """The models that are here, and the chosen one whether it is or not."""
        wanted = settings.recognition.model
        shelf = self._watch.shelf
        entries: list[tuple[Any, str]] = [
            (one.name, one.name) for one in (shelf.choices if shelf else ()) if one.installed
        ]
        if all(wanted != name for name, _ in entries):
            here = shelf is None or shelf.choice(wanted) is None  # a folder of the user's
            entries.append((wanted, wanted if here else self.tr("%1 (not downloaded yet)").replace("%1", wanted)))
        with QSignalBlocker(self.model):
            self.model.clear()
            for name, text in entries:
                self.model.addItem(text, name)
            self.model.setCurrentIndex(index_of(self.model, wanted))

    def _take_vocabulary(self) -> None:
        terms = dict.fromkeys(
            line.strip()[:_LONGEST_TERM].strip() for line in self.vocabulary.toPlainText().splitlines()
        )
        self.draft.change("recognition", vocabulary=tuple(term for term in terms if term)[:_MOST_TERMS])

    def _show_vocabulary(self, settings: Settings) -> None:
        if not self.vocabulary.hasFocus():  # what is being typed is not what is kept: a line may still be empty
            self.vocabulary.setPlainText("\n".join(settings.recognition.vocabulary))
