"""WebVTT, the subtitles of web pages (W3C, "WebVTT: The Web Video Text Tracks Format").

A speaker becomes a voice span: ``<v Name>``.
"""

import html
import re
from collections.abc import Sequence

from captioner.core.caption import Cue
from captioner.core.errors import InputError
from captioner.transcript.formats.base import ReadableFormat, clock, milliseconds
from captioner.transcript.plain_text import one_line, plain

_TIMES = re.compile(
    r"\s*(?:(\d{2,}):)?(\d{2}):(\d{2})\.(\d{3})[ \t]+-->[ \t]+(?:(\d{2,}):)?(\d{2}):(\d{2})\.(\d{3})(?:\s.*)?"
)
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?[ \t]+([^>]*)>")
_TAG = re.compile(r"<[^>]*>")


class WebVtt(ReadableFormat):
    """``.vtt``"""

    name = "vtt"
    extension = ".vtt"
    title = "WebVTT"

    def _text(self, cues: Sequence[Cue], language: str, words: bool) -> str:
        return "WEBVTT\n\n" + "".join(map(self._block, cues))

    def _block(self, cue: Cue) -> str:
        voice = f"<v {_escaped(cue.speaker)}>" if cue.speaker else ""
        return f"{clock(cue.start_ms, '.')} --> {clock(cue.end_ms, '.')}\n{voice}{_escaped(cue.text)}\n\n"

    def read(self, text: str) -> list[Cue]:
        """The cues with their speakers; other tags are dropped."""
        lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
        if not re.match(r"WEBVTT(?:[ \t]|$)", lines[0]):
            raise InputError("This is not a WebVTT file: it does not begin with WEBVTT.")
        cues: list[Cue] = []
        index = 1
        while index < len(lines):
            times = _TIMES.fullmatch(lines[index])
            index += 1
            if times is None:
                continue
            first = index
            while index < len(lines) and lines[index].strip():
                index += 1
            body = "\n".join(lines[first:index])
            voice = _VOICE.search(body)
            speaker = one_line(html.unescape(voice.group(1))) if voice else ""
            words = plain(html.unescape(_TAG.sub("", body)))
            start = milliseconds(*times.group(1, 2, 3, 4))
            if words:
                cues.append(Cue(start, milliseconds(*times.group(5, 6, 7, 8)), words, speaker=speaker))
        return cues


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
