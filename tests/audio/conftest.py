"""A sound server of its own for each test that plays and records."""

from collections.abc import Iterator

import pytest
from sound_server import SoundServer, missing_programs


@pytest.fixture
def empty_sound_server(monkeypatch: pytest.MonkeyPatch) -> Iterator[SoundServer]:
    """A private PulseAudio without devices; this process and its children talk to no other."""
    if missing := missing_programs():
        pytest.skip(f"needs {', '.join(missing)} (Debian: pulseaudio pulseaudio-utils)")
    server = SoundServer()
    for name, value in server.environment.items():
        monkeypatch.setenv(name, value)
    server.start()
    try:
        yield server
    finally:
        server.close()


@pytest.fixture
def sound_server(empty_sound_server: SoundServer) -> SoundServer:
    """The same with the virtual speaker and microphone plugged in."""
    empty_sound_server.plug_in()
    return empty_sound_server
