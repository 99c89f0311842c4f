"""Speech at another speed keeps its pitch and its length divided by the speed."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from captioner.audio.time_stretch import TimeStretch
from captioner.core.sound import SAMPLE_RATE, Pcm


def tone(frequency: float, seconds: float) -> Pcm:
    """A buzz with overtones, as a voice has them."""
    t = np.arange(round(seconds * SAMPLE_RATE)) / SAMPLE_RATE
    harmonics = [np.sin(2 * np.pi * frequency * n * t) / n for n in range(1, 8)]
    buzz: Pcm = (0.2 * np.sum(harmonics, axis=0)).astype(np.float32)
    return buzz


def stretched(pcm: Pcm, speed: float, block: int = 3200) -> Pcm:
    stretch = TimeStretch(speed)
    pieces = [stretch.push(pcm[at : at + block]) for at in range(0, len(pcm), block)]
    return np.concatenate([*pieces, stretch.flush()])


def pitch(pcm: Pcm) -> float:
    """The frequency with the shortest period that the sound repeats itself in."""
    middle = pcm[len(pcm) // 4 : len(pcm) // 4 + 8000].astype(np.float64)
    likeness = np.correlate(middle, middle[:4000], "valid")[:400]
    shortest = SAMPLE_RATE // 400
    again = shortest + int(np.argmax(likeness[shortest:] > 0.85 * likeness[0]))
    return SAMPLE_RATE / (again + int(np.argmax(likeness[again : again + 10])))


@pytest.mark.parametrize("speed", [0.5, 0.75, 1.25, 1.5, 2.0])
@pytest.mark.parametrize("frequency", [80.0, 125.0, 250.0])
def test_the_pitch_stays_and_the_length_does_not(speed: float, frequency: float) -> None:
    out = stretched(tone(frequency, 2.0), speed)
    assert len(out) == pytest.approx(2.0 * SAMPLE_RATE / speed, abs=2)
    assert pitch(out) == pytest.approx(frequency, rel=0.03)
    loudness = np.sqrt(np.mean(out[2000:-2000] ** 2)) / np.sqrt(np.mean(tone(frequency, 2.0) ** 2))
    assert loudness == pytest.approx(1, abs=0.1), "windows that fit each other do not cancel"


def test_no_click_is_put_in() -> None:
    sound = tone(110.0, 2.0)
    for speed in (0.5, 1.3, 2.0):
        out = stretched(sound, speed)[:-1000]
        assert np.abs(np.diff(out)).max() <= 1.3 * np.abs(np.diff(sound)).max()


@given(st.integers(0, 40_000), st.integers(1, 9000), st.integers(0, 2**32 - 1))
def test_at_normal_speed_it_comes_out_as_it_went_in(length: int, block: int, seed: int) -> None:
    sound = np.random.default_rng(seed).standard_normal(length).astype(np.float32)
    np.testing.assert_allclose(stretched(sound, 1.0, block), sound, atol=1e-6)


@given(st.floats(0.5, 2.0), st.integers(0, 30_000), st.integers(1, 9000), st.integers(0, 2**32 - 1))
def test_any_sound_in_any_blocks_gives_its_length(speed: float, length: int, block: int, seed: int) -> None:
    sound = np.random.default_rng(seed).standard_normal(length).astype(np.float32)
    out = stretched(sound, speed, block)
    assert len(out) == pytest.approx(length / speed, abs=2)
    np.testing.assert_array_equal(out, stretched(sound, speed, 30_000))


def test_the_speed_may_change_on_the_way() -> None:
    stretch = TimeStretch()
    first = stretch.push(tone(100.0, 1.0))
    stretch.speed = 2.0
    rest = np.concatenate([stretch.push(tone(100.0, 1.0)), stretch.flush()])
    assert len(first) + len(rest) == pytest.approx(1.5 * SAMPLE_RATE, rel=0.06)
    with pytest.raises(ValueError, match="outside"):
        stretch.speed = 3
