"""The growing features are those of faster-whisper's own extractor, whatever the steps by which the sound grows."""

import numpy as np
import pytest
from faster_whisper.feature_extractor import FeatureExtractor
from hypothesis import given
from hypothesis import strategies as st

from captioner.core.sound import Pcm
from captioner.speech.mel import GrowingMel, MelSpectrum


def noise(samples: int) -> Pcm:
    return np.random.default_rng(samples).standard_normal(samples).astype(np.float32) * 0.1


@pytest.mark.parametrize("n_mels", [80, 128])
@pytest.mark.parametrize("samples", [16_000, 16_037, 479_999])
def test_same_numbers_as_the_library(n_mels: int, samples: int) -> None:
    pcm = noise(samples)
    ours = GrowingMel(MelSpectrum(n_mels)).features(0, pcm)
    assert ours.shape == (n_mels, samples // 160 + 1)
    np.testing.assert_allclose(ours, FeatureExtractor(feature_size=n_mels)(pcm), atol=1e-4)


@given(steps=st.lists(st.integers(1, 9_000), min_size=1, max_size=12))
def test_growing_by_any_steps_gives_what_one_pass_gives(steps: list[int]) -> None:
    spectrum = MelSpectrum(80)
    pcm = noise(600 + sum(steps))
    growing = GrowingMel(spectrum)
    stop = 600
    for step in steps:
        stop += step
        got = growing.features(32_000, pcm[:stop])
        np.testing.assert_allclose(got, GrowingMel(spectrum).features(0, pcm[:stop]), atol=1e-4)


@given(trim=st.integers(0, 90))
def test_a_trimmed_window_hears_the_same_but_for_its_edge(trim: int) -> None:
    spectrum = MelSpectrum(80)
    pcm = noise(16_000)
    growing = GrowingMel(spectrum)
    growing.features(0, pcm[:15_000])
    got = growing.features(trim * 160, pcm[trim * 160 :])
    alone = GrowingMel(spectrum).features(0, pcm[trim * 160 :])
    np.testing.assert_allclose(got[:, 2:], alone[:, 2:], atol=2e-3)


@given(stop=st.integers(1, 30_000), trim=st.integers(0, 60))
def test_an_utterance_cut_back_gives_what_is_left_of_it(stop: int, trim: int) -> None:
    """At a hard cut the final pass hears less than the partial ones before it."""
    spectrum = MelSpectrum(80)
    pcm = noise(30_000)
    growing = GrowingMel(spectrum)
    growing.features(0, pcm)
    start = min(trim * 160, stop - 1) // 160 * 160
    got = growing.features(start, pcm[start:stop])
    alone = GrowingMel(spectrum).features(start, pcm[start:stop])
    assert got.shape == alone.shape
    np.testing.assert_allclose(got[:, 2:], alone[:, 2:], atol=2e-3)


def test_a_window_off_the_grid_or_before_the_origin_starts_afresh() -> None:
    spectrum = MelSpectrum(80)
    pcm = noise(8_000)
    growing = GrowingMel(spectrum)
    growing.features(1_600, pcm)
    for start in (1_601, 0):
        np.testing.assert_allclose(growing.features(start, pcm), GrowingMel(spectrum).features(start, pcm), atol=1e-6)
