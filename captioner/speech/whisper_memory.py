"""Whisper's large buffers are kept between passes, where the C library would give them back to the system.

Attention over Whisper's full context needs a buffer of 36 MB (tiny test model) to 180 MB (large) a layer. glibc maps
every allocation over 32 MB anew and unmaps it afterwards, so each layer of each pass pays for thousands of page faults.
Measured with the test model, int8 on 2 cores: an encoder pass over the full context takes 52–69 ms with the buffers
kept and 100–107 ms without; the process holds 12 MB more.
"""

import ctypes
import sys

_M_TRIM_THRESHOLD = -1
_M_MMAP_MAX = -4
_KEPT_BYTES = 1 << 30


def keep_large_buffers() -> None:
    """From now on, for the whole process. Does nothing where the C library is not glibc."""
    if sys.platform != "linux":
        return
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is not None:
        mallopt(_M_MMAP_MAX, 0)
        mallopt(_M_TRIM_THRESHOLD, _KEPT_BYTES)
