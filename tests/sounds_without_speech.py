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


def sighs(seconds: float) -> Pcm:
    """Breath through a mouth, right into the microphone: bursts with the resonances of whispered vowels, unevenly."""
    draws = np.random.default_rng(10)
    noise = _noise(seconds, 11)
    pcm = noise * np.float32(1e-3)
    at = 0.3
    while at < seconds - 2.5:
        length_s, centre_hz = draws.uniform(0.2, 1.6), draws.uniform(400, 1200)
        start, stop = round(at * SAMPLE_RATE), round((at + length_s) * SAMPLE_RATE)
        burst = noise[start:stop]
        mouth = _band(burst, 0.7 * centre_hz, 1.4 * centre_hz) + 0.5 * _band(burst, 2 * centre_hz, 3 * centre_hz)
        rise = np.sin(np.pi * np.arange(stop - start) / (stop - start)) ** draws.uniform(0.3, 2.0)
        pcm[start:stop] += mouth * rise.astype(np.float32) * np.float32(draws.uniform(0.3, 1.0))
        at += length_s + draws.uniform(0.15, 2.0)
    return _level(pcm, -30)


def hum_and_silence(seconds: float) -> Pcm:
    """A refrigerator: its hum comes with a thump and goes again, and then there is digital silence."""
    time = np.arange(round(seconds * SAMPLE_RATE)) / SAMPLE_RATE
    tones = np.asarray(sum(np.sin(2 * np.pi * 100 * k * time) / k for k in range(1, 12)), np.float32)
    pcm = np.zeros(len(time), np.float32)
    draws = np.random.default_rng(12)
    at = 1.0
    while at < seconds - 1:
        start = round(at * SAMPLE_RATE)
        stop = min(len(pcm), start + round(draws.uniform(0.3, 6.0) * SAMPLE_RATE))
        on = np.arange(stop - start) / SAMPLE_RATE
        swell = np.minimum(1.0, on / 0.05) * (1.0 + 0.2 * np.sin(2 * np.pi * 3.0 * on)) + 2.0 * np.exp(-on / 0.03)
        pcm[start:stop] = tones[start:stop] * swell.astype(np.float32)
        at = stop / SAMPLE_RATE + draws.uniform(0.5, 6.0)
    return _level(pcm, -34)


def desk(seconds: float) -> Pcm:
    """A microphone that stands on the desk on which somebody types, drums with the fingers and puts down a cup."""
    draws = np.random.default_rng(13)
    pcm = np.zeros(round(seconds * SAMPLE_RATE), np.float32)
    at = 0.2
    while at < seconds - 0.5:
        decay, ring_hz = draws.uniform(80, 900), draws.uniform(90, 2500)
        part = np.arange(4000)
        knock = (0.6 * np.sin(2 * np.pi * ring_hz * part / SAMPLE_RATE) + 0.4 * draws.standard_normal(4000)) * np.exp(
            -part / decay
        )
        start = round(at * SAMPLE_RATE)
        pcm[start : start + 4000] += (knock * draws.uniform(0.2, 1.0)).astype(np.float32)[: len(pcm) - start]
        at += draws.choice([0.09, 0.13, 0.2, 0.35, 1.5], p=[0.3, 0.3, 0.2, 0.1, 0.1]) * draws.uniform(0.8, 1.2)
    return _level(pcm + _noise(seconds, 14) * 1e-4, -30)


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
    sound.__name__: sound
    for sound in (
        silence,
        white_noise,
        pink_noise,
        hum,
        hum_and_silence,
        breathing,
        sighs,
        keyboard,
        desk,
        music,
        theremin,
    )
}
