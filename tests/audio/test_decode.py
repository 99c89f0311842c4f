"""Any media as 16 kHz mono with true times, whole or in part."""

import subprocess
import sys
import wave
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from media_files import encode, noise

from captioner.audio.decode import BLOCK, Decoder
from captioner.core.errors import InputError
from captioner.core.sound import Pcm


def decode(path: Path, start_s: float = 0.0, duration_s: float | None = None) -> Pcm:
    with Decoder(str(path), start_s=start_s, duration_s=duration_s) as decoder:
        blocks = list(decoder.blocks())
        assert decoder.skipped == 0
    assert all(len(block) == BLOCK for block in blocks[:-1])
    return np.concatenate(blocks) if blocks else np.zeros(0, np.float32)


def shift(heard: Pcm, said: Pcm, reach: int = 400) -> int:
    """By how many samples ``heard`` is late, found by cross-correlation of a stretch in the middle."""
    middle = slice(len(said) // 2 - 4_000, len(said) // 2 + 4_000)
    wide = heard[middle.start - reach : middle.stop + reach].astype(np.float64)
    return int(np.argmax(np.correlate(wide, said[middle].astype(np.float64), "valid"))) - reach


def test_wav_at_16_khz_comes_out_as_it_is(tmp_path: Path) -> None:
    pcm = np.random.default_rng(1).integers(-32_768, 32_767, 16_123).astype("<i2")
    with wave.open(str(tmp_path / "a.wav"), "wb") as file:
        file.setparams((1, 2, 16_000, 0, "NONE", ""))
        file.writeframes(pcm.tobytes())
    np.testing.assert_array_equal(decode(tmp_path / "a.wav"), pcm / np.float32(32_768))


@pytest.mark.parametrize(
    ("name", "codec", "rate", "channels", "late"),
    [
        ("a.wav", "pcm_s16le", 8_000, 1, 0),
        ("a.wav", "pcm_mulaw", 8_000, 1, 0),
        ("a.wav", "pcm_f32le", 192_000, 2, 0),
        ("a.wav", "pcm_u8", 11_025, 1, 0),
        ("a.flac", "flac", 96_000, 8, 0),
        ("a.m4a", "aac", 48_000, 8, 0),
        ("a.m4a", "aac", 44_100, 2, 0),
        ("a.mp3", "libmp3lame", 44_100, 2, 0),
        ("a.ogg", "libopus", 48_000, 2, 0),
        ("a.mka", "libopus", 48_000, 1, 8),
    ],
)
def test_time_is_true_in_every_format(
    tmp_path: Path, name: str, codec: str, rate: int, channels: int, late: int
) -> None:
    heard = decode(encode(tmp_path / name, noise(3, rate, channels), rate, codec=codec))
    said = decode(encode(tmp_path / "said.wav", noise(3, rate), rate, codec="pcm_f32le"))
    assert len(heard) == pytest.approx(48_000, abs=500)
    assert abs(shift(heard, said)) <= late
    assert float(np.std(heard[8_000:40_000])) == pytest.approx(0.1, rel=0.1)


@pytest.mark.parametrize(("picture", "delay"), [(True, 0.73), (False, 0.73)])
def test_sound_that_begins_after_the_picture_is_late_as_in_a_player(
    tmp_path: Path, picture: bool, delay: float
) -> None:
    path = encode(tmp_path / "film.mkv", noise(3, 48_000), 48_000, codec="flac", picture=picture, delay_s=delay)
    said = decode(encode(tmp_path / "said.wav", noise(3, 48_000), 48_000, codec="pcm_f32le"))
    before = round(delay * 16_000) if picture else 0
    heard = decode(path)
    assert len(heard) == pytest.approx(48_000 + before, abs=16)
    assert np.abs(heard[: max(0, before - 200)]).max(initial=0) < 1e-4
    assert abs(shift(heard[before:], said)) <= 16


def test_hole_in_the_timestamps_is_silence(tmp_path: Path) -> None:
    whole = decode(encode(tmp_path / "a.mkv", noise(4, 16_000), 16_000, codec="pcm_s16le"))
    holed = decode(encode(tmp_path / "b.mkv", noise(4, 16_000), 16_000, codec="pcm_s16le", hole=(1.0, 1.5)))
    assert len(holed) == len(whole)
    assert not holed[17_200:39_000].any()
    np.testing.assert_array_equal(holed[-16_000:], whole[-16_000:])


@pytest.mark.parametrize(
    ("name", "codec", "rate", "tolerance"),
    [
        ("a.wav", "pcm_s16le", 16_000, 0.0),
        ("a.wav", "pcm_s16le", 44_100, 1e-6),
        ("a.flac", "flac", 44_100, 1e-6),
        ("a.ogg", "libopus", 48_000, 0.01),
        ("a.mp3", "libmp3lame", 44_100, 1e-3),
    ],
)
def test_part_is_the_same_as_in_the_whole(tmp_path: Path, name: str, codec: str, rate: int, tolerance: float) -> None:
    path = encode(tmp_path / name, noise(12, rate), rate, codec=codec)
    whole = decode(path)
    for start, duration in [(0.0, 1.0), (1.2345, 2.0), (8.1, 1.0), (11.3, 5.0)]:
        at = round(start * 16_000)
        expected = whole[at : at + round(duration * 16_000)]
        part = decode(path, start_s=start, duration_s=duration)
        assert len(part) == len(expected)
        np.testing.assert_allclose(part, expected, atol=tolerance)


@pytest.mark.parametrize("codec", ["aac", "libopus"])
def test_part_of_a_film_is_in_time(tmp_path: Path, codec: str) -> None:
    path = encode(tmp_path / "film.mkv", noise(12, 48_000), 48_000, codec=codec, picture=True)
    whole, part = decode(path), decode(path, start_s=7.77, duration_s=3)
    assert len(part) == 48_000
    assert abs(shift(whole[124_320:172_320], part)) <= 16


def test_start_behind_the_end(tmp_path: Path) -> None:
    path = encode(tmp_path / "a.flac", noise(2), 16_000, codec="flac")
    with pytest.raises(InputError, match=r"ends before 9\.5 s"):
        decode(path, start_s=9.5)
    assert len(decode(path, duration_s=0)) == 0


def test_truncated_file_gives_what_is_there(tmp_path: Path) -> None:
    path = encode(tmp_path / "a.mp3", noise(6, 44_100), 44_100, codec="libmp3lame")
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    with Decoder(str(path)) as decoder:
        count = sum(map(len, decoder.blocks()))
    assert 32_000 < count < 64_000


def test_damage_is_skipped_counted_and_does_not_shift_the_rest(tmp_path: Path) -> None:
    path = encode(tmp_path / "a.m4a", noise(10, 48_000), 48_000, codec="aac")
    whole = decode(path)
    data = bytearray(path.read_bytes())
    middle = len(data) // 2
    data[middle : middle + 3_000] = np.random.default_rng(0).bytes(3_000)
    path.write_bytes(data)
    with Decoder(str(path)) as decoder:
        damaged = np.concatenate(list(decoder.blocks()))
        assert decoder.skipped > 0
    assert len(damaged) == len(whole)
    np.testing.assert_array_equal(damaged[:70_000], whole[:70_000])
    assert shift(damaged[-60_000:], whole[-60_000:]) == 0


def test_best_stream_is_heard(tmp_path: Path) -> None:
    import av

    loud = noise(1, 16_000)
    with av.open(str(tmp_path / "two.mka"), "w") as output:
        streams: list[Any] = [
            output.add_stream("pcm_s16le", rate=16_000, layout=layout) for layout in ("mono", "stereo")
        ]
        for stream, frames in zip(streams, (loud * 0.01, np.repeat(loud, 2, axis=1)), strict=True):
            layout = "mono" if frames.shape[1] == 1 else "stereo"
            frame = av.AudioFrame.from_ndarray(frames.reshape(1, -1), format="flt", layout=layout)
            frame.sample_rate = 16_000
            output.mux(stream.encode(frame))
            output.mux(stream.encode(None))
    np.testing.assert_allclose(decode(tmp_path / "two.mka"), loud[:, 0], atol=1e-4)


PROGRAM = """
import sys
from captioner.audio.decode import Decoder
with Decoder("-") as decoder:
    print(decoder.info.codec, sum(map(len, decoder.blocks())))
"""


@pytest.mark.parametrize(("name", "codec"), [("a.wav", "pcm_s16le"), ("a.mp3", "libmp3lame"), ("a.flac", "flac")])
def test_standard_input(tmp_path: Path, name: str, codec: str) -> None:
    path = encode(tmp_path / name, noise(2, 16_000), 16_000, codec=codec)
    with subprocess.Popen(["cat", str(path)], stdout=subprocess.PIPE) as cat:
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM], stdin=cat.stdout, capture_output=True, text=True, check=True
        )
    count = int(done.stdout.split()[1])
    assert count == pytest.approx(32_000, abs=1_200)
    assert done.stderr == ""


def test_empty_standard_input() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    assert "standard input is empty" in done.stderr


def test_negative_times_are_a_mistake_of_ours(tmp_path: Path) -> None:
    for start_s, duration_s in ((-1.0, None), (0.0, -1.0), (float("nan"), None)):
        with pytest.raises(ValueError, match="negative"):
            Decoder(str(tmp_path / "none.wav"), start_s=start_s, duration_s=duration_s)
