"""What was measured of this machine's speed, remembered in a file. It may be deleted at any time."""

import logging
import os
import platform
import threading
import time
from importlib.metadata import version
from pathlib import Path

import msgspec

from captioner.app.machine import processor_name
from captioner.speech.speed_probe import expected
from captioner.speech.whisper_binary import WhisperShape
from captioner.speech.whisper_speed import MOST_THREADS, WhisperSpeed

SPEEDS_FILE = "speeds.json"
VALID_S = 14 * 24 * 3600
"""The machine may have been busy when it was measured: after two weeks it gets another chance."""

_MOST_BYTES = 1 << 20
_PATIENCE_S = 600.0
"""No part of a pass takes longer."""

_log = logging.getLogger(__name__)


class _Entry(msgspec.Struct, frozen=True):
    at_s: float
    speed: WhisperSpeed


class _Pages(msgspec.Struct):
    machine: str
    models: dict[str, _Entry] = {}
    probe_at_s: float = 0.0
    probe: tuple[WhisperSpeed, ...] = ()


class MachineSpeeds:
    """Implements ``speech.whisper_speed.SpeedBook``. Any thread may ask. A file that cannot be read is an empty one."""

    def __init__(self, state: Path) -> None:
        """``state``: the folder of the file."""
        self._path = state / SPEEDS_FILE
        self._lock = threading.Lock()

    def __reduce__(self) -> tuple[type["MachineSpeeds"], tuple[Path]]:
        """In another process it is the same file."""
        return MachineSpeeds, (self._path.parent,)

    def speed(self, model: str) -> WhisperSpeed | None:
        """See ``SpeedBook``."""
        with self._lock:
            entry = self._read().models.get(model)
        return entry.speed if entry is not None and _is_valid(entry.at_s) else None

    def keep(self, model: str, speed: WhisperSpeed) -> None:
        """See ``SpeedBook``."""
        with self._lock:
            pages = self._read()
            pages.models[model] = _Entry(time.time(), speed)
            self._write(pages)

    def expected(self, shape: WhisperShape) -> WhisperSpeed | None:
        """See ``SpeedBook``."""
        return expected(self.probe, shape)

    @property
    def probe(self) -> tuple[WhisperSpeed, ...]:
        """What ``speech.speed_probe`` measured; empty where that is not known."""
        with self._lock:
            pages = self._read()
        return pages.probe if _is_valid(pages.probe_at_s) else ()

    def keep_probe(self, speeds: tuple[WhisperSpeed, ...]) -> None:
        """Remember it."""
        with self._lock:
            pages = self._read()
            pages.probe, pages.probe_at_s = speeds, time.time()
            self._write(pages)

    def _read(self) -> _Pages:
        machine = f"{processor_name()}, {os.cpu_count()} cores, CTranslate2 {_ctranslate2()}, {platform.system()}"
        try:
            if self._path.stat().st_size <= _MOST_BYTES:
                pages = msgspec.json.decode(self._path.read_bytes(), type=_Pages)
                measured = [*pages.probe, *(entry.speed for entry in pages.models.values())]
                if pages.machine == machine and all(map(_makes_sense, measured)):
                    return pages
        except FileNotFoundError:
            pass
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError) as error:
            _log.info("the speeds in %s are measured anew: %s", self._path, error)
        return _Pages(machine)

    def _write(self, pages: _Pages) -> None:
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            beside = self._path.with_suffix(f".{os.getpid()}.new")
            beside.write_bytes(msgspec.json.encode(pages))
            beside.replace(self._path)
        except OSError as error:
            _log.info("the speeds are not remembered: %s", error)


def _makes_sense(speed: WhisperSpeed) -> bool:
    costs = (speed.partial, speed.final)
    parts = (part for cost in costs for part in (cost.encode_s, cost.decode_s, cost.align_s))
    return 1 <= speed.threads <= MOST_THREADS and all(0 <= part < _PATIENCE_S for part in parts)


def _is_valid(at_s: float) -> bool:
    return 0 <= time.time() - at_s < VALID_S


def _ctranslate2() -> str:
    return version("ctranslate2")
