"""Whether the operating system lets this program use the microphone, as far as it can be asked without recording.

The parts for macOS and Windows are written against documented interfaces (AVCaptureDevice's authorizationStatus, the
consent store in the registry); they were not run.
"""

import configparser
import os
import sys
from pathlib import Path
from typing import Literal

from captioner.core.message import Message

Permission = Literal["granted", "denied", "not asked yet", "unknown"]

_FLATPAK = Path("/.flatpak-info")
_SETTINGS = {
    "linux": Message(
        "Allow the sound socket: flatpak override --user --socket=pulseaudio, then start the program again."
    ),
    "darwin": Message("Allow it in System Settings > Privacy & Security > Microphone, then start the program again."),
    "win32": Message("Allow it in Settings > Privacy & security > Microphone, also for desktop apps."),
}
_PAGES = {
    "darwin": "x-apple.systempreferences:com.apple.preference.security?Privacy_Microphone",
    "win32": "ms-settings:privacy-microphone",
}


def microphone_permission(platform: str = sys.platform) -> Permission:
    """What the system says. "unknown" where it says nothing: an attempt to record will tell."""
    if platform == "win32":
        return _on_windows()
    if platform == "darwin":
        return _on_macos()
    return _in_flatpak(_FLATPAK) if _FLATPAK.exists() else _on_linux()


def permission_hint(platform: str = sys.platform) -> Message:
    """Where the user gives the permission; "" where no place of the system's has it."""
    if platform == "linux" and not _FLATPAK.exists():
        return Message("")
    return _SETTINGS.get(platform, Message(""))


def permission_page(platform: str = sys.platform) -> str:
    """The address that opens the system's own page with this permission, "" where it has none."""
    return _PAGES.get(platform, "")


def _on_linux(sound_devices: Path = Path("/dev/snd")) -> Permission:
    """The sound server lets every program of the user record; bare ALSA needs the devices to be readable."""
    recorders = list(sound_devices.glob("pcm*c"))
    if recorders and not any(os.access(recorder, os.R_OK | os.W_OK) for recorder in recorders):
        return "unknown"  # not in the group "audio": a sound server may still do it for us
    return "granted"


def _in_flatpak(info: Path) -> Permission:
    """Flatpak's own description of the sandbox says which sockets it was given."""
    description = configparser.ConfigParser(interpolation=None, strict=False)
    try:
        description.read_string(info.read_text(encoding="utf-8"))
    except (OSError, ValueError, configparser.Error):
        return "unknown"
    sockets = description.get("Context", "sockets", fallback="").split(";")
    return "granted" if "pulseaudio" in sockets else "denied"


def _on_windows() -> Permission:
    import winreg

    store = r"Software\Microsoft\Windows\CurrentVersion\CapabilityAccessManager\ConsentStore\microphone"
    answers: list[str] = []
    for key in (store, store + r"\NonPackaged"):
        for root in ("HKEY_LOCAL_MACHINE", "HKEY_CURRENT_USER"):
            try:
                with winreg.OpenKey(getattr(winreg, root), key) as opened:  # type: ignore[attr-defined,unused-ignore]
                    answers.append(str(winreg.QueryValueEx(opened, "Value")[0]))  # type: ignore[attr-defined,unused-ignore]
            except OSError:
                continue
    if "Deny" in answers:
        return "denied"
    return "granted" if "Allow" in answers else "unknown"


def _on_macos() -> Permission:
    import ctypes
    import ctypes.util

    try:
        ctypes.CDLL("/System/Library/Frameworks/AVFoundation.framework/AVFoundation")
        objc = ctypes.CDLL(ctypes.util.find_library("objc") or "libobjc.dylib")
    except OSError:
        return "unknown"
    for function in (objc.objc_getClass, objc.sel_registerName):
        function.restype, function.argtypes = ctypes.c_void_p, [ctypes.c_char_p]

    def send(result: type, *kinds: type) -> "ctypes._CFunctionType":
        prototype = ctypes.CFUNCTYPE(result, ctypes.c_void_p, ctypes.c_void_p, *kinds)
        return prototype(("objc_msgSend", objc))

    string = send(ctypes.c_void_p, ctypes.c_char_p)(
        objc.objc_getClass(b"NSString"), objc.sel_registerName(b"stringWithUTF8String:"), b"soun"
    )
    status = send(ctypes.c_long, ctypes.c_void_p)(
        objc.objc_getClass(b"AVCaptureDevice"), objc.sel_registerName(b"authorizationStatusForMediaType:"), string
    )
    answers: dict[int, Permission] = {0: "not asked yet", 1: "denied", 2: "denied", 3: "granted"}
    return answers.get(status, "unknown")
