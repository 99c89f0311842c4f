"""What stays: cues by the rules of good subtitles, the file formats, the SRT that grows while a session runs.

Comes in: words with times. Goes out: cues and files.

- ``CueBuilder`` turns final utterances into cues one by one, ``build_cues`` all at once; ``in_order`` puts the cues of
  several tracks together.
- ``FORMATS[name].write(cues)`` gives the text of a file, ``save_text`` puts it on the disk.
- ``LiveSrt`` keeps a valid SRT while a session runs.
"""

from captioner.transcript.cue_builder import CueBuilder, build_cues, in_order
from captioner.transcript.formats import FORMATS, format_of_file
from captioner.transcript.formats.base import CueFormat, ReadableFormat, Written
from captioner.transcript.live_srt import LiveSrt
from captioner.transcript.save import require_writable, save_text

__all__ = [
    "FORMATS",
    "CueBuilder",
    "CueFormat",
    "LiveSrt",
    "ReadableFormat",
    "Written",
    "build_cues",
    "format_of_file",
    "in_order",
    "require_writable",
    "save_text",
]
