"""The live pipeline's captions as JSON lines, one a change, for whoever builds on them; a summary at the end."""

import json
import math
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any, TextIO

from captioner.core.caption import Caption, Notice
from captioner.core.errors import OutputError
from captioner.core.sound import SAMPLE_RATE
from captioner.live.metrics import Summary
from captioner.transcript.save import require_writable


class EventFile:
    """A text file that begins anew with the first event, so that a session that never began costs no older file."""

    def __init__(self, path: str) -> None:
        """Raises OutputError if the file could not be written."""
        require_writable(path)
        self._path = Path(path)
        self._file: TextIO | None = None

    def write(self, text: str) -> None:
        """Raises OSError."""
        if self._file is None:
            self._file = self._path.open("w", encoding="utf-8")
        self._file.write(text)

    def flush(self) -> None:
        """Raises OSError."""
        if self._file is not None:
            self._file.flush()

    def close(self) -> None:
        """Safe to call twice."""
        if self._file is not None:
            with suppress(OSError):  # EventLines has told
                self._file.close()


class EventLines:
    """A CaptionSink that writes to a text stream. ``began_ns`` gives the monotonic clock when feeding began.

    Times are seconds: ``t`` since feeding began, ``start`` and ``end`` in the track, ``lag`` from the end of the last
    word in the air to the caption.
    """

    def __init__(self, out: TextIO | EventFile, began_ns: Callable[[], int]) -> None:
        self._out = out
        self._began_ns = began_ns
        self._whole = True

    @property
    def whole(self) -> bool:
        """Whether every event could be written."""
        return self._whole

    def caption(self, caption: Caption) -> None:
        """One line of type "caption"."""
        event = {
            "type": "caption",
            "t": self._now(),
            "track": caption.track,
            "utterance": caption.utterance,
            "revision": caption.revision,
            "stable": caption.stable,
            "tentative": caption.tentative,
            "final": caption.final,
            "start": _seconds(caption.start),
            "end": _seconds(caption.end),
            "lag": round(caption.lag_s, 3),
        }
        if caption.final:
            event["language"] = caption.language
            event["words"] = [
                {
                    "text": word.text,
                    "start": _seconds(word.start),
                    "end": _seconds(word.end),
                    "probability": round(word.probability, 3),
                }
                for word in caption.words
            ]
        self._write(event)

    def notice(self, notice: Notice) -> None:
        """One line of type "notice"."""
        self._write({"type": "notice", "t": self._now(), **asdict(notice)})

    def summary(self, summary: Summary, engine: dict[str, Any], devices: dict[str, Any]) -> None:
        """The last line, of type "summary"; ``devices`` tells by track how each device did, if there are any."""
        self._write(
            {
                "type": "summary",
                "t": self._now(),
                "engine": engine,
                "devices": _rounded(devices),
                **_rounded(asdict(summary)),
            }
        )

    def _now(self) -> float:
        return round((time.monotonic_ns() - self._began_ns()) / 1e9, 4)

    def _write(self, event: dict[str, Any]) -> None:
        """Raises OutputError at the first failure and keeps quiet from then on."""
        if not self._whole:
            return
        try:
            self._out.write(json.dumps(event, ensure_ascii=False) + "\n")
            self._out.flush()
        except OSError as error:
            self._whole = False
            raise OutputError(
                f"Events can no longer be written: {error.strerror or error}.", "Captions go on without them."
            ) from error


def _seconds(samples: int) -> float:
    return round(samples / SAMPLE_RATE, 3)


def _rounded(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _rounded(inner) for name, inner in value.items()}
    if isinstance(value, float) and math.isfinite(value):
        return round(value, 4)
    return value
