"""Where the overlay is: on which screen, how far from its edges; kept for each screen, sane when one goes away.

Everything here is geometry in logical pixels and knows no window.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QScreen

from captioner.core.settings import Dock, OverlayPlace

SNAP = 24
"""So near to the top or bottom edge the overlay docks."""
MARGIN = 16
"""Between a docked overlay and its edge."""
MIN_WIDTH = 240
_MAX_DEFAULT_WIDTH = 1100
_KEPT = 16
_GRIP = 60
"""So much of the overlay must be on a screen for it to be found and dragged."""


@dataclass(frozen=True, slots=True)
class Display:
    """A screen as placement sees it: a lasting name, and the part of it that panels leave."""

    key: str
    area: QRect


@dataclass(frozen=True, slots=True)
class Spot:
    """Left top corner, width, and the edge that the overlay keeps to."""

    left: int
    top: int
    width: int
    dock: Dock


def display_of(screen: QScreen) -> Display:
    """The screen under a name by which it is known again: two of the same model differ by serial number or place."""
    full = screen.geometry()
    parts = (screen.name(), screen.manufacturer(), screen.model(), screen.serialNumber())
    size = f"{full.width()}x{full.height()}+{full.x()}+{full.y()}"
    return Display(f"{' '.join(part for part in parts if part)} {size}"[-500:], screen.availableGeometry())


def default_spot(area: QRect, height: int) -> Spot:
    """At the bottom, in the middle."""
    width = min(_MAX_DEFAULT_WIDTH, area.width() - 2 * MARGIN)
    return Spot(area.center().x() - width // 2, area.bottom() + 1 - MARGIN - height, width, "bottom")


def spot_for(places: Sequence[OverlayPlace], displays: Sequence[Display], height: int) -> Spot:
    """Where the overlay goes: the latest place of which the screen is there, else the default on the first one."""
    areas = {display.key: display.area for display in reversed(displays)}
    for place in places:
        if area := areas.get(place.screen):
            spot = Spot(area.left() + place.left, area.top() + place.top, place.width, place.dock)
            return within(spot, area, height)
    return default_spot(displays[0].area, height)


def remembered(places: Sequence[OverlayPlace], display: Display, spot: Spot) -> tuple[OverlayPlace, ...]:
    """The places with this one put first."""
    place = OverlayPlace(
        screen=display.key,
        left=spot.left - display.area.left(),
        top=spot.top - display.area.top(),
        width=spot.width,
        dock=spot.dock,
    )
    return (place, *(other for other in places if other.screen != display.key))[:_KEPT]


def within(spot: Spot, area: QRect, height: int) -> Spot:
    """The spot moved and narrowed so that it lies in the area; a docked one at its edge."""
    width = max(min(MIN_WIDTH, area.width()), min(spot.width, area.width()))
    left = min(max(spot.left, area.left()), area.right() + 1 - width)
    top = min(spot.top, area.bottom() + 1 - height)
    if spot.dock == "bottom":
        top = area.bottom() + 1 - MARGIN - height
    elif spot.dock == "top":
        top = area.top() + MARGIN
    return Spot(left, max(top, area.top()), width, spot.dock)


def snapped(rect: QRect, area: QRect) -> Spot:
    """Where an overlay that is dragged to ``rect`` comes to lie."""
    spot = Spot(rect.left(), rect.top(), rect.width(), "none")
    if rect.top() - area.top() <= SNAP:
        spot = Spot(rect.left(), rect.top(), rect.width(), "top")
    elif area.bottom() - rect.bottom() <= SNAP:
        spot = Spot(rect.left(), rect.top(), rect.width(), "bottom")
    if spot.dock == "none":
        left = min(max(spot.left, area.left() + _GRIP - rect.width()), area.right() + 1 - _GRIP)
        return Spot(left, spot.top, spot.width, "none")
    return within(spot, area, rect.height())


def resized(spot: Spot, height_before: int, height: int, area: QRect) -> Spot:
    """The spot for another height: a docked overlay stays at its edge, another keeps the edge that is nearer to the
    screen's."""
    if spot.dock == "none" and spot.top + height_before / 2 > area.center().y():
        spot = Spot(spot.left, spot.top + height_before - height, spot.width, "none")
    return within(spot, area, height)


def under(displays: Sequence[Display], rect: QRect) -> Display:
    """The screen that shows most of the rectangle, or the nearest."""

    def shown(display: Display) -> tuple[int, int]:
        common = display.area.intersected(rect)
        offset: QPoint = display.area.center() - rect.center()
        return common.width() * common.height() if common.isValid() else 0, -offset.manhattanLength()

    return max(displays, key=shown)


def size_of(spot: Spot, height: int) -> QSize:
    """Width and height together."""
    return QSize(spot.width, height)
