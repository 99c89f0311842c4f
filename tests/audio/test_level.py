"""The level meter: dB of full scale, decay, clipping, and microphones that give no signal."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from captioner.audio.level import FLOOR_DB, LevelMeter

RATE = 16_000


def sine(seconds: float, amplitude: float = 1.0) -> "np.ndarray[tuple[int], np.dtype[np.float32]]":
    time = np.arange(round(seconds * RATE)) / RATE
    return (amplitude * np.sin(2 * np.pi * 1000 * time)).astype(np.float32)


def test_a_sine_of_full_scale_reads_minus_3_db_and_peaks_at_0() -> None:
    level = LevelMeter(RATE).push(sine(0.1))
    assert level.rms_db == pytest.approx(-3.01, abs=0.05)
    assert level.peak_db == pytest.approx(0.0, abs=0.01)
    assert level.clipped


@given(st.floats(-90, -1))
def test_the_level_follows_the_amplitude(db: float) -> None:
    level = LevelMeter(RATE).push(sine(0.05, 10 ** (db / 20)))
    assert level.peak_db == pytest.approx(db, abs=0.1)
    assert level.rms_db == pytest.approx(db - 3.01, abs=0.1)
    assert not level.clipped


def test_it_falls_by_20_db_a_second_down_to_the_floor() -> None:
    meter = LevelMeter(RATE)
    meter.push(sine(0.1, 0.5))
    for _ in range(50):
        level = meter.push(np.zeros(RATE // 50, np.float32))
    assert level.peak_db == pytest.approx(-6.02 - 20, abs=0.1)
    assert meter.push(np.zeros(10 * RATE, np.float32)).peak_db == FLOOR_DB


def test_clipping_is_shown_for_a_second() -> None:
    meter = LevelMeter(RATE)
    click = np.zeros(160, np.float32)
    click[80] = -1.0
    assert meter.push(click).clipped
    assert meter.push(np.zeros(RATE // 2, np.float32)).clipped
    assert not meter.push(np.zeros(RATE, np.float32)).clipped


def test_one_live_channel_of_two_is_metered_at_its_own_level() -> None:
    frames = np.zeros((1600, 2), np.float32)
    frames[:, 1] = sine(0.1, 0.5)
    assert LevelMeter(RATE).push(frames).rms_db == pytest.approx(-9.03, abs=0.05)


def test_no_signal_after_5_s_of_digital_silence_and_not_of_a_quiet_room() -> None:
    meter = LevelMeter(RATE)
    room = (np.random.default_rng(1).standard_normal(10 * RATE) * 1e-4).astype(np.float32)
    assert not meter.push(room).no_signal
    assert not meter.push(np.zeros(4 * RATE, np.float32)).no_signal
    assert meter.push(np.zeros(RATE, np.float32)).no_signal
    assert not meter.push(room[:160]).no_signal


def test_nothing_changes_nothing() -> None:
    meter = LevelMeter(RATE)
    level = meter.push(sine(0.1))
    assert meter.push(np.empty(0, np.float32)) is level
