"""A session's sound as a file of its own, a channel a track: WAV or FLAC, by the extension."""

import os
import tempfile
from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from captioner.audio.spool import to_int16, wav_header
from captioner.core.errors import OutputError
from captioner.core.message import Message
from captioner.core.protocols import Spool
from captioner.core.sound import SAMPLE_RATE

_PIECE = 1 << 16
FORMATS = (".wav", ".flac")


def check_recording(path: Path) -> None:
    """Raises OutputError where a recording could not be written: before a session, not after it."""
    if path.suffix.lower() not in FORMATS:
        raise OutputError(
            Message("{path} has no format for recordings.", path=path), "End the name with .wav or .flac."
        )
    if path.is_dir() or not path.parent.is_dir():
        raise OutputError(
            Message("{path} cannot be written: there is no such folder.", path=path), "Choose an existing folder."
        )
    if not os.access(path if path.exists() else path.parent, os.W_OK):
        raise OutputError(Message("No permission to write {path}.", path=path), "Choose another folder.")


def save_recording(spools: Sequence[Spool], path: Path) -> None:
    """Write all of the spools to ``path``, each as a channel; the shorter ones end in silence.

    A file that was there is replaced only by a complete one. Raises OutputError.
    """
    check_recording(path)
    unfinished: Path | None = None
    try:
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem}-", suffix=path.suffix)
        os.close(descriptor)
        unfinished = Path(name)
        if path.suffix.lower() == ".wav":
            _write_wav(spools, unfinished)
        else:
            _write_flac(spools, unfinished)
        unfinished.replace(path)
    except OSError as error:
        if unfinished is not None:
            unfinished.unlink(missing_ok=True)
        raise OutputError(
            Message("{path} cannot be written: {reason}.", path=path, reason=error.strerror or error),
            "Free some space or choose another folder.",
        ) from error


def _length(spools: Sequence[Spool]) -> int:
    return max(spool.length for spool in spools)


def _pieces(spools: Sequence[Spool]) -> Iterator[NDArray[np.int16]]:
    """The sound in frames of one sample a spool, shape (n, spools)."""
    for at in range(0, _length(spools), _PIECE):
        stop = min(at + _PIECE, _length(spools))
        yield to_int16(np.stack([spool.read(at, stop) for spool in spools], axis=1))


def _write_wav(spools: Sequence[Spool], path: Path) -> None:
    with path.open("wb") as file:
        file.write(wav_header(_length(spools), len(spools)))
        for frames in _pieces(spools):
            file.write(frames.tobytes())


def _write_flac(spools: Sequence[Spool], path: Path) -> None:
    import av

    layout = {1: "mono", 2: "stereo"}[len(spools)]
    with av.open(str(path), "w", format="flac") as container:
        stream = container.add_stream("flac", rate=SAMPLE_RATE, layout=layout, format="s16")
        at = 0
        for frames in _pieces(spools):
            frame = av.AudioFrame.from_ndarray(frames.reshape(1, -1), format="s16", layout=layout)
            frame.sample_rate, frame.pts, frame.time_base = SAMPLE_RATE, at, Fraction(1, SAMPLE_RATE)
            at += len(frames)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
