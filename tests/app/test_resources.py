import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

from captioner.app.resources import sample_talk

_CHECKOUT = Path(__file__).parents[2]


def test_the_sample_talk_is_flac() -> None:
    with sample_talk() as talk:
        assert talk.read_bytes()[:4] == b"fLaC"


def test_it_is_found_inside_an_installed_package(tmp_path: Path) -> None:
    shutil.copytree(_CHECKOUT / "captioner", tmp_path / "captioner", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(_CHECKOUT / "resources", tmp_path / "captioner" / "resources")
    program = "from captioner.app.resources import sample_talk\nwith sample_talk() as talk: print(talk)"
    found = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, check=True, capture_output=True, encoding="utf-8"
    ).stdout
    assert Path(found.strip()) == tmp_path / "captioner" / "resources" / "sample-talk.flac"


def test_every_package_is_named_in_pyproject() -> None:
    named = tomllib.loads((_CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]["packages"]
    there = {
        ".".join(init.parent.relative_to(_CHECKOUT).parts) for init in (_CHECKOUT / "captioner").rglob("__init__.py")
    }
    assert set(named) == there | {"captioner.resources"}
