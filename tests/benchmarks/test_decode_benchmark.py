"""An hour of sound decodes fast and in flat memory."""

import subprocess
import sys
from pathlib import Path

import pytest
from media_files import encode, noise

pytestmark = pytest.mark.benchmark

PROGRAM = """
import sys, time
from pathlib import Path
from captioner.audio.decode import Decoder

def resident():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096

begun = time.process_time()
samples, early, late = 0, 0, 0
with Decoder(sys.argv[1]) as decoder:
    for block in decoder.blocks():
        samples += len(block)
        if samples % 160_000 == 0:
            late = max(late, resident())
            if samples <= 16_000 * 300:
                early = late
print(samples, late - early, late, time.process_time() - begun)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="memory as Linux tells it")
def test_an_hour_in_flat_memory(tmp_path: Path) -> None:
    path = encode(tmp_path / "a.flac", noise(60, 44_100, 2), 44_100, codec="flac", repeat=60)
    done = subprocess.run([sys.executable, "-c", PROGRAM, str(path)], capture_output=True, text=True, check=True)
    samples, growth, peak, seconds = (float(word) for word in done.stdout.split())
    print(  # noqa: T201 - the figures are what a benchmark is for
        f"\n{samples / 16_000:.1f} s of sound in {seconds:.1f} s of processor, {samples / 16_000 / seconds:.0f} x real"
        f" time; peak {peak / 2**20:.0f} MiB, growth after 5 min {growth / 2**20:.2f} MiB"
    )
    assert abs(samples - 3_600 * 16_000) < 2_000
    assert growth < 4 * 2**20
