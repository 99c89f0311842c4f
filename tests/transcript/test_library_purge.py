"""What is deleted for good is nowhere any more."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from library_sessions import MIC, SYSTEM, begin, cue, names_in, session_of, texts_of

from captioner.core.errors import LibraryError, OutputError
from captioner.transcript.library import Library

SECRETS = ["Zanzibar", "xylophone", "quetzalcoatl", "麒麟獬豸"]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library" / "library.sqlite3"


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    library = Library.open(path)
    yield library
    library.close()


def traces(path: Path) -> list[str]:
    """Which of the secrets can be read in any file of the library's folder."""
    everything = b"".join(found.read_bytes() for found in path.parent.iterdir()).lower()
    parts = [*SECRETS, "麒 麟", "quetz"]
    return [secret for secret in parts if secret.lower().encode() in everything]


def other_sessions(library: Library, count: int) -> list[int]:
    return [session_of(library, [f"ordinary words {n} of {k}" for n in range(30)], f"Other {k}") for k in range(count)]


def test_no_byte_of_a_purged_session_is_left(library: Library, path: Path, tmp_path: Path) -> None:
    before = other_sessions(library, 3)
    files = [tmp_path / name for name in ("a.srt", "a.flac", "a.vtt", "spool.wav")]
    for file in files:
        file.write_bytes(b"sound and words")
    source = tmp_path / "source.mp3"
    source.write_bytes(b"what the user gave")
    writer = library.begin(
        title="Meeting in Zanzibar",
        began_ms=5,
        tracks=(MIC, SYSTEM),
        model="",
        subtitles=files[0],
        recording=files[1],
        source=str(source),
        spools={"mic": files[3]},
    )
    writer.made(files[2])
    writer.made(files[2])
    for at in range(50):
        writer.add([cue(10_000 * at, f"the xylophone {at} of Quetzalcoatl 麒麟獬豸 " + "padding " * (at * 9))])
    with pytest.raises(LibraryError, match="still running"):
        library.purge([writer.id])
    library.tag(writer.id, ("Zanzibar",))
    files[3].write_bytes(b"")
    (path.parent / "spool-of-mic").touch()
    writer.end(0)
    library.rename(writer.id, "Xylophone in Zanzibar")
    size = path.stat().st_size
    assert len(traces(path)) >= len(SECRETS)
    library.discard([writer.id])
    after = other_sessions(library, 2)
    library.purge([writer.id])
    assert traces(path) == []
    assert path.with_name("library.sqlite3-wal").stat().st_size == 0
    assert path.stat().st_size <= size + 4096 * 40
    assert [file.exists() for file in files] == [False, False, False, True]
    assert source.exists()
    assert library.session(writer.id) is None
    assert (library.discarded(), library.search("xylophone")) == ([], [])
    assert [session.id for session in library.sessions()] == [*reversed(before + after)]
    assert len(library.search("ordinary", limit=1000)) == 150
    library.purge([writer.id, 999])
    assert writer.id < session_of(library, ["new"])


def test_the_file_shrinks(library: Library, path: Path) -> None:
    kept = session_of(library, ["kept"])
    library.purge([])
    small = path.stat().st_size
    writer = begin(library)
    writer.add([cue(1000 * at, f"word{at} " * 30) for at in range(1000)])
    writer.end(0)
    library.discard([writer.id])
    library.purge_bin()
    assert path.stat().st_size <= small + 4096 * 4
    assert texts_of(library, kept) == ["kept"]


def test_a_file_that_cannot_be_deleted_keeps_its_session(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "folder.srt"
    folder.mkdir()
    writer = library.begin(title="Kept", began_ms=1, tracks=(MIC,), model="", subtitles=folder)
    writer.add([cue(0, "words")])
    writer.end(0)
    with pytest.raises(OutputError, match=r"folder\.srt cannot be deleted"):
        library.purge([writer.id])
    assert texts_of(library, writer.id) == ["words"]
    folder.rmdir()
    library.purge([writer.id])
    assert library.sessions() == []


def test_a_session_cut_off_is_purged_with_its_spool(library: Library, path: Path, tmp_path: Path) -> None:
    spool = tmp_path / "mic.wav"
    spool.write_bytes(b"sound")
    writer = library.begin(title="Cut", began_ms=1, tracks=(MIC,), model="", spools={"mic": spool})
    writer.add([cue(0, "words")])
    lock = path.with_name(f"library.sqlite3-session-{writer.id}.lock")
    lock.unlink()
    lock.touch()
    library.purge([writer.id])
    assert not spool.exists()
    assert not lock.exists()
    assert sorted(names_in(path.parent)) == ["library.sqlite3", "library.sqlite3-shm", "library.sqlite3-wal"]
