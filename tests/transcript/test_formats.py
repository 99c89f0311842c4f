"""Every format: what is written is well-formed, what is read is what was written, other programs read it too."""

import io
import json
import re
from collections.abc import Iterable
from itertools import pairwise
from xml.etree import ElementTree

import av
import pysubs2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from captioner.core.caption import Cue, CueWord
from captioner.core.errors import InputError
from captioner.transcript import FORMATS, About, ReadableFormat, WriteOptions, format_of_file
from captioner.transcript.plain_text import one_line, plain

READABLE = [entry for entry in FORMATS.values() if isinstance(entry, ReadableFormat)]
each_readable = pytest.mark.parametrize("entry", READABLE, ids=lambda entry: entry.name)

ADVERSARIAL = [
    "emoji 👩‍👩‍👧 🇩🇪 👍🏽",
    "{\\an8}top {\\b1}bold{\\b0} {comment} }{",
    "<b>bold</b> < b > <v Bob> </v> <!-- x --> <00:00:01.000> a < b > c",
    "&amp; &lt; &#60; &nbsp; AT&T &amp",
    "--> a-->b -->-->  00:00:01,000 --> 00:00:02,000",
    "literal \\n \\N \\h \\\\N C:\\new\\{x}",
    "שלום \u202bעולם\u202c مرحبا، بالعالم",
    "x" * 10_000,
    "NUL \0 ESC \x1b BEL \x07 C1 \x9b",
    "lone \ud83d surrogate \udc00",
    "line\u2028separator\u2029paragraph\x85next",
    "blank\n\n\nlines\n \n12\n\n",
    "7",
    "WEBVTT\n\nNOTE x",
    "[Events]\nDialogue: 0,0:00:00.00,0:00:01.00,Default,,0,0,0,,x",
    "] ]> ]]> <![CDATA[ <!DOCTYPE tt> <!ENTITY x>",
    '{"text": "\\u0000"}',
    "=1+1, a;b\tc",
    "　全角　空白　",
    "no\u00a0break\ufeff \u2060joined\ufffe",
]


def text_of(name: str, cues: Iterable[Cue], about: About | None = None, options: WriteOptions | None = None) -> str:
    return FORMATS[name].write(cues, about=about, options=options).data.decode()


def cues_of(texts: list[str]) -> list[Cue]:
    return [Cue(1000 * index, 1000 * index + 900, text) for index, text in enumerate(texts)]


@each_readable
def test_adversarial_text_comes_back(entry: ReadableFormat) -> None:
    cues = cues_of(ADVERSARIAL)
    read = entry.read(text_of(entry.name, cues))
    assert [cue.text for cue in read] == [plain(cue.text) for cue in cues]
    assert [(cue.start_ms, cue.end_ms) for cue in read] == [(cue.start_ms, cue.end_ms) for cue in cues]


FRAGMENTS = st.sampled_from(
    [
        *"{}\\<>&;-/:.,nNhb!# \n\r\0\u2028\u2060\ufeff",
        "-->",
        "&amp;",
        "<b>",
        "\\N",
        "{\\an8}",
        "00:00:01,000",
        "WEBVTT",
        "]]>",
    ]
)


@each_readable
@given(texts=st.lists(st.lists(st.one_of(FRAGMENTS, st.text(st.characters(), max_size=4))).map("".join), max_size=6))
def test_any_text_comes_back(entry: ReadableFormat, texts: list[str]) -> None:
    read = entry.read(text_of(entry.name, cues_of(texts)))
    assert [cue.text for cue in read] == [plain(text) for text in texts if plain(text)]


@each_readable
@given(times=st.lists(st.tuples(st.integers(-5000, 400_000_000), st.integers(-5000, 400_000_000)), max_size=8))
def test_any_times_give_valid_times(entry: ReadableFormat, times: list[tuple[int, int]]) -> None:
    written = entry.write(Cue(start, end, "x") for start, end in times)
    read = entry.read(written.data.decode())
    assert len(read) == len(times)
    assert all(0 <= cue.start_ms < cue.end_ms for cue in read)
    assert all(left.start_ms <= right.start_ms for left, right in pairwise(read))
    late = entry.last_ms is not None and any(max(start, end) >= entry.last_ms for start, end in times)
    assert bool(written.warnings) == late


def test_limits_are_told() -> None:
    written = FORMATS["srt"].write([Cue(359_999_000, 400_000_000, "late"), Cue(500_000_000, 500_001_000, "later")])
    assert written.warnings == ("SubRip cannot hold times past 100 hours: 2 cues stand at the limit.",)
    assert "99:59:59,998 --> 99:59:59,999\nlater" in written.data.decode()
    assert FORMATS["ass"].write([Cue(36_000_000, 36_001_000, "late")]).warnings
    assert not FORMATS["vtt"].write([Cue(500_000_000, 500_001_000, "late")]).warnings


TALK = [
    Cue(500, 2500, "Good morning <all>,\n& welcome.", "mic", "You", (CueWord(" Good", 500, 700, 0.98765),)),
    Cue(2583, 4000, "你好，\n世界。", "system", "Others, Ltd"),
]


def test_srt_as_a_file() -> None:
    assert text_of("srt", TALK) == (
        "1\n00:00:00,500 --> 00:00:02,500\nYou: Good morning <\u2060all>,\n& welcome.\n\n"
        "2\n00:00:02,583 --> 00:00:04,000\nOthers, Ltd: 你好，\n世界。\n\n"
    )


def test_vtt_as_a_file() -> None:
    assert text_of("vtt", TALK) == (
        "WEBVTT\n\n00:00:00.500 --> 00:00:02.500\n<v You>Good morning &lt;all&gt;,\n&amp; welcome.\n\n"
        "00:00:02.583 --> 00:00:04.000\n<v Others, Ltd>你好，\n世界。\n\n"
    )


def test_no_vtt_name_makes_an_arrow() -> None:
    (block,) = text_of("vtt", [Cue(0, 900, "00:00:01.000", "mic", "He--")]).split("\n\n")[1:2]
    assert block == "00:00:00.000 --> 00:00:00.900\n<v He-&#45;>00:00:01.000"
    (read,) = FORMATS["vtt"].read(f"WEBVTT\n\n{block}\n")  # type: ignore[attr-defined]
    assert (read.speaker, read.text) == ("He--", "00:00:01.000")


def test_text_as_a_file() -> None:
    assert text_of("txt", TALK) == "You: Good morning <all>, & welcome.\nOthers, Ltd: 你好，世界。\n"
    cues = [Cue(0, 900, "One\ntwo."), Cue(983, 2000, "Three."), Cue(5000, 6000, "Four."), Cue(6100, 7000, "日本\n語")]
    assert text_of("txt", cues) == "One two. Three.\nFour. 日本語\n"


def test_json_as_a_file() -> None:
    tree = json.loads(text_of("json", TALK, About(language="en"), WriteOptions(words=True)))
    assert (tree["version"], tree["language"]) == (1, "en")
    assert tree["cues"][0] == {
        "start_ms": 500,
        "end_ms": 2500,
        "text": "Good morning <all>,\n& welcome.",
        "track": "mic",
        "speaker": "You",
        "words": [{"text": " Good", "start_ms": 500, "end_ms": 700, "probability": 0.988}],
    }
    assert "words" not in text_of("json", TALK)
    assert json.loads(text_of("json", [])) == {"version": 1, "language": None, "cues": []}


def test_ttml_as_a_file() -> None:
    root = ElementTree.fromstring(text_of("ttml", TALK, About(language="en")).encode())  # noqa: S314 - our own
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    paragraphs = list(root.iter("{http://www.w3.org/ns/ttml}p"))
    assert [paragraph.get("begin") for paragraph in paragraphs] == ["00:00:00.500", "00:00:02.583"]


@pytest.mark.parametrize("name", ["vtt", "ass", "ttml", "json"])
def test_speakers_come_back(name: str) -> None:
    entry = FORMATS[name]
    assert isinstance(entry, ReadableFormat)
    speakers = [cue.speaker for cue in entry.read(text_of(name, TALK))]
    # The name is a field between commas in SubStation.
    assert speakers == ["You", "Others; Ltd" if name == "ass" else "Others, Ltd"]


def test_json_comes_back_whole() -> None:
    entry = FORMATS["json"]
    assert isinstance(entry, ReadableFormat)
    (first, second) = entry.read(text_of("json", TALK, None, WriteOptions(words=True)))
    assert first.words == (CueWord(" Good", 500, 700, 0.988),)
    assert (first.track, second.track) == ("mic", "system")


@given(st.lists(st.lists(st.one_of(FRAGMENTS, st.text(st.characters(), max_size=4))).map("".join), max_size=6))
def test_srt_and_vtt_are_well_formed_for_any_text(texts: list[str]) -> None:
    count = sum(bool(plain(text)) for text in texts)
    for name, times in (("srt", r"\d\d:\d\d:\d\d,\d{3} --> \d\d:\d\d:\d\d,\d{3}"), ("vtt", r"\S{12} --> \S{12}")):
        written = text_of(name, cues_of(texts))
        blocks = written.removeprefix("WEBVTT\n\n").split("\n\n")
        assert blocks.pop() == ""
        assert len(blocks) == count
        assert written.count("-->") == count
        for number, block in enumerate(blocks, 1):
            lines = block.split("\n")
            if name == "srt":
                assert lines.pop(0) == str(number)
            assert re.fullmatch(times, lines.pop(0))
            assert lines
            assert all(line.strip() for line in lines)


@given(st.lists(st.lists(st.one_of(FRAGMENTS, st.text(st.characters(), max_size=4))).map("".join), max_size=6))
def test_running_text_keeps_the_words(texts: list[str]) -> None:
    written = text_of("txt", cues_of(texts))
    assert re.sub(r"\s", "", written) == re.sub(r"\s", "", "".join(one_line(text) for text in texts))


SIMPLE = [
    "Good morning everyone,\nand welcome.",
    "Fish & chips, 5 < 6 > 4.",
    "你好，世界。",
    "<b>tag</b> and {\\an8} and \\N",
    "12\n13 x",
]


def decoded(name: str, text: str) -> list[tuple[int, str]]:
    """What FFmpeg's demuxer and decoder give: start in ms and text, of which the ASS escapes are taken away."""
    found: list[tuple[int, str]] = []
    with av.open(
        io.BytesIO(text.encode()), mode="r", format={"srt": "srt", "vtt": "webvtt", "ass": "ass"}[name]
    ) as container:
        stream = container.streams.subtitles[0]
        assert stream.time_base is not None
        for packet in container.demux(stream):
            for subtitle in stream.decode2(packet) or ():
                if isinstance(subtitle, av.subtitles.subtitle.AssSubtitle):
                    assert packet.pts is not None
                    shown = subtitle.ass.decode().split(",", 8)[8]
                    shown = shown.replace("\\{{}", "{").replace("\\N", "\n").replace("\u2060", "")
                    found.append((round(packet.pts * stream.time_base * 1000), shown))
    return found


@pytest.mark.parametrize("name", ["srt", "vtt", "ass"])
def test_ffmpeg_shows_the_same_texts(name: str) -> None:
    cues = cues_of(SIMPLE)
    assert decoded(name, text_of(name, cues)) == [(cue.start_ms, cue.text) for cue in cues]


@pytest.mark.parametrize("name", ["srt", "vtt", "ass", "ttml"])
def test_pysubs2_opens_the_same_cues(name: str) -> None:
    cues = cues_of(["Good morning everyone,\nand welcome.", "你好，世界。", "Room 13."])
    file = pysubs2.SSAFile.from_string(text_of(name, cues))
    assert file.format == name
    assert [(line.start, line.end, line.plaintext) for line in file] == [
        (cue.start_ms, cue.end_ms, cue.text) for cue in cues
    ]


@pytest.mark.parametrize("name", [entry.name for entry in READABLE if entry.name != "json"])
def test_no_cues_is_a_valid_file(name: str) -> None:
    entry = FORMATS[name]
    assert isinstance(entry, ReadableFormat)
    assert entry.read(text_of(name, [])) == []


@each_readable
@pytest.mark.parametrize("text", ["this is a letter", "{}", "<html></html>", "\ud800"])
def test_what_is_no_such_file_is_refused(entry: ReadableFormat, text: str) -> None:
    with pytest.raises(InputError):
        entry.read(text)


def test_damaged_files_are_refused() -> None:
    bomb = (
        '<!DOCTYPE tt [<!ENTITY a "aa">]><tt xmlns="http://www.w3.org/ns/ttml"><body><div><p>&a;</p></div></body></tt>'
    )
    for name, text in (
        ("ttml", bomb),
        ("ttml", '<tt xmlns="http://www.w3.org/ns/ttml"><body><div><p begin="5x" end="6x">x</p></div></body></tt>'),
        ("json", '{"version": 2, "cues": []}'),
        ("ass", "[Events]\nDialogue: 0,never,0:00:01.00,Default,,0,0,0,,x"),
    ):
        entry = FORMATS[name]
        assert isinstance(entry, ReadableFormat)
        with pytest.raises(InputError):
            entry.read(text)


def test_files_of_others_are_read() -> None:
    srt, vtt, ttml = FORMATS["srt"], FORMATS["vtt"], FORMATS["ttml"]
    assert isinstance(srt, ReadableFormat)
    assert isinstance(vtt, ReadableFormat)
    assert isinstance(ttml, ReadableFormat)
    assert srt.read("\ufeff1\r\n0:00:01.5 --> 00:00:02,000 X1:0\r\n<i>Hi</i>\r\n\r\n") == [Cue(1500, 2000, "Hi")]
    assert vtt.read(
        "WEBVTT - x\n\nNOTE hi\n\nid\n00:01.500 --> 00:02.000 align:start\n<v.loud Bob>Hi <i>you</i></v>"
    ) == [Cue(1500, 2000, "Hi you", speaker="Bob")]
    head, tail = '<tt xmlns="http://www.w3.org/ns/ttml"><body><div>', "</div></body></tt>"
    paragraph = '<p begin="1.5s" end="2000ms">\n  a <span>b</span><br/>c\n</p>'
    assert ttml.read(head + paragraph + tail) == [Cue(1500, 2000, "a b\nc")]


def test_formats_by_name_and_by_file() -> None:
    assert list(FORMATS) == ["srt", "vtt", "txt", "md", "docx", "json", "ass", "ttml"]
    assert format_of_file("talk.SRT") is FORMATS["srt"]
    assert format_of_file("talk.doc") is None
