"""What the doctor tells about the computer: Python, packages, operating system, window system."""

import importlib.metadata
import importlib.util
import os
import platform
import sys
from collections.abc import Iterator, Mapping

from captioner import __version__
from captioner.audio.examination import Finding

_PACKAGES = {
    "numpy": "numpy",
    "scipy": "scipy",
    "msgspec": "msgspec",
    "tomli-w": "tomli_w",
    "platformdirs": "platformdirs",
    "sounddevice": "sounddevice",
    "soxr": "soxr",
    "av": "av",
    "webrtcvad-wheels": "webrtcvad",
    "onnxruntime": "onnxruntime",
    "ctranslate2": "ctranslate2",
    "faster-whisper": "faster_whisper",
    "filelock": "filelock",
    "pocketsphinx": "pocketsphinx",
    "pysubs2": "pysubs2",
    "httpx": "httpx",
    "shtab": "shtab",
    "PySide6-Essentials": "PySide6",
}
"""What captioner needs, with the module that each brings."""
_PACKAGES_OF_SYSTEM = {"linux": {"pulsectl": "pulsectl"}, "win32": {"pyaudiowpatch": "pyaudiowpatch"}}


def examine_computer() -> Iterator[Finding]:
    """Versions of captioner, Python, the packages and the operating system."""
    yield Finding("ok", "captioner", __version__)
    bits = "64 bit" if sys.maxsize > 1 << 32 else "32 bit"
    yield Finding("ok", "Python", f"{platform.python_version()} ({platform.python_implementation()}, {bits})")
    yield examine_packages(needed_packages())
    yield Finding("ok", "Operating system", operating_system())


def needed_packages(platform: str = sys.platform) -> dict[str, str]:
    """The packages that captioner needs on a system, by name, with their modules."""
    return _PACKAGES | _PACKAGES_OF_SYSTEM.get(platform, {})


def examine_packages(needed: Mapping[str, str]) -> Finding:
    """The versions of packages; an error where one is missing. Nothing is imported."""
    missing = [name for name, module in needed.items() if importlib.util.find_spec(module) is None]
    if missing:
        return Finding(
            "error",
            "Packages",
            f"{', '.join(missing)}: not installed",
            "Install captioner again: pip install captioner",
        )
    return Finding("ok", "Packages", ", ".join(f"{name} {_version(name)}" for name in needed))


def operating_system() -> str:
    """Name, version and processor, without the name of the computer."""
    kernel = f"{platform.system()} {platform.release()}"
    name = kernel
    if sys.platform == "linux":
        try:
            name = f"{platform.freedesktop_os_release()['PRETTY_NAME']}, {kernel}"
        except (OSError, KeyError):
            name = kernel
    elif sys.platform == "darwin":
        name = f"macOS {platform.mac_ver()[0]}"
    elif sys.platform == "win32":
        name = f"Windows {platform.win32_ver()[0]} ({platform.version()})"
    return f"{name}, {platform.machine()}, {os.cpu_count()} processors"


def examine_screen(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Iterator[Finding]:
    """Which window system the environment names; Qt is not asked."""
    if platform in ("win32", "darwin"):
        yield Finding("ok", "Screen", "Windows" if platform == "win32" else "macOS")
        return
    desktop = environment.get("XDG_CURRENT_DESKTOP", "")
    on_desktop = f" ({desktop})" if desktop else ""
    if environment.get("WAYLAND_DISPLAY") and environment.get("DISPLAY"):
        yield Finding("ok", "Screen", f"Wayland with XWayland{on_desktop}")
    elif environment.get("WAYLAND_DISPLAY"):
        yield Finding(
            "warning",
            "Screen",
            f"Wayland without XWayland{on_desktop}: a window can neither stay on top nor choose its place",
            "Install XWayland, for example: sudo apt install xwayland",
        )
    elif environment.get("DISPLAY"):
        yield Finding("ok", "Screen", f"X11{on_desktop}")
    else:
        yield Finding(
            "warning",
            "Screen",
            "none: neither DISPLAY nor WAYLAND_DISPLAY is set",
            "captioner listen shows captions in this terminal. A window needs a desktop session.",
        )


def _version(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:  # a bundle may bring the module without its papers
        return "(version unknown)"
