import subprocess
import sys
from pathlib import Path

_CHECKOUT = Path(__file__).parents[2]

_PROGRAM = """
import importlib, pkgutil, sys
import captioner
for module in pkgutil.walk_packages(captioner.__path__, "captioner."):
    if module.name != "captioner.__main__":
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


def test_no_module_of_ours_loads_a_heavy_library_when_imported() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", _PROGRAM], cwd=_CHECKOUT, capture_output=True, encoding="utf-8", check=False
    )
    assert ended.returncode == 0, ended.stderr
    loaded = ended.stdout.split()
    assert "msgspec" in loaded
    assert _HEAVY.isdisjoint(loaded)
