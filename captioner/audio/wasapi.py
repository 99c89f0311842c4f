"""Windows: microphones through PortAudio's WASAPI, and what the speakers play through WASAPI loopback.

PortAudio as sounddevice brings it has no loopback; PyAudioWPatch is a PortAudio of its own that has. Written against
the documented interface of PyAudioWPatch 0.2.12; it was not run on Windows.

A loopback delivers nothing while nothing plays: the capture fills with silence by the clock.
"""

import contextlib
import time
from typing import Any

import numpy as np

from captioner.audio.portaudio import PortAudioStream, PortAudioSystem
from captioner.audio.ring import Ring
from captioner.audio.sound_system import BLOCKS_A_SECOND, RING_SECONDS, Device
from captioner.core.errors import SourceError
from captioner.core.message import Message

HOST = "Windows WASAPI"
_MARK = " [Loopback]"
"""PyAudioWPatch ends the names of loopback devices with it."""


class WasapiSystem:
    """Microphones and speakers of a Windows computer."""

    no_system_sound_hint = Message("Windows reports no output device: plug in or enable one in the sound settings.")

    def __init__(self, microphones: PortAudioSystem) -> None:
        """``microphones`` lists and records the inputs of the host API "Windows WASAPI"."""
        self._microphones = microphones

    def devices(self) -> list[Device]:
        """Microphones and loopbacks, the defaults first."""
        devices = [*self._microphones.devices(), *_loopbacks()]
        return sorted(devices, key=lambda device: not device.default)

    def open(self, device: Device) -> "PortAudioStream | LoopbackStream":
        """Start recording. Raises SourceError."""
        return LoopbackStream(device) if device.kind == "system" else self._microphones.open(device)

    def refresh(self) -> None:
        """List the microphones again; loopbacks are listed afresh each time."""
        self._microphones.refresh()


class LoopbackStream:
    """What an output device plays, running from construction on."""

    def __init__(self, device: Device) -> None:
        """Raises SourceError where the device is gone or refuses."""
        import pyaudiowpatch

        self._device = device.name
        self.rate, self.channels = device.rate, device.channels
        self.ring = Ring(RING_SECONDS * self.rate, self.channels, blocks=2 * RING_SECONDS * BLOCKS_A_SECOND)
        self._audio = pyaudiowpatch.PyAudio()
        self._stream: Any = None
        self._go_on = (None, pyaudiowpatch.paContinue)
        try:
            index = next(entry["index"] for entry, name in _named(self._audio) if name == device.name)
            self._stream = self._audio.open(
                format=pyaudiowpatch.paFloat32,
                channels=self.channels,
                rate=self.rate,
                input=True,
                input_device_index=index,
                frames_per_buffer=self.rate // BLOCKS_A_SECOND,
                stream_callback=self._callback,
            )
        except (OSError, StopIteration) as error:
            self.close()
            raise SourceError(
                Message("What “{device}” plays cannot be recorded: {reason}.", device=device.label, reason=error),
                "Choose another output device.",
            ) from error

    def alive(self) -> bool:
        """Whether the stream still runs; it does while nothing plays."""
        return self._stream is not None and bool(self._stream.is_active())

    def heard_from(self) -> str | None:
        """The device that was opened: WASAPI never moves a loopback."""
        return self._device if self.alive() else None

    def close(self) -> None:
        """Stop and let go. Safe to call twice."""
        if self._stream is not None:
            with contextlib.suppress(OSError):  # a device that is gone may refuse to be stopped
                self._stream.close()
            self._stream = None
        if self._audio is not None:
            self._audio.terminate()
            self._audio = None

    def _callback(self, data: bytes, count: int, at: dict[str, float], _status: int) -> tuple[None, int]:
        # Stamps of both kinds come from the performance counter; only their difference is used.
        age_s = max(0.0, at["current_time"] - at["input_buffer_adc_time"]) or count / self.rate
        frames = np.frombuffer(data, np.float32).reshape(count, self.channels)
        arrived_ns = time.monotonic_ns()
        self.ring.write(frames, arrived_ns - round(age_s * 1e9), arrived_ns)
        return self._go_on


def _loopbacks() -> list[Device]:
    import pyaudiowpatch

    audio = pyaudiowpatch.PyAudio()
    try:
        try:
            default = audio.get_default_wasapi_loopback()["index"]
        except (OSError, LookupError):  # no WASAPI, or no output device
            return []
        return [
            Device(
                "system",
                name,
                name,
                HOST,
                int(entry["maxInputChannels"]),
                int(entry["defaultSampleRate"]),
                entry["index"] == default,
            )
            for entry, name in _named(audio)
        ]
    finally:
        audio.terminate()


def _named(audio: Any) -> list[tuple[dict[str, Any], str]]:
    return [(entry, str(entry["name"]).removesuffix(_MARK)) for entry in audio.get_loopback_device_info_generator()]
