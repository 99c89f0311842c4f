"""Texts for people that can be told in other languages than English later on, by those who show them."""

from typing import Self


class Message(str):
    """An English text that remembers what it was made of.

    ``Message("{name} is empty.", name=path)`` is the text "talk.mp3 is empty." for the command line, logs and tests;
    the interface translates ``template`` and fills in ``arguments``, those that are messages translated in their turn.
    A template is one literal, with ``str.format``'s places; without arguments it is taken as it is. Whole sentences
    only, and no words as arguments but names: other languages put them elsewhere and inflect them otherwise. A text
    without arguments that goes straight to a Notice or a CaptionerError needs no Message around it.
    """

    template: str
    arguments: dict[str, "str | int | float"]

    def __new__(cls, template: str, /, **arguments: object) -> Self:
        """Raises KeyError where the template has a place for which there is no argument."""
        kept = {
            name: value if isinstance(value, (str, int, float)) else str(value) for name, value in arguments.items()
        }
        message = super().__new__(cls, template.format(**kept) if kept else template)
        message.template, message.arguments = template, kept
        return message
