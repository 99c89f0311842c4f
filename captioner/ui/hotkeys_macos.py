"""Global keys on macOS: Carbon's RegisterEventHotKey, which needs no permission. Written to the documentation; it has
not run on a Mac yet."""

import ctypes
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QKeyCombination, Qt

from captioner.ui.hotkeys import HotkeyTakenError, HotkeyUnknownError, modifiers_of

_CARBON = "/System/Library/Frameworks/Carbon.framework/Carbon"
_COMMAND, _SHIFT, _OPTION, _CONTROL = 0x100, 0x200, 0x800, 0x1000
_KEYBOARD_EVENT, _HOT_KEY_PRESSED = 0x6B657962, 5  # 'keyb'
_DIRECT_OBJECT, _HOT_KEY_ID_TYPE = 0x2D2D2D2D, 0x686B6964  # '----', 'hkid'
_SIGNATURE = 0x43415054  # 'CAPT'
_ALREADY_EXISTS = -9878
_LETTERS = {
    "A": 0, "S": 1, "D": 2, "F": 3, "H": 4, "G": 5, "Z": 6, "X": 7, "C": 8, "V": 9, "B": 11, "Q": 12, "W": 13,
    "E": 14, "R": 15, "Y": 16, "T": 17, "1": 18, "2": 19, "3": 20, "4": 21, "6": 22, "5": 23, "9": 25, "7": 26,
    "8": 28, "0": 29, "O": 31, "U": 32, "I": 34, "P": 35, "L": 37, "J": 38, "K": 40, "N": 45, "M": 46,
}  # fmt: skip
"""Virtual key codes of the keys' places on an ANSI keyboard."""
_OTHERS = {
    Qt.Key.Key_Space: 49, Qt.Key.Key_Escape: 53, Qt.Key.Key_Return: 36, Qt.Key.Key_Tab: 48, Qt.Key.Key_F1: 122,
    Qt.Key.Key_F2: 120, Qt.Key.Key_F3: 99, Qt.Key.Key_F4: 118, Qt.Key.Key_F5: 96, Qt.Key.Key_F6: 97,
    Qt.Key.Key_F7: 98, Qt.Key.Key_F8: 100, Qt.Key.Key_F9: 101, Qt.Key.Key_F10: 109, Qt.Key.Key_F11: 103,
    Qt.Key.Key_F12: 111,
}  # fmt: skip


class _HotKeyId(ctypes.Structure):
    _fields_ = (("signature", ctypes.c_uint32), ("number", ctypes.c_uint32))


class _EventType(ctypes.Structure):
    _fields_ = (("kind_of_event", ctypes.c_uint32), ("kind", ctypes.c_uint32))


_Handler = ctypes.CFUNCTYPE(ctypes.c_int32, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)


def key_code_of(key: Qt.Key) -> int:
    """The virtual key code of one of Qt's keys. Raises HotkeyUnknownError."""
    if key in _OTHERS:
        return _OTHERS[key]
    code = int(key)
    if code < 0x80 and (found := _LETTERS.get(chr(code))) is not None:
        return found
    raise HotkeyUnknownError


class CarbonKeys:
    """Implements ``KeyGrabber``. Qt's Control is the Command key here, its Meta is Control."""

    def __init__(self, press: Callable[[int], None]) -> None:
        """Raises OSError where there is no Carbon."""
        self._press = press
        self._carbon: Any = ctypes.CDLL(_CARBON)
        self._keys: list[ctypes.c_void_p] = []
        self._carbon.GetApplicationEventTarget.restype = ctypes.c_void_p
        self._target = ctypes.c_void_p(self._carbon.GetApplicationEventTarget())
        self._handler = _Handler(self._hear)
        self._installed = ctypes.c_void_p()
        wanted = _EventType(_KEYBOARD_EVENT, _HOT_KEY_PRESSED)
        self._carbon.InstallEventHandler(
            self._target, self._handler, 1, ctypes.byref(wanted), None, ctypes.byref(self._installed)
        )

    def grab(self, number: int, keys: QKeyCombination) -> None:
        """See ``KeyGrabber``."""
        shift, command, option, control = modifiers_of(keys)
        modifiers = _SHIFT * shift | _COMMAND * command | _OPTION * option | _CONTROL * control
        key = ctypes.c_void_p()
        status = self._carbon.RegisterEventHotKey(
            key_code_of(keys.key()), modifiers, _HotKeyId(_SIGNATURE, number), self._target, 0, ctypes.byref(key)
        )
        if status != 0:
            raise HotkeyTakenError if status == _ALREADY_EXISTS else HotkeyUnknownError
        self._keys.append(key)

    def release(self) -> None:
        """See ``KeyGrabber``."""
        for key in self._keys:
            self._carbon.UnregisterEventHotKey(key)
        self._keys.clear()

    def close(self) -> None:
        """See ``KeyGrabber``."""
        self.release()
        self._carbon.RemoveEventHandler(self._installed)

    def _hear(self, _call: object, event: int, _data: object) -> int:
        found = _HotKeyId()
        self._carbon.GetEventParameter(
            ctypes.c_void_p(event),
            _DIRECT_OBJECT,
            _HOT_KEY_ID_TYPE,
            None,
            ctypes.sizeof(found),
            None,
            ctypes.byref(found),
        )
        if found.signature == _SIGNATURE:
            self._press(int(found.number))
        return 0
