"""Media files made on the spot, with FFmpeg's encoders."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray


def noise(seconds: float, rate: int = 16_000, channels: int = 1, seed: int = 0) -> NDArray[np.float32]:
    """The same noise in all channels, between 200 and 3000 Hz, at -20 dB; shape (n, channels)."""
    from scipy.signal import butter, sosfilt

    white = np.random.default_rng(seed).standard_normal(round(seconds * rate))
    shaped = sosfilt(butter(4, [200, 3_000], "bandpass", fs=rate, output="sos"), white)
    mono: NDArray[np.float32] = (0.1 * shaped / shaped.std()).astype(np.float32)
    return np.repeat(mono[:, None], channels, axis=1)


def encode(
    path: Path,
    frames: NDArray[np.float32],
    rate: int,
    *,
    codec: str = "pcm_s16le",
    container: str | None = None,
    picture: bool = False,
    delay_s: float = 0.0,
    hole: tuple[float, float] | None = None,
    repeat: int = 1,
) -> Path:
    """Write frames, shape (n, channels), as one audio stream, ``repeat`` times over.

    ``picture`` puts a video stream beside it that begins ``delay_s`` earlier. ``hole`` = (at, length) in seconds leaves
    the packets of that stretch out.
    """
    import av

    layout: Any = {1: "mono", 2: "stereo", 6: "5.1", 8: "7.1"}[frames.shape[1]]
    with av.open(str(path), "w", format=container) as output:
        stream: Any = output.add_stream(codec, rate=rate, layout=layout)
        video = output.add_stream("mpeg4", rate=10) if picture else None
        if video is not None:
            video.width = video.height = 32
            for index in range(round((len(frames) / rate + delay_s) * 10)):
                image = av.VideoFrame.from_ndarray(np.full((32, 32, 3), index % 255, np.uint8), format="rgb24")
                image.pts, image.time_base = index, Fraction(1, 10)
                output.mux(video.encode(image))
            output.mux(video.encode(None))
        at = round(delay_s * rate)
        for begin in list(range(0, len(frames), 1024)) * repeat:
            piece = np.ascontiguousarray(frames[begin : begin + 1024]).reshape(1, -1)
            frame = av.AudioFrame.from_ndarray(piece, format="flt", layout=layout)
            frame.sample_rate, frame.pts, frame.time_base = rate, at, Fraction(1, rate)
            at += frame.samples
            for packet in stream.encode(frame):
                if hole is None or packet.pts is None or not _within(packet.pts * packet.time_base, hole):
                    output.mux(packet)
        output.mux(stream.encode(None))
    return path


def _within(time_s: Fraction, hole: tuple[float, float]) -> bool:
    return hole[0] <= time_s < hole[0] + hole[1]


def silent_film(path: Path) -> Path:
    """A video without sound."""
    import av

    with av.open(str(path), "w") as output:
        video = output.add_stream("mpeg4", rate=10)
        video.width = video.height = 32
        for index in range(10):
            image = av.VideoFrame.from_ndarray(np.zeros((32, 32, 3), np.uint8), format="rgb24")
            image.pts, image.time_base = index, Fraction(1, 10)
            output.mux(video.encode(image))
        output.mux(video.encode(None))
    return path
