"""The engine that needs no download: pocketsphinx with the US-English model of its wheel.

Truly incremental: each pass feeds only the sound that is new, and the words so far are there at once. English only, far
less exact than Whisper, and without punctuation; every utterance begins with a capital, as does "I".
"""

import re
from dataclasses import dataclass
from time import perf_counter
from typing import Any

import numpy as np

from captioner.core.errors import EngineError
from captioner.core.message import Message
from captioner.core.sound import SAMPLE_RATE, Pcm
from captioner.core.speech import EngineInfo, Hypothesis, PassCost, Task, Window, Word

LANGUAGE = "en"

FRAME_SAMPLES = 160
"""Samples of one of the decoder's frames: 10 ms."""

FEED_SAMPLES = 320
"""Sound goes in in pieces of this length, counted from the utterance's start, and a partial pass leaves what does not
fill one: the words then do not depend on when the passes came. Pocketsphinx keeps Python's lock for a whole piece, so
that it has to be short for the sound card's callback to come in between."""

UNKNOWN_PROBABILITY = 0.5
"""Of a word in a partial pass: pocketsphinx knows posterior probabilities only of an utterance that has ended."""

LEAST_PROBABILITY = 0.1
"""Mean posterior probability of a final's words below which it is not believed. The worst of our clear test speech has
0.23; noise scatters from 0.01 to 1, so this alone does not tell it."""

SLOWEST_S = 0.25
SLOWEST_LETTER_S = 0.13
"""Words that last longer in all than ``SLOWEST_S`` and this for each letter are a tone or a noise stretched over a
word: measured 0.15…0.9 s a letter for music, whales and white noise, 0.05…0.14 s for speech."""

_VARIANT = re.compile(r"\(\d+\)$")
_FIRST_PERSON = re.compile(r"^i(?=$|')")


@dataclass(slots=True)
class _Track:
    """A decoder and the utterance that it is in the middle of (``open``) or has just ended.

    The decoder's cepstral mean follows the track's speaker and room from utterance to utterance; ``mean`` is what it
    was when this one began.
    """

    decoder: Any
    utterance: int | None = None
    start: int = 0
    fed: int = 0
    open: bool = False
    mean: str = ""


class EmbeddedRecognizer:
    """Pocketsphinx behind core's ``Recognizer``: a decoder for each track, about 100 MB, made when it first speaks."""

    def __init__(self, language: str | None = None, task: Task = "transcribe") -> None:
        """Load the model. Raises EngineError for any language but English, for translation, or without the model."""
        require_english(language, task)
        self._tracks: dict[str, _Track] = {}
        self._spare: Any = _decoder()

    @property
    def info(self) -> EngineInfo:
        """What runs."""
        return EngineInfo("embedded", "pocketsphinx en-us", "cpu", languages=(LANGUAGE,), incremental=True)

    def recognize(self, window: Window) -> Hypothesis:
        """What was said in the window, which begins at its utterance's start.

        A window that does not continue what was heard of its utterance (shorter, or after a final pass, or beginning
        elsewhere) is decoded afresh. Raises EngineError for another language than English or for translation.
        """
        require_english(window.language, window.task)
        began = perf_counter()
        track = self._track(window.track)
        same = track.open and (track.utterance, track.start) == (window.utterance, window.start)
        if not same or len(window.pcm) < track.fed:
            _begin(track, window.utterance, window.start)
        fed = _feed(track, window)
        if window.final:
            track.decoder.end_utt()
            track.open = False
        words = _words(track.decoder, window)
        rejected = rejection(words)
        return Hypothesis(
            window.utterance,
            () if rejected else words,
            window.final,
            LANGUAGE,
            1.0,
            rejected,
            PassCost(decode_s=perf_counter() - began, encoded=fed),
        )

    def forget(self, utterance: int) -> None:
        """The utterance is over, whether or not it had a final pass."""
        for track in self._tracks.values():
            if track.open and track.utterance == utterance:
                _abandon(track)

    def close(self) -> None:
        """Free the decoders."""
        self._tracks.clear()
        self._spare = None

    def _track(self, name: str) -> _Track:
        if name not in self._tracks:
            decoder, self._spare = self._spare or _decoder(), None
            self._tracks[name] = _Track(decoder)
        return self._tracks[name]


def rejection(words: tuple[Word, ...]) -> str | None:
    """Why the words are not to be believed, or None. No words are never rejected: they claim nothing."""
    if not words:
        return None
    if sum(word.probability for word in words) / len(words) < LEAST_PROBABILITY:
        return "unsure"
    letters = sum(character.isalpha() for word in words for character in word.text)
    spoken_s = sum(word.end - word.start for word in words) / SAMPLE_RATE
    return "too slow for words" if spoken_s > SLOWEST_S + SLOWEST_LETTER_S * letters else None


def require_english(language: str | None, task: Task) -> None:
    """Raises EngineError for what it cannot do: another language, translation."""
    hint = Message("Choose a Whisper model for it.")
    if language not in (None, LANGUAGE):
        raise EngineError(Message('The embedded engine knows English only, not "{language}".', language=language), hint)
    if task != "transcribe":
        raise EngineError("The embedded engine cannot translate.", hint)


def _decoder() -> Any:
    """A decoder with the wheel's own model, silent.

    Without the second, flat-lexicon pass over the whole utterance: it makes every final late and our test speech no
    better. The lattice's best path stays, since the posterior probabilities come from it.
    """
    import pocketsphinx

    pocketsphinx.set_loglevel("FATAL")
    try:
        return pocketsphinx.Decoder(samprate=SAMPLE_RATE, fwdflat=False, loglevel="FATAL")
    except RuntimeError as error:
        raise EngineError(
            "The embedded engine's English model is missing.", "Install the application again."
        ) from error


def _begin(track: _Track, utterance: int, start: int) -> None:
    """Begin an utterance; one begun again begins with the same mean and so gives the same words."""
    if track.open:
        _abandon(track)
    elif utterance != track.utterance:
        track.mean = track.decoder.get_cmn()
    track.decoder.reinit_feat()  # forgets the noise that was tracked up to here
    track.decoder.set_cmn(track.mean)
    track.decoder.start_utt()
    track.utterance, track.start, track.fed, track.open = utterance, start, 0, True


def _abandon(track: _Track) -> None:
    """End an utterance as if it had never been."""
    track.decoder.end_utt()
    track.decoder.set_cmn(track.mean)
    track.open = False


def _feed(track: _Track, window: Window) -> int:
    """Give the decoder what is new, up to the last whole piece or, at the end, all. Returns the samples fed."""
    before = track.fed
    stop = len(window.pcm) if window.final else len(window.pcm) // FEED_SAMPLES * FEED_SAMPLES
    for at in range(before, stop, FEED_SAMPLES):
        track.decoder.process_raw(_pcm16(window.pcm[at : min(at + FEED_SAMPLES, stop)]), False, False)
    track.fed = max(before, stop)
    return track.fed - before


def _pcm16(pcm: Pcm) -> bytes:
    """Samples as pocketsphinx wants them. What is no number is silence."""
    return (np.clip(np.nan_to_num(pcm, nan=0.0), -1.0, 1.0) * 32767.0).astype(np.int16).tobytes()


def _words(decoder: Any, window: Window) -> tuple[Word, ...]:
    """The decoder's words so far without its sentence marks, silences and noises, as they are written."""
    words: list[Word] = []
    for segment in decoder.seg() or ():
        if segment.word.startswith(("<", "[", "+")):
            continue
        text = _FIRST_PERSON.sub("I", _VARIANT.sub("", segment.word))
        start = min(window.start + segment.start_frame * FRAME_SAMPLES, window.stop)
        end = min(window.start + (segment.end_frame + 1) * FRAME_SAMPLES, window.stop)
        probability = min(1.0, float(segment.prob)) if window.final else UNKNOWN_PROBABILITY
        words.append(Word(" " + (text if words else text[:1].upper() + text[1:]), start, end, probability))
    return tuple(words)
