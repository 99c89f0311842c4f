"""The transcript and the recording of a session, kept together: a click on a word plays it, what is heard is marked."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from captioner.core.caption import Notice
from captioner.core.errors import CaptionerError
from captioner.core.library import SessionInfo
from captioner.ui.background import Background
from captioner.ui.cue_view import CueView
from captioner.ui.playback import OpenRecording, Recording
from captioner.ui.player_bar import PlayerBar

_AROUND = 60
"""Cues on each side of the one that is heard that the picture of the sound gets."""


class SessionPlayback(QObject):
    """``troubled`` tells why nothing is heard."""

    troubled = Signal(Notice)

    def __init__(self, view: CueView, bar: PlayerBar, open_recording: OpenRecording | None, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._bar = bar
        self._open = open_recording
        self._background = Background(self)
        self._session: SessionInfo | None = None
        self._row = -1
        bar.moved.connect(self._moved)
        bar.trouble.connect(lambda words: self.troubled.emit(Notice("warning", words)))
        view.play_wanted.connect(self._clicked)
        view.play_pause_wanted.connect(bar.play_or_pause)
        view.cues.modelReset.connect(self._show_cues)
        view.cues.dataChanged.connect(lambda *_: self._show_cues())
        view.cues.rowsInserted.connect(lambda *_: self._show_cues())
        view.cues.rowsRemoved.connect(lambda *_: self._show_cues())

    def show_session(self, session: SessionInfo | None) -> None:
        """Another session is open, or this one has its recording by now."""
        before, self._session = self._session, session
        if session is None or before is None or (before.id, before.recording) != (session.id, session.recording):
            self._bar.show_recording(None)
            if session is not None and (session.recording or session.source) and session.phase == "ended":
                self._open_recording(session)

    def play_or_pause_at(self, ms: int) -> None:
        """Fall silent, or play from this moment on."""
        if self._bar.playing:
            self._bar.play_or_pause()
        else:
            self._clicked(ms)

    def close(self) -> None:
        """Let go of the recording."""
        self.show_session(None)

    def _open_recording(self, session: SessionInfo) -> None:
        if (open_recording := self._open) is not None:
            self._background.run(
                lambda: open_recording(session), lambda recording: self._take(session, recording), self._fail
            )

    def _take(self, session: SessionInfo, recording: Recording | None) -> None:
        if self._session is not None and self._session.id == session.id:
            self._bar.show_recording(recording)
        elif recording is not None:  # the user went on meanwhile
            recording.player.close()
            recording.reader.close()

    def _fail(self, error: CaptionerError) -> None:
        self.troubled.emit(Notice("warning", error.message, error.hint))

    def _clicked(self, ms: int) -> None:
        if self._bar.position_ms >= 0:
            self._bar.play_from(ms)

    def _moved(self, ms: int) -> None:
        """Mark what is heard; keep it in sight while it plays and nobody writes."""
        playing = self._bar.playing
        self._view.show_look(replace(self._view.delegate.look, playing_ms=ms if self._bar.position_ms >= 0 else -1))
        row = self._view.cues.row_at(ms)
        if row != self._row:
            self._row = row
            self._show_cues()
            if playing and row >= 0 and self._view.editor is None:
                self._view.keep_in_sight(row)

    def _show_cues(self) -> None:
        first = max(0, self._row - _AROUND)
        cues = [entry.cue for entry in self._view.cues.cues[first : self._row + _AROUND]]
        self._bar.picture.show_cues(cues)
