"""All figures of a benchmark, from its runs: one set for each variant, and the differences between two."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from captioner.app.bench.recordings import Recording, tokens
from captioner.app.bench.runs import Run
from captioner.app.bench.scores import Scores, Sums, aligned, interval, joined, scored
from captioner.app.bench.trends import growth_per_hour
from captioner.live.metrics import SessionMetrics, Spread

Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Times:
    """Some times in seconds; None where nothing was counted."""

    mean: float | None
    p50: float | None
    p95: float | None


@dataclass(frozen=True, slots=True)
class Figures:
    """What live captions were worth. Times are seconds; a figure is None where there was nothing to count.

    As ``SessionMetrics`` and ``bench.scores`` define them. ``wer`` is of the transcript, ``shown_wer`` of what stood on
    the screen in the end, ``whole_file_wer`` of the same model over whole recordings; ``delta_wer`` is the first less
    the last. Intervals hold 95 % of 2000 resamples of the passages. ``*_per_second``: seconds for each second of sound;
    those of the processor count every core, those of engine and pipeline are by the clock. ``time_drift_ms_per_hour``:
    how much later from hour to hour of a recording words are in the transcript than truly.
    ``memory_growth_mb_per_hour``: how much more the process holds from hour to hour of all sound.
    """

    sound_s: float
    utterances: int
    words: int
    first_text: Times
    first_display: Times
    first_display_interval: Interval | None
    commit: Times
    commit_interval: Interval | None
    finalization: Times
    endpointing: Spread
    ours: Spread
    erasure: float
    rewrites: int
    wer: float | None
    wer_interval: Interval | None
    shown_wer: float | None
    whole_file_wer: float | None
    delta_wer: float | None
    delta_wer_interval: Interval | None
    partial_passes: int
    final_passes: int
    amplification: float
    engine_per_second: float
    encode_per_second: float
    decode_per_second: float
    align_per_second: float
    processor_per_second: float
    pipeline_per_second: float | None
    phantom_words: int
    phantom_words_per_hour: float | None
    lost_samples: int
    time_error: Times
    time_drift_ms_per_hour: float | None
    memory_growth_mb_per_hour: float | None


@dataclass(frozen=True, slots=True)
class Difference:
    """How a variant's figure differs from the first one's, pair by pair, and where 95 % of the resamples lie."""

    figure: str
    variant: str
    difference: float
    interval: Interval


@dataclass(slots=True)
class Ledger:
    """The runs of one variant as they come, in the order of the recordings."""

    recordings: list[Recording] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    whole_file: list[Sums | None] = field(default_factory=list)
    scores: list[Scores | None] = field(default_factory=list)

    def add(self, recording: Recording, run: Run, whole_file_text: str | None) -> None:
        """Another recording; ``whole_file_text`` is what the model makes of it as a whole, None where not asked."""
        known = recording.words is not None
        self.recordings.append(recording)
        self.runs.append(run)
        self.scores.append(scored(recording, run.captions) if known else None)
        spoken = bool(recording.words) and whole_file_text is not None
        self.whole_file.append(_errors_of(recording, whole_file_text or "") if spoken else None)

    def figures(self) -> Figures:
        """The figures so far."""
        pooled = SessionMetrics()
        for run in self.runs:
            pooled.include(run.metrics)
        summary = pooled.summary()
        spoken = [score for score in self.scores if score is not None]
        errors, display = joined([s.errors for s in spoken]), joined([s.display for s in spoken])
        commit = joined([s.commit for s in spoken])
        delta = self._delta_wer()
        whole = [errors for errors in self.whole_file if errors is not None]
        sound_s = summary.captured_s
        per_second = 1 / sound_s if sound_s else 0.0
        pipeline = [run.pipeline_s for run in self.runs if run.pipeline_s is not None]
        speechless_s, phantoms = self._phantoms()
        return Figures(
            sound_s=sound_s,
            utterances=summary.utterances,
            words=summary.words,
            first_text=_times([s for score in spoken for s in score.first_text_s]),
            first_display=_times([s for score in spoken for s in score.display_s]),
            first_display_interval=interval(display.resampled()),
            commit=_times([s for score in spoken for s in score.commit_s]),
            commit_interval=interval(commit.resampled()),
            finalization=_times([s for score in spoken for s in score.finalization_s]),
            endpointing=summary.endpointing,
            ours=summary.ours,
            erasure=summary.erasure,
            rewrites=summary.rewrites,
            wer=errors.ratio,
            wer_interval=interval(errors.resampled()),
            shown_wer=joined([s.shown_errors for s in spoken]).ratio,
            whole_file_wer=joined(whole).ratio,
            delta_wer=delta.ratio,
            delta_wer_interval=interval(delta.resampled()),
            partial_passes=summary.partial_passes,
            final_passes=summary.final_passes,
            amplification=summary.amplification,
            engine_per_second=summary.engine_per_second,
            encode_per_second=summary.encode_s * per_second,
            decode_per_second=summary.decode_s * per_second,
            align_per_second=summary.align_s * per_second,
            processor_per_second=sum(run.processor_s for run in self.runs) * per_second,
            pipeline_per_second=sum(pipeline) * per_second if pipeline else None,
            phantom_words=phantoms,
            phantom_words_per_hour=phantoms * 3600 / speechless_s if speechless_s else None,
            lost_samples=summary.lost_samples,
            time_error=_times([s for score in spoken for s in score.time_error_s]),
            time_drift_ms_per_hour=growth_per_hour([(at, 1e3 * late) for score in spoken for at, late in score.late_s]),
            memory_growth_mb_per_hour=growth_per_hour(self._memory_mb()),
        )

    def pairs(self) -> dict[str, Sums]:
        """The figures that can be compared pair by pair: over passages of the text, or over recordings."""
        spoken = [score for score in self.scores if score is not None]
        summaries = [run.metrics.summary() for run in self.runs]
        words = np.array([summary.words for summary in summaries], float)
        sound = np.array([summary.captured_s for summary in summaries])
        return {
            "wer": joined([score.errors for score in spoken]),
            "first_display": joined([score.display for score in spoken]),
            "commit": joined([score.commit for score in spoken]),
            "erasure": Sums(np.array([summary.erasure for summary in summaries]) * words, words),
            "engine_per_second": Sums(np.array([summary.engine_per_second for summary in summaries]) * sound, sound),
        }

    def _delta_wer(self) -> Sums:
        """Errors more than the whole file's, for each word."""
        parts = [
            Sums(score.errors.sums - whole.sums, score.errors.counts)
            for score, whole in zip(self.scores, self.whole_file, strict=True)
            if score is not None and whole is not None
        ]
        return joined(parts)

    def _memory_mb(self) -> list[tuple[float, float]]:
        """Megabytes that the process held, by seconds of all sound."""
        before_s, found = 0.0, []
        for run in self.runs:
            found += [(before_s + at_s, held / 1e6) for at_s, held in run.memory]
            before_s += run.metrics.summary().captured_s
        return found

    def _phantoms(self) -> tuple[float, int]:
        """Seconds of the recordings in which nobody speaks, and words that were shown there."""
        seconds, words = 0.0, 0
        for recording, run, score in zip(self.recordings, self.runs, self.scores, strict=True):
            if score is not None and not recording.words:
                seconds += run.metrics.summary().captured_s
                words += score.phantoms
        return seconds, words


def differences(name: str, first: Ledger, other: Ledger) -> list[Difference]:
    """The ``other`` variant's figures less those of the ``first``, over the same recordings."""
    theirs = other.pairs()
    found: list[Difference] = []
    for figure, ours in first.pairs().items():
        if ours.ratio is None or theirs[figure].ratio is None:
            continue
        bounds = interval(theirs[figure].resampled() - ours.resampled())
        if bounds is not None:
            found.append(Difference(figure, name, (theirs[figure].ratio or 0.0) - ours.ratio, bounds))
    return found


def _errors_of(recording: Recording, text: str) -> Sums:
    """The errors of a text without times, by passage."""
    known, heard = recording.words or (), tokens(text)
    errors = Sums.empty(max(1, recording.passages))
    errors.count_errors(known, aligned([word.text for word in known], heard), heard)
    return errors


def _times(values: Sequence[float]) -> Times:
    if not values:
        return Times(None, None, None)
    p50, p95 = np.percentile(values, [50, 95])
    return Times(float(np.mean(values)), float(p50), float(p95))
