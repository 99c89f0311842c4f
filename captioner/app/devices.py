"""``captioner devices``: the microphones and the system-audio sources that ``captioner listen`` can hear."""

import argparse
import json
import shlex
import subprocess
import sys
import textwrap
from collections.abc import Sequence
from dataclasses import asdict

from captioner.app.terminal import print_notice, printable
from captioner.audio.devices import sound_system
from captioner.audio.sound_system import Device, Kind
from captioner.core.caption import Notice
from captioner.core.errors import SourceError
from captioner.transcript.plain_text import columns

_HEADINGS: dict[Kind, str] = {"microphone": "Microphones", "system": "System audio: what the computer plays"}
_OPTIONS: dict[Kind, str] = {"microphone": "--mic", "system": "--system"}
_WIDEST_NAME = 40
"""Columns: longer names push their own line out, not all of them."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of ``captioner devices``."""
    parser.add_argument("--json", action="store_true", help="a list of objects for programs")


def run(arguments: argparse.Namespace) -> int:
    """Prints what there is; exit status 1 where nothing can be heard. Raises SourceError where nobody can be asked."""
    system = sound_system()
    devices = system.devices()
    if arguments.json:
        sys.stdout.write(json.dumps([asdict(device) for device in devices], ensure_ascii=False, indent=2) + "\n")
    elif devices:
        sys.stdout.write(listing(devices, system.no_system_sound_hint))
    if devices:
        return 0
    missing = SourceError(
        "There is neither a microphone nor a system-audio source.",
        f"Plug a microphone in, and check the sound settings. {system.no_system_sound_hint}",
    )
    print_notice(Notice("error", missing.message, missing.hint), sys.stderr)
    return 1


def listing(devices: Sequence[Device], no_system_sound_hint: str) -> str:
    """The devices for people, a line each under the heading of their kind, and what to type to hear them."""
    width = min(_WIDEST_NAME, max(columns(spoken_name(device, devices)) for device in devices))
    lines: list[str] = []
    for kind, heading in _HEADINGS.items():
        lines += [heading, *_lines_of([device for device in devices if device.kind == kind], width)]
        if not any(device.kind == kind for device in devices):
            hint = no_system_sound_hint if kind == "system" else "Plug one in to caption what you say too."
            lines += textwrap.wrap(f"none. {hint}", 80, initial_indent="    ", subsequent_indent="    ")
        lines.append("")
    if any(device.default for device in devices):
        lines += ["  * the system's own choice", ""]
    lines += ["To hear the system's own choice, and to hear devices by name:", "    captioner listen"]
    lines.append(f"    {_by_name(devices)}")
    return "".join(printable(line).rstrip() + "\n" for line in lines)


def spoken_name(device: Device, devices: Sequence[Device]) -> str:
    """What to call the device on the command line: its label where that means no other device of its kind."""
    meant = [other for other in devices if other.kind == device.kind and device.label in (other.name, other.label)]
    return device.label if len(meant) == 1 else device.name


def _lines_of(devices: Sequence[Device], width: int) -> list[str]:
    lines = []
    for device in devices:
        name = spoken_name(device, devices)
        channels = {1: "mono", 2: "stereo"}.get(device.channels, f"{device.channels} channels")
        mark = "*" if device.default else " "
        padding = " " * max(0, width - columns(name))
        lines.append(f"  {mark} {name}{padding}  {device.host}, {device.rate} Hz, {channels}")
    return lines


def _by_name(devices: Sequence[Device]) -> str:
    """The command that names the first device of each kind there is, as this system's shell takes it."""
    words = ["captioner", "listen"]
    for kind, option in _OPTIONS.items():
        if (device := next((device for device in devices if device.kind == kind), None)) is not None:
            words += [option, spoken_name(device, devices)]
    return subprocess.list2cmdline(words) if sys.platform == "win32" else shlex.join(words)
