"""The SRT of a running session is valid at every moment."""

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from captioner.core.caption import Cue
from captioner.core.errors import OutputError
from captioner.transcript import FORMATS, LiveSrt, ReadableFormat

posix = pytest.mark.skipif(os.name != "posix", reason="signals and limits of POSIX")


def cue(start: int, text: str = "Hello.", speaker: str = "") -> Cue:
    return Cue(start, start + 900, text, speaker=speaker)


def names_in(folder: Path) -> list[str]:
    return sorted(found.name for found in folder.iterdir())


def texts_in(path: Path) -> list[str]:
    srt = FORMATS["srt"]
    assert isinstance(srt, ReadableFormat)
    return [found.text for found in srt.read(path.read_text(encoding="utf-8"))]


def valid(text: str) -> bool:
    """Whether the text is what the writer gives for the cues in it, to the last byte: no half cue, no wrong number."""
    srt = FORMATS["srt"]
    assert isinstance(srt, ReadableFormat)
    return text == "" or srt.write(srt.read(text)).data.decode() == text


def test_it_grows_cue_by_cue(tmp_path: Path) -> None:
    path = tmp_path / "live.srt"
    live = LiveSrt(path)
    assert path.read_text() == ""
    live.append([cue(0, "One.")])
    assert texts_in(path) == ["One."]
    live.append([cue(1000, "Two."), cue(2000, "Three.")])
    live.append([])
    assert (texts_in(path), live.cues) == (["One.", "Two.", "Three."], 3)
    live.close()
    live.close()
    assert path.read_bytes() == FORMATS["srt"].write([cue(0, "One."), cue(1000, "Two."), cue(2000, "Three.")]).data
    assert names_in(tmp_path) == ["live.srt"]


def test_tracks_that_finish_out_of_order_come_in_order_of_time(tmp_path: Path) -> None:
    path = tmp_path / "live.srt"
    live = LiveSrt(path)
    live.append([cue(5000, "second", "You")])
    live.append([cue(1000, "first", "Others")])
    live.append([cue(9000, "third", "You")])
    live.close()
    assert texts_in(path) == ["Others: first", "You: second", "You: third"]
    assert valid(path.read_text())


def test_an_older_file_stays_until_the_first_cue(tmp_path: Path) -> None:
    path = tmp_path / "live.srt"
    path.write_text("older")
    LiveSrt(path).close()
    assert path.read_text() == "older"
    live = LiveSrt(path)
    live.append([cue(0, "\0 ")])
    assert path.read_text() == "older"
    live.append([cue(0, "New.")])
    live.close()
    assert texts_in(path) == ["New."]


@pytest.mark.parametrize("name", ["missing/live.srt", "."])
def test_an_unwritable_place_is_refused_at_once(tmp_path: Path, name: str) -> None:
    with pytest.raises(OutputError):
        LiveSrt(tmp_path / name)
    assert names_in(tmp_path) == []


@posix
def test_a_device_is_refused() -> None:
    with pytest.raises(OutputError, match="device or a pipe"):
        LiveSrt("/dev/null")


@pytest.mark.parametrize("change", ["remove", "edit"])
def test_a_file_that_somebody_touches_is_made_whole_again(tmp_path: Path, change: str) -> None:
    path = tmp_path / "live.srt"
    live = LiveSrt(path)
    live.append([cue(0, "One.")])
    path.unlink() if change == "remove" else path.write_text("mine")
    live.append([cue(1000, "Two.")])
    live.close()
    assert texts_in(path) == ["One.", "Two."]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=30)
@given(
    batches=st.lists(
        st.lists(st.tuples(st.integers(0, 60_000), st.text("ab \n-->é漢", max_size=900)), max_size=3), max_size=12
    )
)
def test_after_every_append_the_file_is_the_whole_transcript(
    tmp_path: Path, batches: list[list[tuple[int, str]]]
) -> None:
    path = tmp_path / "live.srt"
    path.unlink(missing_ok=True)
    live = LiveSrt(path)
    seen: list[Cue] = []
    for batch in batches:
        cues = [cue(start, text) for start, text in batch]
        live.append(cues)
        seen += cues
        text = path.read_text(encoding="utf-8")
        expected = FORMATS["srt"].write(seen).data.decode()
        assert sorted(text.split("\n")) == sorted(expected.split("\n"))
        assert valid(text)
    live.close()


def test_a_reader_never_sees_half_a_cue(tmp_path: Path) -> None:
    path = tmp_path / "live.srt"
    live = LiveSrt(path)
    over = threading.Event()
    seen: list[bytes] = []

    def watch() -> None:
        while not over.is_set():
            data = path.read_bytes()
            if not seen or data != seen[-1]:
                seen.append(data)

    reader = threading.Thread(target=watch)
    reader.start()
    try:
        for number in range(400):
            # Every tenth comes late, as of another track.
            start = 1000 * number - 1500 * (number % 10 == 9)
            live.append([cue(start, f"Number {number} of the cues,\nas long as cues are. " + "é" * (number % 50))])
    finally:
        over.set()
        reader.join()
        live.close()
    counts = [data.count(b" --> ") for data in seen]
    assert counts == sorted(counts)
    assert all(valid(data.decode()) for data in seen)
    assert len(texts_in(path)) == 400


@posix
def test_a_killed_session_leaves_every_cue(tmp_path: Path) -> None:
    path = tmp_path / "live.srt"
    code = (
        "import sys\nfrom captioner.core.caption import Cue\nfrom captioner.transcript import LiveSrt\n"
        "live = LiveSrt(sys.argv[1])\nnumber = 0\n"
        "while True:\n    live.append([Cue(1000 * number, 1000 * number + 900, f'Cue {number}.')])\n"
        "    print(number, flush=True)\n    number += 1\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2]
    ) as child:
        assert child.stdout is not None
        told = [int(child.stdout.readline()) for _ in range(150)]
        child.send_signal(signal.SIGKILL)
        told += [int(line) for line in child.stdout if line.endswith("\n")]
    assert valid(path.read_text())
    texts = texts_in(path)
    assert texts == [f"Cue {number}." for number in range(len(texts))]
    assert len(texts) > told[-1]


@posix
def test_a_full_disk_is_told_once_and_made_good_when_there_is_room(tmp_path: Path) -> None:
    """A limit on the size of files stands for the full disk; raising it, for the room that the user makes."""
    path = tmp_path / "live.srt"
    code = (
        "import resource, sys\nfrom captioner.core.caption import Cue\nfrom captioner.core.errors import OutputError\n"
        "from captioner.transcript import LiveSrt\n"
        "live = LiveSrt(sys.argv[1])\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (700, resource.RLIM_INFINITY))\n"
        "for number in range(30):\n"
        "    if number == 25:\n"
        "        print(open(sys.argv[1]).read().count(' --> '), live.cues)\n"
        "        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))\n"
        "    try:\n"
        "        live.append([Cue(1000 * number, 1000 * number + 900, f'Cue number {number}.')])\n"
        "    except OutputError as error:\n"
        "        print(error.message)\n"
        "live.close()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    told, counts = done.stdout.splitlines()
    assert told.endswith("the disk is full.")
    in_file, saved = map(int, counts.split())
    assert in_file == saved < 25
    assert texts_in(path) == [f"Cue number {number}." for number in range(30)]
    assert names_in(tmp_path) == ["live.srt"]
