"""Texts of the rooms that know no Qt, in the language of the interface: see ``core.message``."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from captioner.core.message import Message

CONTEXT: Final = "Message"
"""Of the templates in the files of translations; ``packaging/translations.py`` collects them from those rooms."""


def translated(text: str) -> str:
    """The text in the language of the interface; as it is where it has no translation, as a library's own words.

    A message is translated with what it is made of. An argument called ``language`` is the English name of one.
    """
    if not isinstance(text, Message):
        return QCoreApplication.translate(CONTEXT, text)
    template = QCoreApplication.translate(CONTEXT, text.template)
    if not text.arguments:
        return template
    return template.format(**{name: _argument(name, value) for name, value in text.arguments.items()})


def _argument(name: str, value: str | int | float) -> str | int | float:
    if isinstance(value, Message):
        return translated(value)
    if name == "language" and isinstance(value, str):
        return QCoreApplication.translate("Languages", value)
    return value


def in_one_line(message: str, hint: str) -> str:
    """What is wrong and the way out, in the language of the interface."""
    return f"{translated(message)} {translated(hint)}".strip()
