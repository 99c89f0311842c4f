"""The language of the interface: which one the user wants, and Qt's translators for it.

Strings are in English in the code, in ``tr()`` or ``QCoreApplication.translate()``; ``packaging/translations.py``
collects them into ``resources/translations/captioner_*.ts`` and compiles these to the ``.qm`` files loaded here.
"""

from collections.abc import Sequence
from importlib.resources.abc import Traversable
from typing import Final, Literal

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from captioner.ui.fonts import interface_font

Language = Literal["en", "zh_CN", "zh_TW"]
LANGUAGES: Final[dict[Language, str]] = {"en": "English", "zh_CN": "简体中文", "zh_TW": "繁體中文"}
"""Each in its own words, as a chooser shows them."""


def language_for(preferred: Sequence[str]) -> Language:
    """The language of the interface for BCP 47 names, the most wanted first, such as ``QLocale().uiLanguages()``."""
    for name in preferred:
        parts = name.replace("_", "-").split("-")
        if parts[0] == "zh":
            traditional = "Hant" in parts or ("Hans" not in parts and {"TW", "HK", "MO"} & set(parts))
            return "zh_TW" if traditional else "zh_CN"
        if parts[0] == "en":
            return "en"
    return "en"


def preferred_han(language: Language) -> str:
    """The forms of Han characters that readers of this interface expect, see ``fonts.han_form``."""
    return "zh-Hant" if language == "zh_TW" else "zh-Hans"


class Translations:
    """Translates the application; ``folder`` holds our ``.qm`` files. Make it before any window."""

    def __init__(self, application: QApplication, folder: Traversable) -> None:
        self._application = application
        self._usual_font = application.font()
        self._folder = folder
        self._installed: list[QTranslator] = []
        self._data = b""
        self.language: Language = "en"

    def use(self, choice: Literal["auto", "en", "zh_CN", "zh_TW"]) -> Language:
        """Translate into this language, or the system's; windows that are there get a LanguageChange event.

        Raises FileNotFoundError where our file is missing: the installation is broken.
        """
        self.language = language_for(QLocale.system().uiLanguages()) if choice == "auto" else choice
        for translator in self._installed:
            self._application.removeTranslator(translator)
            translator.deleteLater()
        ours = QTranslator(self._application)
        data = (self._folder / f"captioner_{self.language}.qm").read_bytes()
        ours.load(data)
        qts = QTranslator(self._application)  # the texts of Qt's own dialogs; PySide6 may come without them
        qts.load(f"qtbase_{self.language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        self._installed = [one for one in (qts, ours) if not one.isEmpty()]
        self._data = data  # the translator reads it where it lies, and so it must stay there
        for translator in self._installed:
            self._application.installTranslator(translator)
        QLocale.setDefault(QLocale(self.language) if choice != "auto" else QLocale.system())
        self._use_font()
        return self.language

    def _use_font(self) -> None:
        """Where the system's language is another, name the forms of Han characters that are read here.

        For its own language the system knows them, and its fonts for small controls would be lost.
        """
        foreign = self.language != "en" and self.language != language_for(QLocale.system().uiLanguages())
        font = interface_font(self._usual_font, preferred_han(self.language)) if foreign else self._usual_font
        if self._application.font() != font:
            self._application.setFont(font)
