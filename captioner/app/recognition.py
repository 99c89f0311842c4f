"""The recognition options that the commands share, and the settings that they change."""

import argparse
from typing import Any, get_args

from captioner.core.settings import DeviceChoice, EngineChoice, RecognitionSettings, Settings, settings_from, tree_of
from captioner.core.speech import Task


def add_recognition_arguments(parser: argparse.ArgumentParser) -> None:
    """Options that override the settings for one run."""
    group = parser.add_argument_group("recognition (the defaults are your settings)")
    group.add_argument("--language", metavar="CODE", help='the language spoken, such as "en", or "auto" to detect it')
    group.add_argument("--task", choices=get_args(Task), help="translate: into English")
    group.add_argument("--model", metavar="NAME-OR-FOLDER", help='a Whisper model such as "small", or its folder')
    group.add_argument(
        "--engine", choices=get_args(EngineChoice), help="whisper, embedded (English, no download), or auto"
    )
    group.add_argument("--device", choices=get_args(DeviceChoice), help="where Whisper runs")


def recognition_of(arguments: argparse.Namespace, settings: Settings) -> RecognitionSettings:
    """The settings with what this run overrides. Raises EngineError for an unknown language."""
    from captioner.speech.languages import language_code

    tree: dict[str, Any] = tree_of(settings)
    for name in ("task", "model", "engine", "device", "language"):
        value = getattr(arguments, name)
        if value is not None:
            tree["recognition"][name] = value
    language = tree["recognition"]["language"]
    if language.casefold() != "auto":
        tree["recognition"]["language"] = language_code(language)
    else:
        tree["recognition"]["language"] = "auto"
    return settings_from(tree).recognition


def chosen_language(recognition: RecognitionSettings) -> str | None:
    """The language to decode as, None to detect it."""
    return None if recognition.language == "auto" else recognition.language
