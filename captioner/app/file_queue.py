"""A queue of recorded sound on its way into the library: media files, rests of sessions, sessions heard once more.

One thread with one engine works through it and ends when nothing is left. What breaks off one job does not stop the
others.
"""

import logging
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from captioner.app.engine import load_engine
from captioner.app.folders import Folders
from captioner.app.hearings import Hearing
from captioner.app.media_files import media_files
from captioner.app.queue_file import QueueFile
from captioner.app.queued_work import rest_of_session, session_again, session_of_file
from captioner.core.caption import Notice
from captioner.core.errors import CaptionerError, EngineLostError, InputError
from captioner.core.message import Message
from captioner.core.protocols import InterruptibleRecognizer, Recognizer
from captioner.core.settings import RecognitionSettings, Settings
from captioner.core.sound import samples_to_ms
from captioner.core.transcription import Job, JobKind, QueueState
from captioner.transcript.library import Library

_TELL_EVERY_S = 0.2
_SURE_AFTER_S = 2.0
"""Before that nobody can tell how long the rest will take."""

_log = logging.getLogger(__name__)

OnChange = Callable[[QueueState], None]
OnHeard = Callable[[int, Hearing], None]


class _Cancelled(Exception):  # noqa: N818 - it is no failure
    """The user does not want the job that runs any more."""


@dataclass(slots=True)
class _Clock:
    """The time that a job has been worked on, without its pauses."""

    began: float
    paused_s: float = 0.0
    told: float = 0.0

    def worked_s(self) -> float:
        return time.monotonic() - self.began - self.paused_s


class FileQueue:
    """Every method may be called from any thread and returns at once, but for ``close``."""

    def __init__(
        self,
        folders: Folders,
        settings: Callable[[], Settings],
        on_change: OnChange,
        on_heard: OnHeard = lambda session, hearing: None,
        tell: Callable[[Notice], None] = lambda notice: None,
    ) -> None:
        """``settings`` is asked when a job begins. ``on_change`` hears every change, ``on_cues`` gets the new cues, by
        track, of a session that was heard once more, ``tell`` what loading the engine has to tell; in any thread.
        """
        self._folders = folders
        self._settings = settings
        self._on_change = on_change
        self._on_heard = on_heard
        self._tell = tell
        self._changed = threading.Condition(threading.RLock())
        self._state = QueueState()
        self._wishes: dict[int, RecognitionSettings] = {}  # by job, where they are not those of the settings
        self._unwanted: set[int] = set()
        self._thread: threading.Thread | None = None
        self._engine = _Engine(folders, tell)  # that of the thread, each of which has its own
        self._closed = False
        self._last_id = 0
        self._file = QueueFile(folders.state / "queue.json")

    @property
    def state(self) -> QueueState:
        """How it stands."""
        return self._state

    def add_files(self, paths: Iterable[Path]) -> list[int]:
        """Queue media files, and those in folders; the ids of the jobs. What waits already is not queued twice."""
        waiting = {job.source for job in self._state.jobs if not job.over}
        found = [path.absolute() for path in media_files(paths)]
        new = dict.fromkeys(path for path in found if str(path) not in waiting)
        return [self._add("file", path.name, source=str(path)) for path in new]

    def add_recovery(self, session: int, title: str) -> int:
        """Queue the rest of a session that was cut off, unless it waits already."""
        for job in self._state.jobs:
            if (job.kind, job.session) == ("recovery", session) and not job.over:
                return job.id
        return self._add("recovery", title, session=session)

    def add_again(self, session: int, title: str, recognition: RecognitionSettings) -> int:
        """Queue a session to be heard once more, with another model or in another language."""
        return self._add("again", title, session=session, wishes=recognition)

    def restore(self) -> int:
        """Queue again what waited, or was being worked on, when the application ended; how many jobs there are."""
        kept = self._file.read()
        for job in kept:
            self._add(job.kind, job.name, source=job.source, session=job.session, wishes=job.wishes)
        return len(kept)

    def pause(self, paused: bool) -> None:
        """Rest, also in the middle of a job, or go on."""
        self._set(paused=paused)

    def hold(self, held: bool) -> None:
        """Rest while a live session needs the computer."""
        self._set(held=held)

    def cancel(self, job: int) -> None:
        """Leave the job undone; what was heard of it is dropped."""
        with self._changed:
            state = self._job(job).state
            if state == "waiting":
                self._change(job, state="cancelled")
            elif state in ("loading", "working"):
                self._unwanted.add(job)
                self._changed.notify_all()

    def retry(self, job: int) -> None:
        """Put a job that failed or was cancelled at the end of the queue."""
        with self._changed:
            again = self._job(job)
            if again.state in ("failed", "cancelled"):
                fresh = Job(again.id, again.kind, again.name, again.source)
                fresh = replace(fresh, session=None if again.kind == "file" else again.session)
                others = tuple(other for other in self._state.jobs if other.id != job)
                self._set(jobs=(*others, fresh))
                self._wake()

    def forget_over(self) -> None:
        """Take what is over off the list."""
        with self._changed:
            self._set(jobs=tuple(job for job in self._state.jobs if not job.over))

    def close(self) -> None:
        """Leave everything undone, for another time, and wait for the end of the thread. Safe to call twice."""
        with self._changed:
            self._closed = True
            for job in self._state.jobs:
                self.cancel(job.id)
            thread, engine = self._thread, self._engine
            self._changed.notify_all()
        engine.interrupt()  # nobody wants the end of the pass
        if thread is not None:
            thread.join()

    # The list, under the lock

    def _add(
        self, kind: JobKind, name: str, *, source: str = "", session: int | None = None,
        wishes: RecognitionSettings | None = None,
    ) -> int:  # fmt: skip
        with self._changed:
            self._last_id += 1
            if wishes is not None:
                self._wishes[self._last_id] = wishes
            job = Job(self._last_id, kind, name, source, session=session)
            self._set(jobs=(*self._state.jobs, job))
            self._wake()
            return job.id

    def _wake(self) -> None:
        if self._thread is None and not self._closed:
            self._engine = _Engine(self._folders, self._tell)
            self._thread = threading.Thread(target=self._run, args=(self._engine,), name="file queue", daemon=True)
            self._thread.start()

    def _job(self, job: int) -> Job:
        return next(one for one in self._state.jobs if one.id == job)

    def _change(self, job: int, **changes: Any) -> None:
        with self._changed:
            jobs = tuple(replace(one, **changes) if one.id == job else one for one in self._state.jobs)
            self._set(jobs=jobs)

    def _set(self, **changes: Any) -> None:
        with self._changed:
            self._state = replace(self._state, **changes)
            if not self._closed:
                self._file.keep(self._state.jobs, self._wishes.get)
            self._changed.notify_all()
            self._on_change(self._state)

    # The thread

    def _run(self, engine: "_Engine") -> None:
        try:
            while (job := self._next()) is not None:
                self._work(job, engine)
        finally:
            engine.close()

    def _next(self) -> Job | None:
        """Waits for the turn of the next job; None where there is none, and then this thread is no more."""
        with self._changed:
            while True:
                waiting = next((job for job in self._state.jobs if job.state == "waiting"), None)
                if waiting is None or self._closed:
                    self._thread = None
                    return None
                if not (self._state.paused or self._state.held):
                    self._change(waiting.id, state="loading")
                    return waiting
                self._changed.wait()

    def _work(self, job: Job, engine: "_Engine") -> None:
        try:
            session, trouble = self._done(job, engine)
        except _Cancelled:
            self._change(job.id, state="cancelled", left_s=None)
        except CaptionerError as error:
            if isinstance(error, EngineLostError):
                engine.close()  # the next job gets another one
            if job.id in self._unwanted:  # also what the cancelling led to
                self._change(job.id, state="cancelled", left_s=None)
            else:
                told = Notice("error", error.message, error.hint)
                self._change(job.id, state="failed", left_s=None, trouble=told)
        except Exception as error:  # a fault of ours must not stop the others
            _log.exception("a job of the queue broke off")
            told = Notice("error", Message("A fault of captioner itself: {reason}.", reason=error))
            self._change(job.id, state="failed", left_s=None, trouble=told)
        else:
            whole_ms = self._job(job.id).heard_ms
            self._change(
                job.id,
                state="done",
                left_s=None,
                heard_ms=whole_ms,
                whole_ms=whole_ms,
                session=session,
                trouble=trouble,
            )
        finally:
            self._unwanted.discard(job.id)

    def _done(self, job: Job, engine: "_Engine") -> tuple[int | None, Notice | None]:
        """The session of the job when it is done, and what is to be known of it. Raises CaptionerError, _Cancelled."""
        settings = self._settings()
        recognition = self._wishes.get(job.id, settings.recognition)
        if job.kind == "file" and not Path(job.source).is_file():
            raise InputError(Message("There is no file {name}.", name=job.source), "Was it moved or renamed?")
        recognizer = engine.of(recognition, lambda: job.id in self._unwanted)
        clock = _Clock(time.monotonic())
        self._change(job.id, state="working")

        def watch(heard: int, whole: int | None) -> None:
            self._watch(job.id, clock, heard, whole)

        library = Library.open(self._folders.library)
        try:
            for notice in library.notices:
                self._tell(notice)
            if job.kind == "file":
                return session_of_file(library, Path(job.source), recognizer, settings, self._folders, watch)
            if job.session is not None and job.kind == "recovery":
                return job.session, rest_of_session(library, job.session, recognizer, settings, self._folders, watch)
            if job.session is not None:
                heard = session_again(library, job.session, recognizer, recognition, settings, self._folders, watch)
                self._on_heard(job.session, heard)
            return job.session, None
        finally:
            library.close()

    def _watch(self, job: int, clock: _Clock, heard: int, whole: int | None) -> None:
        """Between two steps of a job: it may be paused or cancelled here, and tells how far it is."""
        with self._changed:
            before = time.monotonic()
            while (self._state.paused or self._state.held) and job not in self._unwanted:
                self._changed.wait()
            now = time.monotonic()
            clock.paused_s += now - before
            if job in self._unwanted:
                raise _Cancelled
            if now - clock.told < _TELL_EVERY_S and heard != whole:
                return
            clock.told = now
            left_s = None
            if whole and heard and clock.worked_s() > _SURE_AFTER_S:
                left_s = max(0.0, clock.worked_s() * (whole - heard) / heard)
            whole_ms = None if whole is None else samples_to_ms(whole)
            self._change(job, heard_ms=samples_to_ms(heard), whole_ms=whole_ms, left_s=left_s)


class _Engine:
    """The engine of the queue's thread, kept from job to job as long as the same one is wanted."""

    def __init__(self, folders: Folders, tell: Callable[[Notice], None]) -> None:
        self._folders = folders
        self._tell = tell
        self._loaded: tuple[RecognitionSettings, Recognizer] | None = None

    def of(self, recognition: RecognitionSettings, cancelled: Callable[[], bool]) -> Recognizer:
        """The recognizer for these settings. Raises ModelError, OutputError or EngineError."""
        if self._loaded is not None and self._loaded[0] == recognition:
            return self._loaded[1]
        self.close()
        loaded = load_engine(
            recognition,
            self._folders,
            tell=self._tell,
            progress=lambda loading: None,
            cancelled=cancelled,
            apart=True,
        )
        self._loaded = recognition, loaded
        return loaded

    def interrupt(self) -> None:
        """End what it does. From any thread."""
        loaded = self._loaded
        if loaded is not None and isinstance(loaded[1], InterruptibleRecognizer):
            loaded[1].interrupt()

    def close(self) -> None:
        """Free the model."""
        if self._loaded is not None:
            self._loaded[1].close()
            self._loaded = None
