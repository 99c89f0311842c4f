"""JSON for programs. The whole schema:

    {"version": 1, "language": "en" or null,
     "cues": [{"start_ms": 0, "end_ms": 1500, "text": "…", "track": "mic", "speaker": "You",
               "words": [{"text": " …", "start_ms": 0, "end_ms": 400, "probability": 0.98}]}]}

``track`` and ``speaker`` are left out where empty, ``words`` where not asked for. A word's text has its own leading
space.
"""

import json
from collections.abc import Sequence
from typing import Any

import msgspec

from captioner.core.caption import Cue, CueWord
from captioner.core.errors import InputError
from captioner.core.message import Message
from captioner.transcript.formats.base import ReadableFormat
from captioner.transcript.plain_text import one_line, plain

VERSION = 1


class _Word(msgspec.Struct, frozen=True):
    text: str
    start_ms: int
    end_ms: int
    probability: float


class _Cue(msgspec.Struct, frozen=True):
    start_ms: int
    end_ms: int
    text: str
    track: str = ""
    speaker: str = ""
    words: tuple[_Word, ...] = ()


class _File(msgspec.Struct, frozen=True):
    version: int
    cues: tuple[_Cue, ...]
    language: str | None = None


class JsonCues(ReadableFormat):
    """``.json``"""

    name = "json"
    extension = ".json"
    title = "JSON"

    def _text(self, cues: Sequence[Cue], language: str, words: bool) -> str:
        head = f'{{"version": {VERSION}, "language": {json.dumps(language or None)}, "cues": ['
        rows = ",\n".join(json.dumps(_tree(cue, words), ensure_ascii=False) for cue in cues)
        return f"{head}\n{rows}\n]}}\n"

    def read(self, text: str) -> list[Cue]:
        """The cues with all that was written of them."""
        try:
            file = msgspec.json.decode(text.removeprefix("\ufeff").encode(), type=_File)
        except (msgspec.DecodeError, UnicodeEncodeError) as error:
            raise InputError(Message("This is not a JSON transcript: {reason}.", reason=error)) from error
        if file.version != VERSION:
            raise InputError(
                Message(
                    "This JSON transcript has version {version}; only version {known} is understood.",
                    version=file.version,
                    known=VERSION,
                ),
                "A newer version of this program reads it.",
            )
        cues = [
            Cue(
                cue.start_ms,
                cue.end_ms,
                plain(cue.text),
                one_line(cue.track),
                one_line(cue.speaker),
                tuple(CueWord(_clean(word.text), word.start_ms, word.end_ms, word.probability) for word in cue.words),
            )
            for cue in file.cues
        ]
        return [cue for cue in cues if cue.text]


def _tree(cue: Cue, words: bool) -> dict[str, Any]:
    tree: dict[str, Any] = {"start_ms": cue.start_ms, "end_ms": cue.end_ms, "text": cue.text}
    if track := one_line(cue.track):
        tree["track"] = track
    if cue.speaker:
        tree["speaker"] = cue.speaker
    if words:
        tree["words"] = [
            {
                "text": _clean(word.text),
                "start_ms": word.start_ms,
                "end_ms": word.end_ms,
                "probability": round(word.probability, 3),
            }
            for word in cue.words
        ]
    return tree


def _clean(word: str) -> str:
    return (" " if word[:1].isspace() else "") + one_line(word)
