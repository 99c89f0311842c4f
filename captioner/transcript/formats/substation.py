"""Advanced SubStation Alpha, the styled subtitles of desktop players, written with pysubs2, which reads no other order
of fields than its own.

Text is commands there: ``{…}`` is an override, ``\\N`` a line break. As FFmpeg does it, ``{`` is
written ``\\{{}``, which libass (mpv, VLC, FFmpeg) shows as a brace and of which other players lose no more than the
brace; a backslash gets an invisible word joiner behind it. pysubs2 leaves both alone.
"""

import re
from collections.abc import Iterator, Sequence

from captioner.core.caption import Cue
from captioner.core.errors import InputError
from captioner.core.message import Message
from captioner.transcript.formats.base import LONGEST_MS, About, ReadableFormat, WriteOptions, milliseconds
from captioner.transcript.plain_text import WORD_JOINER, one_line, plain

_FIELDS = ("layer", "start", "end", "style", "name", "marginl", "marginr", "marginv", "effect", "text")
_TIME = re.compile(r"\s*(\d{1,4}):(\d{1,2}):(\d{1,2})[.,:](\d{1,6})\s*", re.ASCII)
_ESCAPES = r"(\\\{\{\})|\\([{}])|\\(" + WORD_JOINER + r")|\\[nN]|\\h"
_ESCAPE = re.compile(_ESCAPES)
_WRITTEN = re.compile(_ESCAPES + r"|\{[^}]*\}")


class SubStation(ReadableFormat):
    """``.ass``"""

    name = "ass"
    extension = ".ass"
    title = "SubStation Alpha"
    last_ms = 10 * 3_600_000 - 10
    tick_ms = 10

    def _text(self, cues: Sequence[Cue], about: About, options: WriteOptions) -> str:
        import pysubs2

        file = pysubs2.SSAFile()
        if about.title:
            file.info["Title"] = about.title
        for cue in cues:
            # A comma would end the field of the name.
            name = cue.speaker.replace(",", ";")
            file.append(pysubs2.SSAEvent(start=cue.start_ms, end=cue.end_ms, name=name, text=_escaped(cue.text)))
        return file.to_string("ass", header_notice="")

    def read(self, text: str) -> list[Cue]:
        """The cues with their speakers; overrides are dropped."""
        if "[Events]" not in text:
            raise InputError("This is not a SubStation file: it has no [Events].")
        return [
            Cue(start_ms, end_ms, words, speaker=one_line(event.get("name", "")))
            for event in _events(text)
            for start_ms, end_ms, words in [(_ms(event["start"]), _ms(event["end"]), plain(_shown(event["text"])))]
            if words
        ]


def _events(text: str) -> Iterator[dict[str, str]]:
    """The fields of each line of dialogue, whose order the file itself tells."""
    names = list(_FIELDS)
    section = ""
    for line in text.splitlines():
        kind, _, rest = line.partition(":")
        if line.startswith("["):
            section = line.strip().lower()
        elif section == "[events]" and kind == "Format":
            names = [name.strip().lower() for name in rest.split(",")]
            if not {"start", "end"} <= set(names) or names[-1] != "text":
                raise InputError("This SubStation file is damaged: its events have no times or no text.")
        elif section == "[events]" and kind == "Dialogue":
            yield dict(zip(names, (*rest.strip().split(",", len(names) - 1), *[""] * len(names)), strict=False))


def _ms(text: str) -> int:
    if (digits := _TIME.fullmatch(text)) is None:
        raise InputError(Message("This SubStation file has a time that is not understood: {time!r}.", time=text[:40]))
    return min(milliseconds(*digits.groups()), LONGEST_MS)


def _escaped(text: str) -> str:
    return text.replace("\\", f"\\{WORD_JOINER}").replace("{", "\\{{}").replace("\n", "\\N")


def _shown(text: str) -> str:
    """The text without its commands. What lies behind the last ``}`` holds no override, so this is linear."""
    end = text.rfind("}") + 1
    return _WRITTEN.sub(_unescaped, text[:end]) + _ESCAPE.sub(_unescaped, text[end:])


def _unescaped(match: re.Match[str]) -> str:
    if match[1]:
        return "{"
    if match[2]:
        return match[2]
    if match[3]:
        return "\\"
    return {"\\n": "\n", "\\N": "\n", "\\h": " "}.get(match[0], "")
