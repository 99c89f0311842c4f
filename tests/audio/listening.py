"""Hears capture sources for a while and finds in their tracks what was played."""

import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.signal import correlate, resample_poly
from sound_server import write_wav

from captioner.audio.capture import CaptureSource
from captioner.audio.clock import SessionClock
from captioner.audio.sound_system import Kind, SoundSystem
from captioner.core.caption import Notice
from captioner.core.sound import SAMPLE_RATE, AudioBlock, Pcm, Track

PLAYED_RATE = 48_000


class Noise:
    """A stretch of noise that can be found again to the sample: no other seed's resembles it."""

    def __init__(self, seconds: float, seed: int) -> None:
        draw = np.random.default_rng(seed)
        # Half the bandwidth: nothing of it is lost to the filters of the server's and our own conversions.
        narrow = draw.standard_normal(round(seconds * SAMPLE_RATE / 2)) * 0.1
        self.heard: Pcm = resample_poly(narrow, 2, 1).astype(np.float32)
        self.played: NDArray[np.float32] = resample_poly(self.heard, PLAYED_RATE, SAMPLE_RATE).astype(np.float32)

    def wav(self, folder: Path, name: str) -> Path:
        """The file to play."""
        return write_wav(folder / f"{name}.wav", self.played, PLAYED_RATE)

    def find(self, sound: Pcm, start: int = 0, stop: int | None = None) -> tuple[int, float]:
        """Sample index at which the noise begins in ``sound``, and how well it fits (0…1)."""
        part = sound[start:stop]
        at = int(np.abs(correlate(part, self.heard, mode="valid", method="fft")).argmax())
        heard = part[at : at + len(self.heard)]
        norm = float(np.linalg.norm(heard) * np.linalg.norm(self.heard)) or 1.0
        return start + at, abs(float(heard @ self.heard)) / norm


class Listening:
    """Sources on one clock, read by turns in this thread, as tracks "system" and "mic"."""

    def __init__(self, system: SoundSystem, *wanted: tuple[Kind, str], clock: SessionClock | None = None) -> None:
        self.clock = clock or SessionClock()
        self.notices: list[Notice] = []
        self.blocks: dict[str, list[AudioBlock]] = {}
        self.sources: dict[str, CaptureSource] = {}
        for kind, name in wanted:
            track = Track("mic", "You") if kind == "microphone" else Track("system", "Others")
            self.sources[track.id] = CaptureSource(
                track, kind, system, name=name, clock=self.clock, on_notice=self.notices.append
            )
            self.blocks[track.id] = []

    def __enter__(self) -> "Listening":
        for source in self.sources.values():
            source.start()
        return self

    def __exit__(self, *_: object) -> None:
        for source in self.sources.values():
            source.close()

    def until(self, done: Callable[[], bool], timeout_s: float = 30.0) -> None:
        """Listen until something has happened."""
        deadline = time.monotonic() + timeout_s
        while not done():
            if time.monotonic() > deadline:
                raise AssertionError(f"it did not happen within {timeout_s} s; told: {self.notices}")
            for source in self.sources.values():
                if (block := source.read(0.01)) is not None:
                    self.blocks[source.track.id].append(block)

    def listen(self, seconds: float) -> None:
        """Listen until every track has grown by so much."""
        aims = {track: self.samples(track) + round(seconds * SAMPLE_RATE) for track in self.blocks}
        self.until(lambda: all(self.samples(track) >= aim for track, aim in aims.items()), seconds + 30)

    def stop(self) -> None:
        """Stop all sources and read them to their ends."""
        for source in self.sources.values():
            source.stop()
        self.until(lambda: all(source.ended for source in self.sources.values()))

    def samples(self, track: str) -> int:
        """Length of the track so far."""
        return self.blocks[track][-1].stop if self.blocks[track] else 0

    def sound(self, track: str) -> Pcm:
        """The track so far; fails where its blocks do not join."""
        at = 0
        for block in self.blocks[track]:
            assert block.start == at
            assert block.track == track
            assert not block.pcm[: block.lost].any()
            at = block.stop
        return np.concatenate([block.pcm for block in self.blocks[track]])

    def now(self) -> int:
        """Index of the sample that is in the air."""
        return self.clock.sample(self.clock.now_ns())

    def told(self, text: str) -> bool:
        """Whether a notice has said so."""
        return any(text in notice.text for notice in self.notices)
