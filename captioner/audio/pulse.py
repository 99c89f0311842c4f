"""PulseAudio and PipeWire (through pipewire-pulse): microphones, and monitors that carry what the speakers play.

PortAudio records, through ALSA's ``pulse`` device; the sound server is asked with pulsectl what there is, told by the
environment which source to give, and asked again which one it gives. That check is what keeps a microphone from being
recorded as system audio: a server moves a stream silently when its source goes away.
"""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from captioner.audio.portaudio import PortAudio, PortAudioStream
from captioner.audio.ring import Ring
from captioner.audio.sound_system import Device
from captioner.core.errors import SourceError
from captioner.core.message import Message

_APPEAR_S = 1.0
"""How long a new stream may take to show up at the server."""

_ON_ITS_WAY_S = 0.2

START_SERVER = Message("Start it (systemctl --user start pipewire-pulse, or pulseaudio --start) and try again.")


@dataclass(frozen=True, slots=True)
class SoundServer:
    """What answers on the sound server's socket."""

    name: str
    version: str


class PulseSystem:
    """The sources of the sound server. Each call makes its own short connection: any thread may ask."""

    no_system_sound_hint = Message("The sound server has no output device: check the sound settings of the desktop.")

    def __init__(self, portaudio: PortAudio) -> None:
        """``portaudio`` records. Nothing is asked of the server yet."""
        self._portaudio = portaudio

    def server(self) -> SoundServer:
        """Who answers. Raises SourceError where nobody does."""
        with _connection() as pulse:
            info = pulse.server_info()
        return SoundServer(*_server_name(info))

    def devices(self) -> list[Device]:
        """Microphones and monitors, the defaults first. Raises SourceError where the server does not answer."""
        with _connection() as pulse:
            info, sources, sinks = pulse.server_info(), _sources(pulse), pulse.sink_list()
        host = _server_name(info)[0]
        sink_labels = {sink.index: sink.description for sink in sinks}
        devices = [
            Device(
                "system" if _is_monitor(source) else "microphone",
                source.name,
                sink_labels.get(source.monitor_of_sink, source.description) or source.name,
                host,
                source.channel_count,
                source.rate,
                source.monitor_of_sink_name == info.default_sink_name
                if _is_monitor(source)
                else source.name == info.default_source_name,
            )
            for source in sources
        ]
        return sorted(devices, key=lambda device: not device.default)

    def open(self, device: Device) -> "PulseStream":
        """Record the source, and make sure that it is the one. Raises SourceError."""
        # The default environment variable is read when the stream is opened; it belongs to the whole process.
        with self._portaudio.lock, _connection() as pulse:
            known = {output.index for output in pulse.source_output_list()}
            with _environment("PULSE_SOURCE", device.name):
                index = self._alsa_pulse()
                stream = self._portaudio.open(index, device=device, rate=device.rate, channels=device.channels)
            try:
                output = _new_output(pulse, known)
                moved = _steer(pulse, output, device)
            except (SourceError, _pulse_error()) as error:
                stream.close()
                raise SourceError(
                    Message(
                        "“{device}” cannot be recorded: the sound server gives another source instead.",
                        device=device.label,
                    ),
                    "Choose the source in the sound settings of the desktop, and try again.",
                ) from error
        if moved:  # what came before the move, or was on its way then, is another device's sound
            time.sleep(_ON_ITS_WAY_S)
            while stream.ring.read() is not None:
                pass
        return PulseStream(stream, output)

    def refresh(self) -> None:
        """PortAudio may have been loaded while no server ran: let it look again. The server itself needs no refresh."""
        if not any(entry.name == "pulse" for entry in self._portaudio.inputs()):
            self._portaudio.refresh()

    def _alsa_pulse(self) -> int:
        for look_again in (True, False):
            for entry in self._portaudio.inputs():
                if entry.name == "pulse" and entry.host == "ALSA":
                    return entry.index
            if look_again:
                self._portaudio.refresh()  # it was loaded while no server ran
        raise SourceError(
            "PortAudio does not reach the sound server: ALSA has no device “pulse”.",
            "Install it, for example: sudo apt install libasound2-plugins",
        )


class PulseStream:
    """A stream through the sound server. One thread opens, asks and closes it."""

    def __init__(self, stream: PortAudioStream, output: int) -> None:
        """``output`` is the index of the server's side of the stream."""
        import pulsectl

        self._stream = stream
        self._output = output
        self._pulse: Any = None
        self._names: dict[int, str] = {}
        self._source_of = _source_question()
        try:
            self._pulse = _connect()
        except pulsectl.PulseError as error:
            stream.close()
            raise SourceError("The sound server does not answer.", START_SERVER) from error

    @property
    def ring(self) -> Ring:
        """Where the callback puts the sound."""
        return self._stream.ring

    @property
    def rate(self) -> int:
        """Frames a second."""
        return self._stream.rate

    @property
    def channels(self) -> int:
        """Samples in a frame."""
        return self._stream.channels

    def alive(self) -> bool:
        """Whether PortAudio still runs the stream."""
        return self._stream.alive()

    def heard_from(self) -> str | None:
        """Name of the source that the server feeds the stream from, asked now (0.1 ms); None once it has none."""
        if self._pulse is None or not self._stream.alive():
            return None
        try:
            source = self._source_of(self._pulse, self._output)
            if source not in self._names:
                self._names = {entry.index: entry.name for entry in self._pulse.source_list()}
        except _pulse_error():
            return None
        return self._names.get(source)

    def close(self) -> None:
        """Stop and let go. Safe to call twice."""
        self._stream.close()
        if self._pulse is not None:
            self._pulse.close()
            self._pulse = None


def _is_monitor(source: Any) -> bool:
    return bool(source.monitor_of_sink_name) or source.proplist.get("device.class") == "monitor"


def _sources(pulse: Any) -> list[Any]:
    """The server's sources, each with its ``rate``.

    pulsectl 24 keeps the sample specification as a pointer into memory that is gone when its list returns, so the
    rate has to be read by the hook that it leaves for subclasses.
    """
    import pulsectl
    from pulsectl import _pulsectl as c

    class Source(pulsectl.PulseSourceInfo):  # type: ignore[misc]
        rate: int

        def _init_from_struct(self, struct: Any) -> None:
            self.rate = int(struct.sample_spec.rate)

    listing = pulsectl.Pulse._pulse_get_list(c.PA_SOURCE_INFO_CB_T, c.pa.context_get_source_info_list, Source)
    sources: list[Any] = listing(pulse)
    return sources


def _source_question() -> Callable[[Any, int], int]:
    """Asks which source the stream of an index records.

    It is asked for all sound that comes: pulsectl's own question takes four times as long, for it copies all that the
    server tells, and decodes each property.
    """
    import pulsectl
    from pulsectl import _pulsectl as c

    question: Callable[[Any, int], int] = pulsectl.Pulse._pulse_get_list(
        c.PA_SOURCE_OUTPUT_INFO_CB_T, c.pa.context_get_source_output_info, lambda struct: int(struct.source)
    )
    return question


def _server_name(info: Any) -> tuple[str, str]:
    """Name and version; PipeWire says "PulseAudio (on PipeWire 1.2.7)", PulseAudio just "pulseaudio"."""
    name = str(info.server_name)
    if "PipeWire" in name:
        return "PipeWire", name.rpartition("PipeWire ")[2].rstrip(")")
    return "PulseAudio", str(info.server_version)


def _pulse_error() -> type[Exception]:
    import pulsectl

    error: type[Exception] = pulsectl.PulseError
    return error


def _connect() -> Any:
    import pulsectl

    pulse = pulsectl.Pulse("captioner", connect=False)
    try:
        pulse.connect(autospawn=False)
    except BaseException:
        pulse.close()
        raise
    return pulse


@contextmanager
def _connection() -> Iterator[Any]:
    """A connection for a few questions. Raises SourceError where the server is not there or goes away meanwhile."""
    error = _pulse_error()
    try:
        with _connect() as pulse:
            yield pulse
    except error as lost:
        raise SourceError("The sound server does not answer.", START_SERVER) from lost


@contextmanager
def _environment(name: str, value: str) -> Iterator[None]:
    """Set a variable for the C libraries of this process, and put back what was there."""
    before = os.environ.get(name)
    os.environ[name] = value
    try:
        yield
    finally:
        if before is None:
            del os.environ[name]
        else:
            os.environ[name] = before


def _new_output(pulse: Any, known: set[int]) -> int:
    """Index of this process's recording stream that was not there before. Raises SourceError where none appears."""
    own = str(os.getpid())
    deadline = time.monotonic() + _APPEAR_S
    while time.monotonic() < deadline:
        for output in pulse.source_output_list():
            if output.index not in known and output.proplist.get("application.process.id", own) == own:
                return int(output.index)
        time.sleep(0.005)
    raise SourceError("The stream does not appear at the sound server.")


def _steer(pulse: Any, output: int, device: Device) -> bool:
    """Make sure that the stream records the device; whether it had to be moved. Raises SourceError where it cannot."""

    def source() -> int:
        return int(pulse.source_output_info(output).source)

    wanted = int(pulse.get_source_by_name(device.name).index)
    if source() == wanted:
        return False
    pulse.source_output_move(output, wanted)
    deadline = time.monotonic() + _APPEAR_S
    while time.monotonic() < deadline:
        if source() == wanted:
            return True
        time.sleep(0.005)
    raise SourceError("The stream stays at another source.")
