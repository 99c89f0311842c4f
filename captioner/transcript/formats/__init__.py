"""The formats that cues are written in, by name and by file extension.

Left out on purpose, though pysubs2 has them: MicroDVD counts video frames, MPL2 and TMP round times to tenths and whole
seconds, SAMI and the older SubStation (.ssa) have no player that does not also read one of these.
"""

from pathlib import PurePath

from captioner.transcript.formats.base import CueFormat
from captioner.transcript.formats.json_cues import JsonCues
from captioner.transcript.formats.running_text import RunningText
from captioner.transcript.formats.subrip import SubRip
from captioner.transcript.formats.substation import SubStation
from captioner.transcript.formats.ttml import Ttml
from captioner.transcript.formats.webvtt import WebVtt

FORMATS: dict[str, CueFormat] = {
    entry.name: entry for entry in (SubRip(), WebVtt(), RunningText(), JsonCues(), SubStation(), Ttml())
}
"""Every format by its name, in the order in which to offer them."""


def format_of_file(path: str | PurePath) -> CueFormat | None:
    """The format that a file's extension stands for, in any case of letters, or None."""
    extension = PurePath(path).suffix.lower()
    return next((entry for entry in FORMATS.values() if entry.extension == extension), None)
