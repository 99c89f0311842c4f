"""Loads ahead what a session will need, while nobody waits for it.

The import of these libraries holds Python's lock for up to 0.1 s at a time: in a session the windows would stutter.
"""

import logging
from contextlib import suppress

from captioner.core.errors import CaptionerError
from captioner.core.settings import EngineChoice

_log = logging.getLogger(__name__)


def warm_up(engine: EngineChoice) -> None:
    """Import the libraries of sound, of voice activity and of the engine. What is not installed is told when it is
    needed."""
    from captioner.speech.vad import GatedVad

    with suppress(ImportError, OSError):
        import soxr  # noqa: F401
    with suppress(CaptionerError, ImportError, OSError):
        GatedVad()
    if engine != "whisper":  # the embedded engine, in a process of its own, stands in for a model that is not there
        from captioner.speech import embedded_process  # noqa: F401
    if engine != "embedded":
        with suppress(ImportError, OSError):
            import ctranslate2  # noqa: F401
            import faster_whisper.feature_extractor
            import faster_whisper.tokenizer  # noqa: F401
            import scipy.sparse  # noqa: F401
            import tokenizers  # noqa: F401

            from captioner.speech import whisper_load  # noqa: F401
    _log.info("libraries loaded")
