"""A file as a live track: at its pace or the reader's, nothing lost, errors to the reader, a prompt stop."""

import os
import threading
import time
from pathlib import Path

import numpy as np
import pytest
from media_files import encode, noise

from captioner.audio.byte_source import FileBytes
from captioner.audio.decode import Decoder
from captioner.audio.file_source import FileSource
from captioner.core.errors import InputError
from captioner.core.protocols import AudioSource
from captioner.core.sound import AudioBlock, Track

FILE = Track("file")


def read_all(source: AudioSource, into: list[AudioBlock] | None = None) -> list[AudioBlock]:
    blocks = [] if into is None else into
    while not source.ended:
        block = source.read(0.2)
        if block is not None:
            assert block.start == (blocks[-1].stop if blocks else 0)
            assert block.track == source.track.id
            blocks.append(block)
    return blocks


def test_as_fast_as_the_reader_takes_it(tmp_path: Path) -> None:
    path = encode(tmp_path / "a.flac", noise(20, 44_100), 44_100, codec="flac")
    source = FileSource(FILE, str(path), pace=0)
    assert not source.live
    source.start()
    blocks = read_all(source)
    with Decoder(str(path)) as decoder:
        np.testing.assert_array_equal(
            np.concatenate([block.pcm for block in blocks]), np.concatenate([*decoder.blocks()])
        )
    assert sum(block.lost for block in blocks) == source.lost == 0
    source.close()


def test_at_its_own_pace(tmp_path: Path) -> None:
    path = encode(tmp_path / "a.wav", noise(2), 16_000)
    source = FileSource(FILE, str(path), pace=4.0)
    assert source.live
    source.start()
    begun = time.monotonic_ns()
    blocks = read_all(source)
    took_s = (time.monotonic_ns() - begun) / 1e9
    assert took_s > 0.48
    assert blocks[-1].stop == 32_000
    ends = np.array([block.end_ns for block in blocks])
    due = ends[0] + np.array([(block.stop - blocks[0].stop) / 16_000 / 4 * 1e9 for block in blocks])
    assert np.abs(ends - due).max() < 1_000  # nanoseconds: by the clock, whatever each wait took
    assert np.diff(ends).min() > 0
    source.close()


def test_late_reader_learns_what_it_lost(tmp_path: Path) -> None:
    path = encode(tmp_path / "a.wav", noise(150), 16_000)
    with Decoder(str(path)) as decoder:
        whole = np.concatenate([*decoder.blocks()])
    source = FileSource(FILE, str(path), pace=2_000.0)
    source.start()
    for thread in threading.enumerate():
        if thread.name == "feeder file":
            thread.join()  # 75 ms of feeding, 90 s more than fit
    blocks = read_all(source)
    lost = sum(block.lost for block in blocks)
    assert lost == source.lost == (150 - 60) * 16_000
    for block in blocks:
        assert not block.pcm[: block.lost].any()
        np.testing.assert_array_equal(block.pcm[block.lost :], whole[block.start + block.lost : block.stop])
        assert len(block.pcm) <= 11 * 16_000
    assert blocks[-1].stop == len(whole)
    source.close()


def test_part_of_a_file(tmp_path: Path) -> None:
    path = encode(tmp_path / "a.wav", noise(5), 16_000)
    source = FileSource(FILE, str(path), pace=0, start_s=1.0, duration_s=0.5)
    source.start()
    assert sum(len(block.pcm) for block in read_all(source)) == 8_000
    assert source.info.sample_rate == 16_000
    source.close()


def test_unopenable_input_fails_at_start(tmp_path: Path) -> None:
    (tmp_path / "a.wav").write_bytes(b"nonsense" * 100)
    for name in ("a.wav", "none.wav"):
        source = FileSource(FILE, str(tmp_path / name))
        with pytest.raises(InputError):
            source.start()
        source.stop()
        source.close()


def test_error_in_the_middle_comes_once_after_what_was_decoded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = encode(tmp_path / "a.wav", noise(30), 16_000)
    take = FileBytes._take

    def broken_disk(self: FileBytes, size: int) -> bytes:
        if self.consumed > 500_000:
            raise OSError(5, "Input/output error")
        return take(self, size)

    monkeypatch.setattr(FileBytes, "_take", broken_disk)
    source = FileSource(FILE, str(path), pace=0)
    source.start()
    heard: list[AudioBlock] = []
    with pytest.raises(InputError, match="Input/output error"):
        read_all(source, heard)
    assert heard[-1].stop > 200_000
    assert source.ended
    assert source.read(0.0) is None
    source.close()


@pytest.mark.parametrize("pace", [0.0, 1.0])
def test_stop_is_prompt_and_keeps_what_was_taken(tmp_path: Path, pace: float) -> None:
    path = encode(tmp_path / "a.wav", noise(60), 16_000)
    source = FileSource(FILE, str(path), pace=pace)
    source.start()
    first = source.read(5.0)
    assert first is not None
    stopper = threading.Thread(target=source.stop)
    stopper.start()
    stopper.join()
    source.stop()
    blocks = read_all_after_stop(source, first.stop)
    assert blocks < 60 * 16_000
    assert source.read(0.0) is None
    source.close()
    source.close()
    assert not any(thread.name == "feeder file" for thread in threading.enumerate())


def read_all_after_stop(source: FileSource, position: int) -> int:
    deadline = time.monotonic() + 60
    while not source.ended:
        assert time.monotonic() < deadline
        block = source.read(0.1)
        if block is not None:
            assert block.start == position
            position = block.stop
    return position


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes")
def test_stop_wakes_a_feeder_that_waits_for_a_pipe(tmp_path: Path) -> None:
    data = encode(tmp_path / "a.wav", noise(10), 16_000).read_bytes()
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    keeper = os.open(pipe, os.O_RDWR)  # a writer that stays and then says nothing
    writer = threading.Thread(target=lambda: os.write(keeper, data[:250_000]))
    writer.start()
    source = FileSource(FILE, str(pipe), pace=0)
    source.start()
    heard = 0
    while heard < 100_000:
        block = source.read(5.0)
        assert block is not None
        heard = block.stop
    writer.join()
    source.close()
    assert not any(thread.name == "feeder file" for thread in threading.enumerate())
    while not source.ended:
        source.read(0.0)
    os.close(keeper)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes")
def test_stop_wakes_a_start_that_waits_for_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    keeper = os.open(pipe, os.O_RDWR)
    source = FileSource(FILE, str(pipe))
    timer = threading.Timer(0.1, source.stop)
    timer.start()
    with pytest.raises(InputError, match="is empty"):
        source.start()
    assert source.ended
    timer.join()
    source.close()
    os.close(keeper)


def test_stop_before_start(tmp_path: Path) -> None:
    source = FileSource(FILE, str(tmp_path / "none.wav"))
    source.stop()
    assert source.ended
    source.close()


def test_pace_must_make_sense() -> None:
    with pytest.raises(ValueError, match="pace"):
        FileSource(FILE, "a.wav", pace=-1.0)
