"""Another language of the interface takes hold of every text that is on the screen, at once."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

from desktop import Desktop
from msgspec.structs import replace
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot
from running_application import running_application
from sound_server import SoundServer

from captioner.core.caption import Notice
from captioner.core.settings import InterfaceSettings, RecognitionSettings, Settings

_TRANSLATIONS = Path(__file__).parents[2] / "resources" / "translations" / "captioner_zh_CN.ts"
_OURS_IN_ANY_LANGUAGE = frozenset({"English"})  # the name of the language in the chooser


def _english() -> frozenset[str]:
    """Every text of the interface that Chinese has other words for."""
    found = set()
    for message in ET.parse(_TRANSLATIONS).iter("message"):  # noqa: S314  # our own file
        source, translation = message.findtext("source", ""), message.findtext("translation", "")
        if source != translation:
            found.add(source.replace("&", ""))
    return frozenset(found - _OURS_IN_ANY_LANGUAGE)


def _texts(widget: QWidget | QAction) -> Iterator[str]:
    yield widget.toolTip()
    if isinstance(widget, QAction):
        yield widget.text()
        return
    yield from (widget.windowTitle(), widget.accessibleName(), widget.accessibleDescription())
    if isinstance(widget, (QLabel, QAbstractButton)):
        yield widget.text()
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(index) for index in range(widget.count()))
    elif isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    elif isinstance(widget, QGroupBox):
        yield widget.title()
    elif isinstance(widget, QTabBar):
        yield from (widget.tabText(index) for index in range(widget.count()))
    elif isinstance(widget, QMenu):
        yield widget.title()


def _left_in_english() -> set[str]:
    english = _english()
    found = set()
    for window in QApplication.topLevelWidgets():
        for widget in (window, *window.findChildren(QWidget), *window.findChildren(QAction)):
            for text in _texts(widget):  # type: ignore[arg-type]  # findChildren's union
                if text.replace("&", "") in english:
                    found.add(f"{type(widget).__name__} in {type(window).__name__}: {text}")
    return found


def test_no_text_stays_in_the_language_before(
    qapp: QApplication, desktop: Desktop, sound_server: SoundServer, qtbot: QtBot, tiny_whisper: Path
) -> None:
    settings = Settings(
        recognition=RecognitionSettings(model=str(tiny_whisper), language="en"),
        interface=InterfaceSettings(language="en", theme="light", welcomed=True),
    )
    with running_application(qapp, qtbot, settings) as application:
        application.windows.show_library()
        application.overlay.set_shown(True)
        owner = application.settings_owner
        assert owner is not None
        owner.show_settings("general")
        full = Notice("error", "The disk is full.", "Free some space or choose another disk.", remedy="transcripts")
        application._show_notice(full)
        qtbot.wait(300)
        english = _left_in_english()
        assert len(english) > 150, "the English texts are found"
        owner.replace(interface=replace(owner.settings.interface, language="zh_CN"))
        qtbot.wait(500)
        assert _left_in_english() == set()
        owner.replace(interface=replace(owner.settings.interface, language="en"))
        qtbot.wait(500)
        assert _left_in_english() >= {text for text in english if "NoticeRow" not in text}
        owner._dialog.close()  # type: ignore[union-attr]
