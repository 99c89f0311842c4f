"""Recordings through the live pipeline: at real pace with its threads, or by a clock that only computing moves."""

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from time import process_time

import numpy as np

from captioner.app.bench.recordings import Recording
from captioner.app.bench.variants import Variant
from captioner.app.ctrl_c import ctrl_c_cancels
from captioner.app.machine import memory_now
from captioner.app.recognition import chosen_language
from captioner.audio.decode import Decoder
from captioner.audio.file_source import FileSource
from captioner.audio.spool import DiskSpool
from captioner.core.caption import Caption, Notice
from captioner.core.protocols import AudioSource, Recognizer
from captioner.core.sound import SAMPLE_RATE, Pcm, Track
from captioner.core.speech import EngineInfo, Hypothesis, Window
from captioner.live.asking import answers, batch_of
from captioner.live.conversation import Conversation, Wishes
from captioner.live.metrics import SessionMetrics
from captioner.live.segmenter import Segmenter
from captioner.live.session import LiveSession
from captioner.live.simulation import PassTime, SimulatedSource, Simulation
from captioner.live.talk import Talk
from captioner.speech.vad import GatedVad

TRACK = Track("file")


@dataclass(frozen=True, slots=True)
class Run:
    """One recording captioned in one way.

    ``processor_s``: seconds of all cores that the process took, whatever else the machine does. ``pipeline_s``: seconds
    computed outside the engine, where measured. ``memory``: seconds of the recording with the bytes that the process
    held then, where the system tells.
    """

    captions: Sequence[Caption]
    metrics: SessionMetrics
    processor_s: float
    pipeline_s: float | None = None
    memory: Sequence[tuple[float, float]] = ()


def sound_of(path: Path) -> Pcm:
    """All of a file's sound. Raises InputError."""
    with Decoder(str(path)) as decoder, ctrl_c_cancels(decoder.cancel):
        blocks = list(decoder.blocks())
    return np.concatenate(blocks) if blocks else np.zeros(0, np.float32)


def run_simulated(
    recording: Recording, variant: Variant, recognizer: Recognizer, pass_time: PassTime | None = None
) -> Run:
    """The recording through a Simulation; ``pass_time`` as there. Raises InputError."""
    sink, metrics = _Kept(), SessionMetrics()
    source = SimulatedSource(TRACK, sound_of(recording.path))
    began_s = process_time()
    with tempfile.TemporaryDirectory() as folder:
        talk = _talk(source, Path(folder), variant)
        try:
            simulation = Simulation(
                [talk],
                recognizer,
                sink.caption,
                _wishes(variant),
                variant.streaming(recognizer.info),
                metrics,
                pass_time,
            )
            simulation.run()
        finally:
            talk.spool.close()
    took_s = process_time() - began_s
    return Run(sink.captions, metrics, took_s, simulation.pipeline_ns / 1e9, sink.memory)


def run_real(recording: Recording, variant: Variant, recognizer: Recognizer) -> Run:
    """The recording through a LiveSession, as long as it lasts. Raises InputError, or what broke the session."""
    sink, metrics = _Kept(), SessionMetrics()
    began_s = process_time()
    with tempfile.TemporaryDirectory() as folder:
        talk = _talk(FileSource(TRACK, str(recording.path)), Path(folder), variant)
        session = LiveSession(
            [talk],
            lambda: _Lent(recognizer),
            [sink],
            _wishes(variant),
            policy=variant.streaming(recognizer.info),
            metrics=metrics,
        )
        try:
            session.load()
            session.start()
            while not session.wait(0.1):
                pass
        finally:
            session.abandon()
            session.join()
            session.close()
    if session.failure is not None:
        raise session.failure
    return Run(sink.captions, metrics, process_time() - began_s, memory=sink.memory)


def _talk(source: AudioSource, folder: Path, variant: Variant) -> Talk:
    return Talk(
        source,
        DiskSpool(folder / "spool.wav"),
        GatedVad(),
        Segmenter(TRACK.id, variant.endpoint),
        Conversation(chosen_language(variant.recognition)),
    )


def _wishes(variant: Variant) -> Wishes:
    return Wishes(variant.recognition.task, variant.recognition.vocabulary)


@dataclass(slots=True)
class _Kept:
    """A sink that keeps the captions, and looks at the memory after each utterance."""

    captions: list[Caption] = field(default_factory=list)
    memory: list[tuple[float, float]] = field(default_factory=list)

    def caption(self, caption: Caption) -> None:
        self.captions.append(caption)
        if caption.final and (held := memory_now()) is not None:
            self.memory.append((caption.heard / SAMPLE_RATE, held))

    def notice(self, notice: Notice) -> None:
        """How far captions are behind, the figures tell."""


class _Lent:
    """The recognizer, which outlives the session that closes it."""

    def __init__(self, recognizer: Recognizer) -> None:
        self.info: EngineInfo = recognizer.info
        self.recognize: Callable[[Window], Hypothesis] = recognizer.recognize
        self.forget: Callable[[int], None] = recognizer.forget
        self.batch = batch_of(recognizer)
        self.recognize_finals: Callable[[Sequence[Window]], list[Hypothesis]] = partial(answers, recognizer)

    def close(self) -> None:
        """It is closed by who lent it."""
