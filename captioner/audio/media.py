"""Opening audio and video with FFmpeg's libraries (PyAV), and saying what is in it."""

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, NoReturn

from captioner.audio.byte_source import ByteSource, open_bytes
from captioner.audio.resample import MAX_CHANNELS, MAX_RATE
from captioner.core.errors import InputError
from captioner.core.message import Message

if TYPE_CHECKING:
    from av import AudioStream
    from av.container import InputContainer

_PLAYLISTS = (b"#EXTM3U", b"ffconcat", b"<?xml", b"<MPD", b"v=0", b"[playlist]")
_NO_PROTOCOL = "none"
"""A whitelist with this one name, which no protocol has: what FFmpeg may open by itself is nothing."""
_ATTACHED_PICTURE = 0x400
_COUNTED = ("pcm_", "flac", "alac", "wavpack", "tta")
"""Codecs without padding, whose containers count samples."""


@dataclass(frozen=True, slots=True)
class StreamInfo:
    """One stream of a container: its number, "audio", "video", "subtitle", …, its codec and its language if known."""

    index: int
    kind: str
    codec: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class MediaInfo:
    """What a media input declares about itself and the audio stream that is heard; None or "" where it doesn't.

    ``bits`` are the bits of a sample as stored, None for codecs that store none. ``frames`` is the duration in samples
    of one channel at ``sample_rate``; ``exact`` tells that the container counts them so and the codec adds none.
    ``bit_rate`` is in bits a second. ``streams`` lists all streams of the container, the one that is heard has the
    number ``stream``.
    """

    name: str
    container: str
    codec: str
    sample_rate: int
    channels: int
    layout: str
    bits: int | None
    frames: int | None
    exact: bool
    duration_s: float | None
    bit_rate: int | None
    stream: int
    streams: tuple[StreamInfo, ...]


class OpenMedia:
    """A container with its best audio stream, ready to demux. ``start_s`` is the container time that counts as zero."""

    def __init__(self, source: str | ByteSource) -> None:
        """Open a path, ``-``, an http(s) address or opened bytes, whatever the name says. Raises InputError."""
        self.bytes: ByteSource = open_bytes(source) if isinstance(source, str) else source
        self._container: InputContainer | None = None
        try:
            self._container = _demuxer(self.bytes)
            self.stream: AudioStream = _best_audio(self._container, self.bytes.name)
            self.info = _describe(self._container, self.stream, self.bytes.name)
        except BaseException:
            self.close()
            raise
        self.start_s: Fraction | None = _zero(self._container, self.stream)

    @property
    def container(self) -> "InputContainer":
        """The demuxer. Raises ValueError after ``close``."""
        if self._container is None:
            raise ValueError("closed")
        return self._container

    def close(self) -> None:
        """Let go. Safe to call twice."""
        if self._container is not None:
            self._container.close()
        self._container = None
        self.bytes.close()


def probe(source: str | ByteSource) -> MediaInfo:
    """What is in a path, ``-``, an http(s) address or opened bytes.

    Raises InputError where no sound could come from it.
    """
    media = OpenMedia(source)
    media.close()
    return media.info


def _demuxer(source: ByteSource) -> "InputContainer":
    """FFmpeg's reader of the bytes. Playlists and the like find every file and every address closed."""
    import av
    import av.error

    def refuse(url: str, flags: int, options: dict[str, str]) -> NoReturn:
        raise PermissionError("a playlist")

    try:
        return av.open(source, "r", options={"protocol_whitelist": _NO_PROTOCOL}, io_open=refuse)
    except (av.error.FFmpegError, InputError, OSError, ValueError) as error:
        raise _not_media(source) from error


def _not_media(source: ByteSource) -> InputError:
    """Why FFmpeg could not open it, as far as its first bytes tell."""
    if source.failure is not None:
        return source.failure
    if source.consumed == 0:
        return InputError(Message("{name} is empty.", name=source.name), "Choose another file.")
    if source.head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(_PLAYLISTS):
        return InputError(
            Message("{name} is a playlist, not sound.", name=source.name), "Name the audio or video file that it lists."
        )
    return index_out_of_reach(source) or InputError(
        Message("{name} is not audio or video, or it is damaged.", name=source.name),
        "Check that it plays in a media player.",
    )


def index_out_of_reach(source: ByteSource) -> InputError | None:
    """The error of an MP4 in a stream: its index usually comes last, and FFmpeg cannot go back to the sound."""
    if source.rewinds or source.head[4:8] != b"ftyp":
        return None
    return InputError(
        Message("{name} has its index at the end, where a stream is over.", name=source.name),
        "Save it to a file first.",
    )


def _best_audio(container: "InputContainer", name: str) -> "AudioStream":
    """The audio stream that FFmpeg finds best (default, most channels, most sound); all others are discarded."""
    import av

    stream = container.streams.best("audio")
    if not isinstance(stream, av.AudioStream):
        kinds = sorted({each.type for each in container.streams})
        if "audio" in kinds:  # FFmpeg passes over streams without channels
            raise _unplayable(Message("{name} declares no audio channels.", name=name))
        text = Message("{name} has no sound.", name=name)
        if kinds:
            text = Message("{name} has no sound: it holds only {kinds}.", name=name, kinds=" and ".join(kinds))
        raise InputError(text, "Choose a file with an audio track.")
    for other in container.streams:
        if other.index != stream.index and hasattr(other, "discard"):  # PyAV 13 has none: it reads them in vain
            other.discard = type(other.discard)["all"]
    return stream


def _unplayable(declares: Message) -> InputError:
    return InputError(declares, "The file is damaged: make it anew.")


def _describe(container: "InputContainer", stream: "AudioStream", name: str) -> MediaInfo:
    context = stream.codec_context
    rate, channels = context.sample_rate or 0, context.layout.nb_channels if context.sample_rate else 0
    if channels < 1 or rate < 1:
        raise _unplayable(Message("{name} declares no audio channels.", name=name))
    if channels > MAX_CHANNELS or not 1_000 <= rate <= MAX_RATE:
        raise _unplayable(
            Message("{name} declares {channels} channels at {rate} Hz.", name=name, channels=channels, rate=rate)
        )
    duration = None
    if stream.duration is not None and stream.time_base is not None:
        duration = stream.duration * stream.time_base
    elif container.duration is not None:
        duration = Fraction(container.duration, 1_000_000)
    if duration is not None and duration <= 0:
        duration = None
    codec = context.codec.canonical_name
    return MediaInfo(
        name=name,
        container=container.format.name,
        codec=codec,
        sample_rate=rate,
        channels=channels,
        layout={"1 channels": "mono", "2 channels": "stereo"}.get(context.layout.name, context.layout.name),
        bits=_stored_bits(codec, context.extradata),
        frames=None if duration is None else round(duration * rate),
        exact=duration is not None and codec.startswith(_COUNTED) and (duration * rate).denominator == 1,
        duration_s=None if duration is None else float(duration),
        bit_rate=context.bit_rate or container.bit_rate or None,
        stream=stream.index,
        streams=tuple(
            StreamInfo(
                each.index,
                each.type or "unknown",
                each.codec_context.codec.canonical_name if each.codec_context is not None else "",
                each.metadata.get("language", ""),
            )
            for each in container.streams
        ),
    )


def _stored_bits(codec: str, extradata: bytes | None) -> int | None:
    """Bits of a stored sample: from the name of a PCM codec or FLAC's STREAMINFO (RFC 9639 §8.2)."""
    if codec == "flac" and extradata and len(extradata) >= 14:
        return ((extradata[12] & 1) << 4 | extradata[13] >> 4) + 1
    if codec in ("pcm_alaw", "pcm_mulaw"):
        return 8
    pcm = re.match(r"pcm_[a-z]+(\d+)", codec)
    return int(pcm[1]) if pcm else None


def _zero(container: "InputContainer", stream: "AudioStream") -> Fraction | None:
    """The container time that a player shows as 0: the earliest stream with a picture, else the sound itself."""
    moving = any(
        each.type == "video" and not int(getattr(each, "disposition", 0)) & _ATTACHED_PICTURE
        for each in container.streams
    )
    if moving and container.start_time is not None:
        return Fraction(container.start_time, 1_000_000)
    if stream.start_time is not None and stream.time_base is not None:
        return stream.start_time * stream.time_base
    return None
