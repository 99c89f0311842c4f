"""How well text can be told from its ground: WCAG 2.2 relative luminance and contrast ratio."""

from PySide6.QtGui import QColor

READABLE = 4.5
"""The ratio that WCAG asks for text of any size (level AA)."""


def luminance(colour: QColor) -> float:
    """Relative luminance 0…1 of an opaque colour."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


def contrast(one: QColor, other: QColor) -> float:
    """Contrast ratio 1…21 of two opaque colours."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def over(top: QColor, ground: QColor) -> QColor:
    """What is seen where a translucent colour lies on an opaque one."""
    return mixed(ground, top, top.alphaF())


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """An opaque colour between two: ``share`` 0 is the one, 1 the other."""
    return QColor.fromRgbF(
        one.redF() + (other.redF() - one.redF()) * share,
        one.greenF() + (other.greenF() - one.greenF()) * share,
        one.blueF() + (other.blueF() - one.blueF()) * share,
    )


def worst_contrast(text: QColor, ground: QColor) -> float:
    """Contrast of text on a translucent ground with whatever lies behind: black and white are the extremes, but
    where the text's luminance is between what these give, something behind hides it."""
    behind = [luminance(over(ground, QColor(shade))) for shade in ("black", "white")]
    own = luminance(text)
    if min(behind) <= own <= max(behind):
        return 1.0
    return min(contrast(text, over(ground, QColor(shade))) for shade in ("black", "white"))
