"""``captioner info``."""

import json
from pathlib import Path

from running import Captioner


def test_a_file_for_people_and_for_programs(captioner: Captioner, speech_dir: Path) -> None:
    ran = captioner("info", speech_dir / "talk_02.flac")
    assert ran.status == 0
    for fact in ("flac", "16000 Hz", "1 (mono)", "332904", "20.806 s"):
        assert fact in ran.out
    tree = json.loads(captioner("info", "--json", speech_dir / "talk_02.flac").out)
    assert (tree["codec"], tree["sample_rate"], tree["channels"], tree["bits"], tree["frames"]) == (
        "flac", 16000, 1, 16, 332904,
    )  # fmt: skip


def test_a_bad_one_among_good_ones(captioner: Captioner, speech_dir: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.wav").touch()
    ran = captioner("info", "--json", tmp_path / "empty.wav", speech_dir / "talk_02.flac")
    assert ran.status == 1
    assert len(ran.out.splitlines()) == 1
    assert "empty" in ran.errors
