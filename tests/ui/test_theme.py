import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from captioner.ui.contrast import READABLE, contrast
from captioner.ui.overlay_controls import GROUND
from captioner.ui.overlay_notice import COLOURS, INK, SOFT_INK
from captioner.ui.theme import DARK, LIGHT, Theme, Themes

_GROUNDS = ("window", "panel", "stripe")
_INKS = ("ink", "soft_ink", "disabled_ink", "link", "good", "warning", "error")


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", _GROUNDS)
@pytest.mark.parametrize("ink", _INKS)
def test_every_ink_is_readable_on_every_ground(theme: Theme, ground: str, ink: str) -> None:
    assert contrast(QColor(getattr(theme, ink)), QColor(getattr(theme, ground))) >= READABLE


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_the_accent_carries_its_ink_and_borders_are_seen(theme: Theme) -> None:
    assert contrast(QColor(theme.accent_ink), QColor(theme.accent)) >= READABLE
    for ground in ("window", "panel"):
        assert contrast(QColor(theme.line), QColor(getattr(theme, ground))) >= 3


def test_notices_are_readable() -> None:
    for colour in (INK, SOFT_INK, *COLOURS.values()):
        assert contrast(colour, GROUND) >= READABLE


def test_the_user_turns_the_theme_and_windows_hear_of_it(qapp: QApplication) -> None:
    before, style = qapp.palette(), qapp.style().objectName()
    themes = Themes(qapp, "light")
    heard: list[Theme] = []
    themes.changed.connect(heard.append)
    try:
        for choice, theme in (("dark", DARK), ("light", LIGHT)):
            themes.choose(choice)  # type: ignore[arg-type]
            assert themes.theme is theme
            assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(theme.window)
        assert heard == [DARK, LIGHT]
    finally:
        themes.deleteLater()
        qapp.setStyle(style)
        qapp.setPalette(before)
