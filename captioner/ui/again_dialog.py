"""How a session is to be heard once more: with which model, in which language."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from captioner.core.library import SessionInfo
from captioner.ui.language_names import languages_by_name
from captioner.ui.library_words import title_in_words
from captioner.ui.model_words import amount


@dataclass(frozen=True, slots=True)
class AgainModel:
    """A model that is on this computer. ``model`` is its name or folder as the settings have it, ``size`` in bytes."""

    model: str
    name: str
    size: int
    multilingual: bool


def has_sound(session: SessionInfo) -> bool:
    """Whether the session has sound to be heard once more: a recording, or the file that it was made of."""
    made_of_file = bool(session.source) and "://" not in session.source
    return session.phase == "ended" and (session.recording is not None or made_of_file)


class AgainDialog(QDialog):
    """``chosen`` gives model and language ("auto", or a Whisper code); ``models_wanted`` asks for more models."""

    chosen = Signal(str, str)
    models_wanted = Signal()

    def __init__(self, session: SessionInfo, models: Sequence[AgainModel], language: str, parent: QWidget) -> None:
        """``models`` is shown with the largest first; ``language`` is the one to begin with."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Transcribe again"))
        self.model, self.language = QComboBox(), QComboBox()
        for one in sorted(models, key=lambda one: -one.size):
            self.model.addItem(f"{one.name} · {amount(one.size)}", one)
        self.language.addItem(self.tr("Detect the language"), "auto")
        for code, name in languages_by_name():
            self.language.addItem(name, code)
        self.language.setCurrentIndex(max(0, self.language.findData(language)))
        self.title = QLabel(title_in_words(session))
        bold = self.title.font()
        bold.setBold(True)
        self.title.setFont(bold)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setWordWrap(True)
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setIcon(QIcon())
        self.go = self.buttons.addButton(self.tr("Transcribe"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.more = self.buttons.addButton(self.tr("More models …"), QDialogButtonBox.ButtonRole.ActionRole)
        self.more.clicked.connect(self._more)
        self.buttons.accepted.connect(self._choose)
        self.buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.addRow(self.tr("Model"), self.model)
        form.addRow(self.tr("Language that is spoken"), self.language)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addWidget(self.title)
        column.addLayout(form)
        column.addWidget(self.told)
        column.addWidget(self.buttons)
        self.setMinimumWidth(60 * self.fontMetrics().averageCharWidth())
        self.go.setDefault(True)  # only now that it is in the dialog does that have an effect
        self.model.currentIndexChanged.connect(lambda _: self._offer())
        self._offer()

    def _offer(self) -> None:
        """What fits together."""
        chosen: AgainModel | None = self.model.currentData()
        english_only = chosen is not None and not chosen.multilingual
        if english_only:
            self.language.setCurrentIndex(self.language.findData("en"))
        self.language.setEnabled(not english_only)
        self.go.setEnabled(chosen is not None)
        if chosen is None:
            self.told.setText(self.tr("There is no model on this computer yet: download one first."))
        elif english_only:
            self.told.setText(self.tr("This model knows English only."))
        else:
            self.told.setText(
                self.tr("It is done in the background. Then you see what changes, and choose what to take over.")
            )

    def _choose(self) -> None:
        chosen: AgainModel = self.model.currentData()
        self.accept()
        self.chosen.emit(chosen.model, self.language.currentData())

    def _more(self) -> None:
        self.reject()
        self.models_wanted.emit()
