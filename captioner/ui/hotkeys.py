"""Keys that work whatever program has the focus."""

import os
import sys
from collections.abc import Mapping
from typing import Literal, Protocol, get_args

from PySide6.QtCore import QCoreApplication, QKeyCombination, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence

from captioner.core.settings import ShortcutSettings

HotkeyAction = Literal["start_stop", "show_hide", "lock", "freeze"]
ACTIONS: tuple[HotkeyAction, ...] = get_args(HotkeyAction)


class HotkeyTakenError(Exception):
    """Another program has the key."""


class HotkeyUnknownError(Exception):
    """The keyboard has no such key, or the system does not give it."""


class KeyGrabber(Protocol):
    """A window system's way to global keys. All in the GUI thread."""

    def grab(self, number: int, keys: QKeyCombination) -> None:
        """Have the keys, under this number. Raises HotkeyTakenError or HotkeyUnknownError."""

    def release(self) -> None:
        """Give all keys back."""

    def close(self) -> None:
        """Give all back and let go of the system."""


class Hotkeys(QObject):
    """Holds the keys of the settings; ``pressed`` names the action. ``problems`` tells of those it could not have."""

    pressed = Signal(str)
    problems_changed = Signal()

    def __init__(self, parent: QObject | None = None, grabber: KeyGrabber | None = None) -> None:
        super().__init__(parent)
        self.limit = "" if grabber else limit_in_words()
        """Why this system has no global keys, "" where it has."""
        self._grabber = grabber or (None if self.limit else _grabber_of_this_system(self))
        if self._grabber is None and not self.limit:
            self.limit = _no_keys()
        self._held = ShortcutSettings(start_stop="", show_hide="", lock="", freeze="")
        self.problems: Mapping[str, str] = {}

    def apply(self, shortcuts: ShortcutSettings) -> None:
        """Have these keys, and only these."""
        if self._grabber is None or shortcuts == self._held:
            return
        self._held = shortcuts
        self._grabber.release()
        problems: dict[str, str] = {}
        for number, action in enumerate(ACTIONS):
            text: str = getattr(shortcuts, action)
            if not text:
                continue
            keys = QKeySequence(text, QKeySequence.SequenceFormat.PortableText)
            try:
                if keys.count() != 1:
                    raise HotkeyUnknownError
                self._grabber.grab(number, QKeyCombination(keys[0]))  # type: ignore[index]  # PySide6 has it
            except HotkeyTakenError:
                problems[action] = self.tr("Another program has %1.").replace("%1", _native(text))
            except HotkeyUnknownError:
                problems[action] = self.tr("This keyboard cannot give %1.").replace("%1", _native(text))
        if problems != self.problems:
            self.problems = problems
            self.problems_changed.emit()

    def press(self, number: int) -> None:
        """The window system saw the keys of this number."""
        if 0 <= number < len(ACTIONS):
            self.pressed.emit(ACTIONS[number])

    def close(self) -> None:
        """Give all keys back."""
        if self._grabber is not None:
            self._grabber.close()
            self._grabber = None


def limit_in_words() -> str:
    """Why there can be no global keys here, "" where there can."""
    name = QGuiApplication.platformName()
    if name.startswith("wayland") or (name == "xcb" and os.environ.get("WAYLAND_DISPLAY")):
        return QCoreApplication.translate(
            "Hotkeys", "Wayland gives programs no keys that work everywhere. Use the tray, or this window."
        )
    return "" if name in ("xcb", "windows", "cocoa") else _no_keys()


def modifiers_of(keys: QKeyCombination) -> tuple[bool, bool, bool, bool]:
    """Whether Shift, Control, Alt and Meta are among the keys, as Qt counts them."""
    held = keys.keyboardModifiers()
    wanted = (
        Qt.KeyboardModifier.ShiftModifier,
        Qt.KeyboardModifier.ControlModifier,
        Qt.KeyboardModifier.AltModifier,
        Qt.KeyboardModifier.MetaModifier,
    )
    shift, control, alt, meta = (bool(held & one) for one in wanted)
    return shift, control, alt, meta


def _no_keys() -> str:
    return QCoreApplication.translate(
        "Hotkeys", "This system gives programs no keys that work everywhere. Use the tray, or this window."
    )


def _native(text: str) -> str:
    return QKeySequence(text).toString(QKeySequence.SequenceFormat.NativeText)


def _grabber_of_this_system(hotkeys: Hotkeys) -> KeyGrabber | None:
    """None where the system's library is missing."""
    try:
        if sys.platform == "win32":
            from captioner.ui.hotkeys_windows import WindowsKeys

            return WindowsKeys(hotkeys.press)
        if sys.platform == "darwin":
            from captioner.ui.hotkeys_macos import CarbonKeys

            return CarbonKeys(hotkeys.press)
        from captioner.ui.hotkeys_x11 import X11Keys

        return X11Keys(hotkeys.press)
    except OSError:
        return None
