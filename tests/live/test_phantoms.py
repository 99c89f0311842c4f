"""Nobody speaks: nothing is shown. Half an hour of sounds through the real voice activity and the real engine."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from sounds_without_speech import SOUNDS

from captioner.audio.decode import Decoder
from captioner.audio.spool import DiskSpool
from captioner.core.caption import Caption
from captioner.core.protocols import Recognizer
from captioner.core.sound import Pcm, Track
from captioner.live.conversation import Conversation
from captioner.live.segmenter import Segmenter
from captioner.live.simulation import SimulatedSource, Simulation
from captioner.live.talk import Talk
from captioner.speech.vad import GatedVad
from captioner.speech.whisper_load import load_whisper

HALF_AN_HOUR_S = 1800.0
PASS_NS = 40_000_000


@pytest.fixture(scope="module")
def engine(tiny_whisper: Path) -> Iterator[Recognizer]:
    recognizer = load_whisper(tiny_whisper, "cpu", lambda notice: None)
    yield recognizer
    recognizer.close()


def shown_over(pcm: Pcm, engine: Recognizer, spool: Path) -> list[str]:
    """All texts that were on the screen at some time."""
    captions: list[Caption] = []
    talk = Talk(
        SimulatedSource(Track("file"), pcm), DiskSpool(spool), GatedVad(), Segmenter("file"), Conversation(None)
    )
    Simulation([talk], engine, captions.append, pass_time=lambda window, hypothesis: PASS_NS).run()
    talk.spool.close()
    return [text for caption in captions if (text := caption.stable + caption.tentative)]


@pytest.mark.parametrize("sound", SOUNDS)
def test_half_a_minute(sound: str, engine: Recognizer, tmp_path: Path) -> None:
    assert shown_over(SOUNDS[sound](30.0), engine, tmp_path / "spool.wav") == []


@pytest.mark.slow
@pytest.mark.parametrize("sound", SOUNDS)
def test_half_an_hour_in_all(sound: str, engine: Recognizer, tmp_path: Path) -> None:
    assert shown_over(SOUNDS[sound](HALF_AN_HOUR_S / len(SOUNDS)), engine, tmp_path / "spool.wav") == []


@pytest.mark.parametrize(
    "name", ["music_solo_trumpet.ogg", "music_vibe_ace.ogg", "noise_humpback.ogg", "noise_robin.ogg"]
)
def test_recorded_music_and_animals(name: str, engine: Recognizer, real_speech: Path, tmp_path: Path) -> None:
    with Decoder(str(real_speech / name)) as decoder:
        pcm = np.concatenate(list(decoder.blocks()))
    assert shown_over(pcm, engine, tmp_path / "spool.wav") == []
