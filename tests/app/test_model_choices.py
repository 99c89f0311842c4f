from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from captioner.app.machine import this_machine
from captioner.app.model_choices import ModelChoices, fit_of, recommended, speed_of
from captioner.speech.catalogue import CATALOGUE, entry_named
from captioner.speech.model_store import ModelStore
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


def test_speed_goes_by_size() -> None:
    speeds = {entry.name: speed_of(entry) for entry in CATALOGUE}
    assert (speeds["tiny"], speeds["small"], speeds["large-v3-turbo"], speeds["large-v3"]) == (
        "very fast",
        "fast",
        "moderate",
        "slow",
    )


def test_the_shelf_of_an_empty_disk_and_of_a_half_fetched_model(tmp_path: Path) -> None:
    choices = ModelChoices(ModelStore(tmp_path / "models"), lambda: MachineFacts(8, None, "", 0))
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
