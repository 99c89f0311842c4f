"""PortAudio knows no threads; ours may look for devices in several of them at a time."""

import subprocess
import sys
from pathlib import Path

_CHECKOUT = Path(__file__).parents[2]
_LOOKS = """
import threading
from captioner.audio.portaudio import PortAudio

def look():
    for _ in range(4):
        mine = PortAudio()
        mine.refresh()
        mine.inputs()

threads = [threading.Thread(target=look) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
"""


def test_several_may_look_for_devices_at_a_time() -> None:
    """In a process of its own: where they get into each other's way, it crashes."""
    ended = subprocess.run(
        [sys.executable, "-c", _LOOKS], cwd=_CHECKOUT, capture_output=True, encoding="utf-8", timeout=120, check=False
    )
    assert (ended.returncode, ended.stderr) == (0, "")
