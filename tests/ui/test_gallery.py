"""The pictures of the gallery: text is inside the overlay at every size and scale, on light and dark ground."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from desktop import Desktop
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

_CHECKOUT = Path(__file__).parents[2]


@pytest.mark.slow
@pytest.mark.parametrize("scale", ["1", "2"])
def test_text_is_inside_the_overlay_and_its_rows_are_apart(desktop: Desktop, tmp_path: Path, scale: str) -> None:
    environment = {**os.environ, "PYTHONPATH": str(_CHECKOUT)}
    subprocess.run(
        [sys.executable, Path(__file__).with_name("gallery.py"), tmp_path, scale], check=True, env=environment
    )
    pictures = sorted(tmp_path.glob("*.png"))
    assert len(pictures) == 10
    for path in pictures:
        left, top, width, height = map(int, path.with_suffix(".txt").read_text().split())
        box = QRect(left, top, width, height)
        picture = QImage(str(path))
        assert picture.rect().contains(box)
        if "outlined" not in path.name:  # there is no ground that would set it apart
            assert bright(picture, box) > 100, path.name
            pad, corner, controls = (value * int(scale) for value in (5, 12, 42))
            edges = [
                QRect(left, top + corner, pad, height - 2 * corner),
                QRect(left + corner, box.bottom() + 1 - pad, width - 2 * corner, pad),
            ]
            if height > 2 * controls:
                edges.append(QRect(box.right() + 1 - pad, top + controls, pad, height - controls - corner))
            for edge in edges:
                assert bright(picture, edge) == 0, f"{path.name}: {edge}"


def bright(picture: QImage, rect: QRect) -> int:
    """Pixels as bright as caption text."""
    part = picture.copy(rect)
    return sum(part.pixelColor(x, y).value() > 150 for y in range(part.height()) for x in range(part.width()))
