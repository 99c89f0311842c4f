"""Final captions into a SubRip file that grows while the session runs."""

from collections.abc import Iterable
from pathlib import Path

from captioner.core.caption import Caption, Cue, Notice
from captioner.core.errors import OutputError
from captioner.core.settings import Standard
from captioner.core.sound import Track
from captioner.transcript.cue_builder import CueBuilder
from captioner.transcript.live_srt import LiveSrt


class SubtitleFile:
    """A CaptionSink; cues by the rules of ``standard``, speakers named where there is more than one track."""

    def __init__(self, path: Path, tracks: Iterable[Track], standard: Standard) -> None:
        """Raises OutputError if the file could not be written."""
        self._srt = LiveSrt(path)
        self._builders = {
            track.id: CueBuilder(standard=standard, track=track.id, speaker=track.label) for track in tracks
        }
        self._whole = True
        self._written: list[Cue] = []
        self.language: str | None = None
        """The language of the last caption."""

    @property
    def cues(self) -> int:
        """Cues that are in the file."""
        return self._srt.cues

    @property
    def whole(self) -> bool:
        """Whether every cue could be written when it came."""
        return self._whole

    def cues_in_order(self) -> list[Cue]:
        """Every cue that was handed to the file, by its start."""
        return sorted(self._written, key=lambda cue: cue.start_ms)

    def caption(self, caption: Caption) -> None:
        """Keep a final caption's words. Raises OutputError, once, where the disk takes no more."""
        if caption.final and caption.words:
            self.language = caption.language
            builder = self._builders[caption.track]
            self._append(builder.add(caption.words, language=caption.language, cut=caption.cut))

    def notice(self, notice: Notice) -> None:
        """Notices are not subtitles."""

    def close(self) -> None:
        """Write what was kept to be continued, and make sure that all is on the disk."""
        for builder in self._builders.values():
            self._append(builder.finish())
        self._srt.close()

    def _append(self, cues: list[Cue]) -> None:
        self._written += cues
        try:
            self._srt.append(cues)
        except OutputError:
            self._whole = False
            raise
