"""A microphone that the system does not give: what is told, with which way out."""

import pytest
from listening import Listening
from sound_server import SoundServer

from captioner.audio.devices import sound_system
from captioner.audio.permission import permission_hint, permission_page
from captioner.audio.portaudio import PortAudio
from captioner.audio.sound_system import Device
from captioner.core.errors import SourceError


def _denied() -> str:
    """Stands in for the privacy settings of Windows and macOS, which Linux has not."""
    return "denied"


@pytest.mark.parametrize(("denied", "remedy"), [(True, "permission"), (False, None)])
def test_digital_silence_is_told_with_what_may_be_the_reason(
    sound_server: SoundServer, monkeypatch: pytest.MonkeyPatch, denied: bool, remedy: str | None
) -> None:
    if denied:
        monkeypatch.setattr("captioner.audio.capture.microphone_permission", _denied)
    with Listening(sound_system(), ("microphone", "")) as heard:
        for _ in range(20):
            heard.listen(0.5)
            if heard.notices:
                break
        (notice,) = heard.notices
    assert "gives no signal, only digital silence" in notice.text
    assert ("not allowed to use it" in notice.hint) == denied
    assert notice.remedy == remedy


@pytest.mark.parametrize(("denied", "remedy"), [(True, "permission"), (False, "sound")])
def test_a_microphone_that_cannot_be_opened_is_told_with_the_way_out(
    sound_server: SoundServer, monkeypatch: pytest.MonkeyPatch, denied: bool, remedy: str
) -> None:
    if denied:
        monkeypatch.setattr("captioner.audio.portaudio.microphone_permission", _denied)
    device = Device("microphone", "Yeti", "Yeti", "ALSA", rate=48_000, channels=2, default=True)
    with pytest.raises(SourceError, match="“Yeti” cannot be opened") as told:
        PortAudio().open(9999, device=device, rate=48_000, channels=2)
    assert told.value.remedy == remedy


def test_each_system_has_its_page_and_its_words() -> None:
    assert permission_page("win32").startswith("ms-settings:")
    assert permission_page("darwin").startswith("x-apple.systempreferences:")
    assert permission_page("linux") == ""
    assert "Privacy" in permission_hint("win32")
