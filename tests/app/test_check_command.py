"""``captioner check``."""

import json
from pathlib import Path

import pytest
from running import Captioner

GOOD = "1\n00:00:00,000 --> 00:00:02,000\nGood morning.\n\n2\n00:00:02,083 --> 00:00:04,000\nThank you.\n\n"
BAD = (
    "1\n00:00:00,000 --> 00:00:00,400\nGood morning everyone, and welcome to the meeting.\n\n"
    "2\n00:00:02,000 --> 00:00:04,000\nThank you.\n\n"
)


@pytest.fixture
def good(tmp_path: Path) -> Path:
    (tmp_path / "good.srt").write_text(GOOD)
    return tmp_path / "good.srt"


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    (tmp_path / "bad.srt").write_text(BAD)
    return tmp_path / "bad.srt"


def test_nothing_found(captioner: Captioner, good: Path) -> None:
    ran = captioner("check", good)
    assert (ran.status, ran.errors) == (0, "")
    assert ran.out == f"{good}: 2 cues, nothing found\n"


def test_findings_for_people(captioner: Captioner, bad: Path) -> None:
    ran = captioner("check", bad, "--language", "english")
    assert ran.status == 1
    first, *rows = ran.out.splitlines()
    assert first == f"{bad}: 2 cues (en), 3 found"
    assert rows == [
        "  1  00:00:00.000  line too long  50 characters, limit 42            can be mended",
        "  1  00:00:00.000  too short      0.400 s, limit 0.833 s             can be mended",
        "  1  00:00:00.000  too fast       125 characters a second, limit 20",
    ]


def test_findings_for_programs(captioner: Captioner, good: Path, bad: Path) -> None:
    ran = captioner("check", "--json", "--standard", "dcmp", bad, good)
    assert ran.status == 1
    found, clean = map(json.loads, ran.out.splitlines())
    assert (clean["file"], clean["cues"], clean["language"], clean["findings"]) == (str(good), 2, None, [])
    assert found["language"] == "en", "told by its small words"
    assert found["findings"][0] == {
        "cue": 0,
        "fault": "line too long",
        "value": 50,
        "limit": 32,
        "unit": "characters",
        "curable": True,
        "start_ms": 0,
    }


def test_mending(captioner: Captioner, bad: Path, tmp_path: Path) -> None:
    mended = tmp_path / "mended.vtt"
    ran = captioner("check", "--mend", bad, "-o", mended)
    assert ran.status == 1, "it still is too fast"
    assert "1 found" in ran.out
    assert mended.read_text() == (
        "WEBVTT\n\n00:00:00.000 --> 00:00:01.917\nGood morning everyone,\nand welcome to the meeting.\n\n"
        "00:00:02.000 --> 00:00:04.000\nThank you.\n\n"
    )
    to_stdout = captioner("check", "--mend", mended, "-o", "-")
    assert to_stdout.out.startswith("1\n00:00:00,000 --> 00:00:01,917\nGood morning everyone,\n"), (
        "SRT where none is named"
    )
    assert "1 found" in to_stdout.errors


def test_several_files_into_a_folder(captioner: Captioner, good: Path, bad: Path, tmp_path: Path) -> None:
    ran = captioner("check", "--mend", good, bad, "-o", f"{tmp_path / 'out'}/")
    assert ran.status == 1
    assert (tmp_path / "out" / "good.srt").read_text() == GOOD
    assert (tmp_path / "out" / "bad.srt").exists()
    captioner("check", "--mend", good, "-o", f"{tmp_path / 'out'}/", "--format", "docx")
    assert (tmp_path / "out" / "good.docx").read_bytes().startswith(b"PK")


def test_bad_input_does_not_stop_the_others(captioner: Captioner, good: Path, tmp_path: Path) -> None:
    (tmp_path / "letter.srt").write_text("Dear Sir or Madam")
    ran = captioner("check", tmp_path / "letter.srt", tmp_path / "none.srt", good)
    assert ran.status == 2
    assert "letter.srt is no subtitle file" in ran.errors
    assert "none.srt: No such file" in ran.errors
    assert "nothing found" in ran.out


@pytest.mark.parametrize(
    "options", ["--mend", "-o x.srt", "--mend -o .", "--mend -o no/x.srt", "--mend -o x.doc", "--language klingon"]
)
def test_wrong_usage_changes_nothing(
    captioner: Captioner, good: Path, options: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = captioner("check", good.name, *options.split())
    assert ran.status == 2
    assert ran.errors.startswith("Error: ")
    assert [path.name for path in tmp_path.iterdir()] == ["good.srt"]
    assert good.read_text() == GOOD
