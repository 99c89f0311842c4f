"""The formats that cues are written in, by name and by file extension, and the reading of any subtitle file.

Left out on purpose, though pysubs2 has them: MicroDVD counts video frames, MPL2 and TMP round times to tenths and whole
seconds, SAMI and the older SubStation (.ssa) have no player that does not also read one of these.
"""

import codecs
import re
from contextlib import suppress
from pathlib import Path, PurePath

from captioner.core.caption import Cue
from captioner.core.errors import InputError
from captioner.core.message import Message
from captioner.transcript.formats.base import CueFormat, ReadableFormat
from captioner.transcript.formats.docx import Docx
from captioner.transcript.formats.json_cues import JsonCues
from captioner.transcript.formats.markdown import Markdown
from captioner.transcript.formats.running_text import RunningText
from captioner.transcript.formats.subrip import SubRip
from captioner.transcript.formats.substation import SubStation
from captioner.transcript.formats.timed_lines import TIMES
from captioner.transcript.formats.ttml import Ttml
from captioner.transcript.formats.webvtt import WebVtt

FORMATS: dict[str, CueFormat] = {
    entry.name: entry
    for entry in (SubRip(), WebVtt(), RunningText(), Markdown(), Docx(), JsonCues(), SubStation(), Ttml())
}
"""Every format by its name, in the order in which to offer them."""

LARGEST_BYTES = 64 * 1024 * 1024
"""Files larger than this are no subtitles: ten hours with the times of all words take a quarter of it."""


def format_of_file(path: str | PurePath) -> CueFormat | None:
    """The format that a file's extension stands for, in any case of letters, or None."""
    extension = PurePath(path).suffix.lower()
    return next((entry for entry in FORMATS.values() if entry.extension == extension), None)


def read_file(path: str | Path) -> list[Cue]:
    """The cues of a subtitle file, in the order of the file, whatever its extension says.

    UTF-8, UTF-16 with its mark and, failing these, GB 18030 are understood. Nothing of the file is executed, and no
    more than ``LARGEST_BYTES`` of it is read. Raises InputError where it cannot be read or holds no subtitles.
    """
    shown = str(path).replace("\0", "\ufffd")
    try:
        with Path(path).open("rb") as file:
            data = file.read(LARGEST_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or error
        raise InputError(
            Message("Cannot read {name}: {reason}.", name=shown, reason=reason), "Check the name of the file."
        ) from error
    if len(data) > LARGEST_BYTES:
        raise InputError(
            Message(
                "{name} is larger than {limit} MB: this is no subtitle file.", name=shown, limit=LARGEST_BYTES >> 20
            )
        )
    text = _decoded(data)
    entry = format_of_text(text) if text is not None else None
    if text is None or entry is None:
        readable = ", ".join(entry.title for entry in FORMATS.values() if isinstance(entry, ReadableFormat))
        raise InputError(
            Message("{name} is no subtitle file that is understood.", name=shown),
            Message("Understood are {formats}, in UTF-8, UTF-16 or GB 18030.", formats=readable),
        )
    return entry.read(text)


def format_of_text(text: str) -> ReadableFormat | None:
    """The format that a subtitle file's text is in, by its first signs, or None."""
    head = text[:4096].lstrip("\ufeff \t\r\n")
    if head.startswith("WEBVTT"):
        return WebVtt()
    if head.startswith("{") and '"cues"' in head:
        return JsonCues()
    if re.match(r"(<\?xml[^>]*>\s*)?(<!--.{0,2000}?-->\s*)*<(\w{1,40}:)?tt[\s>]", head, re.DOTALL):
        return Ttml()
    if head.startswith("[") and "[Events]" in text:
        return SubStation()
    if any(TIMES.fullmatch(line) for line in text[:100_000].splitlines()):
        return SubRip()
    return None


def _decoded(data: bytes) -> str | None:
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    with suppress(UnicodeDecodeError):
        return data.decode("utf-8")
    with suppress(UnicodeDecodeError):
        text = data.decode("gb18030")
        # In Chinese most characters are punctuation or of the first, common level; accented Latin letters that happen
        # to make pairs are of the second.
        first_bytes = [char.encode("gb18030")[0] for char in text if char > "\x7f"]
        if sum(0xA1 <= byte <= 0xD7 for byte in first_bytes) >= 0.7 * len(first_bytes):
            return text
    return None
