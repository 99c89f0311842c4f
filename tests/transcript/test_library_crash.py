"""Nothing that was committed is lost: killed processes, cut power, full disks."""

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from library_sessions import MIC, SYSTEM, begin, cue, names_in, session_of, texts_of

from captioner.audio.spool import wav_header
from captioner.core.errors import LibraryError, OutputError
from captioner.core.library import Unheard
from captioner.transcript.library import Library
from captioner.transcript.library.database import Database

posix = pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")

WRITER = """
import sys
from pathlib import Path
from captioner.core.caption import Cue
from captioner.core.library import SessionTrack
from captioner.transcript.library import Library

library = Library.open(Path(sys.argv[1]))
writer = library.begin(title="Killed", began_ms=1, tracks=(SessionTrack("mic"),), model="")
print("begun", writer.id, flush=True)
for number in range(100_000):
    writer.add([Cue(1000 * number, 1000 * number + 900, f"cue {number}", "mic")])
    writer.heard("mic", 16_000 * number)
    print("added", number, flush=True)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.sqlite3"


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    library = Library.open(path)
    yield library
    library.close()


def killed_writer(path: Path, lots: random.Random) -> tuple[int, int]:
    """Kill a process at some moment while it writes; its session and the last cue that was said to be kept."""
    process = subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    session = int(process.stdout.readline().split()[1])
    lines = [process.stdout.readline() for _ in range(lots.randint(1, 30))]
    time.sleep(lots.random() / 100)
    process.send_signal(signal.SIGKILL)
    lines += process.stdout.readlines()
    process.stdout.close()
    process.wait()
    last = [line for line in lines if line.endswith("\n")][-1]
    return session, int(last.split()[1])


def kill_many(path: Path, times: int) -> None:
    lots = random.Random(times)
    watcher = Library.open(path)
    for _ in range(times):
        session, last = killed_writer(path, lots)
        assert watcher.cut_off()[0].id == session
        texts = texts_of(watcher, session)
        assert texts == [f"cue {number}" for number in range(len(texts))]
        assert last < len(texts) <= last + 2
        watcher.recovered(session)
    assert len(watcher.sessions()) == times
    assert watcher.cut_off() == []
    assert watcher.notices == ()
    watcher.close()
    assert list(names_in(path.parent)) == ["library.sqlite3"]


@posix
def test_every_cue_that_was_kept_outlives_its_process(path: Path) -> None:
    kill_many(path, 4)


@posix
@pytest.mark.slow
def test_every_cue_that_was_kept_outlives_its_process_200_times(path: Path) -> None:
    kill_many(path, 200)


def test_power_that_fails_leaves_whole_transactions(library: Library, path: Path) -> None:
    """The log cut at any byte: what had been committed before that byte is there, nothing half."""
    writer = begin(library)
    ends = []
    log = path.with_name("library.sqlite3-wal")
    for number in range(40):
        writer.add([cue(1000 * number, f"cue {number}"), cue(1000 * number + 1, f"and {number}")])
        ends.append(log.stat().st_size)
    folder = path.parent / "later"
    folder.mkdir()
    lots = random.Random(5)
    database, whole = path.read_bytes(), log.read_bytes()
    for _ in range(30):
        cut = lots.randint(0, len(whole))
        copy = folder / "library.sqlite3"
        copy.write_bytes(database)
        copy.with_name("library.sqlite3-wal").write_bytes(whole[:cut])
        after = Library.open(copy)
        kept = sum(end <= cut for end in ends)
        expected = [text for number in range(kept) for text in (f"cue {number}", f"and {number}")]
        assert texts_of(after, writer.id) == expected
        assert after.notices == ()
        after.close()
        shutil.rmtree(folder)
        folder.mkdir()
    writer.end(0)


def limit(library: Library, pages: int) -> None:
    """Let SQLite believe that the disk has room for no more than so many pages."""
    database = library._database
    assert isinstance(database, Database)
    database.maintain(lambda db: db.execute(f"PRAGMA max_page_count = {pages}").fetchone())


def test_a_full_disk_loses_nothing_that_was_kept(library: Library) -> None:
    writer = begin(library)
    writer.add([cue(0, "kept")])
    limit(library, 1)  # SQLite makes that the number of pages there are
    kept, failed = ["kept"], 0
    for number in range(200):
        text = f"number {number} " + "with many words " * 40
        try:
            writer.add([cue(1000 * (number + 1), text)])
        except OutputError as error:
            failed += "the disk is full" in error.message and "Free some space" in error.hint
        else:
            kept.append(text)
    assert failed > 100
    assert texts_of(library, writer.id) == kept
    with pytest.raises(OutputError, match="full"):
        begin(library, "Another " * 10_000)
    limit(library, 1_000_000)
    writer.add([cue(10**7, "room again")])
    writer.end(0)
    assert texts_of(library, writer.id) == [*kept, "room again"]
    assert library.notices == ()
    assert [session.title for session in library.sessions()] == ["Meeting"]


@posix
def test_a_real_disk_that_is_full(tmp_path: Path) -> None:
    """A file system of 1 MiB in memory."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk], capture_output=True).returncode:
        pytest.skip("needs the right to mount a file system")
    try:
        library = Library.open(disk / "library.sqlite3")
        writer = begin(library)
        kept = 0
        with pytest.raises(OutputError, match=r"disk is full|cannot be read or written"):  # noqa: PT012
            while True:
                writer.add([cue(1000 * kept, f"cue {kept} " + "word " * 100)])
                kept += 1
        assert len(texts_of(library, writer.id)) == kept > 10
        with pytest.raises(OutputError):
            writer.add([cue(0, "word " * 1000)])
        assert library.search("cue 1")
        library.close()
        elsewhere = shutil.copytree(disk, tmp_path / "elsewhere")
        copy = Library.open(elsewhere / "library.sqlite3")
        assert len(copy.cues(writer.id)) == kept
        assert copy.notices == ()
        copy.close()
    finally:
        subprocess.run(["umount", "--lazy", disk], check=True)


def test_what_is_left_of_a_session_that_was_cut_off(library: Library, path: Path, tmp_path: Path) -> None:
    spools = {track: tmp_path / f"{track}.wav" for track in ("mic", "system")}
    writer = library.begin(title="Cut off", began_ms=1, tracks=(MIC, SYSTEM), model="", spools=spools)
    for spool in spools.values():
        spool.write_bytes(wav_header(None) + bytes(2 * 100_000) + b"\1")
    writer.add([cue(0, "one two"), cue(3000, "hello", track="system")])
    writer.heard("mic", 70_000)
    assert library.cut_off() == []
    with pytest.raises(LibraryError, match="still running"):
        library.recovered(writer.id)
    end_the_process_of(path, writer.id)
    (session,) = library.cut_off()
    assert (session.id, session.phase) == (writer.id, "cut off")
    assert library.unheard(writer.id) == [
        Unheard(writer.id, "mic", spools["mic"], 70_000, 100_000),
        # The last word ends 900 ms after the cue's beginning at 3 s, though its end was not marked as heard.
        Unheard(writer.id, "system", spools["system"], 62_400, 100_000),
    ]
    spools["system"].unlink()
    assert [rest.track for rest in library.unheard(writer.id)] == ["mic"]
    library.recovered(writer.id)
    found = library.session(writer.id)
    assert found is not None
    assert (found.phase, found.duration_ms) == ("ended", 6250)
    assert (library.cut_off(), library.unheard(writer.id)) == ([], [])
    assert not spools["mic"].exists()


def test_a_session_cut_off_without_a_word_goes_when_it_is_settled(library: Library, path: Path) -> None:
    writer = begin(library)
    end_the_process_of(path, writer.id)
    assert [session.id for session in library.cut_off()] == [writer.id]
    library.recovered(writer.id)
    assert library.sessions() == []
    library.recovered(writer.id)
    assert list(path.parent.glob("*.lock")) == []


def end_the_process_of(path: Path, session: int) -> None:
    """As after a kill: the lock file stays, and nobody holds it."""
    lock = path.with_name(f"library.sqlite3-session-{session}.lock")
    lock.unlink()
    lock.touch()


def test_a_session_that_is_let_go_counts_as_cut_off(library: Library, path: Path) -> None:
    other = Library.open(path)
    writer = begin(other)
    writer.add([cue(0, "words")])
    assert library.cut_off() == []
    other.close()
    assert [session.id for session in library.cut_off()] == [writer.id]


def test_a_library_in_use_for_too_long(library: Library, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session = session_of(library, ["words"])
    library._database.maintain(lambda db: db.execute("PRAGMA busy_timeout = 50").fetchone())
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(LibraryError, match="in use by another"):
        library.rename(session, "New")
    assert texts_of(library, session) == ["words"]
    other.execute("ROLLBACK")
    library.rename(session, "New")
    other.close()
