"""A page of settings: rows of controls that show a value of the tree and change it at once."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QSizePolicy,
    QSlider,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from captioner.core.settings import Settings
from captioner.ui.settings_draft import SettingsDraft

_SAME_ROW = 6
"""Pixels by which the middles of controls of one row may differ."""


class _NoWheel(QObject):
    """The wheel scrolls the page: it must not change a value that happens to pass below the mouse."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)


class SettingsPage(QWidget):
    """Base of the pages. ``branch`` and ``name`` of a control say which value it is for."""

    def __init__(self, draft: SettingsDraft) -> None:
        super().__init__()
        self.draft = draft
        self._showers: list[Callable[[Settings], None]] = []
        self._no_wheel = _NoWheel(self)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(20, 16, 20, 20)
        self.column.setSpacing(10)
        draft.changed.connect(self.show_settings)

    def show_settings(self, settings: Settings) -> None:
        """Show the values of a tree in all controls."""
        for shower in self._showers:
            shower(settings)

    def add_section(self, title: str = "") -> QFormLayout:
        """A heading, and below it room for rows."""
        if title:
            if self.column.count():
                self.column.addSpacing(8)
            self.column.addWidget(heading(title))
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(10)
        self.column.addLayout(form)
        return form

    def add_check(self, form: QFormLayout, text: str, branch: str, name: str, hint: str = "") -> QCheckBox:
        """A value that is on or off."""
        box = QCheckBox(text)
        box.setAccessibleDescription(hint)
        box.toggled.connect(lambda on: self.draft.change(branch, **{name: on}))
        self.follow(box, lambda settings: box.setChecked(getattr(getattr(settings, branch), name)))
        form.addRow(box)
        self.add_hint(form, hint)
        return box

    def add_choice(
        self, form: QFormLayout, label: str, branch: str, name: str, choices: Sequence[tuple[Any, str]], hint: str = ""
    ) -> QComboBox:
        """One of several values."""
        box = QComboBox()
        for value, text in choices:
            box.addItem(text, value)
        box.currentIndexChanged.connect(lambda index: self.draft.change(branch, **{name: box.itemData(index)}))
        self.follow(box, lambda settings: box.setCurrentIndex(index_of(box, getattr(getattr(settings, branch), name))))
        self.add_row(form, label, box, hint)
        return box

    def add_number(
        self,
        form: QFormLayout,
        label: str,
        branch: str,
        name: str,
        span: tuple[int, int],
        hint: str = "",
        step: int = 1,
    ) -> QSpinBox:
        """A whole number of a range."""
        box = QSpinBox()
        box.setRange(*span)
        box.setSingleStep(step)
        box.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.UpDownArrows)
        box.valueChanged.connect(lambda value: self.draft.change(branch, **{name: value}))
        self.follow(box, lambda settings: box.setValue(getattr(getattr(settings, branch), name)))
        self.add_row(form, label, box, hint)
        return box

    def add_percent(
        self, form: QFormLayout, label: str, branch: str, name: str, span: tuple[int, int], step: int = 5
    ) -> QSlider:
        """A percentage, by slider or as a number."""
        slider, box = QSlider(Qt.Orientation.Horizontal), QSpinBox()
        for control in (slider, box):
            control.setRange(*span)
            control.setSingleStep(step)
        slider.setPageStep(2 * step)
        slider.setMinimumWidth(80)
        box.setSuffix(" %")
        box.setAccessibleName(label)
        box.valueChanged.connect(lambda value: self.draft.change(branch, **{name: value}))
        slider.valueChanged.connect(lambda value: self.draft.change(branch, **{name: value}))
        self.follow(slider, lambda settings: slider.setValue(getattr(getattr(settings, branch), name)))
        self.follow(box, lambda settings: box.setValue(getattr(getattr(settings, branch), name)))
        self.add_row(form, label, beside(slider, box), named=slider)
        return slider

    def add_row(
        self, form: QFormLayout, label: str, field: QWidget, hint: str = "", named: QWidget | None = None
    ) -> None:
        """A labelled row; ``named`` is the control in the field that the label names."""
        control = named or field
        control.setAccessibleName(label)
        control.setAccessibleDescription(hint)
        text = QLabel(label)
        text.setBuddy(control)
        form.addRow(text, field)
        self.add_hint(form, hint)

    def add_hint(self, form: QFormLayout, hint: str) -> QLabel | None:
        """Small print below a row."""
        if not hint:
            return None
        label = small_print(hint)
        form.addRow(label)
        return label

    def follow(self, control: QWidget, show: Callable[[Settings], None]) -> None:
        """Have ``show`` called with each new tree, without the control taking it for the user's doing."""

        def shower(settings: Settings) -> None:
            with QSignalBlocker(control):
                show(settings)

        if isinstance(control, (QComboBox, QAbstractSpinBox, QSlider)):
            control.installEventFilter(self._no_wheel)
            control.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if isinstance(control, QComboBox):
            flexible(control)
        self._showers.append(shower)
        shower(self.draft.settings)


def tab_stops(area: QWidget) -> list[QWidget]:
    """The controls of an area that the Tab key stops at, in reading order: rows from the top, each from the left."""
    found = [
        widget
        for widget in area.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.window() is area.window()  # the list that a box opens is a window of its own
        and widget.focusProxy() is None
        and not widget.objectName().startswith("qt_")
    ]
    middles = {widget: widget.mapTo(area, widget.rect().center()) for widget in found}
    rows: list[list[QWidget]] = []
    for widget in sorted(found, key=lambda widget: middles[widget].y()):
        if rows and middles[widget].y() - middles[rows[-1][0]].y() <= _SAME_ROW:
            rows[-1].append(widget)
        else:
            rows.append([widget])
    return [widget for row in rows for widget in sorted(row, key=lambda widget: middles[widget].x())]


def order_tab_stops(stops: Sequence[QWidget]) -> None:
    """Let the Tab key go through these in this order."""
    for one, other in pairwise(stops):
        QWidget.setTabOrder(one, other)


def index_of(box: QComboBox, value: object) -> int:
    """The place of a value among a box's data; Qt's own search does not compare Python values."""
    return next((index for index in range(box.count()) if box.itemData(index) == value), -1)


def flexible(box: QComboBox) -> None:
    """Let a box be narrower than its longest entry, which its list shows whole."""
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(14)
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)


def heading(text: str) -> QLabel:
    """A heading of a page."""
    label = QLabel(text)
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    label.setWordWrap(True)
    return label


def small_print(text: str = "") -> QLabel:
    """Explaining text, softer than what it explains."""
    label = QLabel(text)
    label.setWordWrap(True)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label


def beside(*widgets: QWidget) -> QWidget:
    """Widgets in a row; the first takes the room that is left."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSizeConstraint(QLayout.SizeConstraint.SetDefaultConstraint)
    for index, widget in enumerate(widgets):
        row.addWidget(widget, 0 if index else 1)
    return holder
