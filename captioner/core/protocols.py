"""The seams between the rooms: who gives what to whom. ``app`` puts real parts into them."""

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from captioner.core.caption import Caption, Notice
from captioner.core.sound import AudioBlock, Pcm, Track
from captioner.core.speech import EngineInfo, Hypothesis, VadFrame, Window


class AudioSource(Protocol):
    """A track's sound as it comes. One thread starts it, reads it and closes it."""

    @property
    def track(self) -> Track:
        """The track that this source feeds."""

    @property
    def live(self) -> bool:
        """Whether sound comes at its own pace. A source that is not live waits for its reader."""

    def start(self) -> None:
        """Begin. Raises InputError or SourceError where there is nothing to hear."""

    def read(self, timeout_s: float) -> AudioBlock | None:
        """The next block, in order and without a gap, or None when none came within ``timeout_s``."""

    @property
    def ended(self) -> bool:
        """Whether everything has been read and nothing more will come."""

    def stop(self) -> None:
        """Take no more sound; what was taken can still be read. Safe to call twice and from any thread."""

    def close(self) -> None:
        """Let go of everything. Safe to call twice."""


class Spool(Protocol):
    """Every sample of a track, kept outside the memory of the process. One thread appends, another reads."""

    def append(self, pcm: Pcm) -> None:
        """Add sound at the end. Never raises for a full disk: the user is told once and the newest sound is kept."""

    def read(self, start: int, stop: int) -> Pcm:
        """The samples of ``start``…``stop``; what is no longer or not yet there reads as silence."""

    @property
    def length(self) -> int:
        """Samples appended so far."""

    def close(self) -> None:
        """End of the session: let go, and delete what need not be kept."""


class Vad(Protocol):
    """Hears whether somebody speaks; keeps its state from block to block."""

    def push(self, pcm: Pcm) -> list[VadFrame]:
        """Take the next samples of the track, of any number, and judge every frame that is now complete."""


class Recognizer(Protocol):
    """An engine with its model. Lives in one thread: the same thread loads it, asks it and closes it."""

    @property
    def info(self) -> EngineInfo:
        """What runs."""

    def recognize(self, window: Window) -> Hypothesis:
        """What was said in the window."""

    def forget(self, utterance: int) -> None:
        """The utterance is over: drop what was kept for its next pass."""

    def close(self) -> None:
        """Free the model. Safe to call twice."""


@runtime_checkable
class BatchRecognizer(Recognizer, Protocol):
    """An engine that hears several utterances at once in less time than one after the other."""

    @property
    def batch(self) -> int:
        """How many at the most."""

    def recognize_finals(self, windows: Sequence[Window]) -> list[Hypothesis]:
        """What was said in each of the windows, which are final; at most ``batch`` of them."""


@runtime_checkable
class InterruptibleRecognizer(Recognizer, Protocol):
    """An engine that can be told to end in the middle of a pass."""

    def interrupt(self) -> None:
        """End at once, from any thread: who waits for an answer gets EngineLostError. ``close`` is still to come."""


class CaptionSink(Protocol):
    """Takes captions in order, one utterance's revisions ascending. Called from the recognizer's thread: be quick."""

    def caption(self, caption: Caption) -> None:
        """Show or keep one state of an utterance's text."""

    def notice(self, notice: Notice) -> None:
        """Tell the user about the program."""
