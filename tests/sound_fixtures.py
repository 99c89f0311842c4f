"""A sound server of its own for each test that plays and records."""

from collections.abc import Iterator

import pytest
from sound_server import PipeWireServer, SoundServer, missing_programs


@pytest.fixture
def empty_sound_server(monkeypatch: pytest.MonkeyPatch) -> Iterator[SoundServer]:
    """A private PulseAudio without devices; this process and its children talk to no other."""
    if missing := missing_programs("pulseaudio"):
        pytest.skip(f"needs {', '.join(missing)} (Debian: pulseaudio pulseaudio-utils)")
    yield from _running(SoundServer(), monkeypatch)


@pytest.fixture
def sound_server(empty_sound_server: SoundServer) -> SoundServer:
    """The same with the virtual speaker and microphone plugged in."""
    empty_sound_server.plug_in()
    return empty_sound_server


@pytest.fixture
def pipewire_server(monkeypatch: pytest.MonkeyPatch) -> Iterator[SoundServer]:
    """A private PipeWire with the virtual speaker and microphone plugged in."""
    if missing := missing_programs("pipewire", "pipewire-pulse", "wireplumber", "dbus-daemon"):
        pytest.skip(f"needs {', '.join(missing)} (Debian: pipewire pipewire-pulse wireplumber dbus)")
    for server in _running(PipeWireServer(), monkeypatch):
        server.plug_in()
        yield server


def _running(server: SoundServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[SoundServer]:
    for name, value in server.environment.items():
        monkeypatch.setenv(name, value)
    try:
        server.start()
        yield server
    finally:
        server.close()
