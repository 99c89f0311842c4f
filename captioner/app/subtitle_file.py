"""Final cues into a SubRip file that grows while the session runs."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from captioner.app.final_cues import FinalCues
from captioner.core.caption import Cue, Remedy
from captioner.transcript.live_srt import LiveSrt


class SubtitleFile:
    """A CueKeeper. A file that cannot be made is tried again with every cue; it then gets them all."""

    remedy: ClassVar[Remedy | None] = "transcripts"

    def __init__(self, path: Path) -> None:
        self.path = path
        self._srt: LiveSrt | None = None
        self._waiting: list[Cue] = []

    @property
    def cues(self) -> int:
        """Cues that are in the file."""
        return self._srt.cues if self._srt is not None else 0

    @property
    def whole(self) -> bool:
        """Whether every cue so far is in the file."""
        return not self._waiting and (self._srt is None or self._srt.whole)

    def open(self) -> None:
        """Make the file, if it is not open yet. Raises OutputError."""
        if self._srt is None:
            self._srt = LiveSrt(self.path)

    def keep(self, finals: Sequence[FinalCues]) -> None:
        """Write the cues, and those that could not be written before. Raises OutputError."""
        self._waiting += [cue for final in finals for cue in final.cues]
        self.open()
        if self._srt is not None:
            waiting, self._waiting = self._waiting, []
            self._srt.append(waiting)

    def close(self, ended: bool, duration_ms: int) -> None:
        """Make sure that all is on the disk. Raises OutputError."""
        if self._srt is not None:
            self._srt.close()
