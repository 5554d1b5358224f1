"""Fluent messages as they stand in files: where, what they show, and whether all that must be shown is shown.

What a message shows depends on its selectors: `{ $known -> [yes] … *[no] … }` shows something for each choice.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import product
from typing import Any

from fluent.syntax import FluentParser, FluentSerializer, ast

from bot.content.remarks import Remark

VALUE = ""  # the part of a message that is no label
SITE = re.compile(r"\b[\w-]+\.(?:com|org|net)\b")
A_SITE = "a website to turn to"
# Whom to call and where to write: what shows one of these goes on to show it, whatever else is said.
ESSENTIAL = frozenset({"$emergency", "$line", "$number", "$write_line", "$write_number", "$word", "$chat", A_SITE})
OF_SAFETY = "safety-"  # so begin the messages that the answers to danger quote
NOT_MISSED = frozenset({"$name", "$kept_days", "privacy-how-long"})  # what a message may leave out
PLURAL = frozenset(
    {"zero", "one", "two", "few", "many", "other"}
)  # https://cldr.unicode.org/index/cldr-spec/plural-rules
Choices = dict[str, str]


@dataclass(frozen=True, slots=True)
class Message:
    """A message, or what is written of one: its value and its labels, by name."""

    file: str
    line: int
    entry: Any

    @property
    def id(self) -> str:
        return str(self.entry.id.name)

    @property
    def where(self) -> str:
        return f"{self.file}:{self.line}"

    @property
    def parts(self) -> dict[str, Any]:
        """The Fluent pattern of each part; that of the value stands under ""."""
        value = {VALUE: self.entry.value} if self.entry.value is not None else {}
        labels = {attribute.id.name: attribute.value for attribute in self.entry.attributes}
        return value | labels

    def with_parts(self, parts: Mapping[str, Any]) -> "Message":
        """The same message saying these instead of its own, and saying these too."""
        every = {**self.parts, **parts}
        labels = [ast.Attribute(ast.Identifier(name), pattern) for name, pattern in every.items() if name != VALUE]
        entry = ast.Message(ast.Identifier(self.id), every.get(VALUE), labels, self.entry.comment)
        return Message(self.file, self.line, entry)

    def __str__(self) -> str:
        return str(FluentSerializer().serialize_entry(self.entry))


NO_MESSAGE = ("this is no message", "write `id = words`, and indent each line that goes on")
EMPTY = ("there are no words behind the =", "write some, or take it out")
# By what the parser calls them: https://github.com/projectfluent/python-fluent, fluent.syntax/fluent/syntax/errors.py
FLAWS = {
    ("E0003", "}"): ("a brace is open", "close the brace with }"),
    ("E0003", "\u2424"): ("choices stand in one line", "begin each choice, such as [yes], on a line of its own"),
    ("E0005",): EMPTY,
    ("E0012",): EMPTY,
    ("E0010",): ("no choice is the one for all other cases", "mark the last choice with *, as in *[other]"),
    ("E0020",): ("a quote is open", 'close the quote with "'),
    ("E0027",): ("a brace is closed that was not opened", "open it with {, or take the } out"),
    ("E0028",): ("the braces are empty", "write what is filled in, such as { $name }, or take them out"),
}


def read(file: str, text: str) -> tuple[list[Message], list[Remark]]:
    """The messages of a file, and what in it can't be read."""
    found, broken = [], []
    body: list[Any] = FluentParser().parse(text).body
    for entry in body:
        if isinstance(entry, ast.Message):
            found.append(Message(file, _line(text, entry.id), entry))
        if isinstance(entry, ast.Junk):
            broken.append(_junk(f"{file}:{_line(text, entry)}", entry))
        if isinstance(entry, ast.Term):
            what = "a term, which Steady does not use"
            where = f"{file}:{_line(text, entry.id)}"
            broken.append(Remark(where, f"-{entry.id.name}", what, "write its words where they stand"))
    return found, broken


def _line(text: str, node: Any) -> int:
    return text.count("\n", 0, node.span.start) + 1


def _junk(where: str, entry: Any) -> Remark:
    first = entry.content.strip().splitlines()[0][:40]
    flaw = entry.annotations[0] if entry.annotations else None
    known = (flaw.code, *flaw.arguments) if flaw else ()
    return Remark(where, first, *FLAWS.get(known[:2], FLAWS.get(known[:1], NO_MESSAGE)))


# What a pattern uses and shows


def uses(node: Any) -> frozenset[str]:
    """Every placeholder: `$pain` for a value, `safety-talk` for a message that is quoted."""
    nodes, found = [node], set()
    while nodes:
        one = nodes.pop()
        if isinstance(one, ast.VariableReference | ast.MessageReference):
            found.add(f"${one.id.name}" if isinstance(one, ast.VariableReference) else one.id.name)
        nodes += _below(one)
    return frozenset(found)


def _below(node: Any) -> Iterable[Any]:
    if isinstance(node, ast.BaseNode):
        return vars(node).values()
    return node if isinstance(node, list) else ()


def selectors(pattern: Any) -> dict[str, list[str]]:
    """What the pattern chooses by, with the choices it knows."""
    nodes, found = [pattern], dict[str, list[str]]()
    while nodes:
        one = nodes.pop()
        if isinstance(one, ast.SelectExpression):
            keys = [_key(variant) for variant in one.variants]
            name = _name(one.selector)
            found[name] = list(dict.fromkeys([*found.get(name, []), *keys]))
        nodes += _below(one)
    return found


def ways(*patterns: Any) -> Iterator[Choices]:
    """Every way to choose by what these patterns choose by."""
    known = dict[str, list[str]]()
    for pattern in patterns:
        for name, keys in selectors(pattern).items():
            known[name] = list(dict.fromkeys([*known.get(name, []), *keys]))
    return (dict(zip(known, chosen, strict=True)) for chosen in product(*known.values()))


def pieces(pattern: Any, choices: Choices) -> Iterator[str | tuple[str]]:
    """What is shown with these choices, in its order: words as they stand, a placeholder as a tuple of its name."""
    for element in pattern.elements:
        if isinstance(element, ast.TextElement):
            yield element.value
        else:
            yield from _pieces_of(element.expression, choices)


def _pieces_of(expression: Any, choices: Choices) -> Iterator[str | tuple[str]]:
    match expression:
        case ast.SelectExpression():
            yield from pieces(_chosen(expression, choices).value, choices)
        case ast.StringLiteral():
            yield expression.parse()["value"]
        case ast.NumberLiteral():
            yield expression.value
        case ast.Placeable():
            yield from _pieces_of(expression.expression, choices)
        case _:
            yield from ((name,) for name in sorted(uses(expression)))


def _chosen(expression: Any, choices: Choices) -> Any:
    wanted = choices.get(_name(expression.selector))
    by_key = {_key(variant): variant for variant in expression.variants}
    default = next(variant for variant in expression.variants if variant.default)
    return by_key.get(wanted, default) if wanted is not None else default


def _key(variant: Any) -> str:
    return str(variant.key.name if isinstance(variant.key, ast.Identifier) else variant.key.value)


def _name(selector: Any) -> str:
    return next(iter(sorted(uses(selector))), "")


def shown(pattern: Any, choices: Choices) -> frozenset[str]:
    """The placeholders that are shown with these choices, and whether a website is."""
    found = list(pieces(pattern, choices))
    sites = {A_SITE for piece in found if isinstance(piece, str) and SITE.search(piece)}
    return frozenset(piece[0] for piece in found if isinstance(piece, tuple)) | sites


# What one way to say it owes another


def amiss(written: Message, original: Message) -> Iterator[Remark]:
    """Why this can't be said instead of the original, if it can't."""
    theirs = original.parts
    allowed = frozenset[str]().union(*map(uses, theirs.values()))
    for name, pattern in written.parts.items():
        part = f"{written.id}.{name}" if name else written.id
        if name not in theirs:
            yield _no_such_part(written, name, theirs)
            continue
        for strange in sorted(uses(pattern) - allowed):
            known = ", ".join(f"{{ {known} }}" for known in sorted(allowed)) or "none"
            what = f"nothing is known here of {{ {strange} }}"
            yield Remark(written.where, part, what, f"take it out; the placeholders of this message are: {known}")
        yield from _never_chosen(written.where, part, pattern, theirs)
        yield from _not_shown(written.where, part, pattern, theirs[name])


def _never_chosen(where: str, part: str, pattern: Any, theirs: Mapping[str, Any]) -> Iterator[Remark]:
    """Choices that can't come, of those that are known to the last: plural forms, numbers, yes and no."""
    known = dict[str, set[str]]()
    for original in theirs.values():
        for name, keys in selectors(original).items():
            known.setdefault(name, set()).update(keys)
    for name, keys in selectors(pattern).items():
        before = known.get(name, set())
        can_be = PLURAL if all(map(_is_plural, before)) else before
        if before and (can_be is PLURAL or before == {"yes", "no"}):
            for key in keys:
                if key not in can_be and not (can_be is PLURAL and _is_plural(key)):
                    yield Remark(where, part, f"[{key}] is never chosen", f"choose of {', '.join(sorted(can_be))}")


def _is_plural(key: str) -> bool:
    return key in PLURAL or key.isdecimal()


def _no_such_part(written: Message, name: str, theirs: Mapping[str, Any]) -> Remark:
    if name == VALUE:
        return Remark(written.where, written.id, "this message has labels alone", "take out what stands behind the =")
    known = ", ".join(f".{label}" for label in theirs if label != VALUE) or "none"
    what = f"this message has no label .{name}{nearest(name, theirs)}"
    return Remark(written.where, written.id, what, f"take it out; its labels are: {known}")


def _not_shown(where: str, part: str, pattern: Any, original: Any) -> Iterator[Remark]:
    wanted = frozenset[str]().union(*(shown(original, way) for way in ways(original)))
    has = frozenset[str]().union(*(shown(pattern, way) for way in ways(pattern)))
    lost = wanted - has - NOT_MISSED - {A_SITE}
    for name in sorted(lost):
        yield Remark(where, part, f"{{ {name} }} is no longer shown", "put it back where it belongs")
    if not any(map(is_essential, wanted)):
        return
    for way in ways(original, pattern):
        for name in sorted(filter(is_essential, shown(original, way) - shown(pattern, way) - lost)):
            named, when = name if name == A_SITE else f"{{ {name} }}", _when(name, way, pattern, original)
            yield Remark(where, part, f"{named} is not shown{when}", "who is in danger needs it: put it back")
            return


def _when(name: str, way: Choices, pattern: Any, original: Any) -> str:
    """The choices of that way without which the placeholder would not be lost."""

    def is_lost(instead: Choices) -> bool:
        return name in shown(original, instead) - shown(pattern, instead)

    every = list(ways(original, pattern))
    matter = [
        f"{chosen} is {key}"
        for chosen, key in way.items()
        if not all(is_lost(way | {chosen: other[chosen]}) for other in every)
    ]
    return f" when {' and '.join(matter)}" if matter else ""


def is_essential(placeholder: str) -> bool:
    return placeholder in ESSENTIAL or placeholder.startswith(OF_SAFETY)


def nearest(name: str, known: Iterable[str]) -> str:
    """ " (did you mean start?)", where something is called nearly like this, and nothing where it is not."""
    found = get_close_matches(name, [one for one in known if one], 1)
    return f" (did you mean {found[0]}?)" if found else ""
