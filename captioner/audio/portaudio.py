"""PortAudio: loading it, its devices, and streams whose callback does nothing but copy into a ring."""

import contextlib
import ctypes
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np

from captioner.audio.permission import microphone_permission, permission_hint
from captioner.audio.ring import Ring
from captioner.audio.sound_system import BLOCKS_A_SECOND, RING_SECONDS, Device, Kind
from captioner.core.errors import SourceError
from captioner.core.message import Message

_LATENCY_S = 0.1
"""Asked of the host: room for a late callback. The stamps tell the true age of the sound, so that it costs no truth. On
macOS it is the length of the host's blocks, so that more of it would make sound come later."""

_ALSA_LATENCY_S, _ALSA_PERIODS, _ALSA_BLOCKS_A_SECOND = 0.52, 14, 25
"""ALSA's buffer is this latency and a block of ours, 0.56 s, in 14 periods of 40 ms: a standstill of half a second
costs nothing. PortAudio by itself makes 4 periods of it, and sound would come in bursts of 140 ms. A block is a period:
shorter ones would come two at once, and cost more."""

_MOST_CHANNELS = 8
"""Some virtual devices offer 32 or 128; speech sits on the first."""

_NO_SERVER = Message("System audio needs a sound server: install PipeWire (pipewire-pulse) or PulseAudio.")

_INSTALL = {
    "linux": Message("Install it, for example: sudo apt install libportaudio2 libasound2-plugins"),
    "darwin": Message("Install it: brew install portaudio"),
}


@dataclass(frozen=True, slots=True)
class PortAudioInput:
    """An input device as PortAudio lists it; the index holds until the list is refreshed."""

    index: int
    name: str
    host: str
    channels: int
    rate: int
    default: bool


class PortAudioStream:
    """A recording stream, running from construction on.

    The callback copies the block with its stamp into the ring: no lock, no log, no call that waits.
    """

    def __init__(self, open_stream: Callable[..., Any], closed: Callable[[], None], device: str) -> None:
        """``open_stream`` makes the stream for the callback given to it; ``closed`` is told once when it is closed."""
        self._device = device
        self._closed: Callable[[], None] | None = closed
        self._clock: Callable[[], float] = time.monotonic
        self._stream = open_stream(callback=self._callback)
        self.rate = int(self._stream.samplerate)
        self.channels = int(self._stream.channels)
        self.ring = Ring(RING_SECONDS * self.rate, self.channels, blocks=2 * RING_SECONDS * BLOCKS_A_SECOND)
        self._clock = clock_like(self._stream.time)
        try:
            self._stream.start()
        except Exception:
            self.close()
            raise

    def alive(self) -> bool:
        """Whether the host still runs the stream."""
        return self._closed is not None and bool(self._stream.active)

    def heard_from(self) -> str | None:
        """The device that was opened: PortAudio's own devices never change under a stream."""
        return self._device if self.alive() else None

    def close(self) -> None:
        """Stop and let go. Safe to call twice."""
        if self._closed is None:
            return
        closed, self._closed = self._closed, None
        with contextlib.suppress(
            Exception
        ):  # a device that is gone may refuse to be stopped; it is closed all the same
            self._stream.abort(ignore_errors=True)
        with contextlib.suppress(Exception):
            self._stream.close(ignore_errors=True)
        closed()

    def _callback(self, data: Any, count: int, at: Any, _status: Any) -> None:
        # PortAudio stamps with a clock of the system that may be the wall's. Both clocks are read here, side by side,
        # so that the ring holds monotonic time and a step of the wall clock is never seen.
        now, monotonic_ns = self._clock(), time.monotonic_ns()
        heard = at.inputBufferAdcTime or now - count / self.rate
        frames = np.frombuffer(data, np.float32).reshape(count, self.channels)
        self.ring.write(frames, monotonic_ns - round((now - heard) * 1e9), monotonic_ns)


def clock_like(reading: float) -> Callable[[], float]:
    """The clock of Python that a PortAudio stream's time (s) was read from.

    PortAudio uses the wall clock on Linux, the uptime on macOS and the performance counter on Windows.
    """
    clocks: list[Callable[[], float]] = [time.monotonic, time.perf_counter, time.time]
    return min(clocks, key=lambda clock: abs(clock() - reading))


def _in_alsa_periods(library: str) -> bool:
    """Choose the number of periods of ALSA's buffer; whether this build of PortAudio has ALSA and lets us."""
    try:
        ctypes.CDLL(library).PaAlsa_SetNumPeriods(_ALSA_PERIODS)
    except (OSError, AttributeError):
        return False
    return True


class PortAudio:
    """The library of this process, which all objects of this class are: PortAudio itself knows no threads and is one.

    Two threads that begin or end it at a time crash, and whoever ends it closes everybody's streams.
    """

    lock: ClassVar = threading.RLock()
    """Held for every call but those of a running stream. Opening one takes it too for the environment that guides it,
    which belongs to the whole process."""
    _open_streams: ClassVar = 0

    def __init__(self) -> None:
        """Load it. Raises SourceError with the command that installs it where it is missing."""
        try:
            with self.lock:
                import sounddevice
        except OSError as error:
            raise SourceError(
                Message("The sound library PortAudio cannot be loaded: {reason}.", reason=error),
                _INSTALL.get(sys.platform, Message("Install captioner again: its sound library is missing.")),
            ) from error
        self._sd = sounddevice
        self._latency_s, self._blocks_a_second = _LATENCY_S, BLOCKS_A_SECOND
        if _in_alsa_periods(sounddevice._libname):
            self._latency_s, self._blocks_a_second = _ALSA_LATENCY_S, _ALSA_BLOCKS_A_SECOND

    @property
    def version(self) -> str:
        """PortAudio's own words about itself."""
        return str(self._sd.get_portaudio_version()[1])

    def host_apis(self) -> list[str]:
        """Names of the host APIs that this build of PortAudio found."""
        with self.lock:
            return [str(host["name"]) for host in self._sd.query_hostapis()]

    def inputs(self) -> list[PortAudioInput]:
        """The input devices as of the last refresh."""
        with self.lock:
            hosts, devices = self._sd.query_hostapis(), self._sd.query_devices()
        return [
            PortAudioInput(
                int(entry["index"]),
                str(entry["name"]),
                str(hosts[entry["hostapi"]]["name"]),
                int(entry["max_input_channels"]),
                int(entry["default_samplerate"]),
                entry["index"] == hosts[entry["hostapi"]]["default_input_device"],
            )
            for entry in devices
            if entry["max_input_channels"] > 0
        ]

    def refresh(self) -> None:
        """List the devices again. PortAudio can do so only from scratch: not while a stream is open, then it waits."""
        with self.lock:
            if self._open_streams == 0:
                self._sd._terminate()
                self._sd._initialize()

    def open(self, index: int, *, device: Device, rate: int, channels: int) -> PortAudioStream:
        """Record input ``index`` for ``device``. Raises SourceError where the host refuses."""

        def open_stream(callback: Callable[..., None]) -> Any:
            stream = self._sd.RawInputStream(
                samplerate=rate,
                blocksize=rate // self._blocks_a_second,
                device=index,
                channels=channels,
                dtype="float32",
                latency=self._latency_s,
                callback=callback,
            )
            PortAudio._open_streams += 1
            return stream

        with self.lock:
            try:
                return PortAudioStream(open_stream, self._stream_closed, device.name)
            except self._sd.PortAudioError as error:
                raise _not_opened(device, str(error.args[0])) from error

    def open_output(self, blocks_a_second: int, latency_s: float, callback: Callable[..., None]) -> Any:
        """A running stream on the system's default output, in float32; see ``sounddevice.RawOutputStream``.

        Raises SourceError where there is none, or where the host refuses.
        """
        with self.lock:
            try:
                device = self._sd.query_devices(kind="output")
                rate = int(device["default_samplerate"])
                stream = self._sd.RawOutputStream(
                    samplerate=rate,
                    blocksize=rate // blocks_a_second,
                    channels=min(2, int(device["max_output_channels"])),
                    dtype="float32",
                    latency=latency_s,
                    callback=callback,
                )
                PortAudio._open_streams += 1
                try:
                    stream.start()
                except self._sd.PortAudioError:
                    self.close_output(stream)
                    raise
            except (self._sd.PortAudioError, ValueError) as error:
                raise SourceError(
                    Message("Nothing can be played: {reason}.", reason=str(error.args[0])),
                    "Check the loudspeaker or the headphones in the sound settings of the system.",
                ) from error
        return stream

    def close_output(self, stream: Any) -> None:
        """Stop and let go of a stream of ``open_output``."""
        with self.lock:
            stream.abort(ignore_errors=True)
            stream.close(ignore_errors=True)
        self._stream_closed()

    def _stream_closed(self) -> None:
        with self.lock:
            PortAudio._open_streams -= 1


def _not_opened(device: Device, reason: str) -> SourceError:
    text = Message("“{device}” cannot be opened: {reason}.", device=device.label, reason=reason)
    if device.kind == "microphone" and microphone_permission() == "denied":
        hint = Message("This program is not allowed to use it. {hint}", hint=permission_hint())
        return SourceError(text, hint, remedy="permission")
    return SourceError(
        text, "Close other programs that may be using it, and check that this program may use the microphone."
    )


class PortAudioSystem:
    """The inputs of one host API, where no sound server tells more."""

    def __init__(
        self,
        portaudio: PortAudio,
        host: str,
        *,
        is_system_sound: Callable[[str], bool] = lambda name: False,
        no_system_sound_hint: Message = _NO_SERVER,
    ) -> None:
        """``is_system_sound`` tells by its name whether an input carries what the computer plays."""
        self._portaudio = portaudio
        self._host = host
        self._is_system_sound = is_system_sound
        self.no_system_sound_hint = no_system_sound_hint

    def devices(self) -> list[Device]:
        """The host's inputs, the default first; equal names are numbered in the order of the list."""
        devices = [device for device, _ in self._inputs()]
        return sorted(devices, key=lambda device: not device.default)

    def open(self, device: Device) -> PortAudioStream:
        """Start recording. Raises SourceError where the device is gone or busy."""
        with self._portaudio.lock:  # the index holds until somebody refreshes
            for known, index in self._inputs():
                if known.name == device.name:
                    return self._portaudio.open(index, device=device, rate=device.rate, channels=device.channels)
        raise SourceError(
            Message("“{device}” is not there.", device=device.label), "Plug it in, or choose another one."
        )

    def refresh(self) -> None:
        """List the devices again where no stream is open."""
        self._portaudio.refresh()

    def _inputs(self) -> list[tuple[Device, int]]:
        inputs: list[tuple[Device, int]] = []
        seen: Counter[str] = Counter()
        for entry in self._portaudio.inputs():
            if entry.host != self._host:
                continue
            seen[entry.name] += 1
            name = entry.name if seen[entry.name] == 1 else f"{entry.name} #{seen[entry.name]}"
            kind: Kind = "system" if self._is_system_sound(entry.name) else "microphone"
            default = entry.default and kind == "microphone"
            channels = min(entry.channels, _MOST_CHANNELS)
            inputs.append((Device(kind, name, name, entry.host, channels, entry.rate, default), entry.index))
        return inputs
