"""Work on recorded sound in words: what it is, how far it is, what went wrong."""

import math

from PySide6.QtCore import QCoreApplication

from captioner.core.transcription import Job, QueueState
from captioner.ui.messages import translated


def job_in_words(job: Job, *, resting: bool) -> str:
    """How a job stands; ``resting`` tells that nothing goes on now."""
    translate = QCoreApplication.translate
    if job.state == "working":
        parts = []
        if job.whole_ms:
            parts.append(translate("Jobs", "%1 %").replace("%1", str(min(99, 100 * job.heard_ms // job.whole_ms))))
        if resting:
            parts.append(translate("Jobs", "paused"))
        elif job.left_s is not None:
            parts.append(left_in_words(job.left_s))
        return ", ".join(parts)
    if job.trouble is not None and job.over:
        return translated(job.trouble.text)
    if job.kind == "again" and job.state == "done":
        return translate("Jobs", "done: open it to see what changes")
    return {
        "waiting": translate("Jobs", "waits"),
        "loading": translate("Jobs", "loading the model …"),
        "done": translate("Jobs", "done"),
        "failed": translate("Jobs", "failed"),
        "cancelled": translate("Jobs", "cancelled"),
    }[job.state]


def left_in_words(left_s: float) -> str:
    """How long it will take, no more exact than anybody can tell."""
    translate = QCoreApplication.translate
    if left_s < 55:
        return translate("Jobs", "%1 s left").replace("%1", str(max(5, math.ceil(left_s / 5) * 5)))
    minutes = math.ceil(left_s / 60)
    if minutes < 60:
        return translate("Jobs", "%1 min left").replace("%1", str(minutes))
    return translate("Jobs", "%1 h %2 min left").replace("%1", str(minutes // 60)).replace("%2", f"{minutes % 60:02}")


def queue_in_words(state: QueueState) -> str:
    """All of it in one line."""
    translate = QCoreApplication.translate
    over = sum(job.over for job in state.jobs)
    words = translate("Jobs", "%1 of %2 done").replace("%1", str(over)).replace("%2", str(len(state.jobs)))
    if state.held and over < len(state.jobs):
        return words + " · " + translate("Jobs", "rests while captions run")
    return words
