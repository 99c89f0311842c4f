"""Keeps the translations of the interface, with the tools of Qt Linguist that come with PySide6-Essentials.

    python packaging/translations.py            collect the strings of the code, drop those that are gone, compile
    python packaging/translations.py --check    change nothing; say what is missing, unused or not compiled (status 1)

Strings of the interface are found by Qt's own tool; the texts of notices and errors of the rooms below it, which know
no Qt, by message_templates.py. New ones appear in resources/translations/*.ts as "unfinished": translate them there (Qt
Linguist: pyside6-linguist), then run this again.
"""

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import PySide6
from message_templates import CHECKOUT, message_templates

FOLDER = CHECKOUT / "resources" / "translations"
LANGUAGES = ("en", "zh_CN", "zh_TW")
_TOOLS = Path(PySide6.__file__).parent
_MESSAGES = "Message"
"""The context of the texts of the rooms below the interface, as in captioner/ui/messages.py."""
_PLACE = re.compile(r"%[1-9]|\{[^{}]*\}")


def main() -> int:
    """The exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--check", action="store_true", help="change nothing, only tell")
    if not parser.parse_args().check:
        _update(FOLDER)
        return 0
    with tempfile.TemporaryDirectory() as temporary:
        fresh = Path(temporary) / "translations"
        shutil.copytree(FOLDER, fresh)
        _update(fresh)
        problems = message_templates().problems
        problems += [problem for language in LANGUAGES for problem in _problems(language, fresh)]
    sys.stdout.writelines(f"{problem}\n" for problem in problems)
    return 1 if problems else 0


def _update(folder: Path) -> None:
    """Bring the files of a folder up to date. English needs an entry only where a text has a number in it."""
    folder.mkdir(parents=True, exist_ok=True)
    sources = sorted(str(path) for path in (CHECKOUT / "captioner").rglob("*.py") if "tr" in path.read_text("utf-8"))
    with tempfile.TemporaryDirectory() as temporary:
        messages = Path(temporary) / "messages.py"
        messages.write_text("".join(map(_for_lupdate, message_templates().texts)), "utf-8")
        for language in LANGUAGES:
            ts = folder / f"captioner_{language}.ts"
            only_plural = ["-pluralonly"] if language == "en" else []
            options = ["-no-obsolete", "-locations", "none", "-silent", *only_plural]
            into = ["-source-language", "en", "-target-language", language, "-ts", str(ts)]
            _run("lupdate", *options, *sources, str(messages), *into)
            _run("lrelease", "-silent", str(ts), "-qm", str(ts.with_suffix(".qm")))


def _for_lupdate(template: str) -> str:
    return f"QCoreApplication.translate({json.dumps(_MESSAGES)}, {json.dumps(template, ensure_ascii=False)})\n"


def _problems(language: str, fresh: Path) -> list[str]:
    name = f"captioner_{language}"
    wanted, kept = _entries(fresh / f"{name}.ts"), _entries(FOLDER / f"{name}.ts")
    found = [f"{name}.ts: missing: {entry}" for entry in wanted if entry not in kept]
    found += [f"{name}.ts: unused: {entry}" for entry in kept if entry not in wanted]
    found += [f"{name}.ts: not translated: {entry}" for entry, done in kept.items() if not done]
    if not found and (fresh / f"{name}.qm").read_bytes() != (FOLDER / f"{name}.qm").read_bytes():
        found.append(f"{name}.qm: not what {name}.ts compiles to")
    return found


def _entries(ts: Path) -> dict[str, bool]:
    """Context and text of each entry, and whether it is translated. A translation must have the placeholders too."""
    entries: dict[str, bool] = {}
    for context in ElementTree.parse(ts).getroot().iter("context"):  # noqa: S314 — our own file
        for message in context.iter("message"):
            source = message.findtext("source") or ""
            places = {*_PLACE.findall(source)}
            translation = message.find("translation")
            texts = []
            if translation is not None and translation.get("type") is None:
                texts = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            entries[f"{context.findtext('name')}: {source}"] = bool(texts) and all(
                text and places <= {*_PLACE.findall(text)} for text in texts
            )
    return entries


def _run(tool: str, *arguments: str) -> None:
    suffix = ".exe" if sys.platform == "win32" else ""
    program = next(path for path in (_TOOLS / f"{tool}{suffix}", _TOOLS / "Qt/libexec" / tool) if path.exists())
    subprocess.run([program, *arguments], check=True)  # noqa: S603 — Qt's own tools


if __name__ == "__main__":
    sys.exit(main())
