import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import left_behind as subject
import pytest
from left_behind import Traces, left_behind, traces


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(subject, "_PATIENCE_S", 0.0)
    return iter(())


@pytest.fixture
def before() -> Traces:
    return traces(())


def test_a_quiet_test_leaves_nothing(before: Traces) -> None:
    ended = threading.Thread(target=lambda: None)
    ended.start()
    subprocess.run([sys.executable, "-c", ""], check=True)
    assert left_behind(before, ()) == []


@pytest.mark.usefixtures("impatient")
def test_a_thread_is_found(before: Traces) -> None:
    release = threading.Event()
    thread = threading.Thread(target=release.wait, name="forgotten")
    thread.start()
    try:
        assert left_behind(before, ()) == ["thread forgotten"]
    finally:
        release.set()
        thread.join()


@pytest.mark.usefixtures("impatient")
@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="child processes are found through /proc only")
def test_a_child_process_is_found(before: Traces) -> None:
    child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    try:
        assert f"process {child.pid}" in left_behind(before, ())[0]
    finally:
        child.communicate(b"\n")


def test_a_file_is_found(tmp_path: Path) -> None:
    places = ((tmp_path, "**/*"),)
    before = traces(places)
    (tmp_path / ".cache").touch()
    (tmp_path / "talk.srt").touch()
    assert left_behind(before, places) == [f"file {tmp_path / 'talk.srt'}"]
