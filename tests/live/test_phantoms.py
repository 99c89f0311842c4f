"""Nobody speaks: nothing is shown. Half an hour of sounds through the real voice activity and the real engine."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from simulated import captions_of, sound_of
from sounds_without_speech import SOUNDS

from captioner.core.protocols import Recognizer
from captioner.core.sound import Pcm
from captioner.speech.whisper_load import load_whisper

HALF_AN_HOUR_S = 1800.0


@pytest.fixture(scope="module")
def engine(tiny_whisper: Path) -> Iterator[Recognizer]:
    recognizer = load_whisper(tiny_whisper, "cpu", lambda notice: None)
    yield recognizer
    recognizer.close()


def shown_over(pcm: Pcm, engine: Recognizer, folder: Path) -> list[str]:
    """All texts that were on the screen at some time."""
    return [text for caption in captions_of(pcm, engine, folder) if (text := caption.stable + caption.tentative)]


@pytest.mark.parametrize("sound", SOUNDS)
def test_half_a_minute(sound: str, engine: Recognizer, tmp_path: Path) -> None:
    assert shown_over(SOUNDS[sound](30.0), engine, tmp_path) == []


@pytest.mark.slow
@pytest.mark.parametrize("sound", SOUNDS)
def test_half_an_hour_in_all(sound: str, engine: Recognizer, tmp_path: Path) -> None:
    assert shown_over(SOUNDS[sound](HALF_AN_HOUR_S / len(SOUNDS)), engine, tmp_path) == []


@pytest.mark.parametrize(
    "name", ["music_solo_trumpet.ogg", "music_vibe_ace.ogg", "noise_humpback.ogg", "noise_robin.ogg"]
)
def test_recorded_music_and_animals(name: str, engine: Recognizer, real_speech: Path, tmp_path: Path) -> None:
    assert shown_over(sound_of(real_speech / name), engine, tmp_path) == []
