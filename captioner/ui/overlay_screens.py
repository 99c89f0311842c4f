"""The overlay's spot on the screens that are there, followed when they come and go."""

from typing import cast

from PySide6.QtCore import QObject, QPoint, QRect, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen

from captioner.core.settings import OverlayPlace
from captioner.ui.overlay_placement import (
    Display,
    Spot,
    display_of,
    remembered,
    resized,
    snapped,
    spot_for,
    under,
    within,
)

_SETTLE_MS = 250
"""Screens that change come and go several times before they stand."""


class ScreenSpot(QObject):
    """Where the overlay is. ``moved`` tells that it must go elsewhere because the screens changed."""

    moved = Signal()

    def __init__(self, places: tuple[OverlayPlace, ...], height: int, parent: QObject) -> None:
        super().__init__(parent)
        self.places = places
        self._height = height
        self._displays = _displays()
        self._spot = spot_for(places, self._displays, height)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._screens_changed)
        application = cast(QGuiApplication, QGuiApplication.instance())
        application.screenAdded.connect(self._watch)
        application.screenRemoved.connect(self._settle.start)
        application.primaryScreenChanged.connect(self._settle.start)
        for screen in QGuiApplication.screens():
            self._watch(screen)

    @property
    def rect(self) -> QRect:
        """The overlay's rectangle."""
        return QRect(self._spot.left, self._spot.top, self._spot.width, self._height)

    @property
    def area(self) -> QRect:
        """What panels leave of the screen that it is on."""
        return self._display.area

    def put(self, places: tuple[OverlayPlace, ...]) -> None:
        """Go where the places say."""
        self.places = places
        self._spot = spot_for(places, self._displays, self._height)

    def set_height(self, height: int) -> None:
        """Keep to the edge that it keeps to, with another height."""
        self._spot = resized(self._spot, self._height, height, self.area)
        self._height = height

    def drag(self, rect: QRect, cursor: QPoint) -> None:
        """Follow the mouse; near an edge of the mouse's screen, dock."""
        self._spot = snapped(rect, under(self._displays, QRect(cursor, cursor)).area)

    def stretch(self, rect: QRect) -> None:
        """Take this rectangle; it docks when the mouse lets go."""
        self._height = rect.height()
        self._spot = within(Spot(rect.left(), rect.top(), rect.width(), "none"), self.area, rect.height())

    def drop(self, rect: QRect) -> tuple[OverlayPlace, ...]:
        """Stay where it was put, docked if it is near an edge; all places, with this one first."""
        self._spot = Spot(rect.left(), rect.top(), rect.width(), "none")
        display = self._display
        self._spot = snapped(rect, display.area)
        self.places = remembered(self.places, display, self._spot)
        return self.places

    @property
    def _display(self) -> Display:
        return under(self._displays, self.rect)

    def _watch(self, screen: QScreen) -> None:
        screen.availableGeometryChanged.connect(self._settle.start)
        self._settle.start()

    def _screens_changed(self) -> None:
        """Back to the latest place of which the screen is there; nothing is remembered of being moved so."""
        displays = _displays()
        if not displays or displays == self._displays:
            return
        self._displays = displays
        self._spot = spot_for(self.places, displays, self._height)
        self.moved.emit()


def _displays() -> list[Display]:
    """The screens, the primary one first."""
    primary = QGuiApplication.primaryScreen()
    return [display_of(screen) for screen in sorted(QGuiApplication.screens(), key=lambda one: one is not primary)]
