"""Settings page: how captions look on the screen, with a preview painted as the overlay paints them."""

from typing import get_args

from PySide6.QtCore import QCoreApplication, QRect, QSize
from PySide6.QtGui import QColor, QIcon, QLinearGradient, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QComboBox, QFormLayout, QGridLayout, QPushButton, QWidget

from captioner.core.caption import Caption
from captioner.core.settings import (
    CaptionColour,
    CaptionEdge,
    CaptionFont,
    OverlaySettings,
    Settings,
)
from captioner.core.sound import SAMPLE_RATE
from captioner.ui.caption_style import COLOURS, PRESETS, Preset, preset_of, style_of, with_preset
from captioner.ui.overlay_lines import CaptionRows
from captioner.ui.settings_draft import SettingsDraft
from captioner.ui.settings_form import SettingsPage

_PAD, _MARGIN, _RADIUS = 8, 12, 10
_MOST_LINES = 3
"""More would push the controls off the page."""


class CaptionPreview(QWidget):
    """Sample captions over a picture of light and dark, by the overlay's own painting."""

    def __init__(self, settings: OverlaySettings, preferred_han: str) -> None:
        super().__init__()
        self._settings = settings
        self._rows = CaptionRows(style_of(settings), self._lines, preferred_han)
        self._rows.setParent(self)
        self.setAccessibleName(QCoreApplication.translate("CaptionPreview", "Preview of the captions"))
        self._said = 0
        self._say()

    @property
    def rows(self) -> CaptionRows:
        """The rows that it shows."""
        return self._rows

    def apply(self, settings: OverlaySettings) -> None:
        """Show other looks at once."""
        before, self._settings = self._settings, settings
        self._rows.restyle(style_of(settings), self._lines)
        if settings.show_names != before.show_names:
            self._say()
        self.updateGeometry()
        self._place()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """As high as its rows."""
        return QSize(360, self._lines * self._rows.row_height + 2 * (_PAD + _MARGIN))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """All rows, whatever the width."""
        return QSize(120, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """The rows take the width."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """What may lie behind captions, and the overlay's window."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        behind = QLinearGradient(0, 0, self.width(), 0)
        for place, colour in ((0.0, "#f4f1ea"), (0.45, "#c3cfd9"), (0.55, "#5b6b7a"), (1.0, "#14181d")):
            behind.setColorAt(place, QColor(colour))
        painter.fillRect(self.rect(), behind)
        painter.setPen(QColor(0, 0, 0, 0))
        painter.setBrush(style_of(self._settings).window)
        painter.drawRoundedRect(self._window(), _RADIUS, _RADIUS)
        painter.end()

    @property
    def _lines(self) -> int:
        return min(self._settings.lines, _MOST_LINES)

    def _window(self) -> QRect:
        return self.rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)

    def _place(self) -> None:
        self._rows.setGeometry(self._window().adjusted(0, _PAD, 0, -_PAD))

    def _say(self) -> None:
        """Two speakers; the second has just begun and is not certain yet."""
        translate = QCoreApplication.translate
        names = {
            "mic": translate("CaptionPreview", "You"),
            "system": translate("CaptionPreview", "Others"),
        }
        self._rows.set_names(names, self._settings.show_names)
        for track, stable, tentative in (
            ("mic", translate("CaptionPreview", "Shall we begin?"), ""),
            ("system", translate("CaptionPreview", "Yes, everyone"), translate("CaptionPreview", " is here now")),
        ):
            self._said += 1
            start = self._said * 10 * SAMPLE_RATE
            self._rows.show_caption(
                Caption(self._said, track, 0, stable, tentative, not tentative, start, start + SAMPLE_RATE, 0.5)
            )
        self._rows.freeze(False)


class OverlayPage(SettingsPage):
    """The choices of 47 CFR 79.103(c), presets, and how the overlay behaves."""

    def __init__(self, draft: SettingsDraft, preferred_han: str) -> None:
        super().__init__(draft)
        self.preview = CaptionPreview(draft.settings.overlay, preferred_han)
        self._showers.append(lambda settings: self.preview.apply(settings.overlay))
        self.presets: dict[Preset, QPushButton] = {}
        presets = QWidget()
        grid = QGridLayout(presets)
        grid.setContentsMargins(0, 0, 0, 0)
        for index, name in enumerate(PRESETS):
            button = QPushButton(self._preset_named(name))
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, name=name: self._use(name))
            grid.addWidget(button, index // 2, index % 2)
            self.presets[name] = button
        looks = self.add_section(self.tr("Looks"))
        looks.addRow(presets)
        self._showers.append(self._show_preset)
        self._add_text(self.add_section(self.tr("Text")))
        self._add_grounds(self.add_section(self.tr("Behind the text")))
        self._add_behaviour(self.add_section(self.tr("Behaviour")))
        self.column.addStretch()
        self.show_settings(draft.settings)

    def _add_text(self, form: QFormLayout) -> None:
        self.add_choice(form, self.tr("Font"), "overlay", "font", self._fonts())
        self.add_percent(form, self.tr("Size"), "overlay", "size", (50, 200), 10)
        self.add_number(form, self.tr("Lines"), "overlay", "lines", (1, 8))
        self._add_colour(form, self.tr("Colour"), "text_colour")
        self._add_colour(form, self.tr("Colour of the second speaker"), "second_colour")
        self.add_percent(form, self.tr("Opacity of the text"), "overlay", "text_opacity", (25, 100))
        self.add_choice(form, self.tr("Edges"), "overlay", "edge", self._edges())

    def _add_grounds(self, form: QFormLayout) -> None:
        self._add_colour(form, self.tr("Box behind each line"), "background_colour")
        self.add_percent(form, self.tr("Opacity of the box"), "overlay", "background_opacity", (0, 100))
        self._add_colour(form, self.tr("Window"), "window_colour")
        self.add_percent(form, self.tr("Opacity of the window"), "overlay", "window_opacity", (0, 100))

    def _add_behaviour(self, form: QFormLayout) -> None:
        self.add_check(form, self.tr("Name the speakers where there are two"), "overlay", "show_names")
        fade = self.add_number(
            form, self.tr("Fade out after a silence of"), "overlay", "fade_after_s", (0, 600), step=5
        )
        fade.setSuffix(self.tr(" s"))
        fade.setSpecialValueText(self.tr("Never"))
        self.add_check(
            form,
            self.tr("Lock: clicks go through"),
            "overlay",
            "locked",
            self.tr("The tray and the shortcut unlock it again."),
        )
        self.add_check(
            form,
            self.tr("Hide it from screen sharing (best effort)"),
            "overlay",
            "hide_from_sharing",
            self.tr("Works on Windows 10 and later. Newer systems of Apple ignore it, Linux has no such thing."),
        )

    def _add_colour(self, form: QFormLayout, label: str, name: str) -> QComboBox:
        box = self.add_choice(form, label, "overlay", name, [(one, self._colour_named(one)) for one in COLOURS])
        side = self.fontMetrics().height()
        box.setIconSize(QSize(side, side))
        for index in range(box.count()):
            box.setItemIcon(index, _swatch(COLOURS[box.itemData(index)], side, self.devicePixelRatioF()))
        return box

    def _use(self, preset: Preset) -> None:
        looks = with_preset(self.draft.settings.overlay, preset)
        self.draft.change("overlay", **{name: getattr(looks, name) for name in OverlaySettings.__struct_fields__})
        self._show_preset(self.draft.settings)

    def _show_preset(self, settings: Settings) -> None:
        chosen = preset_of(settings.overlay)
        for name, button in self.presets.items():
            button.setChecked(name == chosen)

    def _preset_named(self, preset: Preset) -> str:
        return {
            "classic": self.tr("Classic (reset)"),
            "high contrast": self.tr("High contrast"),
            "yellow on black": self.tr("Yellow on black"),
            "large": self.tr("Large"),
        }[preset]

    def _colour_named(self, colour: CaptionColour) -> str:
        return {
            "white": self.tr("White"),
            "black": self.tr("Black"),
            "red": self.tr("Red"),
            "green": self.tr("Green"),
            "blue": self.tr("Blue"),
            "yellow": self.tr("Yellow"),
            "magenta": self.tr("Magenta"),
            "cyan": self.tr("Cyan"),
        }[colour]

    def _fonts(self) -> list[tuple[CaptionFont, str]]:
        names = {
            "default": self.tr("Usual"),
            "mono-serif": self.tr("Typewriter with serifs"),
            "serif": self.tr("With serifs"),
            "mono-sans": self.tr("Typewriter without serifs"),
            "sans": self.tr("Without serifs"),
            "casual": self.tr("Casual"),
            "cursive": self.tr("Cursive"),
            "small-caps": self.tr("Small capitals"),
        }
        return [(font, names[font]) for font in get_args(CaptionFont)]

    def _edges(self) -> list[tuple[CaptionEdge, str]]:
        names = {
            "none": self.tr("None"),
            "raised": self.tr("Raised"),
            "depressed": self.tr("Depressed"),
            "uniform": self.tr("Outline"),
            "shadow": self.tr("Drop shadow"),
        }
        return [(edge, names[edge]) for edge in get_args(CaptionEdge)]


def _swatch(colour: str, side: int, ratio: float) -> QIcon:
    """A square of the colour, with a border that shows on any ground."""
    picture = QPixmap(round(side * ratio), round(side * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(QColor("#808086"))
    painter = QPainter(picture)
    painter.fillRect(1, 1, side - 2, side - 2, QColor(colour))
    painter.end()
    return QIcon(picture)
