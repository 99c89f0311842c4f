"""The times of words when the text around them changes: words that stay keep theirs, new ones share what is between."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import accumulate

from captioner.core.caption import Cue, CueWord
from captioner.transcript.phrases import pieces_of
from captioner.transcript.recut import running, shared_out, timed_words

Step = tuple[bool, int, int, int, int]
"""Whether the same, and the stretches [i1, i2) of the old and [j1, j2) of the new."""

_MOST_COMPARED = 600 * 600
"""Pairs of different words beyond which a comparison word by word takes too long: all of them count as replaced."""


def aligned(old: Sequence[str], new: Sequence[str]) -> list[Step]:
    """How the new words follow from the old ones: stretches that are the same and that differ, in order, without gaps.

    Common beginnings and ends are found in linear time; what lies between is compared only if it is not too long.
    """
    shorter = min(len(old), len(new))
    head = next((index for index in range(shorter) if old[index] != new[index]), shorter)
    rest = shorter - head
    tail = next((index for index in range(rest) if old[-1 - index] != new[-1 - index]), rest)
    old_stop, new_stop = len(old) - tail, len(new) - tail
    steps: list[Step] = [(True, 0, head, 0, head)]
    if (old_stop - head) * (new_stop - head) <= _MOST_COMPARED:
        matcher = SequenceMatcher(None, old[head:old_stop], new[head:new_stop], autojunk=False)
        steps += [
            (kind == "equal", head + i1, head + i2, head + j1, head + j2)
            for kind, i1, i2, j1, j2 in matcher.get_opcodes()
        ]
    else:
        steps.append((False, head, old_stop, head, new_stop))
    steps.append((True, old_stop, len(old), new_stop, len(new)))
    return [step for step in steps if step[1] < step[2] or step[3] < step[4]]


def retimed(cue: Cue, text: str) -> tuple[CueWord, ...]:
    """The words of the cue's new text. Those that stay keep their times and probabilities.

    New ones get the time of those that they replace, or what lies between their neighbours, shared out by width, and
    the probability 1: a person wrote them. A cue without words stays without.
    """
    if not any(word.text for word in cue.words):
        return ()
    old, pieces = _Spoken.of(cue.words), pieces_of(running(text))
    words: list[CueWord] = []
    for same, i1, i2, j1, j2 in aligned([piece.strip() for piece in old.pieces], [piece.strip() for piece in pieces]):
        if same:
            words += old.words_again(i1, i2, pieces[j1:j2])
        elif j1 < j2:
            if i1 < i2:
                start_ms, end_ms = old.begin_ms(old.starts[i1]), old.end_ms(old.ends[i2 - 1])
            else:
                start_ms = old.end_ms(old.ends[i1 - 1]) if i1 else cue.start_ms
                end_ms = old.begin_ms(old.starts[i1]) if i1 < len(old.pieces) else cue.end_ms
            words += shared_out(pieces[j1:j2], start_ms, max(start_ms, end_ms))
    if words and cue.words[0].text[:1].isspace() and not words[0].text[:1].isspace():
        words[0] = replace(words[0], text=f" {words[0].text}")
    return tuple(_never_back(words))


def timed_pieces(cue: Cue) -> list[CueWord]:
    """The text of a cue in the pieces that lines may be made of, each with the time in which it is said.

    So words that another recognizer parts elsewhere, as in Chinese, can be compared.
    """
    spoken = _Spoken.of(timed_words(cue))
    return list(spoken.one_by_one(0, len(spoken.pieces), spoken.pieces))


def parted(cue: Cue, offset: int) -> tuple[tuple[CueWord, ...], tuple[CueWord, ...], int]:
    """The words before and behind a character of the cue's text, and the time of the first one behind.

    A word that is cut in its middle becomes two. Where the cue has no words of its own, there are none, only the time.
    """
    words = timed_words(cue)
    before = len("".join(cue.text[:offset].split()))
    left: list[CueWord] = []
    right: list[CueWord] = []
    for word in words:
        body = word.text.strip()
        letters = "".join(body.split())
        if before >= len(letters):
            left.append(word)
        elif before <= 0:
            right.append(word)
        else:
            cut = next(index for index in range(len(body) + 1) if len("".join(body[:index].split())) == before)
            middle_ms = word.start_ms + (word.end_ms - word.start_ms) * cut // len(body)
            lead = word.text[: len(word.text) - len(word.text.lstrip())]
            left.append(replace(word, text=lead + body[:cut], end_ms=middle_ms))
            right.append(replace(word, text=body[cut:], start_ms=middle_ms))
        before -= len(letters)
    at_ms = right[0].start_ms if right else cue.end_ms
    if words != cue.words:
        return (), (), at_ms
    return tuple(left), tuple(right), at_ms


def _never_back(words: Sequence[CueWord]) -> Iterator[CueWord]:
    """The words with starts that never decrease."""
    latest_ms = words[0].start_ms if words else 0
    for word in words:
        latest_ms = max(latest_ms, word.start_ms)
        yield replace(word, start_ms=latest_ms, end_ms=max(latest_ms, word.end_ms))


@dataclass(frozen=True, slots=True)
class _Spoken:
    """Words with their text in pieces, which may part it elsewhere than the words do.

    All positions count characters of the words put together. ``starts`` and ``ends`` are those of the pieces without
    their leading space, ``word_starts`` and ``word_ends`` those of the words; ``owners`` tells each character's word.
    """

    words: Sequence[CueWord]
    pieces: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]
    word_starts: Sequence[int]
    word_ends: Sequence[int]
    owners: Sequence[int]

    @classmethod
    def of(cls, words: Sequence[CueWord]) -> "_Spoken":
        pieces = pieces_of("".join(word.text for word in words))
        ends = list(accumulate(map(len, pieces)))
        word_ends = list(accumulate(len(word.text) for word in words))
        return cls(
            words,
            pieces,
            [end - len(piece.lstrip()) for piece, end in zip(pieces, ends, strict=True)],
            ends,
            [end - len(word.text.lstrip()) for word, end in zip(words, word_ends, strict=True)],
            word_ends,
            [index for index, word in enumerate(words) for _ in word.text],
        )

    def begin_ms(self, position: int) -> int:
        """When the character at a position begins."""
        return self._time(self._owner(position), position)

    def end_ms(self, position: int) -> int:
        """When the character before a position ends."""
        return self._time(self._owner(position - 1), position)

    def words_again(self, first: int, stop: int, pieces: Sequence[str]) -> Iterator[CueWord]:
        """The words that the old pieces [first, stop) stand for, spaced as the new ``pieces``, which read the same."""
        begin = first
        for index in range(first + 1, stop + 1):
            if index == stop or self.word_starts[self._owner(self.starts[index])] == self.starts[index]:
                yield from self._stretch(begin, index, pieces[begin - first : index - first])
                begin = index

    def _stretch(self, first: int, stop: int, pieces: Sequence[str]) -> Iterator[CueWord]:
        """The words of the pieces [first, stop), which begin where a word does unless that one was cut before."""
        spaced_alike = all(
            _lead(old) == _lead(new) for old, new in zip(self.pieces[first + 1 : stop], pieces[1:], strict=True)
        )
        one, last = self._owner(self.starts[first]), self._owner(self.ends[stop - 1] - 1)
        whole = self.word_starts[one] == self.starts[first] and self.word_ends[last] == self.ends[stop - 1]
        if whole and spaced_alike:
            yield replace(self.words[one], text=_lead(pieces[0]) + self.words[one].text.lstrip())
            yield from self.words[one + 1 : last + 1]
            return
        yield from self.one_by_one(first, stop, pieces)

    def one_by_one(self, first: int, stop: int, pieces: Sequence[str]) -> Iterator[CueWord]:
        """The old pieces [first, stop), spaced as the new ``pieces``, as words of their own."""
        for index, piece in zip(range(first, stop), pieces, strict=True):
            start, end = self.starts[index], self.ends[index]
            yield CueWord(piece, self.begin_ms(start), self.end_ms(end), self.words[self._owner(start)].probability)

    def _owner(self, position: int) -> int:
        return self.owners[min(max(0, position), len(self.owners) - 1)]

    def _time(self, index: int, position: int) -> int:
        word, start, stop = self.words[index], self.word_starts[index], self.word_ends[index]
        share = (max(position, start) - start) / max(1, stop - start)
        return word.start_ms + round((word.end_ms - word.start_ms) * share)


def _lead(piece: str) -> str:
    return piece[: len(piece) - len(piece.lstrip())]
