"""Cues as hypothesis draws them: of any script, with and without words, in order or not."""

from itertools import accumulate

from hypothesis import strategies as st

from captioner.core.caption import Cue, CueWord
from captioner.core.library import StoredCue
from captioner.transcript.line_break import break_lines

SPOKEN = st.sampled_from(
    ["I", "know", "that", "the", "price.", "Dr.", "Smith,", "(really)", "naïve", "Donaudampfschifffahrt", "—", "don't"]
)
CHINESE = st.sampled_from(["你好", "世界", "，", "今天", "的", "会议。", "AI"])


@st.composite
def spoken_cues(draw: st.DrawFn, *, start_ms: int = 0) -> Cue:
    """A cue with words that tell its text, their times within it."""
    chinese = draw(st.booleans())
    texts = draw(st.lists(CHINESE if chinese else SPOKEN, min_size=1, max_size=24))
    lasting = draw(st.lists(st.integers(0, 700), min_size=len(texts), max_size=len(texts)))
    ends = list(accumulate(lasting, initial=start_ms + draw(st.integers(0, 100))))
    words = tuple(
        CueWord(text if chinese else f" {text}", start, end, draw(st.sampled_from([0.25, 0.5, 0.75])))
        for text, start, end in zip(texts, ends, ends[1:], strict=False)
    )
    text = "\n".join(break_lines("".join(word.text for word in words), draw(st.integers(8, 60)), ""))
    end_ms = max(start_ms + 1, words[-1].end_ms + draw(st.integers(0, 600)))
    return Cue(start_ms, end_ms, text, draw(st.sampled_from(["", "mic"])), "", words)


@st.composite
def talks(draw: st.DrawFn, most: int = 6) -> list[Cue]:
    """Cues that follow each other with pauses, gaps and overlaps, some without words as a file has them."""
    cues: list[Cue] = []
    at_ms = draw(st.integers(0, 3000))
    for _ in range(draw(st.integers(0, most))):
        cue = draw(spoken_cues(start_ms=at_ms))
        if draw(st.booleans()):
            cue = Cue(cue.start_ms, cue.end_ms, cue.text, cue.track)
        cues.append(cue)
        at_ms = max(cue.start_ms, cue.end_ms + draw(st.integers(-400, 3000)))
    return cues


@st.composite
def stored_talks(draw: st.DrawFn, most: int = 6) -> list[StoredCue]:
    """The same as the library keeps them."""
    return [
        StoredCue(number, cue, draw(st.booleans()), draw(st.sampled_from([None, "en", "zh"])))
        for number, cue in enumerate(draw(talks(most)), 1)
    ]
