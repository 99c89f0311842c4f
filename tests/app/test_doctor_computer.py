"""What the doctor tells about Python, packages and the window system."""

import re
import tomllib
from pathlib import Path

import pytest

from captioner.app.doctor.computer import (
    examine_computer,
    examine_packages,
    examine_screen,
    needed_packages,
    operating_system,
)

_PYPROJECT = Path(__file__).parents[2] / "pyproject.toml"


def test_every_dependency_is_looked_for() -> None:
    dependencies = tomllib.loads(_PYPROJECT.read_text(encoding="utf-8"))["project"]["dependencies"]
    declared = {re.split(r"[<>=;\s]", dependency)[0] for dependency in dependencies}
    systems = ("linux", "win32", "darwin")
    assert declared == set().union(*(needed_packages(system) for system in systems))
    assert "pulsectl" not in needed_packages("win32")


def test_versions_are_told() -> None:
    told = {finding.subject: finding for finding in examine_computer()}
    assert {finding.severity for finding in told.values()} == {"ok"}
    assert re.search(r"numpy \d+\.\d+.*, shtab \d", told["Packages"].text)
    assert re.match(r"3\.\d+\.\d+", told["Python"].text)
    assert told["Operating system"].text == operating_system()


def test_a_package_that_is_missing() -> None:
    finding = examine_packages({"numpy": "numpy", "nothing-like-it": "nothing_like_it"})
    assert (finding.severity, finding.text) == ("error", "nothing-like-it: not installed")
    assert finding.hint


@pytest.mark.parametrize(
    ("environment", "severity", "text"),
    [
        ({"DISPLAY": ":0", "XDG_CURRENT_DESKTOP": "XFCE"}, "ok", "X11 (XFCE)"),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, "ok", "Wayland with XWayland"),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "warning", "Wayland without XWayland"),
        ({}, "warning", "none: neither"),
    ],
)
def test_the_window_system_is_read_from_the_environment(environment: dict[str, str], severity: str, text: str) -> None:
    (finding,) = examine_screen(environment, "linux")
    assert finding.severity == severity
    assert finding.text.startswith(text)
    assert bool(finding.hint) == (severity == "warning")


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_other_systems_have_their_own_window_system(system: str) -> None:
    (finding,) = examine_screen({}, system)
    assert finding.severity == "ok"
