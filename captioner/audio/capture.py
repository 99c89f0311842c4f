"""A microphone or what the computer plays, as an AudioSource: one gapless track whatever happens to the device."""

import contextlib
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from captioner.audio.clock import SessionClock
from captioner.audio.continuity import Continuity
from captioner.audio.devices import find_device
from captioner.audio.level import Level, LevelMeter
from captioner.audio.permission import microphone_permission, permission_hint
from captioner.audio.ring import RingChunk
from captioner.audio.sound_system import Device, Kind, SoundStream, SoundSystem, in_words
from captioner.audio.supervisor import STALL_NS, Look, Supervisor, Verdict
from captioner.audio.timeline import Timeline
from captioner.core.caption import Notice
from captioner.core.errors import SourceError
from captioner.core.message import Message
from captioner.core.sound import AudioBlock, Track

_POLL_S = 0.02
_LOOK_NS = 100_000_000
"""How often the stream is looked at where nothing comes and nothing depends on it."""
_DEFAULTS_NS = 1_000_000_000
"""How often the system is asked for its defaults (6 ms)."""
_HOLD_NS = 500_000_000
"""Silence of the clock's making stays so far behind the present: what comes up to so late still finds its place. A
microphone that has no fault yet owes its sound: it is waited for until it counts as stalled."""
_DRAIN_S = 0.3
"""Sound that was in the air at Stop may take so long to arrive."""
_OVERFLOW_NOTICE_NS = 10_000_000_000
"""Losses within so long of the last one belong to the same event."""


@dataclass(frozen=True, slots=True)
class CaptureHealth:
    """Proof of life of a track.

    ``device`` is the label of what is recorded now, empty while nothing is. ``lost`` counts samples of silence that
    stand for sound that was lost, ``late`` samples of sound that came too late to be used. ``drift_ppm`` tells how
    slow the device's clock is, None in the first minute.
    """

    device: str
    level: Level
    lost: int
    late: int
    drift_ppm: float | None


class CaptureSource:
    """Records one device; implements ``AudioSource``.

    The reader's thread does everything but the copying into the ring: it converts, fills gaps, looks after the stream
    and opens it again. Sound is used only after the system was asked, later than the sound came, which device the
    stream records: a server that moves the stream to a microphone does not get a word of it into the captions.
    """

    live = True

    def __init__(
        self,
        track: Track,
        kind: Kind,
        system: SoundSystem,
        *,
        name: str = "",
        clock: SessionClock | None = None,
        on_notice: Callable[[Notice], None] = lambda notice: None,
    ) -> None:
        """``name`` chooses the device as ``find_device`` does, "" follows the system's default.

        Tracks given the same ``clock`` are on one time line: sample 0 of each is the start of that clock, which is the
        start of the first of them.
        ``on_notice`` is called by the thread that reads, once for each event.
        """
        self._track = track
        self._kind: Kind = kind
        self._system = system
        self._name = name
        self._clock = clock or SessionClock()
        self._tell = on_notice
        self._supervisor = Supervisor(kind, track.id, named=bool(name))
        self._timeline = Timeline(track.id, self._clock)
        self._blocks: deque[AudioBlock] = deque()
        self._stream: SoundStream | None = None
        self._device: Device | None = None
        self._devices: dict[str, Device] = {}
        self._default: Device | None = None
        self._continuity = Continuity(1)
        self._meter = LevelMeter(1)
        self._next_look_ns = self._next_defaults_ns = 0
        self._slept_ns = self._clock.slept_ns
        self._silence_told = False
        self._overflow_ns = -_OVERFLOW_NOTICE_NS
        self._stopping = self._stopped = False

    @property
    def track(self) -> Track:
        """The track that this source feeds."""
        return self._track

    @property
    def health(self) -> CaptureHealth:
        """How it goes; any thread may ask."""
        device = self._device
        return CaptureHealth(
            device.label if device else "",
            self._meter.level,
            self._timeline.lost,
            self._timeline.late,
            self._timeline.drift_ppm,
        )

    def start(self) -> None:
        """Begin. Raises SourceError where there is no such device, or it cannot be opened."""
        self._open(self._clock.now_ns())

    def read(self, timeout_s: float) -> AudioBlock | None:
        """The next block, or None when none came within ``timeout_s`` or the track has ended."""
        deadline = time.monotonic() + timeout_s
        while True:
            if self._blocks:
                return self._blocks.popleft()
            if self._stopped:
                return None
            if self._stopping:
                self._drain()
                continue
            self._work()
            if not self._blocks:
                left = deadline - time.monotonic()
                if left <= 0:
                    return None
                time.sleep(min(_POLL_S, left))

    @property
    def ended(self) -> bool:
        """Whether it was stopped and everything has been read."""
        return self._stopped and not self._blocks

    def stop(self) -> None:
        """Take no more sound. What is on its way to this moment can still be read. Safe to call twice."""
        self._stopping = True

    def close(self) -> None:
        """Let go of the device. Safe to call twice."""
        self._stopping = self._stopped = True
        self._close()
        self._blocks.clear()

    def _work(self) -> None:
        """Take what has come, look after the stream, and fill what nothing came for."""
        now_ns = self._clock.now_ns()
        if (slept := self._clock.slept_ns) > self._slept_ns:
            seconds, self._slept_ns = (slept - self._slept_ns) / 1e9, slept
            self._act(self._supervisor.slept(now_ns, seconds), now_ns)
        if self._stream is None:
            self._act(self._supervisor.waiting(now_ns), now_ns)
        elif self._stream.ring.available or now_ns >= self._next_look_ns:
            self._listen(self._stream, now_ns)
        owed = self._kind == "microphone" and not self._supervisor.faulty
        if self._supervisor.silent_ns >= (STALL_NS if owed else _HOLD_NS):
            lost = self._supervisor.faulty or self._kind == "microphone"
            self._give_held()
            self._blocks.extend(self._timeline.silence(now_ns - _HOLD_NS, lost=lost))

    def _listen(self, stream: SoundStream, now_ns: int) -> None:
        """Take what came before the stream was looked at, if it is of the right device."""
        self._next_look_ns = now_ns + _LOOK_NS
        chunks = []
        while (chunk := stream.ring.read()) is not None:
            chunks.append(chunk)
        if now_ns >= self._next_defaults_ns:
            self._look_around(now_ns)
        alive, name = stream.alive(), stream.heard_from()
        if name is not None and name not in self._devices:
            self._look_around(now_ns)
        heard_from = self._devices.get(name) if name is not None else None
        verdict = self._supervisor.look(Look(alive, heard_from, self._default, bool(chunks)), now_ns)
        if verdict.use_sound:
            self._device = heard_from
            for chunk in chunks:
                self._use(chunk, stream.rate, now_ns)
        self._act(verdict, now_ns)

    def _use(self, chunk: RingChunk, rate: int, now_ns: int) -> None:
        self._watch_level(chunk.frames)
        for missing, certain in self._continuity.push(chunk):
            if missing and not self._timeline.idle:  # in a pause of the stream there was nothing to lose
                self._tell_overflow(missing / rate, now_ns)
            self._blocks.extend(self._timeline.take(missing, certain))

    def _act(self, verdict: Verdict, now_ns: int) -> None:
        for notice in verdict.notices:
            self._tell(notice)
        if verdict.action == "close":
            self._close()
        elif verdict.action == "open":
            try:
                self._open(now_ns)
            except SourceError:
                self._supervisor.failed(now_ns)

    def _open(self, now_ns: int) -> None:
        """Open the device that the name stands for at this moment. Raises SourceError."""
        try:
            device = find_device(self._system, self._kind, self._name)
        except SourceError:
            self._system.refresh()
            device = find_device(self._system, self._kind, self._name)
        self._stream = self._system.open(device)
        self._device = device
        self._look_around(now_ns)
        self._continuity = Continuity(self._stream.rate)
        self._meter = LevelMeter(self._stream.rate)
        self._timeline.begin(self._stream.rate, self._stream.channels)
        self._supervisor.opened(device, self._default, now_ns)

    def _close(self) -> None:
        """Let go of the stream; what was converted already is still given."""
        self._device = None
        if self._stream is not None:
            self._stream.close()
            self._stream = None
            self._give_held()
            self._blocks.extend(self._timeline.end())

    def _give_held(self) -> None:
        """Nothing follows that could tell more about what is held."""
        for missing, chunk in self._continuity.flush():
            self._blocks.extend(self._timeline.take(missing, chunk))

    def _look_around(self, now_ns: int) -> None:
        """Ask for the devices and the default. A system that does not answer changes nothing: the stream will tell."""
        self._next_defaults_ns = now_ns + _DEFAULTS_NS
        with contextlib.suppress(SourceError):
            devices = self._system.devices()
            self._devices = {device.name: device for device in devices}
            self._default = next((device for device in devices if device.kind == self._kind and device.default), None)

    def _drain(self) -> None:
        """Take what was in the air when Stop came, then end."""
        until_ns = self._clock.now_ns()
        deadline = time.monotonic() + _DRAIN_S
        while self._stream is not None and time.monotonic() < deadline:
            self._work()
            if self._timeline.samples >= self._clock.sample(until_ns):
                break
            time.sleep(_POLL_S)
        self._close()
        self._stopped = True

    def _watch_level(self, frames: NDArray[np.float32]) -> None:
        level = self._meter.push(frames)
        if self._kind == "microphone" and level.no_signal != self._silence_told:
            self._silence_told = level.no_signal
            name = in_words(self._kind, self._device)
            if level.no_signal:
                self._tell(self._no_signal(name))
            else:
                self._tell(Notice("info", Message("{name} gives a signal again.", name=name), "", self._track.id))

    def _no_signal(self, name: Message) -> Notice:
        text = Message("{name} gives no signal, only digital silence.", name=name)
        if microphone_permission() == "denied":
            hint = Message("This program is not allowed to use it. {hint}", hint=permission_hint())
            return Notice("warning", text, hint, self._track.id, remedy="permission")
        hint = Message("It may be muted, or this program may not be allowed to use it: check the sound settings.")
        return Notice("warning", text, hint, self._track.id)

    def _tell_overflow(self, seconds: float, now_ns: int) -> None:
        if now_ns - self._overflow_ns > _OVERFLOW_NOTICE_NS:
            text = Message("{ms:.0f} ms of sound were lost: this computer was too busy.", ms=seconds * 1000)
            hint = Message("Close programs that you do not need, or choose a smaller model.")
            self._tell(Notice("warning", text, hint, self._track.id))
        self._overflow_ns = now_ns
