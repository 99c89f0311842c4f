"""The figures of a benchmark as a table for people."""

from collections.abc import Sequence

from captioner.app.bench.figures import Difference, Figures, Interval, Times
from captioner.live.metrics import Spread


def table(names: Sequence[str], figures: Sequence[Figures], differences: Sequence[Difference]) -> str:
    """A column for each variant, then the differences."""
    rows = [("", *names), *zip(_LABELS, *(_column(each) for each in figures), strict=True)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = [
        "  ".join((row[0].ljust(widths[0]), *(text.rjust(w) for text, w in zip(row[1:], widths[1:], strict=True))))
        for row in rows
    ]
    for difference in differences:
        low, high = difference.interval
        lines.append(
            f"{difference.variant}: {difference.figure} {difference.difference:+.4f} [{low:+.4f} … {high:+.4f}]"
        )
    return "\n".join(line.rstrip() for line in lines) + "\n"


_LABELS = (
    "sound, utterances, words",
    "time to first text, mean p50 p95, s",
    "word latency, first display, mean p50 p95, s",
    "  95 % interval of the mean",
    "word latency, commit, mean p50 p95, s",
    "  95 % interval of the mean",
    "finalization, mean p50 p95, s",
    "  of which endpointing, p50 p95, s",
    "ours beyond the engine's pass, p50 p95, ms",
    "normalized erasure, rewrites",
    "WER transcript, shown, %",
    "  95 % interval, %",
    "WER whole file, difference, %",
    "  95 % interval of the difference, %",
    "passes, partial final",
    "sound encoded for each second, s",
    "engine for each second, s",
    "  encode decode align, s",
    "processor, all cores, for each second, s",
    "pipeline without engine for each second, s",
    "phantom words, an hour",
    "lost samples",
    "time error of words, mean p50 p95, s",
    "in an hour: times drift, ms; memory grows, MB",
)


def _column(f: Figures) -> list[str]:
    return [
        f"{f.sound_s:.1f} s, {f.utterances}, {f.words}",
        _times(f.first_text),
        _times(f.first_display),
        _interval(f.first_display_interval, 1, 2),
        _times(f.commit),
        _interval(f.commit_interval, 1, 2),
        _times(f.finalization),
        _spread(f.endpointing, 1, 2),
        _spread(f.ours, 1000, 1),
        f"{f.erasure:.3f}, {f.rewrites}",
        f"{_number(f.wer, 100, 2)}, {_number(f.shown_wer, 100, 2)}",
        _interval(f.wer_interval, 100, 2),
        f"{_number(f.whole_file_wer, 100, 2)}, {_number(f.delta_wer, 100, 2)}",
        _interval(f.delta_wer_interval, 100, 2),
        f"{f.partial_passes} {f.final_passes}",
        f"{f.amplification:.2f}",
        f"{f.engine_per_second:.3f}",
        f"{f.encode_per_second:.3f} {f.decode_per_second:.3f} {f.align_per_second:.3f}",
        f"{f.processor_per_second:.3f}",
        _number(f.pipeline_per_second, 1, 4),
        f"{f.phantom_words}, {_number(f.phantom_words_per_hour, 1, 1)}",
        f"{f.lost_samples}",
        _times(f.time_error),
        f"{_number(f.time_drift_ms_per_hour, 1, 0)}; {_number(f.memory_growth_mb_per_hour, 1, 1)}",
    ]


def _times(times: Times) -> str:
    return " ".join(_number(value, 1, 2) for value in (times.mean, times.p50, times.p95))


def _spread(spread: Spread, scale: float, places: int) -> str:
    return f"{_number(spread.p50, scale, places)} {_number(spread.p95, scale, places)}"


def _interval(bounds: Interval | None, scale: float, places: int) -> str:
    return "–" if bounds is None else f"{_number(bounds[0], scale, places)} … {_number(bounds[1], scale, places)}"


def _number(value: float | None, scale: float, places: int) -> str:
    return "–" if value is None else f"{value * scale:.{places}f}"
