"""Times on the command line."""

import argparse
import re

_TIME = re.compile(r"(?:(?:(\d+):)?(\d{1,2}):)?(\d+(?:\.\d+)?)")


def seconds(text: str) -> float:
    """``90``, ``1:30``, ``1:02:03.5`` as seconds; argparse shows the error."""
    match = _TIME.fullmatch(text.strip())
    if match is None:
        raise argparse.ArgumentTypeError(f"{text!r} is no time: write seconds, m:s or h:m:s")
    hours, minutes, rest = match.groups()
    if minutes is not None and float(rest) >= 60:
        raise argparse.ArgumentTypeError(f"{text!r} is no time: there are 60 seconds in a minute")
    return int(hours or 0) * 3600 + int(minutes or 0) * 60 + float(rest)
