"""The level meters of live tracks as one line of text: proof that something is heard."""

from collections.abc import Sequence

from captioner.audio.capture import CaptureHealth
from captioner.core.sound import Track

BARS = 12
QUIET_DB = -60.0
"""Level at which the meter begins."""


def level_line(tracks: Sequence[tuple[Track, CaptureHealth]]) -> str:
    """A meter for each track, with what is wrong with it in words."""
    return "   ".join(_meter(track, health) for track, health in tracks)


def _meter(track: Track, health: CaptureHealth) -> str:
    name = track.label or health.device or track.id
    if not health.device:
        return f"{name}: no device"
    level = health.level
    lit = round(BARS * (max(QUIET_DB, level.rms_db) - QUIET_DB) / -QUIET_DB)
    trouble = "  clipping" if level.clipped else "  no signal" if level.no_signal else ""
    return f"{name} {'▮' * lit}{'▯' * (BARS - lit)}{trouble}"
