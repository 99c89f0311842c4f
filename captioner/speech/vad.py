"""Voice activity: is somebody speaking in this 32 ms of sound?

Three detectors behind core's ``Vad``: ``WebRtcVad`` (a few microseconds a frame, hears every word but takes noise for
speech too), ``SileroVad`` (a small neural network, about a hundred microseconds a frame, hard to fool) and
``GatedVad``, which lets the first wake the second and is the one for live use.

All judge frames of exactly 512 samples counted from the start of the track, whatever the sizes of the blocks pushed,
so the same sound gives the same frames.
"""

import importlib.util
import math
import os
from pathlib import Path
from types import ModuleType
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from captioner.core.errors import EngineError
from captioner.core.message import Message
from captioner.core.sound import SAMPLE_RATE, Pcm
from captioner.core.speech import VadFrame

FRAME_SAMPLES = 512
"""Samples of a frame: 32 ms, the only size that Silero takes at 16 kHz."""

HIGH_PASS_HZ = 90.0
"""Below the lowest voice: hum and offset of cheap sound cards are not speech."""

WEBRTC_SAMPLES = 480
"""WebRTC takes 10, 20 or 30 ms: the newest 30 of a frame's 32."""

WEBRTC_MODE = 1
"""WebRTC's aggressiveness, 0 (hears everything) to 3 (misses soft speech)."""

WEBRTC_GAIN = 2.0
"""Lifts what WebRTC hears by 6 dB: it ignores speech below about -50 dB that Silero still hears."""

AWAKE_FRAMES = 32
"""How long after WebRTC's last sign of speech Silero still listens: about a second. WebRTC alone loses a speaker in a
noisy room for longer than half of one."""

WARM_UP_FRAMES = 12
"""Frames before waking that Silero hears to settle its state: about 0.4 s."""

SILENT_DB = -120.0
"""Level of digital silence, so that every level is finite."""

_SILENT_POWER = 10.0 ** (SILENT_DB / 10.0)
_INAUDIBLE = 1e-20
_CONTEXT_SAMPLES = 64
_STATE_SHAPE = (1, 1, 128)
_SILERO_FILE = "silero_vad_v6.onnx"

_Frames: TypeAlias = NDArray[np.float32]
_NO_FRAMES: _Frames = np.zeros((0, FRAME_SAMPLES), np.float32)


class WebRtcVad:
    """WebRTC's detector behind a high-pass filter; probabilities are 0 or 1."""

    def __init__(self, mode: int = WEBRTC_MODE) -> None:
        """``mode`` is WebRTC's aggressiveness, 0…3."""
        self._framer = _Framer()
        self._detector = _WebRtcDetector(mode)

    def push(self, pcm: Pcm) -> list[VadFrame]:
        """Take the next samples, shape (n,), and judge every frame that is now complete."""
        start, frames = self._framer.push(pcm)
        return _judged(start, frames, self._detector.active(frames).astype(np.float32))


class SileroVad:
    """Silero on every frame."""

    def __init__(self) -> None:
        """Raises EngineError where Silero's model file is missing or cannot be loaded."""
        self._framer = _Framer()
        self._network = _SileroNetwork()

    def push(self, pcm: Pcm) -> list[VadFrame]:
        """Take the next samples, shape (n,), and judge every frame that is now complete."""
        start, frames = self._framer.push(pcm)
        return _judged(start, frames, self._network.probabilities(frames))


class GatedVad:
    """WebRTC wakes, Silero confirms: sound that WebRTC does not take for speech costs no inference.

    Silero listens from a frame that WebRTC calls speech until ``AWAKE_FRAMES`` frames have gone by without one. When it
    wakes it resumes its recurrent state and first hears up to ``WARM_UP_FRAMES`` frames that it slept through: waking
    from nothing costs words in a noisy room. A frame that it does not hear has probability 0.
    """

    def __init__(self, mode: int = WEBRTC_MODE) -> None:
        """``mode`` is WebRTC's aggressiveness, 0…3. Raises EngineError as ``SileroVad`` does."""
        self._framer = _Framer()
        self._detector = _WebRtcDetector(mode)
        self._network = _SileroNetwork()
        self._unheard = _NO_FRAMES
        self._quiet_frames = AWAKE_FRAMES
        self._heard = 0

    @property
    def heard_frames(self) -> int:
        """Frames that Silero was run on so far, warm-up included."""
        return self._heard

    def push(self, pcm: Pcm) -> list[VadFrame]:
        """Take the next samples, shape (n,), and judge every frame that is now complete."""
        start, frames = self._framer.push(pcm)
        if not len(frames):
            return []
        probabilities = np.zeros(len(frames), np.float32)
        heard_to = 0
        for first, stop in _runs(self._awake(frames)):
            unheard = np.concatenate([self._unheard, frames[heard_to:first]])[-WARM_UP_FRAMES:]
            heard = np.concatenate([unheard, frames[first:stop]])
            probabilities[first:stop] = self._network.probabilities(heard)[len(unheard) :]
            self._heard += len(heard)
            self._unheard = frames[:0]
            heard_to = stop
        self._unheard = np.concatenate([self._unheard, frames[heard_to:]])[-WARM_UP_FRAMES:]
        return _judged(start, frames, probabilities)

    def _awake(self, frames: _Frames) -> list[bool]:
        """For each frame, whether WebRTC was active in it or in one of the ``AWAKE_FRAMES`` - 1 before."""
        awake = []
        for active in self._detector.active(frames).tolist():
            self._quiet_frames = 0 if active else min(self._quiet_frames + 1, AWAKE_FRAMES)
            awake.append(self._quiet_frames < AWAKE_FRAMES)
        return awake


def _runs(flags: list[bool]) -> list[tuple[int, int]]:
    """The stretches [first, stop) of true flags, in order."""
    edges = np.flatnonzero(np.diff(np.array([False, *flags, False], np.int8)))
    return [(int(first), int(stop)) for first, stop in edges.reshape(-1, 2)]


def _judged(start: int, frames: _Frames, probabilities: NDArray[np.float32]) -> list[VadFrame]:
    """The frames with their level; ``start`` is the sample index of the first."""
    starts = range(start, start + len(frames) * FRAME_SAMPLES, FRAME_SAMPLES)
    return [
        VadFrame(at, at + FRAME_SAMPLES, probability, _level(frame))
        for at, probability, frame in zip(starts, probabilities.tolist(), frames, strict=True)
    ]


def _level(frame: Pcm) -> float:
    """The frame's RMS in dB of full scale. Frames come one by one: numpy's own ways take three times as long."""
    power = float(np.dot(frame, frame)) / FRAME_SAMPLES
    return min(10.0 * math.log10(max(power, _SILENT_POWER)), 0.0)


class _Framer:
    """Cuts a stream of blocks of any size into frames, and keeps what does not fill one."""

    def __init__(self) -> None:
        self._rest: list[Pcm] = []
        self._waiting = 0
        self._next = 0

    def push(self, pcm: Pcm) -> tuple[int, _Frames]:
        """The sample index of the first complete frame, and the complete frames, shape (n, 512).

        Samples that are no numbers count as silence and those past full scale as full scale: one broken sample must
        not deafen filters and network for the rest of the session.
        """
        self._rest.append(np.array(pcm, np.float32))
        self._waiting += len(pcm)
        count = self._waiting // FRAME_SAMPLES
        start, used = self._next, count * FRAME_SAMPLES
        if not count:
            return start, _NO_FRAMES
        pending = np.concatenate(self._rest)
        frames = pending[:used]
        frames[np.isnan(frames)] = 0.0
        np.clip(frames, -1.0, 1.0, out=frames)
        self._rest = [pending[used:]]
        self._waiting -= used
        self._next += used
        return start, frames.reshape(count, FRAME_SAMPLES)


class _WebRtcDetector:
    """The high-pass filter and WebRTC's detector, both with their state."""

    def __init__(self, mode: int) -> None:
        import scipy.signal  # with all that it loads, most of a second
        import webrtcvad

        self._vad: Any = webrtcvad.Vad(mode)
        # Of this low order, double precision needs no second-order sections, for which SciPy takes five times as long.
        self._zeros, self._poles = scipy.signal.butter(4, HIGH_PASS_HZ, "highpass", fs=SAMPLE_RATE)
        self._filter = scipy.signal.lfilter
        self._state: NDArray[np.float64] = np.zeros(4)

    def active(self, frames: _Frames) -> NDArray[np.bool_]:
        """Whether WebRTC takes each of the frames, shape (n, 512), for speech; shape (n,)."""
        if not len(frames):
            return np.zeros(0, np.bool_)
        samples = frames.reshape(-1).astype(np.float64)
        filtered, self._state = self._filter(self._zeros, self._poles, samples, zi=self._state)
        # In digital silence the state dies away to subnormal numbers, with which a processor is 50 times slower.
        self._state[np.abs(self._state) < _INAUDIBLE] = 0.0
        scaled = np.clip(filtered * (WEBRTC_GAIN * 32768.0), -32768, 32767).astype(np.int16).reshape(frames.shape)
        newest = np.ascontiguousarray(scaled[:, -WEBRTC_SAMPLES:])
        return np.array([self._vad.is_speech(frame.tobytes(), SAMPLE_RATE) for frame in newest], np.bool_)


class _SileroNetwork:
    """Silero VAD v6 in ONNX, as faster-whisper ships it: a recurrent network over frames with 64 samples of context."""

    def __init__(self) -> None:
        onnxruntime = _onnxruntime()
        options = onnxruntime.SessionOptions()
        options.inter_op_num_threads = 1
        options.intra_op_num_threads = 1
        options.enable_cpu_mem_arena = False
        options.log_severity_level = 4
        path = silero_model_path()
        try:
            self._session: Any = onnxruntime.InferenceSession(
                str(path), sess_options=options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:  # onnxruntime's own errors share no base but Exception
            raise EngineError(
                Message("The speech detector's model cannot be loaded: {path}.", path=path),
                "Install the application again.",
            ) from error
        self._h = np.zeros(_STATE_SHAPE, np.float32)
        self._c = np.zeros(_STATE_SHAPE, np.float32)
        self._context: Pcm = np.zeros(_CONTEXT_SAMPLES, np.float32)

    def probabilities(self, frames: _Frames) -> NDArray[np.float32]:
        """The probability of speech in each of the next frames, shape (n, 512); shape (n,)."""
        if not len(frames):
            return np.zeros(0, np.float32)
        contexts = np.vstack([self._context, frames[:-1, -_CONTEXT_SAMPLES:]])
        inputs = {"input": np.hstack([contexts, frames]), "h": self._h, "c": self._c}
        output, self._h, self._c = self._session.run(None, inputs)
        self._context = frames[-1, -_CONTEXT_SAMPLES:].copy()
        return np.asarray(output, np.float32).reshape(len(frames))


def _onnxruntime() -> ModuleType:
    """The library, kept from reporting what runs here to its maker.

    Outside Windows (from 1.29 on) its mere import makes a device id and queues an upload, unless the environment
    forbids it before; on Windows events are turned off after it.
    """
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime

    onnxruntime.disable_telemetry_events()
    module: ModuleType = onnxruntime
    return module


def silero_model_path() -> Path:
    """Silero's model file in the installed faster_whisper package, found without importing that heavy package.

    Raises EngineError where it is missing.
    """
    spec = importlib.util.find_spec("faster_whisper")
    folders = list(spec.submodule_search_locations or ()) if spec else []
    for folder in folders:
        path = Path(folder) / "assets" / _SILERO_FILE
        if path.is_file():
            return path
    raise EngineError(
        Message("The speech detector's model, {file}, is missing.", file=_SILERO_FILE), "Install the application again."
    )
