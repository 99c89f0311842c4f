"""The settings as the dialog's pages edit them: one tree, told to all of them when it changes."""

import msgspec
from PySide6.QtCore import QObject, Signal

from captioner.core.settings import Settings


class SettingsDraft(QObject):
    """``changed`` tells of every new tree, ``edited`` of those that come from the user in the dialog."""

    changed = Signal(Settings)
    edited = Signal(Settings)

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings

    @property
    def settings(self) -> Settings:
        """The tree as it is now."""
        return self._settings

    def change(self, branch: str, **values: object) -> None:
        """The user gave some values of a branch."""
        changed = msgspec.structs.replace(getattr(self._settings, branch), **values)
        new = msgspec.structs.replace(self._settings, **{branch: changed})
        if new != self._settings:
            self._settings = new
            self.changed.emit(new)
            self.edited.emit(new)

    def take(self, settings: Settings) -> None:
        """The settings were changed elsewhere."""
        if settings != self._settings:
            self._settings = settings
            self.changed.emit(settings)
