import pytest
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QApplication

from captioner.core.errors import SettingsError
from captioner.core.settings import OverlayPlace, OverlaySettings, settings_from
from captioner.ui.caption_style import COLOURS, PRESETS, Preset, preset_of, style_of, with_preset
from captioner.ui.contrast import READABLE, contrast, over, worst_contrast


@pytest.mark.parametrize("preset", PRESETS)
def test_every_state_of_every_preset_is_readable_over_anything(preset: Preset) -> None:
    style = style_of(with_preset(OverlaySettings(), preset))
    for colour in (*style.texts, *style.tentatives):
        assert worst_contrast(colour, style.ground) >= READABLE


@pytest.mark.parametrize("text", COLOURS)
@pytest.mark.parametrize("ground", COLOURS)
def test_tentative_text_is_dimmer_and_readable_where_the_colours_allow_it(text: str, ground: str) -> None:
    style = style_of(settings_of(text_colour=text, window_colour=ground, window_opacity=100))
    solid = contrast(style.texts[0], style.ground)
    tentative = contrast(style.tentatives[0], style.ground)
    if solid >= READABLE:
        assert tentative < solid
    if solid > 1.4 * READABLE:
        assert tentative >= READABLE


def settings_of(**changes: object) -> OverlaySettings:
    return settings_from({"version": 1, "overlay": changes}).overlay


@pytest.mark.parametrize(
    "wrong",
    [
        {"size": 49},
        {"size": 201},
        {"lines": 0},
        {"lines": 9},
        {"text_colour": "pink"},
        {"window_opacity": 101},
        {"text_opacity": 0},
        {"edge": "glow"},
        {"font": "Comic Sans"},
        {"fade_after_s": -1},
        {"places": [{"screen": "", "left": 0, "top": 0, "width": 10}]},
        {"places": [{"screen": "a", "left": 10**9, "top": 0, "width": 10}]},
    ],
)
def test_settings_out_of_range_are_refused_by_name(wrong: dict[str, object]) -> None:
    with pytest.raises(SettingsError, match=f"overlay.{next(iter(wrong))}"):
        settings_of(**wrong)


def test_a_preset_changes_looks_only() -> None:
    place = OverlayPlace(screen="a", left=1, top=2, width=300)
    mine = OverlaySettings(places=(place,), locked=True, fade_after_s=5, text_colour="cyan")
    large = with_preset(mine, "large")
    assert (large.size, large.text_colour) == (160, "white")
    assert (large.places, large.locked, large.fade_after_s) == ((place,), True, 5)
    assert preset_of(large) == "large"
    assert preset_of(mine) is None


def test_reset_gives_the_defaults_looks() -> None:
    assert with_preset(OverlaySettings(size=200, edge="raised", font="serif"), "classic") == OverlaySettings()


def test_background_and_window_make_one_ground() -> None:
    style = style_of(
        settings_of(background_colour="red", background_opacity=50, window_colour="blue", window_opacity=50)
    )
    for behind in (QColor("white"), QColor("green")):
        both = over(style.background, over(style.window, behind))
        seen = over(style.ground, behind)
        for part in (QColor.redF, QColor.greenF, QColor.blueF):
            assert part(both) == pytest.approx(part(seen), abs=0.01)


def test_the_style_carries_size_and_capitals_to_the_font(qapp: QApplication) -> None:
    font = style_of(settings_of(size=150, font="small-caps")).text_font("zh-Hans")
    assert font.pointSizeF() == 30
    assert font.capitalization() == QFont.Capitalization.SmallCaps


def test_contrast_is_that_of_wcag() -> None:
    assert contrast(QColor("white"), QColor("black")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("white")) == pytest.approx(4.48, abs=0.005)
