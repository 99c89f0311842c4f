"""What capture costs and how late the callback comes, idle and on a busy computer. Prints, and judges the losses only.

python -m pytest -m benchmark -s tests/benchmarks/test_capture_benchmark.py
"""

import time
from contextlib import nullcontext
from pathlib import Path

import numpy as np
import pytest
from busy_computer import everything_busy
from listening import Listening, Noise
from sound_server import MONITOR, SPEAKER, SoundServer

from captioner.audio.devices import find_device, sound_system
from captioner.core.sound import SAMPLE_RATE

pytestmark = pytest.mark.benchmark
SECONDS = 15.0


@pytest.mark.parametrize("busy", [False, True], ids=["idle", "busy"])
def test_intervals_of_the_callback(sound_server: SoundServer, busy: bool) -> None:
    """Blocks of 20 ms; the sound server hands them over two by two."""
    system = sound_system()
    began = time.monotonic()
    stream = system.open(find_device(system, "system"))
    opened_s = time.monotonic() - began
    arrivals: list[int] = []
    lost = 0
    with everything_busy() if busy else nullcontext():
        end = time.monotonic() + SECONDS
        while time.monotonic() < end:
            while (chunk := stream.ring.read()) is not None:
                arrivals.append(chunk.arrived_ns)
                lost += chunk.lost
            time.sleep(0.01)
    stream.close()
    gaps_ms = np.diff(arrivals) / 1e6
    expected = SECONDS * 50
    print(  # noqa: T201
        f"\nopened in {opened_s * 1000:.0f} ms; {len(arrivals)} blocks of about {expected:.0f}; intervals: median "
        f"{np.median(gaps_ms):.1f}, p99 {np.percentile(gaps_ms, 99):.1f}, longest {gaps_ms.max():.1f} ms; lost {lost}"
    )
    assert lost == 0
    assert len(arrivals) > expected - 25


def test_cost_and_delay_of_two_tracks(sound_server: SoundServer) -> None:
    with Listening(sound_system(), ("system", ""), ("microphone", "")) as heard:
        heard.listen(1.0)
        cpu, wall = time.process_time(), time.monotonic()
        ages_ms: list[float] = []
        while time.monotonic() < wall + SECONDS:
            for source in heard.sources.values():
                block = source.read(0.01)
                ages_ms += [(time.monotonic_ns() - block.end_ns) / 1e6] if block else []
        cpu, wall = time.process_time() - cpu, time.monotonic() - wall
    print(  # noqa: T201
        f"\n{100 * cpu / wall:.1f} % of a core for two tracks at 48 kHz stereo; a block's end was in the air "
        f"{np.median(ages_ms):.0f} ms (median), {np.percentile(ages_ms, 99):.0f} ms (p99) before it was read"
    )
    assert all(source.health.lost == source.health.late == 0 for source in heard.sources.values())


def test_alignment_of_two_tracks(sound_server: SoundServer, tmp_path: Path) -> None:
    """One sound on both tracks, ten times opened; PulseAudio misjudges the latency of a remapped source by 30 ms."""
    sound_server.pactl("load-module", "module-remap-source", "source_name=ear", f"master={MONITOR}")
    apart_ms: list[float] = []
    for seed in range(10):
        noise = Noise(1.0, seed)
        with Listening(sound_system(), ("system", MONITOR), ("microphone", "ear")) as heard:
            heard.listen(0.5)
            sound_server.play(noise.wav(tmp_path, "noise"), SPEAKER)
            heard.listen(1.7)
        at = [noise.find(heard.sound(track))[0] for track in ("system", "mic")]
        apart_ms.append((at[1] - at[0]) * 1000 / SAMPLE_RATE)
    print(f"\ntracks apart by {[round(ms, 1) for ms in apart_ms]} ms")  # noqa: T201
    assert float(np.median(np.abs(apart_ms))) < 50
