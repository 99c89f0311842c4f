"""Every sample of a track on disk as it comes, and the newest minute in memory."""

import os
import struct
import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from captioner.core.caption import Notice
from captioner.core.message import Message
from captioner.core.sound import SAMPLE_RATE, Pcm

_HEADER = 44
_SAMPLE = 2
_UNKNOWN_SIZE = 0xFFFFFFFF
_TRY_AGAIN = 30 * SAMPLE_RATE
"""Samples between attempts to write to a disk that was full."""


def wav_header(samples: int | None, channels: int = 1) -> bytes:
    """Header of a 16 kHz 16-bit WAV file; None where its length is not known yet: readers then go to its end."""
    frame = channels * _SAMPLE
    data = _UNKNOWN_SIZE if samples is None else min(samples * frame, _UNKNOWN_SIZE - _HEADER)
    return struct.pack(
        "<4sI4s4sIHHIIHH4sI",
        *(b"RIFF", min(data + _HEADER - 8, _UNKNOWN_SIZE), b"WAVE"),
        *(b"fmt ", 16, 1, channels, SAMPLE_RATE, SAMPLE_RATE * frame, frame, 8 * _SAMPLE),
        *(b"data", data),
    )


def to_int16(pcm: Pcm) -> NDArray[np.int16]:
    """Rounded to 16 bits and clipped, without dither: what came as 16 bits comes back the same."""
    samples: NDArray[np.int16] = np.rint(pcm * np.float32(32_768)).clip(-32_768, 32_767).astype("<i2")
    return samples


class DiskSpool:
    """A Spool in a WAV file of 16-bit samples that only its owner can read.

    The file is valid at every moment, also after the process was killed: its header leaves the length open. The newest
    minute is kept in memory too and read from there, in the same 16 bits. Where the disk fails, ``on_trouble`` is told
    once, from the appender's thread; the file is tried again every 30 s, and what it then lacks reads as silence.
    """

    def __init__(
        self, path: Path, *, on_trouble: Callable[[Notice], None] = lambda notice: None, memory_s: float = 60.0
    ) -> None:
        """Create ``path``, which must not exist, and its folder if missing."""
        self._path = path
        self._on_trouble = on_trouble
        self._tail = np.zeros(max(1, round(memory_s * SAMPLE_RATE)), np.int16)
        self._lock = threading.Lock()  # guards the tail and the length
        self._length = 0
        self._writer: int | None = None
        self._reader: int | None = None
        self._told = self._kept = self._closed = False
        self._try_at = 0
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            flags = getattr(os, "O_BINARY", 0)
            self._writer = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | flags, 0o600)
            self._reader = os.open(path, os.O_RDONLY | flags)
            self._write(0, wav_header(None))
        except OSError as error:
            self._trouble(error)

    @property
    def path(self) -> Path:
        """The file."""
        return self._path

    @property
    def length(self) -> int:
        """Samples appended so far."""
        return self._length

    def append(self, pcm: Pcm) -> None:
        """Add sound at the end, on disk and in memory."""
        samples = to_int16(pcm)
        if self._writer is not None and self._length >= self._try_at:
            try:
                self._write(_HEADER + self._length * _SAMPLE, samples.tobytes())
            except OSError as error:
                self._trouble(error)
        with self._lock:
            kept = samples[-len(self._tail) :]
            at = (self._length + len(samples) - len(kept)) % len(self._tail)
            first = min(len(kept), len(self._tail) - at)
            self._tail[at : at + first] = kept[:first]
            self._tail[: len(kept) - first] = kept[first:]
            self._length += len(samples)

    def read(self, start: int, stop: int) -> Pcm:
        """The samples of ``start``…``stop``; what is no longer or not yet there reads as silence."""
        found = np.zeros(max(0, stop - start), np.int16)
        with self._lock:
            length, oldest = self._length, max(0, self._length - len(self._tail))
            begin, end = max(start, oldest), min(stop, length)
            if begin < end:
                index = np.arange(begin, end) % len(self._tail)
                found[begin - start : end - start] = self._tail[index]
        begin, end = max(start, 0), min(stop, oldest)
        if begin < end:
            past = self._stored(begin, end)
            found[begin - start : begin - start + len(past)] = past
        return found.astype(np.float32) * np.float32(1 / 32_768)

    @property
    def troubled(self) -> bool:
        """Whether the file lacks some of the sound."""
        return self._told

    def keep(self) -> None:
        """Leave the file where it is when closing: its sound is still needed."""
        self._kept = True

    def close(self) -> None:
        """Let go, and delete the file unless it is kept. Safe to call twice."""
        if self._closed:
            return
        self._closed = True
        try:
            if self._kept and self._writer is not None:
                self._write(0, wav_header(self._length))
        except OSError as error:
            self._trouble(error)
        created = self._writer is not None
        for descriptor in (self._writer, self._reader):
            if descriptor is not None:
                os.close(descriptor)
        self._writer = self._reader = None
        if created and not self._kept:
            self._path.unlink(missing_ok=True)

    def _write(self, offset: int, data: bytes) -> None:
        """All of ``data`` at ``offset``; only the appender moves this descriptor."""
        if self._writer is None:
            return
        os.lseek(self._writer, offset, os.SEEK_SET)
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(self._writer, rest) :]

    def _stored(self, start: int, stop: int) -> NDArray[np.int16]:
        """What the file holds of ``start``…``stop``; only the reader moves this descriptor."""
        if self._reader is None:
            return np.zeros(0, np.int16)
        data = bytearray()
        try:
            os.lseek(self._reader, _HEADER + start * _SAMPLE, os.SEEK_SET)
            while len(data) < (stop - start) * _SAMPLE:
                part = os.read(self._reader, (stop - start) * _SAMPLE - len(data))
                if not part:
                    break
                data += part
        except OSError as error:
            self._trouble(error)
        return np.frombuffer(bytes(data[: len(data) // _SAMPLE * _SAMPLE]), "<i2").astype(np.int16)

    def _trouble(self, error: OSError) -> None:
        self._try_at = self._length + _TRY_AGAIN
        if self._told:
            return
        self._told = True
        self._on_trouble(
            Notice(
                "warning",
                Message("The sound of this session cannot be kept on disk: {reason}.", reason=error.strerror or error),
                Message("Captions go on. Free some space where {folder} is.", folder=self._path.parent),
            )
        )


class StoredSpool:
    """The sound that a session left in a spool's file, to be read. A Spool that takes no more."""

    def __init__(self, path: Path) -> None:
        """Raises OSError where the file cannot be read."""
        self._file = path.open("rb")
        self._length = max(0, path.stat().st_size - _HEADER) // _SAMPLE

    def append(self, pcm: Pcm) -> None:
        """Raises ValueError: the session is over."""
        raise ValueError("the session is over")

    def read(self, start: int, stop: int) -> Pcm:
        """The samples of ``start``…``stop``; what is not there reads as silence."""
        found = np.zeros(max(0, stop - start), np.float32)
        begin, end = max(start, 0), min(stop, self._length)
        if begin < end:
            self._file.seek(_HEADER + begin * _SAMPLE)
            data = self._file.read((end - begin) * _SAMPLE)
            samples = np.frombuffer(data[: len(data) // _SAMPLE * _SAMPLE], "<i2")
            found[begin - start : begin - start + len(samples)] = samples * np.float32(1 / 32_768)
        return found

    @property
    def length(self) -> int:
        """Samples in the file."""
        return self._length

    def close(self) -> None:
        """Let go of the file, which stays."""
        self._file.close()
