"""JSON for programs. The whole schema:

    {"version": 1, "language": "en" or null, "title": "…", "began": "2025-03-01T14:05:00+01:00",
     "cues": [{"start_ms": 0, "end_ms": 1500, "text": "…", "track": "mic", "speaker": "You",
               "words": [{"text": " …", "start_ms": 0, "end_ms": 400, "probability": 0.98}]}]}

``title``, ``began``, ``track`` and ``speaker`` are left out where empty, ``words`` where not asked for. A word's text
has its own leading space.
"""

import json
from collections.abc import Sequence
from typing import Annotated, Any

import msgspec

from captioner.core.caption import Cue, CueWord
from captioner.core.errors import InputError
from captioner.core.message import Message
from captioner.transcript.formats.base import LONGEST_MS, About, ReadableFormat, WriteOptions
from captioner.transcript.plain_text import one_line, plain

VERSION = 1

_Ms = Annotated[int, msgspec.Meta(ge=0, le=LONGEST_MS)]


class _Word(msgspec.Struct, frozen=True):
    text: str
    start_ms: _Ms
    end_ms: _Ms
    probability: Annotated[float, msgspec.Meta(ge=0, le=1)]


class _Cue(msgspec.Struct, frozen=True):
    start_ms: _Ms
    end_ms: _Ms
    text: str
    track: str = ""
    speaker: str = ""
    words: tuple[_Word, ...] = ()


class _File(msgspec.Struct, frozen=True):
    version: int
    cues: tuple[_Cue, ...]
    language: str | None = None


class JsonCues(ReadableFormat):
    """``.json``, which is UTF-8 by its specification."""

    name = "json"
    extension = ".json"
    title = "JSON"
    takes = ReadableFormat.takes - {"encoding", "bom"} | {"words"}

    def _text(self, cues: Sequence[Cue], about: About, options: WriteOptions) -> str:
        head: dict[str, Any] = {"version": VERSION, "language": about.language or None}
        if about.title:
            head["title"] = about.title
        if about.began is not None:
            head["began"] = about.began.isoformat(timespec="seconds")
        rows = ",\n".join(json.dumps(_tree(cue, options.words), ensure_ascii=False) for cue in cues)
        return f'{json.dumps(head, ensure_ascii=False)[:-1]}, "cues": [\n{rows}\n]}}\n'

    def read(self, text: str) -> list[Cue]:
        """The cues with all that was written of them."""
        try:
            file = msgspec.json.decode(text.removeprefix("\ufeff").encode(), type=_File)
        except (msgspec.DecodeError, UnicodeEncodeError, RecursionError) as error:
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
