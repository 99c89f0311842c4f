"""``captioner listen`` on real sound: played into a virtual sound card, captured through PortAudio, captioned."""

import json
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
import scipy.signal
from numpy.typing import NDArray
from running import Captioner, interrupted, started
from sound_server import MIC_FEED, SPEAKER, SinkFormat, SoundServer, write_wav
from word_errors import word_error_rate

from captioner.audio.decode import Decoder
from captioner.core.sound import SAMPLE_RATE, Pcm
from captioner.transcript.formats.subrip import SubRip

Manifest = dict[str, dict[str, Any]]

LOAD_S = 3.0
"""Until the engine is there; sound that comes earlier is captioned all the same."""


def sound_of(path: Path) -> Pcm:
    with Decoder(str(path)) as decoder:
        return np.concatenate(list(decoder.blocks()))


@pytest.fixture
def said(speech_dir: Path, tmp_path: Path) -> Callable[[str], Path]:
    """A file of the test speech as the WAV that paplay plays whole."""

    def make(name: str) -> Path:
        return write_wav(tmp_path / f"{name}.wav", sound_of(speech_dir / f"{name}.flac"), SAMPLE_RATE)

    return make


def channels_of(recording: Path) -> NDArray[np.float32]:
    """Shape (channels, n)."""
    with av.open(str(recording)) as container:
        frames = [frame.to_ndarray().reshape(-1, frame.layout.nb_channels) for frame in container.decode(audio=0)]
    whole: NDArray[np.float32] = np.concatenate(frames).T.astype(np.float32) / np.float32(32_768)
    return whole


def played_at(recorded: NDArray[np.float32], played: Pcm) -> float:
    """Where in the recording what was played begins, in seconds."""
    match = scipy.signal.correlate(recorded, played, mode="valid", method="fft")
    return float(np.argmax(np.abs(match))) / SAMPLE_RATE


def finals(events: Path) -> list[dict[str, Any]]:
    lines = [json.loads(line) for line in events.read_text(encoding="utf-8").splitlines()]
    return [line for line in lines if line["type"] == "caption" and line["final"]]


def words_of(captions: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [word for caption in captions for word in caption["words"]]


def text_of(captions: list[dict[str, Any]]) -> str:
    return "".join(word["text"] for word in words_of(captions))


def check_times(captions: list[dict[str, Any]], entry: dict[str, Any], began: float) -> None:
    """Every word within 0.3 s of when it was said."""
    off = {
        word["text"]: round(word["start"] - began - start, 3)
        for word, (_, start, _) in zip(words_of(captions), entry["utterances"][0]["words"], strict=True)
    }
    assert max(map(abs, off.values())) <= 0.3, off


def once_recorded(server: SoundServer, streams: int, *actions: Callable[[], object]) -> threading.Thread:
    """Do it all when so many streams record, however long the computer takes to get there."""

    def wait_and_act() -> None:
        server.wait_until_recorded(streams)
        time.sleep(0.5)
        for action in actions:
            action()

    thread = threading.Thread(target=wait_and_act)
    thread.start()
    return thread


@pytest.mark.parametrize(
    "form",
    [
        SinkFormat(48_000, 2),
        *(pytest.param(SinkFormat(*form), marks=pytest.mark.slow) for form in ((16_000, 1), (44_100, 2), (48_000, 1))),
    ],
    ids=str,
)
def test_speech_from_both_sides_is_captioned_under_its_names(
    captioner: Captioner,
    empty_sound_server: SoundServer,
    tiny_whisper: Path,
    speech_dir: Path,
    manifest: Manifest,
    said: Callable[[str], Path],
    tmp_path: Path,
    form: SinkFormat,
) -> None:
    """The others' sentence through the speaker's monitor, yours through the microphone, at the same time."""
    empty_sound_server.plug_in(form)
    sides = {"system": ("fixed_10", SPEAKER), "mic": ("fixed_01", MIC_FEED)}
    playing = [partial(empty_sound_server.play, said(name), sink) for name, sink in sides.values()]
    player = once_recorded(empty_sound_server, len(sides), *playing)
    srt, events, recording = tmp_path / "both.srt", tmp_path / "both.jsonl", tmp_path / "both.flac"
    ran = captioner(
        "listen", "--model", tiny_whisper, "--duration", "9",
        "--srt", srt, "--events", events, "--record", recording,
    )  # fmt: skip
    player.join()
    assert ran.status == 0, ran.errors
    recorded = dict(zip(("mic", "system"), channels_of(recording), strict=True))
    devices = json.loads(events.read_text(encoding="utf-8").splitlines()[-1])["devices"]
    assert {track: device["lost"] for track, device in devices.items()} == {"mic": 0, "system": 0}
    for track, (name, _) in sides.items():
        captions = [caption for caption in finals(events) if caption["track"] == track]
        entry = manifest[f"{name}.flac"]
        assert word_error_rate(entry["text"], text_of(captions)) == 0
        began = played_at(recorded[track], sound_of(speech_dir / f"{name}.flac"))
        check_times(captions, entry, began)
    shown = srt.read_text(encoding="utf-8")
    assert "You: Good morning" in shown
    assert "Others: Maria" in shown
    assert "You: " in ran.out
    assert "Others: " in ran.out


@pytest.mark.slow
def test_an_open_microphone_beside_the_speaker_says_nothing_twice(
    captioner: Captioner,
    sound_server: SoundServer,
    tiny_whisper: Path,
    manifest: Manifest,
    said: Callable[[str], Path],
    tmp_path: Path,
) -> None:
    wav, events = said("fixed_10"), tmp_path / "events.jsonl"

    def play() -> None:
        sound_server.play(wav, SPEAKER)
        time.sleep(0.05)
        sound_server.play(wav, MIC_FEED)

    player = once_recorded(sound_server, 2, play)
    ran = captioner("listen", "--model", tiny_whisper, "--duration", "9", "--events", events)
    player.join()
    assert ran.status == 0, ran.errors
    text = manifest["fixed_10.flac"]["text"]
    assert word_error_rate(text, text_of([caption for caption in finals(events) if caption["track"] == "system"])) == 0
    assert text_of([caption for caption in finals(events) if caption["track"] == "mic"]) == ""


@pytest.mark.slow
def test_a_device_that_comes_back_and_a_server_that_starts_again(
    captioner: Captioner,
    sound_server: SoundServer,
    tiny_whisper: Path,
    manifest: Manifest,
    speech_dir: Path,
    said: Callable[[str], Path],
    tmp_path: Path,
) -> None:
    """What is said before and after is captioned, in true times; the user is told each thing once."""
    before, between, after = said("fixed_01"), said("fixed_09"), said("fixed_17")
    events, recording = tmp_path / "events.jsonl", tmp_path / "sound.wav"

    def story() -> None:
        sound_server.wait_until_recorded(1)
        time.sleep(0.5)
        sound_server.play(before, MIC_FEED).wait()
        time.sleep(1.5)
        sound_server.unplug("mic")
        time.sleep(2)
        sound_server.unplug("mic_feed")
        sound_server.plug_in_microphone()
        sound_server.wait_until_recorded(1)
        time.sleep(1)
        sound_server.play(between, MIC_FEED).wait()
        time.sleep(1.5)
        sound_server.stop()
        time.sleep(1)
        sound_server.start()
        sound_server.plug_in()
        sound_server.wait_until_recorded(1)
        time.sleep(2)
        sound_server.play(after, MIC_FEED).wait()

    telling = threading.Thread(target=story)
    telling.start()
    ran = captioner(
        "listen", "--mic", "--model", tiny_whisper, "--duration", "30", "--events", events, "--record", recording
    )
    telling.join()
    assert ran.status == 0, ran.errors
    texts = [manifest[f"{name}.flac"]["text"] for name in ("fixed_01", "fixed_09", "fixed_17")]
    assert word_error_rate(" ".join(texts), text_of(finals(events))) == 0
    [sound] = channels_of(recording)
    starts = [caption["words"][0]["start"] for caption in finals(events)]
    for name, start in zip(("fixed_01", "fixed_09", "fixed_17"), starts, strict=True):
        began = played_at(sound, sound_of(speech_dir / f"{name}.flac"))
        assert start == pytest.approx(began + manifest[f"{name}.flac"]["utterances"][0]["start"], abs=0.3)
    warnings = [line for line in ran.errors.splitlines() if line.startswith("Warning: ")]
    assert 2 <= len(warnings) <= 4, ran.errors


def test_ctrl_c_in_the_middle_of_a_word_keeps_what_was_said(
    sound_server: SoundServer, tiny_whisper: Path, said: Callable[[str], Path], tmp_path: Path
) -> None:
    srt = tmp_path / "talk.srt"
    process = started("listen", "--system", "--model", tiny_whisper, "--srt", srt)
    sound_server.wait_until_recorded(1)
    time.sleep(LOAD_S)
    sound_server.play(said("talk_02"), SPEAKER)
    time.sleep(6.0)
    ran = interrupted(process)
    assert ran.status == 0, ran.errors
    cues = SubRip().read(srt.read_text(encoding="utf-8"))
    assert "Thank you" in cues[0].text
    assert "The server was down" in cues[1].text.replace("\n", " ")


def test_names_and_usage(captioner: Captioner, sound_server: SoundServer, tiny_whisper: Path) -> None:
    ran = captioner("listen", "--mic", "Virtal_Mic", "--model", tiny_whisper)
    assert ran.status == 1
    assert "Did you mean “Virtual_Mic”?" in ran.errors
    assert captioner("listen", "--mic", "--from", "x.wav").status == 1
    assert captioner("listen", "--mic", "--pace", "1").status == 1
    sound_server.unplug_all()
    ran = captioner("listen", "--model", tiny_whisper)
    assert ran.status == 1
    assert ran.errors.startswith("Error: There is no ")
