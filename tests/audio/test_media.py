"""What an input says about itself, and one clear line about every input that cannot be heard."""

import os
import struct
import wave
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from media_files import encode, noise, silent_film

from captioner.audio.decode import Decoder
from captioner.audio.media import probe
from captioner.core.errors import InputError


def test_wav(tmp_path: Path) -> None:
    info = probe(str(encode(tmp_path / "a.wav", noise(1.5, 44_100, 2), 44_100, codec="pcm_s24le")))
    assert (info.container, info.codec, info.sample_rate, info.channels) == ("wav", "pcm_s24le", 44_100, 2)
    assert (info.bits, info.frames, info.exact, info.duration_s) == (24, 66_150, True, 1.5)
    assert info.layout == "stereo"
    assert info.bit_rate == 44_100 * 2 * 24


def test_flac(speech_dir: Path) -> None:
    info = probe(str(speech_dir / "talk_00.flac"))
    assert (info.container, info.codec, info.sample_rate, info.channels, info.bits) == ("flac", "flac", 16_000, 1, 16)
    assert info.exact
    assert info.layout == "mono"


def test_compressed_has_no_bits_and_is_not_exact(tmp_path: Path) -> None:
    info = probe(str(encode(tmp_path / "a.mp3", noise(2, 44_100), 44_100, codec="libmp3lame")))
    assert (info.codec, info.bits, info.exact) == ("mp3", None, False)
    assert info.duration_s == pytest.approx(2, abs=0.1)


def test_video_with_sound_lists_its_streams(tmp_path: Path) -> None:
    info = probe(str(encode(tmp_path / "film.mp4", noise(1, 48_000), 48_000, codec="aac", picture=True)))
    assert [(each.kind, each.codec) for each in info.streams] == [("audio", "aac"), ("video", "mpeg4")]
    assert info.stream == 0


def test_content_counts_not_the_name(tmp_path: Path) -> None:
    encode(tmp_path / "a.wav", noise(0.5), 16_000).rename(tmp_path / "a.mp4")
    assert probe(str(tmp_path / "a.mp4")).container == "wav"
    encode(tmp_path / "b.mp3", noise(0.5, 44_100), 44_100, codec="libmp3lame").rename(tmp_path / "b.txt")
    assert probe(str(tmp_path / "b.txt")).codec == "mp3"


def folder(path: Path) -> None:
    path.mkdir()


def empty(path: Path) -> None:
    path.touch()


def text(path: Path) -> None:
    path.write_text("This is not sound. " * 500, encoding="utf-8")


def random_bytes(path: Path) -> None:
    path.write_bytes(np.random.default_rng(3).bytes(20_000))


def picture_only(path: Path) -> None:
    silent_film(path.with_suffix(".mp4")).rename(path)


def no_channels(path: Path) -> None:
    form = struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, 0, 16_000, 0, 0, 16)
    path.write_bytes(
        b"RIFF" + struct.pack("<I", 1_000) + b"WAVE" + form + struct.pack("<4sI", b"data", 900) + bytes(900)
    )


def headless_mp4(path: Path) -> None:
    """A film whose recorder crashed: all sound, no index."""
    whole = encode(path.with_suffix(".mp4"), noise(1, 48_000), 48_000, codec="aac")
    data = whole.read_bytes()
    path.write_bytes(data[: data.index(b"moov") - 4])


def header_only(path: Path) -> None:
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, 16_000, 0, "NONE", ""))


def playlist(path: Path) -> None:
    path.write_text("#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\nsecret.wav\n#EXT-X-ENDLIST\n", encoding="utf-8")


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (None, "There is no file"),
        (folder, "is a folder"),
        (empty, "is empty"),
        (text, "is not audio or video"),
        (random_bytes, "is not audio or video"),
        (picture_only, "has no sound: it holds only video"),
        (no_channels, "declares no audio channels"),
        (headless_mp4, "is not audio or video, or it is damaged"),
        (header_only, "no sound that can be decoded"),
        (playlist, "is a playlist"),
    ],
)
def test_one_line_for_what_cannot_be_heard(tmp_path: Path, make: Callable[[Path], None] | None, says: str) -> None:
    path = tmp_path / "input.bin"
    if make is not None:
        make(path)
    with pytest.raises(InputError, match=says) as caught, Decoder(str(path)) as decoder:
        list(decoder.blocks())
    assert "\n" not in caught.value.message
    assert caught.value.hint


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = encode(tmp_path / "a.wav", noise(0.1), 16_000)
    path.chmod(0)
    if os.access(path, os.R_OK):  # the superuser may read it: let the system call refuse instead

        def refuse(*_: object, **__: object) -> None:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(InputError, match="No permission"):
        probe(str(path))


@pytest.mark.parametrize("source", ["/dev/zero", "bad\0name", "x" * 5_000])
def test_what_no_file_can_be(source: str) -> None:
    with pytest.raises(InputError):
        probe(source)


@pytest.mark.parametrize("address", ["file:///etc/passwd", "rtsp://127.0.0.1/x", "concat:a|b", "ftp://127.0.0.1/a.wav"])
def test_other_addresses_are_refused(address: str) -> None:
    with pytest.raises(InputError, match=r"not supported|no file"):
        probe(address)


HOSTILE = {
    "hls": "#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\n{file}\n#EXTINF:9,\nfile://{file}\n#EXT-X-ENDLIST\n",
    "hls to another host": "#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\nhttp://127.0.0.1:{port}/a.ts\n#EXT-X-ENDLIST\n",
    "concat": "ffconcat version 1.0\nfile {file}\n",
    "concat of an address": "ffconcat version 1.0\nfile http://127.0.0.1:{port}/a.wav\n",
    "dash": '<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static" '
    'mediaPresentationDuration="PT9S" profiles="urn:mpeg:dash:profile:isoff-on-demand:2011"><Period>'
    '<AdaptationSet mimeType="audio/mp4"><Representation id="1" bandwidth="9"><BaseURL>http://127.0.0.1:{port}/a'
    "</BaseURL></Representation></AdaptationSet></Period></MPD>",
    "sdp": "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=audio {port} RTP/AVP 0\n",
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_playlist_opens_nothing(tmp_path: Path, kind: str, unvisited_port: int) -> None:
    secret = encode(tmp_path / "secret.wav", noise(1), 16_000)
    path = tmp_path / "innocent.wav"
    path.write_text(HOSTILE[kind].format(file=secret, port=unvisited_port), encoding="utf-8")
    with pytest.raises(InputError, match="is a playlist"):
        probe(str(path))


@pytest.fixture
def unvisited_port() -> object:
    """A port of this machine; the test fails if anybody connects to it."""
    import socket

    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        yield server.getsockname()[1]
        with pytest.raises(BlockingIOError):
            server.accept()
