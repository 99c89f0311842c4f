"""A meeting of two that lasts as long as one likes: a quarter of an hour of the test talks, over and over.

Both tracks have the noise floor of a quiet room, so that no two seconds of a quarter are alike. For its first six
minutes the two speak in turn with hardly a break, and now and then at once; then one of them says something every
minute. The quarter's length is a multiple of every block and frame, so that each quarter is heard as the one before.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from captioner.core.sound import SAMPLE_RATE, AudioBlock, Pcm, Track
from captioner.live.talk import NS_PER_SAMPLE

QUARTER = 900 * SAMPLE_RATE
DENSE = 360 * SAMPLE_RATE
SPARSE_EVERY = 60 * SAMPLE_RATE
INTERRUPTED_AFTER = 5
"""Every so many turns the other one begins before the turn is over."""

BLOCK = 800
"""Samples that come at once: 50 ms, and 18,000 of them are a quarter."""

_FLOOR = 10 ** (-65 / 20)


@dataclass(frozen=True, slots=True)
class TrueWord:
    """A word of the quarter, with the times of the voice that said it, in samples of the quarter."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Voice:
    """A track's quarter: its sound and its words in order."""

    pcm: Pcm
    words: tuple[TrueWord, ...]


Talk = tuple[Pcm, Sequence[TrueWord]]
"""Sound, and its words with their times in it."""


def two_voices(talks: Sequence[Talk]) -> tuple[Voice, Voice]:
    """The quarter of each of the two who meet, made of the talks in turn."""
    draws = np.random.default_rng(6)
    sounds = [(draws.standard_normal(QUARTER) * _FLOOR).astype(np.float32) for _ in range(2)]
    words: list[list[TrueWord]] = [[], []]
    at, turn = SAMPLE_RATE, 0
    while True:
        pcm, said = talks[turn % len(talks)]
        if at + len(pcm) > QUARTER - 2 * SAMPLE_RATE:
            break
        speaker = turn % 2
        sounds[speaker][at : at + len(pcm)] += pcm
        words[speaker] += [TrueWord(word.text, at + word.start, at + word.end) for word in said]
        turn += 1
        if at > DENSE:
            at += SPARSE_EVERY
        elif turn % INTERRUPTED_AFTER == 0:
            at += len(pcm) - 4 * SAMPLE_RATE
        else:
            at += len(pcm) + SAMPLE_RATE // 2
    return Voice(sounds[0], tuple(words[0])), Voice(sounds[1], tuple(words[1]))


class MeetingSource:
    """An AudioSource of one voice, by a clock from 0 on; ``at_hour`` is called at the beginning of each hour."""

    live = True

    def __init__(self, track: str, voice: Voice, hours: int, at_hour: Callable[[], None] | None = None) -> None:
        self.track = Track(track)
        self.length = hours * 4 * QUARTER
        self._pcm = voice.pcm
        self._position = 0
        self._at_hour = at_hour

    @property
    def now_s(self) -> float:
        """The clock at the newest sound."""
        return self._position / SAMPLE_RATE

    def start(self) -> None:
        """Nothing needs to be opened."""

    def read(self, timeout_s: float) -> AudioBlock | None:
        """The next block, at once; None at the end."""
        if self.ended:
            return None
        start, at = self._position, self._position % QUARTER
        if self._at_hour is not None and start % (4 * QUARTER) == 0:
            self._at_hour()
        self._position += BLOCK
        return AudioBlock(self.track.id, start, self._pcm[at : at + BLOCK], 0, self._position * NS_PER_SAMPLE)

    @property
    def ended(self) -> bool:
        """Whether the meeting is over."""
        return self._position >= self.length

    def stop(self) -> None:
        """The meeting is over."""
        self._position = self.length

    def close(self) -> None:
        """Nothing is open."""


def true_words(entry: Mapping[str, object]) -> list[TrueWord]:
    """The words of a recording, from its line in the manifest."""
    utterances: list[dict[str, list[tuple[str, float, float]]]] = entry["utterances"]  # type: ignore[assignment]
    return [
        TrueWord(text, round(start_s * SAMPLE_RATE), round(end_s * SAMPLE_RATE))
        for utterance in utterances
        for text, start_s, end_s in utterance["words"]
    ]
