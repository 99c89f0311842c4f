"""A text file is replaced whole or not at all."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from captioner.core.errors import OutputError
from captioner.transcript import require_writable, save_text

posix = pytest.mark.skipif(os.name != "posix", reason="permissions, links, limits and devices of POSIX")


def names_in(folder: Path) -> list[str]:
    return sorted(found.name for found in folder.iterdir())


def refused(target: Path, restrict: str) -> str:
    """The message with which a child process that restricted itself by these lines fails to save 100 kB."""
    code = f"""
import os, resource, sys
from captioner.core.errors import OutputError
from captioner.transcript import save_text
{restrict}
try:
    save_text(sys.argv[1], "x" * 100_000)
except OutputError as error:
    print(error.message)
"""
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", code, str(target)], capture_output=True, text=True, check=True, cwd=root
    )
    return done.stdout.strip()


def test_a_new_file_has_the_mode_of_any_new_file(tmp_path: Path) -> None:
    save_text(tmp_path / "talk.srt", "añ…\n")
    assert (tmp_path / "talk.srt").read_bytes() == "añ…\n".encode()
    (tmp_path / "other").touch()
    assert (tmp_path / "talk.srt").stat().st_mode == (tmp_path / "other").stat().st_mode


@posix
def test_a_replaced_file_keeps_its_mode_and_a_link_its_place(tmp_path: Path) -> None:
    target, link = tmp_path / "real.srt", tmp_path / "link.srt"
    target.write_text("old")
    target.chmod(0o640)
    link.symlink_to("real.srt")
    save_text(link, "new")
    assert link.is_symlink()
    assert target.read_text() == "new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert names_in(tmp_path) == ["link.srt", "real.srt"]


@posix
def test_a_link_to_nothing_yet(tmp_path: Path) -> None:
    (tmp_path / "link.srt").symlink_to("real.srt")
    save_text(tmp_path / "link.srt", "new")
    assert (tmp_path / "real.srt").read_text() == "new"


@posix
def test_a_device_is_written_to() -> None:
    save_text("/dev/null", "gone")
    require_writable("/dev/null")
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("missing/talk.srt", "its folder does not exist"),
        ("file/talk.srt", "what should be its folder is a file"),
        ("folder", "it is a folder"),
        ("a\0b", "Cannot write"),
        ("n" * 300, "Cannot write"),
    ],
)
def test_what_cannot_be_written_is_said_and_changes_nothing(tmp_path: Path, name: str, words: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    for write in (require_writable, lambda path: save_text(path, "x")):
        with pytest.raises(OutputError, match=words) as caught:
            write(tmp_path / name)
        assert caught.value.hint
    assert names_in(tmp_path) == ["file", "folder"]


@posix
def test_no_permission(tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o555)
    # Root may write everywhere, so it becomes somebody else first.
    message = refused(folder / "talk.srt", "if os.geteuid() == 0:\n    os.setuid(65534)")
    assert message.endswith("no permission.")
    assert names_in(folder) == []


@posix
def test_a_file_that_its_owner_protected(tmp_path: Path) -> None:
    target = tmp_path / "talk.srt"
    target.write_text("old")
    target.chmod(0o444)
    restrict = "if os.geteuid() == 0:\n    os.setuid(65534)"
    assert refused(target, restrict).endswith("no permission.")
    assert target.read_text() == "old"


@posix
def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    """A limit on the size of files stands for the full disk: the write fails in the middle all the same."""
    target = tmp_path / "talk.srt"
    target.write_text("old")
    message = refused(target, "resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))")
    assert message.endswith("the disk is full.")
    assert target.read_text() == "old"
    assert names_in(tmp_path) == ["talk.srt"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="/dev/full is a device of Linux")
def test_a_full_device() -> None:
    with pytest.raises(OutputError, match="the disk is full"):
        save_text("/dev/full", "x")
