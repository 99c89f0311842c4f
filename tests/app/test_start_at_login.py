import configparser
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from captioner.app.start_at_login import (
    autostart_file,
    desktop_entry,
    set_start_at_login,
    start_command,
    starts_at_login,
)
from captioner.core.errors import OutputError


def test_an_entry_is_written_found_and_taken_back(tmp_path: Path) -> None:
    environment = {"XDG_CONFIG_HOME": str(tmp_path)}
    assert not starts_at_login("linux", environment)
    for _ in range(2):
        set_start_at_login(True, ["/opt/my apps/captioner", "--minimized"], "linux", environment)
        assert starts_at_login("linux", environment)
    file = autostart_file(environment)
    assert [path.name for path in file.parent.iterdir()] == [file.name]
    entry = configparser.ConfigParser(interpolation=None, strict=True)
    entry.optionxform = str  # type: ignore[assignment, method-assign]
    entry.read_string(file.read_text())
    assert entry["Desktop Entry"]["Exec"] == '"/opt/my apps/captioner" --minimized'
    if shutil.which("desktop-file-validate"):
        subprocess.run(["desktop-file-validate", file], check=True)
    for _ in range(2):
        set_start_at_login(False, [], "linux", environment)
        assert not starts_at_login("linux", environment)
    assert not file.exists()


def test_the_systems_own_tools_may_switch_it_off(tmp_path: Path) -> None:
    environment = {"XDG_CONFIG_HOME": str(tmp_path)}
    set_start_at_login(True, ["captioner"], "linux", environment)
    file = autostart_file(environment)
    file.write_text(file.read_text() + "Hidden=true\n")
    assert not starts_at_login("linux", environment)


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1), min_size=1, max_size=4))
def test_any_command_comes_back_from_its_line(command: list[str]) -> None:
    """Undone as the specification says: escapes of the file, then quoting, then %% for %."""
    (line,) = (line for line in desktop_entry(command).split("\n") if line.startswith("Exec="))
    value = line.removeprefix("Exec=").replace("\\\\", "\\")
    parts = re.findall(r'"((?:\\.|[^"\\])*)"|([^ ]+)', value)
    assert [(re.sub(r"\\(.)", r"\1", quoted) or bare).replace("%%", "%") for quoted, bare in parts] == command


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "autostart").write_text("in the way")
    with pytest.raises(OutputError, match="Starting at login cannot be set") as caught:
        set_start_at_login(True, ["captioner"], "linux", {"XDG_CONFIG_HOME": str(tmp_path)})
    assert caught.value.hint


def test_this_program_starts_as_it_was_started() -> None:
    done = subprocess.run([*start_command(), "--version"], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.strip()
