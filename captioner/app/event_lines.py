"""The live pipeline's captions as JSON lines, one a change, for whoever builds on them; a summary at the end."""

import json
import math
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any, TextIO

from captioner.core.caption import Caption, Notice
from captioner.core.errors import OutputError
from captioner.core.sound import SAMPLE_RATE
from captioner.live.metrics import Summary


class EventLines:
    """A CaptionSink that writes to a text stream. ``began_ns`` gives the monotonic clock when feeding began.

    Times are seconds: ``t`` since feeding began, ``start`` and ``end`` in the track, ``lag`` from the end of the last
    word in the air to the caption.
    """

    def __init__(self, out: TextIO, began_ns: Callable[[], int]) -> None:
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


@contextmanager
def event_file(path: str) -> Iterator[TextIO]:
    """A new text file for events. Raises OutputError where it cannot be made."""
    try:
        file = Path(path).open("w", encoding="utf-8")  # noqa: SIM115  # closed below
    except OSError as error:
        raise OutputError(
            f"Cannot write events to {path}: {error.strerror or error}.", "Choose another file or folder."
        ) from error
    try:
        yield file
    finally:
        with suppress(OSError):  # what EventLines has told about
            file.close()


def _seconds(samples: int) -> float:
    return round(samples / SAMPLE_RATE, 3)


def _rounded(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _rounded(inner) for name, inner in value.items()}
    if isinstance(value, float) and math.isfinite(value):
        return round(value, 4)
    return value
