"""Kept recordings for the windows: to be played at any speed, and to be read."""

import queue
import threading
from dataclasses import replace
from enum import Enum, auto
from pathlib import Path

import numpy as np

from captioner.app.second_hearing import sound_of
from captioner.audio.decode import Decoder
from captioner.audio.loudspeaker import Loudspeaker
from captioner.audio.time_stretch import TimeStretch
from captioner.core.errors import CaptionerError
from captioner.core.library import SessionInfo
from captioner.core.sound import SAMPLE_RATE, Pcm, ms_to_samples, samples_to_ms
from captioner.ui.playback import Playing, Recording

_LOOK_S = 0.02


def open_recording(session: SessionInfo) -> Recording | None:
    """The recording of a session, or the media file that it was made of; None where both are gone.

    Raises CaptionerError where it cannot be read.
    """
    sound = sound_of(session)
    if sound is None:
        return None
    reader = SoundReader(sound, session.duration_ms)
    return Recording(SoundPlayer(sound), reader)


class SoundReader:
    """A RecordingReader of any media file."""

    def __init__(self, path: Path, duration_ms: int) -> None:
        """``duration_ms`` counts where the file does not tell. Raises InputError."""
        self._path = path
        with Decoder(str(path)) as decoder:
            self._duration_ms = duration_ms if decoder.samples is None else samples_to_ms(decoder.samples)

    @property
    def duration_ms(self) -> int:
        """Its length."""
        return self._duration_ms

    def read(self, start_ms: int, stop_ms: int) -> Pcm:
        """The sound of ``start_ms``…``stop_ms``, all tracks mixed; silence outside the recording. Raises InputError."""
        wanted = np.zeros(max(0, ms_to_samples(stop_ms - start_ms)), np.float32)
        begin, end = max(0, start_ms), min(stop_ms, self._duration_ms)
        if begin < end:
            with Decoder(str(self._path), start_s=begin / 1000, duration_s=(end - begin) / 1000) as decoder:
                sound = np.concatenate(list(decoder.blocks()) or [np.zeros(0, np.float32)])
            at = ms_to_samples(begin - start_ms)
            wanted[at : at + len(sound)] = sound[: len(wanted) - at]
        return wanted

    def close(self) -> None:
        """There is nothing to let go of: the file is open only while it is read."""


class SoundPlayer:
    """A Player of any media file. Its thread opens the file and the device when they are needed."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._now = Playing()
        self._speed = 1.0
        self._wishes: queue.SimpleQueue[int | _Wish] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._closed = False

    @property
    def now(self) -> Playing:
        """How it stands."""
        return self._now

    def play(self, from_ms: int) -> None:
        """Play from there on."""
        if self._closed:
            return
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="player", daemon=True)
            self._thread.start()
        self._now = Playing(from_ms, True)
        self._wishes.put(from_ms)

    def pause(self) -> None:
        """Fall silent and keep the position."""
        self._now = replace(self._now, playing=False)
        self._wishes.put(_Wish.PAUSE)

    def set_speed(self, speed: float) -> None:
        """How fast, 0.5…2; also while it plays, after what is ready already."""
        self._speed = speed

    def close(self) -> None:
        """Let go of the device and the file. Safe to call twice."""
        self._closed = True
        self._wishes.put(_Wish.CLOSE)

    def join(self) -> None:
        """Wait until they are let go of, after ``close``."""
        if self._thread is not None:
            self._thread.join()

    # The thread

    def _run(self) -> None:
        playback: _Playback | None = None
        try:
            while (wish := self._wish(waiting=playback is None)) is not _Wish.CLOSE:
                try:
                    if wish is _Wish.PAUSE and playback is not None:
                        playback.close()
                        playback = None
                    elif isinstance(wish, int):
                        loudspeaker = Loudspeaker() if playback is None else playback.handed_over()
                        playback = None
                        playback = _Playback(self._path, wish, loudspeaker)
                    if playback is not None:
                        playback.feed(self._speed)
                        self._tell(Playing(playback.place_ms, not playback.over))
                        if playback.over:
                            playback.close()
                            playback = None
                except CaptionerError as error:
                    self._tell(Playing(self._now.position_ms, False, error.message))
                    if playback is not None:
                        playback.close()
                        playback = None
        finally:
            if playback is not None:
                playback.close()

    def _wish(self, *, waiting: bool) -> "int | _Wish":
        try:
            return self._wishes.get(timeout=None if waiting else _LOOK_S)
        except queue.Empty:
            return _Wish.GO_ON

    def _tell(self, now: Playing) -> None:
        if self._wishes.empty():  # else it is about to be something else, and has been told so
            self._now = now


class _Wish(Enum):
    GO_ON = auto()
    PAUSE = auto()
    CLOSE = auto()


class _Playback:
    """A recording that is being played, from one place on."""

    def __init__(self, path: Path, from_ms: int, loudspeaker: Loudspeaker) -> None:
        """Takes the loudspeaker over, also where it raises. Raises InputError."""
        self._loudspeaker = loudspeaker
        self._from_ms = from_ms
        try:
            self._decoder = Decoder(str(path), start_s=from_ms / 1000)
        except CaptionerError:
            loudspeaker.close()
            raise
        self._blocks = self._decoder.blocks()
        self._stretch = TimeStretch()
        self._given_ms = float(from_ms)
        self._ended = False

    @property
    def place_ms(self) -> int:
        """What is in the air."""
        place = self._loudspeaker.place
        return self._from_ms if place is None else round(min(place, self._given_ms))

    @property
    def over(self) -> bool:
        """Whether it was heard to its end."""
        return self._ended and self._loudspeaker.empty

    def feed(self, speed: float) -> None:
        """Give the loudspeaker what it wants. Raises InputError."""
        self._stretch.speed = speed
        while self._loudspeaker.wanted and not self._ended:
            block = next(self._blocks, None)
            self._ended = block is None
            sound = self._stretch.flush() if block is None else self._stretch.push(block)
            self._loudspeaker.give(sound, self._given_ms, 1000 * speed, last=self._ended)
            self._given_ms += 1000 * speed * len(sound) / SAMPLE_RATE

    def handed_over(self) -> Loudspeaker:
        """Lets go of the file; the loudspeaker is silent and the caller's."""
        self._decoder.close()
        self._loudspeaker.clear()
        return self._loudspeaker

    def close(self) -> None:
        """Let go of both."""
        self._decoder.close()
        self._loudspeaker.close()
