"""Minutes of sound in which nobody speaks, made of nothing but numbers. All at 16 kHz, full scale 1."""

from collections.abc import Callable, Mapping

import numpy as np
import scipy.signal

from captioner.core.sound import SAMPLE_RATE, Pcm


def _noise(seconds: float, seed: int) -> Pcm:
    return np.random.default_rng(seed).standard_normal(round(seconds * SAMPLE_RATE)).astype(np.float32)


def _level(pcm: Pcm, decibels: float) -> Pcm:
    """The sound with that RMS level below full scale."""
    scaled: Pcm = (pcm * (10 ** (decibels / 20) / np.sqrt(np.mean(np.square(pcm))))).clip(-1, 1).astype(np.float32)
    return scaled


def _band(pcm: Pcm, low_hz: float, high_hz: float) -> Pcm:
    sections = scipy.signal.butter(4, (low_hz, high_hz), "bandpass", fs=SAMPLE_RATE, output="sos")
    filtered: Pcm = scipy.signal.sosfilt(sections, pcm).astype(np.float32)
    return filtered


def silence(seconds: float) -> Pcm:
    """The noise floor of a quiet room: 70 dB below full scale."""
    return _level(_noise(seconds, 1), -70)


def white_noise(seconds: float) -> Pcm:
    """Hiss."""
    return _level(_noise(seconds, 2), -30)


def pink_noise(seconds: float) -> Pcm:
    """Rain, a fan: as much power in each octave (Kellet's filter)."""
    feedback = [1, -2.494956002, 2.017265875, -0.522189400]
    filtered = scipy.signal.lfilter(
        [0.049922035, -0.095993537, 0.050612699, -0.004408786], feedback, _noise(seconds, 3)
    )
    return _level(filtered.astype(np.float32), -28)


def hum(seconds: float) -> Pcm:
    """The mains, with its harmonics, in a noisy line."""
    time = np.arange(round(seconds * SAMPLE_RATE)) / SAMPLE_RATE
    tones = sum(np.sin(2 * np.pi * 50 * k * time) / k for k in range(1, 9))
    return _level(np.asarray(tones, np.float32) + _noise(seconds, 4) * 0.02, -32)


def breathing(seconds: float) -> Pcm:
    """In and out, close to the microphone, fifteen times a minute."""
    time = np.arange(round(seconds * SAMPLE_RATE)) / SAMPLE_RATE
    swell = np.maximum(0, np.sin(2 * np.pi * time / 2)) ** 2  # each half of a breath takes two seconds
    envelope = swell * np.where(np.sin(2 * np.pi * time / 4) > 0, 1.0, 0.6)
    return _level(_band(_noise(seconds, 5), 300, 3000) * envelope.astype(np.float32) + _noise(seconds, 6) * 1e-3, -32)


def keyboard(seconds: float) -> Pcm:
    """Somebody types: short clicks at uneven times, in bursts."""
    draws = np.random.default_rng(7)
    pcm = np.zeros(round(seconds * SAMPLE_RATE), np.float32)
    at = 0.0
    while at < seconds - 0.1:
        click = draws.standard_normal(480) * np.exp(-np.arange(480) / 60) * draws.uniform(0.4, 1.0)
        start = round(at * SAMPLE_RATE)
        pcm[start : start + 480] += click[: len(pcm) - start].astype(np.float32)
        at += draws.uniform(0.08, 0.25) if draws.random() < 0.9 else draws.uniform(0.8, 3.0)
    return _level(_band(pcm, 500, 6000) + _noise(seconds, 8) * 1e-4, -36)


def music(seconds: float) -> Pcm:
    """Chords and a tune with overtones and vibrato, a beat below them."""
    time = np.arange(round(seconds * SAMPLE_RATE)) / SAMPLE_RATE
    draws = np.random.default_rng(9)
    pcm = np.zeros(len(time))
    beat = SAMPLE_RATE // 2
    for start in range(0, len(time), beat):
        part = time[start : start + beat]
        decay = np.exp(-(part - part[0]) * 3)
        root = 110 * 2 ** (draws.choice([0, 3, 5, 7, 10]) / 12)
        for ratio in (1, 1.26, 1.5):
            pcm[start : start + beat] += (
                sum(np.sin(2 * np.pi * root * ratio * k * part) / k**2 for k in range(1, 6)) * decay
            )
        tune = root * 4 * 2 ** (draws.choice([0, 2, 4, 7, 9]) / 12)
        vibrato = tune * part + 0.3 * np.sin(2 * np.pi * 5 * part)
        pcm[start : start + beat] += sum(np.sin(2 * np.pi * vibrato * k) / k for k in range(1, 7)) * 0.7
        hit = draws.standard_normal(800) * np.exp(-np.arange(800) / 150)
        pcm[start : start + 800] += hit[: len(pcm[start : start + 800])]
    return _level(pcm.astype(np.float32), -20)


def theremin(seconds: float) -> Pcm:
    """A glide through the pitches of a voice, with its overtones: what comes nearest to speech of all these."""
    time = np.arange(round(seconds * SAMPLE_RATE)) / SAMPLE_RATE
    pitch = 160 + 60 * np.sin(2 * np.pi * 0.3 * time) + 25 * np.sin(2 * np.pi * 1.7 * time)
    phase = 2 * np.pi * np.cumsum(pitch) / SAMPLE_RATE
    tones = np.asarray(sum(np.sin(phase * k) / k for k in range(1, 20)), np.float32)
    swell = (0.6 + 0.4 * np.sin(2 * np.pi * 0.9 * time)).astype(np.float32)
    return _level(_band(tones, 250, 2500) * swell, -24)


SOUNDS: Mapping[str, Callable[[float], Pcm]] = {
    sound.__name__: sound for sound in (silence, white_noise, pink_noise, hum, breathing, keyboard, music, theremin)
}
