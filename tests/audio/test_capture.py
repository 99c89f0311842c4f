"""Real sound through a real sound server and PortAudio: what is played is what the tracks hold."""

import time
from pathlib import Path

import numpy as np
import pytest
from listening import Listening, Noise
from sound_server import MIC, MIC_FEED, MONITOR, SPEAKER, SinkFormat, SoundServer

from captioner.audio.capture import CaptureSource
from captioner.audio.devices import sound_system
from captioner.audio.portaudio import PortAudio, PortAudioSystem
from captioner.audio.pulse import PulseSystem
from captioner.audio.sound_system import Device
from captioner.core.errors import SourceError
from captioner.core.sound import SAMPLE_RATE, Track

ALIGNED = SAMPLE_RATE * 50 // 1000
"""Two tracks of one session are at most 50 ms apart."""
PROMPT = SAMPLE_RATE * 250 // 1000
"""Time a player may take from its start to its first sound."""
FITS = 0.97


def test_portaudio_that_was_loaded_before_the_server_looks_again(empty_sound_server: SoundServer) -> None:
    empty_sound_server.stop()
    portaudio = PortAudio()
    portaudio.refresh()
    assert not any(entry.name == "pulse" for entry in portaudio.inputs())
    empty_sound_server.start()
    empty_sound_server.plug_in()
    with Listening(PulseSystem(portaudio), ("system", "")) as heard:
        heard.listen(0.3)


def test_there_is_room_for_half_a_second_and_the_sound_comes_every_40_ms(sound_server: SoundServer) -> None:
    portaudio = PortAudio()
    portaudio.refresh()
    index = next(entry.index for entry in portaudio.inputs() if entry.name == "pulse")
    device = Device("microphone", "pulse", "pulse", "ALSA", channels=2, rate=48_000, default=True)
    stream = portaudio.open(index, device=device, rate=48_000, channels=2)
    try:
        arrived: list[int] = []
        deadline = time.monotonic() + 30
        while len(arrived) < 50 and time.monotonic() < deadline:
            if (chunk := stream.ring.read()) is None:
                time.sleep(0.005)
            else:
                arrived.append(chunk.arrived_ns)
        assert stream._stream.latency >= 0.5
    finally:
        stream.close()
    bursts = np.diff(np.flatnonzero(np.diff(arrived[10:]) > 5e6))
    assert len(arrived) == 50
    assert np.median(bursts) <= 1, "blocks of 40 ms, one at a time"


@pytest.mark.parametrize("form", [SinkFormat(16_000, 1), SinkFormat(44_100, 2), SinkFormat(48_000, 2)], ids=str)
def test_both_tracks_hold_what_was_played_and_nothing_is_lost(
    empty_sound_server: SoundServer, form: SinkFormat, tmp_path: Path
) -> None:
    server = empty_sound_server
    server.plug_in(form)
    others, you = Noise(1.5, seed=1), Noise(1.5, seed=2)
    with Listening(sound_system(), ("system", ""), ("microphone", "")) as heard:
        heard.listen(0.6)
        played = heard.now()
        server.play(others.wav(tmp_path, "others"), SPEAKER)
        server.play(you.wav(tmp_path, "you"), MIC_FEED)
        heard.listen(2.2)
        heard.stop()
        for track, noise in (("system", others), ("mic", you)):
            at, fit = noise.find(heard.sound(track))
            assert fit > FITS, track
            assert -ALIGNED < at - played < PROMPT, track
            assert heard.sources[track].health.lost == 0
    assert heard.notices == []
    assert others.find(heard.sound("mic"))[1] < 0.2
    assert you.find(heard.sound("system"))[1] < 0.2


def test_one_sound_on_two_tracks_is_at_the_same_time_of_both(sound_server: SoundServer, tmp_path: Path) -> None:
    """Opened at different times; what may differ is where each stream believes that it began."""
    noise = Noise(1.5, seed=3)
    system = sound_system()
    with Listening(system, ("system", MONITOR)) as early:
        early.listen(0.4)
        with Listening(system, ("system", MONITOR), clock=early.clock) as late:
            late.listen(0.6)
            sound_server.play(noise.wav(tmp_path, "noise"), SPEAKER)
            for _ in range(8):
                early.listen(0.3)
                late.listen(0.3)
            (there, fit_there), (here, fit_here) = noise.find(early.sound("system")), noise.find(late.sound("system"))
    assert min(fit_there, fit_here) > FITS
    assert abs(there - here) < ALIGNED


def test_closed_in_the_middle_it_has_ended(sound_server: SoundServer) -> None:
    with Listening(sound_system(), ("microphone", "")) as heard:
        heard.listen(0.3)
        source = heard.sources["mic"]
        source.close()
        assert source.ended
        assert source.read(0.0) is None
        source.close()


def test_stop_gives_what_was_in_the_air_and_ends(sound_server: SoundServer) -> None:
    with Listening(sound_system(), ("system", ""), ("microphone", "")) as heard:
        heard.listen(0.5)
        stopped = heard.now()
        heard.stop()
        for track, source in heard.sources.items():
            assert source.ended
            assert source.read(0.0) is None
            assert heard.samples(track) >= stopped
        assert len(heard.sound("system"))


def test_blocks_say_when_their_end_was_in_the_air(sound_server: SoundServer) -> None:
    with Listening(sound_system(), ("microphone", "")) as heard:
        heard.listen(0.5)
    for block in heard.blocks["mic"]:
        session_ns = heard.clock.session_ns(block.end_ns)
        assert abs(heard.clock.sample(session_ns) - block.stop) <= 1


def test_a_device_that_is_not_there_is_said_before_anything_is_recorded(sound_server: SoundServer) -> None:
    source = CaptureSource(Track("mic"), "microphone", sound_system(), name="Virtual_Mik")
    with pytest.raises(SourceError, match="Virtual_Mik") as refusal:
        source.start()
    assert "Virtual_Mic" in refusal.value.hint
    source.close()


def test_nothing_plays_into_a_suspended_speaker_and_time_goes_on(sound_server: SoundServer, tmp_path: Path) -> None:
    noise = Noise(1.0, seed=4)
    with Listening(sound_system(), ("system", "")) as heard:
        heard.listen(0.5)
        sound_server.pactl("suspend-sink", SPEAKER, "1")
        heard.listen(1.5)
        sound_server.pactl("suspend-sink", SPEAKER, "0")
        heard.listen(1.0)
        played = heard.now()
        sound_server.play(noise.wav(tmp_path, "noise"), SPEAKER)
        heard.listen(2.0)
        at, fit = noise.find(heard.sound("system"))
        assert fit > FITS
        assert -ALIGNED < at - played < PROMPT
        assert heard.sources["system"].health.lost == 0
    assert heard.notices == []


def test_a_microphone_that_gives_digital_silence_is_told_once(sound_server: SoundServer, tmp_path: Path) -> None:
    with Listening(sound_system(), ("microphone", MIC)) as heard:
        heard.until(lambda: heard.told("no signal"))
        assert heard.sources["mic"].health.level.no_signal
        heard.listen(0.5)
        sound_server.play(Noise(0.5, seed=5).wav(tmp_path, "noise"), MIC_FEED)
        heard.until(lambda: heard.told("signal again"))
        assert heard.sources["mic"].health.level.peak_db > -30
    assert len(heard.notices) == 2


def test_the_level_of_a_track_is_that_of_its_device(sound_server: SoundServer, tmp_path: Path) -> None:
    noise = Noise(1.0, seed=6)
    with Listening(sound_system(), ("system", "")) as heard:
        sound_server.play(noise.wav(tmp_path, "noise"), SPEAKER)
        levels: list[float] = []
        heard.until(lambda: levels.append(heard.sources["system"].health.level.rms_db) or len(levels) > 150)  # type: ignore[func-returns-value]
    expected = 20 * np.log10(float(np.sqrt(np.mean(np.square(noise.played)))))
    assert max(levels) == pytest.approx(expected, abs=1.5)


def test_an_input_of_portaudio_itself_is_captured_by_its_name(sound_server: SoundServer, tmp_path: Path) -> None:
    """As without a sound server; the input that leads to the server's default stands for a sound card."""
    noise = Noise(1.0, seed=7)
    with Listening(PortAudioSystem(PortAudio(), "ALSA"), ("microphone", "pulse")) as heard:
        heard.listen(0.5)
        sound_server.play(noise.wav(tmp_path, "noise"), MIC_FEED)
        heard.listen(1.8)
        heard.stop()
    assert noise.find(heard.sound("mic"))[1] > FITS
    assert heard.notices == []
