"""What libraries print goes to a file; what we print is seen. In a process of its own: it is about its descriptors."""

import subprocess
import sys
from pathlib import Path

PROGRAM = """
import os, sys
from pathlib import Path
from captioner.app.native_output import libraries_print_to
os.write(2, b"before\\n")
with libraries_print_to(Path(sys.argv[1])):
    os.write(2, b"PortAudio: Expression failed\\n")
    print("ours", file=sys.stderr)
print("ours again", file=sys.stderr)
os.write(2, b"after\\n")
"""


def ran(path: Path) -> str:
    done = subprocess.run([sys.executable, "-c", PROGRAM, str(path)], capture_output=True, text=True, check=True)
    return done.stderr


def test_libraries_and_ours_are_kept_apart(tmp_path: Path) -> None:
    assert ran(tmp_path / "new" / "native.log") == "before\nours\nours again\nafter\n"
    assert (tmp_path / "new" / "native.log").read_text() == "PortAudio: Expression failed\n"


def test_without_a_place_for_the_file_nothing_changes(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert ran(tmp_path / "file" / "native.log") == "before\nPortAudio: Expression failed\nours\nours again\nafter\n"
