"""What the pages about models need to know and to do; ``app`` gives it from the catalogue, the disk and the machine."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

Speed = Literal["very fast", "fast", "moderate", "slow"]
"""A model's speed among models, whatever the machine."""
Fit = Literal["good", "slow", "too slow", "too large"]
"""What this machine can bear: keeps up with speech; lags behind; is for files only; does not fit the memory."""


@dataclass(frozen=True, slots=True)
class ModelChoice:
    """A model of the catalogue on this machine.

    ``size`` is what it takes on disk in bytes, once it is there; ``fetched`` how much of it an unfinished download
    left there. ``multilingual`` ones know about 100 languages, the others English only.
    """

    name: str
    size: int
    multilingual: bool
    distilled: bool
    turbo: bool
    speed: Speed
    fit: Fit
    installed: bool
    fetched: int
    recommended: bool


@dataclass(frozen=True, slots=True)
class MachineFacts:
    """What decides on the models: processor cores, memory in bytes (None where unknown), and the GPU.

    ``gpu`` is the name of the NVIDIA GPU, "" where there is none that can be used; ``gpu_memory`` its bytes.
    """

    cores: int
    memory: int | None
    gpu: str
    gpu_memory: int


@dataclass(frozen=True, slots=True)
class Shelf:
    """All models, smaller ones first, and the disk that they are on (bytes)."""

    choices: tuple[ModelChoice, ...]
    machine: MachineFacts
    used: int
    free: int

    def choice(self, name: str) -> ModelChoice | None:
        """The model of this name."""
        return next((one for one in self.choices if one.name == name), None)

    @property
    def recommended(self) -> ModelChoice | None:
        """The model that suits this machine best."""
        return next((one for one in self.choices if one.recommended), None)


class ModelShelf(Protocol):
    """The models of this machine. Every method may take a while and is called from threads other than Qt's."""

    def look(self, language: str) -> Shelf:
        """What there is now. ``language`` (a Whisper code, or "auto") decides on what is recommended."""

    def measure(self) -> bool:
        """Try how quick this machine is, for some seconds; False where that is known, or decides nothing."""

    def download(
        self, name: str, mirror: str, progress: Callable[[int, int], None], cancelled: Callable[[], bool]
    ) -> bool:
        """Fetch a model, going on where the last attempt stopped; False where it was cancelled.

        ``progress`` is told bytes done and bytes in all. Raises ModelUnavailableError, ModelError or OutputError.
        """

    def discard(self, name: str) -> None:
        """Delete what an unfinished download left."""

    def remove(self, name: str) -> None:
        """Delete the model. Raises ModelError."""

    def check_folder(self, folder: Path) -> None:
        """Make sure that a folder holds a Whisper model. Raises ModelError."""
