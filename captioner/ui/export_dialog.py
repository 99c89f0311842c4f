"""Sessions as files: formats, options, what breaks the standard and its mending."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, get_args

from PySide6.QtCore import QDir, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QFrame,
    QGridLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from captioner.core.errors import CaptionerError
from captioner.core.library import SessionInfo
from captioner.core.settings import Standard, TranscriptFormat
from captioner.transcript import FORMATS, WriteOptions
from captioner.transcript.formats.base import Encoding, Option
from captioner.ui.background import Background
from captioner.ui.export_files import (
    Checked,
    ExportChoice,
    Exported,
    SessionCues,
    checked,
    mended,
    write_files,
)
from captioner.ui.finding_words import finding_in_words
from captioner.ui.format_words import STANDARDS, format_in_words, standard_in_words
from captioner.ui.library_words import name_in_words, title_in_words
from captioner.ui.library_worker import LibraryWorker
from captioner.ui.messages import translated

_TOPIC: Final = "export"
_MOST_SHOWN: Final = 300
"""Findings that are listed; more than anybody reads."""
_LEAST_COLUMNS: Final = 8


@dataclass(frozen=True, slots=True)
class ExportDefaults:
    """What the dialog begins with. ``stem`` gives the name of a session's files, without extension."""

    folder: Path
    choice: ExportChoice
    stem: Callable[[SessionInfo], str]


class ExportDialog(QDialog):
    """``exported`` comes once all files are written; the dialog is then gone."""

    exported = Signal(Exported, ExportChoice)

    def __init__(
        self, worker: LibraryWorker, sessions: Sequence[SessionInfo], defaults: ExportDefaults, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._worker = worker
        self._sessions = sessions
        self._defaults = defaults
        self._background = Background(self)
        self._cues: list[SessionCues] = []
        self._round = 0
        choice = defaults.choice
        self.formats: dict[str, QCheckBox] = {}
        for name in get_args(TranscriptFormat):
            box = self.formats[name] = QCheckBox(format_in_words(name))
            box.setChecked(name in choice.formats)
            box.toggled.connect(self._offer)
        self.standard = QComboBox()
        for standard in STANDARDS:
            self.standard.addItem(standard_in_words(standard), standard)
        self.standard.setCurrentIndex(self.standard.findData(choice.standard))
        self.standard.currentIndexChanged.connect(lambda _: self._check())
        self.columns = _number(self.tr("as it is"), choice.options.line_columns, _LEAST_COLUMNS - 1, 200)
        self.lines = _number(self.tr("as it is"), choice.options.lines, 0, 10)
        self.names = QCheckBox(self.tr("Names of the speakers"))
        self.names.setChecked(choice.options.names)
        self.words_box = QCheckBox(self.tr("Times of all words"))
        self.words_box.setChecked(choice.options.words)
        self.encoding = QComboBox()
        encodings: tuple[tuple[str, Encoding, bool], ...] = (
            ("UTF-8", "utf-8", False),
            (self.tr("UTF-8 with byte order mark (BOM)"), "utf-8", True),
            (self.tr("UTF-16: old Windows programs"), "utf-16", True),
            (self.tr("GB 18030: China"), "gb18030", False),
        )
        for text, encoding, bom in encodings:
            self.encoding.addItem(text, (encoding, bom))
            if encoding == choice.options.encoding and bom == (choice.options.bom or encoding == "utf-16"):
                self.encoding.setCurrentIndex(self.encoding.count() - 1)
        self.told = QLabel(self.tr("Reading …"))
        self.told.setWordWrap(True)
        self.findings = QListWidget()
        self.findings.setAccessibleName(self.tr("What breaks the standard"))
        self.findings.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.findings.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.mend = QPushButton(self.tr("Mend"))
        self.mend.setToolTip(self.tr("In the files; the session in the library stays as it is"))
        self.mend.clicked.connect(self._mend)
        self.folder = QLineEdit(QDir.toNativeSeparators(str(defaults.folder)))
        self.browse = QPushButton(self.tr("Browse …"))
        self.browse.clicked.connect(self._browse)
        self.problem = QLabel()
        self.problem.setWordWrap(True)
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.hide()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setIcon(QIcon())
        self.go = self.buttons.addButton(self.tr("Export"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.accepted.connect(self._export)
        self.buttons.rejected.connect(self.reject)
        self._lay_out()
        self._offer()
        self._read()

    @property
    def choice(self) -> ExportChoice:
        """What is chosen."""
        encoding, bom = self.encoding.currentData()
        columns, lines = self.columns.value(), self.lines.value()
        options = WriteOptions(
            line_columns=columns if columns > self.columns.minimum() else None,
            lines=lines if lines > self.lines.minimum() else None,
            names=self.names.isChecked(),
            encoding=encoding,
            bom=bom and encoding == "utf-8",
            words=self.words_box.isChecked(),
        )
        chosen = tuple(name for name, box in self.formats.items() if box.isChecked())
        return ExportChoice(chosen, self.standard.currentData(), options)

    # Reading and checking

    def _read(self) -> None:
        sessions = self._sessions
        self._worker.ask(
            lambda library: [SessionCues(one, tuple(entry.cue for entry in library.cues(one.id))) for one in sessions],
            self._take,
            self._fail,
            topic=_TOPIC,
        )

    def _take(self, cues: list[SessionCues]) -> None:
        self._cues = cues
        self._offer()
        self._check()

    def _check(self) -> None:
        if self._cues:
            self._work(checked)

    def _mend(self) -> None:
        self._work(mended)

    def _work(self, work: Callable[[Sequence[SessionCues], Standard], list[Checked]]) -> None:
        """Check or mend in a thread; only the answer to what was asked last is shown."""
        self._round += 1
        number, cues = self._round, self._cues
        standard: Standard = self.standard.currentData()
        self.told.setText(self.tr("Checking …"))
        self.mend.setEnabled(False)
        self._background.run(
            lambda: work(cues, standard), lambda result: self._show(result) if number == self._round else None
        )

    def _show(self, result: list[Checked]) -> None:
        was_mended = any(one.cues.mended for one in result)
        self._cues = [one.cues for one in result]
        self.findings.clear()
        count = sum(len(one.findings) for one in result)
        shown = [(one, finding) for one in result for finding in one.findings][:_MOST_SHOWN]
        for one, finding in shown:
            cue = one.cues.cues[finding.cue]
            words = finding_in_words(finding, cue.start_ms, cue.text)
            self.findings.addItem(words if len(result) == 1 else f"{title_in_words(one.cues.session)}  {words}")
        if not count:
            told = self.tr("Mended: nothing breaks the standard.") if was_mended else self.tr("Nothing breaks it.")
        elif was_mended:
            told = self.tr("Mended; %n places are left that only a person can cure.", "", count)
        else:
            told = self.tr("%n places break the standard.", "", count)
        self.told.setText(told)
        self.findings.setVisible(bool(count))
        self.mend.setVisible(any(finding.curable for one in result for finding in one.findings))
        self.mend.setEnabled(True)

    # Writing

    def _export(self) -> None:
        choice, folder = self.choice, Path(self.folder.text()).expanduser()
        cues, stems = self._cues, [self._defaults.stem(one.session) for one in self._cues]
        self.go.setEnabled(False)
        self.problem.hide()
        # Qt translates in the GUI thread only: names are read here.
        names = {cue.speaker: name_in_words(cue.speaker) for one in cues for cue in one.cues}
        self._background.run(
            lambda: write_files(cues, choice, folder, stems, lambda speaker: names.get(speaker, speaker)),
            self._done,
            self._fail,
        )

    def _done(self, exported: Exported) -> None:
        self.exported.emit(exported, self.choice)
        self.accept()

    def _fail(self, error: CaptionerError) -> None:
        self.problem.setText(f"{translated(error.message)} {translated(error.hint)}".strip())
        self.problem.show()
        self._offer()

    # Within

    def _offer(self) -> None:
        """What can be chosen: options that no chosen format takes are out of reach."""
        taken: set[Option] = {option for name in self.choice.formats for option in FORMATS[name].takes}
        rows: tuple[tuple[QWidget, Option], ...] = (
            (self.columns, "line_columns"),
            (self.lines, "lines"),
            (self.names, "names"),
            (self.words_box, "words"),
            (self.encoding, "encoding"),
        )
        for control, option in rows:
            control.setEnabled(option in taken)
        self.go.setEnabled(bool(self.choice.formats) and bool(self._cues))

    def _browse(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder for the files"), self.folder.text())
        if chosen:
            self.folder.setText(QDir.toNativeSeparators(chosen))

    def _lay_out(self) -> None:
        if len(self._sessions) == 1:
            self.setWindowTitle(self.tr("Export “%1”").replace("%1", title_in_words(self._sessions[0])))
        else:
            self.setWindowTitle(self.tr("Export %n sessions", "", len(self._sessions)))
        formats = QGroupBox(self.tr("Formats"))
        grid = QGridLayout(formats)
        widest = max(box.sizeHint().width() for box in self.formats.values())
        beside = 2 if 2.3 * widest < self.screen().availableSize().width() * 0.8 else 1
        for number, box in enumerate(self.formats.values()):
            grid.addWidget(box, number // beside, number % beside)
        options = QGroupBox(self.tr("Options"))
        form = QFormLayout(options)
        form.addRow(self.tr("Characters in a line, at most:"), self.columns)
        form.addRow(self.tr("Lines of a subtitle, at most:"), self.lines)
        form.addRow(self.tr("Encoding:"), self.encoding)
        boxes = QHBoxLayout()
        boxes.addWidget(self.names)
        boxes.addWidget(self.words_box)
        boxes.addStretch(1)
        form.addRow(boxes)
        check = QGroupBox(self.tr("Check by the rules of a standard"))
        column = QVBoxLayout(check)
        self.standard.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        column.addWidget(self.standard)
        told = QHBoxLayout()
        told.addWidget(self.told, 1)
        told.addWidget(self.mend)
        column.addLayout(told)
        column.addWidget(self.findings, 1)
        self.standard.setAccessibleName(check.title())
        where = QHBoxLayout()
        label = QLabel(self.tr("Folder:"))
        label.setBuddy(self.folder)
        where.addWidget(label)
        where.addWidget(self.folder, 1)
        where.addWidget(self.browse)
        self.problem.setForegroundRole(QPalette.ColorRole.BrightText)
        metrics = self.fontMetrics()
        self.findings.setMinimumHeight(5 * metrics.lineSpacing())
        inner = QWidget()
        parts = QVBoxLayout(inner)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.addWidget(formats)
        parts.addWidget(options)
        parts.addWidget(check, 1)
        scrolled = QScrollArea()  # large text on a small screen needs more room than there is
        scrolled.setWidget(inner)
        scrolled.setWidgetResizable(True)
        scrolled.setFrameShape(QFrame.Shape.NoFrame)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer = QVBoxLayout(self)
        outer.addWidget(scrolled, 1)
        outer.addLayout(where)
        outer.addWidget(self.problem)
        outer.addWidget(self.buttons)
        around = self.contentsMargins().left() + outer.contentsMargins().left()
        least = inner.minimumSizeHint().width() + scrolled.verticalScrollBar().sizeHint().width() + 2 * around
        wanted = QSize(max(metrics.averageCharWidth() * 100, least), metrics.lineSpacing() * 42)
        self.resize(wanted.boundedTo(self.screen().availableSize() * 0.92))


def _number(absent: str, value: int | None, least: int, most: int) -> QSpinBox:
    """A field for a number, with words for its absence below the least."""
    box = QSpinBox()
    box.setRange(least, most)
    box.setSpecialValueText(absent)
    box.setValue(least if value is None else value)
    return box
