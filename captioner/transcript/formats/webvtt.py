"""WebVTT, the subtitles of web pages (W3C, "WebVTT: The Web Video Text Tracks Format").

A speaker becomes a voice span: ``<v Name>``.
"""

import html
import re
from collections.abc import Sequence

from captioner.core.caption import Cue
from captioner.core.errors import InputError
from captioner.transcript.formats.base import About, ReadableFormat, WriteOptions, clock
from captioner.transcript.formats.timed_lines import timed_blocks
from captioner.transcript.plain_text import one_line, plain

_VOICE = re.compile(r"<v(?:\.[^\s<>]*)?[ \t]([^<>]*)>")
_TAG = re.compile(r"<[^>]*>")


class WebVtt(ReadableFormat):
    """``.vtt``, which is UTF-8 by its specification."""

    name = "vtt"
    extension = ".vtt"
    title = "WebVTT"
    takes = ReadableFormat.takes - {"encoding"}

    def _text(self, cues: Sequence[Cue], about: About, options: WriteOptions) -> str:
        return "WEBVTT\n\n" + "".join(map(self._block, cues))

    def _block(self, cue: Cue) -> str:
        name = _escaped(cue.speaker)
        if name.endswith("--"):  # with the bracket an arrow, which would begin another cue
            name = f"{name[:-1]}&#45;"
        voice = f"<v {name}>" if name else ""
        return f"{clock(cue.start_ms, '.')} --> {clock(cue.end_ms, '.')}\n{voice}{_escaped(cue.text)}\n\n"

    def read(self, text: str) -> list[Cue]:
        """The cues with their speakers; other tags are dropped."""
        lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
        if not re.match(r"WEBVTT(?:[ \t]|$)", lines[0]):
            raise InputError("This is not a WebVTT file: it does not begin with WEBVTT.")
        return [
            Cue(start, end, words, speaker=one_line(html.unescape(voice[1])) if voice else "")
            for start, end, body in timed_blocks(lines)
            if (words := plain(html.unescape(without_tags(body))))
            for voice in [_VOICE.search(body)]
        ]


def without_tags(text: str) -> str:
    """The text without what stands in angle brackets. What lies behind the last ``>`` is no tag, so this is linear."""
    end = text.rfind(">") + 1
    return _TAG.sub("", text[:end]) + text[end:]


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
