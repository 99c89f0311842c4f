"""Recordings whose words are known: ``manifest.jsonl`` beside the sound tells them, a JSON object a line.

Of each line are read: ``file``; ``text`` (or ``reference``), "" where nobody speaks, missing or null where it is not
known; ``language`` (or ``lang``); ``utterances`` with ``text``, ``start``, ``end`` and, where known, ``words`` as
[word, start, end]. Times are seconds.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import msgspec

from captioner.core.errors import InputError

MANIFEST = "manifest.jsonl"
_LONGEST_LINE = 10_000_000
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\W\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+(?:'\w+)*")
_Seconds = Annotated[float, msgspec.Meta(ge=0, le=1e6)]


class _Utterance(msgspec.Struct):
    text: str
    start: _Seconds | None = None
    end: _Seconds | None = None
    words: list[tuple[str, _Seconds, _Seconds]] = []


class _Entry(msgspec.Struct):
    file: str
    text: str | None = None
    reference: str | None = None
    language: str | None = None
    lang: str | None = None
    utterances: list[_Utterance] = []


@dataclass(frozen=True, slots=True)
class KnownWord:
    """A word as it was said, folded; times in seconds, None where not known. ``passage`` numbers its utterance."""

    text: str
    start_s: float | None
    end_s: float | None
    passage: int


@dataclass(frozen=True, slots=True)
class Recording:
    """A file and what is said in it; ``words`` None where that is not known, empty where nobody speaks."""

    path: Path
    words: tuple[KnownWord, ...] | None
    language: str | None = None

    @property
    def passages(self) -> int:
        """Utterances of the text."""
        return 1 + max((word.passage for word in self.words or ()), default=-1)


def tokens(text: str) -> list[str]:
    """The words alone: NFKC, lower case, without punctuation, an apostrophe kept; a Chinese character is a word."""
    folded = unicodedata.normalize("NFKC", text).casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    return _WORD.findall(folded)


def recordings_of(inputs: Iterable[Path]) -> list[Recording]:
    """The recordings: files as they are named, and of a folder all that its manifest lists.

    Raises InputError for a file that is not there, a folder without a manifest, and a manifest that cannot be read.
    """
    found: list[Recording] = []
    for path in inputs:
        if path.is_dir():
            entries = _manifest(path / MANIFEST)
            if not entries:
                raise InputError(f"There is no {MANIFEST} in {path}.", "It tells what is said in each recording.")
            found += [_recording(path / entry.file, entry) for entry in entries.values()]
        elif not path.is_file():
            raise InputError(f"There is no file {path}.", "Check the path for a typing mistake.")
        else:
            found.append(_recording(path, _manifest(path.parent / MANIFEST).get(path.name)))
    return found


def _manifest(path: Path) -> dict[str, _Entry]:
    """By file name. Names that lead out of the folder are left out."""
    if not path.is_file():
        return {}
    decoder = msgspec.json.Decoder(_Entry)
    entries: dict[str, _Entry] = {}
    number = 0
    try:
        with path.open("rb") as lines:
            while line := lines.readline(_LONGEST_LINE):
                number += 1
                entry = decoder.decode(line)
                if Path(entry.file).name == entry.file:
                    entries[entry.file] = entry
    except (OSError, msgspec.MsgspecError) as error:
        where = f" in line {number}" if isinstance(error, msgspec.MsgspecError) else ""
        raise InputError(f"{path} cannot be read{where}: {error}.", "It must hold one JSON object a line.") from error
    return entries


def _recording(path: Path, entry: _Entry | None) -> Recording:
    if entry is None:
        return Recording(path, None)
    language = entry.language or entry.lang
    text = entry.text if entry.text is not None else entry.reference
    if entry.utterances:
        words = [word for number, said in enumerate(entry.utterances) for word in _words(said, number)]
        return Recording(path, tuple(words), language)
    if text is None:
        return Recording(path, None, language)
    return Recording(path, tuple(KnownWord(word, None, None, 0) for word in tokens(text)), language)


def _words(said: _Utterance, number: int) -> list[KnownWord]:
    if not said.words:
        return [KnownWord(word, None, None, number) for word in tokens(said.text)]
    return [KnownWord(token, start, end, number) for text, start, end in said.words for token in tokens(text)]
