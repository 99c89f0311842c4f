"""The Whisper models that can be had by name: where they live, how large they are and what they know."""

from dataclasses import dataclass

from captioner.speech.whisper_binary import WhisperShape

_MEBI = 1 << 20


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """A model that the hub has in CTranslate2's format.

    ``repository`` is its id on the hub. One that is not ``multilingual`` knows English only; a ``distilled`` one is a
    smaller copy that was taught by the large one. ``parameters_m`` counts millions of parameters, ``download_bytes``
    is about what its files take, on the way and on disk. ``aliases`` are other names for it.
    """

    name: str
    repository: str
    multilingual: bool
    distilled: bool
    parameters_m: int
    download_bytes: int
    aliases: tuple[str, ...] = ()


def _whisper(name: str, parameters_m: int, size_mib: int, aliases: tuple[str, ...] = ()) -> CatalogueEntry:
    return CatalogueEntry(
        name,
        f"Systran/faster-whisper-{name}",
        not name.endswith(".en"),
        False,
        parameters_m,
        size_mib * _MEBI,
        aliases,
    )


def _distilled(name: str, repository: str, parameters_m: int, size_mib: int) -> CatalogueEntry:
    return CatalogueEntry(name, repository, False, True, parameters_m, size_mib * _MEBI)


CATALOGUE = (
    _whisper("tiny", 39, 75),
    _whisper("tiny.en", 39, 75),
    _whisper("base", 74, 141),
    _whisper("base.en", 74, 141),
    _whisper("small", 244, 464),
    _whisper("small.en", 244, 464),
    _whisper("medium", 769, 1460),
    _whisper("medium.en", 769, 1460),
    _whisper("large-v1", 1550, 2947),
    _whisper("large-v2", 1550, 2947),
    _whisper("large-v3", 1550, 2948, ("large",)),
    CatalogueEntry(
        "large-v3-turbo",
        "mobiuslabsgmbh/faster-whisper-large-v3-turbo",
        True,
        False,
        809,
        1547 * _MEBI,
        ("turbo",),
    ),
    _distilled("distil-small.en", "Systran/faster-distil-whisper-small.en", 166, 320),
    _distilled("distil-medium.en", "Systran/faster-distil-whisper-medium.en", 394, 755),
    _distilled("distil-large-v2", "Systran/faster-distil-whisper-large-v2", 756, 1446),
    _distilled("distil-large-v3", "Systran/faster-distil-whisper-large-v3", 756, 1446),
    _distilled("distil-large-v3.5", "distil-whisper/distil-large-v3.5-ct2", 756, 1446),
)
"""Smaller ones first. Sizes are those of the 16-bit weights that the hub has."""

_BY_NAME = {name: entry for entry in CATALOGUE for name in (entry.name, *entry.aliases)}


_WIDTHS = {"tiny": (384, 4, 6), "base": (512, 6, 8), "small": (768, 12, 12), "medium": (1024, 24, 16)}
"""Width, layers on each side and heads; large ones have 1280, 32 and 20."""
_DECODER_LAYERS = {"distil-small": 4, "distil-medium": 2, "distil-large": 2, "large-v3-turbo": 4}
"""Where they are fewer than the encoder's."""


def shape_of(entry: CatalogueEntry) -> WhisperShape:
    """What the model is made of."""
    size = entry.name.removeprefix("distil-").partition(".")[0].partition("-")[0]
    width, layers, heads = _WIDTHS.get(size, (1280, 32, 20))
    decoder = next((few for name, few in _DECODER_LAYERS.items() if entry.name.startswith(name)), layers)
    mels = 128 if "v3" in entry.name else 80
    return WhisperShape(mels, width, layers, decoder, heads, 51_866 if mels == 128 else 51_865)


def catalogue_names() -> tuple[str, ...]:
    """Every name and alias."""
    return tuple(_BY_NAME)


def entry_named(name: str) -> CatalogueEntry | None:
    """The entry of a name or alias in any case; None where there is none."""
    return _BY_NAME.get(name.strip().casefold())
