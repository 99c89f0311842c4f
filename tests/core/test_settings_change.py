import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from captioner.core.errors import SettingsError
from captioner.core.settings import (
    InterfaceSettings,
    OverlaySettings,
    RecognitionSettings,
    Settings,
    SoundSettings,
    TranscriptSettings,
    settings_from,
)
from captioner.core.settings_change import SettingsChange, change_between

_NONE: frozenset[str] = frozenset()


def test_an_edit_is_sorted_by_when_it_takes_effect() -> None:
    new = Settings(
        sound=SoundSettings(microphone=False),
        recognition=RecognitionSettings(model="small", mirror="https://mirror.example"),
        transcript=TranscriptSettings(formats=("srt", "vtt")),
        overlay=OverlaySettings(size=120, lines=3),
        interface=InterfaceSettings(language="zh_TW"),
    )
    assert change_between(Settings(), new) == SettingsChange(
        at_once=frozenset({"recognition.mirror", "overlay.size", "overlay.lines", "interface.language"}),
        restart=frozenset({"sound.microphone", "recognition.model"}),
        next_session=frozenset({"transcript.formats"}),
    )


@given(st.builds(Settings, overlay=st.builds(OverlaySettings), interface=st.builds(InterfaceSettings)))
def test_nothing_changes_between_equals(settings: Settings) -> None:
    assert not change_between(settings, msgspec.structs.replace(settings))
    assert change_between(settings, settings) == SettingsChange(_NONE, _NONE, _NONE)


@pytest.mark.parametrize(
    ("branch", "value", "path"),
    [
        ("sound", {"microphone": "yes"}, "sound.microphone"),
        ("sound", {"system_name": "x" * 501}, "sound.system_name"),
        ("transcript", {"formats": ["doc"]}, "transcript.formats[0]"),
        ("interface", {"start_minimized": 1}, "interface.start_minimized"),
        ("interface", {"language": "fr"}, "interface.language"),
    ],
)
def test_values_out_of_range_are_named(branch: str, value: dict[str, object], path: str) -> None:
    with pytest.raises(SettingsError) as caught:
        settings_from({"version": 1, branch: value})
    assert path in caught.value.message
