"""Finds the English templates of the notices and errors of the rooms below the interface, see captioner.core.message.

Looked at are those rooms, and of captioner/app the modules that the desktop application can import: what only the
command line tells stays English. The texts are literals: arguments of Message, or of a Notice or a CaptionerError where
nothing is filled in.
"""

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[1]
_DESKTOP = "captioner.app.gui"
_ROOMS = ("captioner.audio.", "captioner.core.", "captioner.live.", "captioner.speech.", "captioner.transcript.")
_WIRING = "captioner.app."
_ROOT = "CaptionerError"
_NOTICE = "Notice"
_MESSAGE = "Message"
_TEXTS = {"message", "text", "hint"}


@dataclass(slots=True)
class Templates:
    """``texts`` in order, each once; ``problems`` says where a text could not be translated as it is written."""

    texts: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


def message_templates(checkout: Path = CHECKOUT) -> Templates:
    """The templates of all messages that the interface may have to show."""
    trees = {
        ".".join(path.relative_to(checkout).with_suffix("").parts): ast.parse(path.read_text("utf-8"))
        for path in sorted((checkout / "captioner").rglob("*.py"))
    }
    errors = _error_classes(trees.values())
    found = Templates()
    wiring = {name for name in _imported(_DESKTOP, trees) if name.startswith(_WIRING)}
    for name, tree in trees.items():
        if name.startswith(_ROOMS) or name in wiring:
            _Reader(name, tree, errors, found).visit(tree)
    found.texts = list(dict.fromkeys(text for text in found.texts if text))
    return found


def _error_classes(trees: Iterable[ast.Module]) -> set[str]:
    bases = {
        node.name: {base.id for base in node.bases if isinstance(base, ast.Name)}
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    }
    errors = {_ROOT}
    while more := {name for name, of in bases.items() if of & errors} - errors:
        errors |= more
    return errors


def _imported(start: str, trees: dict[str, ast.Module]) -> set[str]:
    """The modules of ours that can be loaded from this one on, those within functions too."""
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        name = waiting.pop()
        if name in trees and name not in seen:
            seen.add(name)
            waiting += _imports(name, trees)
    return seen


def _imports(name: str, trees: dict[str, ast.Module]) -> Iterator[str]:
    for node in ast.walk(trees[name]):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("captioner"):
            yield node.module
            yield f"{node.module}.__init__"
            for alias in node.names:
                yield f"{node.module}.{alias.name}"


class _Reader(ast.NodeVisitor):
    def __init__(self, module: str, tree: ast.Module, errors: set[str], found: Templates) -> None:
        self._module = module
        self._errors = errors
        self._found = found
        self._bare = {
            target.id
            for node in ast.walk(tree)
            if isinstance(node, ast.Assign) and any(_is_text(value) for value in _branches(node.value))
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        """Names that are given a text which is no Message."""

    def visit_Call(self, node: ast.Call) -> None:
        called = node.func.id if isinstance(node.func, ast.Name) else ""
        if called == _MESSAGE:
            self._message(node)
        elif called in self._errors or called == _NOTICE:
            first = 1 if called == _NOTICE else 0
            given = [*node.args[first : first + 2], *(word.value for word in node.keywords if word.arg in _TEXTS)]
            for value in (branch for argument in given for branch in _branches(argument)):
                self._given(value)
        self.generic_visit(node)

    def _message(self, node: ast.Call) -> None:
        template = node.args[0] if node.args else None
        if isinstance(template, ast.Constant) and isinstance(template.value, str):
            self._found.texts.append(template.value)
        else:
            self._problem(node, "the template of a Message is a literal")

    def _given(self, value: ast.expr) -> None:
        if isinstance(value, ast.Constant) and isinstance(value.value, str):
            self._found.texts.append(value.value)
        elif _is_text(value):
            self._problem(value, "a text with something filled in is a Message")
        elif isinstance(value, ast.Name) and value.id in self._bare:
            self._problem(value, f"{value.id} is given a text that is no Message")

    def _problem(self, node: ast.expr, text: str) -> None:
        self._found.problems.append(f"{self._module.replace('.', '/')}.py:{node.lineno}: {text}")


def _branches(value: ast.expr) -> Iterator[ast.expr]:
    if isinstance(value, ast.IfExp):
        yield from _branches(value.body)
        yield from _branches(value.orelse)
    else:
        yield value


def _is_text(value: ast.expr) -> bool:
    """Whether it is plainly a text, and no Message: a literal, one with something filled in, or put together."""
    if isinstance(value, ast.BinOp):
        return _is_text(value.left) or _is_text(value.right)
    return isinstance(value, ast.JoinedStr) or (isinstance(value, ast.Constant) and isinstance(value.value, str))
