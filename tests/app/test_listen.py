"""``captioner listen --from``: the live pipeline as a user runs it."""

import json
import signal
import subprocess
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from running import Captioner, command, interrupted, started
from sound_server import write_wav
from word_errors import word_error_rate

from captioner.audio.decode import Decoder
from captioner.audio.spool import to_int16, wav_header
from captioner.core.sound import SAMPLE_RATE
from captioner.transcript.formats.subrip import SubRip

Manifest = dict[str, dict[str, Any]]


def events_of(path: Path) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """The caption lines and the summary."""
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [line for line in lines if line["type"] == "caption"], lines[-1]


def said(captions: list[dict[str, Any]]) -> str:
    """The transcript: the words of the final captions."""
    return "".join(word["text"] for caption in captions if caption["final"] for word in caption["words"])


def check_live(captions: list[dict[str, Any]], summary: dict[str, Any], entry: dict[str, Any]) -> None:
    """What must hold for any file fed at real pace."""
    stable: dict[int, str] = {}
    for caption in captions:
        assert caption["stable"].startswith(stable.get(caption["utterance"], ""))
        stable[caption["utterance"]] = caption["stable"]
    assert (summary["type"], summary["rewrites"], summary["lost_samples"]) == ("summary", 0, 0)
    assert summary["captured_s"] == pytest.approx(entry["duration"], abs=0.02)
    assert [caption["t"] for caption in captions] == sorted(caption["t"] for caption in captions)
    finals = [caption for caption in captions if caption["final"]]
    assert finals[0]["words"][0]["start"] == pytest.approx(entry["utterances"][0]["start"], abs=0.3)
    assert finals[-1]["words"][-1]["end"] == pytest.approx(entry["utterances"][-1]["end"], abs=0.3)
    assert word_error_rate(entry["text"].split()[-1], said(captions).split()[-1]) == 0


@pytest.mark.slow
def test_a_talk_at_real_pace(
    captioner: Captioner, tiny_whisper: Path, speech_dir: Path, manifest: Manifest, tmp_path: Path
) -> None:
    srt, events = tmp_path / "talk.srt", tmp_path / "events.jsonl"
    ran = captioner(
        "listen", "--from", speech_dir / "talk_00.flac", "--model", tiny_whisper, "--srt", srt, "--events", events
    )
    assert ran.status == 0, ran.errors
    entry = manifest["talk_00.flac"]
    captions, summary = events_of(events)
    check_live(captions, summary, entry)
    assert word_error_rate(entry["text"], said(captions)) <= 0.05
    cues = SubRip().read(srt.read_text(encoding="utf-8"))
    assert word_error_rate(entry["text"], " ".join(cue.text.replace("\n", " ") for cue in cues)) <= 0.05
    assert cues[0].start_ms / 1000 == pytest.approx(entry["utterances"][0]["start"], abs=0.3)
    assert [line.strip().split("  ", 1)[1] for line in ran.out.splitlines()] == [
        caption["stable"] for caption in captions if caption["final"]
    ]
    tentative = [caption for caption in captions if caption["tentative"]]
    assert len(tentative) > 5
    assert captions[0]["t"] < entry["utterances"][0]["end"], "text comes while the sentence is still being said"
    assert summary["encode_s"] > 0
    assert summary["engine"]["model"] == "tiny-whisper"


@pytest.mark.slow
def test_every_voice_it_knows_live_and_whole(
    captioner: Captioner, tiny_whisper: Path, speech_dir: Path, manifest: Manifest, tmp_path: Path
) -> None:
    """WER at real pace over all files at most 5 %, and at most 1.5 points over that of the same files transcribed."""
    entries = [e for e in manifest.values() if e.get("voice_seen") and e["lang"] == "en"]
    files = [speech_dir / e["file"] for e in entries]
    ran = captioner("transcribe", *files, "-o", f"{tmp_path}/", "--format", "txt", "--model", tiny_whisper)
    assert ran.status == 0
    references, live, whole = [], [], []
    for entry in entries:
        events = tmp_path / f"{entry['file']}.jsonl"
        ran = captioner("listen", "--from", speech_dir / entry["file"], "--model", tiny_whisper, "--events", events)
        assert ran.status == 0, ran.errors
        captions, summary = events_of(events)
        check_live(captions, summary, entry)
        references.append(entry["text"])
        live.append(said(captions))
        whole.append((tmp_path / entry["file"]).with_suffix(".txt").read_text(encoding="utf-8"))
    live_errors = word_error_rate(" ".join(references), " ".join(live))
    whole_errors = word_error_rate(" ".join(references), " ".join(whole))
    assert live_errors <= 0.05
    assert live_errors - whole_errors <= 0.015


@pytest.mark.slow
def test_the_embedded_engine_captions_the_sample_faster_than_it_is_spoken(
    captioner: Captioner, speech_dir: Path, manifest: Manifest, tmp_path: Path
) -> None:
    events = tmp_path / "events.jsonl"
    ran = captioner("listen", "--from", speech_dir / "talk_02.flac", "--engine", "embedded", "--events", events)
    assert ran.status == 0, ran.errors
    captions, summary = events_of(events)
    assert word_error_rate(manifest["talk_02.flac"]["text"], said(captions)) <= 0.2
    assert (summary["rewrites"], summary["lost_samples"]) == (0, 0)
    assert any(caption["tentative"] or caption["stable"] for caption in captions if not caption["final"])


def test_without_a_model_or_a_network_there_are_captions_and_a_word_how_to_get_better_ones(
    captioner: Captioner, speech_dir: Path, home: Path, tmp_path: Path
) -> None:
    settings = home / "config" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text('version = 1\n[recognition]\nmodel = "small"\nmirror = "http://127.0.0.1:9"\n')
    ran = captioner("listen", "--from", speech_dir / "fixed_00.flac", "--pace", "0")
    assert ran.status == 0
    assert ran.errors.count("Warning: ") == 1
    assert "embedded English engine" in ran.errors
    assert len(ran.out.splitlines()) >= 1
    ran = captioner("listen", "--from", speech_dir / "fixed_00.flac", "--engine", "whisper")
    assert (ran.status, ran.out) == (1, "")
    assert ran.errors.startswith("Error: ")


@pytest.mark.parametrize("name", ["silence.flac", "noise_white.flac"])
@pytest.mark.parametrize("engine", ["whisper", "embedded"])
def test_silence_and_noise_show_nothing_and_cost_nothing(
    captioner: Captioner, tiny_whisper: Path, speech_dir: Path, tmp_path: Path, name: str, engine: str
) -> None:
    events = tmp_path / "events.jsonl"
    ran = captioner(
        "listen", "--from", speech_dir / name, "--pace", "0", "--events", events, "--engine", engine,
        "--model", tiny_whisper,
    )  # fmt: skip
    assert (ran.status, ran.out) == (0, "")
    captions, summary = events_of(events)
    assert captions == []
    assert (summary["final_passes"], summary["partial_passes"], summary["encoded_s"]) == (0, 0, 0)


@pytest.mark.parametrize("engine", ["whisper", "embedded"])
def test_music_and_the_noises_of_nature_have_no_words(
    captioner: Captioner, tiny_whisper: Path, real_speech: Path, engine: str
) -> None:
    for recording in sorted([*real_speech.glob("music_*"), *real_speech.glob("noise_*")]):
        ran = captioner("listen", "--from", recording, "--pace", "0", "--engine", engine, "--model", tiny_whisper)
        assert (ran.status, ran.out) == (0, ""), recording.name


def test_as_fast_as_possible_the_subtitles_are_the_same_from_run_to_run(
    captioner: Captioner, tiny_whisper: Path, speech_dir: Path, tmp_path: Path
) -> None:
    files = [tmp_path / "one.srt", tmp_path / "two.srt"]
    for srt in files:
        ran = captioner(
            "listen", "--from", speech_dir / "talk_04.flac", "--pace", "0", "--srt", srt, "--model", tiny_whisper
        )
        assert ran.status == 0, ran.errors
    assert files[0].read_bytes() == files[1].read_bytes()
    assert files[0].stat().st_size > 300


@pytest.mark.parametrize("engine", ["whisper", "embedded"])
def test_ten_minutes_without_speech_cost_no_inference(
    captioner: Captioner, tiny_whisper: Path, tmp_path: Path, engine: str
) -> None:
    """Half of it digital silence, half the hiss of a quiet room."""
    hiss = np.random.default_rng(0).normal(0, 0.0005, 300 * SAMPLE_RATE).astype(np.float32)
    sound = tmp_path / "quiet.wav"
    sound.write_bytes(wav_header(None) + bytes(2 * 300 * SAMPLE_RATE) + to_int16(hiss).tobytes())
    events = tmp_path / "events.jsonl"
    ran = captioner(
        "listen", "--from", sound, "--pace", "0", "--events", events, "--engine", engine, "--model", tiny_whisper
    )
    assert (ran.status, ran.out) == (0, "")
    captions, summary = events_of(events)
    assert captions == []
    assert summary["captured_s"] == 600
    assert (summary["final_passes"], summary["partial_passes"], summary["encoded_s"]) == (0, 0, 0)


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="reads the memory of a process as Linux shows it")
def test_much_audio_in_flat_memory(tiny_whisper: Path, long_talk: Path, tmp_path: Path) -> None:
    """Twelve minutes as fast as they can be taken, twice: the subtitles are the same."""
    talk = long_talk.read_bytes()
    sound = tmp_path / "longer talk.wav"
    sound.write_bytes(talk + talk[44:] * 3)
    subtitles = []
    for number in range(2):
        srt = tmp_path / f"{number}.srt"
        process = started("listen", "--from", sound, "--pace", "0", "--srt", srt, "--model", tiny_whisper)
        resident_mb: list[float] = []
        while process.poll() is None:
            if srt.exists() and srt.stat().st_size > 2000:  # about a minute of talk
                resident_mb.append(int(Path(f"/proc/{process.pid}/statm").read_text().split()[1]) * 4096 / 1e6)
            time.sleep(0.5)
        _, errors = process.communicate()
        assert process.returncode == 0, errors
        assert len(resident_mb) > 10
        assert max(resident_mb) - resident_mb[0] < 80  # an hour of sound is 230 MB; the allocator's tide is 40
        subtitles.append(srt.read_bytes())
    assert subtitles[0] == subtitles[1]
    assert len(SubRip().read(subtitles[0].decode())) > 150


def test_ctrl_c_captions_what_was_said_before(tiny_whisper: Path, long_talk: Path, tmp_path: Path) -> None:
    srt = tmp_path / "talk.srt"
    process = started("listen", "--from", long_talk, "--model", tiny_whisper, "--srt", srt)
    deadline = time.monotonic() + 60
    while not (srt.exists() and srt.stat().st_size) and time.monotonic() < deadline:
        time.sleep(0.1)
    time.sleep(2.5)  # in the middle of a sentence
    ran = interrupted(process)
    assert ran.status == 0
    assert "Stopping" in ran.errors
    cues = SubRip().read(srt.read_text(encoding="utf-8"))
    assert len(cues) >= 2, "the sentence that was cut short is there too"


def test_kill_leaves_valid_subtitles(tiny_whisper: Path, long_talk: Path, tmp_path: Path) -> None:
    srt = tmp_path / "talk.srt"
    process = started("listen", "--from", long_talk, "--pace", "4", "--model", tiny_whisper, "--srt", srt)
    deadline = time.monotonic() + 60
    while not (srt.exists() and srt.stat().st_size) and time.monotonic() < deadline:
        time.sleep(0.05)
    process.send_signal(signal.SIGKILL)
    process.communicate(timeout=60)
    assert len(SubRip().read(srt.read_text(encoding="utf-8"))) >= 1


def test_bad_input_and_bad_output(captioner: Captioner, speech_dir: Path, tiny_whisper: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.wav").touch()
    talk = speech_dir / "fixed_00.flac"
    wrong: tuple[list[str | Path], ...] = (
        ["--from", tmp_path / "empty.wav"],
        ["--from", tmp_path / "missing.wav"],
        ["--from", talk, "--srt", tmp_path / "no" / "such.srt"],
        ["--from", talk, "--events", tmp_path / "no" / "such.jsonl"],
        ["--from", talk, "--language", "xx"],
        ["--from", tmp_path / "missing.wav", "--srt", tmp_path / "good.srt", "--events", tmp_path / "good.jsonl"],
    )
    for name in ("good.srt", "good.jsonl"):
        (tmp_path / name).write_text("Keep me.\n")
    for arguments in wrong:
        ran = captioner("listen", *arguments, "--model", tiny_whisper, "--pace", "0")
        assert (ran.status, ran.out) == (1, ""), arguments
        assert ran.errors.startswith("Error: "), arguments
        assert len(ran.errors.splitlines()) <= 2
    for name in ("good.srt", "good.jsonl"):
        assert (tmp_path / name).read_text() == "Keep me.\n"
    assert captioner("listen", "--from", talk, "--pace", "-1").status == 2


def test_without_room_on_the_disk_captions_go_on(speech_dir: Path, tmp_path: Path) -> None:
    """No file can grow: neither the spool nor the log, neither subtitles nor events."""
    sound = speech_dir / "fixed_00.flac"

    def where_no_file_can_grow(*more: str | Path) -> subprocess.CompletedProcess[str]:
        confined = [
            "bash",
            "-c",
            'ulimit -f 0; exec "$@"',
            "bash",
            *command("listen", "--from", sound, "--pace", "0", "--engine", "embedded", *more),
        ]
        return subprocess.run(confined, capture_output=True, text=True, check=False, timeout=60)

    ran = where_no_file_can_grow()
    assert (ran.returncode, len(ran.stdout.splitlines())) == (0, 1)
    assert ran.stderr.startswith("Warning: The sound of this session cannot be kept on disk")
    assert len(ran.stderr.splitlines()) == 2
    ran = where_no_file_can_grow("--srt", tmp_path / "a.srt", "--events", tmp_path / "b.jsonl")
    assert (ran.returncode, len(ran.stdout.splitlines())) == (1, 1)
    assert [line.partition(":")[0] for line in ran.stderr.splitlines() if line[0] != " "] == [
        "Warning", "Error", "Error", f"0 cues in {tmp_path / 'a.srt'}",
    ]  # fmt: skip


def test_the_sample_is_what_a_newcomer_sees(
    captioner: Captioner, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for screen in ("DISPLAY", "WAYLAND_DISPLAY"):  # with one, the application opens
        monkeypatch.delenv(screen, raising=False)
    settings = home / "config" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text('[recognition]\nengine = "embedded"\n')
    ran = captioner()
    assert ran.status == 0
    assert len(ran.out.splitlines()) >= 4
    assert len(SubRip().read((tmp_path / "sample-talk.srt").read_text(encoding="utf-8"))) >= 4


def test_events_on_standard_output(tiny_whisper: Path, speech_dir: Path) -> None:
    process = started(
        "listen", "--from", speech_dir / "fixed_00.flac", "--pace", "0", "--model", tiny_whisper, "--events", "-"
    )
    out, _ = process.communicate(timeout=60)
    types = [json.loads(line)["type"] for line in out.splitlines()]
    assert types[-1] == "summary"
    assert set(types) == {"caption", "summary"}


def test_a_reader_that_leaves_is_no_drama(tiny_whisper: Path, speech_dir: Path) -> None:
    process = started("transcribe", speech_dir / "fixed_00.flac", "-o", "-", "--model", tiny_whisper)
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    errors = process.stderr.read()
    process.stderr.close()
    process.wait(60)
    assert "Traceback" not in errors


def test_help_reads_well(captioner: Captioner) -> None:
    for arguments in ([], ["transcribe"], ["listen"], ["info"]):
        ran = captioner(*arguments, "--help")
        assert ran.status == 0
        assert ran.out.startswith("usage: captioner")
        assert all(len(line) <= 100 for line in ran.out.splitlines())
    assert captioner("--version").out.startswith("captioner ")
    bash = captioner("--print-completion", "bash").out
    assert "transcribe" in bash
    assert subprocess.run(["bash", "-n"], input=bash, text=True, check=False).returncode == 0


def test_a_second_ctrl_c_leaves_at_once_and_keeps_the_sound(speech_dir: Path, home: Path, tmp_path: Path) -> None:
    """Four minutes of talk at thirty times their pace: no engine here is done with that in the second that it has."""
    talk, events = tmp_path / "talk.wav", tmp_path / "events.jsonl"
    with Decoder(str(speech_dir / "talk_04.flac")) as decoder:
        write_wav(talk, np.tile(np.concatenate(list(decoder.blocks())), 9), SAMPLE_RATE)
    process = started("listen", "--from", talk, "--pace", "30", "--engine", "embedded", "--events", events)
    deadline = time.monotonic() + 60
    while not (events.exists() and events.stat().st_size) and time.monotonic() < deadline:
        time.sleep(0.05)
    time.sleep(3)  # far more is fed in it than any engine here recognizes
    process.send_signal(signal.SIGINT)
    time.sleep(0.5)
    ran = interrupted(process)
    assert ran.status == 130
    assert "of speech was not captioned" in ran.errors
    [kept] = (home / "state" / "spool").iterdir()
    assert f"captioner transcribe {kept}" in ran.errors
    assert kept.stat().st_size > 300_000
