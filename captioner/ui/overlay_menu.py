"""The menu of the overlay: what the buttons do, in words, and what has no button."""

from typing import Protocol

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMenu, QWidget


class Captions(Protocol):
    """What the menu acts on."""

    @property
    def frozen(self) -> bool:
        """Whether the text is held."""

    def copy(self) -> None:
        """Copy the selected text, or all of it."""

    def select_all(self) -> None:
        """Select all text."""

    def set_frozen(self, frozen: bool) -> None:
        """Hold the text, or follow the newest."""

    def change_size(self, steps: int) -> None:
        """Larger or smaller text."""

    def set_locked(self, locked: bool) -> None:
        """Let clicks through."""

    def set_shown(self, shown: bool) -> None:
        """Show or hide."""


def overlay_menu(captions: Captions, parent: QWidget) -> QMenu:
    """A menu that goes when it is closed, with the actions of the parent at its end."""
    translate = QCoreApplication.translate
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.addAction(translate("Overlay", "Copy"), captions.copy)
    menu.addAction(translate("Overlay", "Select all"), captions.select_all)
    frozen = menu.addAction(translate("Overlay", "Freeze"), lambda: captions.set_frozen(not captions.frozen))
    frozen.setCheckable(True)
    frozen.setChecked(captions.frozen)
    menu.addSeparator()
    menu.addAction(translate("Overlay", "Larger text"), lambda: captions.change_size(1))
    menu.addAction(translate("Overlay", "Smaller text"), lambda: captions.change_size(-1))
    menu.addSeparator()
    menu.addAction(translate("Overlay", "Lock: clicks go through"), lambda: captions.set_locked(True))
    menu.addAction(translate("Overlay", "Hide the captions"), lambda: captions.set_shown(False))
    menu.addSeparator()
    for action in parent.actions():
        action.setShortcutVisibleInContextMenu(False)  # keys go to other windows, never to the overlay
        menu.addAction(action)
    return menu
