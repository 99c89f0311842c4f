"""From draft to final: what a second hearing changes in the session that is open, decided by the user."""

from collections import deque
from collections.abc import Callable, Collection, Sequence
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

_Name = tuple[str, str, str, int]
"""Track, old words, new words, time: by these a change is known again when the transcript is compared anew."""


@dataclass(slots=True)
class _Heard:
    """A second hearing: its cues, its language (None: not known), and what the user decided to keep."""

    cues: tuple[Cue, ...]
    language: str | None
    kept: set[_Name] = field(default_factory=set)


class SessionRevision(QObject):
    """Hearings wait here until the user is through with them. ``offered`` tells whether the open session has one,
    ``opened`` whether its changes are to be shown in place of the transcript.

    After each change of the transcript it is compared anew, which takes seconds for ten hours: what is accepted
    meanwhile is shown as accepted at once, and made one act after the other.
    """

    offered = Signal(bool)
    opened = Signal(bool)
    settled = Signal(int)
    """The user is through with the hearing of this session."""

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
        self._is_fresh = False  # the comparison is of the cues as they are now
        self._acts: deque[tuple[int, frozenset[_Name]]] = deque()  # what was accepted in a session and is to be made
        self._making: frozenset[_Name] = frozenset()  # what is being made
        self._shown = False
        self._wanted = 0  # the session whose changes are to be shown as soon as its cues are here
        self._round = 0
        self._background = Background(self)
        pane.accept_wanted.connect(self._accept)
        pane.keep_wanted.connect(self._keep)
        pane.undo_wanted.connect(self._undo)
        pane.redo_wanted.connect(edits.redo)
        pane.left.connect(self.leave)
        model.complete.connect(self._look)
        edits.changed.connect(self._look)
        edits.failed.connect(self._give_up)

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
                self.settled.emit(self._model.session)
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
        if heard is None or not self._model.is_complete or not (self._shown or self._acts):
            return
        self._is_fresh = False
        self._round += 1
        number, session, cues = self._round, self._model.session, tuple(self._model.cues)

        def work() -> tuple[Comparison, list[RevisedLine]]:
            comparison = compare(cues, heard.cues)
            return comparison, revised_lines(comparison)

        def show(compared: tuple[Comparison, list[RevisedLine]]) -> None:
            if number == self._round and session == self._model.session and session in self._heard:
                self._show(*compared)

        self._background.run(work, show)

    def _show(self, comparison: Comparison, lines: Sequence[RevisedLine]) -> None:
        self._comparison, self._lines, self._is_fresh = comparison, lines, True
        self._making = frozenset()
        self._show_undecided()
        self._make_next()

    def _show_undecided(self) -> None:
        kept = self._heard[self._model.session].kept
        accepted = self._making.union(*(names for _, names in self._acts))
        lines = (_decided(line, kept, accepted) for line in self._lines)
        self._pane.show_changes([line for line in lines if line.pieces])

    def _make_next(self) -> None:
        """One change of the transcript for each act, which one Undo takes back."""
        heard = self._heard.get(self._model.session)
        while self._acts and self._is_fresh and heard is not None and self._comparison is not None:
            session, wanted = self._acts.popleft()
            hunks = [hunk for hunk in self._comparison.hunks if _name(hunk) in wanted]
            if session == self._model.session and hunks:
                self._is_fresh, self._making = False, wanted
                change = self._comparison.accept(hunks, standard=self._standard(), language=heard.language)
                self._edits.change(change)

    def _undecided(self, comparison: Comparison) -> list[Hunk]:
        heard = self._heard.get(self._model.session)
        return [hunk for hunk in comparison.hunks if heard is not None and _name(hunk) not in heard.kept]

    def _accept(self, hunks: list[Hunk]) -> None:
        self._acts.append((self._model.session, frozenset(map(_name, hunks))))
        self._show_undecided()
        self._make_next()

    def _undo(self) -> None:
        if self._acts:
            self._acts.pop()
            self._show_undecided()
        else:
            self._edits.undo()

    def _give_up(self) -> None:
        """A change could not be made: show what there is."""
        self._acts.clear()
        self._look()

    def _keep(self, hunks: list[Hunk]) -> None:
        heard = self._heard.get(self._model.session)
        if heard is not None and self._comparison is not None:
            heard.kept.update(map(_name, hunks))
            self._show_undecided()


def _name(hunk: Hunk) -> _Name:
    return hunk.track, hunk.old, hunk.new, hunk.start_ms


def _decided(line: RevisedLine, kept: Collection[_Name], accepted: Collection[_Name]) -> RevisedLine:
    """The line with what the user decided about as plain words: its own where they are kept, else the new ones."""
    pieces = []
    for piece in line.pieces:
        name = None if piece.hunk is None else _name(piece.hunk)
        if name in kept or name in accepted:
            if piece.kind == ("removed" if name in kept else "added"):
                pieces.append(replace(piece, kind="kept", hunk=None))
        else:
            pieces.append(piece)
    return replace(line, pieces=tuple(pieces))
