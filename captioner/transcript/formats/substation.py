"""Advanced SubStation Alpha, the styled subtitles of desktop players, written and read with pysubs2.

Text is commands there: ``{…}`` is an override, ``\\N`` a line break. As FFmpeg does it, ``{`` is
written ``\\{{}``, which libass (mpv, VLC, FFmpeg) shows as a brace and of which other players lose no more than the
brace; a backslash gets an invisible word joiner behind it. pysubs2 leaves both alone.
"""

import re
from collections.abc import Sequence

from captioner.core.caption import Cue
from captioner.core.errors import InputError
from captioner.core.message import Message
from captioner.transcript.formats.base import LONGEST_MS, About, ReadableFormat, WriteOptions
from captioner.transcript.plain_text import WORD_JOINER, one_line, plain

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
        import pysubs2

        if "[Events]" not in text:
            raise InputError("This is not a SubStation file: it has no [Events].")
        try:
            file = pysubs2.SSAFile.from_string(text, format_="ass")
        except (ValueError, TypeError, KeyError, IndexError) as error:
            raise InputError(Message("This SubStation file is damaged: {reason}.", reason=error)) from error
        cues = [
            Cue(
                min(max(0, event.start), LONGEST_MS),
                min(max(0, event.end), LONGEST_MS),
                plain(_shown(event.text)),
                speaker=one_line(event.name),
            )
            for event in file
            if not event.is_comment
        ]
        return [cue for cue in cues if cue.text]


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
