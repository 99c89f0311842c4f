"""A warning in our log is an event for the user: a test that causes one says so, or fails."""

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager


class ExpectedLog(logging.Handler):
    """Collects what ``captioner`` logs at WARNING or above, and knows which of it the test announced."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._seen: list[str] = []
        self._expected: list[str] = []

    def __call__(self, pattern: str) -> None:
        """Announce that a record whose message matches the regular expression will come."""
        self._expected.append(pattern)

    def emit(self, record: logging.LogRecord) -> None:
        self._seen.append(f"{record.levelname} {record.name}: {record.getMessage()}")

    def complaints(self) -> list[str]:
        """Records that nobody announced, announcements without a record."""
        surprises = [
            f"unexpected log record: {line}"
            for line in self._seen
            if not any(re.search(pattern, line) for pattern in self._expected)
        ]
        absences = [
            f"no log record matched {pattern!r}"
            for pattern in self._expected
            if not any(re.search(pattern, line) for line in self._seen)
        ]
        return surprises + absences


@contextmanager
def listening(logger: logging.Logger) -> Iterator[ExpectedLog]:
    """Hear what the logger and its children say."""
    handler = ExpectedLog()
    logger.addHandler(handler)
    try:
        yield handler
    finally:
        logger.removeHandler(handler)
