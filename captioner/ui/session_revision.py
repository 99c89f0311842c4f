"""From draft to final: what a second hearing changes in the session that is open, decided by the user."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QObject, Signal

from captioner.core.caption import Cue
from captioner.core.settings import Standard
from captioner.transcript.revised_lines import RevisedLine, revised_lines
from captioner.transcript.revision import Comparison, Hunk, compare
from captioner.ui.background import Background
from captioner.ui.cue_model import CueModel
from captioner.ui.revision_pane import RevisionPane
from captioner.ui.session_edits import SessionEdits

_Kept = tuple[str, str, str, int]
"""Track, old words, new words, time: by these a change that the user does not want is known again."""


@dataclass(slots=True)
class _Heard:
    """A second hearing: its cues, its language (None: not known), and what the user decided to keep."""

    cues: tuple[Cue, ...]
    language: str | None
    kept: set[_Kept] = field(default_factory=set)


class SessionRevision(QObject):
    """Hearings wait here until the user is through with them. ``offered`` tells whether the open session has one,
    ``opened`` whether its changes are to be shown in place of the transcript.
    """

    offered = Signal(bool)
    opened = Signal(bool)

    def __init__(
        self, edits: SessionEdits, model: CueModel, pane: RevisionPane, standard: Callable[[], Standard]
    ) -> None:
        """``standard`` is asked for when lines are broken anew."""
        super().__init__(pane)
        self._edits = edits
        self._model = model
        self._pane = pane
        self._standard = standard
        self._heard: dict[int, _Heard] = {}
        self._comparison: Comparison | None = None
        self._lines: Sequence[RevisedLine] = ()
        self._shown = False
        self._wanted = 0  # the session whose changes are to be shown as soon as its cues are here
        self._round = 0
        self._background = Background(self)
        pane.accept_wanted.connect(self._accept)
        pane.keep_wanted.connect(self._keep)
        pane.undo_wanted.connect(edits.undo)
        pane.redo_wanted.connect(edits.redo)
        pane.left.connect(self.leave)
        model.complete.connect(self._look)
        edits.changed.connect(self._look)

    def take(self, session: int, cues: Sequence[Cue], language: str | None) -> None:
        """A session was heard once more; an earlier hearing of it is dropped."""
        self._heard[session] = _Heard(tuple(cues), language)
        self._look()

    @property
    def shown(self) -> bool:
        """Whether the changes stand in place of the transcript."""
        return self._shown

    def open(self, session: int) -> None:
        """Show the changes of a session as soon as it is open."""
        self._wanted = session if session in self._heard else 0
        self._look()

    def leave(self) -> None:
        """Show the transcript again. The changes wait, as long as there are any."""
        self._wanted = 0
        if self._shown:
            self._shown = False
            if self._comparison is not None and not self._undecided(self._comparison):
                self._heard.pop(self._model.session, None)
            self.opened.emit(False)
        self.offered.emit(self._model.session in self._heard)

    # Within

    def _look(self) -> None:
        """Compare anew, in a thread: the cues are others than before."""
        heard = self._heard.get(self._model.session)
        if heard is not None and self._model.is_complete and self._wanted == self._model.session and not self._shown:
            self._shown = True
            self.opened.emit(True)
        self.offered.emit(heard is not None)
        if heard is None or not self._model.is_complete or not self._shown:
            return
        self._round += 1
        number, session, cues = self._round, self._model.session, tuple(self._model.cues)

        def work() -> tuple[Comparison, list[RevisedLine]]:
            comparison = compare(cues, heard.cues)
            return comparison, revised_lines(comparison)

        def show(compared: tuple[Comparison, list[RevisedLine]]) -> None:
            if number == self._round and session == self._model.session:
                self._show(*compared)

        self._background.run(work, show)

    def _show(self, comparison: Comparison, lines: Sequence[RevisedLine]) -> None:
        self._comparison = comparison
        kept = self._heard[self._model.session].kept
        self._lines = lines
        self._pane.show_changes([shown for line in lines if (shown := _without(line, kept)).pieces])

    def _undecided(self, comparison: Comparison) -> list[Hunk]:
        heard = self._heard.get(self._model.session)
        return [hunk for hunk in comparison.hunks if heard is not None and _name(hunk) not in heard.kept]

    def _accept(self, hunks: list[Hunk]) -> None:
        """One change of the transcript, which one Undo takes back."""
        heard = self._heard.get(self._model.session)
        if self._comparison is not None and heard is not None:
            change = self._comparison.accept(hunks, standard=self._standard(), language=heard.language)
            self._edits.change(change)

    def _keep(self, hunks: list[Hunk]) -> None:
        heard = self._heard.get(self._model.session)
        if heard is not None and self._comparison is not None:
            heard.kept.update(map(_name, hunks))
            self._show(self._comparison, self._lines)


def _name(hunk: Hunk) -> _Kept:
    return hunk.track, hunk.old, hunk.new, hunk.start_ms


def _without(line: RevisedLine, kept: set[_Kept]) -> RevisedLine:
    """The line without the changes that the user decided about: its own words stand there as they are."""
    pieces = []
    for piece in line.pieces:
        if piece.hunk is None or _name(piece.hunk) not in kept:
            pieces.append(piece)
        elif piece.kind == "removed":
            pieces.append(replace(piece, kind="kept", hunk=None))
    return replace(line, pieces=tuple(pieces))
