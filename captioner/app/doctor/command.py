"""``captioner doctor``: what is well on this computer and what is not, on one page, each with what to do."""

import argparse
import json
import re
import sys
import textwrap
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, replace
from pathlib import Path

from captioner.app import settings_file
from captioner.app.doctor.computer import examine_computer, examine_screen
from captioner.app.doctor.files import examine_files
from captioner.app.doctor.sound import examine_sound_apart
from captioner.app.doctor.speech import examine_gpu, examine_models
from captioner.app.folders import Folders
from captioner.app.terminal import RESET, ProgressLine, printable
from captioner.audio.examination import Finding
from captioner.core.errors import SettingsError
from captioner.core.settings import Settings

WIDTH = 80
_MARK = 9
"""Columns of the severity, and the indent of everything below it."""
_COLOURS = {"ok": "\x1b[32m", "warning": "\x1b[33m", "error": "\x1b[31m"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of ``captioner doctor``."""
    parser.add_argument("--json", action="store_true", help="a list of objects for programs")


def run(arguments: argparse.Namespace, places: Folders) -> int:
    """Prints the findings; exit status 1 if one is an error. Raises nothing for what it examines."""
    progress = ProgressLine()
    progress.show("Listening for a second, and trying the rest …")
    findings = [without_home(finding) for finding in examine(arguments.settings or places.settings_file, places)]
    progress.clear()
    if arguments.json:
        sys.stdout.write(json.dumps([asdict(finding) for finding in findings], ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.write(page(findings, colour=sys.stdout.isatty()))
    return 1 if any(finding.severity == "error" for finding in findings) else 0


def examine(settings_path: Path, places: Folders) -> Iterator[Finding]:
    """Everything, in the order of the page. What may hang is tried meanwhile in processes of its own."""
    settings, about_settings = _settings(settings_path)
    with ThreadPoolExecutor(2, "doctor") as trials:
        sound = trials.submit(examine_sound_apart)
        gpu = trials.submit(lambda: list(examine_gpu(settings.recognition, places.models)))
        yield from examine_computer()
        yield about_settings
        yield from examine_files(places)
        yield from examine_models(settings.recognition, places.models)
        yield from gpu.result()
        yield from examine_screen()
        yield from sound.result()


def page(findings: Sequence[Finding], *, colour: bool) -> str:
    """The findings for people, in 80 columns, and how many of them want something done."""
    lines: list[str] = []
    for finding in findings:
        mark = f"{finding.severity:<{_MARK}}"
        first, *rest = _wrapped(f"{finding.subject}: {finding.text}", "")
        lines.append((f"{_COLOURS[finding.severity]}{mark}{RESET}" if colour else mark) + first)
        lines += [" " * _MARK + line for line in rest]
        if finding.hint:
            lines += [" " * _MARK + line for line in _wrapped(finding.hint, "→ ")]
    return "".join(f"{line.rstrip()}\n" for line in [*lines, "", _verdict(findings)])


def without_home(finding: Finding, home: Path | None = None) -> Finding:
    """The finding with the user's home folder as ~: the page may be shown to others."""
    folder = str(home or Path.home()).rstrip("/\\")
    if not folder:
        return finding
    at_home = re.compile(re.escape(folder) + r"(?!\.?[\w-])")
    return replace(finding, text=at_home.sub("~", finding.text), hint=at_home.sub("~", finding.hint))


def _settings(path: Path) -> tuple[Settings, Finding]:
    """The settings, or the defaults with what is wrong with the file."""
    try:
        settings = settings_file.load(path)
    except SettingsError as error:
        return Settings(), Finding("error", "Settings", error.message.removeprefix("Settings: "), error.hint)
    return settings, Finding("ok", "Settings", str(path) if path.exists() else f"the defaults; there is no {path}")


def _wrapped(text: str, bullet: str) -> list[str]:
    return textwrap.wrap(
        printable(bullet + text),
        WIDTH - _MARK,
        subsequent_indent=" " * len(bullet) or "  ",
        break_long_words=False,  # a path is copied more easily whole
        break_on_hyphens=False,
    ) or [""]


def _verdict(findings: Sequence[Finding]) -> str:
    counts = {name: sum(finding.severity == name for finding in findings) for name in ("error", "warning")}
    told = [f"{count} {name}{'' if count == 1 else 's'}" for name, count in counts.items() if count]
    return f"{' and '.join(told)}." if told else "All is well."
