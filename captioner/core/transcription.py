"""Work on recorded sound as a queue tells it to those who show it."""

from dataclasses import dataclass
from typing import Literal

from captioner.core.caption import Notice

JobKind = Literal["file", "recovery", "again"]
"""A media file becomes a session; a session that was cut off gets its rest; a session is heard once more."""

JobState = Literal["waiting", "loading", "working", "done", "failed", "cancelled"]
"""``loading`` waits for the model."""


@dataclass(frozen=True, slots=True)
class Job:
    """One piece of work at one moment.

    ``name`` is that of the file or the session, ``source`` the path of the file. ``heard_ms`` of ``whole_ms`` (None:
    not known) of sound are done, ``left_s`` is how long the rest will take, None while nobody can tell. ``session`` is
    the session that was made, or that it is about. ``trouble`` is why it failed, or what is to be known of the result.
    """

    id: int
    kind: JobKind
    name: str
    source: str = ""
    state: JobState = "waiting"
    heard_ms: int = 0
    whole_ms: int | None = None
    left_s: float | None = None
    session: int | None = None
    trouble: Notice | None = None

    @property
    def over(self) -> bool:
        """Whether nothing more happens to it by itself."""
        return self.state in ("done", "failed", "cancelled")


@dataclass(frozen=True, slots=True)
class QueueState:
    """All jobs in the order of their turn; ``paused`` by the user, ``held`` while a live session needs the computer."""

    jobs: tuple[Job, ...] = ()
    paused: bool = False
    held: bool = False
