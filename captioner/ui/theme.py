"""Light and dark: the colours of the windows, following the system or as the user chose."""

from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

ThemeChoice = Literal["auto", "light", "dark"]


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of a theme, as #rrggbb. Every ink is readable on every ground that it is named with."""

    name: Literal["light", "dark"]
    window: str
    panel: str
    """Lists, fields, cards."""
    stripe: str
    """Every second row of a list; hovered rows."""
    line: str
    """Borders that carry meaning (fields, buttons): at least 3:1 on window and panel."""
    ink: str
    soft_ink: str
    """Times, hints."""
    disabled_ink: str
    accent: str
    """Selections and the main button."""
    accent_ink: str
    """On the accent."""
    link: str
    good: str
    warning: str
    error: str
    """These three as ink on window, panel and stripe."""
    mark: str
    """Ground of what a search found, below ink."""


LIGHT: Final = Theme(
    name="light",
    window="#f3f3f5",
    panel="#ffffff",
    stripe="#ebebef",
    line="#85858c",
    ink="#1b1b1f",
    soft_ink="#55555c",
    disabled_ink="#66666d",
    accent="#1f5fbf",
    accent_ink="#ffffff",
    link="#1a56b0",
    good="#176b3a",
    warning="#7d4e00",
    error="#b3261e",
    mark="#ffe08a",
)
DARK: Final = Theme(
    name="dark",
    window="#1e1f22",
    panel="#27282c",
    stripe="#303136",
    line="#7d7e86",
    ink="#f0f0f3",
    soft_ink="#b9bac2",
    disabled_ink="#b4b5bd",
    accent="#2f6fd0",
    accent_ink="#ffffff",
    link="#8ab8ff",
    good="#6fd49a",
    warning="#ffc24b",
    error="#ff9d97",
    mark="#6b5200",
)


def theme_of(palette: QPalette) -> Theme:
    """The theme that a palette is of."""
    return DARK if palette.color(QPalette.ColorRole.Window).lightnessF() < 0.5 else LIGHT


def palette_of(theme: Theme) -> QPalette:
    """The theme as Qt's palette."""
    role = QPalette.ColorRole
    palette = QPalette()
    for where, colour in (
        (role.Window, theme.window),
        (role.WindowText, theme.ink),
        (role.Base, theme.panel),
        (role.AlternateBase, theme.stripe),
        (role.Text, theme.ink),
        (role.PlaceholderText, theme.soft_ink),
        (role.Button, theme.stripe),
        (role.ButtonText, theme.ink),
        (role.BrightText, theme.error),
        (role.ToolTipBase, theme.panel),
        (role.ToolTipText, theme.ink),
        (role.Highlight, theme.accent),
        (role.HighlightedText, theme.accent_ink),
        (role.Link, theme.link),
        (role.LinkVisited, theme.link),
        (role.Accent, theme.accent),
        (role.Mid, theme.line),
    ):
        palette.setColor(where, QColor(colour))
    for where in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, where, QColor(theme.disabled_ink))
    return palette


class Themes(QObject):
    """Gives the application its palette, and another when the system or the user turns to the other theme.

    The style is to be Fusion, which takes all its colours from the palette.
    """

    changed = Signal(Theme)

    def __init__(self, application: QApplication, choice: ThemeChoice = "auto") -> None:
        super().__init__(application)
        self._application = application
        self._choice: ThemeChoice = choice
        self._theme: Theme | None = None
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow)
        self._follow()

    @property
    def theme(self) -> Theme:
        """The theme that is shown."""
        return self._theme or LIGHT

    def outline(self) -> None:
        """Draw outlines that can be seen. Not at once: Python alone needs a twentieth of the launch for Qt's styles."""
        from captioner.ui.outlined_style import OutlinedStyle

        self._application.setStyle(OutlinedStyle())

    def choose(self, choice: ThemeChoice) -> None:
        """Follow the system, or don't."""
        self._choice = choice
        self._follow()

    def _follow(self) -> None:
        dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        wanted = DARK if self._choice == "dark" or (self._choice == "auto" and dark) else LIGHT
        if wanted is not self._theme:
            self._theme = wanted
            self._application.setPalette(palette_of(wanted))
            self.changed.emit(wanted)
