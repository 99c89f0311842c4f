"""``captioner info``: what is in a media file."""

import argparse
import json
import sys
from dataclasses import asdict

from captioner.app.ctrl_c import ctrl_c_cancels
from captioner.audio.byte_source import open_bytes
from captioner.audio.media import MediaInfo, probe
from captioner.core.caption import Notice
from captioner.core.errors import CaptionerError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of ``captioner info``."""
    parser.add_argument("inputs", nargs="+", metavar="INPUT", help="a file, - (standard input) or an http(s) address")
    parser.add_argument("--json", action="store_true", help="one JSON object a line for each input")


def run(arguments: argparse.Namespace) -> int:
    """Prints each input; exit status 1 if any could not be read."""
    from captioner.app.terminal import print_notice

    status = 0
    for name in arguments.inputs:
        try:
            source = open_bytes(name)
            with ctrl_c_cancels(source.cancel):
                info = probe(source)
        except CaptionerError as error:
            print_notice(Notice("error", error.message, error.hint), sys.stderr)
            status = 1
            continue
        sys.stdout.write(json.dumps(asdict(info)) + "\n" if arguments.json else _described(info))
    return status


def _described(info: MediaInfo) -> str:
    """The facts as aligned lines."""
    from captioner.app.terminal import printable

    unknown = "unknown"
    about = "" if info.exact else "about "
    facts = {
        "Input": info.name,
        "Container": info.container,
        "Codec": info.codec,
        "Sample rate": f"{info.sample_rate} Hz",
        "Channels": f"{info.channels} ({info.layout})" if info.layout else str(info.channels),
        "Bits": str(info.bits) if info.bits else "none (lossy codec)",
        "Frames": f"{about}{info.frames}" if info.frames is not None else unknown,
        "Duration": f"{info.duration_s:.3f} s" if info.duration_s is not None else unknown,
        "Bit rate": f"{info.bit_rate / 1000:.0f} kbit/s" if info.bit_rate else unknown,
        "Streams": ", ".join(
            f"{stream.kind} {stream.codec}" + (f" ({stream.language})" if stream.language else "")
            for stream in info.streams
        ),
    }
    return "".join(f"{name:<12} {printable(value)}\n" for name, value in facts.items())
