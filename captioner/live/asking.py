"""Asking an engine, be it one that hears an utterance at a time or one that hears several at once."""

from collections.abc import Sequence

from captioner.core.protocols import BatchRecognizer, Recognizer
from captioner.core.speech import Hypothesis, Window


def batch_of(recognizer: Recognizer) -> int:
    """How many finals the engine hears at once."""
    return recognizer.batch if isinstance(recognizer, BatchRecognizer) else 1


def answers(recognizer: Recognizer, asked: Sequence[Window | Hypothesis]) -> list[Hypothesis]:
    """The engine's answers, in order; those that are there already cost nothing. Several windows must be final."""
    windows = [one for one in asked if isinstance(one, Window)]
    if len(windows) > 1 and isinstance(recognizer, BatchRecognizer):
        found = iter(recognizer.recognize_finals(windows))
    else:
        found = map(recognizer.recognize, windows)
    return [next(found) if isinstance(one, Window) else one for one in asked]
