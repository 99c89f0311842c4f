"""TTML, the subtitles of broadcasters and of streaming services (W3C, "Timed Text Markup Language 1").

Written here rather than by pysubs2, whose writer drops braces and turns a literal backslash-n into a line break. A
speaker becomes an agent in the head.
"""

import re
import xml.etree.ElementTree as ET
from collections.abc import Sequence

from captioner.core.caption import Cue
from captioner.core.errors import InputError
from captioner.core.message import Message
from captioner.transcript.formats.base import ReadableFormat, clock, milliseconds
from captioner.transcript.plain_text import one_line, plain

_TT = "{http://www.w3.org/ns/ttml}"
_METADATA = "{http://www.w3.org/ns/ttml#metadata}"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_CLOCK = re.compile(r"(\d{2,}):(\d{2}):(\d{2})(?:\.(\d+))?")
_OFFSET = re.compile(r"(\d+(?:\.\d+)?)(h|m|s|ms)")
_UNIT_MS = {"h": 3_600_000, "m": 60_000, "s": 1000, "ms": 1}


class Ttml(ReadableFormat):
    """``.ttml``"""

    name = "ttml"
    extension = ".ttml"
    title = "TTML"

    def _text(self, cues: Sequence[Cue], language: str, words: bool) -> str:
        # Names with their prefixes written out: ElementTree's own table of prefixes is global to the process.
        root = ET.Element("tt", {"xmlns": _TT[1:-1], "xmlns:ttm": _METADATA[1:-1], "xml:lang": language})
        head = ET.SubElement(root, "head")
        agents = {name: f"speaker{number}" for number, name in enumerate(_speakers(cues), 1)}
        for name, identifier in agents.items():
            agent = ET.SubElement(head, "ttm:agent", {"xml:id": identifier, "type": "person"})
            ET.SubElement(agent, "ttm:name", {"type": "full"}).text = name
        division = ET.SubElement(ET.SubElement(root, "body"), "div")
        for cue in cues:
            paragraph = ET.SubElement(division, "p", {"begin": clock(cue.start_ms, "."), "end": clock(cue.end_ms, ".")})
            if cue.speaker:
                paragraph.set("ttm:agent", agents[cue.speaker])
            first, *rest = cue.text.split("\n")
            paragraph.text = first
            for line in rest:
                ET.SubElement(paragraph, "br").tail = line
        ET.indent(root)
        return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'

    def read(self, text: str) -> list[Cue]:
        """The cues with their speakers; only clock times and offsets in hours to milliseconds are understood."""
        if "<!DOCTYPE" in text or "<!ENTITY" in text:
            raise InputError("This TTML file declares a document type, which no subtitles need.")
        try:
            root = ET.fromstring(text.removeprefix("\ufeff").encode())  # noqa: S314 - no entities get here
        except (ET.ParseError, UnicodeEncodeError) as error:
            raise InputError(Message("This is not a TTML file: {reason}.", reason=error)) from error
        if root.tag != f"{_TT}tt":
            raise InputError("This XML file is not TTML.")
        names = {
            agent.get(f"{_XML}id", ""): one_line("".join(agent.itertext())) for agent in root.iter(f"{_METADATA}agent")
        }
        cues = [
            Cue(
                _ms(paragraph.get("begin", "")),
                _ms(paragraph.get("end", "")),
                plain(_lines(paragraph)),
                speaker=names.get(paragraph.get(f"{_METADATA}agent", ""), ""),
            )
            for paragraph in root.iter(f"{_TT}p")
        ]
        return [cue for cue in cues if cue.text]


def _speakers(cues: Sequence[Cue]) -> list[str]:
    return list(dict.fromkeys(cue.speaker for cue in cues if cue.speaker))


def _lines(element: ET.Element) -> str:
    text = re.sub("[ \t\r\n]+", " ", element.text or "")
    for child in element:
        text += "\n" if child.tag == f"{_TT}br" else _lines(child)
        text += re.sub("[ \t\r\n]+", " ", child.tail or "")
    return text


def _ms(expression: str) -> int:
    if digits := _CLOCK.fullmatch(expression):
        return milliseconds(digits[1], digits[2], digits[3], digits[4] or "0")
    if offset := _OFFSET.fullmatch(expression):
        return round(float(offset[1]) * _UNIT_MS[offset[2]])
    raise InputError(
        Message("This TTML file has a time that is not understood: {expression!r}.", expression=expression)
    )
