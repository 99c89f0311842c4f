"""Capture while every core is busy and a Python thread keeps the interpreter to itself as much as it can."""

import time
from pathlib import Path

import pytest
from busy_computer import everything_busy
from listening import Listening, Noise
from sound_server import MIC_FEED, SPEAKER, SoundServer

from captioner.audio.devices import sound_system
from captioner.core.sound import SAMPLE_RATE

MARK_S = 0.5


@pytest.mark.parametrize(
    "seconds", [pytest.param(4.0, id="short"), pytest.param(60.0, id="a minute", marks=pytest.mark.slow)]
)
def test_a_busy_computer_loses_not_a_sample_or_counts_it(
    sound_server: SoundServer, tmp_path: Path, seconds: float
) -> None:
    """Two tracks; marks at both ends of the load lie as far apart in the track as they were played."""
    whole = Noise(seconds, seed=30)
    first, last = Noise(MARK_S, seed=0), Noise(MARK_S, seed=0)
    mark = round(MARK_S * SAMPLE_RATE)
    first.heard, last.heard = whole.heard[:mark], whole.heard[-mark:]
    wav = whole.wav(tmp_path, "whole")
    with Listening(sound_system(), ("system", ""), ("microphone", "")) as heard:
        heard.listen(0.5)
        with everything_busy():
            sound_server.play(wav, SPEAKER)
            sound_server.play(wav, MIC_FEED)
            heard.listen(seconds + 1.5)
        for track, source in heard.sources.items():
            sound = heard.sound(track)
            (begin, begin_fit), (end, end_fit) = first.find(sound), last.find(sound)
            assert min(begin_fit, end_fit) > 0.95
            shift = end + mark - begin - len(whole.heard)
            lost = source.health.lost
            print(f"{track}: {lost} samples lost and filled, length off by {shift} samples, {heard.notices}")  # noqa: T201
            assert abs(shift) <= SAMPLE_RATE // 50
            assert source.health.late == 0
            if lost == 0 and seconds < 60:  # later the track may have been nudged
                assert abs(shift) <= 1


def test_a_reader_held_up_for_seconds_loses_nothing(sound_server: SoundServer, tmp_path: Path) -> None:
    noise = Noise(4.0, seed=31)
    with Listening(sound_system(), ("microphone", "")) as heard:
        heard.listen(0.5)
        sound_server.play(noise.wav(tmp_path, "noise"), MIC_FEED)
        time.sleep(4.5)
        heard.listen(5.0)
        assert noise.find(heard.sound("mic"))[1] > 0.97
        assert heard.sources["mic"].health.lost == 0
    assert heard.notices == []
