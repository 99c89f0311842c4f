"""Global keys on X11: XGrabKey on the root window, over a connection of our own to the server (xcb, by ctypes).

The checked requests of xcb tell of a key that another program has (BadAccess) without a handler for the whole process.
"""

import ctypes
import ctypes.util
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QKeyCombination, QSocketNotifier, Qt

from captioner.ui.hotkeys import HotkeyTakenError, HotkeyUnknownError, modifiers_of

_KEY_PRESS, _MAPPING_NOTIFY = 2, 34
_SHIFT, _LOCK, _CONTROL, _ALT, _NUM_LOCK, _META = 1, 2, 4, 8, 16, 64
_LOCKS = (0, _LOCK, _NUM_LOCK, _LOCK | _NUM_LOCK)
"""The keys count whatever Caps Lock and Num Lock say."""
_ASYNC = 1
_BAD_ACCESS = 10
_KEYSYMS = {
    Qt.Key.Key_Escape: 0xFF1B, Qt.Key.Key_Tab: 0xFF09, Qt.Key.Key_Backspace: 0xFF08, Qt.Key.Key_Return: 0xFF0D,
    Qt.Key.Key_Enter: 0xFF8D, Qt.Key.Key_Insert: 0xFF63, Qt.Key.Key_Delete: 0xFFFF, Qt.Key.Key_Pause: 0xFF13,
    Qt.Key.Key_Print: 0xFF61, Qt.Key.Key_Home: 0xFF50, Qt.Key.Key_End: 0xFF57, Qt.Key.Key_Left: 0xFF51,
    Qt.Key.Key_Up: 0xFF52, Qt.Key.Key_Right: 0xFF53, Qt.Key.Key_Down: 0xFF54, Qt.Key.Key_PageUp: 0xFF55,
    Qt.Key.Key_PageDown: 0xFF56, Qt.Key.Key_ScrollLock: 0xFF14, Qt.Key.Key_Menu: 0xFF67,
}  # fmt: skip
_FIRST_F_KEY = 0xFFBE


class _Cookie(ctypes.Structure):
    _fields_ = (("sequence", ctypes.c_uint),)


class _Screens(ctypes.Structure):
    _fields_ = (("data", ctypes.POINTER(ctypes.c_uint32)), ("rem", ctypes.c_int), ("index", ctypes.c_int))


class _Error(ctypes.Structure):
    _fields_ = (("response_type", ctypes.c_uint8), ("error_code", ctypes.c_uint8))


class _KeyPress(ctypes.Structure):
    _fields_ = (
        ("response_type", ctypes.c_uint8),
        ("keycode", ctypes.c_uint8),
        ("sequence", ctypes.c_uint16),
        ("time", ctypes.c_uint32),
        ("windows", ctypes.c_uint32 * 3),
        ("places", ctypes.c_int16 * 4),
        ("modifiers", ctypes.c_uint16),
    )


def keysym_of(key: Qt.Key) -> int:
    """The X11 keysym of one of Qt's keys. Raises HotkeyUnknownError."""
    code = int(key)
    if Qt.Key.Key_F1 <= code <= Qt.Key.Key_F35:
        return _FIRST_F_KEY + code - int(Qt.Key.Key_F1)
    if key in _KEYSYMS:
        return _KEYSYMS[key]
    if Qt.Key.Key_A <= code <= Qt.Key.Key_Z:
        return code + 32  # keycodes are looked up by the unshifted letter
    if 0x20 <= code <= 0xFF:
        return code
    raise HotkeyUnknownError


class X11Keys:
    """Implements ``KeyGrabber``. Raises OSError where there is no server or no library."""

    def __init__(self, press: Callable[[int], None]) -> None:
        self._press = press
        self._keys: dict[tuple[int, int], int] = {}
        self._xcb = _library("xcb", "libxcb.so.1")
        self._symbols_library = _library("xcb-keysyms", "libxcb-keysyms.so.1")
        self._free = _library("c", None).free
        self._free.argtypes = [ctypes.c_void_p]
        self._declare()
        self._connection: ctypes.c_void_p | None = ctypes.c_void_p(self._xcb.xcb_connect(None, None))
        if self._xcb.xcb_connection_has_error(self._connection):
            self._xcb.xcb_disconnect(self._connection)
            raise OSError("no X server")
        self._root = int(self._xcb.xcb_setup_roots_iterator(self._xcb.xcb_get_setup(self._connection)).data[0])
        self._notifier = QSocketNotifier(self._xcb.xcb_get_file_descriptor(self._connection), QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._read)

    def grab(self, number: int, keys: QKeyCombination) -> None:
        """See ``KeyGrabber``."""
        shift, control, alt, meta = modifiers_of(keys)
        modifiers = _SHIFT * shift | _CONTROL * control | _ALT * alt | _META * meta
        keycode = self._keycode(keysym_of(keys.key()))
        for locks in _LOCKS:
            cookie = self._xcb.xcb_grab_key_checked(
                self._connection, 1, self._root, modifiers | locks, keycode, _ASYNC, _ASYNC
            )
            error = self._xcb.xcb_request_check(self._connection, cookie)
            if error:
                code = error.contents.error_code
                self._free(error)
                self._ungrab(keycode, modifiers)
                raise HotkeyTakenError if code == _BAD_ACCESS else HotkeyUnknownError
        self._keys[keycode, modifiers] = number

    def release(self) -> None:
        """See ``KeyGrabber``."""
        for keycode, modifiers in self._keys:
            self._ungrab(keycode, modifiers)
        self._keys.clear()
        self._xcb.xcb_flush(self._connection)

    def close(self) -> None:
        """See ``KeyGrabber``. The server takes the keys back with the connection."""
        if self._connection is not None:
            self._notifier.setEnabled(False)
            self._notifier.deleteLater()
            self._xcb.xcb_disconnect(self._connection)
            self._connection = None

    def _keycode(self, keysym: int) -> int:
        symbols = self._symbols_library.xcb_key_symbols_alloc(self._connection)
        found = self._symbols_library.xcb_key_symbols_get_keycode(symbols, keysym)
        self._symbols_library.xcb_key_symbols_free(symbols)
        keycode = int(found[0]) if found else 0
        self._free(found)
        if keycode == 0:
            raise HotkeyUnknownError
        return keycode

    def _ungrab(self, keycode: int, modifiers: int) -> None:
        for locks in _LOCKS:
            self._xcb.xcb_ungrab_key(self._connection, keycode, self._root, modifiers | locks)

    def _read(self) -> None:
        while self._connection is not None and (event := self._xcb.xcb_poll_for_event(self._connection)):
            kind = event.contents.response_type & 0x7F
            keycode, modifiers = event.contents.keycode, event.contents.modifiers
            self._free(event)
            if kind == _KEY_PRESS:
                held = modifiers & (_SHIFT | _CONTROL | _ALT | _META)
                number = self._keys.get((keycode, held))
                if number is not None:
                    self._press(number)

    def _declare(self) -> None:
        xcb, symbols = self._xcb, self._symbols_library
        connection = ctypes.c_void_p
        small, whole = ctypes.c_uint8, ctypes.c_uint32
        xcb.xcb_connect.restype = connection
        xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
        xcb.xcb_connection_has_error.argtypes = [connection]
        xcb.xcb_disconnect.argtypes = [connection]
        xcb.xcb_disconnect.restype = None
        xcb.xcb_get_setup.argtypes = [connection]
        xcb.xcb_get_setup.restype = ctypes.c_void_p
        xcb.xcb_setup_roots_iterator.argtypes = [ctypes.c_void_p]
        xcb.xcb_setup_roots_iterator.restype = _Screens
        xcb.xcb_get_file_descriptor.argtypes = [connection]
        xcb.xcb_grab_key_checked.argtypes = [connection, small, whole, ctypes.c_uint16, small, small, small]
        xcb.xcb_grab_key_checked.restype = _Cookie
        xcb.xcb_ungrab_key.argtypes = [connection, small, whole, ctypes.c_uint16]
        xcb.xcb_ungrab_key.restype = _Cookie
        xcb.xcb_request_check.argtypes = [connection, _Cookie]
        xcb.xcb_request_check.restype = ctypes.POINTER(_Error)
        xcb.xcb_flush.argtypes = [connection]
        xcb.xcb_poll_for_event.argtypes = [connection]
        xcb.xcb_poll_for_event.restype = ctypes.POINTER(_KeyPress)
        symbols.xcb_key_symbols_alloc.argtypes = [connection]
        symbols.xcb_key_symbols_alloc.restype = ctypes.c_void_p
        symbols.xcb_key_symbols_get_keycode.argtypes = [ctypes.c_void_p, whole]
        symbols.xcb_key_symbols_get_keycode.restype = ctypes.POINTER(ctypes.c_uint8)
        symbols.xcb_key_symbols_free.argtypes = [ctypes.c_void_p]
        symbols.xcb_key_symbols_free.restype = None


def _library(name: str, file: str | None) -> Any:
    """A shared library by its usual file name, else as the system finds it. Raises OSError."""
    try:
        return ctypes.CDLL(file)
    except OSError:
        found = ctypes.util.find_library(name)
        if found is None:
            raise
        return ctypes.CDLL(found)
