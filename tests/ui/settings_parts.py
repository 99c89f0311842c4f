"""What the windows for settings are given in tests: the real models, disk and sound, and no network but our own."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QLocale, QRect, Qt
from PySide6.QtGui import QAccessible, QColor, QFont, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QCheckBox,
    QComboBox,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QRadioButton,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)

from captioner.app.model_choices import ModelChoices
from captioner.app.sound_check import SoundCheckOfThisMachine
from captioner.app.speed_book import MachineSpeeds
from captioner.core.speech import PassCost
from captioner.speech.model_store import ModelStore
from captioner.speech.whisper_speed import WhisperSpeed
from captioner.ui.contrast import READABLE, contrast
from captioner.ui.model_downloads import ModelDownloads
from captioner.ui.model_shelf import MachineFacts
from captioner.ui.outlined_style import OutlinedStyle
from captioner.ui.settings_dialog import SettingsParts
from captioner.ui.theme import DARK, LIGHT, Theme, palette_of
from captioner.ui.translations import Language, Translations

_TRANSLATIONS = Path(__file__).parents[2] / "resources" / "translations"

QUICK = (WhisperSpeed(8, PassCost(0.004, 0.004, 0.002), PassCost(0.025, 0.03, 0.005)),)
"""What the blank Whisper takes on a quick processor: nothing needs to be measured in these tests."""


@dataclass(frozen=True, slots=True)
class Look:
    """How the application is dressed."""

    theme: Theme
    language: Language
    scale: float

    def __str__(self) -> str:
        return f"{self.theme.name}-{self.language}-{self.scale:.0%}"


LOOKS = (
    Look(LIGHT, "en", 1.0),
    Look(DARK, "en", 2.0),
    Look(DARK, "zh_CN", 1.0),
    Look(LIGHT, "zh_TW", 2.0),
)
LAPTOP = MachineFacts(8, 16 << 30, "", 0)


def parts_in(folder: Path, machine: MachineFacts = LAPTOP) -> SettingsParts:
    """The real parts, with models in this folder, on a machine that is the same everywhere."""
    speeds = MachineSpeeds(folder)
    speeds.keep_probe(QUICK)
    shelf = ModelChoices(ModelStore(folder / "models"), speeds, lambda: machine)
    return SettingsParts(shelf, ModelDownloads(shelf), SoundCheckOfThisMachine(), folder / "Captions")


def controls_of(window: QWidget) -> list[QWidget]:
    """Everything that the keyboard reaches, shown or not; parts of a control count as the control."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.window() is window.window()  # a box's list is a window of its own
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(widget, QScrollArea)
        and not (isinstance(widget, QLineEdit) and widget.objectName().startswith("qt_"))
        and not isinstance(widget.parentWidget(), QKeySequenceEdit)
    ]


def without_names(window: QWidget) -> list[str]:
    """The controls that a screen reader could not name."""
    return [
        f"{type(control).__name__} {control.objectName()}"
        for control in controls_of(window)
        if not QAccessible.queryAccessibleInterface(control).text(QAccessible.Text.Name)
    ]


def clipped(window: QWidget) -> list[str]:
    """The shown texts that have less room than they need."""
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, (QLabel, QAbstractButton, QComboBox)):
            continue
        text = widget.currentText() if isinstance(widget, QComboBox) else widget.text()
        if not text:
            continue
        need = widget.minimumSizeHint()
        if isinstance(widget, QLabel) and widget.wordWrap():
            height, width = widget.heightForWidth(widget.width()), 1
            box = widget.fontMetrics().boundingRect(0, 0, widget.width(), 10_000, Qt.TextFlag.TextWordWrap, text)
            width = box.width()
        elif isinstance(widget, QComboBox):
            option = QStyleOptionComboBox()
            widget.initStyleOption(option)
            part = QStyle.SubControl.SC_ComboBoxEditField
            field = widget.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, widget)
            icon = widget.iconSize().width() if not widget.itemIcon(widget.currentIndex()).isNull() else 0
            lacking = widget.fontMetrics().horizontalAdvance(text) + icon - field.width()
            height, width = need.height(), widget.width() + max(lacking, 0)
        else:
            height, width = need.height(), need.width()
        if widget.height() < height - 1 or widget.width() < width - 1:
            found.append(f"{text!r}: {widget.width()}×{widget.height()} instead of {width}×{height}")
    return found


def beyond_the_edge(window: QWidget) -> list[str]:
    """Scroll areas that would have to be scrolled sideways."""
    return [
        area.accessibleName() or type(area).__name__
        for area in window.findChildren(QAbstractScrollArea)
        if area.isVisible() and area.horizontalScrollBar().maximum() > 0
    ]


def wait(ms: int) -> None:
    """Let Qt work; unlike QTest.qWait this lets other threads work too."""
    deadline = time.monotonic() + ms / 1000
    while time.monotonic() < deadline:
        QApplication.processEvents()
        time.sleep(0.005)


def until(done: Callable[[], bool], what: str, patience_s: float = 15) -> None:
    """Let Qt work until it is so."""
    deadline = time.monotonic() + patience_s
    while not done():
        if time.monotonic() > deadline:
            pytest.fail(f"waited in vain for {what}", pytrace=False)
        wait(20)


@contextmanager
def dressed(application: QApplication, look: Look) -> Iterator[None]:
    """The application in another theme, language and size of text, as ``app`` dresses it."""
    font, palette, locale = application.font(), application.palette(), QLocale()
    larger = QFont(font)
    larger.setPointSizeF(look.scale * font.pointSizeF())
    application.setFont(larger)
    translations = Translations(application, _TRANSLATIONS)
    translations.use(look.language)
    application.setStyle(OutlinedStyle())
    application.setPalette(palette_of(look.theme))
    try:
        yield
    finally:
        translations.use("en")
        application.setFont(font)
        application.setPalette(palette)
        QLocale.setDefault(locale)


def unreadable(window: QWidget) -> list[str]:
    """Shown texts whose ink is below 4.5:1 on their ground, as they were painted.

    The ink is the pixel most unlike the ground, which is the commonest pixel.
    """
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or widget.visibleRegion().isEmpty():
            continue
        if not isinstance(widget, (QLabel, QAbstractButton, QComboBox, QLineEdit)):
            continue
        text = widget.currentText() if isinstance(widget, QComboBox) else widget.text()
        if not text.strip():
            continue
        area = text_area(widget)
        picture = widget.grab(area).toImage().convertToFormat(QImage.Format.Format_RGB32)
        pixels = np.frombuffer(picture.constBits(), np.uint32).reshape(picture.height(), -1)[:, : picture.width()]
        colours, counts = np.unique(pixels & 0xFFFFFF, return_counts=True)
        ground = QColor(int(colours[counts.argmax()]))
        best = max(contrast(QColor(int(colour)), ground) for colour in colours)
        if best < READABLE:
            found.append(f"{text!r}: {best:.1f}:1")
    return found


def text_area(widget: QWidget) -> QRect:
    """Where the text is, without the widget's frame and its box to tick."""
    area = widget.rect().adjusted(4, 3, -4, -3)
    if isinstance(widget, (QCheckBox, QRadioButton)):
        area.setLeft(widget.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth) + 6)
    if isinstance(widget, QComboBox):
        area.setRight(area.right() - 20)
    return area
