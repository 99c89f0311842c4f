"""The figures of a live session that need no reference text. Pure: events come in, a summary goes out.

Definitions: time to first text, lag, finalization, erasure and compute amplification as in the benchmarks of live
captioning (erasure after Arivazhagan et al. 2020, "Re-translation versus Streaming").
"""

from dataclasses import dataclass

import numpy as np

from captioner.core.caption import Caption
from captioner.core.sound import SAMPLE_RATE
from captioner.core.speech import PassCost
from captioner.live.wording import PIECE


@dataclass(frozen=True, slots=True)
class Spread:
    """Median and 95th percentile of some seconds; None where nothing was counted."""

    p50: float | None
    p95: float | None


@dataclass(frozen=True, slots=True)
class Summary:
    """A session in figures; lengths are seconds unless the name says otherwise.

    ``first_text``: onset of an utterance's speech → its first text. ``first_display``: end of a word → the word shown
    for the first time. ``finalization``: end of speech → final caption, of which ``endpointing`` is the silence that
    the segmenter waited for. ``erasure``: words taken back from the display for each word of the final text.
    ``amplification``: seconds encoded for each second captured. ``ours``: what a pass took, from the moment when its
    sound had been in the air, its time had come and the engine was free until its caption was with the sinks, less
    the engine's own time.
    """

    captured_s: float
    lost_samples: int
    speech_s: float
    utterances: int
    words: int
    first_text: Spread
    first_display: Spread
    finalization: Spread
    endpointing: Spread
    ours: Spread
    erasure: float
    rewrites: int
    rejected: int
    partial_passes: int
    final_passes: int
    encoded_s: float
    encode_s: float
    decode_s: float
    align_s: float
    amplification: float
    engine_per_second: float


class SessionMetrics:
    """Collects a session's events. Not thread-safe: its caller holds the lock."""

    def __init__(self) -> None:
        self._captured = 0
        self._lost = 0
        self._speech = 0
        self._utterances = 0
        self._words = 0
        self._first_text: list[float] = []
        self._display: list[float] = []
        self._finalization: list[float] = []
        self._endpointing: list[float] = []
        self._ours: list[float] = []
        self._erased = 0
        self._rewrites = 0
        self._rejected = 0
        self._passes = {False: 0, True: 0}
        self._cost = PassCost()
        self._showing: dict[int, tuple[str, list[str]]] = {}

    def captured(self, samples: int, lost: int) -> None:
        """A block arrived; ``lost`` of its samples are silence for what never came."""
        self._captured += samples
        self._lost += lost

    def closed(self, speech_samples: int, endpointing_s: float) -> None:
        """The segmenter closed an utterance ``endpointing_s`` after the end of its speech."""
        self._utterances += 1
        self._speech += speech_samples
        self._endpointing.append(endpointing_s)

    def passed(self, cost: PassCost, *, final: bool, rejected: bool) -> None:
        """The engine made a pass."""
        self._cost += cost
        self._passes[final] += 1
        self._rejected += rejected

    def ours(self, seconds: float) -> None:
        """So much of a pass was not the engine's."""
        self._ours.append(seconds)

    def shown(self, caption: Caption, since_onset_s: float, since_end_s: float) -> None:
        """A caption went to the sinks so long after the onset and the end of its utterance's speech."""
        stable, before = self._showing.get(caption.utterance, ("", []))
        now = PIECE.findall(caption.stable + caption.tentative)
        same = next((i for i, pair in enumerate(zip(before, now, strict=False)) if pair[0] != pair[1]), None)
        kept = min(len(before), len(now)) if same is None else same
        self._erased += len(before) - kept
        self._rewrites += not caption.stable.startswith(stable)
        if now and not before:
            self._first_text.append(since_onset_s)
        if len(now) > len(before):
            self._display.append(caption.lag_s)
        self._showing[caption.utterance] = (caption.stable, now)
        if caption.final:
            self._words += len(now)
            self._finalization.append(since_end_s)
            del self._showing[caption.utterance]

    def include(self, other: "SessionMetrics") -> None:
        """Count what another session has counted too."""
        self._captured += other._captured
        self._lost += other._lost
        self._speech += other._speech
        self._utterances += other._utterances
        self._words += other._words
        self._first_text += other._first_text
        self._display += other._display
        self._finalization += other._finalization
        self._endpointing += other._endpointing
        self._ours += other._ours
        self._erased += other._erased
        self._rewrites += other._rewrites
        self._rejected += other._rejected
        self._passes = {final: count + other._passes[final] for final, count in self._passes.items()}
        self._cost += other._cost

    def summary(self) -> Summary:
        """The figures so far."""
        captured_s = self._captured / SAMPLE_RATE
        return Summary(
            captured_s=captured_s,
            lost_samples=self._lost,
            speech_s=self._speech / SAMPLE_RATE,
            utterances=self._utterances,
            words=self._words,
            first_text=_spread(self._first_text),
            first_display=_spread(self._display),
            finalization=_spread(self._finalization),
            endpointing=_spread(self._endpointing),
            ours=_spread(self._ours),
            erasure=self._erased / max(1, self._words),
            rewrites=self._rewrites,
            rejected=self._rejected,
            partial_passes=self._passes[False],
            final_passes=self._passes[True],
            encoded_s=self._cost.encoded / SAMPLE_RATE,
            encode_s=self._cost.encode_s,
            decode_s=self._cost.decode_s,
            align_s=self._cost.align_s,
            amplification=self._cost.encoded / max(1, self._captured),
            engine_per_second=self._cost.seconds / captured_s if captured_s else 0.0,
        )


def _spread(values: list[float]) -> Spread:
    if not values:
        return Spread(None, None)
    p50, p95 = np.percentile(values, [50, 95])
    return Spread(float(p50), float(p95))
