"""Words for tests of the live pipeline."""

from captioner.core.sound import SAMPLE_RATE
from captioner.core.speech import Word


def spoken(text: str, start_s: float = 0.0, each_s: float = 0.4, probability: float = 0.8) -> tuple[Word, ...]:
    """The words of a text, one after the other, ``each_s`` seconds long."""
    words: list[Word] = []
    for i, word in enumerate(text.split()):
        start = round((start_s + i * each_s) * SAMPLE_RATE)
        words.append(Word(" " + word, start, start + round(each_s * SAMPLE_RATE), probability))
    return tuple(words)
