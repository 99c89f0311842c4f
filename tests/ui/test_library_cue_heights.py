import random

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from captioner.ui.cue_heights import CueHeights, laid_out

_WORDS = "I a the release migration — customers' internationalization WWWWW iiiii (yes) 讨论了这个问题 émigré".split()


@pytest.mark.parametrize("width", [90, 247, 600])
def test_quick_counting_gives_the_lines_that_qt_makes(qapp: QApplication, width: int) -> None:
    draw = random.Random(width)
    font = QFont(qapp.font())
    heights = CueHeights(font, width)
    counts = set()
    for _ in range(600):
        text = " ".join(draw.choices(_WORDS, k=draw.randint(1, 25)))
        if draw.random() < 0.3:
            text = text.replace(" ", "\n", 1)
        wanted = laid_out(text, font, width).lineCount()
        assert heights.lines(text) == wanted, text
        counts.add(wanted)
    assert len(counts) > 2
