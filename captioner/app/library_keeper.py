"""Final cues into the library, each durable when it is kept."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from captioner.app.final_cues import FinalCues
from captioner.core.caption import Notice, Remedy
from captioner.core.library import SessionTrack
from captioner.core.sound import Track

if TYPE_CHECKING:
    from captioner.transcript.library import Library, SessionWriter

Begin = Callable[["Library"], "SessionWriter"]
"""Begins the session in a library that was opened."""


def library_tracks(tracks: Iterable[Track]) -> tuple[SessionTrack, ...]:
    """The tracks of a session as the library keeps them."""
    return tuple(SessionTrack(track.id, track.label) for track in tracks)


class LibraryKeeper:
    """A CueKeeper. A library that cannot be opened or written to is tried again with every cue, and gets them all."""

    remedy: Remedy | None = None

    def __init__(
        self, path: Path, begin: Begin, tell: Callable[[Notice], None], *, further_files: Iterable[Path] = ()
    ) -> None:
        """``tell`` hears what opening the library had to tell. ``further_files`` are those that go with the session."""
        self._path = path
        self._begin = begin
        self._tell = tell
        self._further_files = list(further_files)
        self._library: Library | None = None
        self._writer: SessionWriter | None = None
        self._waiting: list[FinalCues] = []
        self._model: str | None = None
        self._languages: Counter[str] = Counter()  # cues
        self._language: str | None = None

    @property
    def begun(self) -> bool:
        """Whether the session is in the library."""
        return self._writer is not None

    @property
    def whole(self) -> bool:
        """Whether every cue so far is in the library."""
        return not self._waiting

    def describe(self, model: str) -> None:
        """The model that works from now on is told to the library with the next cues."""
        self._model = model

    def keep(self, finals: Sequence[FinalCues]) -> None:
        """Commit the cues, and those that could not be kept before. Raises OutputError or LibraryError."""
        self._waiting += finals
        writer = self._opened()
        while self._further_files:
            writer.made(self._further_files[-1])
            self._further_files.pop()
        if self._model is not None:
            writer.describe(model=self._model)
            self._model = None
        for language, group in groupby(self._waiting.copy(), lambda final: final.language):
            together = list(group)
            if cues := [cue for final in together for cue in final.cues]:
                writer.add(cues, language=language)
                # Whatever fails from here on, they must not be added once more.
                self._waiting[: len(together)] = [replace(final, cues=()) for final in together]
                if language is not None:
                    self._languages[language] += len(cues)
            for track, heard in {final.track: final.heard for final in together}.items():
                writer.heard(track, heard)
            del self._waiting[: len(together)]
        self._tell_language(writer)

    def close(self, ended: bool, duration_ms: int) -> None:
        """Let go: with the end mark if the session has ended, else cut off. Raises OutputError or LibraryError."""
        try:
            if ended and self._writer is not None:
                self._writer.end(duration_ms)
        finally:
            if self._writer is not None:
                self._writer.leave()
            if self._library is not None:
                self._library.close()

    def _tell_language(self, writer: "SessionWriter") -> None:
        """The session's language is the one that most cues are in."""
        for language, _ in self._languages.most_common(1):
            if language != self._language:
                writer.describe(language=language)
                self._language = language

    def _opened(self) -> "SessionWriter":
        if self._writer is None:
            from captioner.transcript.library import Library

            if self._library is None:
                self._library = Library.open(self._path)
                for notice in self._library.notices:
                    self._tell(notice)
            self._writer = self._begin(self._library)
        return self._writer
