"""Writing a file so that at every moment the whole old one or the whole new one is there."""

import contextlib
import errno
import os
import secrets
import stat
from pathlib import Path

from captioner.core.errors import OutputError
from captioner.core.message import Message

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_DENIED = (errno.EACCES, errno.EPERM)


def save_text(path: str | Path, text: str) -> None:
    """``save_bytes`` of a text as UTF-8 with line feeds."""
    save_bytes(path, text.encode("utf-8"))


def save_bytes(path: str | Path, data: bytes) -> None:
    """Put the data in place of the file, or leave everything as it was.

    They go to a temporary file in the same folder, to the disk, and then take the file's name. A symbolic link
    stays and its target is replaced; a replaced file keeps its mode. What is no regular file (a pipe, ``/dev/stdout``)
    is written to directly.

    Raises OutputError where the file cannot be written: no folder, no permission, no room.
    """
    try:
        target = Path(os.path.realpath(path))
        mode = _mode_of(target)
        if mode is not None and not stat.S_ISREG(mode):
            with target.open("wb") as device:
                device.write(data)
            return
        temporary, descriptor = _create_beside(target)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            if mode is not None:
                temporary.chmod(stat.S_IMODE(mode))
            temporary.replace(target)
        except BaseException:
            with contextlib.suppress(OSError):
                temporary.unlink()
            raise
    except (OSError, ValueError) as error:
        raise output_error(path, error) from error


def require_writable(path: str | Path) -> None:
    """Raise OutputError now if ``save_bytes`` could not write the file later. Changes nothing."""
    try:
        target = Path(os.path.realpath(path))
        mode = _mode_of(target)
        if mode is not None and not stat.S_ISREG(mode):
            return
        temporary, descriptor = _create_beside(target)
        os.close(descriptor)
        temporary.unlink()
    except (OSError, ValueError) as error:
        raise output_error(path, error) from error


def output_error(path: str | Path, error: OSError | ValueError) -> OutputError:
    """What the operating system says about writing a file, in words a user can act on."""
    shown = str(path).replace("\0", "\ufffd")
    number = error.errno if isinstance(error, OSError) else errno.EINVAL
    if number == errno.ENOENT:
        return OutputError(
            Message("Cannot write {path}: its folder does not exist.", path=shown),
            "Create the folder or choose another.",
        )
    if number == errno.ENOTDIR:
        return OutputError(
            Message("Cannot write {path}: what should be its folder is a file.", path=shown), "Choose another folder."
        )
    if number == errno.EISDIR:
        return OutputError(
            Message("Cannot write {path}: it is a folder.", path=shown), "Give the name of a file in it."
        )
    if number in _DENIED:
        return OutputError(
            Message("Cannot write {path}: no permission.", path=shown),
            "Choose another folder or change the permissions of this one.",
        )
    if number == errno.EROFS:
        return OutputError(
            Message("Cannot write {path}: its disk is read-only.", path=shown),
            "Choose another disk. If this one could be written to before, it may be failing.",
        )
    if number in _FULL:
        return OutputError(
            Message("Cannot write {path}: the disk is full.", path=shown), "Free some space or choose another disk."
        )
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return OutputError(
        Message("Cannot write {path}: {reason}.", path=shown, reason=reason), "Choose another file name or folder."
    )


def _mode_of(target: Path) -> int | None:
    """The mode of what stands there, None where nothing does. Raises where it is a folder or protected."""
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    # Its folder would let us replace it, but its owner protected it.
    if not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return mode


def _create_beside(target: Path) -> tuple[Path, int]:
    """A new empty file in the folder of the target, with the mode that any new file of this user gets."""
    # The name leaves room for a target whose own name is as long as the file system allows.
    temporary = target.with_name(f".{secrets.token_hex(8)}.tmp")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
    return temporary, os.open(temporary, flags, 0o666)
