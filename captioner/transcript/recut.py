"""Cues made anew: lines broken again, a cue cut into several, several put together, every word kept in its place.

Times come from the words of a cue. A cue of a file that knows no words gets its text shared out over its time.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import reduce
from itertools import accumulate, pairwise

from captioner.core.caption import Cue, CueWord
from captioner.transcript.line_break import arrange, break_lines
from captioner.transcript.phrases import ideographic, pieces_of
from captioner.transcript.plain_text import columns, one_line, plain
from captioner.transcript.segments import Atom, atoms_of, segments_of
from captioner.transcript.standards import CueRules


def unbroken(cue: Cue) -> str:
    """The text of a cue as one line: from its words where they tell the same, else its lines put together."""
    spoken = one_line("".join(word.text for word in cue.words))
    if spoken and squeezed(spoken) == squeezed(cue.text):
        return spoken
    return running(cue.text)


def running(text: str) -> str:
    """The lines of a text put together as one."""
    return reduce(joined, plain(text).split("\n"))


def joined(left: str, right: str) -> str:
    """Two stretches of text as one, with a space where the script writes one."""
    if not left or not right:
        return left + right
    return left + right if ideographic(left[-1]) and ideographic(right[0]) else f"{left} {right}"


def squeezed(text: str) -> str:
    """The text without its spaces and line ends: what two texts with the same words share."""
    return "".join(text.split())


def is_dialogue(text: str) -> bool:
    """Whether every line begins with a dash: two people speak, so a line is more than a place to break."""
    lines = text.split("\n")
    return len(lines) > 1 and all(line.startswith(("-", "–", "—", "‐")) for line in lines)


def rebroken(cue: Cue, line_columns: int, language: str) -> Cue:
    """The cue with its text in as few lines as hold it, each at most so wide. Lines of a dialogue stay apart."""
    parts = plain(cue.text).split("\n") if is_dialogue(cue.text) else [unbroken(cue)]
    lines = [line for part in parts for line in break_lines(part, line_columns, language)]
    return replace(cue, text="\n".join(lines))


def timed_words(cue: Cue) -> Sequence[CueWord]:
    """The words of a cue with their times; where it has none of its own, its text shared out over its time by width."""
    text = unbroken(cue)
    if squeezed("".join(word.text for word in cue.words)) == squeezed(text):
        return cue.words
    return tuple(shared_out(pieces_of(text), cue.start_ms, max(cue.start_ms, cue.end_ms)))


def shared_out(pieces: Sequence[str], start_ms: int, end_ms: int) -> list[CueWord]:
    """Words one after the other over a span of time, each for as long as it is wide."""
    stops = list(accumulate(max(1, columns(piece.strip())) for piece in pieces))
    times = [start_ms, *(start_ms + (end_ms - start_ms) * stop // stops[-1] for stop in stops)]
    return [CueWord(piece, start, end, 1.0) for piece, (start, end) in zip(pieces, pairwise(times), strict=True)]


def recut(cue: Cue, rules: CueRules, language: str) -> list[Cue]:
    """The cue cut at the best places into cues that keep the limits of lines and length, as far as its words let it.

    The first begins and the last ends with the cue; one that fits comes back alone, with its lines broken anew.
    """
    words = timed_words(cue)
    if not words:
        return [cue]
    own_words = words == cue.words
    segments = segments_of(atoms_of(words, rules.line_columns, language), rules, language)
    starts = [cue.start_ms, *(segment[0].start_ms for segment in segments[1:])]
    parts: list[Cue] = []
    free_from_ms = cue.start_ms
    for index, (segment, start_ms) in enumerate(zip(segments, starts, strict=True)):
        start_ms = max(start_ms, free_from_ms)
        if index + 1 < len(segments):
            spoken_until_ms = max(atom.end_ms for atom in segment) if own_words else start_ms + 1
            end_ms = max(spoken_until_ms, starts[index + 1] - rules.gap_ms, start_ms + 1)
        else:
            end_ms = max(cue.end_ms, start_ms + 1)
        free_from_ms = end_ms + rules.gap_ms
        parts.append(
            replace(
                cue,
                start_ms=start_ms,
                end_ms=end_ms,
                text=_text(segment, rules.line_columns, language),
                words=tuple(word for atom in segment for word in atom.words) if own_words else (),
            )
        )
    return parts


def merged(cues: Sequence[Cue]) -> Cue:
    """One cue of one or several that follow each other, with the lines, the times and the words of all.

    It has the track and the speaker of the first. Where only some have words, the others' text is shared out over time.
    """
    words: list[CueWord] = []
    if any(cue.words for cue in cues):
        before = ""
        for cue in cues:
            text, spoken = unbroken(cue), list(timed_words(cue))
            if spoken and words:
                space = " " if joined(before, text[:1])[1:2] == " " else ""
                spoken[0] = replace(spoken[0], text=space + spoken[0].text.lstrip())
            words += spoken
            before = text[-1:] or before
    return replace(
        cues[0],
        start_ms=min(cue.start_ms for cue in cues),
        end_ms=max(cue.end_ms for cue in cues),
        text="\n".join(cue.text for cue in cues),
        words=tuple(words),
    )


def _text(segment: Sequence[Atom], line_columns: int, language: str) -> str:
    return "\n".join(arrange([atom.text for atom in segment], line_columns, language))
