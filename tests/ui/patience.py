"""Waits that end well on a fast computer, and late on one that stands still."""

from collections.abc import Callable
from typing import Any

from pytestqt.qtbot import QtBot

_PATIENCE_MS = 20_000
"""Only a net: what is waited for comes within milliseconds, but a virtual machine may stand still for seconds."""


class PatientQtBot(QtBot):
    """pytest-qt's waits, for 20 s instead of 5 where a test does not say."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = _PATIENCE_MS) -> None:  # noqa: N802
        """Until ``callback`` says yes."""
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = _PATIENCE_MS, **options: Any) -> Any:  # noqa: N802
        """Until the signal comes."""
        return super().waitSignal(signal, timeout=timeout, **options)
