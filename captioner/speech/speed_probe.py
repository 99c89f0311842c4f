"""How quick Whisper would be on this processor, before any model is there: measured in a child, with a blank one.

The blank Whisper has base width, Whisper's vocabulary, and one layer on each side; ``WhisperSpeed.of`` scales what it
took to the models of the catalogue.
"""

import logging
import tempfile
from collections.abc import Iterable
from pathlib import Path

import msgspec

from captioner.speech.cuda_probe import in_child
from captioner.speech.whisper_binary import WhisperShape
from captioner.speech.whisper_speed import WhisperSpeed, measure, most_threads

PROBE = WhisperShape(mels=80, width=512, encoder_layers=1, decoder_layers=1, decoder_heads=8, tokens=51_865)

_PATIENCE_S = 60.0
_log = logging.getLogger(__name__)


def probe_speed() -> tuple[WhisperSpeed, ...]:
    """Speeds of the blank Whisper: with all threads and with one. Takes a few seconds; empty where it did not work."""
    end = in_child(measure_blank, (), _PATIENCE_S)
    if end.answer is None:
        _log.info("the speed of this machine is not known: exit code %s, %s", end.exit_code, end.error)
        return ()
    return tuple(msgspec.json.decode(text, type=WhisperSpeed) for text in end.answer)


def expected(probed: Iterable[WhisperSpeed], shape: WhisperShape) -> WhisperSpeed | None:
    """What to expect of a model of these dimensions, with the threads that suit it; None where nothing was measured."""
    return min((speed.of(PROBE, shape) for speed in probed), key=lambda speed: speed.load, default=None)


def measure_blank() -> tuple[str, ...]:
    """Runs in the child."""
    import ctranslate2

    from captioner.speech.blank_whisper import SPECIAL, write_blank_whisper
    from captioner.speech.whisper_memory import keep_large_buffers

    keep_large_buffers()
    end, start = SPECIAL.index("<|endoftext|>"), SPECIAL.index("<|startoftranscript|>")
    with tempfile.TemporaryDirectory(prefix="captioner-speed-") as folder:
        write_blank_whisper(Path(folder), PROBE)
        speeds = []
        for threads in sorted({1, most_threads()}):
            model = ctranslate2.models.Whisper(folder, device="cpu", compute_type="int8", intra_threads=threads)
            speeds.append(measure(model, [start, SPECIAL.index("<|notimestamps|>")], end, threads))
    return tuple(msgspec.json.encode(speed).decode() for speed in speeds)
