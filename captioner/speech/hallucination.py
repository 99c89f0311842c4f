"""Did the engine hear speech, or make it up? Checks of one pass, by what the model itself believes and by its words.

The thresholds of openai/whisper's ``transcribe.py`` for no speech, log-probability and compression; then two of our own
for what passes them: the same few words over and over, more words than anybody can say in the time, and sound in which
neither the VAD nor the model is sure of speech, which is what music looks like. A text that the model is sure of is
never rejected for its no-speech probability alone.
"""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass

NO_SPEECH = "no speech"
UNSURE = "unsure"
REPETITION = "repetition"
IMPOSSIBLE_RATE = "impossible rate"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one pass gave: text, its mean log-probability a token, the no-speech probability, the sound's seconds.

    ``voicing`` is the VAD's mean probability of speech.
    """

    text: str
    log_probability: float
    no_speech: float
    seconds: float
    voicing: float = 1.0


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Beyond these a pass is rejected. ``loops`` is how often in a row the same words may come.

    The less the VAD is sure of speech, the surer the model must be. Of the test speech, near and at the other end of a
    noisy room, the model is surer than -0.65; of hum that sets in with a thump the VAD was 0.72 sure, the model -0.8.
    """

    no_speech: float = 0.6
    log_probability: float = -1.0
    hopeless_log_probability: float = -1.6
    voicing: float = 0.6
    doubtful_log_probability: float = -0.5
    faint_voicing: float = 0.75
    faint_log_probability: float = -0.7
    compression: float = 2.4
    loops: int = 4
    characters_a_second: float = 45.0


def rejection(evidence: Evidence, thresholds: Thresholds | None = None) -> str | None:
    """Why the text is not to be believed, or None. An empty text is never rejected: it claims nothing."""
    limits = thresholds or Thresholds()
    text = evidence.text.strip()
    if not text:
        return None
    if evidence.no_speech > limits.no_speech and evidence.log_probability < limits.log_probability:
        return NO_SPEECH
    if evidence.voicing < limits.voicing and evidence.log_probability < limits.doubtful_log_probability:
        return NO_SPEECH
    if evidence.voicing < limits.faint_voicing and evidence.log_probability < limits.faint_log_probability:
        return NO_SPEECH
    if compression_ratio(text) > limits.compression or repeats(text, limits.loops):
        return REPETITION
    if evidence.log_probability < limits.hopeless_log_probability:
        return UNSURE
    if len(text) > 20 and len(text) > limits.characters_a_second * evidence.seconds:
        return IMPOSSIBLE_RATE
    return None


def compression_ratio(text: str) -> float:
    """Bytes of the text for each byte that zlib makes of it: a text that repeats itself compresses well."""
    data = text.encode("utf-8")
    return len(data) / len(zlib.compress(data))


def repeats(text: str, loops: int) -> bool:
    """Whether the same words, one to eight of them, come ``loops`` times in a row at the end of the text.

    A loop never ends by itself, so it reaches the end. One word four times ("no, no, no, no") is speech: single words
    need twice as many. Text without spaces is taken letter by letter.
    """
    units = text.casefold().split()
    if len(units) < loops and len(text) >= 2 * loops:
        units = list(text.casefold())
    return any(_ends_with(units, size, 2 * loops if size == 1 else loops) for size in range(1, 9))


def _ends_with(units: Sequence[str], size: int, times: int) -> bool:
    if len(units) < size * times:
        return False
    last = units[-size:]
    return all(units[-size * (turn + 1) : len(units) - size * turn] == last for turn in range(times))
