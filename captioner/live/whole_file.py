"""The pipeline without a clock: a recording that is already there, utterance by utterance, finals only.

The same segmenter and the same context as live, so that what one learns of one holds for the other.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from captioner.core.protocols import Recognizer, Vad
from captioner.core.sound import SAMPLE_RATE, Pcm
from captioner.core.speech import Hypothesis, Utterance, Window
from captioner.live.conversation import Conversation, Wishes
from captioner.live.segmenter import Segmenter

KEPT = 40 * SAMPLE_RATE
"""Samples that stay in memory: longer than any utterance with its pre-roll and the silence that ends it."""


@dataclass(frozen=True, slots=True)
class Progress:
    """A step through the recording: samples heard so far, and what was found in an utterance, if one has ended."""

    heard: int
    found: tuple[Utterance, Hypothesis] | None = None


def transcribe(
    blocks: Iterable[Pcm],
    vad: Vad,
    segmenter: Segmenter,
    recognizer: Recognizer,
    conversation: Conversation,
    wishes: Wishes,
) -> Iterator[Progress]:
    """Recognizes every utterance of the sound in ``blocks``, in order, in bounded memory."""
    sound = _RecentSound()
    for pcm in blocks:
        sound.append(pcm)
        for utterance in segmenter.push(vad.push(pcm)):
            if utterance.state == "closed":
                yield Progress(sound.length, _recognized(utterance, sound, recognizer, conversation, wishes))
        yield Progress(sound.length)
    for utterance in segmenter.flush(sound.length):
        yield Progress(sound.length, _recognized(utterance, sound, recognizer, conversation, wishes))


def _recognized(
    utterance: Utterance, sound: "_RecentSound", recognizer: Recognizer, conversation: Conversation, wishes: Wishes
) -> tuple[Utterance, Hypothesis]:
    window = Window(
        utterance.id,
        utterance.track,
        utterance.start,
        sound.read(utterance.start, utterance.stop),
        True,
        utterance.speech_start,
        conversation.language,
        conversation.detecting,
        wishes.task,
        (),
        conversation.context(utterance),
        wishes.vocabulary,
        utterance.voicing,
    )
    hypothesis = recognizer.recognize(window)
    recognizer.forget(utterance.id)
    conversation.heard(utterance, hypothesis)
    return utterance, hypothesis


class _RecentSound:
    """The newest ``KEPT`` samples."""

    def __init__(self) -> None:
        self.length = 0
        self._blocks: list[Pcm] = []
        self._held = 0

    def append(self, pcm: Pcm) -> None:
        self._blocks.append(pcm)
        self._held += len(pcm)
        self.length += len(pcm)
        while self._held - len(self._blocks[0]) >= KEPT:
            self._held -= len(self._blocks.pop(0))

    def read(self, start: int, stop: int) -> Pcm:
        first = self.length - self._held
        return np.concatenate(self._blocks)[max(0, start - first) : stop - first]
