"""What a person changes in a transcript, as changes to its cues. Nothing is stored here: the library does that.

A cue that is changed keeps its id. Cues that did not change are in no change, so one may be empty.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from captioner.core.caption import Cue
from captioner.core.library import CueChange, SessionTrack, StoredCue
from captioner.core.settings import Standard
from captioner.transcript.check import mend
from captioner.transcript.plain_text import one_line, plain
from captioner.transcript.recut import merged
from captioner.transcript.word_times import parted, retimed


def edit_text(stored: StoredCue, text: str) -> CueChange:
    """Another text for a cue, lines as given. Words that stay keep their times; a cue without any text goes."""
    text = plain(text)
    if not text:
        return CueChange(removed=(stored,))
    if text == stored.cue.text:
        return CueChange()
    return _changes([(stored, replace(stored.cue, text=text, words=retimed(stored.cue, text)))])


def split_cue(stored: StoredCue, offset: int) -> CueChange | None:
    """Two cues of one, parted before the character at ``offset`` of its text, at the time of the word there.

    None where nothing would be left on one side.
    """
    cue = stored.cue
    left_text, right_text = plain(cue.text[:offset]), plain(cue.text[offset:])
    if not left_text or not right_text:
        return None
    left_words, right_words, at_ms = parted(cue, offset)
    at_ms = min(max(at_ms, cue.start_ms), max(cue.start_ms, cue.end_ms))
    left = replace(cue, end_ms=at_ms, text=left_text, words=left_words)
    right = replace(cue, start_ms=at_ms, text=right_text, words=right_words)
    return CueChange((stored,), (_edited(stored, left), replace(_edited(stored, right), id=0)))


def merge_cues(stored: Sequence[StoredCue]) -> CueChange:
    """One cue of several that follow each other, with the lines, the times and the words of all.

    It has the track, the speaker and the language of the first.
    """
    if len(stored) < 2:
        return CueChange()
    return CueChange(tuple(stored), (_edited(stored[0], merged([entry.cue for entry in stored])),))


def shift(stored: Sequence[StoredCue], by_ms: int) -> CueChange:
    """The cues and their words that much later, or earlier where less than 0, but none of them before 0."""
    by_ms = max(by_ms, -min((entry.cue.start_ms for entry in stored), default=0))
    return _changes(
        (
            entry,
            replace(
                entry.cue,
                start_ms=entry.cue.start_ms + by_ms,
                end_ms=entry.cue.end_ms + by_ms,
                words=tuple(
                    replace(word, start_ms=max(0, word.start_ms + by_ms), end_ms=max(0, word.end_ms + by_ms))
                    for word in entry.cue.words
                ),
            ),
        )
        for entry in stored
    )


def set_speaker(stored: Iterable[StoredCue], name: str) -> CueChange:
    """Say who spoke these cues."""
    return _changes((entry, replace(entry.cue, speaker=one_line(name))) for entry in stored)


def rename_speaker(stored: Iterable[StoredCue], old: str, new: str, tracks: Iterable[SessionTrack] = ()) -> CueChange:
    """Another name for a speaker in all of these cues and tracks that have the old one."""
    change = set_speaker((entry for entry in stored if entry.cue.speaker == old), new)
    same = [track for track in tracks if track.speaker == old != one_line(new)]
    return replace(change, renamed=tuple((track, replace(track, speaker=one_line(new))) for track in same))


def pattern_of(needle: str, *, match_case: bool = False, whole_words: bool = False) -> re.Pattern[str] | None:
    """What finds a text; a space in it also matches the end of a line. None where there is nothing to find."""
    words = needle.split()
    if not words:
        return None
    pattern = r"\s+".join(map(re.escape, words))
    if whole_words:
        pattern = rf"(?<!\w){pattern}(?!\w)"
    return re.compile(pattern, 0 if match_case else re.IGNORECASE)


def occurrences(
    text: str, needle: str, *, match_case: bool = False, whole_words: bool = False
) -> list[tuple[int, int]]:
    """Where a text is found, as [start, stop) in characters; see ``pattern_of``."""
    pattern = pattern_of(needle, match_case=match_case, whole_words=whole_words)
    return [] if pattern is None else [match.span() for match in pattern.finditer(text)]


def replace_all(
    stored: Iterable[StoredCue], needle: str, instead: str, *, match_case: bool = False, whole_words: bool = False
) -> CueChange:
    """Replace a text wherever ``occurrences`` finds it; a cue of which nothing is left goes."""
    changes: list[CueChange] = []
    for entry in stored:
        text, done = "", 0
        for start, stop in occurrences(entry.cue.text, needle, match_case=match_case, whole_words=whole_words):
            text += entry.cue.text[done:start] + instead
            done = stop
        if done:
            changes.append(edit_text(entry, text + entry.cue.text[done:]))
    return CueChange(
        tuple(entry for change in changes for entry in change.removed),
        tuple(entry for change in changes for entry in change.added),
    )


def mend_cues(stored: Sequence[StoredCue], standard: Standard, language: str | None = None) -> CueChange:
    """What ``check.mend`` cures of a standard's demands, in the cues of a session."""
    mended = mend([entry.cue for entry in stored], standard, language)
    pairs = list(zip(mended.cues, mended.origins, strict=True))
    kept = {first for cue, (first, *others) in pairs if not others and cue == stored[first].cue}
    taken: set[int] = set()
    added: list[StoredCue] = []
    for cue, origin in pairs:
        first = stored[origin[0]]
        if origin[0] not in kept:
            # Of a cue that was cut, the first part keeps the id.
            id_ = 0 if origin[0] in taken else first.id
            edited = any(stored[index].edited for index in origin)
            added.append(replace(first, id=id_, cue=cue, edited=edited))
            taken.add(origin[0])
    return CueChange(tuple(entry for index, entry in enumerate(stored) if index not in kept), tuple(added))


class EditHistory:
    """Changes that were made, to be undone and made again, the latest first.

    It relies on the library giving a cue that comes back the id that it had. Where a change that ``undo`` or ``redo``
    gave out could not be made, the other one puts the history back to where it was.
    """

    def __init__(self) -> None:
        self._made: list[CueChange] = []
        self._undone: list[CueChange] = []

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return bool(self._made)

    @property
    def can_redo(self) -> bool:
        """Whether there is a change to make again."""
        return bool(self._undone)

    def push(self, change: CueChange) -> None:
        """A new change was made: as the library gave it back, with the ids of what was added."""
        self._made.append(change)
        self._undone.clear()

    def undo(self) -> CueChange | None:
        """The change that takes the latest one back, None where there is none."""
        if not self._made:
            return None
        self._undone.append(self._made.pop())
        return self._undone[-1].inverse

    def redo(self) -> CueChange | None:
        """The change that was taken back last, None where there is none."""
        if not self._undone:
            return None
        self._made.append(self._undone.pop())
        return self._made[-1]


def _changes(pairs: Iterable[tuple[StoredCue, Cue]]) -> CueChange:
    changed = [(entry, cue) for entry, cue in pairs if cue != entry.cue]
    return CueChange(tuple(entry for entry, _ in changed), tuple(_edited(entry, cue) for entry, cue in changed))


def _edited(stored: StoredCue, cue: Cue) -> StoredCue:
    return replace(stored, cue=cue, edited=True)
