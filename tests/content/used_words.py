"""Which messages the code and the scripts say: the words that nobody uses can go."""

import ast
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from bot.conversation import walk
from bot.conversation.library import Library

ROOT = Path(__file__).parents[2]
OPERATIONS = ROOT / "bot" / "operations"  # what names messages there says none of them


class Literals(ast.NodeVisitor):
    """The strings in a file of code that may name a message, f-strings as patterns."""

    def __init__(self) -> None:
        self.plain: set[str] = set()
        self.patterns: set[str] = set()
        self.asked_for: set[str] = set()

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, str):
            self.plain.add(node.value)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        pattern = "".join(
            re.escape(str(part.value)) if isinstance(part, ast.Constant) else "(.+)" for part in node.values
        )
        self.patterns.add(pattern.replace("_", "-"))
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        place = {"say": 1, "words": 0, "label": 0}.get(name)
        if place is not None and len(node.args) > place:
            self.asked_for |= set(_strings(node.args[place]))
        self.generic_visit(node)


def _strings(node: ast.expr) -> Iterator[str]:
    match node:
        case ast.Constant(value=str(value)):
            yield value
        case ast.IfExp(body=body, orelse=orelse):
            yield from _strings(body)
            yield from _strings(orelse)
        case _:
            return


@cache
def literals() -> Literals:
    """What the code of the conversation and of the platforms may name."""
    found = Literals()
    for file in (*ROOT.glob("bot/**/*.py"), *ROOT.glob("adapters/**/*.py")):
        if OPERATIONS not in file.parents:
            found.visit(ast.parse(file.read_text("utf-8")))
    return found


def unused(names: Iterable[str], quoted: frozenset[str], library: Library) -> set[str]:
    """The messages that nothing says; `quoted` are those that other messages hold."""
    code, steps = literals(), [(script, step) for script in library.scripts.values() for step in script.steps]
    asked = {walk.message_of(script.id, step.id) for script, step in steps}
    asked |= {f"{message}-unclear" for message in asked} | {f"unclear-{step.answer}" for _, step in steps}
    said = code.plain | asked | quoted
    known = said | {nudge.id for nudge in library.nudges} | {each for _, step in steps for each in step.options}
    return {name for name in names if name not in said and not _is_made(name, code.patterns, known)}


def _is_made(name: str, patterns: Iterable[str], known: set[str]) -> bool:
    """Whether the code puts the name together from something that it knows."""
    made = (re.fullmatch(pattern, name) for pattern in patterns)
    parts = (match.groups() for match in made if match and match.re.pattern != "(.+)")
    return any(all(part in known or part.replace("-", "_") in known for part in each) for each in parts)
