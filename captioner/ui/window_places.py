"""The places of the main window beside their rail; the library's page is made when somebody first goes there."""

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from captioner.ui.notice_bar import NoticeBar
from captioner.ui.places import Place, PlaceRail

if TYPE_CHECKING:
    from captioner.ui.library_page import LibraryPage


class WindowPlaces(QWidget):
    """``live`` is the room for what is captioned now; the owner lays it out and puts ``live_column`` into it.

    Notices stand above what the user sees: they move along from place to place. Without ``use_library`` there is one
    place, and no rail.
    """

    def __init__(self, notices: NoticeBar) -> None:
        super().__init__()
        self._notices = notices
        self._make: Callable[[], LibraryPage] | None = None
        self._page: LibraryPage | None = None
        self.live = QWidget()
        self.live_column = QVBoxLayout()
        self.live_column.setSpacing(8)
        self.live_column.addWidget(notices)
        library = QWidget()
        self._library_column = QVBoxLayout(library)
        self._library_column.setContentsMargins(12, 16, 16, 16)
        self._library_column.setSpacing(8)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.live)
        self._stack.addWidget(library)
        self.rail = PlaceRail(self)
        self.rail.chosen.connect(lambda place: self.go_to(cast(Place, place)))
        self.rail.set_offered(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self._stack, 1)

    def use_library(self, make: "Callable[[], LibraryPage]") -> None:
        """From now on there is a library; ``make`` gives its page when somebody first goes there."""
        self._make = make
        self.rail.set_offered(True)

    @property
    def place(self) -> Place:
        """Where the user is."""
        return "live" if self._stack.currentWidget() is self.live else "library"

    @property
    def library(self) -> "LibraryPage | None":
        """The page of the library, None while nobody has been there."""
        return self._page

    def go_to(self, place: Place) -> None:
        """Show a place, and give it the keyboard."""
        if place == "library" and self._page is None:
            if self._make is None:
                return
            self._page = self._make()
            self._library_column.addWidget(self._page, 1)
        self.rail.show_place(place)
        (self.live_column if place == "live" else self._library_column).insertWidget(0, self._notices)
        self._stack.setCurrentIndex(0 if place == "live" else 1)
        if place == "library" and self._page is not None:
            self._page.arrive()
        elif self.live.focusProxy() is not None:
            self.live.setFocus(Qt.FocusReason.OtherFocusReason)
