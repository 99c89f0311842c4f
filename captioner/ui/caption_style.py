"""How captions look, in Qt's terms, from the settings; presets.

The choices are those of 47 CFR 79.103(c): eight colours, opacities of text, background and window, size 50…200 %,
eight font styles, five edges.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

import msgspec
from PySide6.QtGui import QColor, QFont

from captioner.core.settings import CaptionColour, CaptionEdge, CaptionFont, OverlaySettings
from captioner.ui.contrast import READABLE, mixed, worst_contrast
from captioner.ui.fonts import caption_font

BASE_POINTS = 20.0
"""Height of text at 100 %; points follow the system's text scale."""

COLOURS: Final[Mapping[CaptionColour, str]] = MappingProxyType(
    {
        "white": "#ffffff",
        "black": "#000000",
        "red": "#ff0000",
        "green": "#00ff00",
        "blue": "#0000ff",
        "yellow": "#ffff00",
        "magenta": "#ff00ff",
        "cyan": "#00ffff",
    }
)

Preset = Literal["classic", "high contrast", "yellow on black", "large"]

_PRESETS: Final[Mapping[Preset, OverlaySettings]] = MappingProxyType(
    {
        "classic": OverlaySettings(),
        "high contrast": OverlaySettings(window_opacity=100, edge="uniform", second_colour="cyan"),
        "yellow on black": OverlaySettings(text_colour="yellow", second_colour="white", window_opacity=100),
        "large": OverlaySettings(size=160, lines=3),
    }
)
PRESETS: Final[tuple[Preset, ...]] = tuple(_PRESETS)

_LOOKS: Final = (
    "font",
    "size",
    "text_colour",
    "text_opacity",
    "second_colour",
    "background_colour",
    "background_opacity",
    "window_colour",
    "window_opacity",
    "edge",
    "lines",
)
_DEEPEST_DIM = 0.45
"""Tentative text is mixed with its ground by this share, or less where it could not be read then."""


def with_preset(settings: OverlaySettings, preset: Preset) -> OverlaySettings:
    """The settings with the looks of a preset; "classic" resets. Place, lock and behaviour stay."""
    looks = _PRESETS[preset]
    return msgspec.structs.replace(settings, **{name: getattr(looks, name) for name in _LOOKS})


def preset_of(settings: OverlaySettings) -> Preset | None:
    """The preset that these looks are, None for the user's own."""
    return next((name for name in PRESETS if with_preset(settings, name) == settings), None)


@dataclass(frozen=True, slots=True)
class CaptionStyle:
    """What painting needs. ``ground`` is what lies directly behind the text, window and background together."""

    font: CaptionFont
    points: float
    texts: tuple[QColor, QColor]
    tentatives: tuple[QColor, QColor]
    background: QColor
    window: QColor
    ground: QColor
    edge: CaptionEdge

    def text_font(self, han: str) -> QFont:
        """The font for text with these forms of Han characters (see ``fonts.han_form``)."""
        return caption_font(self.font, han, self.points)

    def edge_colour(self, text: QColor) -> QColor:
        """Edges are of the shade that the text is not."""
        colour = QColor("black") if text.lightnessF() > 0.25 else QColor("white")
        colour.setAlphaF(text.alphaF())
        return colour


def style_of(settings: OverlaySettings) -> CaptionStyle:
    """The style that the settings stand for."""
    background = _coloured(settings.background_colour, settings.background_opacity)
    window = _coloured(settings.window_colour, settings.window_opacity)
    ground = _together(background, window)
    texts = (
        _coloured(settings.text_colour, settings.text_opacity),
        _coloured(settings.second_colour, settings.text_opacity),
    )
    return CaptionStyle(
        font=settings.font,
        points=BASE_POINTS * settings.size / 100,
        texts=texts,
        tentatives=(_dimmed(texts[0], ground), _dimmed(texts[1], ground)),
        background=background,
        window=window,
        ground=ground,
        edge=settings.edge,
    )


def _coloured(colour: CaptionColour, opacity_percent: int) -> QColor:
    value = QColor(COLOURS[colour])
    value.setAlphaF(opacity_percent / 100)
    return value


def _together(top: QColor, below: QColor) -> QColor:
    """One translucent colour for two that lie on each other (Porter and Duff's "over")."""
    alpha = top.alphaF() + below.alphaF() * (1 - top.alphaF())
    if alpha == 0:
        return QColor(0, 0, 0, 0)
    share = below.alphaF() * (1 - top.alphaF()) / alpha
    colour = mixed(top, below, share)
    colour.setAlphaF(alpha)
    return colour


def _dimmed(text: QColor, ground: QColor) -> QColor:
    """The colour of tentative text: dimmer, but never below what can be read if the solid one can."""
    opaque_ground = QColor(ground.rgb())
    for percent in range(round(_DEEPEST_DIM * 100), 0, -5):
        colour = mixed(text, opaque_ground, percent / 100)
        if worst_contrast(colour, ground) >= READABLE:
            break
    else:  # a ground through which anything may be seen, or a choice of colours that has no room
        colour = mixed(text, opaque_ground, 0.25)
    colour.setAlphaF(text.alphaF())
    return colour
