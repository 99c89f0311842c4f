"""Global keys on Windows: RegisterHotKey, whose messages come to the GUI thread. Written to the documentation; it has
not run on a Windows machine yet."""

import ctypes
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QKeyCombination, Qt

from captioner.ui.hotkeys import HotkeyTakenError, HotkeyUnknownError, modifiers_of

_WM_HOTKEY = 0x0312
_ALT, _CONTROL, _SHIFT, _WIN, _NO_REPEAT = 1, 2, 4, 8, 0x4000
_ALREADY_REGISTERED = 1409
_VIRTUAL_KEYS = {
    Qt.Key.Key_Escape: 0x1B, Qt.Key.Key_Tab: 0x09, Qt.Key.Key_Backspace: 0x08, Qt.Key.Key_Return: 0x0D,
    Qt.Key.Key_Insert: 0x2D, Qt.Key.Key_Delete: 0x2E, Qt.Key.Key_Pause: 0x13, Qt.Key.Key_Space: 0x20,
    Qt.Key.Key_Home: 0x24, Qt.Key.Key_End: 0x23, Qt.Key.Key_Left: 0x25, Qt.Key.Key_Up: 0x26,
    Qt.Key.Key_Right: 0x27, Qt.Key.Key_Down: 0x28, Qt.Key.Key_PageUp: 0x21, Qt.Key.Key_PageDown: 0x22,
}  # fmt: skip
_FIRST_F_KEY = 0x70


class _Message(ctypes.Structure):
    """The beginning of MSG."""

    _fields_ = (
        ("window", ctypes.c_void_p),
        ("message", ctypes.c_uint),
        ("wparam", ctypes.c_size_t),
        ("lparam", ctypes.c_ssize_t),
    )


def virtual_key_of(key: Qt.Key) -> int:
    """The virtual key of one of Qt's keys. Raises HotkeyUnknownError."""
    code = int(key)
    if Qt.Key.Key_F1 <= code <= Qt.Key.Key_F24:
        return _FIRST_F_KEY + code - int(Qt.Key.Key_F1)
    if key in _VIRTUAL_KEYS:
        return _VIRTUAL_KEYS[key]
    if Qt.Key.Key_A <= code <= Qt.Key.Key_Z or Qt.Key.Key_0 <= code <= Qt.Key.Key_9:
        return code
    raise HotkeyUnknownError


class WindowsKeys(QAbstractNativeEventFilter):
    """Implements ``KeyGrabber``."""

    def __init__(self, press: Callable[[int], None]) -> None:
        super().__init__()
        self._press = press
        self._user32: Any = ctypes.CDLL("user32")
        self._kernel32: Any = ctypes.CDLL("kernel32")
        self._numbers: list[int] = []
        self._application = QCoreApplication.instance()
        if self._application is not None:
            self._application.installNativeEventFilter(self)

    def grab(self, number: int, keys: QKeyCombination) -> None:
        """See ``KeyGrabber``."""
        shift, control, alt, meta = modifiers_of(keys)
        modifiers = _SHIFT * shift | _CONTROL * control | _ALT * alt | _WIN * meta | _NO_REPEAT
        if not self._user32.RegisterHotKey(None, number, modifiers, virtual_key_of(keys.key())):
            taken = self._kernel32.GetLastError() == _ALREADY_REGISTERED
            raise HotkeyTakenError if taken else HotkeyUnknownError
        self._numbers.append(number)

    def release(self) -> None:
        """See ``KeyGrabber``."""
        for number in self._numbers:
            self._user32.UnregisterHotKey(None, number)
        self._numbers.clear()

    def close(self) -> None:
        """See ``KeyGrabber``."""
        self.release()
        if self._application is not None:
            self._application.removeNativeEventFilter(self)

    def nativeEventFilter(  # noqa: N802
        self,
        eventType: QByteArray | bytes | bytearray | memoryview,  # noqa: N803
        message: int,
    ) -> object:
        """Hears WM_HOTKEY."""
        told = _Message.from_address(int(message))
        if told.message == _WM_HOTKEY:
            self._press(int(told.wparam))
            return True, 0
        return False, 0
