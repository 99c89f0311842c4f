import dataclasses
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from captioner.app.machine import this_machine
from captioner.app.model_choices import ModelChoices, fit_of, recommended, speed_of
from captioner.app.speed_book import SPEEDS_FILE, VALID_S, MachineSpeeds
from captioner.core.speech import PassCost
from captioner.speech.catalogue import CATALOGUE, CatalogueEntry, entry_named, shape_of
from captioner.speech.model_store import ModelStore
from captioner.speech.speed_probe import expected
from captioner.speech.whisper_speed import WhisperSpeed, most_threads
from captioner.ui.model_shelf import MachineFacts

_GIB = 1 << 30
_ROOM = 100 * _GIB

_MACHINES = st.builds(
    MachineFacts,
    cores=st.integers(1, 128),
    memory=st.none() | st.integers(1, 512).map(lambda gib: gib * _GIB),
    gpu=st.sampled_from(["", "NVIDIA"]),
    gpu_memory=st.integers(0, 96).map(lambda gib: gib * _GIB),
)


@pytest.mark.parametrize(
    ("machine", "language", "name"),
    [
        (MachineFacts(2, 4 * _GIB, "", 0), "auto", "base"),
        (MachineFacts(2, 4 * _GIB, "", 0), "en", "base.en"),
        (MachineFacts(8, 16 * _GIB, "", 0), "de", "small"),
        (MachineFacts(64, 256 * _GIB, "", 0), "auto", "small"),
        (MachineFacts(8, 16 * _GIB, "NVIDIA", 8 * _GIB), "auto", "large-v3-turbo"),
        (MachineFacts(8, 16 * _GIB, "NVIDIA", 2 * _GIB), "auto", "small"),
        (MachineFacts(1, 1 * _GIB, "", 0), "auto", "tiny"),
        (MachineFacts(4, None, "", 0), "auto", "base"),
    ],
)
def test_what_is_recommended(machine: MachineFacts, language: str, name: str) -> None:
    assert recommended(machine, _ROOM, language) == name


def test_a_full_disk_gets_a_small_model() -> None:
    assert recommended(MachineFacts(64, 256 * _GIB, "", 0), _GIB + (200 << 20), "auto") == "base"
    assert recommended(MachineFacts(64, 256 * _GIB, "", 0), 0, "auto") == "tiny"


@given(machine=_MACHINES, language=st.sampled_from(["auto", "en", "zh"]), free=st.integers(0, 10**12))
def test_what_is_recommended_knows_the_language_and_keeps_up(machine: MachineFacts, language: str, free: int) -> None:
    entry = entry_named(recommended(machine, free, language))
    assert entry is not None
    assert entry.multilingual or language == "en"
    assert fit_of(entry, machine) == "good" or entry.name in ("tiny", "tiny.en")


@given(machine=_MACHINES)
def test_a_larger_model_is_never_borne_better(machine: MachineFacts) -> None:
    order = ("good", "slow", "too slow", "too large")
    models = sorted((entry for entry in CATALOGUE if entry.multilingual), key=lambda entry: entry.download_bytes)
    fits = [order.index(fit_of(entry, machine)) for entry in models]
    if not machine.gpu:
        assert fits == sorted(fits)


def probed(scale: float) -> tuple[WhisperSpeed, ...]:
    """The blank Whisper on two cores, as once measured, and on machines that many times as slow."""

    def cost(encode_s: float, decode_s: float, align_s: float) -> PassCost:
        return PassCost(scale * encode_s, scale * decode_s, scale * align_s)

    return (
        WhisperSpeed(2, cost(0.024, 0.026, 0.014), cost(0.160, 0.171, 0.029)),
        WhisperSpeed(1, cost(0.037, 0.034, 0.014), cost(0.273, 0.155, 0.044)),
    )


@pytest.mark.parametrize(("scale", "name"), [(10.0, "tiny"), (0.9, "base"), (0.2, "small"), (0.01, "small")])
def test_what_was_measured_decides_and_not_the_number_of_cores(scale: float, name: str) -> None:
    machine = MachineFacts(2, 16 * _GIB, "", 0)
    best = recommended(machine, _ROOM, "auto", lambda entry: expected(probed(scale), shape_of(entry)))
    assert best == name


def test_a_larger_model_is_never_expected_to_be_quicker() -> None:
    models = [entry for entry in CATALOGUE if entry.multilingual and "turbo" not in entry.name]
    loads = [speed.load for entry in models if (speed := expected(probed(1.0), shape_of(entry)))]
    assert len(loads) == len(models)
    assert loads == sorted(loads)
    assert expected((), shape_of(models[0])) is None


@pytest.mark.parametrize("entry", CATALOGUE, ids=lambda entry: entry.name)
def test_the_shapes_of_the_catalogue_have_its_numbers_of_parameters(entry: CatalogueEntry) -> None:
    shape = shape_of(entry)
    square = shape.width**2
    encoder = shape.encoder_layers * 12 * square + 3 * shape.width * (shape.mels + shape.width)
    decoder = shape.decoder_layers * 16 * square + (shape.tokens + 448) * shape.width
    assert (encoder + decoder) / 1e6 == pytest.approx(entry.parameters_m, rel=0.05)


def test_what_was_measured_is_remembered_for_a_while_and_for_this_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    speeds = MachineSpeeds(tmp_path / "state")
    assert speeds.probe == ()
    assert speeds.speed("small 1") is None
    speeds.keep_probe(probed(1.0))
    speeds.keep("small 1", probed(2.0)[0])
    again = MachineSpeeds(tmp_path / "state")
    assert again.probe == probed(1.0)
    assert again.speed("small 1") == probed(2.0)[0]
    assert [path.name for path in (tmp_path / "state").iterdir()] == [SPEEDS_FILE]
    with monkeypatch.context() as later:
        now = time.time()
        later.setattr("captioner.app.speed_book.time.time", lambda: now + VALID_S)
        assert (again.probe, again.speed("small 1")) == ((), None)
    monkeypatch.setattr("captioner.app.speed_book.processor_name", lambda: "another one")
    assert (again.probe, again.speed("small 1")) == ((), None)


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[1]", b'{"machine": 3}', b"\xff", b'{"machine": "x", "models": {"a": 1}}']
)
def test_a_damaged_book_is_an_empty_one(tmp_path: Path, content: bytes) -> None:
    (tmp_path / SPEEDS_FILE).write_bytes(content)
    speeds = MachineSpeeds(tmp_path)
    assert speeds.probe == ()
    speeds.keep_probe(probed(1.0))
    assert speeds.probe == probed(1.0)


@pytest.mark.parametrize(
    ("before", "after"), [('"threads":2', '"threads":2000000000'), ('"encode_s":', '"encode_s":-')]
)
def test_a_book_with_speeds_that_cannot_be_is_an_empty_one(tmp_path: Path, before: str, after: str) -> None:
    book, path = MachineSpeeds(tmp_path), tmp_path / SPEEDS_FILE
    book.keep("small 1", dataclasses.replace(probed(1.0)[0], threads=2))
    content = path.read_text()
    assert before in content
    path.write_text(content.replace(before, after))
    assert book.speed("small 1") is None


def test_the_processor_is_tried_once_before_any_model_is_there(tmp_path: Path) -> None:
    """In a child, with a blank Whisper through the real library."""
    choices = ModelChoices(
        ModelStore(tmp_path / "models"), MachineSpeeds(tmp_path), lambda: MachineFacts(2, None, "", 0)
    )
    assert choices.measure()
    assert not choices.measure()
    probe = MachineSpeeds(tmp_path).probe
    assert [speed.threads for speed in probe] == sorted({1, most_threads()})
    assert all(0 < speed.partial.seconds < speed.final.seconds for speed in probe)
    assert choices.look("auto").recommended is not None


def test_a_gpu_is_not_measured(tmp_path: Path) -> None:
    choices = ModelChoices(
        ModelStore(tmp_path / "models"), MachineSpeeds(tmp_path), lambda: MachineFacts(2, None, "NVIDIA", _GIB)
    )
    assert not choices.measure()


def test_speed_goes_by_size() -> None:
    speeds = {entry.name: speed_of(entry) for entry in CATALOGUE}
    assert (speeds["tiny"], speeds["small"], speeds["large-v3-turbo"], speeds["large-v3"]) == (
        "very fast",
        "fast",
        "moderate",
        "slow",
    )


def test_the_shelf_of_an_empty_disk_and_of_a_half_fetched_model(tmp_path: Path) -> None:
    speeds = MachineSpeeds(tmp_path)
    choices = ModelChoices(ModelStore(tmp_path / "models"), speeds, lambda: MachineFacts(8, None, "", 0))
    shelf = choices.look("auto")
    assert [one.name for one in shelf.choices] == [entry.name for entry in CATALOGUE]
    assert not any(one.installed or one.fetched for one in shelf.choices)
    assert shelf.used == 0
    assert shelf.free > 0
    assert shelf.recommended is not None
    partial = tmp_path / "models" / ".small.0123456789ab.partial"
    partial.mkdir(parents=True)
    (partial / "model.bin").write_bytes(b"x" * 1000)
    begun = choices.look("auto").choice("small")
    assert begun is not None
    assert begun.fetched == 1000
    choices.discard("small.en")
    assert partial.exists()
    choices.discard("small")
    assert not partial.exists()


def test_this_machine_is_looked_at() -> None:
    facts = this_machine()
    assert facts.cores >= 1
    assert facts.memory is None or facts.memory > 1 << 28
    assert (facts.gpu == "") == (facts.gpu_memory == 0)
