import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from desktop import Desktop
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QTextLayout
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from captioner.ui.overlay_controls import ControlBar, SymbolButton
from captioner.ui.translations import LANGUAGES, Language, Translations, language_for, preferred_han

_CHECKOUT = Path(__file__).parents[2]
_FOLDER = _CHECKOUT / "resources" / "translations"


@pytest.fixture
def translations(qapp: QApplication) -> Iterator[Translations]:
    before = QLocale()
    translations = Translations(qapp, _FOLDER)
    yield translations
    translations.use("en")
    QLocale.setDefault(before)


def test_nothing_is_missing_unused_untranslated_or_not_compiled() -> None:
    done = subprocess.run(
        [sys.executable, _CHECKOUT / "packaging" / "translations.py", "--check"], capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("wanted", "language"),
    [
        (["zh-Hans-CN", "zh-CN"], "zh_CN"),
        (["zh-SG"], "zh_CN"),
        (["zh"], "zh_CN"),
        (["zh-TW"], "zh_TW"),
        (["zh-Hant-HK"], "zh_TW"),
        (["zh_MO"], "zh_TW"),
        (["zh-Hans-HK"], "zh_CN"),
        (["en-GB"], "en"),
        (["fi-FI", "zh-TW", "en"], "zh_TW"),
        (["fi-FI", "sv"], "en"),
        ([], "en"),
    ],
)
def test_the_language_is_the_most_wanted_that_there_is(wanted: list[str], language: Language) -> None:
    assert language_for(wanted) == language


@pytest.mark.parametrize(
    ("language", "text"), [("zh_CN", "隐藏字幕"), ("zh_TW", "隱藏字幕"), ("en", "Hide the captions")]
)
def test_text_is_translated(translations: Translations, language: Language, text: str) -> None:
    assert translations.use(language) == language
    assert QCoreApplication.translate("Overlay", "Hide the captions") == text
    assert QLocale().name() == {"en": "en_US"}.get(language, language)


def test_qts_own_dialogs_are_translated_too(translations: Translations) -> None:
    translations.use("zh_CN")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"


@pytest.mark.parametrize(
    ("language", "family"),
    [("zh_CN", "Noto Sans CJK SC"), ("zh_TW", "Noto Sans CJK TC")],
)
def test_han_characters_have_the_forms_of_the_interface(
    translations: Translations, desktop: Desktop, language: Language, family: str
) -> None:
    """Left alone, Qt takes Japanese forms where the system speaks English, as it does here."""
    usual = QApplication.font()
    translations.use(language)
    layout = QTextLayout("骨直令", QApplication.font())
    layout.beginLayout()
    layout.createLine().setLineWidth(1000)
    layout.endLayout()
    assert {run.rawFont().familyName() for run in layout.glyphRuns()} == {family}
    translations.use("en")
    assert QApplication.font() == usual


def test_controls_that_are_there_change_their_language(translations: Translations, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    controls = ControlBar(window)
    controls.show_paused(True)
    for language, text in (("zh_TW", "繼續"), ("en", "Resume")):
        translations.use(language)  # type: ignore[arg-type]
        qtbot.waitUntil(
            lambda text=text: text in [one.accessibleName() for one in controls.findChildren(SymbolButton)]  # type: ignore[misc]
        )


def test_each_language_has_its_files_and_its_forms() -> None:
    for language in LANGUAGES:
        assert (_FOLDER / f"captioner_{language}.qm").is_file()
    assert preferred_han("zh_TW") == "zh-Hant"
    assert preferred_han("en") == "zh-Hans"
