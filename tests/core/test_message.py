import copy
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from captioner.core.errors import InputError
from captioner.core.message import Message


def test_it_is_its_english_text_and_remembers_what_it_is_made_of() -> None:
    message = Message("{name} ends before {seconds:g} s.", name="talk.mp3", seconds=2.5)
    assert message == "talk.mp3 ends before 2.5 s."
    assert (message.template, message.arguments) == (
        "{name} ends before {seconds:g} s.",
        {"name": "talk.mp3", "seconds": 2.5},
    )
    assert str(InputError(message)) == "talk.mp3 ends before 2.5 s."


def test_one_within_another_keeps_its_own_template() -> None:
    inner = Message("The file is {path}.", path="/a")
    outer = Message("{hint} {more}", hint="Mend it.", more=inner)
    assert outer == "Mend it. The file is /a."
    kept = outer.arguments["more"]
    assert isinstance(kept, Message)
    assert kept.template == "The file is {path}."


def test_an_exception_is_kept_as_its_text_only() -> None:
    assert Message("No: {reason}.", reason=ValueError("bad")).arguments == {"reason": "bad"}


def test_a_missing_argument_is_an_error_of_the_code() -> None:
    with pytest.raises(KeyError):
        Message("{name} and {other}", name="one")


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one))])  # noqa: S301
def test_a_copy_can_be_translated_too(copied: object) -> None:
    message = Message("{name} is empty.", name="talk.mp3")
    again = copied(message)  # type: ignore[operator]
    assert (again, again.template, again.arguments) == (message, message.template, message.arguments)


@given(st.text(), st.text())
def test_braces_are_places_only_in_the_template(name: str, template: str) -> None:
    assert Message("“{name}”", name=name) == f"“{name}”"
    assert Message(template) == template
