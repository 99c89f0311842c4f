"""The same words heard through two tracks are shown once.

A microphone near a loudspeaker hears the other side of a meeting a second time. What it hears is recognized, often
not quite alike, at nearly the same time as on the system track; such words are left out of the microphone's captions,
and the system track keeps them. What the user says at the same time stays: only runs of words that match in order
and in time are echo, and an utterance as a whole only if nearly nothing in it is new.
"""

import threading
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import groupby

from captioner.core.caption import Caption
from captioner.core.sound import ms_to_samples, seconds_to_samples
from captioner.core.speech import Utterance, Word, text_of
from captioner.live.wording import PIECE, fold


@dataclass(frozen=True, slots=True)
class EchoPolicy:
    """When a word is an echo. Times are in samples at 16 kHz.

    ``apart``: between a word and its echo, sound's way through the room and the engine's errors included;
    ``apart_text`` where the times of words are only estimated, as in captions that are not final. ``run``: matching
    words in a row that are no accident. ``whole``: share of matching words from which an utterance without a new run
    of words is nothing but echo. ``alike``: similarity (0…1) of two words of four letters or more that may be the same
    one misheard. ``patience``: an utterance waits so long, in the time of the session, for the system track's words.
    """

    apart: int = ms_to_samples(800)
    apart_text: int = ms_to_samples(2500)
    run: int = 3
    whole: float = 0.6
    alike: float = 0.7
    patience: int = seconds_to_samples(15)


@dataclass(frozen=True, slots=True)
class _Spoken:
    """An utterance of the system track as far as it is known; no words yet where it is only heard to be spoken."""

    start: int
    end: int
    words: tuple[Word, ...]
    timed: bool
    final: bool


class EchoFilter:
    """Takes the captions of all tracks and gives those to show, in order. Other tracks pass untouched and at once.

    Sits between the engine and the sinks: each caption goes through ``take``, the end of the session through
    ``flush``. ``speech`` may be told of utterances as they are heard, so that the microphone's captions wait for words
    of the system track that the engine has yet to find. Any thread may call.
    """

    def __init__(self, system: str = "system", microphone: str = "mic", policy: EchoPolicy | None = None) -> None:
        """``system`` and ``microphone`` are track ids; their samples are on one time line."""
        self._system = system
        self._microphone = microphone
        self._policy = policy or EchoPolicy()
        self._lock = threading.Lock()
        self._spoken: dict[int, _Spoken] = {}  # by utterance
        self._held: deque[Caption] = deque()  # finals of the microphone that wait
        self._shown: dict[int, str] = {}  # by utterance of the microphone: the stable text that was shown
        self._newest = 0

    def speech(self, utterance: Utterance) -> None:
        """The system track is heard to speak; utterances of other tracks are ignored."""
        if utterance.track != self._system:
            return
        with self._lock:
            known = self._spoken.get(utterance.id)
            if known is None or not known.words:
                spoken = _Spoken(utterance.speech_start, utterance.speech_stop, (), timed=False, final=False)
                self._spoken[utterance.id] = spoken

    def take(self, caption: Caption) -> list[Caption]:
        """The captions to show now: this one, changed or not, and others that waited for it; or none."""
        with self._lock:
            self._newest = max(self._newest, caption.end)
            if caption.track == self._system:
                self._remember(caption)
                return [caption, *self._released()]
            if caption.track != self._microphone:
                return [caption]
            if caption.final:
                self._held.append(caption)
                return self._released()
            return [*self._released(), *self._partial(caption)]

    def flush(self) -> list[Caption]:
        """The captions that still wait: no more of the system track will come."""
        with self._lock:
            waiting = [shown for held in self._held for shown in self._final(held)]
            self._held.clear()
            return waiting

    def _remember(self, caption: Caption) -> None:
        words = caption.words if caption.final else _estimated(caption)
        self._spoken[caption.utterance] = _Spoken(
            caption.start, caption.end, words, timed=caption.final, final=caption.final
        )
        if caption.final:  # finals come in the order of speech: what was heard before and has none was no speech
            for utterance, spoken in list(self._spoken.items()):
                if not spoken.final and spoken.end < caption.start:
                    del self._spoken[utterance]
        for utterance, spoken in list(self._spoken.items()):
            if spoken.end < self._newest - 2 * self._policy.patience:
                del self._spoken[utterance]

    def _released(self) -> list[Caption]:
        released: list[Caption] = []
        while self._held and not self._must_wait(self._held[0]):
            released += self._final(self._held.popleft())
        return released

    def _must_wait(self, caption: Caption) -> bool:
        if self._newest - caption.end > self._policy.patience:
            return False
        return any(not spoken.final for spoken in self._around(caption))

    def _partial(self, caption: Caption) -> list[Caption]:
        """A growing caption is shown as it is, or not at all while it may be an echo."""
        if caption.utterance not in self._shown and not self._is_own(caption):
            return []
        self._shown[caption.utterance] = caption.stable
        return [caption]

    def _is_own(self, caption: Caption) -> bool:
        """Whether a growing caption of the microphone is known not to be an echo."""
        around = self._around(caption)
        words = _estimated(caption)
        echoes = self._echoes(words, around, timed=False)
        growing = [spoken for spoken in around if not spoken.final]
        if not growing:
            return not any(echoes)
        # The system track's words are known up to here; what the microphone heard later cannot be judged yet.
        known = max((spoken.end for spoken in growing if spoken.words), default=0)
        judged = [not echo for word, echo in zip(words, echoes, strict=True) if word.start < known]
        return not any(echoes) and _longest_run(judged) >= self._policy.run

    def _final(self, caption: Caption) -> list[Caption]:
        shown = self._shown.pop(caption.utterance, None)
        echoes = self._echoes(caption.words, self._around(caption), timed=True)
        if not any(echoes):
            return [caption]
        words = tuple(word for word, echo in zip(caption.words, echoes, strict=True) if not echo)
        text = text_of(words)
        if not text and shown is None:
            return []
        if shown and not text.startswith(shown):
            text = caption.stable  # what was shown for good stays; the transcript is corrected
        start, end = (words[0].start, words[-1].end) if words else (caption.start, caption.end)
        return [replace(caption, stable=text, words=words, start=start, end=end)]

    def _around(self, caption: Caption) -> list[_Spoken]:
        margin = self._policy.apart_text
        return [
            spoken
            for spoken in self._spoken.values()
            if spoken.start < caption.end + margin and caption.start - margin < spoken.end
        ]

    def _echoes(self, words: Sequence[Word], around: list[_Spoken], *, timed: bool) -> list[bool]:
        """For each word whether it is an echo."""
        policy = self._policy
        matched = [False] * len(words)
        for spoken in around:
            apart = policy.apart if timed and spoken.timed else policy.apart_text
            for i in _matches(words, spoken.words, apart, policy.alike):
                matched[i] = True
        if not any(matched):
            return matched
        new_run = _longest_run([not match for match in matched])
        if sum(matched) >= policy.whole * len(words) and new_run < policy.run:
            return [True] * len(words)
        return _stretches(matched, policy.run)


def _matches(ours: Sequence[Word], theirs: Sequence[Word], apart: int, alike: float) -> list[int]:
    """Indices of the longest sequence of our words that is also, in order and nearly in time, a sequence of theirs."""
    a, b = [fold(word.text) for word in ours], [fold(word.text) for word in theirs]
    same = [
        [abs(mine.start - other.start) <= apart and _alike(a[i], b[j], alike) for j, other in enumerate(theirs)]
        for i, mine in enumerate(ours)
    ]
    best = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in reversed(range(len(a))):
        for j in reversed(range(len(b))):
            best[i][j] = best[i + 1][j + 1] + 1 if same[i][j] else max(best[i + 1][j], best[i][j + 1])
    found, i, j = [], 0, 0
    while i < len(a) and j < len(b):
        if same[i][j]:
            found.append(i)
            i, j = i + 1, j + 1
        elif best[i + 1][j] >= best[i][j + 1]:
            i += 1
        else:
            j += 1
    return found


def _alike(one: str, other: str, alike: float) -> bool:
    if one == other:
        return True
    if min(len(one), len(other)) < 4:
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= alike


def _longest_run(flags: Sequence[bool]) -> int:
    return max((len(list(run)) for flag, run in groupby(flags) if flag), default=0)


def _stretches(matched: Sequence[bool], run: int) -> list[bool]:
    """The stretches of at least ``run`` matches with no two strange words side by side; a single one is misheard."""
    echoes = [False] * len(matched)
    hits = [i for i, match in enumerate(matched) if match]
    begin = 0
    for k in range(len(hits)):
        if k + 1 == len(hits) or hits[k + 1] - hits[k] > 2:
            if k + 1 - begin >= run:
                echoes[hits[begin] : hits[k] + 1] = [True] * (hits[k] + 1 - hits[begin])
            begin = k + 1
    return echoes


def _estimated(caption: Caption) -> tuple[Word, ...]:
    """The words of a caption's text, its time spread over them by their letters. A Chinese character is a word."""
    text = caption.stable + caption.tentative
    pieces = list(PIECE.finditer(text))
    scale = (caption.end - caption.start) / max(1, len(text))
    return tuple(
        Word(
            piece.group(), caption.start + round(piece.start() * scale), caption.start + round(piece.end() * scale), 1.0
        )
        for piece in pieces
    )
