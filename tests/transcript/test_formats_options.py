"""Options of writing: lines, names, encodings."""

import codecs
import re

import pytest
from cue_strategies import talks
from hypothesis import given
from hypothesis import strategies as st
from test_formats import ADVERSARIAL, TALK, cues_of

from captioner.core.caption import Cue, CueWord
from captioner.transcript import FORMATS, CueFormat, ReadableFormat, WriteOptions
from captioner.transcript.plain_text import columns, plain
from captioner.transcript.recut import squeezed

READABLE = [entry for entry in FORMATS.values() if isinstance(entry, ReadableFormat)]
each_readable = pytest.mark.parametrize("entry", READABLE, ids=lambda entry: entry.name)
each = pytest.mark.parametrize("entry", FORMATS.values(), ids=lambda entry: entry.name)


def read(entry: ReadableFormat, cues: list[Cue], options: WriteOptions) -> list[Cue]:
    return entry.read(entry.write(cues, options=options).data.decode())


@each_readable
@given(cues=talks(), width=st.integers(8, 60), lines=st.integers(1, 3))
def test_lines_are_as_long_and_as_many_as_wished(
    entry: ReadableFormat, cues: list[Cue], width: int, lines: int
) -> None:
    written = read(entry, cues, WriteOptions(line_columns=width, lines=lines))
    assert all(columns(line) <= width for cue in written for line in cue.text.split("\n"))
    assert all(cue.text.count("\n") < lines for cue in written)
    assert sorted(squeezed("".join(cue.text for cue in written))) == sorted(squeezed("".join(cue.text for cue in cues)))
    assert len(written) >= len(cues)


def test_a_cue_in_several_takes_the_times_of_its_words() -> None:
    texts = "One two three. Four five six.".split()
    words = tuple(CueWord(f" {text}", 1000 * index, 1000 * index + 900, 1) for index, text in enumerate(texts))
    cue = Cue(0, 6000, " ".join(texts), speaker="Bob", words=words)
    for name, prefix in (("vtt", ""), ("srt", "Bob: ")):
        entry = FORMATS[name]
        assert isinstance(entry, ReadableFormat)
        first, second = read(entry, [cue], WriteOptions(line_columns=20, lines=1))
        assert (first.start_ms, first.end_ms, first.text) == (0, 3000, f"{prefix}One two three.")
        assert (second.start_ms, second.end_ms, second.text) == (3000, 6000, "Four five six.")


def test_lines_of_a_dialogue_stay_apart() -> None:
    entry = FORMATS["vtt"]
    assert isinstance(entry, ReadableFormat)
    (cue,) = read(entry, [Cue(0, 900, "- Where is it?\n- Here.")], WriteOptions(line_columns=42))
    assert cue.text == "- Where is it?\n- Here."


@each
def test_names_are_left_out(entry: CueFormat) -> None:
    with_names = entry.write(TALK).data
    without = entry.write(TALK, options=WriteOptions(names=False)).data
    if entry.name != "docx":  # which is compressed; see test_formats_documents
        assert b"Others" in with_names
        assert b"Others" not in without
    assert with_names != without


@each_readable
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "gb18030"])
def test_every_encoding_holds_every_text(entry: ReadableFormat, encoding: str) -> None:
    options = WriteOptions(encoding=encoding)  # type: ignore[arg-type]  # one of the three
    data = entry.write(cues_of(ADVERSARIAL), options=options).data
    if "encoding" not in entry.takes:
        assert data == entry.write(cues_of(ADVERSARIAL)).data
        encoding = "utf-8"
    assert [cue.text for cue in entry.read(data.decode(encoding))] == [plain(text) for text in ADVERSARIAL]


@each
def test_marks_and_line_ends(entry: CueFormat) -> None:
    bare = entry.write(TALK).data
    marked = entry.write(TALK, options=WriteOptions(bom=True)).data
    assert marked == (codecs.BOM_UTF8 if "bom" in entry.takes else b"") + bare
    crlf = entry.write(TALK, options=WriteOptions(line_ends="\r\n")).data
    if "line_ends" in entry.takes:
        assert crlf == bare.replace(b"\n", b"\r\n")
        if isinstance(entry, ReadableFormat):
            assert entry.read(crlf.decode()) == entry.read(bare.decode())
    else:
        assert crlf == bare
    utf16 = entry.write(TALK, options=WriteOptions(encoding="utf-16")).data
    assert utf16.startswith(codecs.BOM_UTF16_LE) == ("encoding" in entry.takes)


def test_options_that_mean_nothing_change_nothing() -> None:
    everything = WriteOptions(line_columns=10, lines=1, encoding="gb18030", bom=True, line_ends="\r\n", words=True)
    assert FORMATS["docx"].write(TALK, options=everything).data == FORMATS["docx"].write(TALK).data
    text = FORMATS["txt"].write(TALK, options=everything).data.decode("gb18030")
    assert re.findall("[^\r\n]+", text) == ["You: Good morning <all>, & welcome.", "Others, Ltd: 你好，世界。"]
