"""Devices that go and come back, a server that crashes, a stream that is moved: the track goes on and stays true."""

import time
from pathlib import Path

import numpy as np
from listening import Listening, Noise
from sound_server import MIC, MIC_FEED, MONITOR, SPEAKER, SinkFormat, SoundServer

from captioner.audio.clock import SessionClock
from captioner.audio.devices import sound_system
from captioner.core.sound import SAMPLE_RATE

FITS = 0.97
PROMPT = SAMPLE_RATE // 4


def _hear(heard: Listening, server: SoundServer, noise: Noise, sink: str, folder: Path, track: str) -> None:
    """Play a noise and find it in the track at the time at which it was played."""
    heard.listen(0.3)
    played = heard.now()
    server.play(noise.wav(folder, f"noise{played}"), sink)
    heard.until(lambda: heard.samples(track) > played + len(noise.heard) + PROMPT + SAMPLE_RATE // 2)
    at, fit = noise.find(heard.sound(track), played - SAMPLE_RATE // 10)
    assert fit > FITS
    assert -SAMPLE_RATE // 15 < at - played < PROMPT  # a block of the host (40 ms) may be stamped early, and a little


def test_a_device_unplugged_and_plugged_in_again_costs_the_gap_and_no_more(
    sound_server: SoundServer, tmp_path: Path
) -> None:
    sound_server.plug_in_speaker(name="other")  # the default of the rest of the time: it must not be recorded
    with Listening(sound_system(), ("system", MONITOR), ("microphone", MIC)) as heard:
        _hear(heard, sound_server, Noise(0.7, seed=10), SPEAKER, tmp_path, "system")
        sound_server.unplug(SPEAKER)
        gone = heard.now()
        heard.until(lambda: heard.told("gone"))
        heard.listen(0.5)
        assert heard.sources["system"].health.device == ""
        sound_server.plug_in_speaker()
        back = heard.now()
        heard.until(lambda: heard.told("back"))
        _hear(heard, sound_server, Noise(0.7, seed=11), SPEAKER, tmp_path, "system")
        lost = heard.sources["system"].health.lost
        assert heard.sources["mic"].health.lost == 0
        assert back - gone - 2000 < lost < back - gone + SAMPLE_RATE  # until the next attempt to open
        assert lost == sum(block.lost for block in heard.blocks["system"])
    assert [notice.severity for notice in heard.notices if notice.track == "system"] == ["warning", "info"]


def test_a_microphone_is_never_recorded_as_system_audio(sound_server: SoundServer, tmp_path: Path) -> None:
    """The speaker goes away and the server gives the stream the microphone, into which somebody speaks."""
    with Listening(sound_system(), ("system", MONITOR)) as heard:
        heard.listen(0.3)
        private = Noise(5.0, seed=12)
        sound_server.play(private.wav(tmp_path, "private"), MIC_FEED)
        heard.listen(0.3)
        sound_server.unplug(SPEAKER)
        heard.listen(2.5)
        assert not heard.sound("system").any()
    assert heard.told("gone")


def test_a_stream_moved_to_a_microphone_by_hand_is_refused(sound_server: SoundServer, tmp_path: Path) -> None:
    with Listening(sound_system(), ("system", "")) as heard:
        sound_server.play(Noise(4.0, seed=13).wav(tmp_path, "private"), MIC_FEED)
        heard.listen(0.5)
        lines = sound_server.pactl("list", "short", "source-outputs").splitlines()
        ours = next(line.split()[0] for line in lines if "protocol-native" in line)
        sound_server.pactl("move-source-output", ours, MIC)
        heard.listen(1.5)
        assert not heard.sound("system").any()
        assert heard.sources["system"].health.device == "Virtual_Speaker"


def test_a_crash_of_the_sound_server_costs_the_gap_and_no_more(sound_server: SoundServer, tmp_path: Path) -> None:
    with Listening(sound_system(), ("system", ""), ("microphone", "")) as heard:
        _hear(heard, sound_server, Noise(0.7, seed=14), MIC_FEED, tmp_path, "mic")
        sound_server.stop()
        heard.until(lambda: sum("gone" in notice.text for notice in heard.notices) == 2)
        sound_server.start()
        sound_server.plug_in()
        heard.until(lambda: sum("back" in notice.text for notice in heard.notices) == 2)
        _hear(heard, sound_server, Noise(0.7, seed=15), MIC_FEED, tmp_path, "mic")
        _hear(heard, sound_server, Noise(0.7, seed=16), SPEAKER, tmp_path, "system")
    assert len(heard.notices) == 4


def test_without_a_name_the_capture_follows_the_default(sound_server: SoundServer, tmp_path: Path) -> None:
    with Listening(sound_system(), ("system", ""), ("microphone", "")) as heard:
        heard.listen(0.3)
        sound_server.plug_in_speaker(SinkFormat(44_100, 1), name="headset")
        sound_server.plug_in_microphone(SinkFormat(16_000, 1), name="headset_mic")
        heard.until(lambda: heard.told("now “headset”") and heard.told("now “headset_mic”"))
        _hear(heard, sound_server, Noise(0.7, seed=17), "headset", tmp_path, "system")
        _hear(heard, sound_server, Noise(0.7, seed=18), "headset_mic_feed", tmp_path, "mic")
        assert len(heard.notices) == 2
        sound_server.unplug("headset")
        heard.until(lambda: heard.told("now “Virtual_Speaker”") or heard.told("now “mic_feed”"))
    assert len(heard.notices) == 3


def test_a_microphone_that_stalls_is_told_once_and_taken_up_again(sound_server: SoundServer, tmp_path: Path) -> None:
    with Listening(sound_system(), ("microphone", MIC)) as heard:
        _hear(heard, sound_server, Noise(0.5, seed=19), MIC_FEED, tmp_path, "mic")
        sound_server.pactl("suspend-source", MIC, "1")
        heard.until(lambda: heard.told("delivers no sound"))
        heard.listen(3.0)  # the first 1.5 s are the silence that stands for what was waited for
        sound_server.pactl("suspend-source", MIC, "0")
        heard.until(lambda: heard.told("back"))
        _hear(heard, sound_server, Noise(0.5, seed=20), MIC_FEED, tmp_path, "mic")
        assert heard.sources["mic"].health.lost > 2.5 * SAMPLE_RATE
        assert np.count_nonzero([block.lost for block in heard.blocks["mic"]])
    assert len(heard.notices) == 2


def test_a_sleep_of_the_computer_is_silence_of_its_length(sound_server: SoundServer, tmp_path: Path) -> None:
    """The clock that runs in sleep jumps by a minute; the sound server does not notice."""
    slept_ns = 0
    clock = SessionClock(time.monotonic_ns, lambda: time.monotonic_ns() + slept_ns)
    with Listening(sound_system(), ("microphone", MIC), clock=clock) as heard:
        _hear(heard, sound_server, Noise(0.5, seed=21), MIC_FEED, tmp_path, "mic")
        slept_ns = 60_000_000_000
        heard.until(lambda: heard.told("slept for 60 s"))
        _hear(heard, sound_server, Noise(0.5, seed=22), MIC_FEED, tmp_path, "mic")
        assert 59.9 * SAMPLE_RATE < heard.sources["mic"].health.lost < 61 * SAMPLE_RATE
        for block, following in zip(heard.blocks["mic"], heard.blocks["mic"][1:], strict=False):
            assert block.end_ns <= following.end_ns
    assert len(heard.notices) == 1
