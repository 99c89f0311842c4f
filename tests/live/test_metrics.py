"""The session's figures, from events made by hand."""

from captioner.core.caption import Caption
from captioner.core.sound import SAMPLE_RATE
from captioner.core.speech import PassCost
from captioner.live.metrics import SessionMetrics


def caption(revision: int, stable: str, tentative: str, final: bool = False, lag: float = 0.5) -> Caption:
    return Caption(0, "mic", revision, stable, tentative, final, 0, SAMPLE_RATE, lag)


def test_a_calm_utterance() -> None:
    metrics = SessionMetrics()
    metrics.captured(10 * SAMPLE_RATE, 160)
    metrics.closed(2 * SAMPLE_RATE, 0.45)
    metrics.passed(PassCost(0.2, 0.1, 0.1, 30 * SAMPLE_RATE), final=False, rejected=False)
    metrics.shown(caption(0, "", "we need"), 0.6, 0.0)
    metrics.shown(caption(1, "we need", " to", lag=0.7), 1.0, 0.1)
    metrics.shown(caption(2, "we need too much.", "", True), 2.0, 0.6)
    summary = metrics.summary()
    assert (summary.captured_s, summary.lost_samples, summary.words) == (10, 160, 4)
    assert (summary.first_text.p50, summary.finalization.p50, summary.endpointing.p50) == (0.6, 0.6, 0.45)
    assert summary.first_display.p50 == 0.5
    assert (summary.erasure, summary.rewrites) == (0.25, 0)
    assert (summary.amplification, round(summary.engine_per_second, 3)) == (3.0, 0.04)


def test_erasure_and_rewrites_are_counted() -> None:
    metrics = SessionMetrics()
    metrics.shown(caption(0, "we", " kneed two"), 0.5, 0)
    metrics.shown(caption(1, "he need to", "", True), 1, 0)
    summary = metrics.summary()
    assert (summary.erasure, summary.rewrites) == (1.0, 1)


def test_a_chinese_character_is_a_word() -> None:
    metrics = SessionMetrics()
    metrics.shown(caption(0, "", "我们要"), 0.5, 0)
    metrics.shown(caption(1, "我门要去", "", True), 1, 0)
    summary = metrics.summary()
    assert (summary.words, summary.erasure) == (4, 0.5)


def test_an_empty_session_has_no_figures_and_no_error() -> None:
    summary = SessionMetrics().summary()
    assert summary.first_text.p50 is None
    assert summary.amplification == 0
