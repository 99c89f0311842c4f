"""A ten-hour transcript checked, mended and compared with another one of the same sound."""

import random
from typing import Any

import pytest

from captioner.core.caption import Cue, CueWord
from captioner.core.library import StoredCue
from captioner.transcript.check import check, mend
from captioner.transcript.revision import compare

pytestmark = pytest.mark.benchmark

WORDS = "the of a meeting, budget price customer we will talk because when Smith decided. Yes. maybe tomorrow".split()


def ten_hours(*, wrong: float = 0.0) -> list[Cue]:
    """10,000 cues of some seven words; of these, so many are others."""
    lots, others = random.Random(1), random.Random(2)
    cues: list[Cue] = []
    for index in range(10_000):
        texts = [lots.choice(WORDS) for _ in range(lots.randint(2, 14))]
        heard = [text if others.random() >= wrong else "other" for text in texts]
        start_ms = 3600 * index
        words = tuple(
            CueWord(f" {text}", start_ms + 240 * place, start_ms + 240 * place + 220, 0.9)
            for place, text in enumerate(heard)
        )
        cues.append(Cue(start_ms, words[-1].end_ms, " ".join(heard), words=words))
    return cues


@pytest.mark.parametrize("what", ["check", "mend"])
def test_ten_hours_against_a_standard(benchmark: Any, what: str) -> None:
    cues = ten_hours()
    work = check if what == "check" else mend
    assert benchmark.pedantic(work, (cues, "netflix", "en"), rounds=1)


def test_a_new_transcript_of_ten_hours(benchmark: Any) -> None:
    old = [StoredCue(index, cue) for index, cue in enumerate(ten_hours(), 1)]
    new = ten_hours(wrong=0.1)
    change = benchmark.pedantic(lambda: compare(old, new).accept(), rounds=1)
    assert len(change.removed) > 1000
