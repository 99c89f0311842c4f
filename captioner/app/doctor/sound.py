"""What the doctor tells about sound, tried in children of which none can keep the page waiting or take it down.

A sound library may hang for ever in a call, crash, or print what nobody asked for: a child ends, and its silence is a
finding. The children run side by side.
"""

import faulthandler
import json
import logging
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import asdict
from time import perf_counter

from captioner.audio.devices import sound_system
from captioner.audio.examination import Finding, Trial, examine_capture, examine_sound
from captioner.audio.sound_system import Kind
from captioner.core.errors import CaptionerError
from captioner.core.sound import SAMPLE_RATE, Pcm
from captioner.speech.cuda_probe import ChildEnd, in_child

log = logging.getLogger(__name__)

ANSWER_S = 6.0
"""For the sound system: the recording takes one second and gives up after three, a Bluetooth headset wakes in two."""
PATIENCE_S = 40.0
"""For a whole child: most of it is for a slow disk or a busy computer to load the libraries."""

_KINDS: dict[Kind, str] = {"microphone": "Microphone", "system": "System audio"}
_TIMEOUT = "Timeout ("
"""What faulthandler writes when it ends a process."""


def examine_sound_apart(answer_s: float = ANSWER_S) -> list[Finding]:
    """Library, server, permission, devices, and a second of the default of each kind.

    What does not answer within ``answer_s`` is given up. Never raises for what it examines.
    """
    with ThreadPoolExecutor(1 + len(_KINDS), "doctor sound") as children:
        listing = children.submit(in_child, found_by_asking, (str(answer_s),), PATIENCE_S)
        trials = {
            kind: children.submit(in_child, found_by_recording, (kind, str(answer_s)), PATIENCE_S) for kind in _KINDS
        }
        findings = findings_of(listing.result(), "Sound", answer_s)
        for kind, subject in _KINDS.items():
            findings += findings_of(trials[kind].result(), f"{subject}, one second", answer_s)
    return findings


def found_by_asking(answer_s: str) -> tuple[str, ...]:
    """Runs in a child: the findings about sound for which nothing is recorded, as JSON."""
    with _ended_after(float(answer_s)):
        return _as_json(examine_sound())


def found_by_recording(kind: Kind, answer_s: str) -> tuple[str, ...]:
    """Runs in a child: the findings of a second of the default device of the kind, as JSON; none where it has none."""
    with _ended_after(float(answer_s)):
        try:
            system = sound_system()
            if not any(device.kind == kind for device in system.devices()):
                return ()
        except CaptionerError:
            return ()  # the listing tells it
        finding, trial = examine_capture(system, kind)
    return _as_json(iter([finding] if trial is None else [finding, examine_voice_activity(_KINDS[kind], trial)]))


def examine_voice_activity(subject: str, trial: Trial) -> Finding:
    """Lets both detectors hear what was recorded, as a session would."""
    from captioner.speech.vad import GatedVad

    subject = f"{subject}, speech detection"
    try:
        judged = GatedVad().push(trial.pcm)
        speech = sum(frame.probability >= 0.5 for frame in judged)
        cost_ms = _silero_ms_a_frame(trial.pcm)
    except CaptionerError as error:
        return Finding("error", subject, error.message, error.hint)
    except Exception as error:  # whatever onnxruntime raises: the doctor tells it and goes on
        return Finding("error", subject, f"it failed: {error}", "Install captioner again.")
    captured = f"{len(trial.pcm)} samples at {SAMPLE_RATE // 1000} kHz, {trial.lost} lost"
    if not judged:
        return Finding("error", subject, f"{captured}: too few to be judged", "Try another device.")
    text = f"{captured}; {len(judged)} frames judged, speech in {speech}, {cost_ms:.1f} ms a frame"
    return Finding("ok", subject, text)


def findings_of(end: ChildEnd, subject: str, answer_s: float) -> list[Finding]:
    """What a child found, or the finding that its silence is."""
    if end.answer is not None:
        return [Finding(**json.loads(line)) for line in end.answer]
    if end.error is not None:
        return [Finding("error", subject, f"the trial failed: {end.error}", "Install captioner again.")]
    again = "Unplug the device and plug it in again, or restart the computer's sound; then try once more."
    log.warning("%s: a trial ended with %s; printed: %s", subject, end.exit_code, end.output)
    if end.exit_code is None or _TIMEOUT in end.output:
        return [Finding("error", subject, f"no answer within {answer_s:.0f} s", again)]
    return [Finding("error", subject, f"the trial crashed (exit code {end.exit_code})", again)]


@contextmanager
def _ended_after(seconds: float) -> Iterator[None]:
    """End this process, with a traceback in its output, if the context takes longer: also out of a call that hangs."""
    output = os.dup(2)  # sounddevice sends standard error away while PortAudio starts, where most hang
    faulthandler.dump_traceback_later(seconds, exit=True, file=output)
    try:
        yield
    finally:
        faulthandler.cancel_dump_traceback_later()
        os.close(output)


def _silero_ms_a_frame(pcm: Pcm) -> float:
    """Silero's cost: the gate leaves it asleep in a quiet room, and then nobody would know whether it runs."""
    from captioner.speech.vad import SileroVad

    vad = SileroVad()
    began = perf_counter()
    frames = len(vad.push(pcm))
    return (perf_counter() - began) * 1000 / max(frames, 1)


def _as_json(findings: Iterator[Finding]) -> tuple[str, ...]:
    return tuple(json.dumps(asdict(finding)) for finding in findings)
