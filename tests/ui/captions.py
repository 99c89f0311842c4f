"""Captions as tests make them."""

from captioner.core.caption import Caption
from captioner.core.sound import SAMPLE_RATE


def caption(
    utterance: int,
    stable: str,
    tentative: str = "",
    *,
    revision: int = 0,
    final: bool = False,
    track: str = "system",
    language: str | None = "en",
    start_s: float | None = None,
) -> Caption:
    """One state of an utterance that begins at ``start_s`` (two seconds an utterance where not said) and lasts one."""
    start = round((2 * utterance if start_s is None else start_s) * SAMPLE_RATE)
    return Caption(
        utterance, track, revision, stable, tentative, final, start, start + SAMPLE_RATE, 0.5, language=language
    )
