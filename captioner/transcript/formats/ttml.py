"""TTML, the subtitles of broadcasters and of streaming services (W3C, "Timed Text Markup Language 1").

Written here rather than by pysubs2, whose writer drops braces and turns a literal backslash-n into a line break. A
speaker becomes an agent in the head. Read with its frames, ticks, durations and nested times, in its present namespace
and those of its drafts, which DFXP files have.
"""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from captioner.core.caption import Cue
from captioner.core.errors import InputError
from captioner.core.message import Message
from captioner.transcript.formats.base import LONGEST_MS, About, ReadableFormat, WriteOptions, clock
from captioner.transcript.plain_text import one_line, plain

_NAMESPACES = tuple(f"http://www.w3.org/{name}" for name in ("ns/ttml", "2006/10/ttaf1", "2006/04/ttaf1"))
_XML = "{http://www.w3.org/XML/1998/namespace}"
_CLOCK = re.compile(r"(\d{2,4}):(\d{2}):(\d{2})(?:\.(\d{1,9})|:(\d{2,3})(?:\.\d{1,3})?)?", re.ASCII)
_OFFSET = re.compile(r"(\d{1,15}(?:\.\d{1,9})?)(h|m|s|ms|f|t)", re.ASCII)
_DEEPEST = 100
"""Elements in elements; real files have some ten."""


class Ttml(ReadableFormat):
    """``.ttml``, which is UTF-8 here."""

    name = "ttml"
    extension = ".ttml"
    title = "TTML"
    takes = ReadableFormat.takes - {"encoding", "bom"}

    def _text(self, cues: Sequence[Cue], about: About, options: WriteOptions) -> str:
        # Names with their prefixes written out: ElementTree's own table of prefixes is global to the process.
        root = ET.Element(
            "tt",
            {"xmlns": _NAMESPACES[0], "xmlns:ttm": f"{_NAMESPACES[0]}#metadata", "xml:lang": about.language or ""},
        )
        head = ET.SubElement(root, "head")
        if about.title:
            ET.SubElement(head, "ttm:title").text = about.title
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
        """The cues with their speakers."""
        if "<!DOCTYPE" in text or "<!ENTITY" in text:
            raise InputError("This TTML file declares a document type, which no subtitles need.")
        try:
            # What encoding the file declares no longer counts: it is text already.
            parser = ET.XMLParser(encoding="utf-8")  # noqa: S314 - no entities get here
            root = ET.fromstring(text.removeprefix("\ufeff").encode(), parser)  # noqa: S314
        except (ET.ParseError, UnicodeEncodeError) as error:
            raise InputError(Message("This is not a TTML file: {reason}.", reason=error)) from error
        namespace = root.tag[1:].partition("}")[0]
        if root.tag != f"{{{namespace}}}tt" or namespace not in _NAMESPACES:
            raise InputError("This XML file is not TTML.")
        return list(_Reader.of(root, namespace).cues())


@dataclass(frozen=True, slots=True)
class _Reader:
    """What is needed to understand the paragraphs of a file."""

    root: ET.Element
    namespace: str
    frame_rate: float
    tick_rate: float
    names: dict[str, str]

    @classmethod
    def of(cls, root: ET.Element, namespace: str) -> "_Reader":
        parameters, metadata = f"{{{namespace}#parameter}}", f"{{{namespace}#metadata}}"
        frames = _number(root.get(f"{parameters}frameRate"), 30)
        multiplier = re.split("[ :]", root.get(f"{parameters}frameRateMultiplier") or "1 1")
        frame_rate = frames * _number(multiplier[0], 1) / _number(multiplier[-1], 1)
        tick_rate = _number(root.get(f"{parameters}tickRate"), frame_rate)
        names = {
            agent.get(f"{_XML}id", ""): one_line("".join(agent.itertext())) for agent in root.iter(f"{metadata}agent")
        }
        return cls(root, namespace, frame_rate, tick_rate, names)

    def cues(self) -> Iterator[Cue]:
        waiting = [(self.root, 0, 0)]
        while waiting:
            element, begins_ms, depth = waiting.pop()
            if depth > _DEEPEST:
                raise InputError("This TTML file is nested too deeply to be subtitles.")
            begins_ms = min(begins_ms + self._ms(element.get("begin", "0s")), LONGEST_MS)
            if element.tag != f"{{{self.namespace}}}p":
                waiting += [(child, begins_ms, depth + 1) for child in reversed(element)]
            elif text := plain(self._lines(element, depth)):
                yield Cue(begins_ms, self._end_ms(element, begins_ms), text, speaker=self._speaker(element))

    def _end_ms(self, element: ET.Element, begins_ms: int) -> int:
        """When a paragraph ends, which is told from where its own begin counts from; begins, with its duration."""
        if (lasting := element.get("dur")) is not None:
            return min(begins_ms + self._ms(lasting), LONGEST_MS)
        parent_ms = begins_ms - self._ms(element.get("begin", "0s"))
        return min(max(0, parent_ms) + self._ms(element.get("end", "0s")), LONGEST_MS)

    def _speaker(self, element: ET.Element) -> str:
        return self.names.get(element.get(f"{{{self.namespace}#metadata}}agent", ""), "")

    def _lines(self, element: ET.Element, depth: int) -> str:
        if depth > _DEEPEST:
            raise InputError("This TTML file is nested too deeply to be subtitles.")
        text = _spaced(element.text)
        for child in element:
            text += "\n" if child.tag == f"{{{self.namespace}}}br" else self._lines(child, depth + 1)
            text += _spaced(child.tail)
        return text

    def _ms(self, expression: str) -> int:
        expression = expression.strip()
        if digits := _CLOCK.fullmatch(expression):
            seconds = (int(digits[1]) * 60 + int(digits[2])) * 60 + int(digits[3])
            frames = int(digits[5] or 0) / self.frame_rate
            return min(round(1000 * (seconds + float(f"0.{digits[4] or 0}") + frames)), LONGEST_MS)
        if offset := _OFFSET.fullmatch(expression):
            unit_s = {"h": 3600, "m": 60, "s": 1, "ms": 0.001, "f": 1 / self.frame_rate, "t": 1 / self.tick_rate}
            return min(round(1000 * float(offset[1]) * unit_s[offset[2]]), LONGEST_MS)
        raise InputError(
            Message("This TTML file has a time that is not understood: {expression!r}.", expression=expression[:40])
        )


def _number(digits: str | None, otherwise: float) -> float:
    """A positive rate of a file."""
    return float(digits) if digits and re.fullmatch("[1-9][0-9]{0,8}", digits) else otherwise


def _speakers(cues: Sequence[Cue]) -> list[str]:
    return list(dict.fromkeys(cue.speaker for cue in cues if cue.speaker))


def _spaced(text: str | None) -> str:
    return re.sub("[ \t\r\n]+", " ", text or "")
