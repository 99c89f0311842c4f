"""Markdown and Word: what a reader of these formats shows is what was said."""

import io
import zipfile
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument
from test_formats import ADVERSARIAL, FRAGMENTS, TALK, cues_of

from captioner.core.caption import Cue
from captioner.transcript import FORMATS, About, WriteOptions
from captioner.transcript.plain_text import one_line

BEGAN = datetime(2025, 3, 1, 14, 5, tzinfo=timezone(timedelta(hours=1)))
ABOUT = About("Budget & <plans> #1 #", BEGAN, "en")
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def markdown(cues: list[Cue], about: About | None = None) -> str:
    return FORMATS["md"].write(cues, about=about).data.decode()


@dataclass(frozen=True)
class Block:
    """A block as it is shown: its text, what of it is bold, and the level of a heading, else 0."""

    text: str
    bold: tuple[str, ...]
    heading: int


def blocks_of(text: str) -> list[Block]:
    """What a reader of Markdown makes of a text."""
    document = QTextDocument()
    document.setMarkdown(text)
    found = []
    for number in range(document.blockCount()):
        block = document.findBlockByNumber(number)
        bold = [part.fragment().text() for part in block if part.fragment().charFormat().fontWeight() > 600]  # type: ignore[attr-defined]  # PySide6 has it
        found.append(Block(block.text(), tuple(bold), block.blockFormat().headingLevel()))
    return found


def paragraphs_in(data: bytes) -> list[tuple[str, str]]:
    """Style and text of each paragraph of a Word document."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        body = ElementTree.fromstring(package.read("word/document.xml"))  # noqa: S314 - our own
    found = []
    for paragraph in body.iter(f"{_WORD}p"):
        style = paragraph.find(f"{_WORD}pPr/{_WORD}pStyle")
        name = style.get(f"{_WORD}val", "") if style is not None else ""
        found.append((name, "".join(text.text or "" for text in paragraph.iter(f"{_WORD}t"))))
    return found


def test_markdown_as_a_file() -> None:
    assert markdown(TALK, ABOUT) == (
        "# Budget \\& \\<plans\\> \\#1 \\#\n\n"
        "*2025-03-01 14:05*\n\n"
        "`0:00:00` **You:** Good morning \\<all\\>, \\& welcome.\n\n"
        "`0:00:02` **Others, Ltd:** 你好，世界。\n"
    )
    assert markdown([Cue(3_723_000, 3_724_000, "One\ntwo.")]) == "`1:02:03` One two.\n"
    assert markdown([]) == ""


def test_markdown_as_it_is_shown(qapp: object) -> None:
    assert blocks_of(markdown(TALK, ABOUT)) == [
        Block(ABOUT.title, (ABOUT.title,), 1),
        Block("2025-03-01 14:05", (), 0),
        Block("0:00:00 You: Good morning <all>, & welcome.", ("You:",), 0),
        Block("0:00:02 Others, Ltd: 你好，世界。", ("Others, Ltd:",), 0),
    ]


@pytest.mark.parametrize("text", [text for text in ADVERSARIAL if len(text) < 9000])
def test_adversarial_text_is_shown_by_a_reader_of_markdown(text: str, qapp: object) -> None:
    (block,) = blocks_of(markdown([Cue(0, 900, text)]))
    assert block.text.replace("\u00a0", " ") == f"0:00:00 {one_line(text)}".replace("\u00a0", " ")


@given(st.lists(st.one_of(FRAGMENTS, st.sampled_from("*_[]()#+-=~`|!:1. "), st.text("ab你", max_size=3)), max_size=30))
def test_any_text_is_shown_by_a_reader_of_markdown(parts: list[str]) -> None:
    text = one_line("".join(parts))
    if text:
        (block,) = blocks_of(markdown([Cue(0, 900, text)]))
        assert block.text == f"0:00:00 {text}"


def test_word_as_a_file() -> None:
    data = FORMATS["docx"].write(TALK, about=ABOUT).data
    assert paragraphs_in(data) == [
        ("Title", ABOUT.title),
        ("Subtitle", "2025-03-01 14:05"),
        ("Heading2", "You  0:00:00"),
        ("", "Good morning <all>, & welcome."),
        ("Heading2", "Others, Ltd  0:00:02"),
        ("", "你好，世界。"),
    ]
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    for part in parts.values():
        ElementTree.fromstring(part)  # noqa: S314 - our own
    types = ElementTree.fromstring(parts["[Content_Types].xml"])  # noqa: S314 - our own
    named = {str(entry.get("PartName")).lstrip("/") for entry in types if entry.get("PartName")}
    assert named == {name for name in parts if not name.endswith((".rels", "].xml"))}
    properties = parts["docProps/core.xml"].decode()
    assert BEGAN.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") in properties
    assert "Budget &amp; &lt;plans&gt; #1 #" in properties
    assert FORMATS["docx"].write(TALK, about=ABOUT).data == data, "the same words make the same file"


def test_word_without_names() -> None:
    data = FORMATS["docx"].write(TALK, options=WriteOptions(names=False)).data
    assert paragraphs_in(data) == [
        ("", "0:00:00  Good morning <all>, & welcome."),
        ("", "0:00:02  你好，世界。"),
    ]


def test_word_writes_from_right_to_left_where_the_text_does() -> None:
    hebrew = Cue(0, 900, "(1) שלום")
    for cue, count in ((hebrew, 1), (Cue(0, 900, "Hello שלום"), 0)):
        with zipfile.ZipFile(io.BytesIO(FORMATS["docx"].write([cue]).data)) as package:
            document = package.read("word/document.xml").decode()
        assert (document.count("<w:bidi"), document.count("<w:rtl")) == (count, count)


@given(st.lists(st.lists(st.one_of(FRAGMENTS, st.text(st.characters(), max_size=4))).map("".join), max_size=6))
def test_any_text_is_in_a_word_document(texts: list[str]) -> None:
    cues = [Cue(60_000 * index, 60_000 * index + 900, text) for index, text in enumerate(texts)]
    shown = [text.partition("  ")[2] for _, text in paragraphs_in(FORMATS["docx"].write(cues).data)]
    assert shown == [one_line(text) for text in texts if one_line(text)]


def test_adversarial_text_is_in_a_word_document() -> None:
    joined = "".join(text for _, text in paragraphs_in(FORMATS["docx"].write(cues_of(ADVERSARIAL)).data))
    assert all(one_line(text) in joined for text in ADVERSARIAL)
