"""The same on PipeWire, which moves streams without an error where PulseAudio refuses."""

from pathlib import Path

from listening import Listening, Noise
from sound_server import MIC, MIC_FEED, MONITOR, SPEAKER, SoundServer

from captioner.audio.devices import sound_system
from captioner.core.sound import SAMPLE_RATE

FITS = 0.25
"""Without a real-time scheduler PipeWire itself tears the sound on a busy computer; whose it is can still be told."""


def test_both_tracks_hold_what_was_played(pipewire_server: SoundServer, tmp_path: Path) -> None:
    others, you = Noise(1.5, seed=50), Noise(1.5, seed=51)
    with Listening(sound_system(), ("system", ""), ("microphone", "")) as heard:
        heard.listen(0.6)
        played = heard.now()
        pipewire_server.play(others.wav(tmp_path, "others"), SPEAKER)
        pipewire_server.play(you.wav(tmp_path, "you"), MIC_FEED)
        heard.listen(2.5)
        for track, noise in (("system", others), ("mic", you)):
            at, fit = noise.find(heard.sound(track))
            assert fit > FITS, track
            assert -SAMPLE_RATE // 20 < at - played < SAMPLE_RATE // 2, track
    assert others.find(heard.sound("mic"))[1] < FITS / 2
    assert you.find(heard.sound("system"))[1] < FITS / 2


def test_a_microphone_is_never_recorded_as_system_audio(pipewire_server: SoundServer, tmp_path: Path) -> None:
    with Listening(sound_system(), ("system", MONITOR), ("microphone", MIC)) as heard:
        heard.listen(0.3)
        private = Noise(4.0, seed=52)
        pipewire_server.play(private.wav(tmp_path, "private"), MIC_FEED)
        heard.listen(0.5)
        pipewire_server.unplug(SPEAKER)
        heard.until(lambda: heard.told("gone"))
        heard.listen(1.0)
        assert not heard.sound("system").any()
        assert heard.sound("mic").any()
