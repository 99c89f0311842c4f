"""``captioner bench``: how quick, calm, cheap and right live captions are here, over recordings whose words are known.

Each recording goes through the live pipeline with every variant in turn, so that what else the machine does falls on
all of them alike.
"""

import argparse
import json
import platform
import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from typing import Any

from captioner.app.bench.engines import Engines
from captioner.app.bench.figures import Ledger, differences
from captioner.app.bench.recordings import recordings_of
from captioner.app.bench.report import table
from captioner.app.bench.runs import run_real, run_simulated
from captioner.app.bench.variants import Variant, variants_of
from captioner.app.engine import loading_line
from captioner.app.folders import Folders
from captioner.app.machine import peak_memory, processor_name, this_machine
from captioner.app.recognition import add_recognition_arguments, recognition_of
from captioner.app.terminal import ProgressLine, print_notice
from captioner.core.caption import Notice
from captioner.core.protocols import Recognizer
from captioner.core.settings import Settings
from captioner.core.speech import EngineInfo


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of ``captioner bench``."""
    parser.add_argument(
        "inputs",
        nargs="+",
        type=Path,
        metavar="INPUT",
        help="a recording, or a folder of them, with their words in manifest.jsonl beside them",
    )
    parser.add_argument(
        "--pace",
        choices=("real", "simulated"),
        default="real",
        help="simulated: faster, on a clock that only computing moves (default: real)",
    )
    parser.add_argument(
        "--against",
        action="append",
        default=[],
        metavar="KEY=VALUE[,…]",
        help="compare with these changes, such as model=small or cadence.base_s=0.5; may be given more than once",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of the table")
    parser.add_argument(
        "--no-whole-file",
        dest="whole_file",
        action="store_false",
        help="leave out what the model makes of the whole recordings",
    )
    add_recognition_arguments(parser)


def run(arguments: argparse.Namespace, settings: Settings, folders: Folders) -> int:
    """Prints the figures. Raises CaptionerError."""
    recordings = recordings_of(arguments.inputs)
    variants = variants_of(recognition_of(arguments, settings), arguments.against)
    ledgers = [Ledger() for _ in variants]
    progress = ProgressLine()
    caption = run_real if arguments.pace == "real" else run_simulated
    with ExitStack() as closing:
        closing.callback(progress.clear)
        engines = Engines(folders, _telling(progress), lambda state: progress.show(loading_line(state)))
        closing.callback(engines.close)
        recognizers = [engines.recognizer(variant) for variant in variants]
        for number, recording in enumerate(recordings, 1):
            for variant, recognizer, ledger in zip(variants, recognizers, ledgers, strict=True):
                progress.show(f"[{number}/{len(recordings)}] {recording.path.name}  {variant.name}")
                whole = engines.whole_file_text(variant, recording) if arguments.whole_file else None
                ledger.add(recording, caption(recording, variant, recognizer), whole)
    sys.stdout.write(_report(arguments, variants, recognizers, ledgers))
    return 0


def _report(
    arguments: argparse.Namespace,
    variants: Sequence[Variant],
    recognizers: Sequence[Recognizer],
    ledgers: Sequence[Ledger],
) -> str:
    machine = _machine()
    figures = [ledger.figures() for ledger in ledgers]
    found = [
        difference
        for variant, ledger in zip(variants[1:], ledgers[1:], strict=True)
        for difference in differences(variant.name, ledgers[0], ledger)
    ]
    if arguments.json:
        runs = [
            {
                "variant": variant.name,
                "engine": asdict(recognizer.info),
                "settings": variant.policies(recognizer),
                "figures": asdict(each),
            }
            for variant, recognizer, each in zip(variants, recognizers, figures, strict=True)
        ]
        whole = {
            "pace": arguments.pace,
            "machine": machine,
            "recordings": [recording.path.name for recording in ledgers[0].recordings],
            "runs": runs,
            "differences": [asdict(difference) for difference in found],
        }
        return json.dumps(whole, ensure_ascii=False) + "\n"
    memory = machine["peak_memory_bytes"]
    head = [
        f"{machine['processor'] or machine['architecture']}, {machine['cores']} cores, {machine['system']}"
        + (f", {machine['gpu']}" if machine["gpu"] else ""),
        *(
            f"{variant.name}: {_engine(recognizer.info)}"
            for variant, recognizer in zip(variants, recognizers, strict=True)
        ),
        f"{len(ledgers[0].recordings)} recordings, pace: {arguments.pace}"
        + (f", peak memory {memory / 1e6:.0f} MB" if memory else ""),
    ]
    return "\n".join(head) + "\n\n" + table([variant.name for variant in variants], figures, found)


def _engine(info: EngineInfo) -> str:
    return " ".join(part for part in (info.engine, info.model, "on", info.device, info.compute_type) if part)


def _machine() -> dict[str, Any]:
    facts = this_machine()
    return {
        "processor": processor_name(),
        "architecture": platform.machine(),
        "cores": facts.cores,
        "memory_bytes": facts.memory,
        "gpu": facts.gpu,
        "system": platform.platform(),
        "python": platform.python_version(),
        "libraries": {name: version(name) for name in ("ctranslate2", "faster-whisper", "onnxruntime", "numpy")},
        "peak_memory_bytes": peak_memory(),
    }


def _telling(progress: ProgressLine) -> Callable[[Notice], None]:
    """Writes notices where the progress line is."""

    def tell(notice: Notice) -> None:
        progress.clear()
        print_notice(notice, sys.stderr)

    return tell
