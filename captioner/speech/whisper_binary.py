"""The structure of a Whisper in CTranslate2's model.bin, read from its headers without its weights.

CTranslate2 believes what the file says: a count of bytes that does not fit its dimensions, a name without its closing
NUL or a matrix of another shape makes it write or read past its buffers. So everything that it relies on is checked
here first.

Layout (little endian), from CTranslate2's ``python/ctranslate2/specs/model_spec.py``, binary version 6: u32 version,
text spec, u32 revision, u32 count, then for each variable: text name, u8 rank, u32 × rank dimensions, u8 type,
u32 bytes, the bytes; then u32 count and pairs of texts, an alias and what it stands for. A text is u16 length and that
many bytes, the last of them NUL.
"""

import os
import re
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import prod
from pathlib import Path
from typing import BinaryIO

from captioner.core.message import Message

_VERSION = 6
_SPEC = "WhisperSpec"
_MOST_VARIABLES = 10_000
_MOST_LAYERS = 128
_MOST_WIDTH = 1 << 14
_MOST_ROWS = 1 << 20
_ITEM_BYTES = {0: 4, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2}
"""By CTranslate2's number of the type: float32, int8, int16, int32, float16, bfloat16."""
_INT8, _INT16 = 1, 2
_FLOATS = (0, 4, 5)
_LAYER = re.compile(r"(encoder|decoder)/layer_([0-9]{1,3})/")


class BrokenBinary(Exception):  # noqa: N818 - it says what is wrong with a file, and never reaches the user as it is
    """The file is not what CTranslate2 may be given. ``fault`` ends a sentence that begins with the file's name."""

    def __init__(self, fault: Message) -> None:
        super().__init__(fault)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class WhisperShape:
    """What a Whisper is made of. ``tokens`` counts the rows of its embedding."""

    mels: int
    width: int
    encoder_layers: int
    decoder_layers: int
    decoder_heads: int
    tokens: int


@dataclass(frozen=True, slots=True)
class _Variable:
    dims: tuple[int, ...]
    kind: int
    scalar: int | None
    """The value of an attribute that is a whole number; None for arrays and other numbers."""


def whisper_shape(path: Path) -> WhisperShape:
    """Check the file and tell its shape. Reads a few kilobytes, whatever the file claims.

    Raises BrokenBinary where it is no Whisper, cut short or inconsistent; OSError where it cannot be read.
    """
    with path.open("rb") as file:
        reader = _Reader(file, os.fstat(file.fileno()).st_size)
        if (version := reader.number("<I")) != _VERSION:
            raise BrokenBinary(
                Message("has the format {version} of CTranslate2, not {known}", version=version, known=_VERSION)
                if version < 100
                else Message("is not a model of CTranslate2")
            )
        if (spec := reader.text()) != _SPEC:
            raise BrokenBinary(Message("holds a {spec}, not a Whisper", spec=repr(spec[:40])))
        reader.number("<I")  # the revision of the spec: CTranslate2 itself refuses those it doesn't know
        variables = dict(_variables(reader))
        for _ in range(_counted(reader)):
            alias, name = reader.text(), reader.text()
            for suffix in ("", "_scale"):
                if name + suffix in variables:
                    variables.setdefault(alias + suffix, variables[name + suffix])
        if reader.left:
            raise BrokenBinary(Message("has {left} bytes too many", left=reader.left))
    return _checked(variables)


class _Reader:
    """Numbers and texts from a file whose size is known; nothing is read or skipped past its end."""

    def __init__(self, file: BinaryIO, size: int) -> None:
        self._file = file
        self.left = size

    def number(self, layout: str) -> int:
        value: int = struct.unpack(layout, self.take(struct.calcsize(layout)))[0]
        return value

    def text(self) -> str:
        raw = self.take(self.number("<H"))
        if raw[-1:] != b"\0" or b"\0" in raw[:-1]:
            raise BrokenBinary(Message("is damaged: a name has no end"))
        return raw[:-1].decode("latin-1")

    def take(self, length: int) -> bytes:
        self._reserve(length)
        return self._file.read(length)

    def skip(self, length: int) -> None:
        self._reserve(length)
        self._file.seek(length, os.SEEK_CUR)

    def _reserve(self, length: int) -> None:
        if length > self.left:
            raise BrokenBinary(Message("is cut short"))
        self.left -= length


def _counted(reader: _Reader) -> int:
    if (count := reader.number("<I")) > _MOST_VARIABLES:
        raise BrokenBinary(Message("is damaged: it claims {count} variables", count=count))
    return count


def _variables(reader: _Reader) -> Iterator[tuple[str, _Variable]]:
    seen = set()
    for _ in range(_counted(reader)):
        name = reader.text()
        if name in seen:
            raise BrokenBinary(Message("is damaged: {name} comes twice", name=name))
        seen.add(name)
        dims = tuple(reader.number("<I") for _ in range(reader.number("<B")))
        kind, length = reader.number("<B"), reader.number("<I")
        if not all(dims) or length != prod(dims) * _ITEM_BYTES.get(kind, 0):
            raise BrokenBinary(Message("is damaged: {name} is not as large as it says", name=name))
        if dims:
            reader.skip(length)
            yield name, _Variable(dims, kind, None)
        else:
            raw = reader.take(length)
            whole = int.from_bytes(raw, "little", signed=True) if kind not in _FLOATS else None
            yield name, _Variable(dims, kind, whole)


def _checked(variables: Mapping[str, _Variable]) -> WhisperShape:
    width, mels = _dims(variables, "encoder/conv1/weight", 3)[:2]
    tokens = _dims(variables, "decoder/embeddings/weight", 2)[0]
    layers = {"encoder": 0, "decoder": 0}
    for name in variables:
        if match := _LAYER.match(name):
            layers[match[1]] = max(layers[match[1]], int(match[2]) + 1)
    if max(width, mels) > _MOST_WIDTH or tokens > _MOST_ROWS or not all(0 < n <= _MOST_LAYERS for n in layers.values()):
        raise BrokenBinary(Message("is no Whisper: its sizes are out of all proportion"))
    heads = {part: _scalar(variables, f"{part}/num_heads") for part in layers}
    if not all(0 < number <= width and width % number == 0 for number in heads.values()):
        raise BrokenBinary(Message("is damaged: the attention heads do not share its width"))
    last = layers["decoder"] - 1
    if "decoder/alignment_layer" in variables and not (
        -last - 1 <= _scalar(variables, "decoder/alignment_layer") <= last
    ):
        raise BrokenBinary(Message("is damaged: it aligns by a layer that it does not have"))
    _Structure(variables, width).check(mels, tokens, layers)
    return WhisperShape(mels, width, layers["encoder"], layers["decoder"], heads["decoder"], tokens)


class _Structure:
    """Whisper's parts and the dimensions that follow from its width. What it has not met in the end is alien."""

    def __init__(self, variables: Mapping[str, _Variable], width: int) -> None:
        self._variables = variables
        self._width = width
        self._met: set[str] = set()

    def check(self, mels: int, tokens: int, layers: Mapping[str, int]) -> None:
        width = self._width
        self._weight("encoder/conv1", (width, mels, 3))
        self._weight("encoder/conv2", (width, width, 3))
        self._weight("decoder/embeddings", (tokens, width))
        self._weight("decoder/projection", (tokens, width))
        for part, positions in (("encoder", 1500), ("decoder", 448)):
            self._array(f"{part}/position_encodings/encodings", (positions, width))
            self._norm(f"{part}/layer_norm")
            for number in range(layers[part]):
                self._layer(f"{part}/layer_{number}", part == "decoder")
        alien = next((n for n, variable in self._variables.items() if variable.dims and n not in self._met), None)
        if alien is not None:
            raise BrokenBinary(Message("is no Whisper: it has {part}", part=alien[:80]))

    def _layer(self, layer: str, listens: bool) -> None:
        width = self._width
        self._norm(f"{layer}/self_attention/layer_norm")
        self._weight(f"{layer}/self_attention/linear_0", (3 * width, width))
        self._weight(f"{layer}/self_attention/linear_1", (width, width))
        if listens:
            self._norm(f"{layer}/attention/layer_norm")
            self._weight(f"{layer}/attention/linear_0", (width, width))
            self._weight(f"{layer}/attention/linear_1", (2 * width, width))
            self._weight(f"{layer}/attention/linear_2", (width, width))
        inner = _dims(self._variables, f"{layer}/ffn/linear_0/weight", 2)[0]
        self._norm(f"{layer}/ffn/layer_norm")
        self._weight(f"{layer}/ffn/linear_0", (inner, width))
        self._weight(f"{layer}/ffn/linear_1", (width, inner))

    def _norm(self, name: str) -> None:
        self._array(f"{name}/gamma", (self._width,))
        self._array(f"{name}/beta", (self._width,))

    def _weight(self, name: str, dims: tuple[int, ...]) -> None:
        weight, scale = self._variables.get(f"{name}/weight"), f"{name}/weight_scale"
        if weight is None or weight.dims != dims or weight.kind not in (*_FLOATS, _INT8, _INT16):
            raise BrokenBinary(Message("is no Whisper: {name}/weight is missing or of another shape", name=name))
        self._met.add(f"{name}/weight")
        if weight.kind == _INT8:
            self._array(scale, dims[:1])
        elif scale in self._variables and (self._variables[scale].dims or weight.kind in _FLOATS):
            raise BrokenBinary(Message("is no Whisper: {name} has another shape", name=scale))
        if f"{name}/bias" in self._variables:
            self._array(f"{name}/bias", dims[:1])

    def _array(self, name: str, dims: tuple[int, ...]) -> None:
        variable = self._variables.get(name)
        if variable is None or variable.dims != dims or variable.kind not in _FLOATS:
            raise BrokenBinary(Message("is no Whisper: {name} is missing or of another shape", name=name))
        self._met.add(name)


def _dims(variables: Mapping[str, _Variable], name: str, rank: int) -> tuple[int, ...]:
    variable = variables.get(name)
    if variable is None or len(variable.dims) != rank:
        raise BrokenBinary(Message("is no Whisper: {name} is missing or of another shape", name=name))
    return variable.dims


def _scalar(variables: Mapping[str, _Variable], name: str) -> int:
    variable = variables.get(name)
    if variable is None or variable.scalar is None:
        raise BrokenBinary(Message("is no Whisper: {name} is missing", name=name))
    return variable.scalar
