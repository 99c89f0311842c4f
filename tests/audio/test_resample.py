"""Conversion to 16 kHz mono keeps time to the sample, level, and independence of block sizes."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from captioner.audio.resample import Converter
from captioner.core.sound import Pcm

RATES = [8_000, 11_025, 16_000, 22_050, 44_100, 48_000, 96_000, 192_000]


def convert(frames: NDArray[np.float32], rate: int, sizes: list[int]) -> Pcm:
    converter = Converter(rate, frames.shape[1])
    out, at, turn = [], 0, 0
    while at < len(frames):
        size = sizes[turn % len(sizes)]
        out.append(converter.push(frames[at : at + size]))
        at, turn = at + size, turn + 1
    assert converter.taken == len(frames)
    assert converter.given == sum(map(len, out))
    return np.concatenate([*out, converter.flush()])


def level_db(pcm: NDArray[np.float32]) -> float:
    return float(10 * np.log10(np.mean(np.square(pcm, dtype=np.float64)) + 1e-20))


def voice(rate: int, seconds: float, seed: int = 0) -> NDArray[np.float32]:
    """Noise with the band and the syllables of speech, about -26 dB."""
    from scipy.signal import butter, sosfilt

    count = round(rate * seconds)
    noise = np.random.default_rng(seed).standard_normal(count)
    shaped = sosfilt(butter(2, [200, 3_000], "bandpass", fs=rate, output="sos"), noise)
    shaped *= 0.6 + 0.4 * np.sin(2 * np.pi * 4 * np.arange(count) / rate)
    result: NDArray[np.float32] = (0.05 * shaped / shaped.std()).astype(np.float32)
    return result


@pytest.mark.parametrize("rate", RATES)
def test_time_stays_true(rate: int) -> None:
    """A short click in the speech band comes out where it went in, to within half a sample, anywhere in the stream."""
    for at_s in (0.1, 0.75, 1.9):
        time = np.arange(2 * rate) / rate - at_s
        click = np.exp(-((time * 2_000) ** 2)).astype(np.float32)
        out = convert(click[:, None], rate, [rate // 50])
        assert len(out) == 32_000
        centre = float(np.sum(np.arange(len(out)) * out.astype(np.float64)) / np.sum(out, dtype=np.float64))
        assert abs(centre - at_s * 16_000) < 0.5
        assert np.argmax(out) in (int(at_s * 16_000), int(at_s * 16_000) + 1, int(at_s * 16_000) - 1)


@pytest.mark.parametrize("rate", RATES)
@settings(max_examples=15, deadline=None)
@given(count=st.integers(0, 5_000), sizes=st.lists(st.integers(1, 700), min_size=1, max_size=5))
def test_blocks_do_not_matter(rate: int, count: int, sizes: list[int]) -> None:
    frames = np.random.default_rng(count).standard_normal((count, 2)).astype(np.float32)
    out = convert(frames, rate, sizes)
    whole = convert(frames, rate, [max(count, 1)])
    assert abs(len(out) - count * 16_000 / rate) < 1
    assert len(out) == len(whole)
    np.testing.assert_allclose(out, whole, atol=1e-5)  # the order of float additions is all that differs


def test_16_khz_mono_passes_untouched() -> None:
    frames = np.random.default_rng(1).standard_normal((1_000, 1)).astype(np.float32)
    converter = Converter(16_000, 1)
    np.testing.assert_array_equal(converter.push(frames), frames[:, 0])
    assert len(converter.flush()) == 0


def test_int16_full_scale_is_one() -> None:
    frames = np.array([[-32_768], [0], [16_384]], np.int16)
    np.testing.assert_array_equal(Converter(16_000, 1).push(frames), np.array([-1.0, 0.0, 0.5], np.float32))


@pytest.mark.parametrize("damage", [np.nan, np.inf, -np.inf, 1e30])
def test_damaged_floats_do_no_lasting_harm(damage: float) -> None:
    frames = np.repeat(voice(48_000, 1)[:, None], 2, axis=1)
    frames[4_800, 0] = damage
    out = convert(frames, 48_000, [960])
    assert np.isfinite(out).all()
    assert level_db(out[-1_600:]) == pytest.approx(level_db(frames[-4_800:]), abs=6)


def test_flush_starts_afresh() -> None:
    frames = voice(44_100, 0.5)[:, None]
    converter = Converter(44_100, 1)
    runs = [np.concatenate([converter.push(frames), converter.flush()]) for _ in range(2)]
    np.testing.assert_array_equal(runs[0], runs[1])
    assert (converter.taken, converter.given) == (0, 0)


@pytest.mark.parametrize("channels", [2, 6, 8])
def test_equal_channels_give_the_channel(channels: int) -> None:
    mono = voice(16_000, 1)
    out = convert(np.repeat(mono[:, None], channels, axis=1), 16_000, [320])
    np.testing.assert_allclose(out, mono, atol=1e-6)


@pytest.mark.parametrize("channels", [2, 3, 6, 8])
@pytest.mark.parametrize("side", [0, -1])
def test_one_sided_speech_keeps_its_level(channels: int, side: int) -> None:
    frames = 1e-4 * np.random.default_rng(2).standard_normal((32_000, channels)).astype(np.float32)
    frames[:, side] += voice(16_000, 2)
    out = convert(frames, 16_000, [320])
    assert level_db(out[8_000:]) == pytest.approx(level_db(frames[8_000:, side]), abs=0.5)


def test_opposite_phase_does_not_cancel() -> None:
    mono = voice(48_000, 2)
    out = convert(np.stack([mono, -0.98 * mono], axis=1), 48_000, [960])
    assert level_db(out[4_000:]) == pytest.approx(level_db(mono[12_000:]), abs=1.0)
    steps = np.abs(np.diff(out))
    assert steps.max() < 3 * np.abs(np.diff(convert(mono[:, None], 48_000, [960]))).max()  # no click at the switch


def test_second_speaker_is_heard_from_the_first_sample_without_clipping() -> None:
    left, right = 6 * voice(16_000, 4, 1), 6 * voice(16_000, 4, 2)
    left[32_000:] = 0
    right[:32_000] = 0
    out = convert(np.stack([left, right], axis=1), 16_000, [320])
    both = left + right
    assert np.abs(out[32_000:32_160]).max() > 0.4 * np.abs(both[32_000:32_160]).max()
    assert np.abs(out).max() <= np.abs(both).max()
    assert level_db(out[40_000:]) == pytest.approx(level_db(both[40_000:]), abs=0.5)


@pytest.mark.parametrize(("rate", "channels"), [(0, 1), (16_000, 0), (10**9, 2), (48_000, 1_000)])
def test_refuses_what_is_not_sound(rate: int, channels: int) -> None:
    with pytest.raises(ValueError, match="not sound"):
        Converter(rate, channels)
