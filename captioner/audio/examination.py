"""What ``captioner doctor`` tells about sound: one finding a subject, each with what to do."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np

from captioner.audio.capture import CaptureSource
from captioner.audio.devices import sound_system
from captioner.audio.level import Level
from captioner.audio.permission import microphone_permission, permission_hint
from captioner.audio.portaudio import PortAudio
from captioner.audio.pulse import PulseSystem
from captioner.audio.sound_system import Kind, SoundSystem
from captioner.core.errors import CaptionerError
from captioner.core.sound import SAMPLE_RATE, Pcm, Track

_TRACKS: dict[Kind, str] = {"microphone": "Microphone", "system": "System audio"}


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report: how it is with ``subject``, and the way out where it is not well."""

    severity: Literal["ok", "warning", "error"]
    subject: str
    text: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Trial:
    """What a device gave in a short recording: its sound at 16 kHz, how loud it was, how soon it began."""

    device: str
    pcm: Pcm
    level: Level
    first_sound_s: float
    lost: int


def examine_sound() -> Iterator[Finding]:
    """Library, sound server, devices and permission; nothing is recorded. Never raises for what it examines."""
    try:
        portaudio = PortAudio()
    except CaptionerError as error:
        yield Finding("error", "PortAudio", error.message, error.hint)
        return
    yield Finding("ok", "PortAudio", f"{portaudio.version}; host APIs: {', '.join(portaudio.host_apis()) or 'none'}")
    system = sound_system()
    if isinstance(system, PulseSystem):
        server = system.server()
        yield Finding("ok", "Sound server", f"{server.name} {server.version}")
    yield _permission()
    yield from _devices(system)


def try_capture(system: SoundSystem, kind: Kind, name: str = "", *, seconds: float = 1.0) -> Trial:
    """Record a device for a moment, exactly as a session would. Raises SourceError where it cannot be recorded."""
    source = CaptureSource(Track("trial"), kind, system, name=name)
    parts: list[Pcm] = []
    try:
        source.start()
        began = time.monotonic()
        first_sound_s = seconds
        device = source.health.device
        while sum(map(len, parts)) < seconds * SAMPLE_RATE and time.monotonic() < began + seconds + 2.0:
            if (block := source.read(0.1)) is not None:
                if not parts:
                    first_sound_s = time.monotonic() - began
                parts.append(block.pcm)
        health = source.health
    finally:
        source.close()
    pcm = np.concatenate(parts) if parts else np.empty(0, np.float32)
    return Trial(device, pcm, health.level, first_sound_s, health.lost)


def examine_capture(system: SoundSystem, kind: Kind, name: str = "") -> tuple[Finding, Trial | None]:
    """The finding of a one-second recording, and the recording, for the voice activity to be tried on."""
    subject = f"{_TRACKS[kind]}, one second"
    try:
        trial = try_capture(system, kind, name)
    except CaptionerError as error:
        return Finding("error", subject, error.message, error.hint), None
    seconds = len(trial.pcm) / SAMPLE_RATE
    text = f"“{trial.device}” gave {seconds:.2f} s, the first after {trial.first_sound_s * 1000:.0f} ms"
    if trial.lost:
        return Finding("error", subject, f"{text}; {trial.lost} samples were lost.", "Try another device."), trial
    if kind == "microphone" and not trial.pcm.any():
        hint = f"It may be muted or not be permitted. {permission_hint()}".strip()
        return Finding("warning", subject, f"{text}, all digital silence.", hint), trial
    return Finding("ok", subject, f"{text}, peak {trial.level.peak_db:.0f} dB of full scale."), trial


def _permission() -> Finding:
    permission = microphone_permission()
    if permission == "denied":
        return Finding("error", "Microphone permission", "denied", permission_hint())
    if permission == "granted":
        return Finding("ok", "Microphone permission", "granted")
    return Finding("warning", "Microphone permission", permission, "A recording will tell.")


def _devices(system: SoundSystem) -> Iterator[Finding]:
    try:
        devices = system.devices()
    except CaptionerError as error:
        yield Finding("error", "Devices", error.message, error.hint)
        return
    for kind, subject in _TRACKS.items():
        found = [device for device in devices if device.kind == kind]
        for device in found:
            default = ", default" if device.default else ""
            text = f"“{device.label}” ({device.host}, {device.rate} Hz, {device.channels} channels{default})"
            yield Finding("ok", subject, text)
        if not found and kind == "system":
            yield Finding("warning", subject, "none", system.no_system_sound_hint)
        elif not found:
            yield Finding("error", subject, "none", "Plug one in, and check the sound settings.")
