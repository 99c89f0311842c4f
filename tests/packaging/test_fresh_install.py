"""What a person gets who fetches the repository: the files that git has, installed the ways of the readme."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from captioner import __version__

_CHECKOUT = Path(__file__).parents[2]
_SAMPLE = "from captioner.app.resources import sample_talk\nwith sample_talk() as talk: print(talk)"


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """The tracked files as they are now, in a folder with a space in its name."""
    tracked = _run(["git", "ls-files", "-z"], cwd=_CHECKOUT).split("\0")
    copy = tmp_path / "fresh copy"
    for name in filter(None, tracked):
        if (_CHECKOUT / name).exists():  # one that is deleted but not yet committed is no longer wanted
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(_CHECKOUT / name, copy / name)
    return copy


def _run(command: Sequence[object], cwd: Path, **variables: str) -> str:
    """The standard output of a command that must succeed."""
    environment = {key: value for key, value in os.environ.items() if key != "VIRTUAL_ENV"} | variables
    ended = subprocess.run(
        list(map(str, command)), cwd=cwd, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert ended.returncode == 0, ended.stderr[-3000:]
    return ended.stdout


@pytest.mark.slow
def test_pip_install_gives_the_command_and_the_sample(fresh: Path, tmp_path: Path) -> None:
    _run([sys.executable, "-m", "venv", "--without-pip", tmp_path / "venv"], cwd=tmp_path)  # Debian's has no ensurepip
    programs = tmp_path / "venv" / ("Scripts" if os.name == "nt" else "bin")
    _run([sys.executable, "-m", "pip", "--python", programs / "python", "install", "--quiet", "."], cwd=fresh)
    shutil.rmtree(fresh)
    assert __version__ in _run([programs / "captioner", "--version"], cwd=tmp_path)
    assert Path(_run([programs / "python", "-c", _SAMPLE], cwd=tmp_path).strip()).is_relative_to(tmp_path / "venv")


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("bash") is None, reason="packaging/run is for bash")
def test_packaging_run_installs_once_and_passes_arguments_on(fresh: Path, tmp_path: Path) -> None:
    start = [fresh / "packaging" / "run", "--version"]
    variables = {"CAPTIONER_PYTHON": sys.executable}
    assert __version__ in _run(start, tmp_path, **variables)
    # The second time there is nothing to do, nor a network, nor a Python but that of the environment.
    offline = {"CAPTIONER_PYTHON": "/nonexistent", "PIP_NO_INDEX": "1"}
    assert __version__ in _run(start, tmp_path, **offline)


@pytest.mark.skipif(shutil.which("bash") is None, reason="packaging/run is for bash")
def test_without_a_python_packaging_run_says_so_in_words(fresh: Path, tmp_path: Path) -> None:
    tools = tmp_path / "tools"
    tools.mkdir()
    for tool in ("bash", "env", "dirname", "basename", "mkdir", "cksum", "cat", "cut"):
        found = shutil.which(tool)
        assert found is not None
        (tools / tool).symlink_to(found)
    ended = subprocess.run(
        [tools / "bash", fresh / "packaging" / "run"],
        env={"PATH": str(tools), "HOME": str(tmp_path)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ended.returncode == 1
    assert "needs Python 3.11 or later" in ended.stderr
    assert ended.stdout == ""


@pytest.mark.skipif(shutil.which("bash") is None, reason="the scripts are for bash")
@pytest.mark.parametrize("script", ["packaging/run", "packaging/environment.sh", "tests/run", ".ci/run"])
def test_the_scripts_parse(script: str) -> None:
    _run(["bash", "-n", _CHECKOUT / script], cwd=_CHECKOUT)
