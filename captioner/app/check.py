"""``captioner check``: what breaks a subtitle standard in subtitle files, and the mending of it."""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from typing import get_args

from captioner.app.output_files import OutputFiles, output_files
from captioner.app.terminal import cues_in_words, print_notice, printable
from captioner.core.caption import Cue, Notice
from captioner.core.errors import CaptionerError
from captioner.core.settings import Standard
from captioner.speech.languages import language_code
from captioner.transcript.check import check, mend
from captioner.transcript.faults import Demands, Finding
from captioner.transcript.formats import FORMATS, read_file
from captioner.transcript.formats.base import About, WriteOptions, clock

CLEAN, FOUND, BAD_INPUT = 0, 1, 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of ``captioner check``."""
    parser.add_argument("inputs", nargs="+", metavar="FILE", help="a subtitle file: SRT, VTT, ASS, TTML or our JSON")
    parser.add_argument("--standard", choices=get_args(Standard), default="netflix", help="default: netflix")
    parser.add_argument(
        "--language", metavar="CODE", help='such as "en" (default: told by the script and the small words)'
    )
    parser.add_argument("--json", action="store_true", help="one JSON object a line for each file")
    parser.add_argument("--mend", action="store_true", help="cure what can be cured, and write it with -o")
    parser.add_argument("-o", "--output", metavar="PATH", help="with --mend: the file to write, a folder, or -")
    parser.add_argument("--format", choices=FORMATS, help="with --mend (default: what -o ends in, else srt)")
    parser.epilog = "Exit status: 0 nothing found (left, with --mend), 1 something found, 2 a file that cannot be read."


def run(arguments: argparse.Namespace) -> int:
    """Checks every file; a bad one does not stop the others."""
    status = CLEAN
    try:
        if arguments.mend != (arguments.output is not None):
            raise CaptionerError("--mend and -o PATH go together.", "-o names the file for what was mended.")
        language = language_code(arguments.language) if arguments.language else None
        targets: Sequence[OutputFiles | None] = [None] * len(arguments.inputs)
        if arguments.mend:
            targets = output_files(arguments.inputs, arguments.output, [arguments.format] if arguments.format else None)
    except CaptionerError as error:
        return _bad(error)
    for name, target in zip(arguments.inputs, targets, strict=True):
        try:
            cues: Sequence[Cue] = read_file(name)
            if target is None:
                found = check(cues, arguments.standard, language)
            else:
                target.require_writable()
                mended = mend(cues, arguments.standard, language)
                cues, found = mended.cues, list(mended.left)
                for warning in target.write(cues, About(language=language), WriteOptions(words=True)):
                    print_notice(Notice("warning", warning), sys.stderr)
        except CaptionerError as error:
            status = _bad(error)
            continue
        out = sys.stderr if target is not None and target.to_stdout else sys.stdout
        taken = language or Demands(arguments.standard, None, cues).of_latin
        out.write(_for_programs(name, cues, found, taken) if arguments.json else _for_people(name, cues, found, taken))
        out.flush()
        status = max(status, FOUND if found else CLEAN)
    return status


def _bad(error: CaptionerError) -> int:
    print_notice(Notice("error", error.message, error.hint), sys.stderr)
    return BAD_INPUT


def _for_programs(name: str, cues: Sequence[Cue], found: Sequence[Finding], language: str) -> str:
    rows = [{**asdict(finding), "start_ms": cues[finding.cue].start_ms} for finding in found]
    return (
        json.dumps(
            {"file": name, "cues": len(cues), "language": language or None, "findings": rows}, ensure_ascii=False
        )
        + "\n"
    )


def _for_people(name: str, cues: Sequence[Cue], found: Sequence[Finding], language: str) -> str:
    """Under the file's name, with the language whose limits were taken, a line for each finding: number and time of the
    cue, what is wrong, what it measures.
    """
    cues_here = cues_in_words(len(cues)) + (f" ({language})" if language else "")
    if not found:
        return f"{printable(name)}: {cues_here}, nothing found\n"
    rows = [
        (
            str(finding.cue + 1),
            clock(cues[finding.cue].start_ms, "."),
            finding.fault,
            _measured(finding),
            "can be mended" if finding.curable else "",
        )
        for finding in found
    ]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = [f"{printable(name)}: {cues_here}, {len(found)} found"]
    for number, *cells in rows:
        padded = [number.rjust(widths[0]), *map(str.ljust, cells, widths[1:])]
        lines.append(f"  {'  '.join(padded)}".rstrip())
    return "\n".join(lines) + "\n"


def _measured(finding: Finding) -> str:
    if finding.fault == "empty":
        return ""
    if finding.unit == "ms":
        return f"{finding.value / 1000:.3f} s, limit {finding.limit / 1000:.3f} s"
    return f"{finding.value:g} {finding.unit}, limit {finding.limit:g}"
