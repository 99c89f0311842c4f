"""Errors that the user can act on. Anything else that is raised is our bug.

CaptionerError
├── SettingsError   the settings file holds what it must not
├── InputError      a file, a stream or an address that cannot be heard
├── OutputError     a file or a disk that cannot be written
├── SourceError     a microphone or a system-audio source that cannot be opened
├── ModelError      a speech model that is missing or broken
│   └── ModelUnavailableError   it is not here and cannot be fetched now
├── EngineError     an engine that cannot run here (no CUDA, no memory, wrong language)
│   └── EngineLostError   it ran, and is gone: another one can be loaded in its place
└── LibraryError    the library of transcripts cannot do what was asked
    └── LibraryConflict  somebody else changed it meanwhile
"""

from typing import ClassVar, Literal

Remedy = Literal["sound", "models", "recognition", "transcripts", "permission", "cpu", "download"]
"""The way out of a trouble that the interface offers as a button: a page of the settings, the system's own page with
the permission of the microphone, Whisper on the CPU, or the download of the model that the settings name."""


class CaptionerError(Exception):
    """``message`` says what is wrong in one line, ``hint`` the way out, both in English; ``remedy`` is the way out as a
    button, that of its kind unless told. A text with something filled in is a ``core.message.Message``, so that the
    interface can translate it:

        raise InputError(Message("{name} is empty.", name=name), "Choose another file.")
    """

    usual_remedy: ClassVar[Remedy | None] = None

    def __init__(self, message: str, hint: str = "", *, remedy: Remedy | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.remedy = remedy or self.usual_remedy


class SettingsError(CaptionerError):
    """The settings file holds a value that it must not; the message has the path of the value."""


class InputError(CaptionerError):
    """A media file, standard input or an address that cannot be opened, read or decoded."""


class OutputError(CaptionerError):
    """A file that cannot be written, a folder that is not there, a disk that is full."""

    usual_remedy: ClassVar[Remedy | None] = "transcripts"


class SourceError(CaptionerError):
    """A microphone or a system-audio source that is missing, busy or not permitted."""

    usual_remedy: ClassVar[Remedy | None] = "sound"


class ModelError(CaptionerError):
    """A speech model that is missing, incomplete or damaged."""

    usual_remedy: ClassVar[Remedy | None] = "models"


class ModelUnavailableError(ModelError):
    """A speech model that is not here and cannot be fetched now: no network, a hub that does not answer."""

    usual_remedy: ClassVar[Remedy | None] = "download"


class EngineError(CaptionerError):
    """An engine that cannot run on this machine or not with what it was asked for."""

    usual_remedy: ClassVar[Remedy | None] = "recognition"


class EngineLostError(EngineError):
    """An engine that ran and is gone, with nothing that it was asked: another one can be loaded in its place."""


class LibraryError(CaptionerError):
    """The library of transcripts cannot do what was asked: no such session, made by a newer version, in use."""


class LibraryConflict(LibraryError):  # noqa: N818 - it is no failure of the library
    """What was to be changed is no longer as it was when it was read."""
