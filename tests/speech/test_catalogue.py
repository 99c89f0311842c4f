from faster_whisper.utils import _MODELS

from captioner.speech.catalogue import CATALOGUE, catalogue_names, entry_named


def test_the_same_models_as_in_faster_whisper() -> None:
    ours = {name: entry.repository for entry in CATALOGUE for name in (entry.name, *entry.aliases)}
    assert ours == _MODELS


def test_names_are_found_in_any_case() -> None:
    assert all(entry_named(name) for name in catalogue_names())
    large = entry_named("Large")
    assert large is not None
    assert large.name == "large-v3"
    assert entry_named("largest") is None


def test_names_can_be_folders() -> None:
    assert all(name == name.strip().casefold() and "/" not in name and name[0].isalnum() for name in catalogue_names())


def test_what_a_name_says_is_so() -> None:
    for entry in CATALOGUE:
        assert entry.distilled == entry.name.startswith("distil-")
        if entry.name.endswith(".en"):
            assert not entry.multilingual


def test_sizes_fit_16_bit_weights() -> None:
    for entry in CATALOGUE:
        assert 1.8 < entry.download_bytes / (entry.parameters_m * 1_000_000) < 2.2, entry.name
