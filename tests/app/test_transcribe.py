"""``captioner transcribe`` on real files with the real engine."""

import http.server
import json
import shutil
import subprocess
import threading
import wave
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from running import Captioner, command, interrupted, started
from word_errors import word_error_rate

from captioner.audio.decode import Decoder
from captioner.audio.spool import to_int16, wav_header
from captioner.core.caption import Cue
from captioner.transcript.formats import FORMATS
from captioner.transcript.formats.base import ReadableFormat

Manifest = dict[str, dict[str, Any]]


def cues_of(path: Path) -> list[Cue]:
    entry = next(entry for entry in FORMATS.values() if entry.extension == path.suffix)
    assert isinstance(entry, ReadableFormat)
    return entry.read(path.read_text(encoding="utf-8"))


def text_in(path: Path) -> str:
    return " ".join(cue.text.replace("\n", " ") for cue in cues_of(path))


@pytest.mark.slow
def test_every_sentence_and_talk_in_one_run(
    captioner: Captioner, tiny_whisper: Path, speech_dir: Path, manifest: Manifest, tmp_path: Path
) -> None:
    """WER of the voices that the model knows, first and last word in time, last word of every file there."""
    entries = [e for e in manifest.values() if e.get("voice_seen") and e["lang"] == "en"]
    files = [speech_dir / e["file"] for e in entries]
    ran = captioner("transcribe", *files, "-o", f"{tmp_path}/", "--model", tiny_whisper)
    assert ran.status == 0, ran.errors
    references, texts = [], []
    for entry in entries:
        path = tmp_path / Path(entry["file"]).with_suffix(".srt")
        cues = cues_of(path)
        assert cues[0].start_ms / 1000 == pytest.approx(entry["utterances"][0]["start"], abs=0.3)
        last_word_ms = entry["utterances"][-1]["end"] * 1000
        assert last_word_ms - 300 <= cues[-1].end_ms, "the last cue covers the last word"
        assert word_error_rate(entry["text"].split()[-1], text_in(path).split()[-1]) == 0
        references.append(entry["text"])
        texts.append(text_in(path))
    assert word_error_rate(" ".join(references), " ".join(texts)) <= 0.05


def test_formats_parts_and_word_times(
    captioner: Captioner, tiny_whisper: Path, speech_dir: Path, manifest: Manifest, tmp_path: Path
) -> None:
    talk = speech_dir / "talk_02.flac"
    first, *others = FORMATS
    formats = ["--format", first, "--format", ",".join(others)]
    ran = captioner(
        "transcribe", talk, "-o", tmp_path / "part.srt", *formats, "--words", "--model", tiny_whisper,
        "--language", "english", "--start", "0:03.3", "--duration", "7",
    )  # fmt: skip
    assert ran.status == 0, ran.errors
    tree = json.loads((tmp_path / "part.json").read_text(encoding="utf-8"))
    assert tree["language"] == "en"
    words = [word for cue in tree["cues"] for word in cue["words"]]
    said = "The server was down for three hours yesterday. Maria and David want to change the schedule."
    assert word_error_rate(said, " ".join(word["text"] for word in words)) == 0
    truth = manifest["talk_02.flac"]["utterances"][1]["words"][0][1]
    assert words[0]["start_ms"] / 1000 == pytest.approx(truth, abs=0.3), "times are those of the file, not of the part"
    for name, entry in FORMATS.items():
        path = (tmp_path / "part.srt").with_suffix(entry.extension)
        assert path.is_file(), name
        if isinstance(entry, ReadableFormat):
            assert word_error_rate(said, text_in(path)) == 0


def test_standard_input_to_standard_output(tiny_whisper: Path, speech_dir: Path, home: Path) -> None:
    with (speech_dir / "fixed_00.flac").open("rb") as sound:
        ran = subprocess.run(
            command("transcribe", "-", "-o", "-", "--format", "vtt", "--model", tiny_whisper),
            stdin=sound, capture_output=True, text=True, timeout=120, check=False,
        )  # fmt: skip
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.startswith("WEBVTT\n")
    assert "We need to review the budget on Monday." in ran.stdout.replace("\n", " ")


@pytest.fixture
def address(speech_dir: Path) -> Iterator[str]:
    """An http address on this machine that serves the test speech."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the name is the library's
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(speech_dir)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()
    thread.join()


def test_an_address(
    captioner: Captioner, tiny_whisper: Path, address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = captioner("transcribe", f"{address}/fixed_00.flac", f"{address}/none.flac", "--model", tiny_whisper)
    assert ran.status == 1
    assert "404" in ran.errors
    assert text_in(tmp_path / "fixed_00.srt") == "We need to review the budget on Monday."


def test_a_bad_file_does_not_stop_the_others(
    captioner: Captioner, tiny_whisper: Path, speech_dir: Path, tmp_path: Path
) -> None:
    (tmp_path / "empty.wav").touch()
    (tmp_path / "poem.mp3").write_text("Shall I compare thee to a summer's day?\n" * 50)
    with wave.open(str(tmp_path / "nothing.wav"), "wb") as nothing:
        nothing.setparams((1, 2, 16_000, 0, "NONE", ""))
    shutil.copy(speech_dir / "fixed_00.flac", tmp_path / "good.flac")
    bad = [tmp_path / name for name in ("empty.wav", "nothing.wav", "poem.mp3", "missing.mp3")]
    ran = captioner("transcribe", *bad, tmp_path / "good.flac", tmp_path, "--model", tiny_whisper)
    assert ran.status == 1
    assert ran.errors.count("Error: ") == 5
    assert "Stopped" not in ran.errors
    for path in bad:
        assert sum(path.name in line for line in ran.errors.splitlines() if line.startswith("Error")) == 1
    assert text_in(tmp_path / "good.srt") == "We need to review the budget on Monday."
    assert sorted(path.name for path in tmp_path.iterdir() if path.suffix == ".srt") == ["good.srt"]


@pytest.mark.parametrize("kind", ["silence", "noise_white"])
def test_no_speech_gives_an_empty_file_and_says_so(
    captioner: Captioner, tiny_whisper: Path, speech_dir: Path, tmp_path: Path, kind: str
) -> None:
    ran = captioner("transcribe", speech_dir / f"{kind}.flac", "-o", tmp_path / "out.srt", "--model", tiny_whisper)
    assert ran.status == 0
    assert "no speech" in ran.errors
    assert cues_of(tmp_path / "out.srt") == []


def test_the_input_and_good_files_are_never_harmed(
    captioner: Captioner, tiny_whisper: Path, speech_dir: Path, tmp_path: Path
) -> None:
    disguised = tmp_path / "talk.srt"
    shutil.copy(speech_dir / "fixed_00.flac", disguised)
    ran = captioner("transcribe", disguised, "--model", tiny_whisper)
    assert ran.status == 1
    assert "the input itself" in ran.errors
    assert disguised.read_bytes() == (speech_dir / "fixed_00.flac").read_bytes()
    good = tmp_path / "good.srt"
    good.write_text("1\n00:00:00,000 --> 00:00:01,000\nKeep me.\n")
    ran = captioner("transcribe", tmp_path / "missing.mp3", "-o", good, "--model", tiny_whisper)
    assert ran.status == 1
    assert "Keep me." in good.read_text()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--language", "klingon"], "klingon"),
        (["--model", "smal"], '"small"'),
        (["--model", "./nowhere"], "nowhere"),
        (["--engine", "embedded", "--language", "german"], "English only"),
        (["--engine", "embedded", "--task", "translate"], "translat"),
        (["-o", "no/such/folder/out.srt"], "no/such/folder"),
        (["-o", "out.xyz"], "--format"),
    ],
)
def test_what_cannot_be_is_told_in_words(
    captioner: Captioner, speech_dir: Path, arguments: list[str], says: str
) -> None:
    ran = captioner("transcribe", speech_dir / "fixed_00.flac", *arguments)
    assert ran.status == 1
    assert says in ran.errors
    assert ran.errors.startswith("Error: ")
    assert len(ran.errors.splitlines()) <= 2


@pytest.mark.parametrize("arguments", [["--start", "1:75"], ["--format", "srt,doc"], ["--device", "tpu"], []])
def test_wrong_usage_is_status_2(captioner: Captioner, arguments: list[str]) -> None:
    ran = captioner("transcribe", *(["x.wav", *arguments] if arguments else []))
    assert ran.status == 2
    assert "usage: captioner transcribe" in ran.errors


def test_ctrl_c_keeps_what_is_done_beside_a_good_file(tiny_whisper: Path, speech_dir: Path, tmp_path: Path) -> None:
    """A pipe is filled no faster than it is heard, so that when half a minute has gone in, most of it is done."""
    good = tmp_path / "talks.srt"
    good.write_text("1\n00:00:00,000 --> 00:00:01,000\nKeep me.\n")
    process = started("transcribe", "-", "-o", good, "--model", tiny_whisper, stdin=subprocess.PIPE)
    assert process.stdin is not None
    with open(process.stdin.fileno(), "wb", closefd=False) as pipe:
        pipe.write(wav_header(None))
        for talk in ("talk_00", "talk_01", "talk_02"):
            with Decoder(str(speech_dir / f"{talk}.flac")) as decoder:
                pipe.writelines(to_int16(pcm).tobytes() for pcm in decoder.blocks())
    ran = interrupted(process)
    assert ran.status == 130
    assert "Stopped: the transcript up to" in ran.errors
    assert "Keep me." in good.read_text()
    assert len(cues_of(tmp_path / "talks.partial.srt")) >= 3
