"""Starting the application when the user logs in, as each system does it.

Linux: an .desktop file in the user's autostart folder (XDG Autostart Specification 0.5). Windows: a value of the
registry key "Run". macOS: a property list for launchd. The latter two were written after their documentation and have
not been run.
"""

import os
import plistlib
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from captioner.core.errors import OutputError
from captioner.core.message import Message

_NAME = "captioner"
_LABEL = "org.captioner.captioner"
_RUN_KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"
_RESERVED = set(" \t\n\"'\\><~|&;$*?#()`")
"""Characters for which an argument of Exec= must be quoted (Desktop Entry Specification 1.5)."""


def set_start_at_login(
    wanted: bool,
    command: Sequence[str],
    platform: str = sys.platform,
    environment: Mapping[str, str] = os.environ,
) -> None:
    """Have ``command`` run at each login of this user, or no longer. Raises OutputError."""
    try:
        if platform == "win32":
            _set_registry(wanted, command)
            return
        if platform == "darwin":
            path = Path.home() / "Library" / "LaunchAgents" / f"{_LABEL}.plist"
            content = plistlib.dumps({"Label": _LABEL, "ProgramArguments": list(command), "RunAtLoad": True})
        else:
            path = autostart_file(environment)
            content = desktop_entry(command).encode()
        if wanted:
            _write(path, content)
        else:
            path.unlink(missing_ok=True)
    except OSError as error:
        raise OutputError(
            Message("Starting at login cannot be set: {reason}.", reason=error.strerror or error),
            "Give yourself access to the folder of programs that start at login.",
        ) from error


def starts_at_login(platform: str = sys.platform, environment: Mapping[str, str] = os.environ) -> bool:
    """Whether it is set now, by us or by the tools of the system."""
    if platform == "win32":
        return _in_registry()
    if platform == "darwin":
        return (Path.home() / "Library" / "LaunchAgents" / f"{_LABEL}.plist").exists()
    try:
        lines = autostart_file(environment).read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return False
    return "Hidden=true" not in lines and "X-GNOME-Autostart-enabled=false" not in lines


def start_command() -> list[str]:
    """How this very program is started: a frozen one by its own path, else by Python."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-m", "captioner"]


def autostart_file(environment: Mapping[str, str]) -> Path:
    """Where the desktop entry lies; a relative XDG_CONFIG_HOME counts as none, as the specification wants."""
    config = Path(environment.get("XDG_CONFIG_HOME", ""))
    return (config if config.is_absolute() else Path.home() / ".config") / "autostart" / f"{_NAME}.desktop"


def desktop_entry(command: Sequence[str]) -> str:
    """The text of the desktop entry."""
    return "\n".join(
        (
            "[Desktop Entry]",
            "Type=Application",
            "Name=Captioner",
            "Comment=Live captions",
            f"Exec={' '.join(map(_quoted, command))}",
            "Terminal=false",
            "X-GNOME-Autostart-enabled=true",
            "",
        )
    )


def _quoted(argument: str) -> str:
    """An argument of Exec=: quoted, then escaped once more as a string of the file, with % doubled."""
    text = argument
    if not argument or _RESERVED & set(argument):
        inner = "".join(f"\\{char}" if char in '"`$\\' else char for char in argument)
        text = f'"{inner}"'
    return text.replace("\\", "\\\\").replace("%", "%%").replace("\n", "\\n").replace("\t", "\\t")


def _write(path: Path, content: bytes) -> None:
    """The file is whole or not there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _set_registry(wanted: bool, command: Sequence[str]) -> None:
    if sys.platform == "win32":
        import subprocess
        import winreg

        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, _RUN_KEY) as key:
            if wanted:
                winreg.SetValueEx(key, _NAME, 0, winreg.REG_SZ, subprocess.list2cmdline(command))
            elif _in_registry():
                winreg.DeleteValue(key, _NAME)


def _in_registry() -> bool:
    if sys.platform == "win32":
        import winreg

        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _RUN_KEY) as key:
                winreg.QueryValueEx(key, _NAME)
        except FileNotFoundError:
            return False
        return True
    return False
