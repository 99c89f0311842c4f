"""``captioner`` without a command: the sample talk, captioned live, with the SRT that it leaves.

What a newcomer sees first: that it works here, on this machine, with the engine that is there.
"""

import sys
from pathlib import Path

from captioner.app import listen
from captioner.app.folders import Folders
from captioner.app.resources import sample_talk
from captioner.audio.file_source import FileSource
from captioner.core.settings import Settings
from captioner.core.sound import Track

SUBTITLES = Path("sample-talk.srt")


def run(settings: Settings, folders: Folders) -> int:
    """Captions the sample at its real pace; the SRT goes into the current folder."""
    with sample_talk() as talk:
        sys.stderr.write("Captioning the sample talk; captioner --help tells what else there is.\n")
        source = FileSource(Track("file"), str(talk))
        keep = listen.Keep(srt=SUBTITLES)
        return listen.show_captions(lambda tell: [source], settings.recognition, settings, folders, keep)
