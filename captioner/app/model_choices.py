"""The models of the catalogue as this machine can bear them, and what is done with them on its disk.

The rule, simple enough to be shown to the user:

- On an NVIDIA GPU a model fits if its 16-bit weights take at most 60 % of the GPU's memory; it then keeps up.
- On the processor a model fits if its 8-bit weights take at most 25 % of the memory. It keeps up with live speech if
  partial passes once a second and final ones would take 70 % of the time, as measured: of the model itself where it has
  been used, else of a blank Whisper that is tried at the first run. It lags behind if the final passes alone fit into
  90 % of the time, and is for files beyond that.
- Before anything was measured, what a core can bear is counted in parameters: a model keeps up up to 40 million a core,
  lags behind up to 120 million a core.
- Recommended is the most accurate model that keeps up and fits the disk: turbo where there is a GPU for it, else the
  largest. English-only models are recommended for English only. Nothing larger than small is recommended without a GPU.
"""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

from captioner.app.machine import this_machine
from captioner.app.speed_book import MachineSpeeds
from captioner.core.errors import ModelError
from captioner.core.message import Message
from captioner.speech.catalogue import CATALOGUE, CatalogueEntry, entry_named, shape_of
from captioner.speech.model_store import ModelStore, check_model_folder
from captioner.speech.speed_probe import probe_speed
from captioner.speech.whisper_speed import WhisperSpeed, model_name
from captioner.ui.model_shelf import Fit, MachineFacts, ModelChoice, Shelf, Speed

_GPU_SHARE = 0.6
_MEMORY_SHARE = 0.25
_KEEPS_UP_M, _LAGS_M = 40, 120
"""Millions of parameters a core."""
_KEEPS_UP_LOAD, _LAGS_LOAD = 0.7, 0.9
_DISK_SPARE = 1 << 30
_WITHOUT_GPU = ("small.en", "small", "base.en", "base", "tiny.en", "tiny")
_WITH_GPU = ("large-v3-turbo", "medium.en", "medium", *_WITHOUT_GPU)
"""What may be recommended, the most accurate first."""


def speed_of(entry: CatalogueEntry) -> Speed:
    """A model's class of speed, by its size."""
    for limit, speed in ((100, "very fast"), (400, "fast"), (1000, "moderate")):
        if entry.parameters_m < limit:
            return speed  # type: ignore[return-value]  # mypy widens the literals of the tuple
    return "slow"


def fit_of(entry: CatalogueEntry, machine: MachineFacts, speed: WhisperSpeed | None = None) -> Fit:
    """What the machine can bear, by the rule above; ``speed`` is what was measured of its processor."""
    if machine.gpu and entry.download_bytes <= _GPU_SHARE * machine.gpu_memory:
        return "good"
    if machine.memory is not None and entry.download_bytes / 2 > _MEMORY_SHARE * machine.memory:
        return "too large"
    if speed is not None:
        return "good" if speed.load <= _KEEPS_UP_LOAD else "slow" if speed.finals_load <= _LAGS_LOAD else "too slow"
    a_core = entry.parameters_m / machine.cores
    return "good" if a_core <= _KEEPS_UP_M else "slow" if a_core <= _LAGS_M else "too slow"


def recommended(
    machine: MachineFacts,
    free: int,
    language: str,
    speed: Callable[[CatalogueEntry], WhisperSpeed | None] = lambda entry: None,
) -> str:
    """The name of the model to recommend; ``free`` is bytes of the disk, ``speed`` tells what was measured.

    The smallest where nothing keeps up.
    """
    for name in _WITH_GPU if machine.gpu else _WITHOUT_GPU:
        entry = entry_named(name)
        if entry is None or (not entry.multilingual and language != "en"):
            continue
        if fit_of(entry, machine, speed(entry)) == "good" and entry.download_bytes + _DISK_SPARE <= free:
            return entry.name
    return "tiny.en" if language == "en" else "tiny"


class ModelChoices:
    """Implements ``ui.model_shelf.ModelShelf`` on the store of downloaded models."""

    def __init__(
        self, store: ModelStore, speeds: MachineSpeeds, machine: Callable[[], MachineFacts] = this_machine
    ) -> None:
        self._store = store
        self._speeds = speeds
        self._machine = machine
        self._facts: MachineFacts | None = None

    def look(self, language: str) -> Shelf:
        """See ``ModelShelf``. The machine is looked at once."""
        facts = self._facts = self._facts or self._machine()
        free = shutil.disk_usage(_existing(self._store.folder)).free
        here = self._store.installed()
        installed = {model.entry.name: model.size for model in here}
        known = {model.entry.name: self._measured(model.folder) for model in here}

        def speed(entry: CatalogueEntry) -> WhisperSpeed | None:
            return known.get(entry.name) or self._speeds.expected(shape_of(entry))

        best = recommended(facts, free + sum(installed.values()), language, speed)
        choices = tuple(
            ModelChoice(
                name=entry.name,
                size=installed.get(entry.name, entry.download_bytes),
                multilingual=entry.multilingual,
                distilled=entry.distilled,
                turbo="turbo" in entry.name,
                speed=speed_of(entry),
                fit=fit_of(entry, facts, speed(entry)),
                installed=entry.name in installed,
                fetched=0 if entry.name in installed else sum(map(_bytes_in, self._partial(entry.name))),
                recommended=entry.name == best,
            )
            for entry in CATALOGUE
        )
        return Shelf(choices, facts, self._store.disk_used(), free)

    def _measured(self, folder: Path) -> WhisperSpeed | None:
        """What was measured of the model; None also where it is being deleted at this moment."""
        try:
            return self._speeds.speed(model_name(folder))
        except OSError:
            return None

    def measure(self) -> bool:
        """See ``ModelShelf``."""
        facts = self._facts = self._facts or self._machine()
        if facts.gpu or self._speeds.probe:
            return False
        self._speeds.keep_probe(probe_speed())
        return True

    def download(
        self, name: str, mirror: str, progress: Callable[[int, int], None], cancelled: Callable[[], bool]
    ) -> bool:
        """See ``ModelShelf``."""
        from captioner.speech.model_download import download

        entry = entry_named(name)
        if entry is None:
            raise ModelError(Message('There is no model "{name}".', name=name), "Choose one of the list.")
        folder = download(
            entry,
            self._store,
            mirror=mirror,
            progress=lambda state: progress(state.done_bytes, state.total_bytes),
            cancelled=cancelled,
        )
        return folder is not None

    def discard(self, name: str) -> None:
        """See ``ModelShelf``."""
        for folder in self._partial(name):
            shutil.rmtree(folder, ignore_errors=True)

    def remove(self, name: str) -> None:
        """See ``ModelShelf``."""
        self._store.remove(name)

    def check_folder(self, folder: Path) -> None:
        """See ``ModelShelf``."""
        check_model_folder(folder)

    def _partial(self, name: str) -> list[Path]:
        """The folders in which ``model_download`` gathers this model."""
        ours = re.compile(rf"\.{re.escape(name)}\.[0-9a-f]{{12}}\.partial")
        folder = self._store.folder
        return [path for path in folder.iterdir() if ours.fullmatch(path.name)] if folder.is_dir() else []


def _existing(folder: Path) -> Path:
    """The folder, or the nearest one above it that is there."""
    return next((path for path in (folder, *folder.parents) if path.exists()), folder)


def _bytes_in(folder: Path) -> int:
    return sum(path.lstat().st_size for path in folder.rglob("*") if path.is_file())
