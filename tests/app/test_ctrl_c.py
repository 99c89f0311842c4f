"""Ctrl-C in the middle of a read of FFmpeg."""

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from captioner.app.ctrl_c import ctrl_c_cancels
from captioner.audio.byte_source import PipeBytes
from captioner.audio.decode import Decoder
from captioner.core.errors import InputError


@pytest.fixture
def pipe() -> Iterator[PipeBytes]:
    """Nothing ever comes through it: who reads has to wait."""
    reader, writer = os.pipe()
    yield PipeBytes("a pipe", reader, owned=True)
    os.close(writer)


@contextmanager
def ctrl_c_soon() -> Iterator[None]:
    """A Ctrl-C reaches this thread half a second from now, if that is inside."""
    main_thread = threading.main_thread().ident
    assert main_thread is not None
    timer = threading.Timer(0.5, signal.pthread_kill, (main_thread, signal.SIGINT))
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()


def test_while_the_input_is_opened(pipe: PipeBytes, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(KeyboardInterrupt), ctrl_c_soon(), ctrl_c_cancels(pipe.cancel):
        Decoder(pipe)
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    assert capfd.readouterr() == ("", ""), "PyAV would have printed a traceback"


def twice() -> None:
    signal.raise_signal(signal.SIGINT)
    signal.raise_signal(signal.SIGINT)
    pytest.fail("the second one came too late")


def test_a_second_one_does_not_wait() -> None:
    with pytest.raises(KeyboardInterrupt), ctrl_c_cancels(lambda: None):
        twice()


def test_without_one_errors_are_what_they_are() -> None:
    with pytest.raises(InputError, match="broken"), ctrl_c_cancels(lambda: None):
        raise InputError("It is broken.")
