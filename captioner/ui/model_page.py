"""Settings page: all models with what this machine can bear, to download, delete and choose."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QGridLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from captioner.core.settings import Settings
from captioner.ui.messages import translated
from captioner.ui.model_downloads import DownloadState
from captioner.ui.model_shelf import ModelChoice, Shelf
from captioner.ui.model_words import amount, facts_of, machine_in_words, progress_of, state_of, title_of
from captioner.ui.settings_draft import SettingsDraft
from captioner.ui.settings_form import SettingsPage, small_print
from captioner.ui.shelf_watch import ShelfWatch

_NAME = Qt.ItemDataRole.UserRole
_TITLE, _FACTS, _STATE = (Qt.ItemDataRole.UserRole + number for number in (1, 2, 3))
_PAD = 6
_WRAP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap

_Index = QModelIndex | QPersistentModelIndex


class ModelRow(QStyledItemDelegate):
    """A model as a title in bold with facts and state below; text wraps at any size."""

    def __init__(self, models: QListWidget) -> None:
        super().__init__(models)
        self._list = models

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint the row."""
        whole = QStyleOptionViewItem(option)
        self.initStyleOption(whole, index)
        whole.text = ""
        self._list.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, whole, painter, self._list)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        palette: QPalette = option.palette
        role = QPalette.ColorRole
        painter.save()
        for text, box, bold in self._parts(option, index, option.rect.width()):
            font = option.font
            font.setBold(bold)
            painter.setFont(font)
            soft = role.Text if bold else role.PlaceholderText
            painter.setPen(palette.color(role.HighlightedText if selected else soft))
            painter.drawText(box.translated(option.rect.topLeft()), int(_WRAP), text)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802
        """As high as its text at the width of the list."""
        width = self._list.viewport().width()
        bottom = max((box.bottom() for _, box, _ in self._parts(option, index, width)), default=0)
        return QSize(min(width, 100), bottom + 1 + _PAD)

    def _parts(self, option: QStyleOptionViewItem, index: _Index, width: int) -> list[tuple[str, QRect, bool]]:
        """Texts with their places from the row's top left corner, and whether they are bold."""
        parts, top = [], _PAD
        for role, bold in ((_TITLE, True), (_FACTS, False), (_STATE, False)):
            text = index.data(role)
            if not text:
                continue
            font = QFont(option.font)
            font.setBold(bold)
            room = QRect(0, 0, max(width - 4 * _PAD, 40), 10_000)
            height = QFontMetrics(font).boundingRect(room, int(_WRAP), text).height()
            parts.append((text, QRect(2 * _PAD, top, room.width(), height), bold))
            top += height + 1
        return parts


class ModelList(QListWidget):
    """Rows are measured anew when the width changes."""

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """See the class."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class ModelPage(SettingsPage):
    """The catalogue. It needs no network but for a download."""

    def __init__(self, draft: SettingsDraft, watch: ShelfWatch) -> None:
        super().__init__(draft)
        self._watch = watch
        self._problem = ("", "")
        self.machine = small_print()
        self.models = ModelList()
        self.models.setAccessibleName(self.tr("Models"))
        self.models.setItemDelegate(ModelRow(self.models))
        self.models.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.models.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.models.setAlternatingRowColors(True)
        self.models.setMinimumHeight(self.fontMetrics().lineSpacing() * 9)
        self.progress = QProgressBar()
        self.progress.setAccessibleName(self.tr("Progress of the download"))
        self.progress.setTextVisible(False)
        self.status = QLabel()
        self.status.setWordWrap(True)
        self.download = QPushButton(self.tr("Download"))
        self.pause = QPushButton(self.tr("Pause"))
        self.cancel = QPushButton(self.tr("Cancel the download"))
        self.use = QPushButton(self.tr("Use this model"))
        self.delete = QPushButton(self.tr("Delete"))
        self.folder = QPushButton(self.tr("Use a folder …"))
        self.folder.setAccessibleDescription(self.tr("A Whisper model in CTranslate2's format on this computer"))
        self.disk = small_print()
        self.mirror = QLineEdit()
        self.mirror.setPlaceholderText("https://huggingface.co")
        self.mirror.setMinimumWidth(120)
        self._lay_out()
        self._connect()
        self._showers.append(lambda _: self._show_all())
        self._show_all()

    @property
    def chosen(self) -> ModelChoice | None:
        """The model that is selected in the list."""
        item = self.models.currentItem()
        return self._watch.shelf.choice(item.data(_NAME)) if item is not None and self._watch.shelf else None

    def select(self, name: str) -> None:
        """Select a model in the list."""
        for row in range(self.models.count()):
            if self.models.item(row).data(_NAME) == name:
                self.models.setCurrentRow(row)
                return

    def _lay_out(self) -> None:
        self.column.addWidget(self.machine)
        self.column.addWidget(self.models, 1)
        buttons = QWidget()
        grid = QGridLayout(buttons)
        grid.setContentsMargins(0, 0, 0, 0)
        for column, button in enumerate((self.use, self.download, self.pause)):
            grid.addWidget(button, 0, column)
        for column, button in enumerate((self.delete, self.cancel, self.folder)):
            grid.addWidget(button, 1, column)
        self.column.addWidget(self.status)
        self.column.addWidget(self.progress)
        self.column.addWidget(buttons)
        self.column.addWidget(self.disk)
        form = self.add_section()
        self.add_row(
            form,
            self.tr("Mirror of the model hub"),
            self.mirror,
            self.tr("Where models come from, if huggingface.co is not to be asked: an http(s) address."),
        )

    def _connect(self) -> None:
        self.models.currentItemChanged.connect(lambda: self._show_actions())
        self.models.itemActivated.connect(lambda _: self._activate())
        self.download.clicked.connect(self._download)
        self.pause.clicked.connect(lambda: self._with_chosen(self._watch.downloads.pause))
        self.cancel.clicked.connect(lambda: self._with_chosen(self._watch.downloads.cancel))
        self.use.clicked.connect(lambda: self._with_chosen(lambda name: self.draft.change("recognition", model=name)))
        self.delete.clicked.connect(self._delete)
        self.folder.clicked.connect(self._browse)
        self.mirror.editingFinished.connect(self._take_mirror)
        self.follow(self.mirror, self._show_mirror)
        self._watch.seen.connect(self._show_shelf)
        self._watch.failed.connect(self._tell)
        self._watch.downloads.changed.connect(self._download_changed)

    def _activate(self) -> None:
        """Enter or a double click: what one most likely wants of a model."""
        for button in (self.use, self.download):
            if button.isEnabled():
                button.click()
                return

    def _with_chosen(self, act: Callable[[str], None]) -> None:
        if self.chosen is not None:
            act(self.chosen.name)

    def _download(self) -> None:
        if self.chosen is not None:
            self._tell("", "")
            self._take_mirror()
            self._watch.downloads.start(self.chosen.name, self.draft.settings.recognition.mirror)

    def _delete(self) -> None:
        if self.chosen is not None:
            self._tell("", "")
            self._watch.remove(self.chosen.name)

    def _browse(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder of a Whisper model"))
        if chosen:
            self._tell("", "")
            self._watch.use_folder(Path(chosen))

    def _take_mirror(self) -> None:
        text = self.mirror.text().strip().rstrip("/")
        if text and "://" not in text:
            text = f"https://{text}"
        if text and not text.lower().startswith(("http://", "https://")):
            self._tell(self.tr("A mirror has an http:// or https:// address."), "")
            self._show_mirror(self.draft.settings)
        else:
            self.draft.change("recognition", mirror=text)

    def _show_mirror(self, settings: Settings) -> None:
        self.mirror.setText(settings.recognition.mirror)

    def _tell(self, text: str, hint: str) -> None:
        self._problem = (text, hint)
        self._show_actions()

    def _show_shelf(self, _: Shelf) -> None:
        self._show_all()

    def _download_changed(self, name: str) -> None:
        self._show_row(name)
        self._show_actions()

    def _show_all(self) -> None:
        shelf = self._watch.shelf
        if shelf is None:
            self.machine.setText(self.tr("Looking at this computer …"))
            self._show_actions()
            return
        self.machine.setText(machine_in_words(shelf.machine))
        self.disk.setText(
            self.tr("Models take %1 of the disk; %2 are free.")
            .replace("%1", amount(shelf.used))
            .replace("%2", amount(shelf.free))
        )
        if self.models.count() != len(shelf.choices):
            self.models.clear()
            for choice in shelf.choices:
                item = QListWidgetItem()
                item.setData(_NAME, choice.name)
                self.models.addItem(item)
        for choice in shelf.choices:
            self._show_row(choice.name)
        if self.models.currentItem() is None:
            wanted = shelf.choice(self.draft.settings.recognition.model) or shelf.recommended or shelf.choices[0]
            self.select(wanted.name)
        self._show_actions()

    def _show_row(self, name: str) -> None:
        choice = self._watch.shelf.choice(name) if self._watch.shelf else None
        if choice is None:
            return
        in_use = name == self.draft.settings.recognition.model
        texts = (title_of(choice), facts_of(choice), state_of(choice, self._watch.downloads.state(name), in_use))
        for row in range(self.models.count()):
            item = self.models.item(row)
            if item.data(_NAME) == name and tuple(item.data(role) for role in (_TITLE, _FACTS, _STATE)) != texts:
                for role, text in zip((_TITLE, _FACTS, _STATE), texts, strict=True):
                    item.setData(role, text)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, ". ".join(filter(None, texts)))
                item.setText(choice.name)  # found by typing its beginning

    def _show_actions(self) -> None:
        choice = self.chosen
        state = self._watch.downloads.state(choice.name) if choice else None
        running = state is not None and state.phase == "running"
        begun = choice is not None and not choice.installed and (state is not None or choice.fetched > 0)
        in_use = choice is not None and choice.name == self.draft.settings.recognition.model
        self.download.setText(self.tr("Go on with the download") if begun and not running else self.tr("Download"))
        self.download.setEnabled(choice is not None and not choice.installed and not running)
        self.pause.setEnabled(running)
        self.cancel.setEnabled(begun)
        self.use.setEnabled(choice is not None and not in_use)
        self.delete.setEnabled(choice is not None and choice.installed and not in_use)
        self._show_progress(choice, state)

    def _show_progress(self, choice: ModelChoice | None, state: DownloadState | None) -> None:
        done, total = (
            (state.done, state.total) if state else (choice.fetched if choice else 0, choice.size if choice else 0)
        )
        self.progress.setVisible(bool(choice and not choice.installed and (state or done)))
        self.progress.setRange(0, 1000)
        self.progress.setValue(1000 * done // total if total else 0)
        texts = [part for part in self._problem if part]
        if not texts and state is not None and choice is not None:
            if state.phase == "failed":
                texts = [
                    translated(state.text),
                    translated(state.hint),
                    self.tr("Models that are on this computer work without a network."),
                ]
            else:
                texts = [f"{choice.name}: {progress_of(state)}"]
        self.status.setText(" ".join(texts))
        self.status.setVisible(bool(texts))
