"""What is checked before CTranslate2 sees a model, and the folders that models lie in."""

import json
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from captioner.core.errors import ModelError
from captioner.speech.catalogue import entry_named
from captioner.speech.model_store import ModelStore, check_model_folder, chosen_model
from captioner.speech.whisper_binary import BrokenBinary, WhisperShape, whisper_shape

Damage = Callable[[Path], object]


@pytest.fixture
def model(tmp_path: Path, tiny_whisper: Path) -> Path:
    """A copy of the tiny model, to be damaged."""
    return shutil.copytree(tiny_whisper, tmp_path / "model")


def _without(name: str) -> Damage:
    return lambda folder: (folder / name).unlink()


def _with(name: str, content: bytes) -> Damage:
    return lambda folder: (folder / name).write_bytes(content)


def _json_with(name: str, **changes: object) -> Damage:
    def damage(folder: Path) -> None:
        path = folder / name
        path.write_text(json.dumps(json.loads(path.read_bytes()) | changes))

    return damage


def _binary(old: bytes, new: bytes, after: int = 0) -> Damage:
    """Overwrites what lies ``after`` bytes behind ``old`` in model.bin."""

    def damage(folder: Path) -> None:
        data = bytearray((folder / "model.bin").read_bytes())
        at = data.index(old) + len(old) + after
        data[at : at + len(new)] = new
        (folder / "model.bin").write_bytes(data)

    return damage


def _resized(change: int) -> Damage:
    def damage(folder: Path) -> None:
        data = (folder / "model.bin").read_bytes()
        (folder / "model.bin").write_bytes(data[:change] if change < 0 else data + bytes(change))

    return damage


def _another_vocabulary(folder: Path) -> None:
    path = folder / "vocabulary.json"
    path.write_text(json.dumps([*json.loads(path.read_bytes()), "one more"]))


def _as_text(folder: Path) -> None:
    tokens = json.loads((folder / "vocabulary.json").read_bytes())
    (folder / "vocabulary.json").unlink()
    (folder / "vocabulary.txt").write_text("".join(f"{token}\n" for token in tokens), encoding="utf-8")


SCALAR = 6
"""Bytes between the name of a scalar and its value: rank, type, length."""

DAMAGES = {
    "no config": (_without("config.json"), r"lacks config\.json\."),
    "no weights": (_without("model.bin"), r"lacks model\.bin\."),
    "no tokenizer": (_without("tokenizer.json"), r"lacks tokenizer\.json\."),
    "no vocabulary": (_without("vocabulary.json"), r"lacks vocabulary\.json\."),
    "empty weights": (_with("model.bin", b""), "model.bin has 0 bytes"),
    "a folder": (lambda folder: (folder / "vocabulary.txt").mkdir(), "vocabulary.txt is not a file"),
    "config not JSON": (_with("config.json", b"{"), "config.json is not JSON"),
    "config not UTF-8": (_with("config.json", b'{"\xff": 1}'), "config.json is not JSON"),
    "config nested without end": (_with("config.json", b"[" * 200_000), "config.json is not JSON"),
    "config with twins": (_with("config.json", b'{"lang_ids": [1], "lang_ids": [99999]}'), "config.json is not JSON"),
    "config a list": (_with("config.json", b"[]"), "config.json is not what it should be"),
    "suppressed text": (_json_with("config.json", suppress_ids=["1"]), "suppress_ids of config.json"),
    "suppressed too high": (_json_with("config.json", suppress_ids=[2509]), "suppress_ids of config.json"),
    "suppressed too low": (_json_with("config.json", suppress_ids_begin=[-2]), "suppress_ids_begin of config.json"),
    "suppressed true": (_json_with("config.json", suppress_ids=[True]), "suppress_ids of config.json"),
    "languages too high": (_json_with("config.json", lang_ids=[10**30]), "lang_ids of config.json"),
    "heads of another model": (_json_with("config.json", alignment_heads=[[3, 1]]), "alignment_heads of config.json"),
    "heads that are none": (_json_with("config.json", alignment_heads=[[0, 4]]), "alignment_heads of config.json"),
    "heads a number": (_json_with("config.json", alignment_heads=1), "alignment_heads of config.json"),
    "tokenizer of another kind": (
        _with("tokenizer.json", b'{"model": {"type": "Unigram", "vocab": []}}'),
        "not the tok",
    ),
    "tokenizer without words": (_with("tokenizer.json", b'{"model": {"type": "BPE", "vocab": {}}}'), "lacks <.endoft"),
    "tokenizer with high ids": (
        _with("tokenizer.json", b'{"model": {"vocab": {"a": 2509}}}'),
        "tokenizer.json has tokens that model.bin has not",
    ),
    "tokens that are none": (_json_with("tokenizer.json", added_tokens=[1]), "added_tokens of tokenizer.json"),
    "vocabulary of another model": (_another_vocabulary, "has 2510 tokens, model.bin 2509"),
    "vocabulary a table": (_with("vocabulary.json", b"{}"), "vocabulary.json is not what it should be"),
    "vocabulary of numbers": (_with("vocabulary.json", b"[1]"), "vocabulary.json is not a list of texts"),
    "not a model at all": (_with("model.bin", b"PK\3\4" * 100), "is not a model of CTranslate2"),
    "of a later format": (_binary(b"", b"\7"), "has the format 7 of CTranslate2"),
    "another kind of model": (_binary(b"\x0c\0", b"TransfoSpec"), "holds a 'TransfoSpec', not a Whisper"),
    "a name without its end": (_binary(b"WhisperSpec", b"X"), "a name has no end"),
    "cut short by a byte": (_resized(-1), "is cut short"),
    "cut short by half": (_resized(-1_300_000), "is cut short"),
    "longer": (_resized(1), "1 bytes too many"),
    "variables without end": (_binary(b"WhisperSpec\0", b"\xff" * 4, 4), "claims 4294967295 variables"),
    "a matrix of 2^62 cells": (_binary(b"embeddings/weight\0", b"\xff\xff\xff\x7f" * 2, 1), "not as large as it says"),
    "a matrix turned": (
        _binary(b"layer_0/ffn/linear_0/weight\0", b"\x80\0\0\0\0\2\0\0", 1),
        "layer_0/ffn/linear_0/weight is missing or of another shape",
    ),
    "more bytes than cells": (_binary(b"layer_norm/beta\0", b"\x01", 6), "not as large as it says"),
    "a type that is none": (_binary(b"decoder/activation\0", b"\x09", 1), "not as large as it says"),
    "no attention heads": (_binary(b"encoder/num_heads\0", b"\0\0", SCALAR), "attention heads"),
    "uneven attention heads": (_binary(b"decoder/num_heads\0", b"\3\0", SCALAR), "attention heads"),
    "a layer that is not there": (_binary(b"decoder/alignment_layer\0", b"\x7f\x7f", SCALAR), "aligns by a layer"),
    "a missing part": (_binary(b"\x19\0encoder/layer_norm/gamm", b"b"), "encoder/layer_norm/gamma is missing"),
}


@pytest.mark.parametrize(("damage", "told"), DAMAGES.values(), ids=DAMAGES.keys())
def test_damage_is_told_in_words(model: Path, damage: Damage, told: str) -> None:
    damage(model)
    with pytest.raises(ModelError, match=told) as raised:
        check_model_folder(model)
    assert str(model) in raised.value.message
    assert raised.value.message.endswith(".")
    assert raised.value.hint
    assert "\n" not in raised.value.message


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes in folders")
def test_a_pipe_is_not_waited_for(model: Path) -> None:
    (model / "config.json").unlink()
    os.mkfifo(model / "config.json")
    with pytest.raises(ModelError, match=r"config\.json is not a file"):
        check_model_folder(model)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="There is no model folder"):
        check_model_folder(tmp_path / "nothing")


def test_the_shape_of_the_tiny_model(tiny_whisper: Path) -> None:
    shape = WhisperShape(mels=80, width=128, encoder_layers=3, decoder_layers=2, decoder_heads=4, tokens=2509)
    assert whisper_shape(tiny_whisper / "model.bin") == shape


def test_a_vocabulary_as_text_is_as_good(model: Path) -> None:
    _as_text(model)
    check_model_folder(model)


def test_links_to_files_are_followed(tmp_path: Path, tiny_whisper: Path) -> None:
    """As in the cache of huggingface_hub."""
    for path in tiny_whisper.iterdir():
        (tmp_path / path.name).symlink_to(path)
    check_model_folder(tmp_path)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.lists(st.tuples(st.integers(0, 20_000) | st.integers(0, 2_599_890), st.binary(min_size=1, max_size=5))))
def test_flipped_bytes_never_break_the_check(
    tmp_path: Path, tiny_whisper: Path, flips: list[tuple[int, bytes]]
) -> None:
    data = bytearray((tiny_whisper / "model.bin").read_bytes())
    for at, new in flips:
        data[at : at + len(new)] = new
    path = tmp_path / "model.bin"
    path.write_bytes(data)
    try:
        shape = whisper_shape(path)
    except BrokenBinary:
        return
    assert (shape.mels, shape.width, shape.encoder_layers, shape.decoder_layers, shape.tokens) == (80, 128, 3, 2, 2509)


def test_the_store_knows_complete_models_only(tmp_path: Path, tiny_whisper: Path) -> None:
    store = ModelStore(tmp_path / "models")
    assert store.find("tiny") is None
    assert store.installed() == ()
    assert store.disk_used() == 0
    shutil.copytree(tiny_whisper, store.folder / "tiny")
    shutil.copytree(tiny_whisper, store.folder / "large-v3")
    (store.folder / "large-v3" / "model.bin").write_bytes(b"half")
    shutil.copytree(tiny_whisper, store.folder / "not in the catalogue")
    size = sum(path.stat().st_size for path in tiny_whisper.iterdir())
    assert store.find("tiny") == store.find("TINY") == store.folder / "tiny"
    assert store.find("large") is None
    assert store.find("not in the catalogue") is None
    assert [(model.entry.name, model.size) for model in store.installed()] == [("tiny", size)]
    assert store.disk_used() > 2 * size


def test_models_are_removed(tmp_path: Path, tiny_whisper: Path) -> None:
    store = ModelStore(tmp_path)
    (store.folder / "large-v3").mkdir()
    shutil.copytree(tiny_whisper, store.folder / "tiny")
    assert store.remove("tiny")
    assert store.remove("large")
    assert not store.remove("tiny")
    assert not store.remove("..")
    assert list(tmp_path.iterdir()) == []


def test_what_the_user_means(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "small").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert chosen_model("small") == entry_named("small")
    assert chosen_model("./small") == tmp_path / "small"
    assert chosen_model("turbo") == entry_named("large-v3-turbo")
    assert chosen_model("mine") == tmp_path / "mine"
    assert chosen_model("~/mine") == tmp_path / "mine"
    assert chosen_model("models/x") == tmp_path / "models" / "x"
    assert chosen_model(str(tmp_path / "x")) == tmp_path / "x"


@pytest.mark.parametrize(
    ("text", "hint"),
    [("smal", 'Did you mean "small"?'), ("Trubo", 'Did you mean "turbo"?'), ("xyzzy", "one of: tiny,")],
)
def test_a_name_that_is_none(text: str, hint: str) -> None:
    with pytest.raises(ModelError, match=f'There is no model "{text}"') as raised:
        chosen_model(text)
    assert hint in raised.value.hint
