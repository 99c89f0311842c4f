"""The devices of this computer and their levels, for the pages that let the user choose."""

import threading

from captioner.audio.capture import CaptureSource
from captioner.audio.devices import sound_system
from captioner.audio.sound_system import SoundSystem
from captioner.core.caption import Notice
from captioner.core.errors import SourceError
from captioner.core.sound import Track
from captioner.ui.sound_choice import Reading, SoundDevice, SoundDevices, SoundKind

_READ_S = 0.05
_AGAIN_S = 2.0
"""After a device could not be opened."""


class SoundCheckOfThisMachine:
    """Implements ``ui.sound_choice.SoundCheck`` on the real sound system, which is asked only when it is needed."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._system: SoundSystem | None = None

    def devices(self) -> SoundDevices:
        """See ``SoundCheck``."""
        try:
            system = self.system()
            found = system.devices()
        except SourceError as error:
            with self._lock:
                self._system = None  # the server may be back the next time
            return SoundDevices((), error.message, error.hint)
        devices = tuple(SoundDevice(one.kind, one.name, one.label, one.default) for one in found)
        return SoundDevices(devices, system_hint=system.no_system_sound_hint)

    def listen(self, kind: SoundKind, name: str) -> "ListeningThread":
        """See ``SoundCheck``."""
        return ListeningThread(self, kind, name)

    def system(self) -> SoundSystem:
        """The sound system, looked for once. Raises SourceError."""
        with self._lock:
            if self._system is None:
                self._system = sound_system()
                self._system.refresh()  # what this process saw of the devices before may be of another server
            return self._system


class ListeningThread:
    """Hears one device until it is closed, and keeps nothing of it but the level."""

    def __init__(self, check: SoundCheckOfThisMachine, kind: SoundKind, name: str) -> None:
        self._check = check
        self._kind: SoundKind = kind
        self._name = name
        self._reading = Reading()
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._hear, name=f"meter of the {kind}", daemon=True)
        self._thread.start()

    @property
    def reading(self) -> Reading:
        """See ``Listening``."""
        return self._reading

    def close(self) -> None:
        """See ``Listening``."""
        self._closing.set()

    def _hear(self) -> None:
        while not self._closing.is_set():
            try:
                self._hear_until_closed()
            except SourceError as error:
                self._reading = Reading(problem=error.message, hint=error.hint)
                self._closing.wait(_AGAIN_S)

    def _hear_until_closed(self) -> None:
        system = self._check.system()
        source = CaptureSource(Track(self._kind), self._kind, system, name=self._name, on_notice=self._noticed)
        try:
            source.start()
            while not self._closing.is_set():
                source.read(_READ_S)
                self._look(source)
        finally:
            source.close()

    def _look(self, source: CaptureSource) -> None:
        health = source.health
        if health.device:
            level = health.level
            self._reading = Reading(level.rms_db, level.peak_db, level.clipped, level.no_signal, health.device)

    def _noticed(self, notice: Notice) -> None:
        if notice.severity != "info" and not self._reading.no_signal:
            self._reading = Reading(problem=notice.text, hint=notice.hint)
