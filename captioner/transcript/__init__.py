"""What stays: cues by the rules of good subtitles, the file formats, the SRT that grows while a session runs.

Comes in: words with times. Goes out: cues and files.

- ``CueBuilder`` turns final utterances into cues one by one, ``build_cues`` all at once; ``in_order`` puts the cues of
  several tracks together.
- ``FORMATS[name].write(cues)`` gives a file, ``save_bytes`` puts it on the disk; ``read_file`` reads any subtitle file.
- ``LiveSrt`` keeps a valid SRT while a session runs.
- ``library.Library`` keeps every session for good and finds what was said; import it from there, it needs SQLite.
"""

from captioner.transcript.cue_builder import CueBuilder, build_cues, in_order
from captioner.transcript.formats import FORMATS, format_of_file, read_file
from captioner.transcript.formats.base import About, CueFormat, ReadableFormat, WriteOptions, Written
from captioner.transcript.live_srt import LiveSrt
from captioner.transcript.save import require_writable, save_bytes, save_text

__all__ = [
    "FORMATS",
    "About",
    "CueBuilder",
    "CueFormat",
    "LiveSrt",
    "ReadableFormat",
    "WriteOptions",
    "Written",
    "build_cues",
    "format_of_file",
    "in_order",
    "read_file",
    "require_writable",
    "save_bytes",
    "save_text",
]
