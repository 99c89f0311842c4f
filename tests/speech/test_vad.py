"""Voice activity against the test speech, whose manifest says where the words are."""

import importlib.util
import itertools
import json
import os
import subprocess
import sys
from importlib.machinery import ModuleSpec
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from captioner.core.errors import EngineError
from captioner.core.protocols import Vad
from captioner.core.sound import SAMPLE_RATE, Pcm
from captioner.core.speech import VadFrame
from captioner.speech.vad import FRAME_SAMPLES, SILENT_DB, GatedVad, SileroVad, WebRtcVad

SPEECH = Path(__file__).parents[1] / "data" / "speech"
REAL_SPEECH = Path(__file__).parents[3] / "shared" / "speech"


def sound_of(path: Path) -> Pcm:
    resampler = av.AudioResampler(format="flt", layout="mono", rate=SAMPLE_RATE)
    with av.open(str(path)) as container:
        frames = [part for frame in container.decode(audio=0) for part in resampler.resample(frame)]
        frames += resampler.resample(None)
    return np.concatenate([frame.to_ndarray()[0] for frame in frames]).astype(np.float32)


def entries(kind: str) -> list[dict[str, Any]]:
    lines = (SPEECH / "manifest.jsonl").read_text(encoding="utf-8").splitlines()
    return [entry for entry in map(json.loads, lines) if entry["set"] == kind]


def heard(vad: Vad, pcm: Pcm, block: int = 4800) -> list[VadFrame]:
    return [frame for at in range(0, len(pcm), block) for frame in vad.push(pcm[at : at + block])]


def longest_speech(frames: list[VadFrame]) -> int:
    longest = run = 0
    for frame in frames:
        run = run + 1 if frame.probability > 0.5 else 0
        longest = max(longest, run)
    return longest


@pytest.mark.parametrize("kind", [WebRtcVad, SileroVad, GatedVad])
def test_frames_follow_one_another_and_cover_all_complete_ones(kind: type[Vad]) -> None:
    frames = heard(kind(), np.zeros(10 * FRAME_SAMPLES + 100, np.float32), block=777)
    assert [(frame.start, frame.stop) for frame in frames] == [
        (at, at + FRAME_SAMPLES) for at in range(0, 10 * FRAME_SAMPLES, FRAME_SAMPLES)
    ]


TALK = sound_of(SPEECH / "talk_00.flac")[: 3 * SAMPLE_RATE]
WITH_A_BREAK = np.concatenate([np.zeros(3000, np.float32), TALK[:20000], np.zeros(30000, np.float32), TALK[:16000]])


@pytest.mark.parametrize("kind", [WebRtcVad, SileroVad, GatedVad])
@given(cuts=st.lists(st.integers(0, len(WITH_A_BREAK)), max_size=12))
@settings(max_examples=15, deadline=None)
def test_the_sizes_of_the_blocks_do_not_matter(kind: type[Vad], cuts: list[int]) -> None:
    whole = kind().push(WITH_A_BREAK)
    vad = kind()
    edges = [0, *sorted(cuts), len(WITH_A_BREAK)]
    parts = [frame for a, b in itertools.pairwise(edges) for frame in vad.push(WITH_A_BREAK[a:b])]
    assert [(f.start, f.stop) for f in parts] == [(f.start, f.stop) for f in whole]
    np.testing.assert_allclose([f.probability for f in parts], [f.probability for f in whole], atol=1e-5)
    np.testing.assert_allclose([f.level for f in parts], [f.level for f in whole], atol=1e-9)


def test_the_gate_costs_no_speech() -> None:
    words = certain = confirmed = 0
    for entry in entries("talk") + entries("fixed")[:8]:
        pcm = sound_of(SPEECH / entry["file"])
        gated, silero = heard(GatedVad(), pcm), heard(SileroVad(), pcm)
        spoken = np.zeros(len(silero), bool)
        for utterance in entry["utterances"]:
            for _, start, end in utterance["words"]:
                spoken[round(start * SAMPLE_RATE) // FRAME_SAMPLES + 1 : round(end * SAMPLE_RATE) // FRAME_SAMPLES] = (
                    True
                )
        words += int(spoken.sum())
        certain += sum(frame.probability > 0.5 for frame in np.array(silero, object)[spoken])
        confirmed += sum(frame.probability > 0.5 for frame in np.array(gated, object)[spoken])
    assert certain / words > 0.93
    assert confirmed >= 0.998 * certain


@pytest.mark.parametrize("gain_db", [-30, -45])
def test_a_quiet_microphone_is_heard(gain_db: int) -> None:
    pcm = (TALK * 10.0 ** (gain_db / 20)).astype(np.float32)
    gated = sum(frame.probability > 0.5 for frame in heard(GatedVad(), pcm))
    silero = sum(frame.probability > 0.5 for frame in heard(SileroVad(), pcm))
    assert gated >= 0.9 * silero > 0


def test_silence_wakes_nobody() -> None:
    vad = GatedVad()
    frames = heard(vad, np.zeros(60 * SAMPLE_RATE, np.float32))
    assert vad.heard_frames == 0
    assert {(frame.probability, frame.level) for frame in frames} == {(0.0, SILENT_DB)}


def test_the_gate_closes_again_after_speech() -> None:
    vad = GatedVad()
    heard(vad, TALK)
    heard(vad, np.zeros(3 * SAMPLE_RATE, np.float32))
    before = vad.heard_frames
    assert before > 0
    heard(vad, np.zeros(60 * SAMPLE_RATE, np.float32))
    assert vad.heard_frames == before


def test_a_low_hum_and_an_offset_wake_nobody_for_long() -> None:
    seconds = np.arange(30 * SAMPLE_RATE) / SAMPLE_RATE
    vad = GatedVad()
    frames = heard(vad, (0.3 * np.sin(2 * np.pi * 50.0 * seconds) + 0.2).astype(np.float32))
    assert vad.heard_frames < 0.1 * len(frames)


def test_white_noise_is_not_speech_though_webrtc_takes_it_for_it() -> None:
    pcm = sound_of(SPEECH / "noise_white.flac")
    assert longest_speech(heard(WebRtcVad(), pcm)) > 30
    assert longest_speech(heard(GatedVad(), pcm)) == 0


@pytest.mark.parametrize(
    "name", ["music_solo_trumpet.ogg", "music_vibe_ace.ogg", "noise_humpback.ogg", "noise_robin.ogg"]
)
def test_real_music_and_noise_give_no_long_run_of_speech(name: str) -> None:
    path = REAL_SPEECH / name
    if not path.exists():
        pytest.skip(f"real recordings are not here: {path}")
    assert longest_speech(heard(GatedVad(), sound_of(path))) * FRAME_SAMPLES < 0.5 * SAMPLE_RATE


def test_broken_samples_do_not_deafen() -> None:
    vad = GatedVad()
    broken = np.array([np.nan, np.inf, -np.inf, 1e30] * FRAME_SAMPLES, np.float32)
    frames = heard(vad, np.concatenate([broken, TALK]))
    assert all(0.0 <= frame.probability <= 1.0 and SILENT_DB <= frame.level <= 0.0 for frame in frames)
    assert longest_speech(frames) > 10


def test_a_missing_model_file_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    spec = ModuleSpec("faster_whisper", None, is_package=True)
    spec.submodule_search_locations = [str(tmp_path)]
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: spec)
    with pytest.raises(EngineError, match=r"silero_vad_v6\.onnx"):
        GatedVad()


def test_a_damaged_model_file_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "silero_vad_v6.onnx").write_bytes(b"not a network")
    spec = ModuleSpec("faster_whisper", None, is_package=True)
    spec.submodule_search_locations = [str(tmp_path)]
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: spec)
    with pytest.raises(EngineError, match="cannot be loaded"):
        SileroVad()


def test_listening_reports_nothing_to_the_maker_of_the_library(tmp_path: Path) -> None:
    """It would leave a device id and a queue of events in the home folder; where tests run as on CI it is quiet."""
    quiet = ("CI", "ORT_DISABLE_TELEMETRY", "ORT_RUNNING_UNIT_TESTS", "GITHUB_ACTIONS", "TF_BUILD")
    kept = {name: value for name, value in os.environ.items() if name not in quiet and not name.startswith("XDG_")}
    program = "import numpy; from captioner.speech.vad import SileroVad; SileroVad().push(numpy.zeros(512, 'f4'))"
    subprocess.run([sys.executable, "-c", program], env={**kept, "HOME": str(tmp_path)}, check=True, timeout=60)
    assert list(tmp_path.rglob("*")) == []
