"""Ctrl-C while FFmpeg reads through our code."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from captioner.core.errors import InputError


@contextmanager
def ctrl_c_cancels(cancel: Callable[[], None]) -> Iterator[None]:
    """The first Ctrl-C calls ``cancel`` and raises KeyboardInterrupt where the block ends; a second one at once.

    PyAV drops a KeyboardInterrupt that Python raises in the middle of FFmpeg's reads, with a traceback, and FFmpeg
    takes it for the end of the input. So the read is told to end, with the InputError that comes of it left out. What
    else ends like Ctrl-C here (SIGTERM) is treated like it. For the main thread.
    """
    numbers = [number for number in signal.valid_signals() if signal.getsignal(number) is signal.default_int_handler]
    came = False

    def first(number: int, frame: FrameType | None) -> None:
        nonlocal came
        came = True
        as_before()
        cancel()

    def as_before() -> None:
        for number in numbers:
            signal.signal(number, signal.default_int_handler)

    for number in numbers:
        signal.signal(number, first)
    try:
        yield
    except InputError:
        if not came:
            raise
    finally:
        as_before()
    if came:
        raise KeyboardInterrupt
