"""Any subtitle file is read, whatever its name; what is none is refused in words, and nothing in it takes long."""

import codecs
import time
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from test_formats import TALK

from captioner.core.caption import Cue
from captioner.core.errors import InputError
from captioner.transcript import FORMATS, ReadableFormat, read_file
from captioner.transcript.formats import LARGEST_BYTES, format_of_text
from captioner.transcript.formats.base import LONGEST_MS

READABLE = [entry for entry in FORMATS.values() if isinstance(entry, ReadableFormat)]
each_readable = pytest.mark.parametrize("entry", READABLE, ids=lambda entry: entry.name)


def readable(name: str) -> ReadableFormat:
    entry = FORMATS[name]
    assert isinstance(entry, ReadableFormat)
    return entry


@each_readable
@pytest.mark.parametrize("ending", [".srt", ".txt", ""])
def test_the_content_tells_the_format(entry: ReadableFormat, ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"talk{ending}"
    path.write_bytes(entry.write(TALK).data)
    assert read_file(path) == entry.read(entry.write(TALK).data.decode())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "gb18030"])
def test_encodings(encoding: str, tmp_path: Path) -> None:
    text = "1\r\n00:00:01,000 --> 00:00:02,000\r\n大家早上好，欢迎参加今天的会议。\r\n\r\n"
    mark = codecs.BOM_UTF16_BE if encoding == "utf-16-be" else b""
    (tmp_path / "talk.srt").write_bytes(mark + text.encode(encoding))
    assert read_file(tmp_path / "talk.srt") == [Cue(1000, 2000, "大家早上好，欢迎参加今天的会议。")]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"Dear Sir or Madam", "is no subtitle file"),
        (b"", "is no subtitle file"),
        (b"PK\x03\x04" + bytes(200), "is no subtitle file"),
        (bytes(range(256)), "is no subtitle file"),
        (
            "1\n00:00:01,000 --> 00:00:02,000\nDéjà vu, très âgé à côté, où ça?\n".encode("latin-1"),
            "is no subtitle file",
        ),
        (b'{"cues": 5}', "not a JSON transcript"),
        (b'{"version": 1, "cues": [{"start_ms": -1, "end_ms": 1, "text": ""}]}', "not a JSON transcript"),
        (b'{"version": 1, "cues": [' + b"[" * 100_000, "not a JSON transcript"),
        (b"<tt " + b"<p>" * 100, "not a TTML file"),
        (b"[Script Info]\n[Events]\nDialogue: 0,never,0:00:01.00,Default,,0,0,0,,x", "time that is not understood"),
        (b"[Script Info]\n[Events]\nFormat: Layer, Text\nDialogue: 0,x", "damaged"),
    ],
)
def test_what_is_no_subtitle_file_is_refused(data: bytes, words: str, tmp_path: Path) -> None:
    (tmp_path / "x.srt").write_bytes(data)
    with pytest.raises(InputError, match=words):
        read_file(tmp_path / "x.srt")


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.srt", "a\0b"):
        with pytest.raises(InputError, match=r"^Cannot read .*\.$"):
            read_file(path)
    with (tmp_path / "huge.srt").open("wb") as file:
        file.truncate(LARGEST_BYTES + 1)
    with pytest.raises(InputError, match="larger than 64 MB"):
        read_file(tmp_path / "huge.srt")


@each_readable
@given(st.text("\n\r <>{}[]&;:,.-/\\\"'0123456789abNWEBVTTtp=", max_size=300))
@example("00:00:00.000 --> 99999999999999999999:00:00.000\nx")
@example("[Events]\nFormat: Text\nDialogue: x")
@example("[Events]\nDialogue: 0,9999999999999:00:00.00,0:00:01.00,Default,,0,0,0,,x")
@example('<tt xmlns="http://www.w3.org/ns/ttml"><p begin="99999999999999h" end="1e99s">x</p></tt>')
def test_garbage_is_read_or_refused(entry: ReadableFormat, text: str) -> None:
    for given_ in (
        text,
        f"WEBVTT\n\n{text}",
        f"[Events]\n{text}",
        f'<tt xmlns="http://www.w3.org/ns/ttml">{text}</tt>',
    ):
        with suppress(InputError):
            cues = entry.read(given_)
            assert all(0 <= time_ms <= LONGEST_MS for cue in cues for time_ms in (cue.start_ms, cue.end_ms))
            assert all(cue.text for cue in cues)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("vtt", "WEBVTT\n\n00:00.000 --> 00:01.000\n{}"),
        ("srt", "00:00:00,000 --> 00:00:01,000\n{}"),
        ("ass", "[Events]\nFormat: Start, End, Text\nDialogue: 0:00:00.00,0:00:01.00,{}"),
        ("ttml", '<tt xmlns="http://www.w3.org/ns/ttml"><body><div><p begin="0s" end="1s">{}</p></div></body></tt>'),
    ],
)
@pytest.mark.parametrize("part", ["<", "<v", "<v ", "{", "{\\", "&amp;", " ", "-->", "\\", "00:", "<br/>", "x"])
def test_no_text_takes_longer_than_its_length(name: str, text: str, part: str) -> None:
    """What is quadratic would take minutes."""
    began = time.process_time()
    with suppress(InputError):
        readable(name).read(text.replace("{}", part * 200_000))
    assert time.process_time() - began < 20


def test_deep_nesting_is_refused() -> None:
    for inner in ("<div>", "<span>"):
        body = f'<p begin="0s" end="1s">{inner * 5000}x{inner.replace("<", "</") * 5000}</p>'
        outer = f"{inner * 5000}<p begin='0s'>x</p>{inner.replace('<', '</') * 5000}"
        for part in (body, outer):
            with pytest.raises(InputError, match="nested too deeply"):
                readable("ttml").read(f'<tt xmlns="http://www.w3.org/ns/ttml"><body>{part}</body></tt>')


def test_cues_without_a_blank_line_between() -> None:
    text = "".join(
        f"{number}\n00:00:0{number},000 --> 00:00:0{number},900\n{words}\n"
        for number, words in enumerate(["One", "1984", "7"], 1)
    )
    assert [cue.text for cue in readable("srt").read(text)] == ["One", "1984", "7"]


def test_ttml_of_others() -> None:
    head = (
        '<?xml version="1.0" encoding="UTF-16"?><tt xmlns="http://www.w3.org/2006/10/ttaf1"'
        ' xmlns:ttp="http://www.w3.org/2006/10/ttaf1#parameter" ttp:frameRate="24"'
        ' ttp:frameRateMultiplier="1000 1001" ttp:tickRate="10000000"><body begin="1s"><div begin="00:00:01:12">'
    )
    read = readable("ttml").read(
        f'{head}<p begin="0s" end="2s">One</p><p begin="24f" dur="10000000t">Two</p>'
        '<p begin="00:00:02.5" end="00:00:03.25">Three</p></div></body></tt>'
    )
    assert [(cue.start_ms, cue.end_ms, cue.text) for cue in read] == [
        (2500, 4500, "One"),
        (3501, 4501, "Two"),
        (5000, 5750, "Three"),
    ]


def test_formats_by_their_first_signs() -> None:
    assert format_of_text("\ufeffWEBVTT\n") is not None
    assert format_of_text('<?xml version="1.0"?>\n<!-- x -->\n<tt:tt xmlns:tt="http://www.w3.org/ns/ttml">') is not None
    assert format_of_text("<html><body>00:00</body></html>") is None
    assert format_of_text('{"name": "something else"}') is None
