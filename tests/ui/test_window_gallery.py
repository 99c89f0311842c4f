"""The pictures of all windows: each is made, and nothing in it is clipped or unreadable, on ordinary and on dense
screens."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from desktop import Desktop
from PySide6.QtGui import QImage

_CHECKOUT = Path(__file__).parents[2]
_WINDOWS = 14


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("scale", ["1", "2"])
def test_nothing_is_clipped_or_unreadable(
    desktop: Desktop, tmp_path: Path, home: Path, scale: str, theme: str, language: str
) -> None:
    environment = {**os.environ, "PYTHONPATH": str(_CHECKOUT)}
    program = Path(__file__).with_name("window_gallery.py")
    made = subprocess.run(
        [sys.executable, program, tmp_path, scale, theme, language], env=environment, capture_output=True, text=True
    )
    assert (made.returncode, made.stdout) == (0, ""), made.stderr
    pictures = sorted(tmp_path.glob("*.png"))
    assert len(pictures) == _WINDOWS
    (window,) = (QImage(str(path)) for path in pictures if path.name.startswith("window-ready"))
    assert window.width() > 600 * int(scale)
