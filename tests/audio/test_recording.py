"""Recordings are whole, lossless, and never half-written over something good."""

import wave
from pathlib import Path

import av
import numpy as np
import pytest

from captioner.audio.decode import Decoder
from captioner.audio.media import probe
from captioner.audio.recording import check_recording, save_recording
from captioner.audio.spool import DiskSpool
from captioner.core.errors import OutputError


@pytest.fixture
def spool(tmp_path: Path) -> DiskSpool:
    """Five seconds and a bit of 16-bit noise."""
    (tmp_path / "spool").mkdir()
    filled = DiskSpool(tmp_path / "spool" / "track.wav")
    noise = np.random.default_rng(0).integers(-32_768, 32_767, 81_234)
    filled.append((noise / 32_768).astype(np.float32))
    return filled


@pytest.mark.parametrize("name", ["talk.wav", "talk.flac", "TALK.FLAC"])
def test_recording_is_the_sound(tmp_path: Path, spool: DiskSpool, name: str) -> None:
    save_recording([spool], tmp_path / name)
    info = probe(str(tmp_path / name))
    assert (info.sample_rate, info.channels, info.bits, info.frames) == (16_000, 1, 16, spool.length)
    with Decoder(str(tmp_path / name)) as decoder:
        np.testing.assert_array_equal(np.concatenate([*decoder.blocks()]), spool.read(0, spool.length))
    spool.close()
    assert {path.name for path in tmp_path.iterdir()} == {name, "spool"}


@pytest.mark.parametrize("name", ["both.wav", "both.flac"])
def test_two_tracks_are_two_channels(tmp_path: Path, spool: DiskSpool, name: str) -> None:
    other = DiskSpool(tmp_path / "spool" / "other.wav")
    other.append(np.full(1_000, 0.25, np.float32))
    save_recording([spool, other], tmp_path / name)
    assert probe(str(tmp_path / name)).channels == 2
    with av.open(str(tmp_path / name)) as container:
        sound = np.concatenate([frame.to_ndarray().reshape(-1, 2) for frame in container.decode(audio=0)])
    np.testing.assert_array_equal(sound[:, 0] / np.float32(32_768), spool.read(0, spool.length))
    assert (sound[:1_000, 1] == 8_192).all()
    assert not sound[1_000:, 1].any()
    spool.close()
    other.close()


def test_wav_is_strictly_valid(tmp_path: Path, spool: DiskSpool) -> None:
    save_recording([spool], tmp_path / "talk.wav")
    with wave.open(str(tmp_path / "talk.wav")) as file:
        assert file.getnframes() == spool.length
    spool.close()


def test_failure_leaves_the_old_recording(tmp_path: Path, spool: DiskSpool, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "talk.wav").write_bytes(b"old")

    def full(start: int, stop: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(spool, "read", full)
    with pytest.raises(OutputError, match="No space left"):
        save_recording([spool], tmp_path / "talk.wav")
    assert (tmp_path / "talk.wav").read_bytes() == b"old"
    assert {path.name for path in tmp_path.iterdir()} == {"talk.wav", "spool"}
    spool.close()


@pytest.mark.parametrize("name", ["talk.mp3", "talk", "none/talk.wav"])
def test_what_cannot_be_written_is_known_before(tmp_path: Path, name: str) -> None:
    with pytest.raises(OutputError):
        check_recording(tmp_path / name)
