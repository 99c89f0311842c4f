"""The spool gives every sample back, survives a kill, and goes on without a disk."""

import signal
import stat
import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from captioner.audio.decode import Decoder
from captioner.audio.spool import DiskSpool, to_int16, wav_header
from captioner.core.caption import Notice
from captioner.core.protocols import Spool
from captioner.core.sound import Pcm


def ramp(start: int, stop: int) -> Pcm:
    """Sound of which every sample tells its index (modulo 2**15)."""
    return (np.arange(start, stop) % 32_768 / 32_768).astype(np.float32)


@given(
    appends=st.lists(st.integers(0, 90), min_size=1, max_size=20),
    reads=st.lists(st.tuples(st.integers(-50, 900), st.integers(0, 300)), max_size=20),
    memory=st.integers(1, 200),
)
def test_gives_back_every_sample_and_silence_elsewhere(
    tmp_path_factory: pytest.TempPathFactory, appends: list[int], reads: list[tuple[int, int]], memory: int
) -> None:
    path = tmp_path_factory.mktemp("spool") / "track.wav"
    spool = DiskSpool(path, memory_s=memory / 16_000)
    for count in appends:
        spool.append(ramp(spool.length, spool.length + count))
    length = sum(appends)
    assert spool.length == length
    for start, count in reads:
        expected = np.zeros(count, np.float32)
        inside = slice(max(start, 0), min(start + count, length))
        if inside.start < inside.stop:
            expected[inside.start - start : inside.stop - start] = ramp(inside.start, inside.stop)
        np.testing.assert_array_equal(spool.read(start, start + count), expected)
    spool.close()
    assert not path.exists()


def test_sixteen_bits_come_back_the_same() -> None:
    every = np.arange(-32_768, 32_768).astype(np.int16)
    np.testing.assert_array_equal(to_int16((every / 32_768).astype(np.float32)), every)
    np.testing.assert_array_equal(to_int16(np.array([-2.0, 2.0], np.float32)), [-32_768, 32_767])


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")
def test_is_private(tmp_path: Path) -> None:
    spool = DiskSpool(tmp_path / "new" / "track.wav")
    assert stat.S_IMODE((tmp_path / "new" / "track.wav").stat().st_mode) == 0o600
    spool.close()


def test_is_not_put_over_another_file(tmp_path: Path) -> None:
    (tmp_path / "track.wav").write_bytes(b"precious")
    notices: list[Notice] = []
    spool = DiskSpool(tmp_path / "track.wav", on_trouble=notices.append)
    spool.append(ramp(0, 100))
    spool.close()
    assert (tmp_path / "track.wav").read_bytes() == b"precious"
    assert len(notices) == 1


def test_what_is_kept_is_a_finished_wav(tmp_path: Path) -> None:
    spool: Spool = DiskSpool(tmp_path / "track.wav")
    assert isinstance(spool, DiskSpool)
    spool.append(ramp(0, 20_000))
    spool.keep()
    spool.close()
    spool.close()
    assert (tmp_path / "track.wav").read_bytes()[:44] == wav_header(20_000)
    with Decoder(str(tmp_path / "track.wav")) as decoder:
        np.testing.assert_array_equal(np.concatenate([*decoder.blocks()]), ramp(0, 20_000))


KILLED = """
import os, signal, sys
from pathlib import Path
import numpy as np
from captioner.audio.spool import DiskSpool
spool = DiskSpool(Path(sys.argv[1]))
for _ in range(50):
    spool.append(np.full(320, 0.25, np.float32))
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_is_readable_after_a_kill(tmp_path: Path) -> None:
    path = tmp_path / "track.wav"
    done = subprocess.run([sys.executable, "-c", KILLED, str(path)], check=False)
    assert done.returncode == -signal.SIGKILL
    assert path.stat().st_size == 44 + 50 * 320 * 2
    with Decoder(str(path)) as decoder:
        np.testing.assert_array_equal(np.concatenate([*decoder.blocks()]), np.full(16_000, 0.25, np.float32))


LIMITED = """
import resource, signal, sys
from pathlib import Path
import numpy as np
from captioner.audio.spool import DiskSpool
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (44 + 32_000, resource.RLIM_INFINITY))
notices = []
spool = DiskSpool(Path(sys.argv[1]), on_trouble=notices.append, memory_s=1)
part = np.full(1_000, 0.5, np.float32)
for _ in range(40):
    spool.append(part)
assert spool.length == 40_000
assert len(notices) == 1, notices
assert notices[0].severity == "warning" and notices[0].hint
assert (spool.read(24_000, 40_000) == 0.5).all()  # the newest second, from memory
assert (spool.read(0, 16_000) == 0.5).all()  # what the disk took
assert not spool.read(16_000, 24_000).any()  # what neither has
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
while spool.length < 16_000 * 60:
    spool.append(part)
assert (spool.read(16_000 * 50, 16_000 * 51) == 0.5).all()  # room again: the disk is used again
assert len(notices) == 1
spool.close()
print("fine")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
def test_a_full_disk_is_told_once_and_used_again_when_there_is_room(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(tmp_path / "track.wav")], capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.stderr) == ("fine\n", "")


def test_unwritable_folder_leaves_the_memory(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    notices: list[Notice] = []
    spool = DiskSpool(tmp_path / "file" / "track.wav", on_trouble=notices.append, memory_s=0.01)
    spool.append(ramp(0, 400))
    assert len(notices) == 1
    np.testing.assert_array_equal(spool.read(240, 400), ramp(240, 400))
    assert not spool.read(0, 240).any()
    spool.close()


def test_reader_beside_the_appender(tmp_path: Path) -> None:
    spool = DiskSpool(tmp_path / "track.wav", memory_s=0.05)
    total = 320 * 2_000

    def append() -> None:
        for at in range(0, total, 320):
            spool.append(ramp(at, at + 320))

    appender = threading.Thread(target=append)
    appender.start()
    draws = np.random.default_rng(5)
    while appender.is_alive():
        length = spool.length
        back = int(draws.integers(1, 3_000))
        start = max(0, length - back)
        np.testing.assert_array_equal(spool.read(start, length), ramp(start, length))
    appender.join()
    np.testing.assert_array_equal(spool.read(0, total), ramp(0, total))
    spool.close()


def test_header_of_more_than_a_wav_can_tell() -> None:
    assert len(wav_header(10**12)) == 44
    assert wav_header(10**12)[40:] == (2**32 - 1 - 44).to_bytes(4, "little")
