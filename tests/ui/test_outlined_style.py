from collections.abc import Callable

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QPushButton, QRadioButton, QWidget

from captioner.ui.contrast import contrast
from captioner.ui.outlined_style import OutlinedStyle
from captioner.ui.theme import DARK, LIGHT, Theme, palette_of

_VISIBLE = 3.0
"""WCAG 1.4.11 for parts of controls."""


def _pressed() -> QPushButton:
    button = QPushButton()
    button.setCheckable(True)
    button.setChecked(True)
    return button


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: str(theme.name))
@pytest.mark.parametrize("make", [QCheckBox, QRadioButton, QLineEdit, _pressed])
def test_an_empty_control_has_an_outline_that_can_be_seen(
    qapp: QApplication, theme: Theme, make: Callable[[], QWidget]
) -> None:
    holder = QWidget()
    control = make()
    control.setParent(holder)
    holder.setPalette(palette_of(theme))
    style = OutlinedStyle()
    style.setParent(holder)
    control.setStyle(style)
    control.resize(60, 30)
    picture = control.grab().toImage()
    row = [picture.pixelColor(x, picture.height() // 2) for x in range(20)]
    assert max(contrast(one, QColor(theme.window)) for one in row) >= _VISIBLE
