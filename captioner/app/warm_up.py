"""Loads ahead what a session will need, while nobody waits for it.

The import of these libraries holds Python's lock for up to 0.1 s at a time: in a session the windows would stutter.
"""

import logging
import sys
from contextlib import suppress

from captioner.core.errors import CaptionerError

_log = logging.getLogger(__name__)


def warm_up() -> None:
    """Import the libraries of sound and of voice activity; those of the engine are loaded in its own process. What is
    not installed is told when it is needed."""
    from captioner.speech.vad import GatedVad

    with suppress(ImportError, OSError):
        import soxr  # noqa: F401
    with suppress(CaptionerError, ImportError, OSError):
        GatedVad()
    import multiprocessing.spawn

    from captioner.speech import embedded, engine_process  # noqa: F401

    if sys.platform != "win32":
        import multiprocessing.popen_spawn_posix
        import multiprocessing.resource_tracker  # noqa: F401
    _log.info("libraries loaded")
