"""The jobs that wait in the queue, in a small file: they are there again when the application is started anew."""

import contextlib
import json
import logging
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from captioner.app.folders import make_private
from captioner.core.errors import CaptionerError
from captioner.core.settings import RecognitionSettings
from captioner.core.transcription import Job, JobKind

_log = logging.getLogger(__name__)


class WaitingJob(msgspec.Struct, frozen=True):
    """What is needed to do it another time; ``wishes`` where it is not to be done by the settings."""

    kind: JobKind
    name: str
    source: str = ""
    session: int | None = None
    wishes: RecognitionSettings | None = None


class QueueFile:
    """Keeps what it is given last. No more is lost with it than a list: what goes wrong is told to the log alone."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._kept: list[WaitingJob] = []

    def keep(self, jobs: Sequence[Job], wishes: Callable[[int], RecognitionSettings | None]) -> None:
        """Keep those that are not over. Quick, and without a word where nothing changed."""
        waiting = [
            WaitingJob(job.kind, job.name, job.source, job.session, wishes(job.id)) for job in jobs if not job.over
        ]
        if waiting == self._kept:
            return
        self._kept = waiting
        new = self._path.with_suffix(".new")
        try:
            if waiting:
                make_private(self._path.parent)
                # Names of files may be no Unicode, which only Python's own JSON takes.
                new.write_text(json.dumps(msgspec.to_builtins(waiting)), encoding="ascii")
                new.replace(self._path)
            else:
                self._path.unlink(missing_ok=True)
        except (OSError, CaptionerError) as error:
            _log.info("the waiting jobs cannot be kept: %s", error)

    def read(self) -> list[WaitingJob]:
        """What was kept; nothing where the file is none of ours or does not make sense."""
        with contextlib.suppress(OSError, ValueError, msgspec.ValidationError, RecursionError):
            jobs = msgspec.convert(json.loads(self._path.read_text(encoding="ascii")), list[WaitingJob])
            return [job for job in jobs if _makes_sense(job)]
        return []


def _makes_sense(job: WaitingJob) -> bool:
    if job.kind == "file":
        return Path(job.source).is_absolute() and "\0" not in job.source
    return job.session is not None and (job.kind == "recovery") == (job.wishes is None)
