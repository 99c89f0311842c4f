"""What the rooms below the interface tell, in its language; and what would keep a text from being translated."""

import importlib.util
import string
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from captioner.core.message import Message
from captioner.ui.messages import in_one_line, translated
from captioner.ui.translations import Language, Translations

_CHECKOUT = Path(__file__).parents[2]
_CHINESE: tuple[Language, ...] = ("zh_CN", "zh_TW")


def _tool(name: str) -> ModuleType:
    """A module of packaging/, which is no package."""
    specification = importlib.util.spec_from_file_location(name, _CHECKOUT / "packaging" / f"{name}.py")
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    sys.modules[name] = module
    specification.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def finder() -> Iterator[ModuleType]:
    yield _tool("message_templates")
    del sys.modules["message_templates"]


@pytest.fixture
def translations(qapp: QApplication) -> Iterator[Translations]:
    before = QLocale()
    translations = Translations(qapp, _CHECKOUT / "resources" / "translations")
    yield translations
    translations.use("en")
    QLocale.setDefault(before)


def _sample(template: str) -> Message:
    """The template with something in each of its places."""
    places = {name: spec for _, name, spec, _ in string.Formatter().parse(template) if name}
    return Message(template, **{name: 7 if spec else f"<{name}>" for name, spec in places.items()})


def _words(text: str) -> str:
    return "".join(letter for part, *_ in string.Formatter().parse(text) for letter in part if letter.isalpha())


@pytest.mark.parametrize("language", _CHINESE)
def test_every_message_is_told_in_chinese(translations: Translations, finder: ModuleType, language: Language) -> None:
    translations.use(language)
    templates = finder.message_templates().texts
    assert len(templates) > 200
    for template in templates:
        message = _sample(template)
        told = translated(message)
        assert not _words(template) or any("\u4e00" <= letter <= "\u9fff" for letter in told), (template, told)
        assert all(str(value) in told for value in message.arguments.values()), (template, told)
        assert "{" not in told, (template, told)


def test_a_message_in_a_message_is_translated_too(translations: Translations) -> None:
    translations.use("zh_CN")
    gone = Message("{name} is gone.", name=Message("The microphone “{device}”", device="Yeti"))
    assert translated(gone) == "麦克风“Yeti”已断开。"
    translations.use("zh_TW")
    assert translated(gone) == "麥克風「Yeti」已中斷連線。"
    translations.use("en")
    assert translated(gone) == "The microphone “Yeti” is gone."


def test_a_language_has_its_name_in_the_language_of_the_interface(translations: Translations) -> None:
    message = Message(
        "The {engine} model {model} does not know {language}.", engine="whisper", model="tiny.en", language="German"
    )
    translations.use("zh_CN")
    assert translated(message) == "whisper 模型 tiny.en 不支持德语。"


def test_what_has_no_translation_is_shown_as_it_is(translations: Translations) -> None:
    translations.use("zh_CN")
    assert translated("Invalid argument {0}") == "Invalid argument {0}"
    assert translated("") == ""
    reason = Message("Cannot write {path}: {reason}.", path="/a/{b}", reason="Quota exceeded")
    assert translated(reason) == "无法写入 /a/{b}：Quota exceeded。"
    assert in_one_line(reason, "") == translated(reason)


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ('raise InputError("Nothing here.", Message("{name} is gone.", name=1))', ""),
        ('raise InputError(f"{name} is gone.")', "a text with something filled in is a Message"),
        ('raise OwnError("No.", "Mend " + name)', "a text with something filled in is a Message"),
        ('hint = f"Mend {name}."\nNotice("error", "No.", hint)', "hint is given a text that is no Message"),
        ('Notice("error", "No." if name else f"{name}")', "a text with something filled in is a Message"),
        ("Message(name)", "the template of a Message is a literal"),
    ],
)
def test_a_text_that_could_not_be_translated_is_found(
    finder: ModuleType, tmp_path: Path, line: str, problem: str
) -> None:
    room = tmp_path / "captioner" / "audio"
    room.mkdir(parents=True)
    (room / "errors.py").write_text("class CaptionerError(Exception): ...\nclass InputError(CaptionerError): ...\n")
    (room / "sound.py").write_text(f"class OwnError(InputError): ...\nname = read()\n{line}\n")
    found = finder.message_templates(tmp_path)
    if problem:
        assert [one.partition(": ")[2] for one in found.problems] == [problem]
        assert found.problems[0].startswith("captioner/audio/sound.py:")
    else:
        assert (found.problems, found.texts) == ([], ["Nothing here.", "{name} is gone."])


def test_a_translation_that_lost_a_place_is_not_done(finder: ModuleType, tmp_path: Path) -> None:
    tool = _tool("translations")
    ts = tmp_path / "one.ts"
    for told, done in (("{name} 不见了。", True), ("不见了。", False), ("%1 不见了。", False)):
        ts.write_text(
            "<TS><context><name>Message</name><message><source>{name} is gone.</source>"
            f"<translation>{told}</translation></message></context></TS>",
            "utf-8",
        )
        assert tool._entries(ts) == {"Message: {name} is gone.": done}
    del sys.modules["translations"]
