import subprocess
import sys
from pathlib import Path

import pytest

_CHECKOUT = Path(__file__).parents[2]

_PROGRAM = """
import importlib, pkgutil, sys
import captioner
with_ui = "ui" in sys.argv
of_the_window = tuple("captioner." + name for name in (
    "ui", "app.desktop", "app.farewell", "app.file_desk", "app.first_paint", "app.gui", "app.later_parts",
    "app.library_desk", "app.one_instance", "app.playback", "app.second_hearing_desk", "app.system_limits",
    "app.termination", "app.ways_out",
))
for module in pkgutil.walk_packages(captioner.__path__, "captioner."):
    if module.name != "captioner.__main__" and (with_ui or not module.name.startswith(of_the_window)):
        importlib.import_module(module.name)
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""

_HEAVY = {
    "PySide6",
    "av",
    "ctranslate2",
    "faster_whisper",
    "huggingface_hub",
    "onnxruntime",
    "pocketsphinx",
    "pysubs2",
    "scipy",
    "tokenizers",
    "torch",
}


@pytest.mark.parametrize("what", [("ui", {"PySide6"}), ("the rest", set())], ids=lambda what: str(what[0]))
def test_no_module_of_ours_loads_a_heavy_library_when_imported(what: tuple[str, set[str]]) -> None:
    rooms, allowed = what
    ended = subprocess.run(
        [sys.executable, "-c", _PROGRAM, rooms], cwd=_CHECKOUT, capture_output=True, encoding="utf-8", check=False
    )
    assert ended.returncode == 0, ended.stderr
    loaded = set(ended.stdout.split())
    assert "msgspec" in loaded
    assert loaded & _HEAVY == allowed
