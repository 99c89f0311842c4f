"""A track's sound as a file of its own: WAV or FLAC, by the extension."""

import os
import tempfile
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

from captioner.audio.spool import to_int16, wav_header
from captioner.core.errors import OutputError
from captioner.core.protocols import Spool
from captioner.core.sound import SAMPLE_RATE, Pcm

_PIECE = 1 << 16
FORMATS = (".wav", ".flac")


def check_recording(path: Path) -> None:
    """Raises OutputError where a recording could not be written: before a session, not after it."""
    if path.suffix.lower() not in FORMATS:
        raise OutputError(f"{path} has no format for recordings.", "End the name with .wav or .flac.")
    if path.is_dir() or not path.parent.is_dir():
        raise OutputError(f"{path} cannot be written: there is no such folder.", "Choose an existing folder.")
    if not os.access(path if path.exists() else path.parent, os.W_OK):
        raise OutputError(f"No permission to write {path}.", "Choose another folder.")


def save_recording(spool: Spool, path: Path) -> None:
    """Write all of the spool to ``path``. A file that was there is replaced only by a complete one.

    Raises OutputError.
    """
    check_recording(path)
    unfinished: Path | None = None
    try:
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem}-", suffix=path.suffix)
        os.close(descriptor)
        unfinished = Path(name)
        if path.suffix.lower() == ".wav":
            _write_wav(spool, unfinished)
        else:
            _write_flac(spool, unfinished)
        unfinished.replace(path)
    except OSError as error:
        if unfinished is not None:
            unfinished.unlink(missing_ok=True)
        raise OutputError(
            f"{path} cannot be written: {error.strerror or error}.", "Free some space or choose another folder."
        ) from error


def _pieces(spool: Spool) -> Iterator[Pcm]:
    for at in range(0, spool.length, _PIECE):
        yield spool.read(at, min(at + _PIECE, spool.length))


def _write_wav(spool: Spool, path: Path) -> None:
    with path.open("wb") as file:
        file.write(wav_header(spool.length))
        for pcm in _pieces(spool):
            file.write(to_int16(pcm).tobytes())


def _write_flac(spool: Spool, path: Path) -> None:
    import av

    with av.open(str(path), "w", format="flac") as container:
        stream = container.add_stream("flac", rate=SAMPLE_RATE, layout="mono", format="s16")
        at = 0
        for pcm in _pieces(spool):
            frame = av.AudioFrame.from_ndarray(to_int16(pcm)[None, :], format="s16", layout="mono")
            frame.sample_rate, frame.pts, frame.time_base = SAMPLE_RATE, at, Fraction(1, SAMPLE_RATE)
            at += len(pcm)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
