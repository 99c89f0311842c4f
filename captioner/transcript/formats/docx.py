"""Word documents (ECMA-376, "Office Open XML File Formats"): title, date, and paragraphs under their speaker and time.

The few parts that a document must have, put together here: a library for Word files is far larger than what this needs,
and brings a template of its own. Read by Word, LibreOffice, Google Docs and Pages.
"""

import io
import unicodedata
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Sequence
from datetime import UTC

from captioner.core.caption import Cue
from captioner.transcript.formats.base import About, CueFormat, Option, WriteOptions
from captioner.transcript.formats.paragraphs import Paragraph, paragraphs_of

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"

_CONTENT_TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
    '<Override PartName="/docProps/core.xml"'
    ' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
    "</Types>"
)
_RELATIONS = (
    f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
    "</Relationships>"
)
_DOCUMENT_RELATIONS = (
    f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/>'
    "</Relationships>"
)
# Names of Word's built-in styles, so that its outline, its translations and its themes know them. Sizes in half points.
_STYLES = (
    f'<w:styles xmlns:w="{_WORD}">'
    '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/><w:szCs w:val="22"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
    "</w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/>'
    '<w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:sz w:val="44"/><w:szCs w:val="44"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Subtitle"><w:name w:val="Subtitle"/><w:basedOn w:val="Normal"/>'
    '<w:rPr><w:color w:val="595959"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/>'
    '<w:next w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="200" w:after="0"/><w:outlineLvl w:val="1"/>'
    "</w:pPr></w:style>"
    '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/><w:bCs/></w:rPr></w:style>'
    '<w:style w:type="character" w:customStyle="1" w:styleId="Time"><w:name w:val="Time"/>'
    '<w:rPr><w:color w:val="595959"/><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr></w:style>'
    "</w:styles>"
)
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


class Docx(CueFormat):
    """``.docx``"""

    name = "docx"
    extension = ".docx"
    title = "Word"
    takes = frozenset[Option]({"names"})

    def _file(self, cues: Sequence[Cue], about: About, options: WriteOptions) -> bytes:
        parts = {
            "[Content_Types].xml": _CONTENT_TYPES,
            "_rels/.rels": _RELATIONS,
            "word/document.xml": _document(paragraphs_of(cues), about),
            "word/styles.xml": _STYLES,
            "word/_rels/document.xml.rels": _DOCUMENT_RELATIONS,
            "docProps/core.xml": _properties(about),
        }
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
            for name, part in parts.items():
                # A fixed date: the same words make the same file.
                entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
                entry.compress_type = zipfile.ZIP_DEFLATED
                package.writestr(entry, _DECLARATION + part)
        return file.getvalue()


def _document(parts: Sequence[Paragraph], about: About) -> str:
    root = ET.Element("w:document", {"xmlns:w": _WORD})
    body = ET.SubElement(root, "w:body")
    if about.title:
        _run(_paragraph(body, "Title", about.title), about.title)
    if about.began is not None:
        _run(_paragraph(body, "Subtitle"), f"{about.began:%Y-%m-%d %H:%M}")
    for part in parts:
        if part.speaker:
            heading = _paragraph(body, "Heading2", part.speaker)
            _run(heading, part.speaker, "Strong")
            _run(heading, f"  {part.clock}", "Time")
            _run(_paragraph(body, "", part.text), part.text)
        else:
            paragraph = _paragraph(body, "", part.text)
            _run(paragraph, f"{part.clock}  ", "Time")
            _run(paragraph, part.text)
    return ET.tostring(root, encoding="unicode")


def _paragraph(body: ET.Element, style: str, text: str = "") -> ET.Element:
    """A new paragraph, from right to left where its text is."""
    paragraph = ET.SubElement(body, "w:p")
    properties = ET.SubElement(paragraph, "w:pPr")
    if style:
        ET.SubElement(properties, "w:pStyle", {"w:val": style})
    if _right_to_left(text):
        ET.SubElement(properties, "w:bidi")
    return paragraph


def _run(paragraph: ET.Element, text: str, style: str = "") -> None:
    run = ET.SubElement(paragraph, "w:r")
    properties = ET.SubElement(run, "w:rPr")
    if style:
        ET.SubElement(properties, "w:rStyle", {"w:val": style})
    if _right_to_left(text):
        ET.SubElement(properties, "w:rtl")
    ET.SubElement(run, "w:t", {"xml:space": "preserve"}).text = text


def _right_to_left(text: str) -> bool:
    """Whether the first character that has a direction runs from right to left."""
    directions = map(unicodedata.bidirectional, text)
    return next((direction in ("R", "AL") for direction in directions if direction in ("L", "R", "AL")), False)


def _properties(about: About) -> str:
    root = ET.Element(
        "cp:coreProperties",
        {
            "xmlns:cp": f"{_PACKAGE}/metadata/core-properties",
            "xmlns:dc": "http://purl.org/dc/elements/1.1/",
            "xmlns:dcterms": "http://purl.org/dc/terms/",
            "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        },
    )
    if about.title:
        ET.SubElement(root, "dc:title").text = about.title
    if about.language:
        ET.SubElement(root, "dc:language").text = about.language
    if about.began is not None:
        created = f"{about.began.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
        ET.SubElement(root, "dcterms:created", {"xsi:type": "dcterms:W3CDTF"}).text = created
    return ET.tostring(root, encoding="unicode")
