"""The words of a cue as MessagePack, a third of the size that they have with the names of their fields.

Reading the words would be most of what opening a session of ten hours takes, and few of them are ever looked at: the
cues of the library carry them as they were kept, and each cue's are read when somebody asks for them. All of that
happens in C: to structs, and from these to the words that everybody knows.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import overload

import msgspec

from captioner.core.caption import CueWord
from captioner.transcript.library.utf8 import writable


class _Word(msgspec.Struct, array_like=True, frozen=True, gc=False):
    text: str
    start_ms: int
    end_ms: int
    probability: float


_decode = msgspec.msgpack.Decoder(list[_Word]).decode
_encode = msgspec.msgpack.Encoder().encode
_NO_WORDS = _encode([])


class KeptWords(Sequence[CueWord]):
    """Words of the library: a tuple of them in all that can be seen, read at the first look."""

    __slots__ = ("_kept",)

    def __init__(self, blob: bytes) -> None:
        self._kept: bytes | tuple[CueWord, ...] = blob

    @property
    def unread(self) -> bytes | None:
        """The words as they were kept, None once somebody has looked at them."""
        return self._kept if isinstance(self._kept, bytes) else None

    def _words(self) -> tuple[CueWord, ...]:
        if isinstance(self._kept, bytes):
            self._kept = _read(self._kept)
        return self._kept

    @overload
    def __getitem__(self, at: int) -> CueWord: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[CueWord, ...]: ...
    def __getitem__(self, at: int | slice) -> CueWord | tuple[CueWord, ...]:
        return self._words()[at]

    def __len__(self) -> int:
        return len(self._words())

    def __iter__(self) -> Iterator[CueWord]:
        return iter(self._words())

    def __eq__(self, other: object) -> bool:
        if isinstance(other, KeptWords):
            return self._kept == other._kept or self._words() == other._words()
        return self._words() == other

    def __hash__(self) -> int:
        return hash(self._words())

    def __repr__(self) -> str:
        return repr(self._words())


def blob_of(words: Iterable[CueWord]) -> bytes:
    """The words as the library keeps them."""
    if isinstance(words, KeptWords) and words.unread is not None:
        return words.unread
    return _encode([(writable(word.text), word.start_ms, word.end_ms, word.probability) for word in words])


def words_of(blob: bytes) -> Sequence[CueWord]:
    """The words that were kept; none where damage to the file left none that can be read."""
    return () if blob == _NO_WORDS else KeptWords(blob)


def shifted(blob: bytes, ms: int) -> bytes:
    """The same words so much later."""
    return _encode([(word.text, word.start_ms + ms, word.end_ms + ms, word.probability) for word in _read(blob)])


def _read(blob: bytes) -> tuple[CueWord, ...]:
    try:
        return msgspec.convert(_decode(blob), tuple[CueWord, ...], from_attributes=True)
    except (msgspec.DecodeError, TypeError):
        return ()
