"""Models on disk: which are installed, and whether a folder holds a complete Whisper before CTranslate2 reads it."""

import difflib
import json
import os
import shutil
import stat
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from captioner.core.errors import ModelError
from captioner.core.message import Message
from captioner.speech.catalogue import CATALOGUE, CatalogueEntry, catalogue_names, entry_named
from captioner.speech.whisper_binary import BrokenBinary, WhisperShape, whisper_shape

MODEL_FILE_LIMITS = {
    "config.json": 1 << 20,
    "tokenizer.json": 32 << 20,
    "vocabulary.json": 16 << 20,
    "vocabulary.txt": 16 << 20,
    "preprocessor_config.json": 4 << 20,
    "model.bin": 16 << 30,
}
"""The files of a model with the most bytes that each may have."""

_NEEDED = ("config.json", "model.bin", "tokenizer.json")
_VOCABULARIES = ("vocabulary.json", "vocabulary.txt")
"""In the order in which CTranslate2 looks for them."""
_SPECIAL_TOKENS = ("<|endoftext|>", "<|startoftranscript|>", "<|transcribe|>", "<|notimestamps|>")
_FETCH_AGAIN = Message("Delete the folder and fetch the model again.")


@dataclass(frozen=True, slots=True)
class InstalledModel:
    """A complete model of the store; ``size`` is the bytes that it takes on disk."""

    entry: CatalogueEntry
    folder: Path
    size: int


class ModelStore:
    """The folder with the models that were downloaded, one folder each, named as in the catalogue."""

    def __init__(self, models_folder: Path) -> None:
        """The folder need not exist yet."""
        self.folder = models_folder

    def place_of(self, entry: CatalogueEntry) -> Path:
        """Where the model lies once it is there."""
        return self.folder / entry.name

    def find(self, name: str) -> Path | None:
        """The folder of the model of that name or alias; None where it is not there or not complete."""
        entry = entry_named(name)
        return self.place_of(entry) if entry and _complete(self.place_of(entry)) else None

    def installed(self) -> tuple[InstalledModel, ...]:
        """The complete models, in the order of the catalogue."""
        return tuple(
            InstalledModel(entry, folder, _size(folder))
            for entry in CATALOGUE
            if _complete(folder := self.place_of(entry))
        )

    def remove(self, name: str) -> bool:
        """Delete the model, complete or not; False where there was none. Raises ModelError where that fails."""
        entry = entry_named(name)
        if entry is None or not (folder := self.place_of(entry)).exists():
            return False
        try:
            shutil.rmtree(folder)
        except OSError as error:
            raise ModelError(
                Message(
                    "The model in {folder} cannot be deleted: {reason}.", folder=folder, reason=error.strerror or error
                ),
                "Close other programs that use it.",
            ) from error
        return True

    def disk_used(self) -> int:
        """Bytes of everything in the store, half-finished downloads included."""
        return _size(self.folder)


def chosen_model(text: str) -> CatalogueEntry | Path:
    """What the user means by ``--model``: the folder where it reads like a path or is one, else a catalogue entry.

    A name of the catalogue is that model even where a folder of this name lies in the current one; ``./small`` is the
    folder. Raises ModelError for a name that the catalogue lacks.
    """
    separators = {os.sep, os.altsep or os.sep, "/"}
    if text.startswith((".", "~")) or any(separator in text for separator in separators):
        return Path(text).expanduser().absolute()
    if entry := entry_named(text):
        return entry
    if Path(text).is_dir():
        return Path(text).absolute()
    near = difflib.get_close_matches(text.casefold(), catalogue_names(), 1)
    known = ", ".join(entry.name for entry in CATALOGUE)
    raise ModelError(
        Message('There is no model "{name}".', name=text),
        Message('Did you mean "{name}"?', name=near[0])
        if near
        else Message("Give a folder, or one of: {known}.", known=known),
    )


def check_model_folder(folder: Path) -> None:
    """Make sure that the folder holds a whole Whisper that CTranslate2 can load without harm.

    Reads the small files and the headers of model.bin, never its weights. Raises ModelError with what is wrong.
    """
    if not folder.is_dir():
        raise ModelError(
            Message("There is no model folder {folder}.", folder=folder), "Check the path, or give the name of a model."
        )
    try:
        _check_files(folder)
        shape = whisper_shape(folder / "model.bin")
        _check_vocabulary(folder, shape)
        _check_config(folder, shape)
        _check_tokenizer(folder, shape)
    except BrokenBinary as error:
        raise ModelError(
            Message("The model in {folder} is not usable: model.bin {fault}.", folder=folder, fault=error.fault),
            _FETCH_AGAIN,
        ) from error
    except _BrokenFileError as error:
        raise ModelError(
            Message("The model in {folder} {fault}.", folder=folder, fault=error.fault), _FETCH_AGAIN
        ) from error
    except OSError as error:
        raise ModelError(
            Message("The model in {folder} cannot be read: {reason}.", folder=folder, reason=error.strerror or error),
            "Give yourself access to it.",
        ) from error


class _BrokenFileError(Exception):
    """``fault`` goes on after "The model in X"."""

    def __init__(self, fault: Message) -> None:
        super().__init__(fault)
        self.fault = fault


def _check_files(folder: Path) -> None:
    present = [name for name in MODEL_FILE_LIMITS if (folder / name).exists()]
    missing = [name for name in _NEEDED if name not in present]
    if missing:
        raise _BrokenFileError(Message("lacks {names}", names=", ".join(missing)))
    if not any(name in present for name in _VOCABULARIES):
        raise _BrokenFileError(Message("lacks vocabulary.json"))
    for name in present:
        status = (folder / name).stat()
        if not stat.S_ISREG(status.st_mode):
            raise _BrokenFileError(Message("is not usable: {name} is not a file", name=name))
        if not 0 < status.st_size <= MODEL_FILE_LIMITS[name]:
            raise _BrokenFileError(Message("is not usable: {name} has {size} bytes", name=name, size=status.st_size))


def _check_vocabulary(folder: Path, shape: WhisperShape) -> None:
    name = next(name for name in _VOCABULARIES if (folder / name).exists())
    raw = (folder / name).read_bytes()
    if name.endswith(".json"):
        tokens = _parsed(name, raw, list)
        if not all(isinstance(token, str) for token in tokens):
            raise _BrokenFileError(Message("is damaged: {name} is not a list of texts", name=name))
    else:
        tokens = raw.decode("utf-8", errors="replace").removesuffix("\n").split("\n")
    if len(tokens) != shape.tokens:
        raise _BrokenFileError(
            Message(
                "is not usable: {name} has {found} tokens, model.bin {needed}",
                name=name,
                found=len(tokens),
                needed=shape.tokens,
            )
        )
    if lacking := [token for token in _SPECIAL_TOKENS if token not in tokens]:
        raise _BrokenFileError(Message("is not a Whisper: {name} lacks {token}", name=name, token=lacking[0]))


def _check_config(folder: Path, shape: WhisperShape) -> None:
    """The numbers of tokens and attention heads: CTranslate2 takes them for places in its arrays."""
    config = _parsed("config.json", (folder / "config.json").read_bytes(), dict)
    for key in ("suppress_ids", "suppress_ids_begin", "lang_ids"):
        if not _all(config.get(key, []), lambda number: _below(number, shape.tokens)):
            raise _BrokenFileError(Message("is damaged: {key} of config.json holds what is no token", key=key))
    heads = (shape.decoder_layers, shape.decoder_heads)
    if not _all(
        config.get("alignment_heads"),
        lambda pair: isinstance(pair, list) and len(pair) == 2 and all(map(_below, pair, heads)),
    ):
        raise _BrokenFileError(
            Message("is not usable: alignment_heads of config.json are not heads that model.bin has")
        )


def _check_tokenizer(folder: Path, shape: WhisperShape) -> None:
    tokenizer = _parsed("tokenizer.json", (folder / "tokenizer.json").read_bytes(), dict)
    model = tokenizer.get("model")
    if not isinstance(model, dict) or model.get("type", "BPE") != "BPE" or not isinstance(model.get("vocab"), dict):
        raise _BrokenFileError(Message("is not usable: tokenizer.json is not the tokenizer of a Whisper"))
    added = tokenizer.get("added_tokens")
    if not _all(added, lambda token: isinstance(token, dict) and isinstance(token.get("content"), str)):
        raise _BrokenFileError(Message("is damaged: the added_tokens of tokenizer.json are not tokens"))
    numbers = {**model["vocab"], **{token["content"]: token.get("id") for token in added or ()}}
    if not all(_below(number, shape.tokens) for number in numbers.values()):
        raise _BrokenFileError(Message("is not usable: tokenizer.json has tokens that model.bin has not"))
    if lacking := [token for token in _SPECIAL_TOKENS if token not in numbers]:
        raise _BrokenFileError(Message("is not a Whisper: tokenizer.json lacks {token}", token=lacking[0]))


def _parsed(name: str, raw: bytes, kind: type) -> Any:
    try:
        value = json.loads(raw, object_pairs_hook=_without_twins)
    except (ValueError, RecursionError) as error:
        raise _BrokenFileError(Message("is damaged: {name} is not JSON", name=name)) from error
    if not isinstance(value, kind):
        raise _BrokenFileError(Message("is damaged: {name} is not what it should be", name=name))
    return value


def _without_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A key that comes twice would be read as one value here and as another one by the library."""
    members = dict(pairs)
    if len(members) != len(pairs):
        raise ValueError("a key comes twice")
    return members


def _all(values: Any, good: Callable[[Any], bool]) -> bool:
    return values is None or (isinstance(values, list) and all(good(value) for value in values))


def _below(number: Any, limit: int) -> bool:
    return type(number) is int and 0 <= number < limit


def _complete(folder: Path) -> bool:
    try:
        check_model_folder(folder)
    except ModelError:
        return False
    return True


def _size(folder: Path) -> int:
    """Bytes of the files below the folder; those that vanish meanwhile do not count."""
    total = 0
    for top, _, names in os.walk(folder):
        for name in names:
            try:
                total += (Path(top) / name).lstat().st_size
            except OSError:
                continue
    return total
