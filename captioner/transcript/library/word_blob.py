"""The words of a cue as MessagePack, a third of the size that they have with the names of their fields.

Reading ten hours of words is most of what opening a session takes, so all of it happens in C: to structs, and from
these to the words that everybody knows.
"""

from collections.abc import Iterable

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


def blob_of(words: Iterable[CueWord]) -> bytes:
    """The words as the library keeps them."""
    return _encode([(writable(word.text), word.start_ms, word.end_ms, word.probability) for word in words])


def words_of(blob: bytes) -> tuple[CueWord, ...]:
    """The words that were kept; none where damage to the file left none that can be read."""
    if blob == _NO_WORDS:
        return ()
    try:
        return msgspec.convert(_decode(blob), tuple[CueWord, ...], from_attributes=True)
    except (msgspec.DecodeError, TypeError):
        return ()


def shifted(blob: bytes, ms: int) -> bytes:
    """The same words so much later."""
    return _encode([(word.text, word.start_ms + ms, word.end_ms + ms, word.probability) for word in words_of(blob)])
